//! Answers and webhooks beside the public schema, where a copy of it is present; without the copy there is nothing to
//! compare.

use crate::answer::Answer;
use jsonschema::Validator;
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, LazyLock, Mutex};

const COPY: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../../../shared/data/plaid-openapi-2020-09-14.yml"
);

static DOCUMENT: LazyLock<Option<Value>> = LazyLock::new(|| {
    let text = std::fs::read_to_string(COPY).ok()?;
    Some(serde_saphyr::from_str(&text).unwrap())
});
static COMPILED: LazyLock<Mutex<HashMap<String, Option<Arc<Validator>>>>> = LazyLock::new(Mutex::default);

/// Whether there is a copy to compare with.
#[cfg(test)]
pub(super) fn is_present() -> bool {
    DOCUMENT.is_some()
}

#[track_caller]
pub(super) fn check(answer: &Answer) {
    let Some(document) = DOCUMENT.as_ref() else {
        return;
    };
    let key = if answer.status.is_success() {
        answer.path.as_str()
    } else {
        "error"
    };
    let validator = COMPILED
        .lock()
        .unwrap()
        .entry(key.to_owned())
        .or_insert_with(|| schema_for(document, key).map(|schema| Arc::new(compiled(document, &schema))))
        .clone();
    if let Some(validator) = validator {
        super::fits(&validator, answer, "the public schema");
    }
}

/// The schema of each webhook that can be written, by its type and code. The public schema has none for a
/// verification by text message.
const WEBHOOKS: &[(&str, &str, &str)] = &[
    ("ASSETS", "ERROR", "AssetsErrorWebhook"),
    ("ASSETS", "PRODUCT_READY", "AssetsProductReadyWebhook"),
    ("AUTH", "AUTOMATICALLY_VERIFIED", "AutomaticallyVerifiedWebhook"),
    ("AUTH", "DEFAULT_UPDATE", "AuthDefaultUpdateWebhook"),
    ("AUTH", "VERIFICATION_EXPIRED", "VerificationExpiredWebhook"),
    ("HOLDINGS", "DEFAULT_UPDATE", "HoldingsDefaultUpdateWebhook"),
    ("IDENTITY", "DEFAULT_UPDATE", "IdentityDefaultUpdateWebhook"),
    (
        "INVESTMENTS_TRANSACTIONS",
        "DEFAULT_UPDATE",
        "InvestmentsDefaultUpdateWebhook",
    ),
    ("ITEM", "ERROR", "ItemErrorWebhook"),
    ("ITEM", "LOGIN_REPAIRED", "ItemLoginRepairedWebhook"),
    ("ITEM", "NEW_ACCOUNTS_AVAILABLE", "NewAccountsAvailableWebhook"),
    ("ITEM", "PENDING_DISCONNECT", "PendingDisconnectWebhook"),
    ("ITEM", "USER_ACCOUNT_REVOKED", "UserAccountRevokedWebhook"),
    ("ITEM", "USER_PERMISSION_REVOKED", "UserPermissionRevokedWebhook"),
    (
        "ITEM",
        "WEBHOOK_UPDATE_ACKNOWLEDGED",
        "WebhookUpdateAcknowledgedWebhook",
    ),
    ("LIABILITIES", "DEFAULT_UPDATE", "LiabilitiesDefaultUpdateWebhook"),
    ("LINK", "EVENTS", "LinkEventsWebhook"),
    ("LINK", "ITEM_ADD_RESULT", "ItemAddResultWebhook"),
    ("LINK", "SESSION_FINISHED", "LinkSessionFinishedWebhook"),
    (
        "PROCESSOR_TOKEN",
        "WEBHOOK_UPDATE_ACKNOWLEDGED",
        "ProcessorTokenWebhookUpdate",
    ),
    ("TRANSACTIONS", "DEFAULT_UPDATE", "DefaultUpdateWebhook"),
    (
        "TRANSACTIONS",
        "RECURRING_TRANSACTIONS_UPDATE",
        "RecurringTransactionsUpdateWebhook",
    ),
    (
        "TRANSACTIONS",
        "SYNC_UPDATES_AVAILABLE",
        "SyncUpdatesAvailableWebhook",
    ),
];

#[track_caller]
pub(super) fn check_webhook((kind, code): (&str, &str), body: &Value) {
    let Some(document) = DOCUMENT.as_ref() else {
        return;
    };
    let known = WEBHOOKS
        .iter()
        .find(|(one, other, _)| (*one, *other) == (kind, code));
    let Some((_, _, name)) = known else { return };
    let validator = COMPILED
        .lock()
        .unwrap()
        .entry(format!("{kind}/{code}"))
        .or_insert_with(|| {
            let schema = json!({ "$ref": format!("#/components/schemas/{name}") });
            Some(Arc::new(compiled(document, &schema)))
        })
        .clone();
    let errors: Vec<String> = validator
        .iter()
        .flat_map(|validator| validator.iter_errors(body))
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert!(
        errors.is_empty(),
        "{kind}/{code} does not fit {name}:\n{}\n{body}",
        errors.join("\n")
    );
}

fn schema_for(document: &Value, key: &str) -> Option<Value> {
    if key == "error" {
        return Some(json!({ "$ref": "#/components/schemas/PlaidError" }));
    }
    let response = document["paths"].get(key)?["post"]["responses"].get("200")?;
    Some(response["content"]["application/json"]["schema"].clone())
}

/// Compiles `schema` with those schemas that it leads to, and no others: the document has thousands.
fn compiled(document: &Value, schema: &Value) -> Validator {
    let mut needed = BTreeMap::new();
    let mut root = translated(schema);
    collect(document, &root, &mut needed);
    root["components"] = json!({ "schemas": needed });
    jsonschema::options()
        .with_draft(jsonschema::Draft::Draft202012)
        .build(&root)
        .unwrap()
}

fn collect(document: &Value, schema: &Value, needed: &mut BTreeMap<String, Value>) {
    match schema {
        Value::Object(map) => {
            let reference = map.get("$ref").and_then(Value::as_str);
            if let Some(name) = reference.and_then(|path| path.strip_prefix("#/components/schemas/"))
                && !needed.contains_key(name)
            {
                let found = translated(&document["components"]["schemas"][name]);
                needed.insert(name.to_owned(), found.clone());
                collect(document, &found, needed);
            }
            map.values().for_each(|inner| collect(document, inner, needed));
        }
        Value::Array(list) => list.iter().for_each(|inner| collect(document, inner, needed)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// A schema of OpenAPI 3.0 in the words of JSON Schema: `nullable` becomes a choice.
fn translated(schema: &Value) -> Value {
    match schema {
        Value::Object(map) => {
            let mut rest: Map<String, Value> = map
                .iter()
                .filter(|(key, _)| !matches!(key.as_str(), "nullable" | "example" | "discriminator"))
                .map(|(key, value)| (key.clone(), translated(value)))
                .collect();
            rest.retain(|key, _| !key.starts_with("x-"));
            if map
                .get("nullable")
                .is_some_and(|nullable| *nullable == Value::Bool(true))
            {
                json!({ "anyOf": [rest, { "type": "null" }] })
            } else {
                rest.into()
            }
        }
        Value::Array(list) => list.iter().map(translated).collect(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => schema.clone(),
    }
}
