//! The variables of the environment that mean something here, read once.

use super::{ConfigError, FirstKeys};
use selvedge_model::Sensitive;
use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fmt;

const CLIENT_ID: &str = "PLAID_CLIENT_ID";
const SECRET: &str = "PLAID_SECRET";

/// Variables by name. An empty one counts as not set, as container tools write it.
#[derive(Clone, Default)]
pub struct Environ(BTreeMap<String, String>);

impl fmt::Debug for Environ {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.0.keys()).finish()
    }
}

impl Environ {
    /// The variables of this process.
    pub fn of_process() -> Result<Self, ConfigError> {
        Self::parse(std::env::vars_os())
    }

    /// Keeps what begins with `SELVEDGE_` or `PLAID_`.
    pub fn parse(variables: impl IntoIterator<Item = (OsString, OsString)>) -> Result<Self, ConfigError> {
        let mut kept = BTreeMap::new();
        for (name, value) in variables {
            let Ok(name) = name.into_string() else { continue };
            if !name.starts_with("SELVEDGE_") && !name.starts_with("PLAID_") {
                continue;
            }
            match value.into_string() {
                Ok(value) => kept.insert(name, value),
                Err(_) => return Err(ConfigError::NotText { name }),
            };
        }
        Ok(Self(kept))
    }

    /// The names of the variables that are set and not empty.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        let set = self.0.iter().filter(|(_, value)| !value.is_empty());
        set.map(|(name, _)| name.as_str())
    }

    /// The value of a variable that is set and not empty.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.0
            .get(name)
            .map(String::as_str)
            .filter(|value| !value.is_empty())
    }

    /// The first team's keys, when both halves are set.
    pub(super) fn first_keys(&self) -> Result<Option<FirstKeys>, ConfigError> {
        let half = |given: &str, missing: &str| ConfigError::Half {
            given: given.to_owned(),
            missing: missing.to_owned(),
        };
        match (self.get(CLIENT_ID), self.get(SECRET)) {
            (None, None) => Ok(None),
            (Some(_), None) => Err(half(CLIENT_ID, SECRET)),
            (None, Some(_)) => Err(half(SECRET, CLIENT_ID)),
            (Some(client_id), Some(secret)) => {
                for (name, value) in [(CLIENT_ID, client_id), (SECRET, secret)] {
                    if value.chars().any(char::is_control) {
                        return Err(ConfigError::ControlCharacter { name });
                    }
                }
                Ok(Some(FirstKeys {
                    client_id: client_id.to_owned(),
                    secret: Sensitive::from(secret),
                }))
            }
        }
    }
}
