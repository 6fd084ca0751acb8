//! Account types, subtypes and verification states (contract §4.1 and appendix A).

use crate::named_enum;

named_enum! {
    /// The family of an account.
    pub enum AccountType {
        Depository = "depository", Credit = "credit", Loan = "loan", Investment = "investment",
        Brokerage = "brokerage", Payroll = "payroll", Other = "other",
    }
}

named_enum! {
    /// How far the ownership of an account's numbers has been proved.
    pub enum VerificationStatus {
        AutomaticallyVerified = "automatically_verified",
        PendingAutomaticVerification = "pending_automatic_verification",
        PendingManualVerification = "pending_manual_verification",
        Unsent = "unsent",
        ManuallyVerified = "manually_verified",
        VerificationExpired = "verification_expired",
        VerificationFailed = "verification_failed",
        DatabaseMatched = "database_matched",
        DatabaseInsightsPass = "database_insights_pass",
        DatabaseInsightsPassWithCaution = "database_insights_pass_with_caution",
        DatabaseInsightsFail = "database_insights_fail",
    }
}

named_enum! {
    /// Whose account it is, as far as the bank says.
    pub enum HolderCategory {
        Business = "business", Personal = "personal", Unrecognized = "unrecognized",
    }
}

named_enum! {
    /// How an Item's numbers were obtained; null until they were.
    pub enum AuthMethod {
        InstantAuth = "INSTANT_AUTH", InstantMatch = "INSTANT_MATCH",
        AutomatedMicrodeposits = "AUTOMATED_MICRODEPOSITS", SameDayMicrodeposits = "SAME_DAY_MICRODEPOSITS",
        InstantMicrodeposits = "INSTANT_MICRODEPOSITS", DatabaseMatch = "DATABASE_MATCH",
        DatabaseInsights = "DATABASE_INSIGHTS", TransferMigrated = "TRANSFER_MIGRATED",
        InvestmentsFallback = "INVESTMENTS_FALLBACK",
    }
}

/// The subtypes of each type. The spelling (spaces, the capital B of `403B`) is the contract's.
#[expect(clippy::too_many_lines, reason = "a table, one name a line")]
pub const fn subtypes_of(kind: AccountType) -> &'static [&'static str] {
    match kind {
        AccountType::Depository => &[
            "checking",
            "savings",
            "hsa",
            "cd",
            "money market",
            "paypal",
            "prepaid",
            "cash management",
            "ebt",
            "limited purpose checking",
        ],
        AccountType::Credit => &["credit card", "paypal"],
        AccountType::Loan => &[
            "auto",
            "business",
            "commercial",
            "construction",
            "consumer",
            "home equity",
            "loan",
            "mortgage",
            "overdraft",
            "line of credit",
            "student",
            "other",
        ],
        AccountType::Investment | AccountType::Brokerage => &[
            "529",
            "401a",
            "401k",
            "403B",
            "457b",
            "brokerage",
            "cash isa",
            "crypto exchange",
            "education savings account",
            "fhsa",
            "fixed annuity",
            "gic",
            "health reimbursement arrangement",
            "hsa",
            "ira",
            "isa",
            "keogh",
            "lif",
            "life insurance",
            "line of credit",
            "lira",
            "lrif",
            "lrsp",
            "mutual fund",
            "non-custodial wallet",
            "non-taxable brokerage account",
            "other",
            "other annuity",
            "other insurance",
            "pension",
            "prif",
            "profit sharing plan",
            "qshr",
            "rdsp",
            "resp",
            "retirement",
            "rlif",
            "roth",
            "roth 401k",
            "roth 403B",
            "roth 457b",
            "roth pension",
            "roth profit sharing plan",
            "roth thrift savings plan",
            "rrif",
            "rrsp",
            "sarsep",
            "sep ira",
            "simple ira",
            "sipp",
            "stock plan",
            "thrift savings plan",
            "tfsa",
            "trust",
            "ugma",
            "utma",
            "variable annuity",
        ],
        AccountType::Payroll => &["payroll"],
        AccountType::Other => &["other"],
    }
}

/// Whether an account of this type and subtype can be debited, so that Auth has numbers for it.
pub fn is_auth_eligible(kind: AccountType, subtype: &str) -> bool {
    kind == AccountType::Depository && matches!(subtype, "checking" | "savings" | "cash management")
}
