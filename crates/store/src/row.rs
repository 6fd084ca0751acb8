//! One row of an answer, read by column number, the same way from either engine.
//!
//! A column of another type than the one asked for is damage or a wrong statement, never a default value.

use std::fmt;

use jiff::Timestamp;
use rusqlite::types::{FromSqlError, ValueRef};
use tokio_postgres::types::{FromSql, Type};

use crate::Failure;

/// A row that lives as long as the call of the mapping function.
pub struct Row<'r>(Source<'r>);

enum Source<'r> {
    Sqlite(&'r rusqlite::Row<'r>),
    Postgres(&'r tokio_postgres::Row),
}

impl fmt::Debug for Row<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a row")
    }
}

impl<'r> Row<'r> {
    pub(crate) fn sqlite(row: &'r rusqlite::Row<'r>) -> Self {
        Self(Source::Sqlite(row))
    }

    pub(crate) fn postgres(row: &'r tokio_postgres::Row) -> Self {
        Self(Source::Postgres(row))
    }

    /// A TEXT column.
    pub fn text(&self, column: usize) -> Result<&str, Failure> {
        present(self.opt_text(column)?, column)
    }

    /// A TEXT column that may be NULL.
    pub fn opt_text(&self, column: usize) -> Result<Option<&str>, Failure> {
        match self.0 {
            Source::Sqlite(row) => sqlite(row, column, |value| value.as_str_or_null()),
            Source::Postgres(row) => postgres(row, column),
        }
    }

    /// A BIGINT column.
    pub fn int(&self, column: usize) -> Result<i64, Failure> {
        present(self.opt_int(column)?, column)
    }

    /// A BIGINT column that may be NULL. A PostgreSQL INTEGER (a literal's type) is widened.
    pub fn opt_int(&self, column: usize) -> Result<Option<i64>, Failure> {
        match self.0 {
            Source::Sqlite(row) => sqlite(row, column, |value| value.as_i64_or_null()),
            Source::Postgres(row) if has_type(row, column, &Type::INT4) => {
                Ok(postgres::<i32>(row, column)?.map(i64::from))
            }
            Source::Postgres(row) => postgres(row, column),
        }
    }

    /// A BLOB or BYTEA column.
    pub fn bytes(&self, column: usize) -> Result<&[u8], Failure> {
        present(self.opt_bytes(column)?, column)
    }

    /// A BLOB or BYTEA column that may be NULL.
    pub fn opt_bytes(&self, column: usize) -> Result<Option<&[u8]>, Failure> {
        match self.0 {
            Source::Sqlite(row) => sqlite(row, column, |value| value.as_blob_or_null()),
            Source::Postgres(row) => postgres(row, column),
        }
    }

    /// A flag: BIGINT 0 or 1, or a comparison of the statement's own.
    pub fn flag(&self, column: usize) -> Result<bool, Failure> {
        if let Source::Postgres(row) = self.0
            && has_type(row, column, &Type::BOOL)
        {
            return present(postgres(row, column)?, column);
        }
        match self.int(column)? {
            0 => Ok(false),
            1 => Ok(true),
            other => Err(Failure::Corrupt(format!(
                "column {column} holds {other} where a flag belongs"
            ))),
        }
    }

    /// An instant, kept as microseconds.
    pub fn time(&self, column: usize) -> Result<Timestamp, Failure> {
        instant(self.int(column)?, column)
    }

    /// An instant that may be NULL.
    pub fn opt_time(&self, column: usize) -> Result<Option<Timestamp>, Failure> {
        self.opt_int(column)?
            .map(|micros| instant(micros, column))
            .transpose()
    }
}

fn present<T>(value: Option<T>, column: usize) -> Result<T, Failure> {
    value.ok_or_else(|| Failure::Corrupt(format!("column {column} is null where a value belongs")))
}

fn instant(micros: i64, column: usize) -> Result<Timestamp, Failure> {
    Timestamp::from_microsecond(micros)
        .map_err(|error| Failure::Corrupt(format!("column {column} is no instant: {error}")))
}

fn sqlite<'r, T>(
    row: &'r rusqlite::Row<'r>,
    column: usize,
    read: impl FnOnce(ValueRef<'r>) -> Result<Option<T>, FromSqlError>,
) -> Result<Option<T>, Failure> {
    let value = row
        .get_ref(column)
        .map_err(|error| Failure::Statement(error.to_string()))?;
    read(value).map_err(|error| Failure::Corrupt(format!("column {column}: {error}")))
}

fn postgres<'r, T: FromSql<'r>>(row: &'r tokio_postgres::Row, column: usize) -> Result<Option<T>, Failure> {
    row.try_get(column)
        .map_err(|error| Failure::Corrupt(format!("column {column}: {error}")))
}

fn has_type(row: &tokio_postgres::Row, column: usize, ty: &Type) -> bool {
    row.columns().get(column).is_some_and(|found| found.type_() == ty)
}
