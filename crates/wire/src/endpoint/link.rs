//! `/link/token/create`: what a session of Link is made with. What came of it is in `session`.

mod session;

pub use session::{
    ItemAddResult, LinkEvent, LinkExit, LinkExitMetadata, LinkResults, LinkSession, LinkSuccess,
    LinkSuccessMetadata, LinkTokenGet, LinkTokenGetRequest, LinkTokenGetResponse, LinkTokenMetadata,
    LinkedAccount, LinkedInstitution,
};

use super::{endpoint, groups};
use crate::doc::Revealed;
use crate::request;
use jiff::Timestamp;
use schemars::JsonSchema;
use selvedge_model::id::{InstitutionId, ItemId, UserId};
use selvedge_model::{ErrorCode, Product, Sensitive, country::Country, language::Language};
use serde::{Deserialize, Serialize};
use serde_json::Value;

request! {
    /// One session of Link for one end user.
    #[schemars(extend("x-required-unless" = { "products": ["access_token", "update"], "user": ["user_id", "user_token"] }))]
    pub struct LinkTokenCreateRequest {
        /// An existing Item: update mode, or the verification of its micro-deposit.
        #[serde(default)]
        pub access_token: Option<Sensitive>,
        /// Several existing Items (asset reports only).
        #[serde(default)]
        pub access_tokens: Option<Vec<Sensitive>>,
        /// Which accounts may be chosen.
        #[serde(default)]
        pub account_filters: Option<AccountFilters>,
        /// Products to ask consent for, to be used later.
        #[serde(default)]
        pub additional_consented_products: Option<Vec<Product>>,
        /// The Android app's package; never together with `redirect_uri`.
        #[serde(default)]
        pub android_package_name: Option<String>,
        /// `LIGHT`, `DARK` or `SYSTEM`.
        #[serde(default)]
        pub appearance_mode: Option<AppearanceMode>,
        /// Which ways to numbers are on.
        #[serde(default)]
        pub auth: Option<LinkAuth>,
        /// Of a product that is not served; kept and ignored.
        #[serde(default)]
        pub base_report: Option<Value>,
        /// Of a product that is not served; kept and ignored.
        #[serde(default)]
        pub card_switch: Option<Value>,
        /// Of a product that is not served; kept and ignored.
        #[serde(default)]
        pub cashflow_report: Option<Value>,
        /// The app's name, as the end user reads it.
        #[schemars(length(min = 1))]
        pub client_name: String,
        /// Of a product that is not served; kept and ignored.
        #[serde(default)]
        pub consumer_report_permissible_purpose: Option<String>,
        /// Whose banks are offered.
        #[schemars(length(min = 1))]
        pub country_codes: Vec<Country>,
        /// Of a product that is not served; kept and ignored.
        #[serde(default)]
        pub cra_enabled: Option<bool>,
        /// Of a product that is not served; kept and ignored.
        #[serde(default)]
        pub cra_options: Option<Value>,
        /// Of a product that is not served; kept and ignored.
        #[serde(default)]
        pub credit_partner_insights: Option<Value>,
        /// Of a product that is not served; kept and ignored.
        #[serde(default)]
        pub employment: Option<Value>,
        /// Whether several logins can be linked in one session.
        #[serde(default)]
        pub enable_multi_item_link: Option<bool>,
        /// Kept for older clients and ignored.
        #[serde(default)]
        pub eu_config: Option<Value>,
        /// Of a product that is not served; kept and ignored.
        #[serde(default)]
        pub financekit_supported: Option<bool>,
        /// Present: the session can be opened by a URL of ours.
        #[serde(default)]
        pub hosted_link: Option<HostedLink>,
        /// Document upload of a product that is not served; kept and ignored.
        #[serde(default)]
        pub identity: Option<Value>,
        /// Of a product that is not served; kept and ignored.
        #[serde(default)]
        pub identity_verification: Option<Value>,
        /// Of a product that is not served; kept and ignored.
        #[serde(default)]
        pub income_verification: Option<Value>,
        /// What is known about the person's bank.
        #[serde(default)]
        pub institution_data: Option<InstitutionData>,
        /// The bank to begin with.
        #[serde(default)]
        pub institution_id: Option<InstitutionId>,
        /// Of a product that is not served; kept and ignored.
        #[serde(default)]
        pub investments: Option<Value>,
        /// Of a product that is not served; kept and ignored.
        #[serde(default)]
        pub investments_auth: Option<Value>,
        /// The language that Link speaks.
        pub language: Language,
        /// Which customization Link uses; `default` when absent.
        #[serde(default)]
        pub link_customization_name: Option<String>,
        /// Products to add where possible.
        #[serde(default)]
        pub optional_products: Option<Vec<Product>>,
        /// Of a product that is not served; kept and ignored.
        #[serde(default)]
        pub payment_configuration: Option<Value>,
        /// Of a product that is not served; kept and ignored.
        #[serde(default)]
        pub payment_initiation: Option<Value>,
        /// Products that the bank must have.
        #[serde(default)]
        pub products: Option<Vec<Product>>,
        /// Where a bank's own site sends the person back to.
        #[serde(default)]
        pub redirect_uri: Option<String>,
        /// Products that are needed wherever the bank has them.
        #[serde(default)]
        pub required_if_supported_products: Option<Vec<Product>>,
        /// Of a product that is not served; kept and ignored.
        #[serde(default)]
        pub statements: Option<Value>,
        /// Of a product that is not served; kept and ignored.
        #[serde(default)]
        pub third_party_user_token: Option<Sensitive>,
        /// How much history of transactions.
        #[serde(default)]
        pub transactions: Option<LinkTransactions>,
        /// Of a product that is not served; kept and ignored.
        #[serde(default)]
        pub transfer: Option<Value>,
        /// What may change in update mode.
        #[serde(default)]
        pub update: Option<LinkUpdate>,
        /// The end user; needed unless `user_id` is there.
        #[serde(default)]
        pub user: Option<LinkUser>,
        /// The end user, as `/user/create` named them.
        #[serde(default)]
        pub user_id: Option<UserId>,
        /// The end user, as older versions of `/user/create` named them.
        #[serde(default)]
        pub user_token: Option<Sensitive>,
        /// Where the Item's webhooks go.
        #[serde(default)]
        pub webhook: Option<String>,
    }
}

selvedge_model::named_enum! {
    /// Which colours Link uses.
    pub enum AppearanceMode { Light = "LIGHT", Dark = "DARK", System = "SYSTEM", }
}

/// The end user of a session.
#[derive(Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[expect(missing_debug_implementations, reason = "holds personal data")]
pub struct LinkUser {
    /// Address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<Value>,
    /// The app's own id of the person.
    #[schemars(length(min = 1))]
    pub client_user_id: String,
    /// Birthday.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "date"))]
    pub date_of_birth: Option<String>,
    /// E-mail address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email_address: Option<String>,
    /// Kept for older clients.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email_address_verified_time: Option<String>,
    /// A government id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id_number: Option<Value>,
    /// Full name: pre-fills manual entry and becomes the verification name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub legal_name: Option<String>,
    /// Name in parts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<PersonName>,
    /// Telephone number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone_number: Option<String>,
    /// Kept for older clients.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone_number_verified_time: Option<String>,
    /// Kept for older clients.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ssn: Option<String>,
}

/// A name in parts.
#[derive(Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[expect(missing_debug_implementations, reason = "holds personal data")]
pub struct PersonName {
    /// Family name, at most 100 characters.
    pub family_name: String,
    /// Given name, at most 100 characters.
    pub given_name: String,
}

/// Which accounts may be chosen: types that are absent are hidden once any is there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AccountFilters {
    /// Credit cards.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub credit: Option<AccountFilter>,
    /// Checking, savings and the like.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub depository: Option<AccountFilter>,
    /// Investments.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub investment: Option<AccountFilter>,
    /// Loans.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub loan: Option<AccountFilter>,
    /// The rest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub other: Option<AccountFilter>,
}

/// Subtypes of one type, or `all`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AccountFilter {
    /// Subtypes, spelled with spaces, or `all`.
    pub account_subtypes: Vec<String>,
    /// For `limited purpose checking`: which purposes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limited_purpose_types: Option<Vec<String>>,
}

/// Which ways to account numbers are on.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LinkAuth {
    /// Ask first: at once, or by hand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub auth_type_select_enabled: Option<bool>,
    /// Micro-deposits that are read back; off by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub automated_microdeposits_enabled: Option<bool>,
    /// Kept for older clients.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub database_insights_enabled: Option<bool>,
    /// Kept for older clients.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub database_match_enabled: Option<bool>,
    /// Kept for older clients: `FLEXIBLE_AUTH`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub flow_type: Option<FlowType>,
    /// Typed numbers that match the mask; on by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instant_match_enabled: Option<bool>,
    /// A deposit over a real-time rail; off by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instant_microdeposits_enabled: Option<bool>,
    /// Whether a typed routing number leads back to signing in; `OPTIONAL` by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reroute_to_credentials: Option<Reroute>,
    /// A deposit with a code in its text; off by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub same_day_microdeposits_enabled: Option<bool>,
    /// Verification by text message; on by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sms_microdeposits_verification_enabled: Option<bool>,
}

selvedge_model::named_enum! {
    /// Whether a typed routing number leads back to signing in.
    pub enum Reroute { Off = "OFF", Optional = "OPTIONAL", Forced = "FORCED", }
}
selvedge_model::named_enum! {
    /// The one flow type of older clients.
    pub enum FlowType { FlexibleAuth = "FLEXIBLE_AUTH", }
}

/// A session that can be opened by a URL of ours.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct HostedLink {
    /// Where the person goes afterwards.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub completion_redirect_uri: Option<String>,
    /// How the URL reaches the person; ignored in the sandbox.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delivery_method: Option<DeliveryMethod>,
    /// Whether it is opened from a mobile app.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub is_mobile_app: Option<bool>,
    /// How long the URL lives: up to 21 days.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url_lifetime_seconds: Option<i64>,
}

selvedge_model::named_enum! {
    /// How a hosted URL reaches the person.
    pub enum DeliveryMethod { Sms = "sms", Email = "email", }
}

/// What is known about the person's bank.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct InstitutionData {
    /// A routing number of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub routing_number: Option<String>,
}

/// How much history of transactions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LinkTransactions {
    /// Days: 1 to 730.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 730))]
    pub days_requested: Option<i64>,
}

/// What may change in update mode.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LinkUpdate {
    /// Whether accounts can be chosen anew.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account_selection_enabled: Option<bool>,
    /// Which of the user's Items may be repaired.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item_ids: Option<Vec<ItemId>>,
    /// Kept and unused.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reauthorization_enabled: Option<bool>,
    /// Repair the user's broken Item, whichever it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub user: Option<bool>,
}

/// The link token: give it to the page.
#[derive(Serialize, JsonSchema)]
#[expect(missing_debug_implementations, reason = "holds a token")]
pub struct LinkTokenCreateResponse {
    /// When it ends.
    pub expiration: Timestamp,
    /// Where the session can be opened without a page of the app's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hosted_link_url: Option<String>,
    /// The link token.
    pub link_token: Revealed,
    /// The id of the request.
    pub request_id: String,
    /// The end user, when one was named.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub user_id: Option<UserId>,
}

endpoint! {
    LinkTokenCreate: LinkTokenCreateRequest => LinkTokenCreateResponse, "/link/token/create", "begins a session of Link",
    errors: [groups::ITEM, &[ErrorCode::InvalidConfiguration, ErrorCode::InvalidProduct, ErrorCode::InvalidLinkCustomization, ErrorCode::InvalidUserId, ErrorCode::InvalidUserToken, ErrorCode::InvalidInstitution]],
    example: r#"{"client_name":"Acme Pay","language":"en","country_codes":["US"],"products":["auth"],"user":{"client_user_id":"user-17"},"webhook":"https://app.example/hooks"}"#,
    nested: ErrorCode::InvalidConfiguration,
}

/// What a session of Link is made with: stored sealed, read by Link.
#[derive(Serialize, Deserialize)]
#[expect(missing_debug_implementations, reason = "holds personal data")]
pub struct LinkConfig {
    /// Products to ask consent for.
    pub additional_consented_products: Vec<Product>,
    /// The Android app's package.
    pub android_package_name: Option<String>,
    /// Which colours.
    pub appearance_mode: Option<AppearanceMode>,
    /// Which ways to numbers are on.
    pub auth: LinkAuth,
    /// Whether several logins can be linked.
    pub enable_multi_item_link: bool,
    /// Set when the session can be opened by a URL of ours.
    pub hosted_link: Option<HostedLink>,
    /// The bank to begin with.
    pub institution_id: Option<InstitutionId>,
    /// Which customization.
    pub link_customization_name: String,
    /// What `/link/token/get` shows.
    pub metadata: LinkTokenMetadata,
    /// Products to add where possible.
    pub optional_products: Vec<Product>,
    /// Products that are needed wherever the bank has them.
    pub required_if_supported_products: Vec<Product>,
    /// How much history of transactions.
    pub transactions: Option<LinkTransactions>,
    /// What may change in update mode.
    pub update: LinkUpdate,
    /// The end user.
    pub user: Option<LinkUser>,
}
