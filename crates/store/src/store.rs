//! The store: one of two engines, opened, checked and migrated.
//!
//! What is stored is the repositories' concern; this file knows no table but the record of migrations.

use std::{fmt, sync::Arc};

use futures_util::future::BoxFuture;

use crate::{
    Backend, Failure, OpenError, Settings, Tx,
    migrate::{MIGRATIONS, Migration, Plan},
    postgres::{self, Pool, Shared},
    sql::statements,
    sqlite::{self, Readers, Writer},
};

statements! {
    /// The newest migration of the database; NULL before the first.
    SCHEMA_VERSION = "SELECT MAX(version) FROM schema_migrations";
}

/// An open database.
pub struct Store {
    engine: Engine,
    version: i64,
}

enum Engine {
    // The writer is dropped first: it empties its queue while the readers still exist.
    Sqlite { writer: Writer, readers: Arc<Readers> },
    Postgres { pool: Arc<Pool>, shared: Arc<Shared> },
}

impl fmt::Debug for Store {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let engine = match self.engine {
            Engine::Sqlite { .. } => "SQLite",
            Engine::Postgres { .. } => "PostgreSQL",
        };
        out.debug_struct("Store")
            .field("engine", &engine)
            .field("version", &self.version)
            .finish()
    }
}

impl Store {
    /// Opens the database: checks its version, takes the data directory for this process, migrates.
    pub async fn open(settings: Settings) -> Result<Self, OpenError> {
        Self::open_with(settings, MIGRATIONS).await
    }

    /// As [`Store::open`], with another history: tests bring their own.
    pub(crate) async fn open_with(
        settings: Settings,
        migrations: &'static [Migration],
    ) -> Result<Self, OpenError> {
        let plan = Plan {
            migrations,
            mode: settings.migrate,
            now: settings.now,
        };
        let engine = match &settings.backend {
            Backend::Sqlite { path } => {
                let (writer, readers) = sqlite::open(path, settings.reader_slots, plan)?;
                Engine::Sqlite { writer, readers }
            }
            Backend::Postgres { url } => {
                let (pool, shared) = postgres::open(url, plan).await?;
                Engine::Postgres { pool, shared }
            }
        };
        Ok(Self {
            engine,
            version: plan.version(),
        })
    }

    /// Single statements, each alone; every write acknowledged before is visible.
    pub fn reader(&self) -> Tx {
        match &self.engine {
            Engine::Sqlite { readers, .. } => Tx::sqlite_read(Arc::clone(readers)),
            Engine::Postgres { shared, .. } => Tx::postgres_read(Arc::clone(shared)),
        }
    }

    /// Runs `work` in one transaction, durable when this returns `Ok`, without effect when it returns `Err`
    /// (unless the connection broke during the commit: then `Unavailable`, and the outcome is unknown).
    ///
    /// `work` waits for nothing but the transaction's statements. A caller that goes away does not stop it.
    /// Other transactions may run beside it on PostgreSQL (READ COMMITTED): a condition that must hold
    /// belongs into the statement that relies on it (`UPDATE … WHERE used_at IS NULL`).
    pub async fn write<T, E, F>(&self, work: F) -> Result<T, E>
    where
        F: for<'t> FnOnce(&'t Tx) -> BoxFuture<'t, Result<T, E>> + Send + 'static,
        T: Send + 'static,
        E: From<Failure> + Send + 'static,
    {
        match &self.engine {
            Engine::Sqlite { writer, .. } => writer.write(work).await,
            Engine::Postgres { pool, .. } => pool.write(work).await,
        }
    }

    /// Whether the database can be reached, is migrated, and still takes writes.
    pub async fn ready(&self) -> Result<(), Failure> {
        if let Engine::Sqlite { writer, .. } = &self.engine {
            writer.usable()?;
        }
        let found = self
            .reader()
            .optional(&SCHEMA_VERSION, &[], |row| row.opt_int(0))
            .await?;
        let found = found.flatten().unwrap_or(0);
        if found < self.version {
            let why = format!(
                "its schema has version {found}, this program needs {}",
                self.version
            );
            return Err(Failure::Unavailable(why));
        }
        Ok(())
    }

    /// The newest migration that this program carries, and so the least the database has.
    pub fn schema_version(&self) -> i64 {
        self.version
    }

    /// Waits for the writes under way and closes. Dropping does the same for SQLite, but blocks its thread.
    pub async fn close(self) {
        match self.engine {
            Engine::Sqlite { writer, readers } => {
                let closing = tokio::task::spawn_blocking(move || drop((writer, readers)));
                if closing.await.is_err() {
                    tracing::error!("the database was not closed in an orderly way");
                }
            }
            Engine::Postgres { pool, .. } => pool.close().await,
        }
    }

    /// Commits so far, to count how many writes shared one.
    #[cfg(test)]
    pub(crate) fn sqlite_commits(&self) -> u64 {
        match &self.engine {
            Engine::Sqlite { writer, .. } => writer.commits(),
            Engine::Postgres { .. } => 0,
        }
    }
}
