//! The published document: complete, without dangling references, with codes of the catalogue.

use schemars::generate::SchemaSettings;
use selvedge_model::ErrorCode;
use selvedge_wire::endpoint::OPERATIONS;
use selvedge_wire::openapi::document;
use serde_json::Value;
use std::collections::BTreeSet;

fn published() -> Value {
    document("http://127.0.0.1:7358")
}

#[test]
fn every_operation_is_published_exactly_once() {
    let document = published();
    let paths: BTreeSet<&str> = document["paths"]
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect();
    let served: BTreeSet<&str> = OPERATIONS.iter().map(|operation| operation.path).collect();
    assert_eq!(paths, served);
    assert_eq!(served.len(), OPERATIONS.len(), "two operations share a path");
    let ids: BTreeSet<&str> = served
        .iter()
        .map(|path| document["paths"][path]["post"]["operationId"].as_str().unwrap())
        .collect();
    assert_eq!(ids.len(), OPERATIONS.len(), "two operations share an id");
}

/// Every `$ref` in `value`.
fn references<'v>(value: &'v Value, found: &mut Vec<&'v str>) {
    match value {
        Value::Object(map) => {
            found.extend(map.get("$ref").and_then(Value::as_str));
            map.values().for_each(|inner| references(inner, found));
        }
        Value::Array(list) => list.iter().for_each(|inner| references(inner, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

#[test]
fn every_reference_leads_somewhere() {
    let document = published();
    let mut found = Vec::new();
    references(&document, &mut found);
    assert!(found.len() > OPERATIONS.len());
    for reference in found {
        let pointer = reference.strip_prefix('#').unwrap();
        assert!(document.pointer(pointer).is_some(), "{reference}");
    }
}

#[test]
fn every_schema_is_used() {
    let document = published();
    let mut found = Vec::new();
    references(&document, &mut found);
    for name in document["components"]["schemas"].as_object().unwrap().keys() {
        let reference = format!("#/components/schemas/{name}");
        assert!(found.contains(&reference.as_str()), "{name}");
    }
}

#[test]
fn every_listed_code_is_in_the_catalogue_and_none_is_listed_twice() {
    for (path, item) in published()["paths"].as_object().unwrap() {
        let codes = item["post"]["x-error-codes"].as_array().unwrap();
        let distinct: BTreeSet<&str> = codes.iter().filter_map(Value::as_str).collect();
        assert_eq!(distinct.len(), codes.len(), "{path}");
        for code in distinct {
            assert!(ErrorCode::parse(code).is_some(), "{path}: {code}");
        }
    }
}

/// The generator tells two types of one name apart by a number; a reader could not.
#[test]
fn no_two_types_share_a_schema_name() {
    let document = published();
    let names = document["components"]["schemas"].as_object().unwrap();
    for name in names.keys() {
        let base = name.trim_end_matches(|c: char| c.is_ascii_digit());
        assert!(
            base == name || !names.contains_key(base),
            "{base} is the name of several types"
        );
    }
}

/// Requests and answers are described apart; where they share a type, the document has room for one.
#[test]
fn a_type_that_goes_both_ways_has_the_same_fields_in_both() {
    let settings = SchemaSettings::draft2020_12;
    let mut requests = settings().for_deserialize().into_generator();
    let mut answers = settings().for_serialize().into_generator();
    for operation in OPERATIONS {
        (operation.request)(&mut requests);
        (operation.response)(&mut answers);
    }
    let (requests, answers) = (requests.take_definitions(true), answers.take_definitions(true));
    let mut shared = 0;
    for (name, request) in &requests {
        if let Some(answer) = answers.get(name) {
            shared += 1;
            assert_eq!(request, answer, "{name}");
        }
    }
    assert!(shared > 3, "only {shared} types go both ways");
}

#[test]
fn every_field_is_explained() {
    let document = published();
    for (name, schema) in document["components"]["schemas"].as_object().unwrap() {
        for (field, property) in schema["properties"].as_object().into_iter().flatten() {
            let words = property["description"].as_str().unwrap_or_default();
            assert!(!words.is_empty(), "{name}.{field} has no description");
        }
    }
}

#[test]
fn every_path_of_the_public_contract_that_is_served_is_known_as_public() {
    for operation in OPERATIONS {
        assert_eq!(
            selvedge_wire::routes::is_public(operation.path),
            !operation.path.starts_with("/selvedge/"),
            "{}",
            operation.path
        );
    }
    assert!(!selvedge_wire::routes::is_public("/nope"));
    assert!(!selvedge_wire::routes::is_public(""));
}

/// The page that people read is written by hand; it must not forget an endpoint, nor keep one that is gone.
#[test]
fn the_compatibility_page_lists_every_operation_and_no_other() {
    let page = include_str!("../../../../docs/compatibility.md");
    let (page, _) = page.split_once("### What is not served").unwrap();
    let listed: BTreeSet<&str> = page
        .lines()
        .filter_map(|line| line.strip_prefix("| `/")?.split('`').next())
        .collect();
    let served: BTreeSet<&str> = OPERATIONS
        .iter()
        .map(|operation| operation.path.trim_start_matches('/'))
        .collect();
    let gone: Vec<_> = listed.difference(&served).collect();
    assert!(gone.is_empty(), "listed and not served: {gone:?}");
    for path in served {
        let row = format!("| `/{path}` |");
        assert_eq!(page.matches(&row).count(), 1, "{row}");
    }
}
