//! D4: a database that was put back to what it was.

use crate::BANK;
use selvedge_harness::outside::{Launch, Server};
use serde_json::{Value, json};
use std::fs;

/// D4: nothing binds a row to its age, as SECURITY.md says. What was put back is in force again, as a whole:
/// the token of that time opens the Item, and the one that took its place is unknown.
#[tokio::test]
async fn d4_a_database_that_is_put_back_is_as_it_was_then() {
    let dir = tempfile::tempdir().unwrap();
    let launch = Launch::in_dir(dir.path(), "warn");
    let server = Server::start(&launch).await.unwrap();
    let keys = server.keys().unwrap();
    let ask = async |server: &Server, path: &str, body: &Value| {
        let mut owner = server.connect().await.unwrap();
        owner.call(path, &keys, &[], body).await.unwrap()
    };
    let body = json!({ "institution_id": BANK, "initial_products": ["auth"] });
    let made = ask(&server, "/sandbox/public_token/create", &body).await;
    let body = json!({ "public_token": made.text("public_token") });
    let exchanged = ask(&server, "/item/public_token/exchange", &body).await;
    let old = json!({ "access_token": exchanged.text("access_token") });
    stop(server).await;

    let (file, copy) = (launch.data_dir.join("selvedge.db"), dir.path().join("copy.db"));
    fs::copy(&file, &copy).unwrap();
    let server = Server::start(&launch).await.unwrap();
    let rotated = ask(&server, "/item/access_token/invalidate", &old).await;
    let new = json!({ "access_token": rotated.text("new_access_token") });
    let refused = ask(&server, "/auth/get", &old).await;
    assert_eq!(refused.text("error_code"), "INVALID_ACCESS_TOKEN");
    assert_eq!(ask(&server, "/auth/get", &new).await.status, 200);
    stop(server).await;

    fs::copy(&copy, &file).unwrap();
    let server = Server::start(&launch).await.unwrap();
    assert_eq!(ask(&server, "/auth/get", &old).await.status, 200);
    let refused = ask(&server, "/auth/get", &new).await;
    assert_eq!(refused.text("error_code"), "INVALID_ACCESS_TOKEN");
    stop(server).await;
}

async fn stop(server: Server) {
    server.ask_to_stop().unwrap();
    assert!(server.ended().await.unwrap().success());
}
