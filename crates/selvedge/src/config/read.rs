//! Finding the value of a setting, and reading each kind of value.

use super::file::InFile;
use super::{ConfigError, Environ, Key, LogFormat, MasterKeySource, TlsFiles};
use selvedge_model::Sensitive;
use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::PathBuf;
use tracing_subscriber::filter::Targets;
use url::Url;

/// The variable that holds the master key itself.
const MASTER_KEY: &str = "SELVEDGE_MASTER_KEY";
/// The variable that names its file.
const MASTER_KEY_FILE: &str = "SELVEDGE_MASTER_KEY_FILE";

/// Where values are looked for, in this order.
pub(super) struct Values {
    pub(super) options: BTreeMap<Key, String>,
    pub(super) environ: Environ,
    pub(super) in_file: InFile,
}

/// A value and where it was given.
struct Found<'a> {
    text: &'a str,
    origin: Origin<'a>,
}

enum Origin<'a> {
    Option,
    Variable,
    File(&'a InFile),
}

impl Values {
    fn find(&self, key: Key) -> Option<Found<'_>> {
        let option = self.options.get(&key).map(|text| (text.as_str(), Origin::Option));
        let variable = || {
            self.environ
                .get(&key.variable())
                .map(|text| (text, Origin::Variable))
        };
        let line = || {
            self.in_file
                .texts
                .get(&key)
                .map(|text| (text.as_str(), Origin::File(&self.in_file)))
        };
        let (text, origin) = option.or_else(variable).or_else(line)?;
        Some(Found { text, origin })
    }

    /// The setting, read by `parse`.
    pub(super) fn read<T>(&self, key: Key, parse: fn(&str) -> Option<T>) -> Result<Option<T>, ConfigError> {
        let Some(found) = self.find(key) else {
            return Ok(None);
        };
        let bad = || ConfigError::BadValue {
            place: found.origin.describe(key),
            value: found.text.to_owned(),
            takes: key.takes(),
        };
        parse(found.text).map(Some).ok_or_else(bad)
    }

    /// As [`Values::read`], never repeating the value.
    pub(super) fn read_secret<T>(
        &self,
        key: Key,
        parse: fn(&str) -> Option<T>,
    ) -> Result<Option<T>, ConfigError> {
        let Some(found) = self.find(key) else {
            return Ok(None);
        };
        let bad = || ConfigError::BadSecret {
            place: found.origin.describe(key),
            takes: key.takes(),
        };
        parse(found.text).map(Some).ok_or_else(bad)
    }

    /// The certificate with its key: both or neither.
    pub(super) fn tls(&self) -> Result<Option<TlsFiles>, ConfigError> {
        let half = |given: Key, missing: Key| ConfigError::Half {
            given: self
                .find(given)
                .map_or_else(String::new, |found| found.origin.describe(given)),
            missing: missing.option(),
        };
        match (self.read(Key::TlsCert, path)?, self.read(Key::TlsKey, path)?) {
            (None, None) => Ok(None),
            (Some(cert), Some(key)) => Ok(Some(TlsFiles { cert, key })),
            (Some(_), None) => Err(half(Key::TlsCert, Key::TlsKey)),
            (None, Some(_)) => Err(half(Key::TlsKey, Key::TlsCert)),
        }
    }

    /// The master key's place. The key itself can be a variable, so there two of them can disagree.
    pub(super) fn master_key(&self) -> Result<MasterKeySource, ConfigError> {
        let file = self.read(Key::MasterKeyFile, path)?;
        let origin = self.find(Key::MasterKeyFile).map(|found| found.origin);
        match (self.environ.get(MASTER_KEY), origin) {
            (Some(_), Some(Origin::Variable)) => Err(ConfigError::Both {
                first: MASTER_KEY,
                second: MASTER_KEY_FILE,
            }),
            (Some(text), None | Some(Origin::File(_))) => Ok(MasterKeySource::Text(Sensitive::from(text))),
            (None, _) | (Some(_), Some(Origin::Option)) => {
                Ok(file.map_or(MasterKeySource::DataDir, MasterKeySource::File))
            }
        }
    }
}

impl Origin<'_> {
    fn describe(&self, key: Key) -> String {
        match self {
            Self::Option => key.option(),
            Self::Variable => key.variable(),
            Self::File(file) => format!("{}: {}", file.path.display(), key.name()),
        }
    }
}

/// An address with a port; `localhost` is understood without asking a name server.
pub(super) fn address(text: &str) -> Option<SocketAddr> {
    match text.strip_prefix("localhost:") {
        Some(port) => format!("127.0.0.1:{port}").parse().ok(),
        None => text.parse().ok(),
    }
}

pub(super) fn path(text: &str) -> Option<PathBuf> {
    (!text.is_empty()).then(|| PathBuf::from(text))
}

pub(super) fn postgres(text: &str) -> Option<Sensitive> {
    let known = text.starts_with("postgres://") || text.starts_with("postgresql://");
    known.then(|| Sensitive::from(text))
}

pub(super) fn public_url(text: &str) -> Option<String> {
    let url = Url::parse(text).ok()?;
    let plain = matches!(url.scheme(), "http" | "https")
        && url.host().is_some()
        && url.username().is_empty()
        && url.password().is_none()
        && url.query().is_none()
        && url.fragment().is_none();
    plain.then(|| url.as_str().trim_end_matches('/').to_owned())
}

pub(super) fn log_format(text: &str) -> Option<LogFormat> {
    match text {
        "human" => Some(LogFormat::Human),
        "json" => Some(LogFormat::Json),
        _ => None,
    }
}

/// Levels by target. A lone word must be a level: as a target it would silently log everything.
pub(super) fn levels(text: &str) -> Option<Targets> {
    let known = |part: &str| {
        let level = part.rsplit_once('=').map_or(part, |(_, level)| level);
        matches!(
            level.to_ascii_lowercase().as_str(),
            "error" | "warn" | "info" | "debug" | "trace" | "off"
        )
    };
    if !text.split(',').all(known) {
        return None;
    }
    text.parse().ok()
}
