//! `/user/…`.

use insta::assert_json_snapshot;
use selvedge_harness::Bench;
use selvedge_model::{ErrorCode as Code, limits};
use serde_json::{Value, json};

fn ada() -> Value {
    json!({
        "client_user_id": "user-17",
        "identity": {
            "name": { "given_name": "Ada", "family_name": "Example" },
            "date_of_birth": "1990-12-10",
            "emails": [{ "data": "ada@loom.example", "primary": true }],
            "phone_numbers": [{ "data": "+12025550123", "primary": true }],
            "addresses": [{ "street_1": "12 Shuttle Street", "street_2": "Flat 2", "city": "Paisley",
                            "region": "OR", "country": "US", "postal_code": "97636", "primary": true }],
            "id_numbers": [{ "value": "123456789", "type": "us_ssn" }],
        },
    })
}

#[tokio::test]
async fn a_user_is_named_and_shown_with_everything_that_was_told() {
    let bench = Bench::new().await;
    let made = bench.post("/user/create", ada()).await;
    assert_json_snapshot!("user_create", made.redacted());
    let id = made.ok()["user_id"].as_str().unwrap().to_owned();
    assert!(id.starts_with("usr_") && id.len() == 18);
    let shown = bench.post("/user/get", json!({ "user_id": id })).await;
    assert_json_snapshot!("user_get", shown.redacted());
}

#[tokio::test]
async fn the_same_name_is_the_same_user_until_it_is_removed() {
    let bench = Bench::new().await;
    let create = async || {
        bench
            .post("/user/create", json!({ "client_user_id": "u" }))
            .await
            .ok()["user_id"]
            .clone()
    };
    let (one, again) = (create().await, create().await);
    assert_eq!(one, again);
    let body = json!({ "user_id": one });
    let removed = bench.post("/user/remove", body.clone()).await;
    assert_json_snapshot!("user_remove", removed.redacted());
    bench
        .post("/user/get", body.clone())
        .await
        .refused(Code::UserNotFound);
    bench.post("/user/remove", body).await.refused(Code::UserNotFound);
    assert_ne!(create().await, one);
}

#[tokio::test]
async fn a_user_is_known_to_its_own_team_alone() {
    let bench = Bench::new().await;
    let other = bench.new_team().await;
    let create = json!({ "client_user_id": "u" });
    let mine = bench.post("/user/create", create.clone()).await.ok();
    let theirs = bench.post_as(&other, "/user/create", create).await.ok();
    assert_ne!(mine["user_id"], theirs["user_id"]);
    let body = json!({ "user_id": mine["user_id"] });
    for path in ["/user/get", "/user/remove"] {
        bench
            .post_as(&other, path, body.clone())
            .await
            .refused(Code::UserNotFound);
    }
    bench.post("/user/get", body).await.ok();
}

#[tokio::test]
async fn a_user_id_of_another_form_is_none() {
    let bench = Bench::new().await;
    for path in ["/user/get", "/user/remove"] {
        for bad in ["", "nope", "user-17"] {
            bench
                .post(path, json!({ "user_id": bad }))
                .await
                .refused(Code::InvalidUserId);
        }
    }
    bench
        .post("/user/remove", json!({ "user_token": "user-sandbox-nope" }))
        .await
        .refused(Code::InvalidUserToken);
    bench
        .post("/user/remove", json!({}))
        .await
        .refused(Code::MissingFields);
}

#[tokio::test]
async fn a_wrong_identity_is_refused_with_the_field_that_is_wrong() {
    let bench = Bench::new().await;
    for (identity, word) in [
        (
            json!({ "emails": [{ "data": "nope", "primary": true }] }),
            "emails",
        ),
        (
            json!({ "phone_numbers": [{ "data": "nonsense", "primary": true }] }),
            "phone_numbers",
        ),
        (
            json!({ "addresses": [{ "country": "Freedonia", "primary": true }] }),
            "addresses",
        ),
        (json!({ "date_of_birth": "yesterday" }), "date_of_birth"),
    ] {
        let body = json!({ "client_user_id": "u", "identity": identity });
        let answer = bench.post("/user/create", body).await;
        assert_eq!(answer.status, 403);
        assert!(answer.refused(Code::InvalidUserIdentityData).contains(word));
    }
    let body = json!({ "client_user_id": "u", "identity": { "nope": 1 } });
    bench
        .post("/user/create", body)
        .await
        .refused(Code::UnknownFields);
}

#[tokio::test]
async fn a_name_has_one_to_so_many_characters() {
    let bench = Bench::new().await;
    let longest = limits::CLIENT_USER_ID_CHARS;
    let named = |name: String| json!({ "client_user_id": name });
    bench.post("/user/create", named("é".repeat(longest))).await.ok();
    bench.post("/user/create", named("x".to_owned())).await.ok();
    for bad in ["é".repeat(longest + 1), String::new()] {
        bench
            .post("/user/create", named(bad))
            .await
            .refused(Code::InvalidField);
    }
    bench
        .post("/user/create", json!({}))
        .await
        .refused(Code::MissingFields);
}
