//! Calls generated from the table of endpoints: every field that can name what belongs to somebody.

use selvedge_wire::endpoint::{Availability, OPERATIONS, Operation};
use selvedge_wire::openapi;
use serde_json::{Value, json};

/// The fields that open something of a team.
const FIELDS: &[&str] = &[
    "access_token",
    "public_token",
    "processor_token",
    "link_token",
    "user_id",
];

/// A call that names something in one of its fields.
#[derive(Debug, Clone)]
pub(crate) struct Probe {
    pub(crate) path: &'static str,
    pub(crate) field: &'static str,
    pub(crate) available: Availability,
    example: Value,
}

impl Probe {
    /// The call's body with `value` in the field, and `account` wherever an account is named.
    pub(crate) fn body(&self, value: &str, account: &str) -> Value {
        let mut body = self.example.clone();
        body[self.field] = json!(value);
        if body.get("account_id").is_some() {
            body["account_id"] = json!(account);
        }
        if let Some(ids) = body.pointer_mut("/options/account_ids") {
            *ids = json!([account]);
        }
        body
    }

    /// Whether a partner makes this call.
    pub(crate) fn is_partners(&self) -> bool {
        let own = [
            "/processor/token/permissions/set",
            "/processor/token/permissions/get",
        ];
        self.field == "processor_token" && !own.contains(&self.path)
    }

    /// A value of the field's form that nobody was ever given; `environment` is what its text says.
    pub(crate) fn unknown(&self, environment: &str) -> String {
        match self.field {
            "user_id" => "usr_00000000000000".to_owned(),
            field => {
                let kind = field.trim_end_matches("_token");
                format!("{kind}-{environment}-0f0e0d0c-0b0a-0908-0706-050403020100")
            }
        }
    }
}

/// One probe for each endpoint and each field of its request that opens something.
pub(crate) fn all() -> Vec<Probe> {
    let document = openapi::document("http://selvedge.test");
    let probes: Vec<Probe> = OPERATIONS
        .iter()
        .flat_map(|operation| of(&document, operation))
        .collect();
    assert!(probes.len() > 30, "only {} probes: {probes:?}", probes.len());
    probes
}

fn of(document: &Value, operation: &Operation) -> Vec<Probe> {
    let escaped = operation.path.replace('/', "~1");
    let place = format!("/paths/{escaped}/post/requestBody/content/application~1json/schema");
    let mut schema = document.pointer(&place).unwrap();
    while let Some(reference) = schema["$ref"].as_str() {
        schema = document.pointer(reference.trim_start_matches('#')).unwrap();
    }
    let takes = |field: &&&'static str| schema["properties"].get(**field).is_some();
    FIELDS
        .iter()
        .filter(takes)
        .map(|field| Probe {
            path: operation.path,
            field,
            available: operation.available,
            example: serde_json::from_str(operation.example).unwrap(),
        })
        .collect()
}
