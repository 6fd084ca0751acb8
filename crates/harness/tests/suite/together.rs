//! Calls at the same time, and calls after a restart: of several only one wins, none is lost, and what was
//! answered is there.

use crate::BANK;
use futures_util::future::join_all;
use selvedge_harness::{Answer, Bench, Order};
use selvedge_model::ErrorCode as Code;
use serde_json::{Value, json};

fn codes(answers: &[Answer]) -> Vec<&str> {
    let words = |answer: &'_ Answer| answer.body["error_code"].as_str().map(str::to_owned);
    assert!(
        answers
            .iter()
            .all(|answer| answer.status.is_success() == words(answer).is_none())
    );
    answers
        .iter()
        .map(|answer| answer.body["error_code"].as_str().unwrap_or("done"))
        .collect()
}

/// How many of `answers` succeeded, when all others were refused with `code`.
fn winners(answers: &[Answer], code: Code) -> usize {
    let codes = codes(answers);
    assert!(
        codes.iter().all(|one| *one == "done" || *one == code.as_str()),
        "{codes:?}"
    );
    codes.iter().filter(|one| **one == "done").count()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_parallel_exchanges_one_wins() {
    let bench = Bench::new().await;
    let token = bench.public_token(&Order::at(BANK, &["auth"])).await;
    let body = json!({ "public_token": token });
    let calls = (0..16).map(|_| bench.post("/item/public_token/exchange", body.clone()));
    assert_eq!(winners(&join_all(calls).await, Code::InvalidPublicToken), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_parallel_rotations_one_wins_and_its_token_works() {
    let bench = Bench::new().await;
    let item = bench.item(BANK, &["auth"]).await;
    let calls = (0..16).map(|_| bench.post("/item/access_token/invalidate", item.body()));
    let answers = join_all(calls).await;
    assert_eq!(winners(&answers, Code::InvalidAccessToken), 1);
    let winner = answers.iter().find(|answer| answer.status.is_success()).unwrap();
    let body = json!({ "access_token": winner.body["new_access_token"] });
    bench.post("/auth/get", body).await.ok();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_parallel_removals_one_wins() {
    let bench = Bench::new().await;
    let item = bench.item(BANK, &["auth"]).await;
    let calls = (0..16).map(|_| bench.post("/item/remove", item.body()));
    assert_eq!(winners(&join_all(calls).await, Code::ItemNotFound), 1);
    let activities = bench.post("/item/activity/list", json!({})).await.ok();
    assert_eq!(crate::each(&activities["activities"], "activity").len(), 2);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_products_first_used_at_once_none_is_lost() {
    let bench = Bench::new().await;
    let item = bench.item(BANK, &["transactions"]).await;
    let paths = ["/auth/get", "/identity/get", "/identity/match"];
    let calls = (0..12).map(|place| bench.post(paths[place % 3], item.body()));
    let answers = join_all(calls).await;
    assert!(answers.iter().all(|answer| answer.status == 200));
    let shown = bench.post("/item/get", item.body()).await.ok();
    let all = json!(["auth", "identity", "identity_match", "transactions"]);
    assert_eq!(
        (&shown["item"]["products"], &shown["item"]["billed_products"]),
        (&all, &all)
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_user_named_by_many_at_once_is_one_user() {
    let bench = Bench::new().await;
    let body = json!({ "client_user_id": "u" });
    let calls = (0..16).map(|_| bench.post("/user/create", body.clone()));
    let answers = join_all(calls).await;
    let ids: Vec<&Value> = answers.iter().map(|answer| &answer.body["user_id"]).collect();
    assert!(ids[0].is_string());
    assert!(ids.iter().all(|id| *id == ids[0]), "{ids:?}");
}

#[tokio::test]
async fn what_was_answered_is_there_after_a_restart() {
    let bench = Bench::new().await;
    let partner = bench.partner("dwolla").await;
    let order = Order::at(BANK, &["auth", "identity"]).webhook("https://app.example/hooks");
    let item = bench.link(&order).await;
    let account = bench.account_ids(&item).await.remove(0);
    let processor = bench.processor_token(&item, &account, "dwolla").await;
    let public = json!({ "public_token": bench.public_token(&order).await });
    let exchange = "/item/public_token/exchange";
    let kept = bench.call(exchange, &public).once("k").send().await;
    let user = bench
        .post("/user/create", json!({ "client_user_id": "u" }))
        .await
        .ok();
    bench.post("/sandbox/item/reset_login", item.body()).await.ok();
    let key = json!({ "key_id": "6c5516e1-92dc-479e-a8ff-5a51992e0001" });
    let signing = bench
        .post("/webhook_verification_key/get", key.clone())
        .await
        .ok();
    let events = bench.events().await.len();

    let bench = bench.restarted().await;
    let shown = bench.post("/item/get", item.body()).await.ok();
    assert_eq!(shown["item"]["error"]["error_code"], "ITEM_LOGIN_REQUIRED");
    assert_eq!(
        bench.call(exchange, &public).once("k").send().await.text,
        kept.text
    );
    let other = json!({ "access_token": kept.body["access_token"] });
    let auth = bench.post("/auth/get", other.clone()).await.ok();
    assert_eq!(auth["numbers"]["ach"][0]["account"], "1111222233330000");
    bench.post("/identity/get", other.clone()).await.ok();
    bench.post("/accounts/balance/get", other).await.ok();
    let body = json!({ "processor_token": processor });
    let read = bench.post_as(&partner, "/processor/account/get", body).await.ok();
    assert_eq!(read["account"]["account_id"], account.as_str());
    bench
        .post("/user/get", json!({ "user_id": user["user_id"] }))
        .await
        .ok();
    let again = bench.post("/webhook_verification_key/get", key).await.ok();
    assert_eq!(again["key"], signing["key"]);
    assert_eq!(bench.events().await.len(), events);
}
