//! `/accounts/get` and `/accounts/balance/get`.

use crate::{BANK, NO_ACCOUNT, NO_TOKEN, each};
use insta::assert_json_snapshot;
use selvedge_harness::{Bench, Order};
use selvedge_model::ErrorCode as Code;
use serde_json::json;

#[tokio::test]
async fn every_account_of_the_usual_login_is_shown_with_all_its_fields() {
    let bench = Bench::new().await;
    let item = bench.item(BANK, &["transactions"]).await;
    let answer = bench.post("/accounts/get", item.body()).await;
    assert_json_snapshot!("accounts_get", answer.redacted());
}

#[tokio::test]
async fn an_item_for_numbers_alone_has_the_accounts_that_can_be_debited() {
    let bench = Bench::new().await;
    let item = bench.item(BANK, &["auth"]).await;
    let answer = bench.post("/accounts/get", item.body()).await.ok();
    assert_eq!(each(&answer["accounts"], "mask"), ["0000", "1111", "9002"]);
}

#[tokio::test]
async fn the_balances_of_now_are_those_of_the_bank_and_add_no_product() {
    let bench = Bench::new().await;
    let item = bench.item(BANK, &["transactions"]).await;
    let cached = bench.post("/accounts/get", item.body()).await.ok();
    let fresh = bench.post("/accounts/balance/get", item.body()).await.ok();
    assert_eq!(fresh["accounts"], cached["accounts"]);
    assert_eq!(fresh["item"], cached["item"]);
    let shown = bench.post("/item/get", item.body()).await.ok();
    assert_eq!(shown["item"]["billed_products"], json!(["transactions"]));
}

#[tokio::test]
async fn account_ids_choose_accounts_in_the_items_own_order() {
    let bench = Bench::new().await;
    let item = bench.item(BANK, &["transactions"]).await;
    let ids = bench.account_ids(&item).await;
    for path in [
        "/accounts/get",
        "/accounts/balance/get",
        "/identity/get",
        "/identity/match",
    ] {
        let body = json!({
            "access_token": item.access_token, "options": { "account_ids": [ids[3], ids[1], ids[3]] },
        });
        let answer = bench.post(path, body).await.ok();
        assert_eq!(
            each(&answer["accounts"], "account_id"),
            [ids[1].as_str(), &ids[3]],
            "{path}"
        );
        for all in [
            json!(null),
            json!({}),
            json!({ "account_ids": null }),
            json!({ "account_ids": [] }),
        ] {
            let body = json!({ "access_token": item.access_token, "options": all });
            let answer = bench.post(path, body).await.ok();
            assert_eq!(each(&answer["accounts"], "account_id"), ids, "{path}");
        }
    }
}

#[tokio::test]
async fn an_account_id_that_could_not_be_one_differs_from_one_that_is_not_there() {
    let bench = Bench::new().await;
    let item = bench.item(BANK, &["auth", "identity"]).await;
    let other = bench.item(BANK, &["auth"]).await;
    let foreign = bench.account_ids(&other).await.remove(0);
    for path in [
        "/accounts/get",
        "/accounts/balance/get",
        "/auth/get",
        "/identity/get",
        "/identity/match",
    ] {
        for (id, code) in [
            ("foo", Code::InvalidField),
            ("", Code::InvalidField),
            (&*format!("{NO_ACCOUNT}0"), Code::InvalidField),
            (NO_ACCOUNT, Code::InvalidAccountId),
            (&foreign, Code::InvalidAccountId),
        ] {
            let body = json!({ "access_token": item.access_token, "options": { "account_ids": [id] } });
            bench.post(path, body).await.refused(code);
        }
    }
}

#[tokio::test]
async fn access_tokens_that_clients_try_are_refused_as_they_expect() {
    let bench = Bench::new().await;
    let item = bench.item(BANK, &["auth"]).await;
    let off_by_one = format!("{}g", &item.access_token[..item.access_token.len() - 1]);
    for token in [
        "notreal",
        "bad-access-token",
        "Bad Token",
        "foo",
        NO_TOKEN,
        &off_by_one,
    ] {
        let answer = bench
            .post("/accounts/get", json!({ "access_token": token }))
            .await;
        answer.refused(Code::InvalidAccessToken);
        assert!(answer.body["display_message"].is_null());
    }
    let empty = bench.post("/accounts/get", json!({ "access_token": "" })).await;
    empty.refused(Code::InvalidField);
}

#[tokio::test]
async fn a_token_of_another_kind_is_named_as_such() {
    let bench = Bench::new().await;
    let item = bench.item(BANK, &["auth"]).await;
    let account = bench.account_ids(&item).await.remove(0);
    let processor = bench.processor_token(&item, &account, "dwolla").await;
    for (token, kind) in [(&item.public_token, "public"), (&processor, "processor")] {
        let answer = bench
            .post("/accounts/get", json!({ "access_token": token }))
            .await;
        let words = answer.refused(Code::InvalidAccessToken);
        assert!(words.contains("wrong type") && words.contains(kind), "{words}");
    }
}

#[tokio::test]
async fn a_bank_that_dates_its_balances_is_held_to_them() {
    let bench = Bench::new().await;
    let item = bench.item("ins_128026", &["transactions"]).await;
    let with = |oldest: &str| json!({ "access_token": item.access_token, "options": { "min_last_updated_datetime": oldest } });
    let undated = bench.post("/accounts/balance/get", item.body()).await;
    assert!(
        undated
            .refused(Code::InvalidField)
            .contains("min_last_updated_datetime")
    );
    let answer = bench
        .post("/accounts/balance/get", with("2026-11-01T00:00:00Z"))
        .await
        .ok();
    let told = &answer["accounts"][0]["balances"]["last_updated_datetime"];
    assert!(told.is_string(), "{answer}");
    bench
        .post("/accounts/balance/get", with("2030-01-01T00:00:00Z"))
        .await
        .refused(Code::LastUpdatedDatetimeOutOfRange);
    bench
        .post("/accounts/balance/get", with("yesterday"))
        .await
        .refused(Code::InvalidField);
    let ids = bench.account_ids(&item).await;
    let deposits = json!({ "access_token": item.access_token, "options": { "account_ids": [ids[0]] } });
    bench.post("/accounts/balance/get", deposits).await.ok();
}

#[tokio::test]
async fn a_bank_that_does_not_date_its_balances_is_not_asked_how_old_they_are() {
    let bench = Bench::new().await;
    let item = bench.item(BANK, &["transactions"]).await;
    let body = json!({
        "access_token": item.access_token,
        "options": { "min_last_updated_datetime": "2030-01-01T00:00:00Z" },
    });
    bench.post("/accounts/balance/get", body).await.ok();
}

#[tokio::test]
async fn a_broken_item_shows_what_was_last_seen_and_nothing_fresh() {
    let bench = Bench::new().await;
    let item = bench.item(BANK, &["auth", "identity"]).await;
    let before = bench.post("/accounts/get", item.body()).await.ok();
    bench.post("/sandbox/item/reset_login", item.body()).await.ok();
    let after = bench.post("/accounts/get", item.body()).await.ok();
    assert_eq!(after["accounts"], before["accounts"]);
    assert!(after["item"]["error"].is_null());
    for path in [
        "/accounts/balance/get",
        "/auth/get",
        "/identity/get",
        "/identity/match",
    ] {
        bench
            .post(path, item.body())
            .await
            .refused(Code::ItemLoginRequired);
    }
}

#[tokio::test]
async fn one_real_account_has_one_persistent_id_over_all_items() {
    let bench = Bench::new().await;
    let mut seen = Vec::new();
    for bank in [BANK, "ins_127287"] {
        let item = bench.item(bank, &["transactions"]).await;
        let answer = bench.post("/accounts/balance/get", item.body()).await.ok();
        seen.push(answer["accounts"][0]["persistent_account_id"].clone());
    }
    let known = "8cfb8beb89b774ee43b090625f0d61d0814322b43bff984eaf60386e";
    assert_eq!(seen, [known, known]);
}

#[tokio::test]
async fn the_same_login_linked_twice_is_two_items_with_accounts_of_their_own() {
    let bench = Bench::new().await;
    let order = Order::at(BANK, &["auth"]);
    let (one, two) = (bench.link(&order).await, bench.link(&order).await);
    assert_ne!(one.item_id, two.item_id);
    let (left, right) = (bench.account_ids(&one).await, bench.account_ids(&two).await);
    assert!(left.iter().all(|id| !right.contains(id)));
}
