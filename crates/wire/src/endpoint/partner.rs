//! `/processor/…` as a partner calls it, with keys of its own.

use super::identity::MatchUser;
use super::processor::ProcessorTokenRequest;
use super::{endpoint, groups};
use crate::request;
use crate::shape::account::Account;
use crate::shape::identity::{AccountWithOwners, AccountWithScores};
use crate::shape::numbers::AccountNumbers;
use jiff::Timestamp;
use schemars::JsonSchema;
use selvedge_model::{ErrorCode, Sensitive, id::InstitutionId};
use serde::{Deserialize, Serialize};

/// The account with its numbers.
#[derive(Serialize, JsonSchema)]
#[expect(missing_debug_implementations, reason = "holds account numbers")]
pub struct ProcessorAuthResponse {
    /// The account.
    pub account: Account,
    /// Its numbers.
    pub numbers: AccountNumbers,
    /// The id of the request.
    pub request_id: String,
}

endpoint! {
    ProcessorAuthGet: ProcessorTokenRequest => ProcessorAuthResponse, "/processor/auth/get", "gives a partner the account's numbers",
    errors: [groups::PROCESSOR, groups::DATA, &[ErrorCode::NoAuthAccounts]],
    example: r#"{"processor_token":"processor-sandbox-0asd1-a92nc-2bd0"}"#,
}

/// The account as last seen.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ProcessorAccountResponse {
    /// The account.
    pub account: Account,
    /// The bank.
    pub institution_id: InstitutionId,
    /// The id of the request.
    pub request_id: String,
}

endpoint! {
    ProcessorAccountGet: ProcessorTokenRequest => ProcessorAccountResponse, "/processor/account/get", "shows a partner the account as last seen",
    errors: [groups::PROCESSOR],
    example: r#"{"processor_token":"processor-sandbox-0asd1-a92nc-2bd0"}"#,
}

request! {
    /// A processor token, and how fresh the balance must be.
    pub struct ProcessorBalanceRequest {
        /// How fresh.
        #[serde(default)]
        pub options: Option<ProcessorBalanceOptions>,
        /// The processor token.
        pub processor_token: Sensitive,
    }
}

/// How fresh the balance must be.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ProcessorBalanceOptions {
    /// The oldest acceptable balance; only looked at where a bank dates its balances.
    #[serde(default)]
    pub min_last_updated_datetime: Option<Timestamp>,
}

/// The account with the balance of now.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ProcessorBalanceResponse {
    /// The account.
    pub account: Account,
    /// The id of the request.
    pub request_id: String,
}

endpoint! {
    ProcessorBalanceGet: ProcessorBalanceRequest => ProcessorBalanceResponse, "/processor/balance/get", "asks the bank for the account's balance of now",
    errors: [groups::PROCESSOR, groups::DATA, &[ErrorCode::LastUpdatedDatetimeOutOfRange]],
    example: r#"{"processor_token":"processor-sandbox-0asd1-a92nc-2bd0"}"#,
}

/// The account with its owners.
#[derive(Serialize, JsonSchema)]
#[expect(missing_debug_implementations, reason = "holds personal data")]
pub struct ProcessorIdentityResponse {
    /// The account.
    pub account: AccountWithOwners,
    /// The id of the request.
    pub request_id: String,
}

endpoint! {
    ProcessorIdentityGet: ProcessorTokenRequest => ProcessorIdentityResponse, "/processor/identity/get", "shows a partner who the holders are",
    errors: [groups::PROCESSOR, groups::DATA],
    example: r#"{"processor_token":"processor-sandbox-0asd1-a92nc-2bd0"}"#,
}

request! {
    /// A processor token, and what the partner knows about the holder.
    pub struct ProcessorMatchRequest {
        /// The processor token.
        pub processor_token: Sensitive,
        /// What the partner knows.
        #[serde(default)]
        pub user: Option<MatchUser>,
    }
}

/// The account with the scores of the match.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ProcessorMatchResponse {
    /// The account.
    pub account: AccountWithScores,
    /// The id of the request.
    pub request_id: String,
}

endpoint! {
    ProcessorIdentityMatch: ProcessorMatchRequest => ProcessorMatchResponse, "/processor/identity/match", "scores what a partner knows against what the bank says",
    errors: [groups::PROCESSOR, groups::DATA],
    example: r#"{"processor_token":"processor-sandbox-0asd1-a92nc-2bd0","user":{"legal_name":"Alberta Charleson"}}"#,
}
