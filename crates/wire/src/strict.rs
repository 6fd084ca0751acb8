//! The slow reader of a body that its type refused: any JSON into a tree, but with repeated keys and NUL
//! characters named instead of taken.

use selvedge_model::{Error, ErrorCode};
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};

/// Parses any JSON; refuses text that is not JSON, is nested too deep, repeats a key or holds a NUL.
pub(crate) fn parse(body: &[u8]) -> Result<Value, Error> {
    let not_json = |_error| Error::with(ErrorCode::InvalidBody, "the body could not be parsed as JSON");
    let Tree(value, fault) = serde_json::from_slice(body).map_err(not_json)?;
    match fault {
        Some(fault) => Err(fault.into_error()),
        None if value.is_object() => Ok(value),
        None => Err(Error::with(
            ErrorCode::InvalidBody,
            "the body must be a JSON object",
        )),
    }
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
