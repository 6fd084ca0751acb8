//! Every operation of the published table, one after another: its example is taken, it succeeds once it is
//! given what is there, and it gives nothing to the wrong token, team or environment.

use crate::world::{World, token_in};
use selvedge_harness::Bench;
use selvedge_model::ErrorCode as Code;
use selvedge_wire::HeaderCredentials;
use selvedge_wire::endpoint::OPERATIONS;
use serde_json::Value;
use std::path::Path;

#[test]
fn every_operations_example_is_taken() {
    let headers = HeaderCredentials {
        client_id: true,
        secret: true,
    };
    for operation in OPERATIONS {
        let taken = (operation.check)(operation.example.as_bytes(), headers);
        assert!(taken.is_ok(), "{}: {:?}", operation.path, taken.err());
    }
}

#[tokio::test]
async fn every_operation_succeeds_with_what_is_there() {
    for operation in OPERATIONS {
        // A world each: some operations end what others need.
        let world = World::new().await;
        let body = world.body(operation.path, operation.example).await;
        let answer = world
            .bench
            .post_as(world.caller(operation.path), operation.path, body)
            .await;
        assert_eq!(answer.status, 200, "{}: {}", operation.path, answer.text);
        assert_eq!(answer.body["request_id"].as_str().unwrap().len(), 15);
        keep_example(operation.path, operation.answer, &answer.body);
    }
}

/// The published example of an answer is the answer that was just given. With `SELVEDGE_WRITE_EXAMPLES` set
/// the file is written anew instead of compared.
fn keep_example(path: &str, published: &str, given: &Value) {
    let given = format!("{}\n", serde_json::to_string_pretty(given).unwrap());
    if std::env::var_os("SELVEDGE_WRITE_EXAMPLES").is_some() {
        let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../wire/examples");
        std::fs::write(examples.join(format!("{}.json", &path[1..])), given).unwrap();
    } else {
        assert_eq!(
            given, published,
            "{path}: run this test with SELVEDGE_WRITE_EXAMPLES=1"
        );
    }
}

#[tokio::test]
async fn every_operation_asks_for_keys_but_the_one_that_tells_nothing() {
    let world = World::new().await;
    for operation in OPERATIONS {
        let body = world.body(operation.path, operation.example).await;
        let answer = world
            .bench
            .call(operation.path, &body)
            .without_keys()
            .send()
            .await;
        if operation.path == "/categories/get" {
            answer.ok();
            continue;
        }
        answer.refused(Code::MissingFields);
        let mut wrong = world.caller(operation.path).clone();
        wrong.secret = "0123456789abcdef0123456789abcd".to_owned();
        world
            .bench
            .post_as(&wrong, operation.path, body)
            .await
            .refused(Code::InvalidApiKeys);
    }
}

/// The error for a token of that key which opens nothing to the caller.
fn refusal(key: &str) -> Code {
    match key {
        "access_token" => Code::InvalidAccessToken,
        "public_token" => Code::InvalidPublicToken,
        "processor_token" => Code::InvalidProcessorToken,
        "link_token" => Code::InvalidLinkToken,
        other => panic!("{other} is no token"),
    }
}

#[tokio::test]
async fn a_token_of_another_team_kind_or_environment_opens_nothing_anywhere() {
    let world = World::new().await;
    let stranger = world.bench.new_team().await;
    let other_kinds: Vec<String> = ["access_token", "public_token", "processor_token", "link_token"]
        .iter()
        .map(|key| world.values[key].as_str().unwrap().to_owned())
        .collect();
    let before = world.bench.post("/item/get", world.item.body()).await.ok();
    let mut checked = 0;
    for operation in OPERATIONS {
        let body = world.body(operation.path, operation.example).await;
        let Some(key) = token_in(&body) else { continue };
        checked += 1;
        let own = body[key].as_str().unwrap().to_owned();
        let code = refusal(key);
        world
            .bench
            .post_as(&stranger, operation.path, body.clone())
            .await
            .refused(code);
        let elsewhere = own.replacen("-sandbox-", "-production-", 1);
        let others = other_kinds
            .iter()
            .filter(|token| **token != own)
            .chain([&elsewhere]);
        for token in others {
            if token.split('-').next() == own.split('-').next() && *token != elsewhere {
                continue;
            }
            let mut body = body.clone();
            body[key] = token.clone().into();
            let answer = world
                .bench
                .post_as(world.caller(operation.path), operation.path, body)
                .await;
            // What has not even the form of a link token is told apart.
            let code = if key == "link_token" && !token.starts_with("link-") {
                Code::InvalidField
            } else {
                code
            };
            answer.refused(code);
        }
    }
    assert!(checked >= 25, "only {checked} operations take a token");
    let after = world.bench.post("/item/get", world.item.body()).await.ok();
    assert_eq!(after["item"], before["item"]);
    assert!(world.bench.events().await.is_empty());
}

#[tokio::test]
async fn z2_production_has_no_sandbox() {
    let world = World::new().await;
    let production = Bench::production().await;
    for operation in OPERATIONS {
        let body = world.body(operation.path, operation.example).await;
        let answer = production.post(operation.path, body).await;
        let only = operation.available == selvedge_wire::Availability::Sandbox;
        assert_eq!(
            answer.body["error_code"] == "SANDBOX_ONLY",
            only,
            "{}: {}",
            operation.path,
            answer.text
        );
    }
}
