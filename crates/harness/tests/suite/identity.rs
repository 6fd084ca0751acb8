//! `/identity/get` and the answers of `/identity/match`. How scores come about is in `matching`.

use crate::BANK;
use insta::assert_json_snapshot;
use selvedge_harness::Bench;
use selvedge_model::ErrorCode as Code;
use serde_json::json;

#[tokio::test]
async fn the_owner_of_the_usual_login_is_shown_with_all_fields() {
    let bench = Bench::new().await;
    let item = bench.item(BANK, &["auth", "identity"]).await;
    let answer = bench.post("/identity/get", item.body()).await;
    assert_json_snapshot!("identity_get", answer.redacted()["accounts"][0]);
}

#[tokio::test]
async fn every_account_has_an_owner_that_can_be_reached() {
    let bench = Bench::new().await;
    let item = bench
        .item(BANK, &["transactions", "auth", "assets", "investments"])
        .await;
    let answer = bench.post("/identity/get", item.body()).await.ok();
    let accounts = answer["accounts"].as_array().unwrap();
    assert_eq!(accounts.len(), 12);
    for account in accounts {
        let owner = &account["owners"][0];
        for key in ["names", "emails", "addresses", "phone_numbers"] {
            assert!(!owner[key].as_array().unwrap().is_empty(), "{key} of {account}");
        }
    }
}

#[tokio::test]
async fn a_match_shows_scores_and_no_balances() {
    let bench = Bench::new().await;
    let item = bench.item(BANK, &["auth"]).await;
    let body = json!({
        "access_token": item.access_token,
        "user": {
            "legal_name": "Alberta Charleson", "phone_number": "+1 111-222-3333",
            "email_address": "AccountHolder0@example.com",
            "address": { "street": "2992 Cameron Rd", "city": "Malakoff", "region": "NY",
                         "postal_code": "14236-0001", "country": "US" },
        },
    });
    let answer = bench.post("/identity/match", body).await;
    assert_json_snapshot!("identity_match", answer.redacted()["accounts"][0]);
}

#[tokio::test]
async fn what_neither_side_knows_has_no_score() {
    let bench = Bench::new().await;
    let item = bench.item(BANK, &["auth"]).await;
    for user in [
        json!(null),
        json!({}),
        json!({ "legal_name": "", "email_address": null }),
    ] {
        let body = json!({ "access_token": item.access_token, "user": user });
        let answer = bench.post("/identity/match", body).await.ok();
        for kind in ["legal_name", "phone_number", "email_address", "address"] {
            assert!(answer["accounts"][0][kind]["score"].is_null(), "{kind}");
        }
    }
}

#[tokio::test]
async fn a_telephone_number_that_cannot_be_one_fails_the_match() {
    let bench = Bench::new().await;
    let item = bench.item(BANK, &["auth"]).await;
    for phone in ["nonsense", "1", "0000000000", "+", "12345678901234567890"] {
        let body = json!({ "access_token": item.access_token, "user": { "phone_number": phone } });
        bench
            .post("/identity/match", body)
            .await
            .refused(Code::InvalidField);
    }
}

#[tokio::test]
async fn the_best_owner_of_a_joint_account_wins() {
    let bench = Bench::new().await;
    let joint = json!({ "override_accounts": [{
        "type": "depository", "subtype": "checking",
        "identity": { "names": ["Tess Tweed", "Walt Warp"], "phone_numbers": [], "emails": [], "addresses": [] },
    }] });
    let item = bench
        .link(&selvedge_harness::Order::at(BANK, &["auth", "identity"]).custom(&joint))
        .await;
    let owners = bench.post("/identity/get", item.body()).await.ok();
    assert_eq!(owners["accounts"][0]["owners"].as_array().unwrap().len(), 1);
    assert_eq!(
        owners["accounts"][0]["owners"][0]["names"],
        json!(["Tess Tweed", "Walt Warp"])
    );
    let body = json!({ "access_token": item.access_token, "user": { "legal_name": "Walt Warp" } });
    let answer = bench.post("/identity/match", body).await.ok();
    assert_eq!(answer["accounts"][0]["legal_name"]["score"], 100);
}
