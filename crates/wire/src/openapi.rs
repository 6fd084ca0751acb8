//! The OpenAPI 3.1 document, from the same types that parse requests and write answers.

use crate::endpoint::{Availability, OPERATIONS, Operation, groups};
use crate::error::ErrorBody;
use schemars::{SchemaGenerator, generate::SchemaSettings};
use selvedge_model::ErrorCode;
use serde_json::{Map, Value, json};

/// The document. `public_url` is this server's own address, without a trailing slash.
pub fn document(public_url: &str) -> Value {
    let mut schemas = Schemas::new();
    let error = schemas.answers.subschema_for::<ErrorBody>().to_value();
    let paths: Map<String, Value> = OPERATIONS
        .iter()
        .map(|operation| {
            (
                operation.path.to_owned(),
                json!({ "post": described(operation, &mut schemas, &error) }),
            )
        })
        .collect();
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Selvedge",
            "version": env!("CARGO_PKG_VERSION"),
            "description": "Account linking on your own machine. Paths outside /selvedge/ follow the contract of version 2020-09-14.",
            "license": { "name": "MIT OR Apache-2.0" },
        },
        "servers": [{ "url": public_url }],
        "security": [{ "clientId": [], "secret": [] }, {}],
        "paths": paths,
        "components": {
            "schemas": schemas.definitions(),
            "securitySchemes": {
                "clientId": { "type": "apiKey", "in": "header", "name": "PLAID-CLIENT-ID" },
                "secret": { "type": "apiKey", "in": "header", "name": "PLAID-SECRET" },
            },
        },
    })
}

/// The two directions: in a request a nullable field may be left out, in an answer it is there as null.
struct Schemas {
    requests: SchemaGenerator,
    answers: SchemaGenerator,
}

impl Schemas {
    fn new() -> Self {
        let settings = SchemaSettings::draft2020_12()
            .with(|settings| settings.definitions_path = "/components/schemas".into());
        Self {
            requests: settings.clone().for_deserialize().into_generator(),
            answers: settings.for_serialize().into_generator(),
        }
    }

    /// Every type that was described. One that goes both ways has the same fields in both.
    fn definitions(&mut self) -> Map<String, Value> {
        let mut all = self.answers.take_definitions(true);
        all.extend(self.requests.take_definitions(true));
        all
    }
}

fn described(operation: &Operation, schemas: &mut Schemas, error: &Value) -> Value {
    let request = (operation.request)(&mut schemas.requests);
    let response = (operation.response)(&mut schemas.answers);
    let example: Value = serde_json::from_str(operation.example).unwrap_or(Value::Null);
    let answer: Value = serde_json::from_str(operation.answer).unwrap_or(Value::Null);
    let tag = operation.path.split('/').nth(1).unwrap_or_default();
    let sandbox = match operation.available {
        Availability::Everywhere => "",
        Availability::Sandbox => " Sandbox only.",
    };
    json!({
        "operationId": operation.path.trim_start_matches('/').replace('/', "_"),
        "summary": operation.summary,
        "description": format!("{}.{sandbox}", operation.summary),
        "tags": [tag],
        "requestBody": { "required": true, "content": { "application/json": { "schema": request, "example": example } } },
        "responses": {
            "200": { "description": "done", "content": { "application/json": { "schema": response, "example": answer } } },
            "default": {
                "description": listed(operation),
                "content": { "application/json": { "schema": error } },
            },
        },
        "x-error-codes": codes(operation).iter().map(|code| code.as_str()).collect::<Vec<_>>(),
    })
}

/// Every code that an endpoint can answer with, each once.
pub fn codes(operation: &Operation) -> Vec<ErrorCode> {
    let sandbox: &[ErrorCode] = match operation.available {
        Availability::Everywhere => &[],
        Availability::Sandbox => groups::SANDBOX,
    };
    let mut codes: Vec<ErrorCode> = groups::BASE
        .iter()
        .chain(sandbox)
        .chain(operation.errors.iter().copied().flatten())
        .copied()
        .collect();
    codes.sort_unstable_by_key(|code| code.as_str());
    codes.dedup();
    codes
}

fn listed(operation: &Operation) -> String {
    let names: Vec<&str> = codes(operation).iter().map(|code| code.as_str()).collect();
    format!("one of {}", names.join(", "))
}
