//! The history of the schema: which migrations exist, and what a database still needs.
//!
//! Deciding is here; reading the record and applying what is due is each engine's own.

use jiff::Timestamp;

use crate::{Migrate, OpenError};

/// One step of the schema, in the words of each engine.
#[derive(Debug)]
pub(crate) struct Migration {
    /// Its number; steps are applied in this order.
    pub(crate) version: i64,
    /// `NNNN_what_it_does`, the name of both files.
    pub(crate) name: &'static str,
    /// The text for SQLite.
    pub(crate) sqlite: &'static str,
    /// The text for PostgreSQL.
    pub(crate) postgres: &'static str,
}

macro_rules! migrations {
    ($($version:literal: $name:literal),* $(,)?) => {
        &[$(Migration {
            version: $version,
            name: $name,
            sqlite: include_str!(concat!("../migrations/sqlite/", $name, ".sql")),
            postgres: include_str!(concat!("../migrations/postgres/", $name, ".sql")),
        }),*]
    };
}

/// Every migration, oldest first. A file that is not listed here fails a test.
pub(crate) static MIGRATIONS: &[Migration] =
    migrations![1: "0001_foundation", 2: "0002_link_sessions", 3: "0003_link_settings"];

/// What to apply, and how to note it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Plan {
    pub(crate) migrations: &'static [Migration],
    pub(crate) mode: Migrate,
    pub(crate) now: Timestamp,
}

impl Plan {
    /// The newest version that this program knows; 0 before the first migration.
    pub(crate) fn version(&self) -> i64 {
        self.migrations.last().map_or(0, |migration| migration.version)
    }

    /// The migrations that a database with this record needs, if it may be opened at all.
    pub(crate) fn due(
        &self,
        applied: &[Applied],
        text: fn(&Migration) -> &'static str,
    ) -> Result<Vec<&'static Migration>, OpenError> {
        let found = applied.iter().map(|row| row.version).max().unwrap_or(0);
        if found > self.version() {
            return Err(OpenError::NewerSchema {
                found,
                known: self.version(),
            });
        }
        let mut due = Vec::new();
        for migration in self.migrations {
            match applied.iter().find(|row| row.version == migration.version) {
                None => due.push(migration),
                Some(row) if row.name == migration.name && row.checksum == checksum(text(migration)) => {}
                Some(row) => {
                    return Err(OpenError::ChangedMigration {
                        name: row.name.clone(),
                    });
                }
            }
        }
        match (self.mode, due.first()) {
            (Migrate::Refuse, Some(first)) => Err(OpenError::NotMigrated {
                pending: due.len(),
                first: first.name,
            }),
            (Migrate::Refuse | Migrate::Apply, _) => Ok(due),
        }
    }
}

/// A migration as the database remembers it.
#[derive(Debug)]
pub(crate) struct Applied {
    pub(crate) version: i64,
    pub(crate) name: String,
    pub(crate) checksum: String,
}

/// Where applied migrations are noted. Both engines understand it.
pub(crate) const CREATE_RECORD: &str = "CREATE TABLE IF NOT EXISTS schema_migrations (
    version BIGINT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    applied_at BIGINT NOT NULL,
    checksum TEXT NOT NULL
)";

/// Reads the record.
pub(crate) const READ_RECORD: &str = "SELECT version, name, checksum FROM schema_migrations ORDER BY version";

/// Notes one migration.
pub(crate) const NOTE_MIGRATION: &str =
    "INSERT INTO schema_migrations (version, name, applied_at, checksum) VALUES ($1, $2, $3, $4)";

/// FNV-1a over the text: it tells an edited file from an unedited one, and guards against nothing more.
pub(crate) fn checksum(text: &str) -> String {
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    format!("{hash:016x}")
}
