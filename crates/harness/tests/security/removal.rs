//! After an Item was removed, nothing that led to it leads anywhere.

use crate::probes;
use crate::rows;
use crate::world::Estate;
use selvedge_harness::Bench;
use serde_json::json;

/// T10: every token of a removed Item, at every endpoint.
#[tokio::test]
async fn t10_no_token_of_a_removed_item_opens_anything() {
    let bench = Bench::new().await;
    let estate = Estate::of(&bench, bench.keys()).await;
    let unused = bench
        .post("/item/public_token/create", estate.item.body())
        .await
        .ok();
    let fire = json!({ "access_token": estate.item.access_token, "webhook_code": "DEFAULT_UPDATE", "webhook_type": "AUTH" });
    bench.post("/sandbox/item/fire_webhook", fire).await.ok();
    bench.post("/item/remove", estate.item.body()).await.ok();
    assert!(bench.events().await.is_empty(), "an event outlived its Item");
    let before = rows::all(&bench).await;
    let mut calls = 0;
    for probe in probes::all() {
        let value = match probe.field {
            "access_token" | "processor_token" | "link_token" => estate.token(probe.field).to_owned(),
            "public_token" => unused["public_token"].as_str().unwrap().to_owned(),
            _ => continue,
        };
        let caller = if probe.is_partners() {
            &estate.partner
        } else {
            &estate.owner
        };
        let own_settings = probe.path.starts_with("/processor/token/permissions/");
        let refused = bench
            .post_as(caller, probe.path, probe.body(&value, &estate.account))
            .await;
        assert!(
            refused.status.is_client_error() || own_settings,
            "{} opened something by its {}: {}",
            probe.path,
            probe.field,
            refused.text
        );
        calls += 1;
    }
    assert!(calls > 25, "only {calls} calls");
    assert!(
        bench.events().await.is_empty(),
        "an event was written for a removed Item"
    );
    let after = rows::all(&bench).await;
    assert_eq!(after.len(), before.len(), "a refused call left a trace");
}
