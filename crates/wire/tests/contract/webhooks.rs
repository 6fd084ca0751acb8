//! Webhook bodies: the common fields, the layout that is signed, and the public schema of each.

use crate::public::{COPY, PUBLIC, fields};
use selvedge_model::id::{AccountId, ItemId};
use selvedge_model::{Environment, Error, ErrorCode};
use selvedge_wire::Webhook;
use selvedge_wire::shape::item::ItemErrorBody;
use serde_json::{Value, json};

/// Every webhook, with the name of its public schema where there is one.
fn all() -> Vec<(Webhook, Option<&'static str>)> {
    let account = || AccountId::new("Qv8Kp2ZtLr5XwN7mJc3HdYb6Fs9Ga4Te1Uo0i");
    let error = || ItemErrorBody::from(&Error::new(ErrorCode::ItemLoginRequired));
    let (url, report) = ("https://app.example/hooks".to_owned(), "report".to_owned());
    let at = "2026-01-31T09:30:00Z".parse().unwrap();
    vec![
        (Webhook::ItemError(error()), Some("ItemErrorWebhook")),
        (Webhook::LoginRepaired, Some("ItemLoginRepairedWebhook")),
        (Webhook::NewAccountsAvailable, Some("NewAccountsAvailableWebhook")),
        (Webhook::PendingDisconnect(at), Some("PendingDisconnectWebhook")),
        (Webhook::AuthorizationGranted, None),
        (
            Webhook::UserPermissionRevoked(error()),
            Some("UserPermissionRevokedWebhook"),
        ),
        (
            Webhook::UserAccountRevoked(account()),
            Some("UserAccountRevokedWebhook"),
        ),
        (
            Webhook::WebhookUpdateAcknowledged(url.clone()),
            Some("WebhookUpdateAcknowledgedWebhook"),
        ),
        (
            Webhook::AutomaticallyVerified(account()),
            Some("AutomaticallyVerifiedWebhook"),
        ),
        (
            Webhook::VerificationExpired(account()),
            Some("VerificationExpiredWebhook"),
        ),
        (Webhook::SmsVerification(account()), None),
        (
            Webhook::AuthUpdate(vec![account()]),
            Some("AuthDefaultUpdateWebhook"),
        ),
        (
            Webhook::IdentityUpdate(vec![account()]),
            Some("IdentityDefaultUpdateWebhook"),
        ),
        (Webhook::TransactionsUpdate, Some("DefaultUpdateWebhook")),
        (Webhook::SyncUpdatesAvailable, Some("SyncUpdatesAvailableWebhook")),
        (
            Webhook::RecurringTransactionsUpdate(vec![account()]),
            Some("RecurringTransactionsUpdateWebhook"),
        ),
        (Webhook::HoldingsUpdate, Some("HoldingsDefaultUpdateWebhook")),
        (
            Webhook::InvestmentsTransactionsUpdate,
            Some("InvestmentsDefaultUpdateWebhook"),
        ),
        (
            Webhook::LiabilitiesUpdate(vec![account()]),
            Some("LiabilitiesDefaultUpdateWebhook"),
        ),
        (
            Webhook::AssetsReady(report.clone()),
            Some("AssetsProductReadyWebhook"),
        ),
        (Webhook::AssetsError(report, error()), Some("AssetsErrorWebhook")),
        (
            Webhook::ProcessorWebhookAcknowledged(account(), url),
            Some("ProcessorTokenWebhookUpdate"),
        ),
    ]
}

fn body(webhook: &Webhook) -> String {
    webhook.body(Environment::Sandbox, &ItemId::new("item-1"))
}

#[test]
fn every_webhook_says_what_it_is_and_where_it_comes_from() {
    for (webhook, _) in all() {
        let (kind, code) = webhook.name();
        let body: Value = serde_json::from_str(&body(&webhook)).unwrap();
        assert_eq!(body["webhook_type"], kind);
        assert_eq!(body["webhook_code"], code);
        assert_eq!(body["environment"], "sandbox", "{code}");
        let of_an_item = !matches!(kind, "PROCESSOR_TOKEN" | "ASSETS");
        assert_eq!(
            body.get("item_id") == Some(&json!("item-1")),
            of_an_item,
            "{kind} {code}"
        );
    }
}

/// Receivers hash the text as it came; a proxy that indents anew must arrive at the same one.
#[test]
fn every_webhook_is_indented_by_two_spaces_with_its_keys_in_order() {
    for (webhook, _) in all() {
        let text = body(&webhook);
        let keys: Vec<&str> = text
            .lines()
            .filter_map(|line| line.strip_prefix("  \"")?.split('"').next())
            .collect();
        assert!(keys.len() > 2 && keys.is_sorted(), "{text}");
    }
    assert_eq!(
        body(&Webhook::LoginRepaired),
        "{\n  \"environment\": \"sandbox\",\n  \"item_id\": \"item-1\",\n  \"webhook_code\": \"LOGIN_REPAIRED\",\n  \"webhook_type\": \"ITEM\"\n}"
    );
}

#[test]
fn an_error_in_a_webhook_has_a_status_and_no_request_id() {
    let error = Error::new(ErrorCode::ItemLoginRequired);
    let body = body(&Webhook::ItemError(ItemErrorBody::from(&error)));
    let body: Value = serde_json::from_str(&body).unwrap();
    assert_eq!(
        body["error"],
        json!({
            "display_message": null,
            "error_code": "ITEM_LOGIN_REQUIRED",
            "error_message": "the login details of this Item have changed and must be given again",
            "error_type": "ITEM_ERROR",
            "status": 400,
        })
    );
}

#[test]
fn every_webhook_has_what_the_public_schema_demands_and_nothing_that_it_does_not_know() {
    let Some(public) = PUBLIC.as_ref() else {
        eprintln!("not compared: there is no copy of the public schema at {COPY}");
        return;
    };
    for (webhook, schema) in all() {
        let Some(schema) = schema else { continue };
        let known = fields(public, &public["components"]["schemas"][schema]);
        assert!(
            !known.properties.is_empty(),
            "{schema} is not in the public schema"
        );
        let body: Value = serde_json::from_str(&body(&webhook)).unwrap();
        let body = body.as_object().unwrap();
        for name in &known.required {
            assert!(body.contains_key(name), "{schema} demands {name}");
        }
        for name in body.keys() {
            assert!(
                known.properties.contains_key(name),
                "{schema} does not know {name}"
            );
        }
    }
}
