//! `/link/token/get`: a link token as it was made, and the sessions that were opened with it.

use super::{AccountFilters, InstitutionData};
use crate::callback::{CallbackError, CallbackEvent, ExitMetadata, ExitStatus};
use crate::doc::Revealed;
use crate::endpoint::endpoint;
use crate::request;
use crate::shape::account::Account;
use jiff::Timestamp;
use schemars::JsonSchema;
use selvedge_model::id::{AccountId, InstitutionId, UserId};
use selvedge_model::{ErrorCode, Product, Sensitive, country::Country};
use serde::{Deserialize, Serialize};
use serde_json::Value;

request! {
    /// Which link token.
    pub struct LinkTokenGetRequest {
        /// The link token.
        pub link_token: Sensitive,
    }
}

/// A link token's configuration and what happened with it.
#[derive(Serialize, JsonSchema)]
#[expect(missing_debug_implementations, reason = "holds a token")]
pub struct LinkTokenGetResponse {
    /// When it was made.
    pub created_at: Option<Timestamp>,
    /// When it ends.
    pub expiration: Option<Timestamp>,
    /// Sessions; absent until the first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub link_sessions: Vec<LinkSession>,
    /// The link token.
    pub link_token: Revealed,
    /// The configuration.
    pub metadata: LinkTokenMetadata,
    /// The id of the request.
    pub request_id: String,
    /// The end user, when one was named.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub user_id: Option<UserId>,
}

/// What a link token was made with.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct LinkTokenMetadata {
    /// Which accounts may be chosen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account_filters: Option<AccountFilters>,
    /// The app's name.
    pub client_name: Option<String>,
    /// Whose banks.
    pub country_codes: Vec<Country>,
    /// The products asked for, in that order.
    pub initial_products: Vec<Product>,
    /// What is known about the bank.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub institution_data: Option<InstitutionData>,
    /// The language.
    pub language: Option<String>,
    /// Where a bank's own site sends the person back to.
    pub redirect_uri: Option<String>,
    /// Where webhooks go.
    pub webhook: Option<String>,
}

/// One opening of Link.
#[derive(Serialize, JsonSchema)]
#[expect(missing_debug_implementations, reason = "may hold tokens")]
pub struct LinkSession {
    /// What happened, newest first.
    pub events: Vec<LinkEvent>,
    /// How it was left, where nothing was linked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub exit: Option<LinkExit>,
    /// When it ended.
    pub finished_at: Option<Timestamp>,
    /// Its id.
    pub link_session_id: String,
    /// `exit` under its older name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on_exit: Option<LinkExit>,
    /// The last Item that was linked, as older apps read it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on_success: Option<LinkSuccess>,
    /// What came of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub results: Option<LinkResults>,
    /// When it began.
    pub started_at: Option<Timestamp>,
}

/// One event of a session.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct LinkEvent {
    /// Its id.
    pub event_id: String,
    /// What is known about it.
    pub event_metadata: std::collections::BTreeMap<String, String>,
    /// Its name.
    pub event_name: String,
    /// When.
    pub timestamp: Timestamp,
}

impl From<&CallbackEvent> for LinkEvent {
    fn from(event: &CallbackEvent) -> Self {
        Self {
            event_id: event.event_id.clone(),
            event_metadata: event.metadata.recorded(),
            event_name: event.event_name.as_str().to_owned(),
            timestamp: event.metadata.timestamp,
        }
    }
}

/// How a session was left.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct LinkExit {
    /// The last error that the person met.
    pub error: Option<CallbackError>,
    /// The rest.
    pub metadata: LinkExitMetadata,
}

/// Where a session was left; what is not known is absent.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct LinkExitMetadata {
    /// The chosen institution.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub institution: Option<LinkedInstitution>,
    /// The session.
    pub link_session_id: String,
    /// The last request that Link made.
    pub request_id: String,
    /// Where it was left.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<ExitStatus>,
}

impl From<&ExitMetadata> for LinkExitMetadata {
    fn from(metadata: &ExitMetadata) -> Self {
        Self {
            institution: metadata.institution.clone(),
            link_session_id: metadata.link_session_id.clone(),
            request_id: metadata.request_id.clone(),
            status: metadata.status,
        }
    }
}

/// An Item that was linked, as older apps read it.
#[derive(Serialize, JsonSchema)]
#[expect(missing_debug_implementations, reason = "holds a token")]
pub struct LinkSuccess {
    /// What else is known.
    pub metadata: LinkSuccessMetadata,
    /// The public token.
    pub public_token: Revealed,
}

/// What is known of an Item that was linked.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct LinkSuccessMetadata {
    /// The accounts that were shared.
    pub accounts: Vec<LinkedAccount>,
    /// The bank.
    pub institution: Option<LinkedInstitution>,
    /// The session.
    pub link_session_id: String,
    /// Of a product that is not served: null.
    pub transfer_status: Option<String>,
}

/// What came of a session; every key is there.
#[derive(Default, Serialize, JsonSchema)]
#[expect(missing_debug_implementations, reason = "holds tokens")]
pub struct LinkResults {
    /// Of products that are not served: empty.
    pub bank_income_results: Vec<Value>,
    /// Of products that are not served: empty.
    pub cra_item_add_results: Vec<Value>,
    /// Of products that are not served: empty.
    pub cra_update_results: Vec<Value>,
    /// Of products that are not served: null.
    pub document_income_results: Option<Value>,
    /// Items that were linked.
    pub item_add_results: Vec<ItemAddResult>,
    /// Of products that are not served: empty.
    pub payroll_income_results: Vec<Value>,
}

/// An Item that was linked.
#[derive(Clone, Serialize, Deserialize, JsonSchema)]
#[expect(missing_debug_implementations, reason = "holds a token")]
pub struct ItemAddResult {
    /// The accounts that were shared.
    pub accounts: Vec<LinkedAccount>,
    /// The bank.
    pub institution: Option<LinkedInstitution>,
    /// The public token.
    pub public_token: Revealed,
}

/// A bank, as Link's callbacks name it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct LinkedInstitution {
    /// Its id.
    pub institution_id: InstitutionId,
    /// Its name.
    pub name: String,
}

/// An account, as Link's callbacks name it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct LinkedAccount {
    /// Always null.
    pub class_type: Option<String>,
    /// Its id.
    pub id: AccountId,
    /// Its mask.
    pub mask: Option<String>,
    /// Its name.
    pub name: String,
    /// Its kind.
    pub subtype: Option<String>,
    /// Its family.
    #[serde(rename = "type")]
    pub kind: String,
    /// Null when nothing had to be verified.
    pub verification_status: Option<String>,
}

impl From<&Account> for LinkedAccount {
    fn from(account: &Account) -> Self {
        Self {
            class_type: None,
            id: account.account_id.clone(),
            mask: account.mask.clone(),
            name: account.name.clone(),
            subtype: account.subtype.clone(),
            kind: account.kind.as_str().to_owned(),
            verification_status: account
                .verification_status
                .map(|status| status.as_str().to_owned()),
        }
    }
}

endpoint! {
    LinkTokenGet: LinkTokenGetRequest => LinkTokenGetResponse, "/link/token/get", "shows a link token and what happened with it",
    errors: [&[ErrorCode::InvalidLinkToken]],
    example: r#"{"link_token":"link-sandbox-33792986-2b9c-4b80-b1f2-518caaac6183"}"#,
}
