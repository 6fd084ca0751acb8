//! Plaintext that must never be printed, serialised or bound to a statement by accident.
//!
//! `Sensitive` has no `Debug`, `Display`, `Serialize` or SQL conversion; `expose` is the one way out
//! and is easy to search for.

use serde::{Deserialize, Deserializer};
use zeroize::Zeroizing;

/// A token, client secret, account number or bank credential in plain text, wiped when dropped.
#[derive(Clone)]
#[expect(missing_debug_implementations, reason = "a secret must not be printable")]
pub struct Sensitive(Zeroizing<String>);

impl Sensitive {
    /// Takes ownership of a plaintext.
    pub fn new(text: String) -> Self {
        Self(Zeroizing::new(text))
    }

    /// The plaintext. Every call is a place to review.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl From<&str> for Sensitive {
    fn from(text: &str) -> Self {
        Self::new(text.to_owned())
    }
}

impl<'de> Deserialize<'de> for Sensitive {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self::new)
    }
}

impl schemars::JsonSchema for Sensitive {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Sensitive".into()
    }
    fn inline_schema() -> bool {
        true
    }
    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        String::json_schema(generator)
    }
}
