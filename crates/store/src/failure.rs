//! What can go wrong with a database, told apart by what the caller can do about it.
//!
//! The words go to a log. They hold no connection URL, no argument and no stored value.

use std::path::PathBuf;

use selvedge_model::{Error, ErrorCode};

/// Why a statement or a transaction did not happen.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Failure {
    /// The database is out of reach, full, overloaded or shutting down: the same call may work later.
    #[error("the database cannot serve right now: {0}")]
    Unavailable(String),
    /// A unique key is taken. The name is PostgreSQL's default one on both engines: `<table>_pkey`, or
    /// `<table>_<columns joined by _>_key`; a unique index made by hand has to be named that way.
    #[error("a row with this key exists already ({constraint})")]
    Conflict {
        /// The key's name.
        constraint: String,
    },
    /// A foreign key points nowhere, or the row is still pointed at.
    #[error("a row that another one depends on is missing")]
    Reference,
    /// Stored data is not what was written.
    #[error("the stored data is damaged: {0}")]
    Corrupt(String),
    /// The statement or the work around it is wrong: a defect of ours.
    #[error("the statement failed: {0}")]
    Statement(String),
}

impl From<Failure> for Error {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Unavailable(_) => Self {
                context: Some(failure.to_string()),
                ..Self::new(ErrorCode::PlannedMaintenance)
            },
            // Every row hangs from its team, and what is between is held by who writes; so the team went
            // while it called, and its keys with it.
            Failure::Reference => Self {
                context: Some(failure.to_string()),
                ..Self::new(ErrorCode::InvalidApiKeys)
            },
            Failure::Conflict { .. } | Failure::Corrupt(_) | Failure::Statement(_) => Self::internal(failure),
        }
    }
}

/// Why a store could not be opened: one line for the operator each.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// Another process holds the data directory.
    #[error("the data directory {} is in use by another process; stop it or choose another directory", dir.display())]
    InUse {
        /// The directory.
        dir: PathBuf,
    },
    /// The data directory or a file in it cannot be used.
    #[error("{} cannot be opened: {source}", path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// The SQLite file holds something else, or is damaged.
    #[error("{} is not a usable SQLite database: {reason}", path.display())]
    NotADatabase {
        /// The file.
        path: PathBuf,
        /// What SQLite said.
        reason: String,
    },
    /// The engine is too old to be trusted.
    #[error("{engine} {found} is too old: at least {needed} is needed")]
    OldEngine {
        /// `SQLite` or `PostgreSQL`.
        engine: &'static str,
        /// Its version.
        found: String,
        /// The oldest version that will do.
        needed: &'static str,
    },
    /// The URL is not one of a PostgreSQL database.
    #[error(
        "the database url cannot be understood; it has the form postgres://user:password@host:5432/database"
    )]
    BadUrl,
    /// The URL asks for TLS, which this connection cannot give.
    #[error(
        "the database url asks for sslmode=require, but tls to PostgreSQL is not supported; use a private network or a tunnel and sslmode=disable"
    )]
    TlsWanted,
    /// The database was written by a newer version of the program.
    #[error(
        "the database has schema version {found}, this program knows up to {known}; run the newer version"
    )]
    NewerSchema {
        /// The version in the database.
        found: i64,
        /// The newest version known here.
        known: i64,
    },
    /// A migration that was applied is not the one this program carries.
    #[error(
        "migration {name} differs from the one applied to this database; run the version that created it"
    )]
    ChangedMigration {
        /// Its name.
        name: String,
    },
    /// Migrations are due and were not asked for.
    #[error("the database needs {pending} migration(s), the first is {first}; run `selvedge migrate`")]
    NotMigrated {
        /// How many.
        pending: usize,
        /// The name of the first.
        first: &'static str,
    },
    /// A migration could not be applied; the database is as it was before it.
    #[error("migration {name} could not be applied: {failure}")]
    MigrationFailed {
        /// Its name.
        name: &'static str,
        /// Why.
        failure: Failure,
    },
    /// The database answered with something else.
    #[error(transparent)]
    Database(#[from] Failure),
}
