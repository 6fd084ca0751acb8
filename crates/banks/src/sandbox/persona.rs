//! Test logins other than the fixture person: which accounts each holds. Figures are drawn from the name.
//!
//! Incomes, credits and changing transactions of these people are not told yet.

use selvedge_model::account::{AccountType, HolderCategory};

/// A kind of customer.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Persona {
    /// The accounts, in order: family and subtype.
    pub(super) accounts: &'static [(AccountType, &'static str)],
    /// Whose they are.
    pub(super) holder: HolderCategory,
}

const PROFESSIONAL: Persona = Persona {
    accounts: &[
        (AccountType::Depository, "checking"),
        (AccountType::Depository, "savings"),
        (AccountType::Credit, "credit card"),
        (AccountType::Investment, "401k"),
        (AccountType::Loan, "student"),
    ],
    holder: HolderCategory::Personal,
};

const BUSINESS: Persona = Persona {
    accounts: &[
        (AccountType::Depository, "checking"),
        (AccountType::Depository, "savings"),
        (AccountType::Credit, "credit card"),
        (AccountType::Loan, "business"),
    ],
    holder: HolderCategory::Business,
};

const EARNER: Persona = Persona {
    accounts: &[
        (AccountType::Depository, "checking"),
        (AccountType::Depository, "savings"),
    ],
    holder: HolderCategory::Personal,
};

const BORROWER: Persona = Persona {
    accounts: &[
        (AccountType::Depository, "checking"),
        (AccountType::Depository, "savings"),
        (AccountType::Credit, "credit card"),
    ],
    holder: HolderCategory::Personal,
};

/// What a login without a description holds.
pub(super) const UNDESCRIBED: &Persona = &BORROWER;

/// The persona that signs in under `name`.
pub(super) fn find(name: &str) -> Option<&'static Persona> {
    match name {
        "user_yuppie" => Some(&PROFESSIONAL),
        "user_small_business" => Some(&BUSINESS),
        "user_ewa_user" | "user_bank_income" => Some(&EARNER),
        "user_transactions_dynamic"
        | "user_link_recovery"
        | "user_credit_bonus"
        | "user_credit_joint_account"
        | "user_credit_profile_poor"
        | "user_credit_profile_good"
        | "user_credit_profile_excellent" => Some(&BORROWER),
        _ => match name.strip_prefix("user_prism_")?.as_bytes() {
            [b'1'..=b'8'] => Some(&BORROWER),
            _ => None,
        },
    }
}
