//! Running one statement on one connection: prepared once, bound by position, mapped row by row.
//!
//! Binding by position is right because statements number their parameters in order of first occurrence.

use rusqlite::{CachedStatement, Connection, params_from_iter};

use super::failure;
use crate::{Arg, Failure, Row, Sql};

/// The number of rows changed.
pub(super) fn execute(connection: &Connection, sql: &Sql, args: &[Arg<'_>]) -> Result<u64, Failure> {
    let changed = prepare(connection, sql)?
        .execute(params_from_iter(args))
        .map_err(|error| failure::sort(sql.name(), &error))?;
    u64::try_from(changed).map_err(|error| Failure::Statement(format!("{}: {error}", sql.name())))
}

/// The first row.
pub(super) fn optional<T>(
    connection: &Connection,
    sql: &Sql,
    args: &[Arg<'_>],
    map: impl Fn(&Row<'_>) -> Result<T, Failure>,
) -> Result<Option<T>, Failure> {
    let sorted = |error: rusqlite::Error| failure::sort(sql.name(), &error);
    let mut statement = prepare(connection, sql)?;
    let mut rows = statement.query(params_from_iter(args)).map_err(sorted)?;
    rows.next()
        .map_err(sorted)?
        .map(|row| map(&Row::sqlite(row)))
        .transpose()
}

/// Every row.
pub(super) fn all<T>(
    connection: &Connection,
    sql: &Sql,
    args: &[Arg<'_>],
    map: impl Fn(&Row<'_>) -> Result<T, Failure>,
) -> Result<Vec<T>, Failure> {
    let sorted = |error: rusqlite::Error| failure::sort(sql.name(), &error);
    let mut statement = prepare(connection, sql)?;
    let mut rows = statement.query(params_from_iter(args)).map_err(sorted)?;
    let mut found = Vec::new();
    while let Some(row) = rows.next().map_err(sorted)? {
        found.push(map(&Row::sqlite(row))?);
    }
    Ok(found)
}

/// A statement of our own without arguments: BEGIN, COMMIT and their kin.
pub(super) fn control(connection: &Connection, text: &str) -> rusqlite::Result<()> {
    connection.prepare_cached(text)?.execute(()).map(drop)
}

fn prepare<'c>(connection: &'c Connection, sql: &Sql) -> Result<CachedStatement<'c>, Failure> {
    connection
        .prepare_cached(sql.sqlite())
        .map_err(|error| failure::sort(sql.name(), &error))
}
