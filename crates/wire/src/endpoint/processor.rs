//! `/processor/…` as the app calls it: tokens for partners, and what each may read.

use super::{Done, endpoint, groups};
use crate::doc::{Patch, Revealed, given};
use crate::request;
use schemars::JsonSchema;
use selvedge_model::{ErrorCode, Product, Sensitive, id::AccountId};
use serde::Serialize;

request! {
    /// One account for one partner.
    pub struct ProcessorTokenCreateRequest {
        /// The Item's access token.
        pub access_token: Sensitive,
        /// The account.
        pub account_id: AccountId,
        /// The partner.
        #[schemars(length(min = 1))]
        pub processor: String,
    }
}

/// A token that opens one account to one partner.
#[derive(Serialize, JsonSchema)]
#[expect(missing_debug_implementations, reason = "holds a token")]
pub struct ProcessorTokenResponse {
    /// The processor token.
    pub processor_token: Revealed,
    /// The id of the request.
    pub request_id: String,
}

endpoint! {
    ProcessorTokenCreate: ProcessorTokenCreateRequest => ProcessorTokenResponse, "/processor/token/create", "opens one account to one payment partner",
    errors: [groups::ITEM, groups::DATA, &[ErrorCode::NoAuthAccounts, ErrorCode::ItemNotSupported]],
    example: r#"{"access_token":"access-sandbox-3f1c8a52-7d0e-4b69-a1f4-95c2e8d07b36","account_id":"Qv8Kp2ZtLr5XwN7mJc3HdYb6Fs9Ga4Te1Uo0i","processor":"dwolla"}"#,
}

request! {
    /// One account.
    pub struct AccountTokenRequest {
        /// The Item's access token.
        pub access_token: Sensitive,
        /// The account.
        pub account_id: AccountId,
    }
}

/// A Stripe bank account token.
#[derive(Serialize, JsonSchema)]
#[expect(missing_debug_implementations, reason = "holds a token")]
pub struct StripeTokenResponse {
    /// The id of the request.
    pub request_id: String,
    /// `btok_…`.
    pub stripe_bank_account_token: Revealed,
}

endpoint! {
    StripeTokenCreate: AccountTokenRequest => StripeTokenResponse, "/processor/stripe/bank_account_token/create", "makes a Stripe bank account token",
    errors: [groups::ITEM, groups::DATA, &[ErrorCode::NoAuthAccounts, ErrorCode::InvalidStripeAccount]],
    example: r#"{"access_token":"access-sandbox-3f1c8a52-7d0e-4b69-a1f4-95c2e8d07b36","account_id":"Qv8Kp2ZtLr5XwN7mJc3HdYb6Fs9Ga4Te1Uo0i"}"#,
}

endpoint! {
    ApexTokenCreate: AccountTokenRequest => ProcessorTokenResponse, "/processor/apex/processor_token/create", "opens one account to Apex (kept for older clients)",
    errors: [groups::ITEM, groups::DATA, &[ErrorCode::NoAuthAccounts]],
    example: r#"{"access_token":"access-sandbox-3f1c8a52-7d0e-4b69-a1f4-95c2e8d07b36","account_id":"Qv8Kp2ZtLr5XwN7mJc3HdYb6Fs9Ga4Te1Uo0i"}"#,
}

request! {
    /// What a partner may read with a token.
    pub struct PermissionsSetRequest {
        /// The processor token.
        pub processor_token: Sensitive,
        /// The products; empty for all.
        pub products: Vec<Product>,
    }
}

endpoint! {
    PermissionsSet: PermissionsSetRequest => Done, "/processor/token/permissions/set", "narrows what a partner may read",
    errors: [groups::PROCESSOR],
    example: r#"{"processor_token":"processor-sandbox-0asd1-a92nc-2bd0","products":["auth","balance"]}"#,
}

request! {
    /// A processor token.
    pub struct ProcessorTokenRequest {
        /// The processor token.
        pub processor_token: Sensitive,
    }
}

/// What a partner may read with a token.
#[derive(Debug, Serialize, JsonSchema)]
pub struct PermissionsResponse {
    /// The products; empty for all.
    pub products: Vec<Product>,
    /// The id of the request.
    pub request_id: String,
}

endpoint! {
    PermissionsGet: ProcessorTokenRequest => PermissionsResponse, "/processor/token/permissions/get", "shows what a partner may read",
    errors: [groups::PROCESSOR],
    example: r#"{"processor_token":"processor-sandbox-0asd1-a92nc-2bd0"}"#,
}

request! {
    /// Where a partner's webhooks for this token go.
    pub struct ProcessorWebhookUpdateRequest {
        /// The processor token.
        pub processor_token: Sensitive,
        /// The URL; null removes it.
        #[serde(deserialize_with = "given")]
        pub webhook: Patch<String>,
    }
}

endpoint! {
    ProcessorWebhookUpdate: ProcessorWebhookUpdateRequest => Done, "/processor/token/webhook/update", "changes where a partner's webhooks go",
    errors: [groups::PROCESSOR],
    example: r#"{"processor_token":"processor-sandbox-0asd1-a92nc-2bd0","webhook":"https://partner.example/hooks"}"#,
}
