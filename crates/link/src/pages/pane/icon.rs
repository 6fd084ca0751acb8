//! Icons, drawn for Link: paths on a grid of 24, stroked in the colour of the text beside them.

use selvedge_model::scope::DataScope;

pub(super) const WARN: &str = "M12 4 3 20h18zM12 10v4m0 2.6v.4";
pub(super) const DOWN: &str = "M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM6.5 6.5l11 11";
pub(super) const CHECK: &str = "m5 12.5 4.5 4.5L19 7.5";
pub(super) const CLOCK: &str = "M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zm0 4v4.5l3 2";
pub(super) const DOOR: &str = "M14 4H6v16h8M10 12h10m-3.5-3.5L20 12l-3.5 3.5";

/// The icon of a kind of data.
pub(super) const fn of_scope(scope: DataScope) -> &'static str {
    match scope {
        DataScope::AccountBalanceInfo => "M4 7h16v11H4zM4 10.5h16M7.5 15h3",
        DataScope::ContactInfo => {
            "M12 5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM5 20c.6-3.6 3.4-5.5 7-5.5s6.400 1.900 7 5.500"
        }
        DataScope::AccountRoutingNumber => "M9.500 4 7.500 20M16.500 4l-2 16M4.500 9h16M3.500 15h16",
        DataScope::Transactions => "M4 8h13l-3.500-3.500M20 16H7l3.500 3.500",
        DataScope::CreditLoanInfo => {
            "M5 19 19 5M7.500 5a2.500 2.500 0 1 0 0 5 2.500 2.500 0 0 0 0-5zm9 9a2.500 2.500 0 1 0 0 5 2.500 2.500 0 0 0 0-5z"
        }
        DataScope::Investments => "M4 19h16M6.500 15.500v-4m5 4V7m5 8.500V4.500",
        DataScope::RiskInfo => "M12 3.500 5 6v5.500c0 4.500 3 7.500 7 9 4-1.500 7-4.500 7-9V6z",
        DataScope::BankStatements | DataScope::IncomeVerificationBankStatements => {
            "M7 3.500h7.500L18 7v13.500H7zM10 10h5m-5 3.500h5M10 17h3"
        }
    }
}
