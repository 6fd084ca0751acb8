//! `/accounts/get`, `/accounts/balance/get`, `/auth/get`.

use super::{endpoint, groups};
use crate::doc::Doc;
use crate::request;
use crate::shape::{account::Account, item::Item, numbers::Numbers};
use jiff::Timestamp;
use schemars::JsonSchema;
use selvedge_model::{ErrorCode, Sensitive, id::AccountId};
use serde::{Deserialize, Serialize};

request! {
    /// Whose accounts, and which of them.
    pub struct AccountsRequest {
        /// The Item's access token.
        pub access_token: Sensitive,
        /// Which accounts.
        #[serde(default)]
        pub options: Option<AccountOptions>,
    }
}

/// Which accounts.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AccountOptions {
    /// Only these; all when absent.
    #[serde(default)]
    pub account_ids: Option<Vec<AccountId>>,
}

/// Accounts of an Item.
#[derive(Serialize, JsonSchema)]
#[expect(missing_debug_implementations, reason = "made of stored documents")]
pub struct AccountsResponse {
    /// The accounts.
    pub accounts: Doc<Vec<Account>>,
    /// The Item.
    pub item: Item,
    /// The id of the request.
    pub request_id: String,
}

endpoint! {
    AccountsGet: AccountsRequest => AccountsResponse, "/accounts/get", "lists an Item's accounts with balances as last seen",
    errors: [groups::ITEM, &[ErrorCode::NoAccounts, ErrorCode::InvalidAccountId, ErrorCode::AccountsLimit]],
    example: r#"{"access_token":"access-sandbox-3f1c8a52-7d0e-4b69-a1f4-95c2e8d07b36"}"#,
}

request! {
    /// Whose balances, and of which accounts.
    pub struct BalanceRequest {
        /// The Item's access token.
        pub access_token: Sensitive,
        /// Which accounts, and how fresh.
        #[serde(default)]
        pub options: Option<BalanceOptions>,
    }
}

/// Which accounts, and how fresh their balances must be.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BalanceOptions {
    /// Only these; all when absent.
    #[serde(default)]
    pub account_ids: Option<Vec<AccountId>>,
    /// The oldest acceptable balance; only looked at where a bank dates its balances.
    #[serde(default)]
    pub min_last_updated_datetime: Option<Timestamp>,
}

endpoint! {
    AccountsBalanceGet: BalanceRequest => AccountsResponse, "/accounts/balance/get", "asks the bank for the balances of now",
    errors: [groups::ITEM, groups::DATA, &[ErrorCode::LastUpdatedDatetimeOutOfRange, ErrorCode::BalanceLimit, ErrorCode::AccountsBalanceGetLimit]],
    example: r#"{"access_token":"access-sandbox-3f1c8a52-7d0e-4b69-a1f4-95c2e8d07b36","options":{"account_ids":["Qv8Kp2ZtLr5XwN7mJc3HdYb6Fs9Ga4Te1Uo0i"]}}"#,
}

/// Accounts with their numbers.
#[derive(Serialize, JsonSchema)]
#[expect(missing_debug_implementations, reason = "holds account numbers")]
pub struct AuthResponse {
    /// The accounts.
    pub accounts: Doc<Vec<Account>>,
    /// The Item.
    pub item: Item,
    /// Their numbers.
    pub numbers: Doc<Numbers>,
    /// The id of the request.
    pub request_id: String,
}

endpoint! {
    AuthGet: AccountsRequest => AuthResponse, "/auth/get", "gives account and routing numbers",
    errors: [groups::ITEM, groups::DATA, &[ErrorCode::NoAuthAccounts, ErrorCode::AuthLimit]],
    example: r#"{"access_token":"access-sandbox-3f1c8a52-7d0e-4b69-a1f4-95c2e8d07b36"}"#,
}
