//! `selvedge migrate`: bring the database up to this version while no server does.
//!
//! `serve` does the same at its start; this is for those who want it to happen at a time of their own.

use super::{Failure, block_on};
use crate::cli::Options;
use crate::out;
use selvedge::{Settings, StartError, Wiring, open};
use selvedge_store::{Migrate, OpenError};
use std::process::ExitCode;

/// Applies what is due, and says what that was.
pub(crate) fn run(options: Options) -> Result<ExitCode, Failure> {
    let settings = Settings::resolve(options.given()?)?;
    block_on(async {
        let wiring = Wiring::system();
        let said = match open::store(&settings, &wiring, Migrate::Refuse).await {
            Ok(store) => {
                let version = store.schema_version();
                store.close().await;
                format!("nothing to do: the database has schema version {version}")
            }
            Err(StartError::NoDatabase { .. }) => {
                let version = apply(&settings, &wiring).await?;
                format!("made a database with schema version {version}")
            }
            Err(StartError::Open(OpenError::NotMigrated { pending, first })) => {
                let version = apply(&settings, &wiring).await?;
                format!(
                    "applied {pending} migration(s) from {first} on; the database has schema version {version}"
                )
            }
            Err(error) => return Err(error.into()),
        };
        out::say(&said);
        Ok(ExitCode::SUCCESS)
    })
}

async fn apply(settings: &Settings, wiring: &Wiring) -> Result<i64, Failure> {
    let store = open::store(settings, wiring, Migrate::Apply).await?;
    let version = store.schema_version();
    store.close().await;
    Ok(version)
}
