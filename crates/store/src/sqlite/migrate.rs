//! Applying migrations to SQLite: each in a transaction of its own, noted in the same one.

use rusqlite::{Connection, TransactionBehavior, params};

use super::failure;
use crate::{
    OpenError,
    migrate::{Applied, CREATE_RECORD, Migration, NOTE_MIGRATION, Plan, READ_RECORD, checksum},
};

/// Brings the database up to the plan, or says why it may not be used.
pub(super) fn run(connection: &mut Connection, plan: Plan) -> Result<(), OpenError> {
    let applied = applied(connection).map_err(|error| failure::sort("read the migrations", &error))?;
    for migration in plan.due(&applied, |migration| migration.sqlite)? {
        apply(connection, migration, plan).map_err(|error| OpenError::MigrationFailed {
            name: migration.name,
            failure: failure::sort("apply it", &error),
        })?;
        tracing::info!(migration.name = migration.name, "applied a migration");
    }
    Ok(())
}

fn applied(connection: &Connection) -> rusqlite::Result<Vec<Applied>> {
    if !connection.table_exists(None, "schema_migrations")? {
        return Ok(Vec::new());
    }
    connection
        .prepare(READ_RECORD)?
        .query_map((), |row| {
            Ok(Applied {
                version: row.get(0)?,
                name: row.get(1)?,
                checksum: row.get(2)?,
            })
        })?
        .collect()
}

fn apply(connection: &mut Connection, migration: &Migration, plan: Plan) -> rusqlite::Result<()> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    transaction.execute(CREATE_RECORD, ())?;
    transaction.execute_batch(migration.sqlite)?;
    let now = plan.now.as_microsecond();
    let note = params![migration.version, migration.name, now, checksum(migration.sqlite)];
    transaction.execute(NOTE_MIGRATION, note)?;
    transaction.commit()
}
