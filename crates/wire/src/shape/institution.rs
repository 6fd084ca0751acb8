//! Institutions (contract §4.5).

use jiff::Timestamp;
use schemars::JsonSchema;
use selvedge_model::Product;
use selvedge_model::country::Country;
use selvedge_model::id::InstitutionId;
use serde::Serialize;

/// A bank, as the institution endpoints describe it.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Institution {
    /// How its numbers can be had; only when asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub auth_metadata: Option<AuthMetadata>,
    /// `SUPPORTED` or `NOT_SUPPORTED`.
    pub connection_availability: ConnectionAvailability,
    /// Where it serves people.
    pub country_codes: Vec<Country>,
    /// Depository Trust Company numbers.
    pub dtc_numbers: Vec<String>,
    /// `ins_<number>`.
    pub institution_id: InstitutionId,
    /// A PNG of 152 × 152 pixels in base64; only with the optional metadata.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub logo: Option<String>,
    /// Its name.
    pub name: String,
    /// Whether people sign in on the bank's own site.
    pub oauth: bool,
    /// What payments it can start; only when asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payment_initiation_metadata: Option<PaymentInitiationMetadata>,
    /// `#rrggbb`; only with the optional metadata.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub primary_color: Option<String>,
    /// What can be had from it; `auth` only where numbers come at once.
    pub products: Vec<Product>,
    /// Its ABA routing numbers, as far as known.
    pub routing_numbers: Vec<String>,
    /// How well it works right now; only when asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<InstitutionStatus>,
    /// Its web site; only with the optional metadata.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

selvedge_model::named_enum! {
    /// Whether new connections can be made.
    pub enum ConnectionAvailability { Supported = "SUPPORTED", NotSupported = "NOT_SUPPORTED", }
}

/// How numbers can be had.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct AuthMetadata {
    /// One flag a method.
    pub supported_methods: SupportedMethods,
}

/// One flag a method.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[expect(clippy::struct_excessive_bools, reason = "the contract has one flag a method")]
pub struct SupportedMethods {
    /// By micro-deposits that are read back.
    pub automated_micro_deposits: bool,
    /// At once.
    pub instant_auth: bool,
    /// By matching a typed number with the mask.
    pub instant_match: bool,
    /// By a deposit over a real-time rail.
    pub instant_micro_deposits: bool,
}

/// What payments a bank can start.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "the contract has one flag an ability"
)]
pub struct PaymentInitiationMetadata {
    /// Largest amount by currency.
    pub maximum_payment_amount: std::collections::BTreeMap<String, String>,
    /// Standing orders, when supported.
    pub standing_order_metadata: Option<StandingOrderMetadata>,
    /// Payment consents between businesses; newer clients cannot do without the key.
    pub supports_commercial_payment_consents: bool,
    /// Payments to accounts in another country.
    pub supports_international_payments: bool,
    /// Payment consents.
    pub supports_payment_consents: bool,
    /// Whether a refund account comes with a payment.
    pub supports_refund_details: bool,
    /// SEPA instant.
    pub supports_sepa_instant: bool,
}

/// What standing orders a bank can start.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct StandingOrderMetadata {
    /// Whether an end date may be given.
    pub supports_standing_order_end_date: bool,
    /// Whether a negative day of the month (from its end) may be given.
    pub supports_standing_order_negative_execution_days: bool,
    /// Which intervals.
    pub valid_standing_order_intervals: Vec<String>,
}

/// How well a bank works right now.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct InstitutionStatus {
    /// Fetching numbers.
    pub auth: Option<ProductHealth>,
    /// Incidents, newest first.
    pub health_incidents: Option<Vec<HealthIncident>>,
    /// Fetching owners.
    pub identity: Option<ProductHealth>,
    /// Fetching holdings.
    pub investments: Option<ProductHealth>,
    /// Updating holdings.
    pub investments_updates: Option<ProductHealth>,
    /// Signing in.
    pub item_logins: Option<ProductHealth>,
    /// Fetching debts.
    pub liabilities: Option<ProductHealth>,
    /// Updating debts.
    pub liabilities_updates: Option<ProductHealth>,
    /// Updating transactions.
    pub transactions_updates: Option<ProductHealth>,
}

/// How well one thing works.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ProductHealth {
    /// How often it works.
    pub breakdown: HealthBreakdown,
    /// When `status` last changed.
    pub last_status_change: Timestamp,
    /// `HEALTHY`, `DEGRADED` or `DOWN`.
    pub status: String,
}

/// Shares that sum to one.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct HealthBreakdown {
    /// Failures at the bank.
    pub error_institution: f64,
    /// Failures of ours.
    pub error_plaid: f64,
    /// `NORMAL`, `DELAYED` or `STOPPED`.
    pub refresh_interval: String,
    /// Successes.
    pub success: f64,
}

/// An incident at a bank.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct HealthIncident {
    /// When it ended.
    pub end_date: Option<Timestamp>,
    /// What was said about it.
    pub incident_updates: Vec<IncidentUpdate>,
    /// When it began.
    pub start_date: Timestamp,
    /// A short name.
    pub title: String,
}

/// One message about an incident.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct IncidentUpdate {
    /// The message.
    pub description: String,
    /// `INVESTIGATING`, `IDENTIFIED`, `SCHEDULED`, `RESOLVED` or `UNKNOWN`.
    pub status: String,
    /// When.
    pub updated_date: Timestamp,
}
