//! Reading JSON schemas: what a request may hold, made from its own schema.

use schemars::generate::SchemaSettings;
use selvedge_wire::endpoint::Operation;
use serde_json::{Map, Value, json};

/// A schema with the definitions that its references lead to.
pub(crate) struct Rooted {
    pub(crate) top: Value,
    pub(crate) definitions: Map<String, Value>,
}

/// The schema of an operation's request.
pub(crate) fn request(operation: &Operation) -> Rooted {
    let mut generator = SchemaSettings::draft2020_12().into_generator();
    Rooted {
        top: (operation.request)(&mut generator).to_value(),
        definitions: generator.take_definitions(true),
    }
}

impl Rooted {
    /// The schema without references and without the choice of null.
    pub(crate) fn resolved(&self, schema: &Value) -> Value {
        if let Some(name) = schema.get("$ref").and_then(Value::as_str) {
            let name = name.rsplit('/').next().unwrap();
            return self.resolved(&self.definitions[name]);
        }
        match schema.get("anyOf").and_then(Value::as_array) {
            Some(choices) => self.resolved(choices.iter().find(|choice| choice["type"] != "null").unwrap()),
            None => schema.clone(),
        }
    }

    /// A value that has every field there is.
    pub(crate) fn full(&self, schema: &Value) -> Value {
        let schema = self.resolved(schema);
        if let Some(allowed) = schema.get("enum") {
            return allowed[0].clone();
        }
        match kind(&schema) {
            "object" => {
                let fields = schema.get("properties").and_then(Value::as_object).unwrap();
                let fields = fields
                    .iter()
                    .map(|(name, field)| (name.clone(), self.full(field)));
                Value::Object(fields.collect())
            }
            "array" => json!([self.full(&schema["items"])]),
            "string" => match schema.get("format").and_then(Value::as_str) {
                Some("date") => json!("2026-01-31"),
                Some("date-time") => json!("2026-01-31T09:30:00Z"),
                _ => json!("x"),
            },
            "integer" => json!(1),
            "boolean" => json!(true),
            "" => json!({ "anything": [1, "two", null] }),
            other => panic!("no sample of a {other}"),
        }
    }
}

/// The type that a schema asks for; empty when it takes anything.
pub(crate) fn kind(schema: &Value) -> &str {
    match schema.get("type") {
        Some(Value::String(one)) => one,
        Some(Value::Array(many)) => many
            .iter()
            .filter_map(Value::as_str)
            .find(|kind| *kind != "null")
            .unwrap(),
        _ => "",
    }
}

/// JSON pointers to every value inside `value`, itself left out.
pub(crate) fn places(value: &Value) -> Vec<String> {
    let children: Vec<(String, &Value)> = match value {
        Value::Object(map) => map
            .iter()
            .map(|(name, inner)| (format!("/{name}"), inner))
            .collect(),
        Value::Array(list) => list
            .iter()
            .enumerate()
            .map(|(index, inner)| (format!("/{index}"), inner))
            .collect(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => Vec::new(),
    };
    let mut all = Vec::new();
    for (name, inner) in children {
        all.extend(places(inner).into_iter().map(|rest| format!("{name}{rest}")));
        all.push(name);
    }
    all
}
