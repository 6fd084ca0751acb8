//! The configuration: from options, environment, a file and defaults to typed settings.
//!
//! It reads the configuration file and nothing else; whether a port is free or a key fits is found out
//! when the server is put together.

mod doubts;
mod environ;
mod error;
mod file;
mod key;
mod limits;
mod read;
#[cfg(test)]
mod tests;

pub use environ::Environ;
pub use error::ConfigError;
pub use key::Key;

use read::Values;
use selvedge_model::{Environment, Sensitive};
use selvedge_web::Limits;
use std::collections::BTreeMap;
use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr};
use std::path::PathBuf;
use tracing_subscriber::filter::Targets;

/// The port that every document names.
const PORT: u16 = 7358;
/// Where data goes when nothing else is said.
const DATA_DIR: &str = "./selvedge-data";
/// What is logged when nothing else is said.
const LOG_LEVEL: &str = "info";

/// Everything that was given, before it is understood.
#[derive(Debug, Default)]
pub struct Given {
    /// `--config`.
    pub config: Option<PathBuf>,
    /// The options of the command line.
    pub options: BTreeMap<Key, String>,
    /// The variables of the environment.
    pub environ: Environ,
}

/// The configuration of a server, complete and typed.
#[expect(missing_debug_implementations, reason = "holds secrets")]
pub struct Settings {
    /// Where to listen; port 0 takes a free one.
    pub listen: SocketAddr,
    /// The directory of everything that the server writes.
    pub data_dir: PathBuf,
    /// Which database.
    pub database: Database,
    /// This server's address as clients see it, without a trailing slash; from `listen` when `None`.
    pub public_url: Option<String>,
    /// Which of the two worlds is served.
    pub environment: Environment,
    /// The certificate, when TLS is spoken.
    pub tls: Option<TlsFiles>,
    /// Where the master key comes from.
    pub master_key: MasterKeySource,
    /// The first team's keys, when the operator sets them.
    pub first_keys: Option<FirstKeys>,
    /// What is logged, and how.
    pub log: LogSettings,
    /// What a client may make the server wait for or keep.
    pub limits: Limits,
    /// What was given and has no effect, one sentence each.
    pub doubts: Vec<String>,
}

/// Which database.
#[expect(missing_debug_implementations, reason = "the URL holds a password")]
pub enum Database {
    /// `selvedge.db` in the data directory.
    Sqlite,
    /// A PostgreSQL server.
    Postgres(Sensitive),
}

/// A certificate and its key.
#[derive(Debug, Clone)]
pub struct TlsFiles {
    /// The PEM chain, the server's own certificate first.
    pub cert: PathBuf,
    /// The PEM key.
    pub key: PathBuf,
}

/// Where the master key comes from.
#[expect(missing_debug_implementations, reason = "may hold a secret")]
pub enum MasterKeySource {
    /// `master.key` in the data directory, made at the first start.
    DataDir,
    /// A file of the operator's.
    File(PathBuf),
    /// The variable `SELVEDGE_MASTER_KEY`.
    Text(Sensitive),
}

/// Keys that the operator chose.
#[expect(missing_debug_implementations, reason = "holds a secret")]
pub struct FirstKeys {
    /// The public half; any non-empty text.
    pub client_id: String,
    /// The secret half; any non-empty text.
    pub secret: Sensitive,
}

/// What is logged, and how.
#[derive(Debug, Clone)]
pub struct LogSettings {
    /// The shape of a line.
    pub format: LogFormat,
    /// The least level of each target.
    pub levels: Targets,
}

/// The shape of a log line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LogFormat {
    /// For eyes.
    Human,
    /// One JSON object a line, for machines.
    Json,
}

impl Settings {
    /// The default configuration with its data in `data_dir`: what a test starts from.
    pub fn in_dir(data_dir: impl Into<PathBuf>) -> Self {
        Self {
            listen: SocketAddr::from((Ipv4Addr::LOCALHOST, PORT)),
            data_dir: data_dir.into(),
            database: Database::Sqlite,
            public_url: None,
            environment: Environment::Sandbox,
            tls: None,
            master_key: MasterKeySource::DataDir,
            first_keys: None,
            log: LogSettings {
                format: LogFormat::Human,
                levels: Targets::new().with_default(tracing::Level::INFO),
            },
            limits: Limits::default(),
            doubts: Vec::new(),
        }
    }

    /// Understands what was given. An option beats a variable, a variable the file, the file the default.
    pub fn resolve(given: Given) -> Result<Self, ConfigError> {
        let Given {
            config,
            options,
            environ,
        } = given;
        let path = config.or_else(|| environ.get("SELVEDGE_CONFIG").map(PathBuf::from));
        let file = path.map(file::read).transpose()?;
        let first_keys = environ.first_keys()?;
        let (in_file, limits) = file.map_or_else(Default::default, |file| (file.values, file.limits));
        let values = Values {
            options,
            environ,
            in_file,
        };
        let mut settings = Self {
            listen: values
                .read(Key::Listen, read::address)?
                .unwrap_or_else(|| SocketAddr::from((Ipv4Addr::LOCALHOST, PORT))),
            data_dir: values
                .read(Key::DataDir, read::path)?
                .unwrap_or_else(|| PathBuf::from(DATA_DIR)),
            database: values
                .read_secret(Key::DatabaseUrl, read::postgres)?
                .map_or(Database::Sqlite, Database::Postgres),
            public_url: values.read(Key::PublicUrl, read::public_url)?,
            environment: values
                .read(Key::Environment, Environment::parse)?
                .unwrap_or(Environment::Sandbox),
            tls: values.tls()?,
            master_key: values.master_key()?,
            first_keys,
            log: LogSettings {
                format: values
                    .read(Key::LogFormat, read::log_format)?
                    .unwrap_or(LogFormat::Human),
                levels: match values.read(Key::LogLevel, read::levels)? {
                    Some(levels) => levels,
                    None => read::levels(LOG_LEVEL).unwrap_or_default(),
                },
            },
            limits,
            doubts: Vec::new(),
        };
        settings.doubts = doubts::all(&values.environ, &settings.log);
        settings.check_production()?;
        Ok(settings)
    }

    /// This server's address as clients see it.
    pub fn url(&self) -> String {
        self.public_url.clone().unwrap_or_else(|| self.local_url())
    }

    /// The address at which this machine reaches the server.
    pub fn local_url(&self) -> String {
        let scheme = if self.tls.is_some() { "https" } else { "http" };
        let mut address = self.listen;
        if address.ip().is_unspecified() {
            address.set_ip(match address {
                SocketAddr::V4(_) => Ipv4Addr::LOCALHOST.into(),
                SocketAddr::V6(_) => Ipv6Addr::LOCALHOST.into(),
            });
        }
        format!("{scheme}://{address}")
    }

    /// The SQLite file.
    pub fn sqlite_path(&self) -> PathBuf {
        self.data_dir.join("selvedge.db")
    }

    /// In production nothing that opens the data appears by itself.
    fn check_production(&self) -> Result<(), ConfigError> {
        let made_silently = matches!(self.master_key, MasterKeySource::DataDir);
        if self.environment == Environment::Production && made_silently {
            return Err(ConfigError::NoProductionKey);
        }
        Ok(())
    }
}
