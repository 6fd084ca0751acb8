//! `/consent/events/get` and `/item/activity/list`.

use crate::{BANK, each};
use insta::assert_json_snapshot;
use jiff::SignedDuration;
use selvedge_harness::{Bench, Order};
use selvedge_model::{ErrorCode as Code, limits};
use serde_json::{Value, json};

#[tokio::test]
async fn a_linked_item_has_four_consents_oldest_first() {
    let bench = Bench::new().await;
    let item = bench.item(BANK, &["auth", "identity"]).await;
    let answer = bench.post("/consent/events/get", item.body()).await;
    assert_json_snapshot!("consent_events", answer.redacted());
    let answer = answer.ok();
    assert_eq!(
        each(&answer["consent_events"], "event_code"),
        ["USER_AGREEMENT", "USE_CASES", "DATA_SCOPES", "ACCOUNT_SCOPES"]
    );
}

#[tokio::test]
async fn an_activity_is_shown_with_all_its_fields() {
    let bench = Bench::new().await;
    bench.item(BANK, &["auth"]).await;
    let answer = bench.post("/item/activity/list", json!({})).await;
    let mut shown = answer.redacted();
    shown["activities"][0]["id"] = "[id]".into();
    assert_json_snapshot!("activity_list", shown);
}

#[tokio::test]
async fn what_happened_to_items_is_listed_newest_first() {
    let bench = Bench::new().await;
    let item = bench.item(BANK, &["auth"]).await;
    let minute = SignedDuration::from_mins(1);
    bench.advance(minute);
    let import = json!({
        "products": ["auth"], "user_auth": { "user_id": "user_good", "auth_token": "pass_good" },
    });
    bench.post("/item/import", import).await.ok();
    bench.advance(minute);
    let only = json!({ "access_token": item.access_token });
    let own = bench.post("/item/activity/list", only.clone()).await.ok();
    assert_eq!(each(&own["activities"], "activity"), ["ITEM_CREATE"]);
    bench.post("/item/remove", item.body()).await.ok();
    let all = bench.post("/item/activity/list", json!({})).await.ok();
    assert_eq!(
        each(&all["activities"], "activity"),
        ["ITEM_REMOVE", "ITEM_IMPORT", "ITEM_CREATE"]
    );
    bench
        .post("/item/activity/list", only)
        .await
        .refused(Code::ItemNotFound);
    let other = bench.new_team().await;
    let nothing = bench.post_as(&other, "/item/activity/list", json!({})).await.ok();
    assert_eq!(nothing["activities"], json!([]));
}

async fn walked(bench: &Bench, count: i64) -> Vec<String> {
    let mut ids = Vec::new();
    let mut cursor = Value::Null;
    loop {
        let body = json!({ "count": count, "cursor": cursor });
        let page = bench.post("/item/activity/list", body).await.ok();
        let new = each(&page["activities"], "id");
        assert!(new.len() <= usize::try_from(count).unwrap());
        ids.extend(new.into_iter().map(str::to_owned));
        match page.get("cursor") {
            Some(next) => cursor = next.clone(),
            None => return ids,
        }
    }
}

#[tokio::test]
async fn pages_of_any_size_show_every_activity_once_even_of_one_instant() {
    let bench = Bench::new().await;
    for moment in 0..3 {
        for _ in 0..3 {
            bench.public_token(&Order::at(BANK, &["auth"])).await;
        }
        bench.advance(SignedDuration::from_secs(moment));
    }
    let whole = walked(&bench, 50).await;
    assert_eq!(whole.len(), 9);
    for count in [1, 2, 3, 4, 9] {
        assert_eq!(walked(&bench, count).await, whole, "by {count}");
    }
}

#[tokio::test]
async fn a_page_has_a_size_that_the_contract_allows() {
    let bench = Bench::new().await;
    let path = "/item/activity/list";
    for good in [json!(1), json!(limits::ACTIVITY_PAGE), Value::Null] {
        bench.post(path, json!({ "count": good })).await.ok();
    }
    for bad in [json!(0), json!(limits::ACTIVITY_PAGE + 1), json!("3"), json!(-1)] {
        bench
            .post(path, json!({ "count": bad }))
            .await
            .refused(Code::InvalidField);
    }
    bench.post(path, json!({ "cursor": "" })).await.ok();
    for bad in ["nope", "1", "99999999999999999999.x", "-.x"] {
        bench
            .post(path, json!({ "cursor": bad }))
            .await
            .refused(Code::InvalidField);
    }
}
