//! A production server: nothing of the sandbox, tokens of its own name, no test bank's alias for its keys.

use selvedge_harness::{Bench, session};
use selvedge_model::ErrorCode as Code;
use serde_json::json;

#[tokio::test]
async fn a_link_token_carries_the_name_of_its_environment() {
    let bench = Bench::production().await;
    let made = bench.post("/link/token/create", session(&json!({}))).await.ok();
    assert!(
        made["link_token"]
            .as_str()
            .unwrap()
            .starts_with("link-production-")
    );
    let body = json!({ "link_token": made["link_token"] });
    bench.post("/link/token/get", body).await.ok();
}

#[tokio::test]
async fn a_way_back_is_on_the_teams_list_and_never_plain_http() {
    let bench = Bench::production().await;
    let back = |uri: &str| session(&json!({ "redirect_uri": uri }));
    let answer = bench
        .post("/link/token/create", back("https://app.example/back"))
        .await;
    let words = answer.refused(Code::InvalidField);
    assert!(
        words.contains("selvedge link allow-redirect https://app.example/back")
            && words.contains("/selvedge/link/settings/update"),
        "{words}"
    );
    let list = json!({ "redirect_uris": ["https://app.example/back"] });
    bench.post("/selvedge/link/settings/update", list).await.ok();
    bench
        .post("/link/token/create", back("https://app.example/back"))
        .await
        .ok();
    for bad in ["http://localhost:3000/back", "http://app.example/back"] {
        bench
            .post("/link/token/create", back(bad))
            .await
            .refused(Code::InvalidField);
        let list = json!({ "redirect_uris": [bad] });
        bench
            .post("/selvedge/link/settings/update", list)
            .await
            .refused(Code::InvalidField);
    }
}

#[tokio::test]
async fn the_key_id_of_the_suites_is_unknown() {
    let bench = Bench::production().await;
    let known = json!({ "key_id": "6c5516e1-92dc-479e-a8ff-5a51992e0001" });
    bench
        .post("/webhook_verification_key/get", known)
        .await
        .refused(Code::InvalidWebhookVerificationKeyId);
}

#[tokio::test]
async fn keys_of_the_sandbox_open_nothing() {
    let (bench, sandbox) = (Bench::production().await, Bench::new().await);
    let stranger = sandbox.new_team().await;
    bench
        .post_as(&stranger, "/user/create", json!({ "client_user_id": "u" }))
        .await
        .refused(Code::InvalidApiKeys);
}

#[tokio::test]
async fn no_institution_is_offered_before_a_bank_is_configured() {
    let bench = Bench::production().await;
    let page = json!({ "count": 10, "offset": 0, "country_codes": ["US", "GB"] });
    let answer = bench.post("/institutions/get", page).await.ok();
    assert_eq!(
        (&answer["institutions"], &answer["total"]),
        (&json!([]), &json!(0))
    );
    let search = json!({ "query": "Platypus", "country_codes": ["US"] });
    let answer = bench.post("/institutions/search", search).await.ok();
    assert_eq!(answer["institutions"], json!([]));
    let one = json!({ "institution_id": crate::BANK, "country_codes": ["US"] });
    bench
        .post("/institutions/get_by_id", one)
        .await
        .refused(Code::InvalidInstitution);
}

#[tokio::test]
async fn users_are_the_same_everywhere() {
    let bench = Bench::production().await;
    bench
        .post("/user/create", json!({ "client_user_id": "u" }))
        .await
        .ok();
}

#[tokio::test]
async fn the_test_banks_logins_open_nothing() {
    let bench = Bench::production().await;
    let login = json!({ "user_id": "user_good", "auth_token": "pass_good" });
    let import = json!({ "products": ["auth"], "user_auth": login });
    bench
        .post("/item/import", import)
        .await
        .refused(Code::InvalidInstitution);
}
