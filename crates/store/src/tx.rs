//! The seam: three verbs over one SQL text.
//!
//! A `Tx` is either a reader (each statement alone, seeing every acknowledged write) or one write
//! transaction. It does not begin, commit or retry anything itself.

use std::{
    fmt,
    sync::{Arc, OnceLock},
};

use crate::{
    Arg, Failure, Row, Sql,
    postgres::{Connection, Shared},
    sqlite::{Readers, WriterConnection},
};

/// Where statements go.
pub struct Tx(Target);

enum Target {
    SqliteRead(Arc<Readers>),
    SqliteWrite(Arc<WriterConnection>, Doom),
    PostgresRead(Arc<Shared>),
    PostgresWrite(Arc<Connection>, Doom),
}

/// The first failure of a transaction. PostgreSQL answers nothing more after a failed statement, so
/// neither engine is asked, and the transaction cannot be kept.
type Doom = OnceLock<Failure>;

impl fmt::Debug for Tx {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self.0 {
            Target::SqliteRead(_) | Target::PostgresRead(_) => "a reader",
            Target::SqliteWrite(..) | Target::PostgresWrite(..) => "a transaction",
        })
    }
}

impl Tx {
    /// Runs a statement and says how many rows it changed. Only inside [`crate::Store::write`].
    ///
    /// A statement that fails dooms its transaction on both engines: where a conflict is expected, say
    /// `ON CONFLICT DO NOTHING`.
    pub async fn execute(&self, sql: &'static Sql, args: &[Arg<'_>]) -> Result<u64, Failure> {
        let result = match self.target()? {
            Target::SqliteRead(_) | Target::PostgresRead(_) => Err(Failure::Statement(format!(
                "{} changes rows outside of a transaction",
                sql.name()
            ))),
            Target::SqliteWrite(connection, _) => connection.execute(sql, args),
            Target::PostgresWrite(connection, _) => connection.execute(sql, args).await,
        };
        self.note(result)
    }

    /// The first row of the answer, if there is one.
    pub async fn optional<T>(
        &self,
        sql: &'static Sql,
        args: &[Arg<'_>],
        map: impl Fn(&Row<'_>) -> Result<T, Failure> + Send,
    ) -> Result<Option<T>, Failure> {
        let result = match self.target()? {
            Target::SqliteRead(readers) => readers.optional(sql, args, map),
            Target::SqliteWrite(connection, _) => connection.optional(sql, args, map),
            Target::PostgresRead(shared) => first(shared.query(sql, args).await, map),
            Target::PostgresWrite(connection, _) => first(connection.query(sql, args).await, map),
        };
        self.note(result)
    }

    /// Every row of the answer.
    pub async fn all<T>(
        &self,
        sql: &'static Sql,
        args: &[Arg<'_>],
        map: impl Fn(&Row<'_>) -> Result<T, Failure> + Send,
    ) -> Result<Vec<T>, Failure> {
        let result = match self.target()? {
            Target::SqliteRead(readers) => readers.all(sql, args, map),
            Target::SqliteWrite(connection, _) => connection.all(sql, args, map),
            Target::PostgresRead(shared) => each(shared.query(sql, args).await, map),
            Target::PostgresWrite(connection, _) => each(connection.query(sql, args).await, map),
        };
        self.note(result)
    }

    pub(crate) fn sqlite_read(readers: Arc<Readers>) -> Self {
        Self(Target::SqliteRead(readers))
    }

    pub(crate) fn sqlite_write(connection: Arc<WriterConnection>) -> Self {
        Self(Target::SqliteWrite(connection, Doom::new()))
    }

    pub(crate) fn postgres_read(shared: Arc<Shared>) -> Self {
        Self(Target::PostgresRead(shared))
    }

    pub(crate) fn postgres_write(connection: Arc<Connection>) -> Self {
        Self(Target::PostgresWrite(connection, Doom::new()))
    }

    /// The failure that forbids keeping this transaction.
    pub(crate) fn doom(&self) -> Option<&Failure> {
        match &self.0 {
            Target::SqliteRead(_) | Target::PostgresRead(_) => None,
            Target::SqliteWrite(_, doom) | Target::PostgresWrite(_, doom) => doom.get(),
        }
    }

    fn target(&self) -> Result<&Target, Failure> {
        self.doom().map_or(Ok(&self.0), |failure| Err(failure.clone()))
    }

    fn note<T>(&self, result: Result<T, Failure>) -> Result<T, Failure> {
        if let (Err(failure), Target::SqliteWrite(_, doom) | Target::PostgresWrite(_, doom)) =
            (&result, &self.0)
        {
            doom.get_or_init(|| failure.clone());
        }
        result
    }
}

/// The first of PostgreSQL's rows, read by `map`.
fn first<T>(
    rows: Result<Vec<tokio_postgres::Row>, Failure>,
    map: impl Fn(&Row<'_>) -> Result<T, Failure>,
) -> Result<Option<T>, Failure> {
    rows?.first().map(|row| map(&Row::postgres(row))).transpose()
}

/// Each of PostgreSQL's rows, read by `map`.
fn each<T>(
    rows: Result<Vec<tokio_postgres::Row>, Failure>,
    map: impl Fn(&Row<'_>) -> Result<T, Failure>,
) -> Result<Vec<T>, Failure> {
    rows?.iter().map(|row| map(&Row::postgres(row))).collect()
}
