//! Webhook bodies, as receivers verify them: two-space indentation, keys in alphabetical order.

use crate::shape::item::ItemErrorBody;
use selvedge_model::Environment;
use selvedge_model::id::{AccountId, ItemId};
use serde_json::{Map, Value, json};

/// What a webhook says.
#[derive(Debug, Clone)]
pub enum Webhook {
    /// `ITEM` / `ERROR`.
    ItemError(ItemErrorBody),
    /// `ITEM` / `LOGIN_REPAIRED`.
    LoginRepaired,
    /// `ITEM` / `NEW_ACCOUNTS_AVAILABLE`.
    NewAccountsAvailable,
    /// `ITEM` / `PENDING_DISCONNECT`; when the connection will end.
    PendingDisconnect(jiff::Timestamp),
    /// `ITEM` / `AUTHORIZATION_GRANTED`.
    AuthorizationGranted,
    /// `ITEM` / `USER_PERMISSION_REVOKED`.
    UserPermissionRevoked(ItemErrorBody),
    /// `ITEM` / `USER_ACCOUNT_REVOKED`.
    UserAccountRevoked(AccountId),
    /// `ITEM` / `WEBHOOK_UPDATE_ACKNOWLEDGED`; the new URL.
    WebhookUpdateAcknowledged(String),
    /// `AUTH` / `AUTOMATICALLY_VERIFIED`.
    AutomaticallyVerified(AccountId),
    /// `AUTH` / `VERIFICATION_EXPIRED`.
    VerificationExpired(AccountId),
    /// `AUTH` / `SMS_MICRODEPOSITS_VERIFICATION`.
    SmsVerification(AccountId),
    /// `AUTH` / `DEFAULT_UPDATE`: accounts whose numbers changed.
    AuthUpdate(Vec<AccountId>),
    /// `IDENTITY` / `DEFAULT_UPDATE`: accounts whose owners changed.
    IdentityUpdate(Vec<AccountId>),
    /// `TRANSACTIONS` / `DEFAULT_UPDATE`.
    TransactionsUpdate,
    /// `TRANSACTIONS` / `SYNC_UPDATES_AVAILABLE`.
    SyncUpdatesAvailable,
    /// `TRANSACTIONS` / `RECURRING_TRANSACTIONS_UPDATE`.
    RecurringTransactionsUpdate(Vec<AccountId>),
    /// `HOLDINGS` / `DEFAULT_UPDATE`.
    HoldingsUpdate,
    /// `INVESTMENTS_TRANSACTIONS` / `DEFAULT_UPDATE`.
    InvestmentsTransactionsUpdate,
    /// `LIABILITIES` / `DEFAULT_UPDATE`.
    LiabilitiesUpdate(Vec<AccountId>),
    /// `ASSETS` / `PRODUCT_READY`; the report's id.
    AssetsReady(String),
    /// `ASSETS` / `ERROR`; the report's id.
    AssetsError(String, ItemErrorBody),
    /// `PROCESSOR_TOKEN` / `WEBHOOK_UPDATE_ACKNOWLEDGED`; the account and the new URL.
    ProcessorWebhookAcknowledged(AccountId, String),
}

impl Webhook {
    /// Its type and code.
    pub const fn name(&self) -> (&'static str, &'static str) {
        match self {
            Self::ItemError(_) => ("ITEM", "ERROR"),
            Self::LoginRepaired => ("ITEM", "LOGIN_REPAIRED"),
            Self::NewAccountsAvailable => ("ITEM", "NEW_ACCOUNTS_AVAILABLE"),
            Self::PendingDisconnect(_) => ("ITEM", "PENDING_DISCONNECT"),
            Self::AuthorizationGranted => ("ITEM", "AUTHORIZATION_GRANTED"),
            Self::UserPermissionRevoked(_) => ("ITEM", "USER_PERMISSION_REVOKED"),
            Self::UserAccountRevoked(_) => ("ITEM", "USER_ACCOUNT_REVOKED"),
            Self::WebhookUpdateAcknowledged(_) => ("ITEM", "WEBHOOK_UPDATE_ACKNOWLEDGED"),
            Self::AutomaticallyVerified(_) => ("AUTH", "AUTOMATICALLY_VERIFIED"),
            Self::VerificationExpired(_) => ("AUTH", "VERIFICATION_EXPIRED"),
            Self::SmsVerification(_) => ("AUTH", "SMS_MICRODEPOSITS_VERIFICATION"),
            Self::AuthUpdate(_) => ("AUTH", "DEFAULT_UPDATE"),
            Self::IdentityUpdate(_) => ("IDENTITY", "DEFAULT_UPDATE"),
            Self::TransactionsUpdate => ("TRANSACTIONS", "DEFAULT_UPDATE"),
            Self::SyncUpdatesAvailable => ("TRANSACTIONS", "SYNC_UPDATES_AVAILABLE"),
            Self::RecurringTransactionsUpdate(_) => ("TRANSACTIONS", "RECURRING_TRANSACTIONS_UPDATE"),
            Self::HoldingsUpdate => ("HOLDINGS", "DEFAULT_UPDATE"),
            Self::InvestmentsTransactionsUpdate => ("INVESTMENTS_TRANSACTIONS", "DEFAULT_UPDATE"),
            Self::LiabilitiesUpdate(_) => ("LIABILITIES", "DEFAULT_UPDATE"),
            Self::AssetsReady(_) => ("ASSETS", "PRODUCT_READY"),
            Self::AssetsError(..) => ("ASSETS", "ERROR"),
            Self::ProcessorWebhookAcknowledged(..) => ("PROCESSOR_TOKEN", "WEBHOOK_UPDATE_ACKNOWLEDGED"),
        }
    }

    /// The exact text that is signed and sent.
    pub fn body(&self, environment: Environment, item: &ItemId) -> String {
        let (kind, code) = self.name();
        let mut body = Map::new();
        body.insert("webhook_type".to_owned(), kind.into());
        body.insert("webhook_code".to_owned(), code.into());
        body.insert("environment".to_owned(), environment.as_str().into());
        if kind != "PROCESSOR_TOKEN" && kind != "ASSETS" {
            body.insert("item_id".to_owned(), item.as_str().into());
        }
        if let Value::Object(details) = self.details() {
            body.extend(details);
        }
        indented(body)
    }

    fn details(&self) -> Value {
        match self {
            Self::ItemError(error) | Self::UserPermissionRevoked(error) => json!({ "error": error }),
            Self::LoginRepaired | Self::AuthorizationGranted => json!({}),
            Self::NewAccountsAvailable => json!({ "error": null }),
            Self::PendingDisconnect(at) => {
                json!({ "reason": "INSTITUTION_TOKEN_EXPIRATION", "disconnect_time": at })
            }
            Self::UserAccountRevoked(account) => json!({ "account_id": account }),
            Self::WebhookUpdateAcknowledged(url) => json!({ "new_webhook_url": url, "error": null }),
            Self::AutomaticallyVerified(account) | Self::VerificationExpired(account) => {
                json!({ "account_id": account, "error": null })
            }
            Self::SmsVerification(account) => {
                json!({ "account_id": account, "status": "MANUALLY_VERIFIED" })
            }
            Self::AuthUpdate(accounts) => json!({
                "account_ids_with_new_auth": [],
                "account_ids_with_updated_auth": by_account(accounts, &["ACCOUNT_NUMBER", "ROUTING_NUMBER"]),
                "error": null,
            }),
            Self::IdentityUpdate(accounts) => json!({
                "account_ids_with_updated_identity":
                    by_account(accounts, &["PHONES", "ADDRESSES", "EMAILS", "NAMES"]),
                "error": null,
            }),
            Self::TransactionsUpdate => json!({ "new_transactions": 0, "error": null }),
            Self::SyncUpdatesAvailable => {
                json!({ "initial_update_complete": true, "historical_update_complete": true })
            }
            Self::RecurringTransactionsUpdate(accounts) => json!({ "account_ids": accounts }),
            Self::HoldingsUpdate => json!({ "new_holdings": 0, "updated_holdings": 0, "error": null }),
            Self::InvestmentsTransactionsUpdate => json!({
                "new_investments_transactions": 0, "cancelled_investments_transactions": 0, "error": null,
            }),
            Self::LiabilitiesUpdate(accounts) => json!({
                "account_ids_with_new_liabilities": [],
                "account_ids_with_updated_liabilities": by_account(accounts, &["past_amount_due"]),
                "error": null,
            }),
            Self::AssetsReady(report) => json!({ "asset_report_id": report, "report_type": "FULL" }),
            Self::AssetsError(report, error) => json!({ "asset_report_id": report, "error": error }),
            Self::ProcessorWebhookAcknowledged(account, url) => {
                json!({ "account_id": account, "new_webhook_url": url, "error": null })
            }
        }
    }
}

/// The text of a body: two-space indentation, keys in alphabetical order.
pub(crate) fn indented(body: Map<String, Value>) -> String {
    serde_json::to_string_pretty(&Value::Object(body)).unwrap_or_default()
}

fn by_account(accounts: &[AccountId], changed: &[&str]) -> Value {
    accounts
        .iter()
        .map(|account| (account.as_str().to_owned(), json!(changed)))
        .collect::<Map<_, _>>()
        .into()
}
