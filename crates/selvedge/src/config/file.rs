//! The configuration file: TOML with the settings by name and a table of limits.
//!
//! It checks names and kinds; what a value means is read with the values from elsewhere.

use super::{ConfigError, Key, limits};
use selvedge_web::Limits;
use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use toml::{Table, Value};

/// The name of the table of limits.
const LIMITS: &str = "limits";

/// What a file says.
pub(super) struct File {
    pub(super) values: InFile,
    pub(super) limits: Limits,
}

/// The settings of a file.
#[derive(Default)]
pub(super) struct InFile {
    pub(super) path: PathBuf,
    pub(super) texts: BTreeMap<Key, String>,
}

/// Reads and checks a file.
pub(super) fn read(path: PathBuf) -> Result<File, ConfigError> {
    match fs::read_to_string(&path) {
        Ok(text) => parse(path, &text),
        Err(source) => Err(ConfigError::Unreadable { path, source }),
    }
}

fn parse(path: PathBuf, text: &str) -> Result<File, ConfigError> {
    let table: Table = match text.parse() {
        Ok(table) => table,
        Err(error) => return Err(not_toml(path, text, &error)),
    };
    let mut file = File {
        values: InFile {
            path,
            texts: BTreeMap::new(),
        },
        limits: Limits::default(),
    };
    for (name, value) in &table {
        let path = &file.values.path;
        if name == LIMITS {
            let Some(limits) = value.as_table() else {
                return Err(wrong_kind(path, name, value, "a table, written as [limits]"));
            };
            limits::read(path, limits, &mut file.limits)?;
            continue;
        }
        let Some(key) = Key::ALL.iter().copied().find(|key| key.name() == name) else {
            let mut known: Vec<_> = Key::ALL.iter().map(|key| key.name()).collect();
            known.push(LIMITS);
            return Err(ConfigError::UnknownKey {
                path: path.clone(),
                key: name.clone(),
                known,
            });
        };
        let Some(text) = value.as_str() else {
            return Err(wrong_kind(
                path,
                name,
                value,
                &format!("text in quotes: {}", key.takes()),
            ));
        };
        file.values.texts.insert(key, text.to_owned());
    }
    Ok(file)
}

/// The error for a value of the wrong kind.
pub(super) fn wrong_kind(path: &std::path::Path, key: &str, value: &Value, takes: &str) -> ConfigError {
    let shown = match value {
        Value::Table(_) => "a table".to_owned(),
        Value::Array(_) => "a list".to_owned(),
        Value::String(_) | Value::Integer(_) | Value::Float(_) | Value::Boolean(_) | Value::Datetime(_) => {
            value.to_string().replace('\n', " ")
        }
    };
    ConfigError::WrongKind {
        path: path.to_owned(),
        key: key.to_owned(),
        value: shown,
        takes: takes.to_owned(),
    }
}

fn not_toml(path: PathBuf, text: &str, error: &toml::de::Error) -> ConfigError {
    let start = error.span().map_or(0, |span| span.start);
    let line = 1 + text.bytes().take(start).filter(|byte| *byte == b'\n').count();
    ConfigError::NotToml {
        path,
        line,
        reason: error.message().replace('\n', ", "),
    }
}
