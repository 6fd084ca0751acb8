//! `/auth/get`: account and routing numbers.

use crate::{BANK, HOUNDSTOOTH, each};
use insta::assert_json_snapshot;
use selvedge_harness::{Bench, Order};
use selvedge_model::ErrorCode as Code;
use serde_json::{Value, json};

#[tokio::test]
async fn the_numbers_of_the_usual_login_come_with_all_their_fields() {
    let bench = Bench::new().await;
    let item = bench.item(BANK, &["auth"]).await;
    let answer = bench.post("/auth/get", item.body()).await;
    assert_json_snapshot!("auth_get", answer.redacted());
}

#[tokio::test]
async fn every_number_belongs_to_an_account_that_is_shown() {
    let bench = Bench::new().await;
    let item = bench.item(BANK, &["auth", "transactions"]).await;
    let answer = bench.post("/auth/get", item.body()).await.ok();
    let accounts = each(&answer["accounts"], "account_id");
    let numbers = each(&answer["numbers"]["ach"], "account_id");
    assert_eq!(numbers.len(), 3);
    assert!(numbers.iter().all(|id| accounts.contains(id)));
}

#[tokio::test]
async fn account_ids_choose_accounts_and_numbers() {
    let bench = Bench::new().await;
    let item = bench.item(BANK, &["auth"]).await;
    let ids = bench.account_ids(&item).await;
    let only = json!({ "access_token": item.access_token, "options": { "account_ids": [ids[1]] } });
    let answer = bench.post("/auth/get", only).await.ok();
    assert_eq!(each(&answer["accounts"], "account_id"), [ids[1].as_str()]);
    assert_eq!(each(&answer["numbers"]["ach"], "account"), ["1111222233331111"]);
}

#[tokio::test]
async fn accounts_without_numbers_alone_are_told_so() {
    let bench = Bench::new().await;
    let item = bench.item(BANK, &["auth", "transactions"]).await;
    let ids = bench.account_ids(&item).await;
    let card = json!({ "access_token": item.access_token, "options": { "account_ids": [ids[3]] } });
    bench.post("/auth/get", card).await.refused(Code::NoAuthAccounts);
    let cards = json!({ "override_accounts": [{ "type": "credit", "subtype": "credit card" }] });
    let item = bench.link(&Order::at(BANK, &["auth"]).custom(&cards)).await;
    bench
        .post("/auth/get", item.body())
        .await
        .refused(Code::NoAuthAccounts);
}

#[tokio::test]
async fn the_first_use_of_a_product_adds_it_once() {
    let bench = Bench::new().await;
    let item = bench.item(BANK, &["transactions"]).await;
    let lists = |answer: &Value| {
        (
            answer["item"]["products"].clone(),
            answer["item"]["billed_products"].clone(),
        )
    };
    let before = bench.post("/item/get", item.body()).await.ok();
    assert_eq!(lists(&before).0, json!(["transactions"]));
    for (path, products) in [
        ("/auth/get", json!(["auth", "transactions"])),
        ("/auth/get", json!(["auth", "transactions"])),
        ("/identity/get", json!(["auth", "identity", "transactions"])),
        (
            "/identity/match",
            json!(["auth", "identity", "identity_match", "transactions"]),
        ),
    ] {
        let used = bench.post(path, item.body()).await.ok();
        assert_eq!(lists(&used), (products.clone(), products.clone()), "{path}");
        let shown = bench.post("/item/get", item.body()).await.ok();
        assert_eq!(lists(&shown), (products.clone(), products), "{path}");
        let available = shown["item"]["available_products"].as_array().unwrap();
        let billed = shown["item"]["billed_products"].as_array().unwrap();
        assert!(available.iter().all(|product| !billed.contains(product)));
    }
}

#[tokio::test]
async fn a_bank_that_has_no_numbers_is_told_so() {
    let bench = Bench::new().await;
    let item = bench.item("ins_12", &["identity"]).await;
    bench
        .post("/auth/get", item.body())
        .await
        .refused(Code::ProductsNotSupported);
}

#[tokio::test]
async fn numbers_that_wait_for_a_deposit_are_not_ready_until_it_is_verified() {
    let bench = Bench::new().await;
    let order = Order::at(HOUNDSTOOTH, &["identity"])
        .user("user_good", "microdeposits_good")
        .webhook("https://app.example/hooks");
    let item = bench.link(&order).await;
    bench
        .post("/auth/get", item.body())
        .await
        .refused(Code::ProductNotReady);
    let account = bench.account_ids(&item).await.remove(0);
    let verified = json!({
        "access_token": item.access_token, "account_id": account,
        "verification_status": "automatically_verified",
    });
    bench
        .post("/sandbox/item/set_verification_status", verified)
        .await
        .ok();
    let accounts = bench.post("/accounts/get", item.body()).await.ok();
    let status = &accounts["accounts"][0]["verification_status"];
    assert_eq!(status, "automatically_verified");
    let answer = bench.post("/auth/get", item.body()).await;
    assert_json_snapshot!("auth_get_verified", answer.redacted());
}

#[tokio::test]
async fn numbers_whose_verification_expired_never_become_ready() {
    let bench = Bench::new().await;
    let order = Order::at(HOUNDSTOOTH, &["identity"]).user("user_good", "microdeposits_good");
    let item = bench.link(&order).await;
    let account = bench.account_ids(&item).await.remove(0);
    let expired = json!({
        "access_token": item.access_token, "account_id": account,
        "verification_status": "verification_expired",
    });
    bench
        .post("/sandbox/item/set_verification_status", expired)
        .await
        .ok();
    bench.advance(jiff::SignedDuration::from_hours(48));
    bench
        .post("/auth/get", item.body())
        .await
        .refused(Code::ProductNotReady);
    let accounts = bench.post("/accounts/get", item.body()).await.ok();
    let status = &accounts["accounts"][0]["verification_status"];
    assert_eq!(status, "verification_expired");
}

#[tokio::test]
async fn a_bank_with_tokenized_numbers_gives_each_connection_its_own() {
    let bench = Bench::new().await;
    let mut seen = Vec::new();
    for _ in 0..2 {
        let item = bench.item("ins_127287", &["auth"]).await;
        let answer = bench.post("/auth/get", item.body()).await.ok();
        let ach = answer["numbers"]["ach"][0].clone();
        assert_eq!(ach["is_tokenized_account_number"], true);
        assert_ne!(ach["account"], "1111222233330000");
        let again = bench.post("/auth/get", item.body()).await.ok();
        assert_eq!(
            again["numbers"]["ach"][0], ach,
            "numbers are fetched once and kept"
        );
        seen.push(ach["account"].clone());
    }
    assert_ne!(seen[0], seen[1]);
}

#[tokio::test]
async fn at_chase_the_token_belongs_to_the_login() {
    let bench = Bench::new().await;
    let mut seen = Vec::new();
    for _ in 0..2 {
        let item = bench.item("ins_56", &["auth"]).await;
        let answer = bench.post("/auth/get", item.body()).await.ok();
        seen.push(answer["numbers"]["ach"][0].clone());
    }
    assert_eq!(seen[0]["is_tokenized_account_number"], true);
    assert_eq!(seen[0]["account"], seen[1]["account"]);
}

/// The control sum of ISO 13616, worked out here anew.
fn is_iban(text: &str) -> bool {
    let (head, rest) = text.split_at(4);
    let digits = rest.chars().chain(head.chars()).map(|c| c.to_digit(36).unwrap());
    let remainder = digits.fold(0, |sum, digit| {
        (sum * if digit > 9 { 100 } else { 10 } + digit) % 97
    });
    remainder == 1
}

#[tokio::test]
async fn every_iban_passes_its_checksum_and_every_routing_number_too() {
    let bench = Bench::new().await;
    let page = json!({ "count": 500, "offset": 0, "country_codes": ["US", "GB", "IE", "FR", "DE"],
                       "options": { "products": ["auth"] } });
    let all = bench.post("/institutions/get", page).await.ok();
    let mut checked = (0, 0);
    for bank in all["institutions"].as_array().unwrap() {
        let order = Order::at(bank["institution_id"].as_str().unwrap(), &["auth"]);
        let answer = bench.post("/sandbox/public_token/create", order.body()).await;
        if !answer.status.is_success() {
            // The banks that are down or not supported.
            continue;
        }
        let token = json!({ "public_token": answer.body["public_token"] });
        let exchanged = bench.post("/item/public_token/exchange", token).await.ok();
        let body = json!({ "access_token": exchanged["access_token"] });
        let numbers = bench.post("/auth/get", body).await.ok()["numbers"].clone();
        for iban in each(&numbers["international"], "iban") {
            assert!(is_iban(iban), "{iban}");
            checked.0 += 1;
        }
        for routing in each(&numbers["ach"], "routing") {
            let weighted = routing.chars().zip([3, 7, 1].iter().cycle());
            let sum: u32 = weighted.map(|(c, weight)| c.to_digit(10).unwrap() * weight).sum();
            assert!(routing.len() == 9 && sum.is_multiple_of(10), "{routing}");
            checked.1 += 1;
        }
    }
    assert!(checked.0 >= 10 && checked.1 >= 30, "{checked:?}");
}

#[tokio::test]
async fn numbers_of_other_countries_are_of_their_own_kind() {
    let bench = Bench::new().await;
    for (bank, name) in [
        ("ins_43", "auth_get_canada"),
        ("ins_117650", "auth_get_britain"),
        ("ins_900125", "auth_get_ireland"),
    ] {
        let item = bench.item(bank, &["auth"]).await;
        let answer = bench.post("/auth/get", item.body()).await;
        assert_json_snapshot!(name, answer.redacted()["numbers"]);
    }
}
