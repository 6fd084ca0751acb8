//! Answers beside our own OpenAPI document.

use crate::answer::Answer;
use jsonschema::Validator;
use selvedge_model::ErrorCode;
use selvedge_wire::endpoint::OPERATIONS;
use selvedge_wire::openapi::{codes, document};
use serde_json::{Value, json};
use std::collections::{BTreeSet, HashMap};
use std::sync::{LazyLock, OnceLock};

static DOCUMENT: LazyLock<Value> = LazyLock::new(|| closed(document("http://selvedge.test")));
static ERROR: LazyLock<Validator> = LazyLock::new(|| {
    let any = &DOCUMENT["paths"]["/accounts/get"]["post"]["responses"]["default"];
    compiled(any)
});
/// What each path publishes; compiled when an answer of it is first seen.
static PATHS: LazyLock<HashMap<&'static str, Path>> = LazyLock::new(|| {
    let paths = OPERATIONS.iter().map(|operation| {
        let path = Path {
            codes: codes(operation).into_iter().map(ErrorCode::as_str).collect(),
            success: OnceLock::new(),
        };
        (operation.path, path)
    });
    paths.collect()
});

struct Path {
    codes: BTreeSet<&'static str>,
    success: OnceLock<Validator>,
}

#[track_caller]
pub(super) fn check(answer: &Answer) {
    let known = PATHS.get(answer.path.as_str());
    if !answer.status.is_success() {
        super::fits(&ERROR, answer, "the published error");
        let code = answer.body["error_code"].as_str().unwrap();
        assert!(
            known.is_none_or(|path| path.codes.contains(code)),
            "{} answered {code}, which it does not publish",
            answer.path
        );
    } else if let Some(path) = known {
        let success = path
            .success
            .get_or_init(|| compiled(&DOCUMENT["paths"][&answer.path]["post"]["responses"]["200"]));
        super::fits(success, answer, "what is published");
    }
}

fn compiled(response: &Value) -> Validator {
    let mut schema = response["content"]["application/json"]["schema"].clone();
    schema["components"] = json!({ "schemas": DOCUMENT["components"]["schemas"] });
    jsonschema::options()
        .with_draft(jsonschema::Draft::Draft202012)
        .should_validate_formats(true)
        .build(&schema)
        .unwrap()
}

/// The document with every object closed: a key that it does not describe is a finding.
fn closed(mut document: Value) -> Value {
    for schema in document["components"]["schemas"]
        .as_object_mut()
        .unwrap()
        .values_mut()
    {
        if schema.get("properties").is_some() && schema.get("additionalProperties").is_none() {
            schema["unevaluatedProperties"] = false.into();
        }
    }
    document
}
