//! What ends by itself, each at the last instant before, at the instant, and after.

use crate::{BANK, HOUNDSTOOTH};
use jiff::{SignedDuration, Timestamp};
use selvedge_harness::{Bench, Order, session};
use selvedge_model::{Clock, ErrorCode as Code, limits};
use serde_json::json;

const SECOND: SignedDuration = SignedDuration::from_secs(1);

/// T5: a public token lives for thirty minutes; at the very instant it has ended.
#[tokio::test]
async fn t5_a_public_token_is_exchanged_until_its_last_second_and_not_after() {
    let bench = Bench::new().await;
    let order = Order::at(BANK, &["auth"]);
    for (past, taken) in [(-SECOND, true), (SignedDuration::ZERO, false), (SECOND, false)] {
        let token = bench.public_token(&order).await;
        bench.advance(limits::PUBLIC_TOKEN_LIFE + past);
        let answer = bench
            .post("/item/public_token/exchange", json!({ "public_token": token }))
            .await;
        if taken {
            answer.ok();
        } else {
            answer.refused(Code::InvalidPublicToken);
        }
    }
}

#[tokio::test]
async fn a_public_token_made_for_an_existing_item_says_when_it_ends_and_ends_then() {
    let bench = Bench::new().await;
    let item = bench.item(BANK, &["auth"]).await;
    let made = bench.post("/item/public_token/create", item.body()).await.ok();
    let ends: Timestamp = made["expiration"].as_str().unwrap().parse().unwrap();
    assert_eq!(ends, bench.clock.now() + limits::PUBLIC_TOKEN_LIFE);
    let exchange = json!({ "public_token": made["public_token"] });
    bench.clock.set(ends);
    bench
        .post("/item/public_token/exchange", exchange.clone())
        .await
        .refused(Code::InvalidPublicToken);
    bench.clock.set(ends - SECOND);
    let answer = bench.post("/item/public_token/exchange", exchange).await.ok();
    assert_eq!(answer["item_id"], item.item_id.as_str());
    assert_eq!(answer["access_token"], item.access_token.as_str());
}

#[tokio::test]
async fn a_sandbox_login_ends_thirty_days_after_it_was_made() {
    let bench = Bench::new().await;
    let item = bench.item(BANK, &["auth", "identity"]).await;
    bench.advance(limits::SANDBOX_ITEM_LIFE - SECOND);
    bench.post("/auth/get", item.body()).await.ok();
    bench.advance(SECOND);
    for path in [
        "/auth/get",
        "/identity/get",
        "/accounts/balance/get",
        "/identity/match",
    ] {
        bench
            .post(path, item.body())
            .await
            .refused(Code::ItemLoginRequired);
    }
    let shown = bench.post("/item/get", item.body()).await.ok();
    assert_eq!(shown["item"]["error"]["error_code"], "ITEM_LOGIN_REQUIRED");
    bench.post("/accounts/get", item.body()).await.ok();
    bench.post("/item/remove", item.body()).await.ok();
}

#[tokio::test]
async fn a_consent_of_open_banking_says_that_it_ends_after_a_hundred_and_eighty_days() {
    let bench = Bench::new().await;
    let british = bench.item("ins_117650", &["auth"]).await;
    let shown = bench.post("/item/get", british.body()).await.ok();
    let ends: Timestamp = shown["item"]["consent_expiration_time"]
        .as_str()
        .unwrap()
        .parse()
        .unwrap();
    assert_eq!(ends, bench.clock.now() + SignedDuration::from_hours(180 * 24));
    let american = bench.item(BANK, &["auth"]).await;
    let shown = bench.post("/item/get", american.body()).await.ok();
    assert!(shown["item"]["consent_expiration_time"].is_null());
}

#[tokio::test]
async fn an_automated_deposit_is_verified_after_a_day() {
    let bench = Bench::new().await;
    let order = Order::at(HOUNDSTOOTH, &["identity"]).user("user_good", "microdeposits_good");
    let item = bench.link(&order).await;
    bench.advance(limits::SANDBOX_AUTOMATIC_VERIFICATION - SECOND);
    bench
        .post("/auth/get", item.body())
        .await
        .refused(Code::ProductNotReady);
    let accounts = bench.post("/accounts/get", item.body()).await.ok();
    let status = &accounts["accounts"][0]["verification_status"];
    assert_eq!(status, "pending_automatic_verification");
    bench.advance(SECOND);
    let accounts = bench.post("/accounts/get", item.body()).await.ok();
    let status = &accounts["accounts"][0]["verification_status"];
    assert_eq!(status, "automatically_verified");
}

/// Makes each session and compares the time it is given.
async fn live(bench: &Bench, cases: Vec<(serde_json::Value, SignedDuration)>) {
    for (extra, life) in cases {
        let made = bench.post("/link/token/create", session(&extra)).await.ok();
        let ends: Timestamp = made["expiration"].as_str().unwrap().parse().unwrap();
        assert_eq!(ends, bench.clock.now() + life, "{extra}");
    }
}

#[tokio::test]
async fn a_link_token_ends_after_four_hours_or_thirty_minutes_or_as_the_hosted_page_was_given() {
    let bench = Bench::new().await;
    let item = bench.item(BANK, &["auth"]).await;
    let day = 24 * 60 * 60;
    let update = |hosted: serde_json::Value| json!({ "access_token": item.access_token, "products": null, "hosted_link": hosted });
    let of_item = limits::LINK_TOKEN_LIFE_FOR_ITEM;
    let user = bench
        .post("/user/create", json!({ "client_user_id": "u-1" }))
        .await
        .ok();
    let repair = json!({
        "products": null, "user": null, "user_id": user["user_id"], "update": { "user": true },
        "hosted_link": { "url_lifetime_seconds": day },
    });
    let cases = vec![
        (json!({}), limits::LINK_TOKEN_LIFE),
        (update(json!(null)), of_item),
        (update(json!({})), of_item),
        (update(json!({ "url_lifetime_seconds": day })), of_item),
        (
            update(json!({ "url_lifetime_seconds": 1_799 })),
            SignedDuration::from_secs(1_799),
        ),
        (repair, of_item),
        (json!({ "hosted_link": {} }), SignedDuration::from_mins(30)),
        (
            json!({ "hosted_link": { "delivery_method": "sms" } }),
            SignedDuration::from_mins(30),
        ),
        (
            json!({ "hosted_link": { "url_lifetime_seconds": day } }),
            SignedDuration::from_secs(day),
        ),
    ];
    live(&bench, cases).await;
}

#[tokio::test]
async fn a_hosted_page_lives_as_long_in_production_as_its_way_to_the_person_needs() {
    let bench = Bench::production().await;
    let sent = |hosted: serde_json::Value| {
        let user = json!({
            "client_user_id": "u", "phone_number": "+12025550123", "email_address": "ada@app.example",
        });
        json!({ "user": user, "hosted_link": hosted })
    };
    let cases = vec![
        (sent(json!({})), SignedDuration::from_mins(30)),
        (
            sent(json!({ "delivery_method": "sms" })),
            SignedDuration::from_hours(24),
        ),
        (
            sent(json!({ "delivery_method": "email" })),
            SignedDuration::from_hours(7 * 24),
        ),
        (
            sent(json!({ "delivery_method": "email", "url_lifetime_seconds": 60 })),
            SignedDuration::from_mins(1),
        ),
    ];
    live(&bench, cases).await;
}

#[tokio::test]
async fn the_times_of_a_link_token_are_whole_seconds() {
    let bench = Bench::new().await;
    bench.advance(SignedDuration::from_micros(123_456));
    let made = bench.post("/link/token/create", session(&json!({}))).await.ok();
    assert_eq!(made["expiration"], "2026-11-22T16:00:00Z");
    let token = json!({ "link_token": made["link_token"] });
    let shown = bench.post("/link/token/get", token).await.ok();
    assert_eq!(shown["created_at"], "2026-11-22T12:00:00Z");
}

#[tokio::test]
async fn an_expired_link_token_stays_readable() {
    let bench = Bench::new().await;
    let made = bench.post("/link/token/create", session(&json!({}))).await.ok();
    bench.advance(limits::LINK_TOKEN_LIFE + SECOND);
    let token = json!({ "link_token": made["link_token"] });
    let shown = bench.post("/link/token/get", token).await.ok();
    assert_eq!(shown["expiration"], made["expiration"]);
}
