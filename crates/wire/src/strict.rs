//! The slow reader of a body that its type refused: any JSON into a tree, but with repeated keys and NUL
//! characters named instead of taken.

use selvedge_model::{Error, ErrorCode, limits};
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};

/// Parses any JSON; refuses text that is not JSON, is nested too deep, repeats a key or holds a NUL.
pub(crate) fn parse(body: &[u8]) -> Result<Value, Error> {
    let Tree(value, fault) = serde_json::from_slice(body).map_err(|error| not_json(body, &error))?;
    match fault {
        Some(fault) => Err(fault.into_error()),
        None if value.is_object() => Ok(value),
        None => Err(Error::with(
            ErrorCode::InvalidBody,
            "the body must be a JSON object",
        )),
    }
}

/// Where the body stops being JSON; the parser's own words stay here.
fn not_json(body: &[u8], error: &serde_json::Error) -> Error {
    if body.trim_ascii().is_empty() {
        return Error::with(
            ErrorCode::InvalidBody,
            "the body is empty; it must be a JSON object",
        );
    }
    let at = (error.line(), error.column());
    let message = if too_deep(body).is_some_and(|deep| deep <= at) {
        format!("the body is nested more than {} levels deep", limits::BODY_DEPTH)
    } else {
        format!(
            "the body could not be parsed as JSON: line {}, column {}",
            at.0, at.1
        )
    };
    Error::with(ErrorCode::InvalidBody, message)
}

/// The line and the column of the first bracket that lies deeper than any may, counted as the parser does.
fn too_deep(body: &[u8]) -> Option<(usize, usize)> {
    let (mut line, mut column, mut depth) = (1_usize, 0_usize, 0_usize);
    let (mut quoted, mut escaped) = (false, false);
    for byte in body {
        column = column.saturating_add(1);
        match byte {
            _ if escaped => escaped = false,
            b'\\' if quoted => escaped = true,
            b'"' => quoted = !quoted,
            b'\n' => (line, column) = (line.saturating_add(1), 0),
            b'[' | b'{' if !quoted => depth = depth.saturating_add(1),
            b']' | b'}' if !quoted => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > limits::BODY_DEPTH {
            return Some((line, column));
        }
    }
    None
}

enum Fault {
    Repeated(String),
    Nul,
}

impl Fault {
    fn into_error(self) -> Error {
        match self {
            Self::Repeated(key) => Error::with(
                ErrorCode::InvalidBody,
                format!("the body gives the key {key} twice"),
            ),
            Self::Nul => Error::field("a string in the body contains a NUL character"),
        }
    }
}

struct Tree(Value, Option<Fault>);

impl Tree {
    const fn plain(value: Value) -> Self {
        Self(value, None)
    }
}

impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TreeVisitor)
    }
}

struct TreeVisitor;

impl<'de> Visitor<'de> for TreeVisitor {
    type Value = Tree;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("JSON")
    }
    fn visit_bool<E>(self, value: bool) -> Result<Tree, E> {
        Ok(Tree::plain(Value::Bool(value)))
    }
    fn visit_i64<E>(self, value: i64) -> Result<Tree, E> {
        Ok(Tree::plain(Value::from(value)))
    }
    fn visit_u64<E>(self, value: u64) -> Result<Tree, E> {
        Ok(Tree::plain(Value::from(value)))
    }
    fn visit_f64<E>(self, value: f64) -> Result<Tree, E> {
        Ok(Tree::plain(
            Number::from_f64(value).map_or(Value::Null, Value::Number),
        ))
    }
    fn visit_unit<E>(self) -> Result<Tree, E> {
        Ok(Tree::plain(Value::Null))
    }
    fn visit_str<E>(self, text: &str) -> Result<Tree, E> {
        let fault = text.contains('\0').then_some(Fault::Nul);
        Ok(Tree(Value::String(text.to_owned()), fault))
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Tree, A::Error> {
        let (mut list, mut first) = (Vec::new(), None);
        while let Some(Tree(value, fault)) = items.next_element()? {
            list.push(value);
            first = first.or(fault);
        }
        Ok(Tree(Value::Array(list), first))
    }
    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Tree, A::Error> {
        let (mut map, mut first) = (Map::new(), None);
        while let Some((key, Tree(value, fault))) = entries.next_entry::<String, Tree>()? {
            first = first.or(fault);
            if key.contains('\0') {
                first = first.or(Some(Fault::Nul));
            } else if map.contains_key(&key) {
                first = first.or(Some(Fault::Repeated(shortened(&key))));
            }
            map.insert(key, value);
        }
        Ok(Tree(Value::Object(map), first))
    }
}

/// A key as it may stand in an error message: bounded, printable.
pub(crate) fn shortened(key: &str) -> String {
    key.chars()
        .take(64)
        .map(|c| if c.is_control() { '\u{fffd}' } else { c })
        .collect()
}
