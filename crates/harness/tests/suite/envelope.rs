//! What holds for every call: credentials, the order in which a request is looked at, the shape of answers.

use crate::{BANK, HOUNDSTOOTH};
use insta::assert_json_snapshot;
use selvedge_harness::{Bench, Order};
use selvedge_model::ErrorCode as Code;
use serde_json::{Value, json};

#[tokio::test]
async fn an_error_has_the_contracts_seven_keys() {
    let bench = Bench::new().await;
    let answer = bench
        .post("/accounts/get", json!({ "access_token": "foo" }))
        .await;
    assert_json_snapshot!("error", answer.redacted());
    let keys: Vec<&String> = answer.body.as_object().unwrap().keys().collect();
    assert_eq!(keys.len(), 7);
}

#[tokio::test]
async fn every_answer_is_json_that_nobody_keeps_and_carries_its_id_twice() {
    let bench = Bench::new().await;
    let item = bench.item(BANK, &["auth"]).await;
    for answer in [
        bench.post("/accounts/get", item.body()).await,
        bench.post("/accounts/get", json!({})).await,
        bench.post("/nope", json!({})).await,
    ] {
        let header = |name: &str| answer.headers[name].to_str().unwrap();
        assert!(header("content-type").starts_with("application/json"));
        assert_eq!(header("cache-control"), "no-store");
        assert_eq!(header("x-content-type-options"), "nosniff");
        assert_eq!(
            header("x-request-id"),
            answer.body["request_id"].as_str().unwrap()
        );
    }
}

#[tokio::test]
async fn credentials_come_in_headers_or_in_the_body_or_half_in_each() {
    let bench = Bench::new().await;
    let item = bench.item(BANK, &["auth"]).await;
    let keys = bench.keys();
    let mut both = item.body();
    both["client_id"] = keys.client_id.clone().into();
    both["secret"] = keys.secret.clone().into();
    bench
        .call("/accounts/get", &both)
        .without_keys()
        .send()
        .await
        .ok();
    bench.call("/accounts/get", &both).send().await.ok();
    let mut half = item.body();
    half["secret"] = keys.secret.clone().into();
    bench
        .call("/accounts/get", &half)
        .without_keys()
        .header("PLAID-CLIENT-ID", &keys.client_id)
        .send()
        .await
        .ok();
    let mut other = both.clone();
    other["secret"] = "0123456789abcdef0123456789abcd".into();
    let answer = bench.call("/accounts/get", &other).send().await;
    assert!(answer.refused(Code::InvalidField).contains("secret"));
    let twice = bench
        .call("/accounts/get", &item.body())
        .header("plaid-secret", &keys.secret)
        .send()
        .await;
    twice.refused(Code::InvalidHeaders);
}

#[tokio::test]
async fn absent_and_wrong_credentials_are_told_apart() {
    let bench = Bench::new().await;
    let call = |client_id: Option<&str>, secret: Option<&str>| {
        let mut call = bench
            .call("/accounts/get", &json!({ "access_token": "foo" }))
            .without_keys();
        for (name, value) in [("plaid-client-id", client_id), ("plaid-secret", secret)] {
            if let Some(value) = value {
                call = call.header(name, value);
            }
        }
        call.send()
    };
    let (id, secret) = (bench.keys().client_id.as_str(), bench.keys().secret.as_str());
    let other = bench.new_team().await;
    let nothing = call(None, None).await;
    let words = nothing.refused(Code::MissingFields);
    assert!(words.contains("client_id") && words.contains("secret"), "{words}");
    assert!(
        call(Some(id), None)
            .await
            .refused(Code::MissingFields)
            .contains("secret")
    );
    assert!(
        call(None, Some(secret))
            .await
            .refused(Code::MissingFields)
            .contains("client_id")
    );
    for bad in [
        "",
        "short",
        "0123456789ABCDEF01234567",
        "0123456789abcdef0123456g",
    ] {
        call(Some(bad), Some(secret)).await.refused(Code::InvalidField);
    }
    for (id, secret) in [
        (id, "0123456789abcdef0123456789abcd"),
        (id, other.secret.as_str()),
        (other.client_id.as_str(), secret),
        ("0123456789abcdef01234567", secret),
        (id, ""),
    ] {
        let answer = call(Some(id), Some(secret)).await;
        answer.refused(Code::InvalidApiKeys);
        assert_eq!(answer.status, 400);
    }
}

#[tokio::test]
async fn a_request_is_looked_at_in_the_contracts_order() {
    let bench = Bench::new().await;
    let id = &bench.keys().client_id;
    let wrong = |body: &str| {
        bench
            .raw("/item/get", body)
            .without_keys()
            .header("plaid-client-id", id)
            .header("plaid-secret", "wrong")
            .send()
    };
    bench
        .raw("/nope", "{")
        .without_keys()
        .send()
        .await
        .refused(Code::NotFound);
    wrong("{").await.refused(Code::InvalidBody);
    wrong("{}").await.refused(Code::MissingFields);
    wrong(r#"{"access_token":1,"nope":1}"#)
        .await
        .refused(Code::UnknownFields);
    wrong(r#"{"access_token":1}"#).await.refused(Code::InvalidField);
    wrong(r#"{"access_token":"foo"}"#)
        .await
        .refused(Code::InvalidApiKeys);
    bench
        .post("/item/get", json!({ "access_token": "foo" }))
        .await
        .refused(Code::InvalidAccessToken);
}

#[tokio::test]
async fn every_missing_and_every_unknown_key_is_named() {
    let bench = Bench::new().await;
    let missing = bench
        .call("/link/token/create", &json!({}))
        .without_keys()
        .send()
        .await;
    let words = missing.refused(Code::MissingFields);
    for key in ["client_id", "secret", "client_name", "country_codes", "language"] {
        assert!(words.contains(key), "{key} in {words}");
    }
    let mut body = Order::at(BANK, &["auth"]).body();
    body["one"] = 1.into();
    body["options"]["two"] = 2.into();
    let unknown = bench.post("/sandbox/public_token/create", body).await;
    let words = unknown.refused(Code::UnknownFields);
    assert!(words.contains("one") && words.contains("two"), "{words}");
}

#[tokio::test]
async fn what_is_not_json_is_no_body() {
    let bench = Bench::new().await;
    for body in [
        "",
        "{",
        "nope",
        "[]",
        "1",
        "\"text\"",
        "{\"access_token\":\"a\"} x",
        "\u{feff}{}",
    ] {
        bench
            .raw("/item/get", body)
            .send()
            .await
            .refused(Code::InvalidBody);
    }
    bench
        .raw("/item/get", b"\"\xff\"".to_vec())
        .send()
        .await
        .refused(Code::InvalidBody);
}

#[tokio::test]
async fn a_body_is_json_by_its_label() {
    let bench = Bench::new().await;
    let item = bench.item(BANK, &["auth"]).await;
    for label in [
        "application/json",
        "application/json; charset=utf-8",
        "Application/JSON;charset=UTF-8",
    ] {
        bench
            .call("/item/get", &item.body())
            .content_type(Some(label))
            .send()
            .await
            .ok();
    }
    for label in [
        None,
        Some("text/plain"),
        Some("application/x-www-form-urlencoded"),
        Some("application/xml"),
    ] {
        bench
            .call("/item/get", &item.body())
            .content_type(label)
            .send()
            .await
            .refused(Code::InvalidBody);
    }
}

#[tokio::test]
async fn a_version_header_changes_nothing() {
    let bench = Bench::new().await;
    let item = bench.item(BANK, &["auth"]).await;
    bench
        .call("/item/get", &item.body())
        .header("plaid-version", "2020-09-14")
        .send()
        .await
        .ok();
}

/// The contract's table of errors, row by row. Two rows need what does not exist yet: an Item whose numbers
/// were typed by hand, and limits on how often a call may be made.
#[tokio::test]
async fn the_contracts_table_of_errors_holds() {
    let bench = Bench::new().await;
    let item = bench.item(BANK, &["auth"]).await;
    let token = &item.access_token;
    let removed = bench.item(BANK, &["auth"]).await;
    bench.post("/item/remove", removed.body()).await.ok();
    let order = Order::at(HOUNDSTOOTH, &["identity"]).user("user_good", "microdeposits_good");
    let pending = bench.link(&order).await;
    let broken = bench.item(BANK, &["auth"]).await;
    bench.post("/sandbox/item/reset_login", broken.body()).await.ok();
    let bad_account = json!({ "access_token": token, "options": { "account_ids": ["foo"] } });
    let unknown_bank = json!({ "institution_id": "ins_0", "country_codes": ["US"] });
    let rows: Vec<(&str, Value, Code)> = vec![
        ("/accounts/get", json!({}), Code::MissingFields),
        (
            "/accounts/get",
            json!({ "access_token": "foo" }),
            Code::InvalidAccessToken,
        ),
        ("/accounts/get", bad_account, Code::InvalidField),
        ("/item/remove", removed.body(), Code::ItemNotFound),
        (
            "/link/token/get",
            json!({ "link_token": "foo" }),
            Code::InvalidField,
        ),
        ("/institutions/get_by_id", unknown_bank, Code::InvalidInstitution),
        ("/auth/get", pending.body(), Code::ProductNotReady),
        ("/auth/get", broken.body(), Code::ItemLoginRequired),
        (
            "/webhook_verification_key/get",
            json!({ "key_id": "foo" }),
            Code::InvalidWebhookVerificationKeyId,
        ),
        ("/nope", json!({}), Code::NotFound),
    ];
    for (path, body, code) in rows {
        bench.post(path, body).await.refused(code);
    }
}

#[tokio::test]
async fn missing_and_unknown_keys_of_one_body_are_told_together() {
    let bench = Bench::new().await;
    let answer = bench
        .post("/item/get", json!({ "acess_token": "foo", "nope": 1 }))
        .await;
    let words = answer.refused(Code::MissingFields);
    for key in ["access_token", "acess_token", "nope"] {
        assert!(words.contains(key), "{key} in {words}");
    }
}

#[tokio::test]
async fn the_public_key_of_older_versions_is_told_to_be_one() {
    let bench = Bench::new().await;
    let body =
        json!({ "public_key": "0123456789abcdef01234567890123", "query": "Pl", "country_codes": ["US"] });
    bench
        .post("/institutions/search", body)
        .await
        .refused(Code::IncompatibleApiVersion);
}

#[tokio::test]
async fn json_that_can_be_read_in_two_ways_is_refused() {
    let bench = Bench::new().await;
    bench
        .raw("/item/get", r#"{"access_token":"a","access_token":"b"}"#)
        .send()
        .await
        .refused(Code::InvalidBody);
    bench
        .raw("/item/get", r#"{"access_token":"a\u0000b"}"#)
        .send()
        .await
        .refused(Code::InvalidField);
    bench
        .raw("/item/get", r#"{"access_token":"\ud800"}"#)
        .send()
        .await
        .refused(Code::InvalidBody);
}

#[tokio::test]
async fn a_value_of_another_type_is_named_with_the_type_it_should_have() {
    let bench = Bench::new().await;
    for (value, word) in [
        (json!(1), "string"),
        (json!(null), "string"),
        (json!(["a"]), "string"),
    ] {
        let answer = bench.post("/item/get", json!({ "access_token": value })).await;
        let words = answer.refused(Code::InvalidField);
        assert!(words.contains("access_token") && words.contains(word), "{words}");
    }
}
