//! D5: what a thief of the database has, who has not got the master key.

use crate::BANK;
use selvedge_harness::outside::{Launch, Server};
use serde_json::json;
use std::fs;

/// D5: a copy of the database starts neither without the key nor with another, and the thief's attempts
/// leave it readable to its owner.
#[tokio::test]
async fn d5_a_copy_of_the_database_opens_nothing_without_its_master_key() {
    let dir = tempfile::tempdir().unwrap();
    let launch = Launch::in_dir(dir.path(), "info");
    let server = Server::start(&launch).await.unwrap();
    let keys = server.keys().unwrap();
    let mut owner = server.connect().await.unwrap();
    let body = json!({ "institution_id": BANK, "initial_products": ["auth"] });
    let made = owner
        .call("/sandbox/public_token/create", &keys, &[], &body)
        .await
        .unwrap();
    let body = json!({ "public_token": made.text("public_token") });
    let exchanged = owner
        .call("/item/public_token/exchange", &keys, &[], &body)
        .await
        .unwrap();
    let item = json!({ "access_token": exchanged.text("access_token") });
    server.ask_to_stop().unwrap();
    assert!(server.ended().await.unwrap().success());

    let thief = tempfile::tempdir().unwrap();
    let stolen = Launch::in_dir(thief.path(), "info");
    fs::create_dir(&stolen.data_dir).unwrap();
    // Everything but the two files that hold secrets; the write-ahead log is there if the stop left one.
    for name in ["selvedge.db", "selvedge.db-wal"] {
        let file = launch.data_dir.join(name);
        if file.exists() {
            fs::copy(file, stolen.data_dir.join(name)).unwrap();
        }
    }
    assert!(
        Server::start(&stolen).await.is_err(),
        "the copy was served without a key"
    );
    assert!(
        !stolen.data_dir.join("master.key").exists(),
        "a new key was made for old data"
    );
    let mut other = stolen.clone();
    other.environment = vec![("SELVEDGE_MASTER_KEY", "77".repeat(32))];
    assert!(
        Server::start(&other).await.is_err(),
        "the copy was served with another key"
    );

    // With its own key the very same copy is whole.
    fs::copy(
        launch.data_dir.join("master.key"),
        stolen.data_dir.join("master.key"),
    )
    .unwrap();
    let server = Server::start(&stolen).await.unwrap();
    let mut owner = server.connect().await.unwrap();
    let numbers = owner.call("/auth/get", &keys, &[], &item).await.unwrap();
    assert_eq!(numbers.status, 200);
}
