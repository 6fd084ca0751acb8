//! Says everything that is wrong with a body, from the JSON schema of its request type: the same schema
//! that the OpenAPI document publishes, so the two cannot disagree.

use crate::request::HeaderCredentials;
use crate::strict::shortened;
use jiff::{Timestamp, civil::Date};
use schemars::{JsonSchema, generate::SchemaSettings};
use selvedge_model::{Error, ErrorCode};
use serde_json::{Map, Value};

/// Most findings of one kind that a message lists.
const LISTED: usize = 20;

/// Longest enumeration that a message spells out.
const CHOICES: usize = 12;

/// What a request's schema calls the fields that others can stand in for.
const REQUIRED_UNLESS: &str = "x-required-unless";

#[derive(Default)]
struct Findings {
    missing: Vec<String>,
    unknown: Vec<String>,
    invalid: Vec<Invalid>,
}

struct Invalid {
    path: String,
    problem: String,
    nested_type: bool,
}

/// What a request type allows.
#[derive(Debug)]
pub(crate) struct Rules {
    pub(crate) schema: Value,
    /// The schema says more than the Rust type does (lengths, ranges), so every body is checked against it.
    pub(crate) constrained: bool,
}

impl Rules {
    pub(crate) fn of<R: JsonSchema>() -> Self {
        let schema = SchemaSettings::draft2020_12()
            .into_generator()
            .into_root_schema_for::<R>()
            .to_value();
        let constrained = is_constrained(&schema);
        Self { schema, constrained }
    }
}

fn is_constrained(schema: &Value) -> bool {
    const BEYOND_THE_TYPE: [&str; 4] = ["minLength", "minItems", "minimum", "maximum"];
    match schema {
        Value::Object(map) => map
            .iter()
            .any(|(key, value)| BEYOND_THE_TYPE.contains(&key.as_str()) || is_constrained(value)),
        Value::Array(list) => list.iter().any(is_constrained),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => false,
    }
}

/// The answer to a body without these fields.
pub fn missing_fields<S: AsRef<str>>(names: &[S]) -> Error {
    Error::with(
        ErrorCode::MissingFields,
        format!("the following required fields are missing: {}", listed(names)),
    )
}

/// The first answer that the contract gives for this body, or `None` when the schema has no objection.
pub(crate) fn explain(
    root: &Value,
    body: &Value,
    headers: HeaderCredentials,
    nested: ErrorCode,
) -> Option<Error> {
    let mut findings = Findings::default();
    Walk {
        root,
        findings: &mut findings,
    }
    .check(root, body, "");
    for (name, in_header) in [("client_id", headers.client_id), ("secret", headers.secret)] {
        if !in_header && body.get(name).is_none_or(Value::is_null) {
            findings.missing.push(name.to_owned());
        }
    }
    findings.into_error(nested)
}

impl Findings {
    fn into_error(self, nested: ErrorCode) -> Option<Error> {
        // The credential of the API before client_id and secret: no version that is served knows it.
        if self.unknown.iter().any(|name| name == "public_key") {
            return Some(ErrorCode::IncompatibleApiVersion.into());
        }
        if !self.missing.is_empty() {
            let error = missing_fields(&self.missing);
            if self.unknown.is_empty() {
                return Some(error);
            }
            let message = format!(
                "{}; the following fields are not recognized: {}",
                error.message,
                listed(&self.unknown)
            );
            return Some(Error::with(error.code, message));
        }
        if !self.unknown.is_empty() {
            let message = format!(
                "the following fields are not recognized by this endpoint: {}",
                listed(&self.unknown)
            );
            return Some(Error::with(ErrorCode::UnknownFields, message));
        }
        let first = self.invalid.first()?;
        let code = if first.nested_type {
            nested
        } else {
            ErrorCode::InvalidField
        };
        let all: Vec<String> = self
            .invalid
            .iter()
            .map(|invalid| format!("{} {}", invalid.path, invalid.problem))
            .collect();
        Some(Error::with(code, listed(&all)))
    }
}

fn listed<S: AsRef<str>>(items: &[S]) -> String {
    let shown: Vec<&str> = items.iter().take(LISTED).map(AsRef::as_ref).collect();
    let mut text = shown.join(", ");
    if let Some(rest) = items.len().checked_sub(LISTED).filter(|rest| *rest > 0) {
        text.push_str(", and ");
        text.push_str(&rest.to_string());
        text.push_str(" more");
    }
    text
}

struct Walk<'a> {
    root: &'a Value,
    findings: &'a mut Findings,
}

impl Walk<'_> {
    fn check(&mut self, schema: &Value, value: &Value, path: &str) {
        let schema = self.resolved(schema);
        if let Some(Value::Array(choices)) = schema.get("anyOf") {
            // Only `Option<T>` makes one: null, or the other choice.
            if !value.is_null()
                && let Some(choice) = choices
                    .iter()
                    .find(|choice| choice.get("type") != Some(&Value::from("null")))
            {
                self.check(choice, value, path);
            }
            return;
        }
        if !self.check_type(&schema, value, path) {
            return;
        }
        match value {
            Value::Object(object) => self.check_object(&schema, object, path),
            Value::Array(items) => self.check_array(&schema, items, path),
            Value::String(text) => self.check_text(&schema, text, path),
            Value::Number(_) => self.check_number(&schema, value, path),
            Value::Null | Value::Bool(_) => {}
        }
    }

    fn resolved(&self, schema: &Value) -> Value {
        match schema
            .get("$ref")
            .and_then(Value::as_str)
            .and_then(|name| name.strip_prefix('#'))
        {
            Some(pointer) => self.root.pointer(pointer).unwrap_or(&Value::Null).clone(),
            None => schema.clone(),
        }
    }

    fn check_type(&mut self, schema: &Value, value: &Value, path: &str) -> bool {
        let allowed: Vec<&str> = match schema.get("type") {
            Some(Value::String(one)) => vec![one],
            Some(Value::Array(many)) => many.iter().filter_map(Value::as_str).collect(),
            _ => return true,
        };
        let actual = match value {
            Value::Null => "null",
            Value::Bool(_) => "boolean",
            Value::Number(number) if number.is_f64() => "number",
            Value::Number(_) => "integer",
            Value::String(_) => "string",
            Value::Array(_) => "array",
            Value::Object(_) => "object",
        };
        if allowed.contains(&actual) || (actual == "integer" && allowed.contains(&"number")) {
            return true;
        }
        let wanted = allowed
            .iter()
            .find(|name| **name != "null")
            .copied()
            .unwrap_or("null");
        // Inside an object any wrong type is the configuration's; at its top a null or another scalar is not.
        let is_composite = |kind: &str| matches!(kind, "array" | "object");
        let other_kind = actual != "null" && (is_composite(actual) || is_composite(wanted));
        self.invalid(
            path,
            format!("must be {}", with_article(wanted)),
            other_kind || path.contains(['.', '[']),
        );
        false
    }

    /// Fields that are needed unless one of those is there that stand in for them.
    fn check_stand_ins(&mut self, schema: &Value, object: &Map<String, Value>, path: &str) {
        let has = |name: &str| object.get(name).is_some_and(|value| !value.is_null());
        let needed = schema.get(REQUIRED_UNLESS).and_then(Value::as_object);
        for (name, instead) in needed.into_iter().flatten() {
            let mut stand_ins = instead.as_array().into_iter().flatten();
            if !has(name) && !stand_ins.any(|name| name.as_str().is_some_and(has)) {
                self.findings.missing.push(joined(path, name));
            }
        }
    }

    fn check_object(&mut self, schema: &Value, object: &Map<String, Value>, path: &str) {
        let Some(Value::Object(properties)) = schema.get("properties") else {
            return;
        };
        for required in schema
            .get("required")
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
        {
            if let Some(name) = required.as_str().filter(|name| !object.contains_key(*name)) {
                self.findings.missing.push(joined(path, name));
            }
        }
        self.check_stand_ins(schema, object, path);
        for (name, value) in object {
            match properties.get(name) {
                Some(property) => self.check(property, value, &joined(path, name)),
                None => self.findings.unknown.push(joined(path, &shortened(name))),
            }
        }
    }

    fn check_array(&mut self, schema: &Value, items: &[Value], path: &str) {
        if let Some(least) = schema.get("minItems").and_then(Value::as_u64)
            && u64::try_from(items.len()).is_ok_and(|count| count < least)
        {
            self.invalid(path, format!("must have at least {least} element"), false);
        }
        if let Some(element) = schema.get("items") {
            for (index, item) in items.iter().enumerate() {
                self.check(element, item, &format!("{path}[{index}]"));
            }
        }
    }

    fn check_text(&mut self, schema: &Value, text: &str, path: &str) {
        if let Some(Value::Array(allowed)) = schema.get("enum")
            && !allowed.iter().any(|one| one.as_str() == Some(text))
        {
            self.invalid(path, outside(allowed, text), false);
        }
        if let Some(least) = schema.get("minLength").and_then(Value::as_u64)
            && u64::try_from(text.chars().count()).is_ok_and(|count| count < least)
        {
            self.invalid(path, "must be a non-empty string".to_owned(), false);
        }
        match schema.get("format").and_then(Value::as_str) {
            Some("date") if text.parse::<Date>().is_err() => {
                self.invalid(path, "must be a date, YYYY-MM-DD".to_owned(), false);
            }
            Some("date-time") if text.parse::<Timestamp>().is_err() => {
                self.invalid(
                    path,
                    "must be a date and time with an offset, such as 2026-01-31T09:30:00Z".to_owned(),
                    false,
                );
            }
            _ => {}
        }
    }

    fn check_number(&mut self, schema: &Value, value: &Value, path: &str) {
        let bound = |name: &str| schema.get(name).and_then(Value::as_i64);
        // What is no i64 lies beyond every bound, on the side of its sign.
        let (beyond, below) = (value.as_i64().is_none(), value.as_f64() < Some(0.0));
        let outside = |bound: i64, least: bool| match value.as_i64() {
            Some(number) if least => number < bound,
            Some(number) => number > bound,
            None => least == below,
        };
        if let Some(least) = bound("minimum").filter(|least| outside(*least, true)) {
            self.invalid(path, format!("must be at least {least}"), false);
        } else if let Some(most) = bound("maximum").filter(|most| outside(*most, false)) {
            self.invalid(path, format!("must be at most {most}"), false);
        } else if beyond && schema.get("format") == Some(&Value::from("int64")) {
            self.invalid(path, "is out of range".to_owned(), false);
        }
    }

    fn invalid(&mut self, path: &str, problem: String, nested_type: bool) {
        self.findings.invalid.push(Invalid {
            path: path.to_owned(),
            problem,
            nested_type,
        });
    }
}

fn joined(path: &str, name: &str) -> String {
    if path.is_empty() {
        name.to_owned()
    } else {
        format!("{path}.{name}")
    }
}

/// What to say of a value that is none of `allowed`.
fn outside(allowed: &[Value], text: &str) -> String {
    let text = shortened(text);
    let names: Vec<&str> = allowed.iter().filter_map(Value::as_str).collect();
    if names.len() > CHOICES {
        format!("must not be \"{text}\": /openapi.json lists the values that it allows")
    } else {
        format!("must be one of {}, not \"{text}\"", names.join(", "))
    }
}

fn with_article(kind: &str) -> String {
    let article = if kind.starts_with(['a', 'i', 'o']) {
        "an"
    } else {
        "a"
    };
    format!("{article} {kind}")
}
