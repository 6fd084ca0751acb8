//! The whole guide: from a link token to account numbers, and to a partner that reads them.

use selvedge_harness::Bench;
use serde_json::json;

#[tokio::test]
async fn an_app_gets_from_a_link_token_to_numbers_and_its_partner_reads_them() {
    let bench = Bench::new().await;
    let link = json!({
        "client_name": "Demo", "language": "en", "country_codes": ["US"], "products": ["auth"],
        "user": { "client_user_id": "u-1" },
    });
    let link = bench.post("/link/token/create", link).await.ok();
    assert!(link["link_token"].as_str().unwrap().starts_with("link-sandbox-"));
    let item = bench.item("ins_109508", &["auth"]).await;
    let auth = bench.post("/auth/get", item.body()).await.ok();
    assert_eq!(auth["numbers"]["ach"][0]["account"], "1111222233330000");
    let account = auth["numbers"]["ach"][0]["account_id"].as_str().unwrap();
    let partner = bench.partner("dwolla").await;
    let token = bench.processor_token(&item, account, "dwolla").await;
    let read = bench
        .post_as(
            &partner,
            "/processor/auth/get",
            json!({ "processor_token": token }),
        )
        .await
        .ok();
    assert_eq!(read["numbers"]["ach"]["account"], "1111222233330000");
}
