//! `Idempotency-Key`: one effect and one answer, byte for byte, for a request that is sent again.

use crate::BANK;
use futures_util::future::join_all;
use jiff::SignedDuration;
use selvedge_harness::{Answer, Bench, Order, session};
use selvedge_model::{ErrorCode as Code, limits};
use serde_json::{Value, json};

const EXCHANGE: &str = "/item/public_token/exchange";

async fn keyed(bench: &Bench, path: &str, body: &Value, key: &str) -> Answer {
    bench.call(path, body).once(key).send().await
}

async fn public_token(bench: &Bench) -> Value {
    json!({ "public_token": bench.public_token(&Order::at(BANK, &["auth"])).await })
}

#[tokio::test]
async fn a_repeated_request_has_the_same_bytes_and_one_effect() {
    let bench = Bench::new().await;
    let body = public_token(&bench).await;
    let first = keyed(&bench, EXCHANGE, &body, "k").await;
    let again = keyed(&bench, EXCHANGE, &body, "k").await;
    assert_eq!(first.status, 200, "{}", first.text);
    assert_eq!(
        again.text, first.text,
        "kept bytes are the same, request_id included"
    );
    assert_ne!(again.headers["x-request-id"], first.headers["x-request-id"]);
    bench.post(EXCHANGE, body).await.refused(Code::InvalidPublicToken);
}

/// T3: sixty-four at once.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn t3_of_sixty_four_parallel_requests_under_one_key_all_get_the_one_answer() {
    let bench = Bench::new().await;
    let body = public_token(&bench).await;
    let answers = join_all((0..64).map(|_| keyed(&bench, EXCHANGE, &body, "k"))).await;
    for answer in &answers {
        assert_eq!(answer.status, 200, "{}", answer.text);
        assert_eq!(answer.text, answers[0].text);
    }
}

/// T3, for a call that makes something: one link, one Item.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn t3_parallel_requests_under_one_key_make_one_item() {
    let bench = Bench::new().await;
    let body = Order::at(BANK, &["auth"]).body();
    let path = "/sandbox/public_token/create";
    let answers = join_all((0..16).map(|_| keyed(&bench, path, &body, "k"))).await;
    assert!(answers.iter().all(|answer| answer.text == answers[0].text));
    let activities = bench.post("/item/activity/list", json!({})).await.ok();
    assert_eq!(activities["activities"].as_array().unwrap().len(), 1);
}

/// T4: the same key with another request.
#[tokio::test]
async fn t4_a_key_belongs_to_one_request_and_the_first_answer_stays() {
    let bench = Bench::new().await;
    let (one, other) = (public_token(&bench).await, public_token(&bench).await);
    let first = keyed(&bench, EXCHANGE, &one, "k").await;
    keyed(&bench, EXCHANGE, &other, "k")
        .await
        .refused(Code::InvalidField);
    keyed(&bench, "/item/get", &json!({ "access_token": "x" }), "k")
        .await
        .refused(Code::InvalidField);
    assert_eq!(keyed(&bench, EXCHANGE, &one, "k").await.text, first.text);
    keyed(&bench, EXCHANGE, &other, "l").await.ok();
}

#[tokio::test]
async fn a_key_of_one_team_is_nothing_to_another() {
    let bench = Bench::new().await;
    let other = bench.new_team().await;
    let order = Order::at(BANK, &["auth"]);
    let mine = public_token(&bench).await;
    let theirs = json!({ "public_token": bench.public_token_as(&other, &order).await });
    let first = keyed(&bench, EXCHANGE, &mine, "k").await;
    let second = bench.call(EXCHANGE, &theirs).by(&other).once("k").send().await;
    assert_eq!(
        (first.status, second.status),
        (http::StatusCode::OK, http::StatusCode::OK)
    );
    assert_ne!(first.text, second.text);
    bench
        .call(EXCHANGE, &mine)
        .by(&other)
        .once("l")
        .send()
        .await
        .refused(Code::InvalidPublicToken);
}

#[tokio::test]
async fn a_kept_answer_is_given_to_right_keys_alone() {
    let bench = Bench::new().await;
    let body = public_token(&bench).await;
    keyed(&bench, EXCHANGE, &body, "k").await.ok();
    let mut wrong = bench.keys().clone();
    wrong.secret = "0123456789abcdef0123456789abcd".to_owned();
    bench
        .call(EXCHANGE, &body)
        .by(&wrong)
        .once("k")
        .send()
        .await
        .refused(Code::InvalidApiKeys);
}

#[tokio::test]
async fn an_answer_is_kept_for_a_day() {
    let bench = Bench::new().await;
    let body = json!({ "client_user_id": "u" });
    let path = "/user/create";
    let first = keyed(&bench, path, &body, "k").await;
    bench.advance(limits::IDEMPOTENCY_LIFE - SignedDuration::from_secs(1));
    assert_eq!(keyed(&bench, path, &body, "k").await.text, first.text);
    bench.advance(SignedDuration::from_secs(1));
    let fresh = keyed(&bench, path, &body, "k").await;
    assert_eq!(fresh.status, 200, "{}", fresh.text);
    assert_ne!(fresh.text, first.text, "a new request_id tells a new call");
}

#[tokio::test]
async fn a_key_that_has_ended_may_be_used_for_another_request() {
    let bench = Bench::new().await;
    let path = "/user/create";
    keyed(&bench, path, &json!({ "client_user_id": "u" }), "k")
        .await
        .ok();
    bench.advance(limits::IDEMPOTENCY_LIFE);
    keyed(&bench, path, &json!({ "client_user_id": "v" }), "k")
        .await
        .ok();
}

#[tokio::test]
async fn an_error_is_not_kept() {
    let bench = Bench::new().await;
    let body = json!({ "public_token": "nope" });
    let first = keyed(&bench, EXCHANGE, &body, "k").await;
    let again = keyed(&bench, EXCHANGE, &body, "k").await;
    assert_ne!(first.body["request_id"], again.body["request_id"]);
    keyed(&bench, EXCHANGE, &public_token(&bench).await, "k")
        .await
        .ok();
}

#[tokio::test]
async fn a_key_has_one_to_so_many_printable_characters() {
    let bench = Bench::new().await;
    let body = json!({ "client_user_id": "u" });
    let longest = limits::IDEMPOTENCY_KEY_CHARS;
    keyed(&bench, "/user/create", &body, &"k".repeat(longest))
        .await
        .ok();
    for bad in ["k".repeat(longest + 1), String::new(), "a\tb".to_owned()] {
        keyed(&bench, "/user/create", &body, &bad)
            .await
            .refused(Code::InvalidHeaders);
    }
    let twice = bench.call("/user/create", &body).once("a").once("b").send().await;
    twice.refused(Code::InvalidHeaders);
}

#[tokio::test]
async fn a_repeated_removal_and_rotation_are_answered_although_the_token_is_gone() {
    let bench = Bench::new().await;
    let item = bench.item(BANK, &["auth"]).await;
    let rotate = "/item/access_token/invalidate";
    let first = keyed(&bench, rotate, &item.body(), "r").await;
    let again = keyed(&bench, rotate, &item.body(), "r").await;
    assert_eq!(first.status, 200, "{}", first.text);
    assert_eq!(again.text, first.text);
    let body = json!({ "access_token": first.body["new_access_token"] });
    let first = keyed(&bench, "/item/remove", &body, "d").await;
    assert_eq!(first.status, 200, "{}", first.text);
    assert_eq!(keyed(&bench, "/item/remove", &body, "d").await.text, first.text);
    bench.post("/item/remove", body).await.refused(Code::ItemNotFound);
}

#[tokio::test]
async fn every_call_that_makes_something_keeps_its_answer() {
    let bench = Bench::new().await;
    let item = bench
        .link(&Order::at(BANK, &["auth"]).webhook("https://app.example/"))
        .await;
    let account = bench.account_ids(&item).await.remove(0);
    let token = &item.access_token;
    let asked = session(&json!({}));
    let login = json!({ "user_id": "user_good", "auth_token": "pass_good" });
    let one = json!({ "access_token": token, "account_id": account });
    let mut dwolla = one.clone();
    dwolla["processor"] = "dwolla".into();
    let fire = json!({ "access_token": token, "webhook_type": "AUTH", "webhook_code": "DEFAULT_UPDATE" });
    let calls = [
        ("/link/token/create", asked),
        ("/item/public_token/create", item.body()),
        (
            "/item/import",
            json!({ "products": ["auth"], "user_auth": login }),
        ),
        (
            "/item/webhook/update",
            json!({ "access_token": token, "webhook": "https://app.example/b" }),
        ),
        ("/processor/token/create", dwolla),
        ("/processor/stripe/bank_account_token/create", one.clone()),
        ("/processor/apex/processor_token/create", one),
        ("/sandbox/public_token/create", Order::at(BANK, &["auth"]).body()),
        (
            "/sandbox/processor_token/create",
            json!({ "institution_id": BANK }),
        ),
        ("/sandbox/item/fire_webhook", fire),
        ("/user/create", json!({ "client_user_id": "u" })),
        ("/sandbox/item/reset_login", item.body()),
    ];
    for (path, body) in calls {
        let first = keyed(&bench, path, &body, path).await;
        assert_eq!(first.status, 200, "{path}: {}", first.text);
        let events = bench.events().await.len();
        assert_eq!(keyed(&bench, path, &body, path).await.text, first.text, "{path}");
        assert_eq!(bench.events().await.len(), events, "{path} had its effect twice");
    }
}

#[tokio::test]
async fn a_team_and_a_partner_are_made_once_under_one_key() {
    let bench = Bench::new().await;
    for (path, body) in [
        ("/selvedge/teams/create", json!({})),
        ("/selvedge/partners/create", json!({ "processor": "dwolla" })),
    ] {
        let first = bench.call(path, &body).once(path).send().await;
        let again = bench.call(path, &body).once(path).send().await;
        assert_eq!(first.status, 200);
        assert_eq!(first.text, again.text, "{path}");
    }
}
