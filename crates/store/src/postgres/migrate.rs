//! Applying migrations to PostgreSQL: one node at a time, each migration in a transaction of its own.

use std::time::Duration;

use tokio_postgres::{Client, Error};

use super::failure;
use crate::{
    OpenError,
    migrate::{Applied, CREATE_RECORD, Migration, NOTE_MIGRATION, Plan, READ_RECORD, checksum},
};

/// How long a node waits for another one that is migrating.
const WAIT: Duration = Duration::from_mins(2);

/// Brings the database up to the plan, or says why it may not be used.
///
/// Nodes that start together take turns by an advisory lock on the schema; the connection's end releases it.
pub(super) async fn run(mut client: Client, plan: Plan) -> Result<(), OpenError> {
    let sorted = |error: Error| failure::sort("read the migrations", &error);
    let wait = format!("SET lock_timeout = '{}s'", WAIT.as_secs());
    client.batch_execute(&wait).await.map_err(sorted)?;
    client.batch_execute(TAKE_TURN).await.map_err(sorted)?;
    let applied = applied(&client).await.map_err(sorted)?;
    for migration in plan.due(&applied, |migration| migration.postgres)? {
        apply(&mut client, migration, plan)
            .await
            .map_err(|error| OpenError::MigrationFailed {
                name: migration.name,
                failure: failure::sort("apply it", &error),
            })?;
        tracing::info!(migration.name = migration.name, "applied a migration");
    }
    Ok(())
}

const TAKE_TURN: &str =
    "SELECT pg_advisory_lock(hashtext('selvedge migrations'), hashtext(COALESCE(current_schema(), '')))";

async fn applied(client: &Client) -> Result<Vec<Applied>, Error> {
    let table = client
        .query_one("SELECT to_regclass('schema_migrations') IS NOT NULL", &[])
        .await?;
    if !table.try_get(0)? {
        return Ok(Vec::new());
    }
    let rows = client.query(READ_RECORD, &[]).await?;
    rows.iter()
        .map(|row| {
            Ok(Applied {
                version: row.try_get(0)?,
                name: row.try_get(1)?,
                checksum: row.try_get(2)?,
            })
        })
        .collect()
}

async fn apply(client: &mut Client, migration: &Migration, plan: Plan) -> Result<(), Error> {
    let transaction = client.transaction().await?;
    transaction.batch_execute(CREATE_RECORD).await?;
    transaction.batch_execute(migration.postgres).await?;
    let (now, checksum) = (plan.now.as_microsecond(), checksum(migration.postgres));
    transaction
        .execute(
            NOTE_MIGRATION,
            &[&migration.version, &migration.name, &now, &checksum],
        )
        .await?;
    transaction.commit().await
}
