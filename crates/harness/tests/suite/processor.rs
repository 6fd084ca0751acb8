//! Processor tokens as the app that owns the Item handles them.

use crate::{BANK, HOUNDSTOOTH, NO_ACCOUNT};
use insta::assert_json_snapshot;
use selvedge_harness::{Bench, Linked, Order};
use selvedge_model::ErrorCode as Code;
use serde_json::{Value, json};

/// The three endpoints that open an account to a partner.
const CREATE: &[&str] = &[
    "/processor/token/create",
    "/processor/stripe/bank_account_token/create",
    "/processor/apex/processor_token/create",
];

fn body(path: &str, item: &Linked, account: &str) -> Value {
    let mut body = json!({ "access_token": item.access_token, "account_id": account });
    if path == "/processor/token/create" {
        body["processor"] = "dwolla".into();
    }
    body
}

#[tokio::test]
async fn each_way_to_open_an_account_answers_with_its_token_alone() {
    let bench = Bench::new().await;
    let item = bench.item(BANK, &["auth"]).await;
    let account = bench.account_ids(&item).await.remove(0);
    for (path, key, prefix, length) in [
        (CREATE[0], "processor_token", "processor-sandbox-", 54),
        (CREATE[1], "stripe_bank_account_token", "btok_", 25),
        (CREATE[2], "processor_token", "processor-sandbox-", 54),
    ] {
        let answer = bench.post(path, body(path, &item, &account)).await.ok();
        let token = answer[key].as_str().unwrap();
        assert!(token.starts_with(prefix) && token.len() == length, "{token}");
        assert_eq!(answer.as_object().unwrap().len(), 2);
    }
}

#[tokio::test]
async fn a_bad_account_id_is_told_in_the_words_that_clients_compare() {
    let bench = Bench::new().await;
    let item = bench.item(BANK, &["auth"]).await;
    for path in CREATE {
        for bad in ["fakeAccountId", ""] {
            let answer = bench.post(path, body(path, &item, bad)).await;
            assert_eq!(
                answer.refused(Code::InvalidField),
                "account_id must be a valid account ID"
            );
        }
        bench
            .post(path, body(path, &item, NO_ACCOUNT))
            .await
            .refused(Code::InvalidAccountId);
    }
}

#[tokio::test]
async fn an_account_is_opened_only_to_a_partner_that_is_known() {
    let bench = Bench::new().await;
    let item = bench.item(BANK, &["auth"]).await;
    let account = bench.account_ids(&item).await.remove(0);
    let create = |processor: &str| json!({ "access_token": item.access_token, "account_id": account, "processor": processor });
    for known in ["dwolla", "ocrolus", "modern_treasury", "stake"] {
        bench.post(CREATE[0], create(known)).await.ok();
    }
    for unknown in ["nobody", "", "Dwolla"] {
        bench
            .post(CREATE[0], create(unknown))
            .await
            .refused(Code::InvalidField);
    }
    bench.partner("nobody").await;
    bench.post(CREATE[0], create("nobody")).await.ok();
}

#[tokio::test]
async fn two_tokens_of_one_account_and_partner_are_two() {
    let bench = Bench::new().await;
    let item = bench.item(BANK, &["auth"]).await;
    let account = bench.account_ids(&item).await.remove(0);
    let one = bench.processor_token(&item, &account, "dwolla").await;
    let two = bench.processor_token(&item, &account, "dwolla").await;
    assert_ne!(one, two);
}

#[tokio::test]
async fn an_account_whose_numbers_are_not_proved_is_not_opened() {
    let bench = Bench::new().await;
    let order = Order::at(HOUNDSTOOTH, &["identity"]).user("user_good", "microdeposits_good");
    let item = bench.link(&order).await;
    let account = bench.account_ids(&item).await.remove(0);
    for path in CREATE {
        bench
            .post(path, body(path, &item, &account))
            .await
            .refused(Code::ProductNotReady);
    }
    bench.advance(selvedge_model::limits::SANDBOX_AUTOMATIC_VERIFICATION);
    for path in CREATE {
        bench.post(path, body(path, &item, &account)).await.ok();
    }
}

#[tokio::test]
async fn a_broken_or_removed_item_opens_nothing() {
    let bench = Bench::new().await;
    let item = bench.item(BANK, &["auth"]).await;
    let account = bench.account_ids(&item).await.remove(0);
    bench.post("/sandbox/item/reset_login", item.body()).await.ok();
    for path in CREATE {
        bench
            .post(path, body(path, &item, &account))
            .await
            .refused(Code::ItemLoginRequired);
    }
    bench.post("/item/remove", item.body()).await.ok();
    for path in CREATE {
        bench
            .post(path, body(path, &item, &account))
            .await
            .refused(Code::ItemNotFound);
    }
}

#[tokio::test]
async fn permissions_begin_with_everything_and_can_be_narrowed_and_widened() {
    let bench = Bench::new().await;
    let item = bench.item(BANK, &["auth"]).await;
    let account = bench.account_ids(&item).await.remove(0);
    let token = bench.processor_token(&item, &account, "dwolla").await;
    let get = async || {
        let answer = bench
            .post(
                "/processor/token/permissions/get",
                json!({ "processor_token": token }),
            )
            .await
            .ok();
        answer["products"].clone()
    };
    let set = async |products: Value| {
        let body = json!({ "processor_token": token, "products": products });
        bench.post("/processor/token/permissions/set", body).await
    };
    assert_eq!(get().await, json!([]));
    let answer = set(json!(["identity", "auth"])).await;
    assert_json_snapshot!("permissions_set", answer.redacted());
    assert_eq!(get().await, json!(["auth", "identity"]));
    set(json!(["nope"])).await.refused(Code::InvalidField);
    set(Value::Null).await.refused(Code::InvalidField);
    assert_eq!(get().await, json!(["auth", "identity"]));
    set(json!([])).await.ok();
    assert_eq!(get().await, json!([]));
}

#[tokio::test]
async fn permissions_are_the_owners_business_alone() {
    let bench = Bench::new().await;
    let partner = bench.partner("dwolla").await;
    let other = bench.new_team().await;
    let item = bench.item(BANK, &["auth"]).await;
    let account = bench.account_ids(&item).await.remove(0);
    let token = bench.processor_token(&item, &account, "dwolla").await;
    for keys in [&partner, &other] {
        for (path, body) in [
            (
                "/processor/token/permissions/get",
                json!({ "processor_token": token }),
            ),
            (
                "/processor/token/permissions/set",
                json!({ "processor_token": token, "products": ["identity"] }),
            ),
        ] {
            bench
                .post_as(keys, path, body)
                .await
                .refused(Code::InvalidProcessorToken);
        }
    }
    let body = json!({ "processor_token": token });
    bench.post_as(&partner, "/processor/auth/get", body).await.ok();
}

#[tokio::test]
async fn what_the_suites_send_with_made_up_tokens_is_refused() {
    let bench = Bench::new().await;
    let made_up = json!({
        "access_token": "fakeAccessToken", "account_id": "fakeAccountId", "processor": "dwolla",
    });
    let answer = bench.post(CREATE[0], made_up).await;
    assert_eq!(answer.status, 400);
    for path in ["/processor/token/permissions/get", "/processor/auth/get"] {
        bench
            .post(path, json!({ "processor_token": "nope" }))
            .await
            .refused(Code::InvalidProcessorToken);
    }
}
