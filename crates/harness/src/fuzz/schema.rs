//! Bodies that a schema describes: every field is given a value of its kind.

use super::known::Known;
use crate::outside::Dice;
use serde_json::{Map, Value, json};

/// How deep a described body may become before optional parts are left out.
const DEPTH: usize = 6;

/// Reads schemas of one document.
pub(super) struct Schemas<'d> {
    pub(super) document: &'d Value,
    pub(super) known: &'d Known,
}

impl Schemas<'_> {
    /// A value that `schema` describes, by chance.
    pub(super) fn value(&self, schema: &Value, name: &str, depth: usize, dice: &mut Dice) -> Value {
        if let Some(pointer) = schema.get("$ref").and_then(Value::as_str) {
            let target = self.document.pointer(pointer.trim_start_matches('#'));
            return target.map_or(Value::Null, |target| self.value(target, name, depth, dice));
        }
        for choice in ["anyOf", "oneOf", "enum"] {
            if let Some(choices) = schema.get(choice).and_then(Value::as_array) {
                let Some(chosen) = dice.pick(choices) else {
                    return Value::Null;
                };
                return if choice == "enum" {
                    chosen.clone()
                } else {
                    self.value(chosen, name, depth, dice)
                };
            }
        }
        if let Some(constant) = schema.get("const") {
            return constant.clone();
        }
        match kind(schema, dice) {
            "object" => self.object(schema, depth, dice),
            "array" => self.array(schema, name, depth, dice),
            "string" => self.string(schema, name, dice),
            "integer" | "number" => json!(dice.below(100)),
            "boolean" => json!(dice.one_in(2)),
            "null" => Value::Null,
            _ => json!("anything"),
        }
    }

    fn object(&self, schema: &Value, depth: usize, dice: &mut Dice) -> Value {
        let mut object = Map::new();
        let required: Vec<&str> = schema
            .get("required")
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .collect();
        let properties = schema.get("properties").and_then(Value::as_object);
        for (name, property) in properties.into_iter().flatten() {
            // Keys travel in their own way.
            let credential = depth == 0 && matches!(name.as_str(), "client_id" | "secret");
            let wanted = required.contains(&name.as_str()) || (depth < DEPTH && dice.one_in(4));
            if wanted && !credential {
                object.insert(name.clone(), self.value(property, name, depth + 1, dice));
            }
        }
        Value::Object(object)
    }

    fn array(&self, schema: &Value, name: &str, depth: usize, dice: &mut Dice) -> Value {
        let Some(items) = schema.get("items").filter(|_| depth < DEPTH) else {
            return json!([]);
        };
        // An id in a list is named by the list.
        let singular = name.trim_end_matches('s');
        (0..=dice.below(3))
            .map(|_| self.value(items, singular, depth + 1, dice))
            .collect()
    }

    fn string(&self, schema: &Value, name: &str, dice: &mut Dice) -> Value {
        if let Some(known) = self.known.values.get(name).and_then(|known| dice.pick(known)) {
            return json!(known);
        }
        let text = match schema.get("format").and_then(Value::as_str) {
            Some("date") => "1988-02-29",
            Some("date-time") => "2026-01-02T03:04:05Z",
            Some(_) | None => match name {
                "webhook" | "redirect_uri" => "https://app.example/hook",
                "country_code" => "US",
                "language" => "en",
                "override_username" => "user_good",
                "override_password" => "pass_good",
                _ => return json!(format!("{name} {}", dice.hex(4))),
            },
        };
        json!(text)
    }
}

fn kind<'s>(schema: &'s Value, dice: &mut Dice) -> &'s str {
    match schema.get("type") {
        Some(Value::String(kind)) => kind,
        Some(Value::Array(kinds)) => dice.pick(kinds).and_then(Value::as_str).unwrap_or("null"),
        _ => "",
    }
}
