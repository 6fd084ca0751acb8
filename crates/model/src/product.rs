//! The products of the contract and what may be done with each.

use crate::named_enum;

named_enum! {
    /// A kind of data or service that an Item can be used for.
    pub enum Product {
        Assets = "assets", Auth = "auth", Balance = "balance", BalancePlus = "balance_plus", Beacon = "beacon",
        Identity = "identity", IdentityMatch = "identity_match", Investments = "investments",
        InvestmentsAuth = "investments_auth", Liabilities = "liabilities",
        PaymentInitiation = "payment_initiation", IdentityVerification = "identity_verification",
        Transactions = "transactions", CreditDetails = "credit_details", Income = "income",
        IncomeVerification = "income_verification", StandingOrders = "standing_orders", Transfer = "transfer",
        Employment = "employment", RecurringTransactions = "recurring_transactions",
        TransactionsRefresh = "transactions_refresh", Signal = "signal", Statements = "statements",
        ProcessorPayments = "processor_payments", ProcessorIdentity = "processor_identity",
        Profile = "profile", CraBaseReport = "cra_base_report", CraIncomeInsights = "cra_income_insights",
        CraPartnerInsights = "cra_partner_insights", CraNetworkInsights = "cra_network_insights",
        CraCashflowInsights = "cra_cashflow_insights", CraMonitoring = "cra_monitoring",
        CraLendScore = "cra_lend_score", CraPlaidCreditScore = "cra_plaid_credit_score", Layer = "layer",
        PayByBank = "pay_by_bank", ProtectLinkedBank = "protect_linked_bank",
        ProtectTransactions = "protect_transactions",
    }
}

impl Product {
    /// Products that are never listed on an Item: they are used per call.
    pub const fn is_per_call(self) -> bool {
        matches!(
            self,
            Self::Balance | Self::RecurringTransactions | Self::TransactionsRefresh
        )
    }
}
