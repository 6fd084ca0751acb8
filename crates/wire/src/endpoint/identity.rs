//! `/identity/get`, `/identity/match`.

use super::account::{AccountOptions, AccountsRequest};
use super::{endpoint, groups};
use crate::request;
use crate::shape::{
    identity::{AccountWithOwners, AccountWithScores},
    item::Item,
};
use schemars::JsonSchema;
use selvedge_model::{ErrorCode, Sensitive};
use serde::{Deserialize, Serialize};

/// Accounts with their owners.
#[derive(Serialize, JsonSchema)]
#[expect(missing_debug_implementations, reason = "holds personal data")]
pub struct IdentityResponse {
    /// The accounts.
    pub accounts: Vec<AccountWithOwners>,
    /// The Item.
    pub item: Item,
    /// The id of the request.
    pub request_id: String,
}

endpoint! {
    IdentityGet: AccountsRequest => IdentityResponse, "/identity/get", "shows who the bank says the holders are",
    errors: [groups::ITEM, groups::DATA, &[ErrorCode::IdentityLimit]],
    example: r#"{"access_token":"access-sandbox-3f1c8a52-7d0e-4b69-a1f4-95c2e8d07b36"}"#,
}

request! {
    /// What the app knows about its user.
    pub struct IdentityMatchRequest {
        /// The Item's access token.
        pub access_token: Sensitive,
        /// Which accounts.
        #[serde(default)]
        pub options: Option<AccountOptions>,
        /// What the app knows.
        #[serde(default)]
        pub user: Option<MatchUser>,
    }
}

/// What the app knows about its user.
#[derive(Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[expect(missing_debug_implementations, reason = "holds personal data")]
pub struct MatchUser {
    /// Address.
    #[serde(default)]
    pub address: Option<MatchAddress>,
    /// E-mail address.
    #[serde(default)]
    pub email_address: Option<String>,
    /// Full name.
    #[serde(default)]
    pub legal_name: Option<String>,
    /// Telephone number.
    #[serde(default)]
    pub phone_number: Option<String>,
}

/// A postal address, as far as the app knows it.
#[derive(Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[expect(missing_debug_implementations, reason = "holds personal data")]
pub struct MatchAddress {
    /// Town.
    #[serde(default)]
    pub city: Option<String>,
    /// ISO 3166-1 alpha-2.
    #[serde(default)]
    pub country: Option<String>,
    /// Postal code.
    #[serde(default)]
    pub postal_code: Option<String>,
    /// State or province.
    #[serde(default)]
    pub region: Option<String>,
    /// Street and house.
    #[serde(default)]
    pub street: Option<String>,
}

/// Accounts with the scores of the match.
#[derive(Debug, Serialize, JsonSchema)]
pub struct IdentityMatchResponse {
    /// The accounts.
    pub accounts: Vec<AccountWithScores>,
    /// The Item.
    pub item: Item,
    /// The id of the request.
    pub request_id: String,
}

endpoint! {
    IdentityMatch: IdentityMatchRequest => IdentityMatchResponse, "/identity/match", "scores what the app knows against what the bank says",
    errors: [groups::ITEM, groups::DATA],
    example: r#"{"access_token":"access-sandbox-3f1c8a52-7d0e-4b69-a1f4-95c2e8d07b36","user":{"legal_name":"Alberta Charleson","phone_number":"+1 111 222 3333"}}"#,
}
