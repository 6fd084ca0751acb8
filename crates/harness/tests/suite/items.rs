//! An Item's life: exchanged, shown, redirected, rotated, removed, imported.

use crate::{BANK, HOUNDSTOOTH, NO_TOKEN};
use insta::assert_json_snapshot;
use selvedge_harness::{Bench, Order};
use selvedge_model::{ErrorCode as Code, limits};
use serde_json::{Value, json};

#[tokio::test]
async fn an_exchange_answers_with_the_access_token_and_the_item_and_nothing_else() {
    let bench = Bench::new().await;
    let token = bench.public_token(&Order::at(BANK, &["auth"])).await;
    let answer = bench
        .post("/item/public_token/exchange", json!({ "public_token": token }))
        .await;
    assert_json_snapshot!("exchange", answer.redacted());
    let answer = answer.ok();
    assert!(
        answer["access_token"]
            .as_str()
            .unwrap()
            .starts_with("access-sandbox-")
    );
    assert_eq!(answer["item_id"].as_str().unwrap().len(), 37);
    assert_eq!(answer["request_id"].as_str().unwrap().len(), 15);
}

#[tokio::test]
async fn a_public_token_is_exchanged_once() {
    let bench = Bench::new().await;
    let item = bench.item(BANK, &["auth"]).await;
    let again = json!({ "public_token": item.public_token });
    bench
        .post("/item/public_token/exchange", again)
        .await
        .refused(Code::InvalidPublicToken);
    bench.post("/accounts/get", item.body()).await.ok();
}

#[tokio::test]
async fn what_is_no_public_token_of_the_team_is_refused_alike() {
    let bench = Bench::new().await;
    let other = bench.new_team().await;
    let order = Order::at(BANK, &["auth"]);
    let foreign = bench.public_token_as(&other, &order).await;
    let item = bench.item(BANK, &["auth"]).await;
    for token in ["nope", "", &foreign, &item.access_token, "public-sandbox-nope"] {
        let body = json!({ "public_token": token });
        bench
            .post("/item/public_token/exchange", body)
            .await
            .refused(Code::InvalidPublicToken);
    }
    let body = json!({ "public_token": foreign });
    bench
        .post_as(&other, "/item/public_token/exchange", body)
        .await
        .ok();
}

#[tokio::test]
async fn item_get_shows_everything_about_an_item() {
    let bench = Bench::new().await;
    let order = Order::at(BANK, &["auth", "transactions"]).webhook("https://app.example/hooks");
    let item = bench.link(&order).await;
    let answer = bench.post("/item/get", item.body()).await;
    assert_json_snapshot!("item_get", answer.redacted());
}

#[tokio::test]
async fn item_get_shows_a_broken_item_with_its_error() {
    let bench = Bench::new().await;
    let item = bench.item(BANK, &["auth"]).await;
    bench.post("/sandbox/item/reset_login", item.body()).await.ok();
    let answer = bench.post("/item/get", item.body()).await.ok();
    assert_json_snapshot!("item_get_error", answer["item"]["error"]);
}

#[tokio::test]
async fn the_item_is_the_same_in_every_answer_that_shows_it() {
    let bench = Bench::new().await;
    let item = bench.item(BANK, &["auth", "identity", "transactions"]).await;
    let shown = bench.post("/item/get", item.body()).await.ok();
    let keys = [
        "error",
        "available_products",
        "billed_products",
        "institution_id",
        "item_id",
        "webhook",
        "consent_expiration_time",
        "update_type",
    ];
    for path in [
        "/accounts/get",
        "/accounts/balance/get",
        "/auth/get",
        "/identity/get",
    ] {
        let answer = bench.post(path, item.body()).await.ok();
        for key in keys {
            assert_eq!(answer["item"][key], shown["item"][key], "{path} {key}");
        }
    }
    assert_eq!(shown["item"]["webhook"], "", "an unset webhook is an empty text");
}

#[tokio::test]
async fn a_removed_item_is_gone_with_every_token_made_from_it() {
    let bench = Bench::new().await;
    let partner = bench.partner("dwolla").await;
    let item = bench.item(BANK, &["auth"]).await;
    let account = bench.account_ids(&item).await.remove(0);
    let processor = bench.processor_token(&item, &account, "dwolla").await;
    let public = bench.post("/item/public_token/create", item.body()).await.ok();
    let update = json!({
        "client_name": "Demo", "language": "en", "country_codes": ["US"],
        "user": { "client_user_id": "u" }, "access_token": item.access_token,
    });
    let link = bench.post("/link/token/create", update).await.ok();
    let removed = bench.post("/item/remove", item.body()).await;
    assert_json_snapshot!("item_remove", removed.redacted());
    for path in [
        "/item/get",
        "/accounts/get",
        "/auth/get",
        "/item/remove",
        "/item/access_token/invalidate",
        "/item/public_token/create",
        "/consent/events/get",
    ] {
        bench.post(path, item.body()).await.refused(Code::ItemNotFound);
    }
    let body = json!({ "public_token": public["public_token"] });
    bench
        .post("/item/public_token/exchange", body)
        .await
        .refused(Code::InvalidPublicToken);
    let link = json!({ "link_token": link["link_token"] });
    bench
        .post("/link/token/get", link)
        .await
        .refused(Code::InvalidLinkToken);
    let gone = bench
        .post_as(
            &partner,
            "/processor/auth/get",
            json!({ "processor_token": processor }),
        )
        .await;
    assert_eq!(gone.status, 400, "{}", gone.text);
}

#[tokio::test]
async fn a_second_removal_is_told_in_the_words_that_clients_compare() {
    let bench = Bench::new().await;
    let item = bench.item(BANK, &["auth"]).await;
    let reason = json!({
        "access_token": item.access_token, "reason_code": "OTHER", "reason_note": "closed",
    });
    bench.post("/item/remove", reason).await.ok();
    let again = bench.post("/item/remove", item.body()).await;
    assert_eq!(
        again.refused(Code::ItemNotFound),
        "The Item you requested cannot be found. This Item does not exist, has been previously removed via \
         /item/remove, or has had access removed by the user."
    );
}

#[tokio::test]
async fn a_broken_item_can_be_removed() {
    let bench = Bench::new().await;
    let item = bench.item(BANK, &["auth"]).await;
    bench.post("/sandbox/item/reset_login", item.body()).await.ok();
    bench.post("/item/remove", item.body()).await.ok();
}

#[tokio::test]
async fn a_webhook_is_set_replaced_and_taken_away() {
    let bench = Bench::new().await;
    let item = bench.item(BANK, &["auth"]).await;
    let update = |webhook: Value| json!({ "access_token": item.access_token, "webhook": webhook });
    let set = bench
        .post("/item/webhook/update", update("https://app.example/one".into()))
        .await;
    assert_json_snapshot!("webhook_update", set.redacted());
    let told = bench.events().await;
    assert_eq!(told.len(), 1);
    assert_eq!(told[0].url, "https://app.example/one");
    assert_eq!(told[0].webhook_code, "WEBHOOK_UPDATE_ACKNOWLEDGED");
    let body: Value = serde_json::from_str(&told[0].body).unwrap();
    assert_json_snapshot!("webhook_update_event", selvedge_harness::redacted(&body));
    let absent = bench.post("/item/webhook/update", item.body()).await.ok();
    assert_eq!(absent["item"]["webhook"], "https://app.example/one");
    let cleared = bench.post("/item/webhook/update", update(Value::Null)).await.ok();
    assert_eq!(cleared["item"]["webhook"], "");
    let shown = bench.post("/item/get", item.body()).await.ok();
    assert_eq!(shown["item"]["webhook"], "");
    assert_eq!(bench.events().await.len(), 1, "nobody is left to be told");
}

#[tokio::test]
async fn an_empty_webhook_clears_it_as_null_does() {
    let bench = Bench::new().await;
    let order = Order::at(BANK, &["auth"]).webhook("https://app.example/");
    let item = bench.link(&order).await;
    let update = json!({ "access_token": item.access_token, "webhook": "" });
    let cleared = bench.post("/item/webhook/update", update).await.ok();
    assert_eq!(cleared["item"]["webhook"], "");
    assert!(bench.events().await.is_empty(), "nobody is left to be told");
}

#[tokio::test]
async fn a_bad_webhook_is_refused_and_changes_nothing() {
    let bench = Bench::new().await;
    let item = bench
        .link(&Order::at(BANK, &["auth"]).webhook("https://app.example/"))
        .await;
    for bad in [
        "invalid-hook",
        "ftp://app.example/",
        "https://",
        "https://user:secret@app.example/",
        "https://app.example/a b",
        "javascript:alert(1)",
    ] {
        let update = json!({ "access_token": item.access_token, "webhook": bad });
        bench
            .post("/item/webhook/update", update)
            .await
            .refused(Code::InvalidField);
    }
    let shown = bench.post("/item/get", item.body()).await.ok();
    assert_eq!(shown["item"]["webhook"], "https://app.example/");
    assert!(bench.events().await.is_empty());
}

#[tokio::test]
async fn a_rotated_access_token_is_replaced_at_once_and_everything_else_stays() {
    let bench = Bench::new().await;
    let partner = bench.partner("dwolla").await;
    let item = bench.item(BANK, &["auth"]).await;
    let before = bench.account_ids(&item).await;
    let processor = bench.processor_token(&item, &before[0], "dwolla").await;
    let rotated = bench.post("/item/access_token/invalidate", item.body()).await;
    assert_json_snapshot!("invalidate", rotated.redacted());
    let rotated = rotated.ok();
    bench
        .post("/accounts/get", item.body())
        .await
        .refused(Code::InvalidAccessToken);
    bench
        .post("/item/access_token/invalidate", item.body())
        .await
        .refused(Code::InvalidAccessToken);
    let body = json!({ "access_token": rotated["new_access_token"] });
    let after = bench.post("/accounts/get", body).await.ok();
    assert_eq!(after["item"]["item_id"], item.item_id.as_str());
    assert_eq!(crate::each(&after["accounts"], "account_id"), before);
    let body = json!({ "processor_token": processor });
    bench.post_as(&partner, "/processor/auth/get", body).await.ok();
}

#[tokio::test]
async fn every_rotation_gives_a_token_never_seen_before() {
    let bench = Bench::new().await;
    let item = bench.item(BANK, &["auth"]).await;
    let mut seen = vec![item.access_token.clone()];
    for _ in 0..5 {
        let body = json!({ "access_token": seen.last().unwrap() });
        let rotated = bench.post("/item/access_token/invalidate", body).await.ok();
        let token = rotated["new_access_token"].as_str().unwrap().to_owned();
        assert!(!seen.contains(&token));
        seen.push(token);
    }
}

#[tokio::test]
async fn a_login_that_the_app_holds_is_imported() {
    let bench = Bench::new().await;
    let import = json!({
        "products": ["identity", "auth"],
        "user_auth": { "user_id": "user_good", "auth_token": "pass_good" },
        "options": { "webhook": "https://app.example/hooks" },
    });
    let imported = bench.post("/item/import", import).await;
    assert_json_snapshot!("item_import", imported.redacted());
    let body = json!({ "access_token": imported.ok()["access_token"] });
    let shown = bench.post("/item/get", body).await.ok();
    assert_eq!(shown["item"]["institution_id"], BANK);
    assert_eq!(shown["item"]["products"], json!(["auth", "identity"]));
    assert_eq!(shown["item"]["webhook"], "https://app.example/hooks");
}

#[tokio::test]
async fn an_import_says_what_is_wrong_with_it() {
    let bench = Bench::new().await;
    let good = json!({ "user_id": "user_good", "auth_token": "pass_good" });
    let wrong = json!({ "user_id": "user_good", "auth_token": "nope" });
    let cases = [
        (
            json!({ "products": ["auth"], "user_auth": wrong }),
            Code::InvalidCredentials,
        ),
        (
            json!({ "products": ["balance"], "user_auth": good }),
            Code::InvalidProduct,
        ),
        (json!({ "products": [], "user_auth": good }), Code::InvalidField),
        (
            json!({ "products": ["nope"], "user_auth": good }),
            Code::InvalidField,
        ),
        (
            json!({ "products": ["payment_initiation"], "user_auth": good }),
            Code::ProductsNotSupported,
        ),
        (
            json!({ "products": ["auth"], "user_auth": good, "institution_id": "ins_0" }),
            Code::InvalidInstitution,
        ),
        (
            json!({ "products": ["auth"], "user_auth": good, "options": { "webhook": "nope" } }),
            Code::InvalidField,
        ),
        (json!({ "products": ["auth"] }), Code::MissingFields),
    ];
    for (body, code) in cases {
        bench.post("/item/import", body).await.refused(code);
    }
}

#[tokio::test]
async fn an_item_says_how_its_numbers_came_to_be_known() {
    let bench = Bench::new().await;
    let pending = Order::at(HOUNDSTOOTH, &["transactions"]).user("user_good", "microdeposits_good");
    let cases = [
        (Order::at(BANK, &["auth"]), json!("INSTANT_AUTH")),
        (Order::at(BANK, &["transactions"]), Value::Null),
        (pending, Value::Null),
    ];
    for (order, method) in cases {
        let item = bench.link(&order).await;
        let shown = bench.post("/item/get", item.body()).await.ok();
        assert_eq!(shown["item"]["auth_method"], method);
    }
}

#[tokio::test]
async fn a_removed_item_takes_a_note_of_any_length_up_to_the_limit() {
    let bench = Bench::new().await;
    let item = bench.item(BANK, &["auth"]).await;
    let with_note = |length| json!({ "access_token": item.access_token, "reason_note": "é".repeat(length), "reason_code": "FRAUD_ABUSE" });
    let longest = limits::REASON_NOTE_CHARS;
    bench
        .post("/item/remove", with_note(longest + 1))
        .await
        .refused(Code::InvalidField);
    let body = json!({ "access_token": item.access_token, "reason_code": "NOPE" });
    bench.post("/item/remove", body).await.refused(Code::InvalidField);
    bench.post("/item/remove", with_note(longest)).await.ok();
}

#[tokio::test]
async fn a_token_that_never_was_is_not_an_item_that_is_gone() {
    let bench = Bench::new().await;
    for path in [
        "/item/remove",
        "/item/get",
        "/item/webhook/update",
        "/item/public_token/create",
    ] {
        bench
            .post(path, json!({ "access_token": NO_TOKEN }))
            .await
            .refused(Code::InvalidAccessToken);
    }
}

#[tokio::test]
async fn products_that_only_rest_on_the_accounts_are_taken_and_not_billed() {
    let bench = Bench::new().await;
    let item = bench.item(BANK, &["transactions", "balance", "assets"]).await;
    let shown = bench.post("/item/get", item.body()).await.ok();
    assert_eq!(shown["item"]["billed_products"], json!(["transactions"]));
    assert_eq!(shown["item"]["products"], json!(["assets", "transactions"]));
    assert!(
        shown["item"]["available_products"]
            .as_array()
            .unwrap()
            .contains(&json!("balance"))
    );
}

#[tokio::test]
async fn an_items_status_tells_of_the_products_it_has() {
    let bench = Bench::new().await;
    for (products, transactions, investments) in [
        (&["transactions"][..], true, false),
        (&["investments"], false, true),
        (&["auth"], false, false),
    ] {
        let item = bench.item(BANK, products).await;
        let status = bench.post("/item/get", item.body()).await.ok()["status"].clone();
        let updated = |product: &str| status[product]["last_successful_update"].is_string();
        assert_eq!(
            (updated("transactions"), updated("investments")),
            (transactions, investments)
        );
        assert!(status["last_webhook"].is_null());
    }
}

#[tokio::test]
async fn an_older_public_token_gives_the_access_token_that_works_now() {
    let bench = Bench::new().await;
    let item = bench.item(BANK, &["auth"]).await;
    let public = bench.post("/item/public_token/create", item.body()).await.ok();
    let rotated = bench
        .post("/item/access_token/invalidate", item.body())
        .await
        .ok();
    let body = json!({ "public_token": public["public_token"] });
    let exchanged = bench.post("/item/public_token/exchange", body).await.ok();
    assert_eq!(exchanged["access_token"], rotated["new_access_token"]);
    assert_eq!(exchanged["item_id"], item.item_id.as_str());
    let body = json!({ "access_token": exchanged["access_token"] });
    bench.post("/auth/get", body).await.ok();
}
