//! `/selvedge/…`: teams apart from each other, and back to their seed.

use crate::BANK;
use insta::assert_json_snapshot;
use selvedge_harness::{Bench, Order, session};
use selvedge_model::{ErrorCode as Code, limits};
use serde_json::{Value, json};

#[tokio::test]
async fn a_team_and_a_partner_come_with_keys_of_the_contracts_form() {
    let bench = Bench::new().await;
    let team = bench
        .post("/selvedge/teams/create", json!({ "name": "checkout" }))
        .await;
    assert_json_snapshot!("team_create", team.redacted());
    let partner = bench
        .post(
            "/selvedge/partners/create",
            json!({ "processor": "dwolla", "name": "Dwolla" }),
        )
        .await;
    assert_json_snapshot!("partner_create", partner.redacted());
    for keys in [team.ok(), partner.ok()] {
        let hex = |key: &str, length: usize| {
            let text = keys[key].as_str().unwrap();
            text.len() == length && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
        };
        assert!(hex("client_id", 24) && hex("secret", 30));
    }
}

#[tokio::test]
async fn nothing_of_one_team_is_visible_to_another() {
    let bench = Bench::new().await;
    let other = bench.new_team().await;
    let order = Order::at(BANK, &["auth"]).webhook("https://app.example/hooks");
    let item = bench.link(&order).await;
    bench.post("/sandbox/item/reset_login", item.body()).await.ok();
    assert!(bench.events_of(&other).await.is_empty());
    let activities = bench.post_as(&other, "/item/activity/list", json!({})).await.ok();
    assert_eq!(activities["activities"], json!([]));
    for path in ["/item/get", "/accounts/get", "/auth/get", "/item/remove"] {
        bench
            .post_as(&other, path, item.body())
            .await
            .refused(Code::InvalidAccessToken);
    }
}

#[tokio::test]
async fn a_reset_takes_everything_but_the_keys_and_only_of_its_own_team() {
    let bench = Bench::new().await;
    let other = bench.new_team().await;
    let order = Order::at(BANK, &["auth"]).webhook("https://app.example/hooks");
    let (mine, theirs) = (bench.link(&order).await, bench.link_as(&other, &order).await);
    let partner = bench.partner("dwolla").await;
    let account = bench.account_ids(&mine).await.remove(0);
    let processor = bench.processor_token(&mine, &account, "dwolla").await;
    let user = bench
        .post("/user/create", json!({ "client_user_id": "u" }))
        .await
        .ok();
    let asked = session(&json!({}));
    let link = bench.post("/link/token/create", asked).await.ok();
    bench.post("/sandbox/item/reset_login", mine.body()).await.ok();
    let answer = bench.post("/selvedge/teams/reset", json!({})).await;
    assert_json_snapshot!("team_reset", answer.redacted());

    bench
        .post("/item/get", mine.body())
        .await
        .refused(Code::InvalidAccessToken);
    let body = json!({ "link_token": link["link_token"] });
    bench
        .post("/link/token/get", body)
        .await
        .refused(Code::InvalidLinkToken);
    let body = json!({ "user_id": user["user_id"] });
    bench.post("/user/get", body).await.refused(Code::UserNotFound);
    assert!(bench.events().await.is_empty());
    let activities = bench.post("/item/activity/list", json!({})).await.ok();
    assert_eq!(activities["activities"], json!([]));
    bench
        .post_as(
            &partner,
            "/processor/auth/get",
            json!({ "processor_token": processor }),
        )
        .await
        .refused(Code::InvalidApiKeys);
    bench.post_as(&other, "/auth/get", theirs.body()).await.ok();
    bench.link(&order).await;
}

#[tokio::test]
async fn a_name_is_for_people_and_has_a_length() {
    let bench = Bench::new().await;
    let longest = limits::NAME_CHARS;
    let cases = [
        ("/selvedge/teams/create", json!({})),
        ("/selvedge/partners/create", json!({ "processor": "dwolla" })),
    ];
    for (path, body) in cases {
        let named = |name: Value| {
            let mut body = body.clone();
            body["name"] = name;
            body
        };
        for good in [json!("é".repeat(longest)), Value::Null, json!("x")] {
            bench.post(path, named(good)).await.ok();
        }
        for bad in ["é".repeat(longest + 1), String::new(), "a\nb".to_owned()] {
            bench
                .post(path, named(bad.into()))
                .await
                .refused(Code::InvalidField);
        }
    }
}

#[tokio::test]
async fn a_partners_name_in_tokens_is_a_plain_word() {
    let bench = Bench::new().await;
    let create = |processor: &str| json!({ "processor": processor });
    bench
        .post("/selvedge/partners/create", create(&"a".repeat(64)))
        .await
        .ok();
    for bad in [&*"a".repeat(65), "", "Dwolla", "a b", "a-b", "é"] {
        bench
            .post("/selvedge/partners/create", create(bad))
            .await
            .refused(Code::InvalidField);
    }
}

#[tokio::test]
async fn a_hundred_teams_work_side_by_side() {
    let bench = Bench::new().await;
    for _ in 0..100 {
        let team = bench.new_team().await;
        assert_ne!(team.client_id, bench.keys().client_id);
    }
    let team = bench.new_team().await;
    bench.link_as(&team, &Order::at(BANK, &["auth"])).await;
}
