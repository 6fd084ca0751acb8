//! What is wrong with a configuration: one line that names the key, the value and the remedy.
//!
//! No line holds a secret: the value of a database URL, a master key or a client secret is never repeated.

use std::path::PathBuf;

/// Why a configuration is refused.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// A value that its key does not take.
    #[error("{place} is {value:?}; it takes {takes}")]
    BadValue {
        /// Where it was given.
        place: String,
        /// What was given.
        value: String,
        /// What would be taken.
        takes: &'static str,
    },
    /// As [`ConfigError::BadValue`], for a value that may hold a password.
    #[error("{place} cannot be understood; it takes {takes}")]
    BadSecret {
        /// Where it was given.
        place: String,
        /// What would be taken.
        takes: &'static str,
    },
    /// The configuration file cannot be read.
    #[error("cannot read the configuration file {}: {source}; correct --config", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the operating system said.
        source: std::io::Error,
    },
    /// The configuration file is not TOML.
    #[error("{}, line {line}: {reason}; write it as TOML, such as listen = \"127.0.0.1:7358\"", path.display())]
    NotToml {
        /// The file.
        path: PathBuf,
        /// The line, from 1.
        line: usize,
        /// What the parser said.
        reason: String,
    },
    /// The configuration file has a key that means nothing.
    #[error("{}: unknown key {key}; remove it, or use one of {}", path.display(), known.join(", "))]
    UnknownKey {
        /// The file.
        path: PathBuf,
        /// The key.
        key: String,
        /// The keys that could have been meant.
        known: Vec<&'static str>,
    },
    /// The configuration file has a value of the wrong kind.
    #[error("{}: {key} is {value}; it takes {takes}", path.display())]
    WrongKind {
        /// The file.
        path: PathBuf,
        /// The key.
        key: String,
        /// The value, as TOML.
        value: String,
        /// What would be taken.
        takes: String,
    },
    /// Two settings that work together, and one is missing.
    #[error("{given} is set without {missing}; set both or neither")]
    Half {
        /// The one that was given.
        given: String,
        /// The one that was not.
        missing: String,
    },
    /// Two settings that say the same thing.
    #[error("{first} and {second} are both set; keep one of them")]
    Both {
        /// One.
        first: &'static str,
        /// The other.
        second: &'static str,
    },
    /// A variable that is not text.
    #[error("{name} is not UTF-8 text; set it again")]
    NotText {
        /// The variable.
        name: String,
    },
    /// A key pair that no client could send.
    #[error("{name} holds a control character; set it to a value on one line")]
    ControlCharacter {
        /// The variable.
        name: &'static str,
    },
    /// Production, and no master key.
    #[error(
        "--environment production needs a master key of your own; give it by --master-key-file or \
         SELVEDGE_MASTER_KEY (`openssl rand -hex 32` makes one) and keep a copy of it elsewhere"
    )]
    NoProductionKey,
}
