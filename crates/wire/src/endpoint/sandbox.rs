//! `/sandbox/…`: what the end user and the bank would do.

use super::processor::ProcessorTokenResponse;
use super::{Availability, Done, endpoint, groups};
use crate::doc::Revealed;
use crate::request;
use jiff::civil::Date;
use schemars::JsonSchema;
use selvedge_model::id::{AccountId, InstitutionId, UserId};
use selvedge_model::{ErrorCode, Product, Sensitive, account::VerificationStatus};
use serde::{Deserialize, Serialize};
use serde_json::Value;

request! {
    /// An Item to make as though its user had gone through Link.
    pub struct SandboxPublicTokenRequest {
        /// What the Item is for.
        #[schemars(length(min = 1))]
        pub initial_products: Vec<Product>,
        /// The bank.
        pub institution_id: InstitutionId,
        /// Webhook, login and more.
        #[serde(default)]
        pub options: Option<SandboxOptions>,
        /// The end user.
        #[serde(default)]
        pub user_id: Option<UserId>,
        /// The end user, as older versions named them.
        #[serde(default)]
        pub user_token: Option<Sensitive>,
    }
}

/// Webhook, login and more of a Sandbox Item.
#[derive(Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[expect(missing_debug_implementations, reason = "holds a bank credential")]
pub struct SandboxOptions {
    /// Of a product that is not served; ignored.
    #[serde(default)]
    pub income_verification: Option<Value>,
    /// The password; `pass_good` when absent. For `user_custom`: the custom user as JSON text.
    #[serde(default)]
    pub override_password: Option<Sensitive>,
    /// The user name; `user_good` when absent.
    #[serde(default)]
    pub override_username: Option<Sensitive>,
    /// Of a product that is not served; dates are checked.
    #[serde(default)]
    pub statements: Option<SandboxDates>,
    /// How much history of transactions.
    #[serde(default)]
    pub transactions: Option<SandboxDates>,
    /// Where the Item's webhooks go.
    #[serde(default)]
    pub webhook: Option<String>,
}

/// A range of days.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SandboxDates {
    /// Days of history: 1 to 730.
    #[serde(default)]
    #[schemars(range(min = 1, max = 730))]
    pub days_requested: Option<i64>,
    /// The last day.
    #[serde(default)]
    pub end_date: Option<Date>,
    /// The first day.
    #[serde(default)]
    pub start_date: Option<Date>,
}

/// A public token, as Link would have given it.
#[derive(Serialize, JsonSchema)]
#[expect(missing_debug_implementations, reason = "holds a token")]
pub struct SandboxPublicTokenResponse {
    /// The public token.
    pub public_token: Revealed,
    /// The id of the request.
    pub request_id: String,
}

endpoint! {
    SandboxPublicTokenCreate: SandboxPublicTokenRequest => SandboxPublicTokenResponse, "/sandbox/public_token/create", "links a test login without Link",
    errors: [groups::SANDBOX, groups::DATA, groups::SIGN_IN, &[ErrorCode::InvalidUserId, ErrorCode::InvalidUserToken]],
    example: r#"{"institution_id":"ins_109508","initial_products":["auth"],"options":{"webhook":"https://app.example/hooks"}}"#,
    available: Availability::Sandbox,
}

request! {
    /// An Item and a token to its first account, for a partner's own tests.
    pub struct SandboxProcessorTokenRequest {
        /// The bank.
        pub institution_id: InstitutionId,
        /// The login.
        #[serde(default)]
        pub options: Option<SandboxLogin>,
    }
}

/// A test login.
#[derive(Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[expect(missing_debug_implementations, reason = "holds a bank credential")]
pub struct SandboxLogin {
    /// The password; `pass_good` when absent.
    #[serde(default)]
    pub override_password: Option<Sensitive>,
    /// The user name; `user_good` when absent.
    #[serde(default)]
    pub override_username: Option<Sensitive>,
}

endpoint! {
    SandboxProcessorTokenCreate: SandboxProcessorTokenRequest => ProcessorTokenResponse, "/sandbox/processor_token/create", "makes an Item and a processor token for the caller's own tests",
    errors: [groups::SANDBOX, groups::DATA, groups::SIGN_IN, &[ErrorCode::NoAuthAccounts]],
    example: r#"{"institution_id":"ins_109508"}"#,
    available: Availability::Sandbox,
}

request! {
    /// Which webhook to send now.
    pub struct FireWebhookRequest {
        /// The Item's access token.
        pub access_token: Sensitive,
        /// The code.
        pub webhook_code: SandboxWebhookCode,
        /// The type; needed where a code has several.
        #[serde(default)]
        pub webhook_type: Option<SandboxWebhookType>,
    }
}

selvedge_model::named_enum! {
    /// Codes that can be sent on demand.
    pub enum SandboxWebhookCode {
        DefaultUpdate = "DEFAULT_UPDATE", NewAccountsAvailable = "NEW_ACCOUNTS_AVAILABLE",
        SmsMicrodepositsVerification = "SMS_MICRODEPOSITS_VERIFICATION",
        AuthorizationGranted = "AUTHORIZATION_GRANTED", UserPermissionRevoked = "USER_PERMISSION_REVOKED",
        UserAccountRevoked = "USER_ACCOUNT_REVOKED", PendingDisconnect = "PENDING_DISCONNECT",
        RecurringTransactionsUpdate = "RECURRING_TRANSACTIONS_UPDATE", LoginRepaired = "LOGIN_REPAIRED",
        SyncUpdatesAvailable = "SYNC_UPDATES_AVAILABLE", ProductReady = "PRODUCT_READY", Error = "ERROR",
    }
}
selvedge_model::named_enum! {
    /// Types that can be sent on demand.
    pub enum SandboxWebhookType {
        Auth = "AUTH", Holdings = "HOLDINGS", InvestmentsTransactions = "INVESTMENTS_TRANSACTIONS",
        Item = "ITEM", Liabilities = "LIABILITIES", Transactions = "TRANSACTIONS", Assets = "ASSETS",
        Identity = "IDENTITY",
    }
}

/// Whether the webhook was written.
#[derive(Debug, Serialize, JsonSchema)]
pub struct FireWebhookResponse {
    /// The id of the request.
    pub request_id: String,
    /// True: it is on its way, whatever the receiver will answer.
    pub webhook_fired: bool,
}

endpoint! {
    FireWebhook: FireWebhookRequest => FireWebhookResponse, "/sandbox/item/fire_webhook", "sends a webhook now",
    errors: [groups::SANDBOX, groups::ITEM, &[ErrorCode::SandboxProductNotEnabled, ErrorCode::SandboxWebhookInvalid, ErrorCode::NoAccounts]],
    example: r#"{"access_token":"access-sandbox-3f1c8a52-7d0e-4b69-a1f4-95c2e8d07b36","webhook_type":"AUTH","webhook_code":"DEFAULT_UPDATE"}"#,
    available: Availability::Sandbox,
}

request! {
    /// Which login to break.
    pub struct ResetLoginRequest {
        /// The Item's access token.
        pub access_token: Sensitive,
    }
}

/// Whether the login is broken now.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ResetLoginResponse {
    /// The id of the request.
    pub request_id: String,
    /// True.
    pub reset_login: bool,
}

endpoint! {
    ResetLogin: ResetLoginRequest => ResetLoginResponse, "/sandbox/item/reset_login", "breaks an Item's login",
    errors: [groups::SANDBOX, groups::ITEM],
    example: r#"{"access_token":"access-sandbox-3f1c8a52-7d0e-4b69-a1f4-95c2e8d07b36"}"#,
    available: Availability::Sandbox,
}

request! {
    /// How an automated verification ends.
    pub struct SetVerificationStatusRequest {
        /// The Item's access token.
        pub access_token: Sensitive,
        /// The account.
        pub account_id: AccountId,
        /// `automatically_verified` or `verification_expired`.
        pub verification_status: VerificationStatus,
    }
}

endpoint! {
    SetVerificationStatus: SetVerificationStatusRequest => Done, "/sandbox/item/set_verification_status", "ends an automated micro-deposit verification",
    errors: [groups::SANDBOX, groups::ITEM, &[ErrorCode::InvalidAccountId]],
    example: r#"{"access_token":"access-sandbox-3f1c8a52-7d0e-4b69-a1f4-95c2e8d07b36","account_id":"Qv8Kp2ZtLr5XwN7mJc3HdYb6Fs9Ga4Te1Uo0i","verification_status":"automatically_verified"}"#,
    available: Availability::Sandbox,
}
