//! Values that are written into an answer as they are: JSON that was serialised when it was stored, and
//! plaintexts that an answer is meant to reveal.

use schemars::{JsonSchema, Schema, SchemaGenerator};
use selvedge_model::Sensitive;
use serde::ser::SerializeStruct as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::borrow::Cow;
use std::marker::PhantomData;

/// The name by which `serde_json` knows a struct whose one field is JSON already. Its own type for that,
/// `RawValue`, reads every text from end to end again: a sixth of the instructions of an `/auth/get`.
const SPLICED: &str = "$serde_json::private::RawValue";

/// The JSON text of a `T`, typed when it was written and spliced into the answer when it is read.
#[derive(Clone)]
#[expect(missing_debug_implementations, reason = "may hold account numbers")]
pub struct Doc<T> {
    json: String,
    of: PhantomData<fn() -> T>,
}

impl<T: Serialize> Doc<T> {
    /// Serialises `value`.
    pub fn new(value: &T) -> serde_json::Result<Self> {
        serde_json::to_string(value).map(Self::from_text)
    }
}

impl<T> Doc<T> {
    /// Takes back a text that [`Doc::as_str`] gave. It is not looked at: whoever stored it serialised it.
    pub const fn from_text(json: String) -> Self {
        Self {
            json,
            of: PhantomData,
        }
    }

    /// The JSON text.
    pub fn as_str(&self) -> &str {
        &self.json
    }

    /// Reads the value back.
    pub fn parse<'a>(&'a self) -> serde_json::Result<T>
    where
        T: Deserialize<'a>,
    {
        serde_json::from_str(&self.json)
    }
}

impl<T> Serialize for Doc<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut spliced = serializer.serialize_struct(SPLICED, 1)?;
        spliced.serialize_field(SPLICED, &self.json)?;
        spliced.end()
    }
}

impl<T: JsonSchema> JsonSchema for Doc<T> {
    fn inline_schema() -> bool {
        T::inline_schema()
    }
    fn schema_name() -> Cow<'static, str> {
        T::schema_name()
    }
    fn schema_id() -> Cow<'static, str> {
        T::schema_id()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        T::json_schema(generator)
    }
}

/// A plaintext that is part of an answer: a new token, an account number. The one door from
/// [`Sensitive`] to JSON.
#[derive(Clone)]
#[expect(missing_debug_implementations, reason = "a secret must not be printable")]
pub struct Revealed(pub Sensitive);

impl Serialize for Revealed {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0.expose())
    }
}

impl<'de> Deserialize<'de> for Revealed {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Sensitive::deserialize(deserializer).map(Self)
    }
}

impl JsonSchema for Revealed {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        "Revealed".into()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        String::json_schema(generator)
    }
}

/// `Absent`, `null` or a value: what a field that can be cleared was sent as.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Patch<T> {
    /// The key was not there.
    #[default]
    Absent,
    /// The key was there with `null`.
    Null,
    /// The key was there with a value.
    Set(T),
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Patch<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Option::<T>::deserialize(deserializer)?.map_or(Self::Null, Self::Set))
    }
}

/// Reads a field that must be there, if only as `null`; without this, an absent one would pass as `null`.
pub(crate) fn given<'de, T, D>(deserializer: D) -> Result<Patch<T>, D::Error>
where
    T: Deserialize<'de>,
    D: Deserializer<'de>,
{
    Patch::deserialize(deserializer)
}

impl<T: JsonSchema> JsonSchema for Patch<T> {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        Option::<T>::schema_name()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        Option::<T>::json_schema(generator)
    }
}
