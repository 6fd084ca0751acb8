//! Wrong bodies, generated from the published schema: for every operation each required key left out, each
//! known key with a value of another type, a key that nobody knows, and what is no body at all.

use crate::world::{World, token_in};
use selvedge_model::ErrorCode as Code;
use selvedge_wire::endpoint::OPERATIONS;
use selvedge_wire::openapi::document;
use serde_json::{Map, Value, json};

/// The schema of an operation's request, with the key that leads to it followed.
fn request_schema(document: &Value, path: &str) -> Value {
    let schema = &document["paths"][path]["post"]["requestBody"]["content"]["application/json"]["schema"];
    resolved(document, schema).clone()
}

fn resolved<'d>(document: &'d Value, schema: &'d Value) -> &'d Value {
    match schema["$ref"].as_str() {
        Some(reference) => document.pointer(reference.trim_start_matches('#')).unwrap(),
        None => schema,
    }
}

fn properties(schema: &Value) -> Map<String, Value> {
    schema["properties"].as_object().cloned().unwrap_or_default()
}

/// The JSON types that `schema` allows.
fn types(document: &Value, schema: &Value) -> Vec<String> {
    let schema = resolved(document, schema);
    let choices = schema["anyOf"]
        .as_array()
        .cloned()
        .unwrap_or_else(|| vec![schema.clone()]);
    choices
        .iter()
        .map(|choice| resolved(document, choice))
        .flat_map(|choice| match &choice["type"] {
            Value::String(one) => vec![one.clone()],
            Value::Array(several) => several
                .iter()
                .map(|one| one.as_str().unwrap().to_owned())
                .collect(),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::Object(_) => {
                let listed = choice["enum"].is_array() || choice["const"].is_string();
                listed.then(|| "string".to_owned()).into_iter().collect()
            }
        })
        .collect()
}

/// A plain value that none of `types` allows; none where anything is.
fn wrong_for(types: &[String]) -> Option<Value> {
    if types.is_empty() {
        return None;
    }
    Some(if types.iter().any(|one| one == "string") {
        json!(17)
    } else {
        json!("nonsense")
    })
}

/// The code for a plain value where `types` are allowed.
fn code_for(path: &str, types: &[String]) -> Code {
    let is_composite = types.iter().any(|one| one == "object" || one == "array");
    if path == "/link/token/create" && is_composite {
        Code::InvalidConfiguration
    } else {
        Code::InvalidField
    }
}

#[tokio::test]
async fn every_required_key_is_asked_for_by_name() {
    let world = World::new().await;
    let document = document("");
    let mut checked = 0;
    for operation in OPERATIONS {
        let body = world.body(operation.path, operation.example).await;
        let schema = request_schema(&document, operation.path);
        for key in schema["required"].as_array().into_iter().flatten() {
            let key = key.as_str().unwrap();
            let mut short = body.clone();
            short.as_object_mut().unwrap().remove(key);
            let answer = world.bench.post(operation.path, short).await;
            let words = answer.refused(Code::MissingFields);
            assert!(words.contains(key), "{} {key}: {words}", operation.path);
            checked += 1;
        }
    }
    assert!(checked >= 50, "only {checked} keys are required");
}

#[tokio::test]
async fn every_key_is_held_to_its_type() {
    let world = World::new().await;
    let document = document("");
    let mut checked = 0;
    for operation in OPERATIONS {
        let body = world.body(operation.path, operation.example).await;
        let schema = request_schema(&document, operation.path);
        for (key, property) in properties(&schema) {
            let types = types(&document, &property);
            let Some(wrong) = wrong_for(&types) else {
                continue;
            };
            let mut bad = body.clone();
            bad[&key] = wrong;
            let answer = world.bench.post(operation.path, bad).await;
            let words = answer.refused(code_for(operation.path, &types));
            assert!(words.contains(&key), "{} {key}: {words}", operation.path);
            checked += 1;
        }
    }
    assert!(checked >= 150, "only {checked} keys have a type");
}

#[tokio::test]
async fn a_key_that_nobody_knows_is_named() {
    let world = World::new().await;
    for operation in OPERATIONS {
        let mut body = world.body(operation.path, operation.example).await;
        body["selvedge_test"] = true.into();
        let answer = world.bench.post(operation.path, body).await;
        let words = answer.refused(Code::UnknownFields);
        assert!(words.contains("selvedge_test"), "{words}");
    }
}

#[tokio::test]
async fn what_is_no_body_or_no_header_is_refused_everywhere() {
    let world = World::new().await;
    for operation in OPERATIONS {
        let path = operation.path;
        for bad in ["", "{", "[]", "1", "\"text\"", "nope"] {
            world.bench.raw(path, bad).send().await.refused(Code::InvalidBody);
        }
        let body = world.body(path, operation.example).await;
        let typed = world
            .bench
            .call(path, &body)
            .content_type(Some("text/plain"))
            .send()
            .await;
        typed.refused(Code::InvalidBody);
        let keyed = world.bench.call(path, &body).once("").send().await;
        keyed.refused(Code::InvalidHeaders);
    }
}

#[tokio::test]
async fn a_removed_item_is_gone_for_every_operation_that_takes_its_token() {
    let world = World::new().await;
    let mut bodies = Vec::new();
    for operation in OPERATIONS {
        let body = world.body(operation.path, operation.example).await;
        if matches!(token_in(&body), Some("access_token")) {
            bodies.push((operation.path, body));
        }
    }
    world.bench.post("/item/remove", world.item.body()).await.ok();
    world.bench.post("/item/remove", world.pending.body()).await.ok();
    assert!(bodies.len() >= 17, "only {} operations take one", bodies.len());
    for (path, body) in bodies {
        world.bench.post(path, body).await.refused(Code::ItemNotFound);
    }
}
