//! The institutions that can be linked: what is known of each, and how they are found.
//!
//! An institution is a row of data, not code. Logos are not stored: [`crate::swatch`] draws them.

mod catalogue;
mod search;
mod spelling;

pub use catalogue::{Catalogue, DataError};

use selvedge_model::country::Country;
use selvedge_model::id::InstitutionId;
use selvedge_model::{Product, named_enum};
use serde::Deserialize;

/// A bank that can be linked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Institution {
    /// `ins_<number>`.
    pub id: InstitutionId,
    /// The name that people know.
    pub name: String,
    /// Where it serves; the first is its home.
    pub countries: Vec<Country>,
    /// What it lists as supported, sorted by name; `auth` only where numbers come at once.
    pub products: Vec<Product>,
    /// ABA routing numbers known to belong to it.
    pub routing_numbers: Vec<String>,
    /// Whether people sign in on the bank's own pages.
    pub oauth: bool,
    /// Its web site.
    pub url: String,
    /// `#rrggbb`, lower case.
    pub primary_color: String,
    /// How account numbers can be had and verified.
    pub auth_methods: AuthMethods,
    /// How well it works at present.
    pub health: Health,
    /// What payments it can start, where any.
    pub payment_initiation: Option<PaymentInitiation>,
    /// Whether it gives out tokens in place of account numbers.
    pub tan: Tan,
    /// Whether it says how old a balance is.
    pub tells_balance_age: bool,
    /// Whether it asks for a second factor whatever the test login says.
    pub second_factor: SecondFactor,
}

impl Institution {
    /// The country whose currency and numbers its accounts have.
    pub fn home(&self) -> Country {
        self.countries.first().copied().unwrap_or(Country::Us)
    }

    /// Whether it serves one of `countries`.
    pub fn serves(&self, countries: &[Country]) -> bool {
        self.countries.iter().any(|country| countries.contains(country))
    }

    /// Whether `product` appears in its list.
    pub fn lists(&self, product: Product) -> bool {
        self.products.contains(&product)
    }

    /// Whether an Item here can be used for `product`: what it lists, and what rests on that. Numbers that
    /// need a match or a deposit count for `auth`; transfers rest on `auth`, statements and reports on
    /// `transactions`.
    #[expect(clippy::wildcard_enum_match_arm, reason = "any other product must be listed")]
    pub fn supports(&self, product: Product) -> bool {
        self.lists(product)
            || match product {
                Product::Auth => self.auth_methods != AuthMethods::default(),
                Product::Transfer | Product::ProcessorPayments | Product::Signal => {
                    self.supports(Product::Auth)
                }
                Product::InvestmentsAuth => self.lists(Product::Investments),
                Product::ProcessorIdentity | Product::IdentityMatch => self.lists(Product::Identity),
                Product::Statements
                | Product::Employment
                | Product::RecurringTransactions
                | Product::TransactionsRefresh
                | Product::CraBaseReport
                | Product::CraIncomeInsights
                | Product::CraPartnerInsights
                | Product::CraNetworkInsights
                | Product::CraCashflowInsights
                | Product::CraMonitoring
                | Product::CraLendScore
                | Product::CraPlaidCreditScore => self.lists(Product::Transactions),
                _ => false,
            }
    }
}

/// How account numbers can be had and verified.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "four independent facts of the contract"
)]
pub struct AuthMethods {
    /// With the sign-in.
    pub instant_auth: bool,
    /// By matching typed numbers with the mask.
    pub instant_match: bool,
    /// By a deposit that the connection itself sees.
    pub automated_micro_deposits: bool,
    /// By a deposit that arrives at once.
    pub instant_micro_deposits: bool,
}

named_enum! {
    /// How well an institution works at present.
    pub enum Health {
        Healthy = "healthy", Degraded = "degraded", Down = "down", Unsupported = "unsupported",
    }
}

named_enum! {
    /// Whether account numbers are tokens, and how long one lasts.
    pub enum Tan {
        None = "none", PerConnection = "per_connection", PerLogin = "per_login",
    }
}

named_enum! {
    /// Whether a bank asks for a second factor at sign-in.
    pub enum SecondFactor { AsTold = "as_told", Always = "always", }
}

named_enum! {
    /// How often a standing order can run.
    pub enum Interval { Weekly = "WEEKLY", Monthly = "MONTHLY", }
}

/// What payments an institution can start.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "four independent facts of the contract"
)]
pub struct PaymentInitiation {
    /// Whether money can leave the country.
    pub international_payments: bool,
    /// Whether SEPA Instant is offered.
    pub sepa_instant: bool,
    /// The largest payment per currency, in its smallest unit.
    pub maximum_payment_amount: Vec<(String, String)>,
    /// Whether the payer's details for a refund are told.
    pub refund_details: bool,
    /// Whether a consent for several payments can be given.
    pub payment_consents: bool,
    /// What standing orders are possible, where any.
    pub standing_orders: Option<StandingOrders>,
}

/// What standing orders an institution takes.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StandingOrders {
    /// Whether an order can have a last day.
    pub end_date: bool,
    /// Whether a monthly order can count its day from the month's end.
    pub negative_execution_days: bool,
    /// How often an order can run.
    pub intervals: Vec<Interval>,
}
