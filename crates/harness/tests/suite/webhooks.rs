//! `/sandbox/item/fire_webhook`: which events can be made, and what they say.

use crate::BANK;
use selvedge_harness::{Bench, Linked, Order};
use selvedge_model::ErrorCode as Code;
use serde_json::{Value, json};

const PATH: &str = "/sandbox/item/fire_webhook";
/// Between two events, so that one of them is the newest.
const MOMENT: jiff::SignedDuration = jiff::SignedDuration::from_millis(1);
const HOOK: &str = "https://baz.xyz/foo-test-hook";

/// Every type with the codes that it has.
const FAMILIES: &[(&str, &[&str])] = &[
    ("AUTH", &["DEFAULT_UPDATE", "SMS_MICRODEPOSITS_VERIFICATION"]),
    ("IDENTITY", &["DEFAULT_UPDATE"]),
    ("HOLDINGS", &["DEFAULT_UPDATE"]),
    ("INVESTMENTS_TRANSACTIONS", &["DEFAULT_UPDATE"]),
    ("LIABILITIES", &["DEFAULT_UPDATE"]),
    (
        "TRANSACTIONS",
        &[
            "DEFAULT_UPDATE",
            "SYNC_UPDATES_AVAILABLE",
            "RECURRING_TRANSACTIONS_UPDATE",
        ],
    ),
    ("ASSETS", &["PRODUCT_READY", "ERROR"]),
    (
        "ITEM",
        &[
            "NEW_ACCOUNTS_AVAILABLE",
            "AUTHORIZATION_GRANTED",
            "USER_PERMISSION_REVOKED",
            "USER_ACCOUNT_REVOKED",
            "PENDING_DISCONNECT",
            "LOGIN_REPAIRED",
        ],
    ),
];

fn fire(item: &Linked, kind: Value, code: &str) -> Value {
    let mut body = json!({ "access_token": item.access_token, "webhook_code": code });
    if !kind.is_null() {
        body["webhook_type"] = kind;
    }
    body
}

async fn with_every_product(bench: &Bench) -> Linked {
    let products = [
        "assets",
        "auth",
        "identity",
        "investments",
        "liabilities",
        "transactions",
    ];
    bench.link(&Order::at(BANK, &products).webhook(HOOK)).await
}

/// Account ids and generated values by name, so that a body can be compared with the last one.
fn shown(body: &str, ids: &[String]) -> Value {
    let mut text = body.to_owned();
    for (place, id) in ids.iter().enumerate() {
        text = text.replace(id, &format!("[account {place}]"));
    }
    let mut body: Value = serde_json::from_str(&text).unwrap();
    if body.get("asset_report_id").is_some() {
        body["asset_report_id"] = "[asset_report_id]".into();
    }
    selvedge_harness::redacted(&body)
}

#[tokio::test]
async fn every_webhook_that_can_be_fired_says_what_it_is_about() {
    let bench = Bench::new().await;
    let item = with_every_product(&bench).await;
    let ids = bench.account_ids(&item).await;
    let mut all = serde_json::Map::new();
    for (kind, codes) in FAMILIES {
        for code in *codes {
            bench.advance(MOMENT);
            let answer = bench.post(PATH, fire(&item, json!(kind), code)).await.ok();
            assert_eq!(answer["webhook_fired"], true);
            let event = bench.events().await.pop().unwrap();
            assert_eq!(
                (&*event.webhook_type, &*event.webhook_code, &*event.url),
                (*kind, *code, HOOK)
            );
            all.insert(format!("{kind}/{code}"), shown(&event.body, &ids));
        }
    }
    insta::assert_json_snapshot!("fired_webhooks", Value::Object(all));
}

#[tokio::test]
async fn a_webhooks_text_is_indented_by_two_and_its_keys_are_sorted() {
    let bench = Bench::new().await;
    let item = with_every_product(&bench).await;
    bench
        .post(PATH, fire(&item, json!("AUTH"), "DEFAULT_UPDATE"))
        .await
        .ok();
    let text = bench.events().await.pop().unwrap().body;
    let value: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(serde_json::to_string_pretty(&value).unwrap(), text);
    let keys: Vec<&String> = value.as_object().unwrap().keys().collect();
    let lines: Vec<&str> = text.lines().filter(|line| line.starts_with("  \"")).collect();
    let written: Vec<&str> = lines.iter().map(|line| line.split('"').nth(1).unwrap()).collect();
    assert_eq!(written, keys);
    assert!(written.is_sorted());
}

#[tokio::test]
async fn a_code_without_a_type_has_the_one_it_belongs_to() {
    let bench = Bench::new().await;
    let item = with_every_product(&bench).await;
    for (code, kind) in [
        ("DEFAULT_UPDATE", "TRANSACTIONS"),
        ("NEW_ACCOUNTS_AVAILABLE", "ITEM"),
        ("SYNC_UPDATES_AVAILABLE", "TRANSACTIONS"),
        ("SMS_MICRODEPOSITS_VERIFICATION", "AUTH"),
        ("PRODUCT_READY", "ASSETS"),
        ("LOGIN_REPAIRED", "ITEM"),
    ] {
        bench.advance(MOMENT);
        bench.post(PATH, fire(&item, Value::Null, code)).await.ok();
        assert_eq!(bench.events().await.pop().unwrap().webhook_type, kind);
    }
}

#[tokio::test]
async fn a_code_of_another_type_is_refused() {
    let bench = Bench::new().await;
    let item = with_every_product(&bench).await;
    let codes: Vec<&str> = FAMILIES
        .iter()
        .flat_map(|(_, codes)| codes.iter().copied())
        .collect();
    for (kind, own) in FAMILIES {
        for code in codes.iter().filter(|code| !own.contains(code)) {
            bench
                .post(PATH, fire(&item, json!(kind), code))
                .await
                .refused(Code::InvalidField);
        }
    }
    for (kind, code) in [
        (json!("NOPE"), "DEFAULT_UPDATE"),
        (json!("ITEM"), "NOPE"),
        (json!("ITEM"), "ERROR"),
    ] {
        bench
            .post(PATH, fire(&item, kind, code))
            .await
            .refused(Code::InvalidField);
    }
    assert!(bench.events().await.is_empty());
}

#[tokio::test]
async fn a_webhook_of_a_product_that_the_item_lacks_is_refused() {
    let bench = Bench::new().await;
    let item = bench.link(&Order::at(BANK, &["auth"]).webhook(HOOK)).await;
    for (kind, codes) in FAMILIES
        .iter()
        .filter(|(kind, _)| !matches!(*kind, "AUTH" | "ITEM"))
    {
        bench
            .post(PATH, fire(&item, json!(kind), codes[0]))
            .await
            .refused(Code::SandboxProductNotEnabled);
    }
    bench
        .post(PATH, fire(&item, json!("AUTH"), "DEFAULT_UPDATE"))
        .await
        .ok();
}

#[tokio::test]
async fn an_item_without_a_webhook_has_nobody_to_tell() {
    let bench = Bench::new().await;
    let item = bench.item(BANK, &["auth"]).await;
    bench
        .post(PATH, fire(&item, json!("ITEM"), "LOGIN_REPAIRED"))
        .await
        .refused(Code::SandboxWebhookInvalid);
    assert!(bench.events().await.is_empty());
}

#[tokio::test]
async fn firing_changes_nothing_about_the_item() {
    let bench = Bench::new().await;
    let item = with_every_product(&bench).await;
    let before = bench.post("/item/get", item.body()).await.ok();
    for code in [
        "USER_PERMISSION_REVOKED",
        "USER_ACCOUNT_REVOKED",
        "PENDING_DISCONNECT",
    ] {
        bench.post(PATH, fire(&item, json!("ITEM"), code)).await.ok();
    }
    let after = bench.post("/item/get", item.body()).await.ok();
    assert_eq!(after["item"], before["item"]);
    bench.post("/auth/get", item.body()).await.ok();
}

#[tokio::test]
async fn a_webhook_goes_where_the_item_sends_it_at_that_moment() {
    let bench = Bench::new().await;
    let item = bench
        .link(&Order::at(BANK, &["auth"]).webhook("https://app.example/old"))
        .await;
    let update = json!({ "access_token": item.access_token, "webhook": "https://app.example/new" });
    bench.post("/item/webhook/update", update).await.ok();
    bench
        .post(PATH, fire(&item, json!("AUTH"), "DEFAULT_UPDATE"))
        .await
        .ok();
    let urls: Vec<String> = bench.events().await.into_iter().map(|event| event.url).collect();
    assert_eq!(urls, ["https://app.example/new", "https://app.example/new"]);
}
