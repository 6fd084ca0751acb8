//! H14: texts are compared and kept byte for byte; nothing is folded, composed or made narrower.

use crate::BANK;
use selvedge_harness::Bench;
use selvedge_model::ErrorCode;
use serde_json::json;
use std::collections::BTreeSet;

/// H14: names that look the same are different users, and come back as they were sent.
#[tokio::test]
async fn h14_ids_and_names_are_compared_byte_for_byte() {
    let bench = Bench::new().await;
    let names = [
        "caf\u{e9}",
        "cafe\u{301}",
        "CAF\u{c9}",
        "\u{1f9f5}\u{200d}\u{1f9f6}",
        "\u{ff21}",
        "A",
        "A\u{200b}",
    ];
    let mut users = BTreeSet::new();
    for name in names {
        let identity = json!({ "name": { "given_name": name, "family_name": name } });
        let body = json!({ "client_user_id": name, "identity": identity });
        let user = bench.post("/user/create", body).await.ok();
        let id = user["user_id"].as_str().unwrap().to_owned();
        let shown = bench.post("/user/get", json!({ "user_id": id })).await.ok();
        assert_eq!(shown["client_user_id"], json!(name));
        assert_eq!(shown["identity"]["name"]["given_name"], json!(name), "{shown}");
        users.insert(id);
    }
    assert_eq!(users.len(), names.len(), "two names were taken for one");
}

/// H14: a token in another spelling is another token.
#[tokio::test]
async fn h14_a_token_in_another_spelling_opens_nothing() {
    let bench = Bench::new().await;
    let token = bench.item(BANK, &["auth"]).await.access_token;
    let wide: String = token
        .chars()
        .map(|c| {
            if c.is_ascii_digit() {
                char::from_u32(u32::from(c) + 0xfee0).unwrap()
            } else {
                c
            }
        })
        .collect();
    for spelling in [
        token.to_uppercase(),
        wide,
        format!("{token}\u{200b}"),
        format!(" {token}"),
        format!("{token}\n"),
    ] {
        let answer = bench.post("/item/get", json!({ "access_token": spelling })).await;
        answer.refused(ErrorCode::InvalidAccessToken);
    }
    bench
        .post("/item/get", json!({ "access_token": token }))
        .await
        .ok();
}
