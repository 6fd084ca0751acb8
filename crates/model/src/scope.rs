//! What an end user consents to, and which products need which of it (contract §12).

use crate::{Product, named_enum};

named_enum! {
    /// One kind of data that a consent covers.
    pub enum DataScope {
        AccountBalanceInfo = "account_balance_info",
        ContactInfo = "contact_info",
        AccountRoutingNumber = "account_routing_number",
        Transactions = "transactions",
        CreditLoanInfo = "credit_loan_info",
        Investments = "investments",
        RiskInfo = "risk_info",
        BankStatements = "bank_statements",
        IncomeVerificationBankStatements = "income_verification_bank_statements",
    }
}

/// The scopes that `product` needs; empty for products without a consent of their own.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "a product outside Auth's reach asks for nothing here"
)]
pub fn scopes_of(product: Product) -> &'static [DataScope] {
    use DataScope as S;
    match product {
        Product::Auth | Product::Transfer => {
            &[S::AccountBalanceInfo, S::ContactInfo, S::AccountRoutingNumber]
        }
        Product::Balance => &[S::AccountBalanceInfo],
        Product::Identity | Product::IdentityMatch => &[S::AccountBalanceInfo, S::ContactInfo],
        Product::Transactions | Product::RecurringTransactions => {
            &[S::AccountBalanceInfo, S::ContactInfo, S::Transactions]
        }
        Product::Signal => &[
            S::AccountBalanceInfo,
            S::ContactInfo,
            S::Transactions,
            S::RiskInfo,
        ],
        Product::Liabilities => &[S::AccountBalanceInfo, S::ContactInfo, S::CreditLoanInfo],
        Product::Investments | Product::InvestmentsAuth => {
            &[S::AccountBalanceInfo, S::ContactInfo, S::Investments]
        }
        Product::Statements => &[S::AccountBalanceInfo, S::ContactInfo, S::BankStatements],
        Product::Assets => &[S::AccountBalanceInfo, S::ContactInfo, S::Transactions],
        _ => &[],
    }
}
