//! Every endpoint's own example, and a body with every field it knows.

use crate::{IN_HEADERS, NOWHERE, schema};
use selvedge_model::ErrorCode;
use selvedge_wire::endpoint::OPERATIONS;
use serde_json::{Value, json};

#[test]
fn every_example_is_taken_by_its_own_endpoint() {
    for operation in OPERATIONS {
        let taken = (operation.check)(operation.example.as_bytes(), IN_HEADERS);
        assert!(taken.is_ok(), "{}: {:?}", operation.path, taken.err());
    }
}

#[test]
fn every_example_is_taken_with_credentials_in_the_body() {
    for operation in OPERATIONS {
        let mut body: Value = serde_json::from_str(operation.example).unwrap();
        body["client_id"] = json!("0123456789abcdef01234567");
        // The bracket makes the reader look slowly, too: the schema must agree with the type.
        body["secret"] = json!("[shh");
        let taken = (operation.check)(body.to_string().as_bytes(), NOWHERE);
        assert!(taken.is_ok(), "{}: {:?}", operation.path, taken.err());
    }
}

#[test]
fn a_body_with_every_field_is_taken() {
    for operation in OPERATIONS {
        let rooted = schema::request(operation);
        let body = rooted.full(&rooted.top).to_string();
        let taken = (operation.check)(body.as_bytes(), NOWHERE);
        assert!(taken.is_ok(), "{}: {:?}\n{body}", operation.path, taken.err());
    }
}

#[test]
fn an_optional_field_may_be_null() {
    for operation in OPERATIONS {
        let rooted = schema::request(operation);
        let top = rooted.resolved(&rooted.top);
        let required: Vec<&str> = top["required"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .collect();
        for (name, _) in top["properties"].as_object().unwrap() {
            let has_stand_in = top["x-required-unless"].get(name).is_some();
            if has_stand_in || required.contains(&name.as_str()) {
                continue;
            }
            let mut body: Value = serde_json::from_str(operation.example).unwrap();
            body[name] = Value::Null;
            let taken = (operation.check)(body.to_string().as_bytes(), IN_HEADERS);
            assert!(taken.is_ok(), "{} {name}: {:?}", operation.path, taken.err());
        }
    }
}

#[test]
fn every_required_field_is_missed_by_name() {
    for operation in OPERATIONS {
        let rooted = schema::request(operation);
        let top = rooted.resolved(&rooted.top);
        for name in top["required"].as_array().into_iter().flatten() {
            let name = name.as_str().unwrap();
            let mut body: Value = serde_json::from_str(operation.example).unwrap();
            body.as_object_mut().unwrap().remove(name);
            let error = (operation.check)(body.to_string().as_bytes(), IN_HEADERS)
                .err()
                .unwrap_or_else(|| panic!("{} does without {name}", operation.path));
            assert_eq!(error.code, ErrorCode::MissingFields, "{}", operation.path);
            assert!(error.message.ends_with(&format!("missing: {name}")), "{error}");
        }
    }
}
