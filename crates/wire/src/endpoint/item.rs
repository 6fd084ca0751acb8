//! `/item/…`: from public token to access token, and the Item's life after that.

use super::{Done, endpoint, groups};
use crate::doc::{Patch, Revealed};
use crate::request;
use crate::shape::item::{Item, ItemStatus, ItemWithConsent};
use jiff::Timestamp;
use schemars::JsonSchema;
use selvedge_model::id::{AccountId, InstitutionId, ItemId};
use selvedge_model::scope::DataScope;
use selvedge_model::{ErrorCode, Product, Sensitive, account::AccountType};
use serde::{Deserialize, Serialize};

request! {
    /// The public token that Link gave.
    pub struct ExchangeRequest {
        /// The public token.
        pub public_token: Sensitive,
    }
}

/// The access token: keep it on the server.
#[derive(Serialize, JsonSchema)]
#[expect(missing_debug_implementations, reason = "holds a token")]
pub struct ExchangeResponse {
    /// The access token.
    pub access_token: Revealed,
    /// The Item it opens.
    pub item_id: ItemId,
    /// The id of the request.
    pub request_id: String,
}

endpoint! {
    PublicTokenExchange: ExchangeRequest => ExchangeResponse, "/item/public_token/exchange", "turns a public token into an access token, once",
    errors: [&[ErrorCode::InvalidPublicToken]],
    example: r#"{"public_token":"public-sandbox-b0e2c4ee-a763-4df5-bfe9-46a46bce993d"}"#,
}

request! {
    /// An access token.
    pub struct AccessTokenRequest {
        /// The Item's access token.
        pub access_token: Sensitive,
    }
}

/// A new public token.
#[derive(Serialize, JsonSchema)]
#[expect(missing_debug_implementations, reason = "holds a token")]
pub struct PublicTokenResponse {
    /// When it ends.
    pub expiration: Timestamp,
    /// The public token.
    pub public_token: Revealed,
    /// The id of the request.
    pub request_id: String,
}

endpoint! {
    PublicTokenCreate: AccessTokenRequest => PublicTokenResponse, "/item/public_token/create", "makes a public token for an existing Item (kept for older clients)",
    errors: [groups::ITEM],
    example: r#"{"access_token":"access-sandbox-3f1c8a52-7d0e-4b69-a1f4-95c2e8d07b36"}"#,
}

/// An Item and how its data fares.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ItemGetResponse {
    /// The Item.
    pub item: ItemWithConsent,
    /// The id of the request.
    pub request_id: String,
    /// How its data fares.
    pub status: ItemStatus,
}

endpoint! {
    ItemGet: AccessTokenRequest => ItemGetResponse, "/item/get", "shows an Item, broken or not",
    errors: [groups::ITEM, &[ErrorCode::ItemGetLimit]],
    example: r#"{"access_token":"access-sandbox-3f1c8a52-7d0e-4b69-a1f4-95c2e8d07b36"}"#,
}

request! {
    /// Which Item to remove, and why.
    pub struct ItemRemoveRequest {
        /// The Item's access token.
        pub access_token: Sensitive,
        /// Why.
        #[serde(default)]
        pub reason_code: Option<RemovalReason>,
        /// Why, in words: at most 512 characters.
        #[serde(default)]
        pub reason_note: Option<String>,
    }
}

selvedge_model::named_enum! {
    /// Why an Item is removed.
    pub enum RemovalReason {
        FraudFirstParty = "FRAUD_FIRST_PARTY", FraudFalseIdentity = "FRAUD_FALSE_IDENTITY",
        FraudAbuse = "FRAUD_ABUSE", FraudOther = "FRAUD_OTHER",
        ConnectionIsNonFunctional = "CONNECTION_IS_NON_FUNCTIONAL", Other = "OTHER",
    }
}

endpoint! {
    ItemRemove: ItemRemoveRequest => Done, "/item/remove", "ends an Item and every token made from it",
    errors: [groups::ITEM],
    example: r#"{"access_token":"access-sandbox-3f1c8a52-7d0e-4b69-a1f4-95c2e8d07b36"}"#,
}

request! {
    /// Where the Item's webhooks should go from now on.
    pub struct WebhookUpdateRequest {
        /// The Item's access token.
        pub access_token: Sensitive,
        /// The URL; null removes it.
        #[serde(default)]
        pub webhook: Patch<String>,
    }
}

/// The Item after the change.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ItemResponse {
    /// The Item.
    pub item: Item,
    /// The id of the request.
    pub request_id: String,
}

endpoint! {
    WebhookUpdate: WebhookUpdateRequest => ItemResponse, "/item/webhook/update", "changes where an Item's webhooks go",
    errors: [groups::ITEM],
    example: r#"{"access_token":"access-sandbox-3f1c8a52-7d0e-4b69-a1f4-95c2e8d07b36","webhook":"https://app.example/hooks"}"#,
}

/// The access token that replaces the old one.
#[derive(Serialize, JsonSchema)]
#[expect(missing_debug_implementations, reason = "holds a token")]
pub struct InvalidateResponse {
    /// The new access token; the old one is refused from now on.
    pub new_access_token: Revealed,
    /// The id of the request.
    pub request_id: String,
}

endpoint! {
    AccessTokenInvalidate: AccessTokenRequest => InvalidateResponse, "/item/access_token/invalidate", "rotates an access token",
    errors: [groups::ITEM],
    example: r#"{"access_token":"access-sandbox-3f1c8a52-7d0e-4b69-a1f4-95c2e8d07b36"}"#,
}

request! {
    /// A login to link without Link.
    pub struct ItemImportRequest {
        /// The bank; the sandbox's first when absent.
        #[serde(default)]
        pub institution_id: Option<InstitutionId>,
        /// Webhook and more.
        #[serde(default)]
        pub options: Option<ItemImportOptions>,
        /// What the Item is for.
        #[schemars(length(min = 1))]
        pub products: Vec<Product>,
        /// The login.
        pub user_auth: UserAuth,
    }
}

/// Webhook of an imported Item.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ItemImportOptions {
    /// Where the Item's webhooks go.
    #[serde(default)]
    pub webhook: Option<String>,
}

/// A login.
#[derive(Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[expect(missing_debug_implementations, reason = "holds a bank credential")]
pub struct UserAuth {
    /// The password.
    pub auth_token: Sensitive,
    /// The user name.
    pub user_id: Sensitive,
}

/// The imported Item's access token.
#[derive(Serialize, JsonSchema)]
#[expect(missing_debug_implementations, reason = "holds a token")]
pub struct ItemImportResponse {
    /// The access token.
    pub access_token: Revealed,
    /// The id of the request.
    pub request_id: String,
}

endpoint! {
    ItemImport: ItemImportRequest => ItemImportResponse, "/item/import", "links a login that the app already holds",
    errors: [groups::DATA, groups::SIGN_IN],
    example: r#"{"products":["auth","identity"],"user_auth":{"user_id":"user_good","auth_token":"pass_good"}}"#,
}

/// What an end user agreed to, and when.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ConsentEventsResponse {
    /// Oldest first.
    pub consent_events: Vec<ConsentEvent>,
    /// The id of the request.
    pub request_id: String,
}

/// One change of consent.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct ConsentEvent {
    /// Accounts it covers.
    pub consented_accounts: Vec<ConsentedAccount>,
    /// Scopes it covers.
    pub consented_data_scopes: Vec<DataScope>,
    /// Use cases it covers.
    pub consented_use_cases: Vec<String>,
    /// When.
    pub created_at: Timestamp,
    /// `USER_AGREEMENT`, `USE_CASES`, `DATA_SCOPES`, `ACCOUNT_SCOPES` or `REVOCATION`.
    pub event_code: ConsentCode,
    /// Granted, updated or revoked.
    pub event_type: ConsentType,
    /// Who did it.
    pub initiator: ConsentInitiator,
    /// The bank.
    pub institution_id: Option<InstitutionId>,
    /// Its name.
    pub institution_name: Option<String>,
    /// The Item.
    pub item_id: ItemId,
}

selvedge_model::named_enum! {
    /// What kind of consent changed.
    pub enum ConsentCode {
        UserAgreement = "USER_AGREEMENT", UseCases = "USE_CASES", DataScopes = "DATA_SCOPES",
        AccountScopes = "ACCOUNT_SCOPES", Revocation = "REVOCATION",
    }
}
selvedge_model::named_enum! {
    /// How it changed.
    pub enum ConsentType {
        Granted = "CONSENT_GRANTED", Revoked = "CONSENT_REVOKED", Updated = "CONSENT_UPDATED",
    }
}
selvedge_model::named_enum! {
    /// Who changed it.
    pub enum ConsentInitiator {
        Plaid = "PLAID", DataProvider = "DATA_PROVIDER", Customer = "CUSTOMER", EndUser = "END_USER",
    }
}

/// An account that a consent covers.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct ConsentedAccount {
    /// Its id.
    pub account_id: AccountId,
    /// Its mask; absent, never null: newer clients insist.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mask: Option<String>,
    /// Its name.
    pub name: String,
    /// The bank's name for it; absent, never null.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub official_name: Option<String>,
    /// Its kind.
    pub subtype: Option<String>,
    /// Its family.
    #[serde(rename = "type")]
    pub kind: AccountType,
}

endpoint! {
    ConsentEventsGet: AccessTokenRequest => ConsentEventsResponse, "/consent/events/get", "shows what the end user agreed to, and when",
    errors: [groups::ITEM],
    example: r#"{"access_token":"access-sandbox-3f1c8a52-7d0e-4b69-a1f4-95c2e8d07b36"}"#,
}

request! {
    /// Which part of the team's Item history.
    pub struct ActivityListRequest {
        /// Only this Item's.
        #[serde(default)]
        pub access_token: Option<Sensitive>,
        /// At most this many: 1 to 50.
        #[serde(default)]
        #[schemars(range(min = 1, max = selvedge_model::limits::ACTIVITY_PAGE))]
        pub count: Option<i64>,
        /// Where the last page ended.
        #[serde(default)]
        pub cursor: Option<String>,
    }
}

/// A page of Item history.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ActivityListResponse {
    /// Newest first.
    pub activities: Vec<Activity>,
    /// Where the next page begins; absent on the last one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cursor: Option<String>,
    /// When each kind of data was last read, for each application.
    pub last_data_access_times: Vec<LastDataAccess>,
    /// The id of the request.
    pub request_id: String,
}

/// One thing that happened to an Item.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Activity {
    /// What.
    pub activity: ActivityKind,
    /// Which side signed the person in.
    pub authentication: String,
    /// Its id.
    pub id: String,
    /// The day it began.
    pub initiated_date: jiff::civil::Date,
    /// Who began it.
    pub initiator: String,
    /// How it ended.
    pub state: String,
    /// The application it concerns.
    pub target_application_id: String,
}

selvedge_model::named_enum! {
    /// What happened to an Item.
    pub enum ActivityKind {
        ItemCreate = "ITEM_CREATE", ItemImport = "ITEM_IMPORT", ItemUpdate = "ITEM_UPDATE",
        ItemUnlink = "ITEM_UNLINK", ItemRemove = "ITEM_REMOVE", ScopesUpdate = "SCOPES_UPDATE",
    }
}

/// When an application last read each kind of data; null for never.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct LastDataAccess {
    /// Balances.
    pub account_balance_info: Option<Timestamp>,
    /// Account and routing numbers.
    pub account_routing_number: Option<Timestamp>,
    /// The application.
    pub application_id: String,
    /// Names and contact details.
    pub contact_details: Option<Timestamp>,
    /// The same, as newer clients name it.
    pub contact_info: Option<Timestamp>,
    /// Credit and loans.
    pub credit_and_loans: Option<Timestamp>,
    /// The same, as newer clients name it.
    pub credit_loan_info: Option<Timestamp>,
    /// Investments.
    pub investments: Option<Timestamp>,
    /// Payroll.
    pub payroll_info: Option<Timestamp>,
    /// Risk signals.
    pub transaction_risk_info: Option<Timestamp>,
    /// Transactions.
    pub transactions: Option<Timestamp>,
}

endpoint! {
    ItemActivityList: ActivityListRequest => ActivityListResponse, "/item/activity/list", "lists what happened to the team's Items",
    errors: [groups::ITEM],
    example: r#"{"count":10}"#,
}
