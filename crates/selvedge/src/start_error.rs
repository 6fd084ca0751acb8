//! Why a server, or a command on its data, does not start: one line each, with the remedy.

use crate::ConfigError;
use selvedge_banks::institution::DataError;
use selvedge_store::{Failure, OpenError};
use selvedge_vault::KeyError;
use selvedge_web::{BindError, TlsError};
use std::io;
use std::path::{Path, PathBuf};

/// What stands in the way of a start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The configuration is wrong.
    #[error(transparent)]
    Config(#[from] ConfigError),
    /// The address cannot be had.
    #[error(transparent)]
    Bind(#[from] BindError),
    /// The certificate cannot be used.
    #[error(transparent)]
    Tls(#[from] TlsError),
    /// A file or directory of ours cannot be used.
    #[error("cannot {doing} {}: {source}", path.display())]
    File {
        /// What was to be done.
        doing: &'static str,
        /// With what.
        path: PathBuf,
        /// What the operating system said.
        source: io::Error,
    },
    /// There is a master key, but not a usable one.
    #[error(
        "{place} cannot be used: {source}; `openssl rand -hex 32` makes one for a new database, and a \
         database that exists needs the one it was made with"
    )]
    MasterKey {
        /// Where it came from.
        place: String,
        /// What is wrong with it.
        source: KeyError,
    },
    /// The data was sealed with a key that is not there.
    #[error(
        "this database has a master key, but {} is not there; put the file back, or give the key by \
         --master-key-file or SELVEDGE_MASTER_KEY",
        path.display()
    )]
    NoMasterKey {
        /// Where it was looked for.
        path: PathBuf,
    },
    /// There is no database yet, and this command makes none.
    #[error("there is no database in {} yet; start `selvedge serve` once, or name another --data-dir", dir.display())]
    NoDatabase {
        /// Where it was looked for.
        dir: PathBuf,
    },
    /// A database that was migrated but never served.
    #[error("this database was never served, so it has no keys yet; start `selvedge serve` once")]
    NeverServed,
    /// The database cannot be opened.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// The PostgreSQL server cannot be reached, or lets nobody work.
    #[error("--database-url names {server}: {reason}; {remedy}")]
    Postgres {
        /// Host, port and database, without user and password.
        server: String,
        /// What was said.
        reason: String,
        /// What to do.
        remedy: &'static str,
    },
    /// The database failed.
    #[error(transparent)]
    Store(#[from] Failure),
    /// The database cannot be served.
    #[error(transparent)]
    Engine(#[from] selvedge_engine::StartError),
    /// The institutions that are part of the program cannot be read.
    #[error(transparent)]
    Institutions(#[from] DataError),
    /// The operating system refused something that every process may have.
    #[error("cannot {doing}: {source}")]
    System {
        /// What was to be done.
        doing: &'static str,
        /// What the operating system said.
        source: io::Error,
    },
}

impl StartError {
    /// For `map_err` at a file operation.
    pub(crate) fn file(doing: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Self {
        move |source| Self::File {
            doing,
            path: path.to_owned(),
            source,
        }
    }
}
