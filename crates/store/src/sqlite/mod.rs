//! SQLite: opening the file, and one way to run a statement on a connection.
//!
//! Reads and writes differ in who holds the connection: see `reader` and `writer`.

mod failure;
mod job;
mod lock;
mod migrate;
mod reader;
mod run;
mod worker;
mod writer;

use std::{num::NonZero, path::Path, sync::Arc, time::Duration};

use rusqlite::{Connection, OpenFlags, config::DbConfig};

pub(crate) use reader::Readers;
pub(crate) use worker::WriterConnection;
pub(crate) use writer::Writer;

use crate::{OpenError, migrate::Plan};

/// Older releases can damage a WAL database when two connections write and checkpoint at once.
const OLDEST: (i32, &str) = (3_051_003, "3.51.3");

/// Pages kept by all readers together: enough for some 10,000 Items on one core. The file is not mapped: each
/// commit ends a map, whose pages are then faulted in anew, and a map counts as memory in full.
const READERS_KEEP_KIB: usize = 24 * 1024;

/// Pages kept by one reader at least, however many there are.
const LEAST_KEPT_KIB: usize = 4 * 1024;

/// Pages kept by the writer.
const WRITER_KEEPS_KIB: usize = 8 * 1024;

/// How long a connection waits for a lock that a foreign tool holds.
const BUSY_TIMEOUT: Duration = Duration::from_secs(5);

/// Room for every statement of the program.
const STATEMENTS_KEPT: usize = 512;

/// Opens the file for this process alone and applies what is due.
pub(crate) fn open(
    path: &Path,
    slots: NonZero<usize>,
    plan: Plan,
) -> Result<(Writer, Arc<Readers>), OpenError> {
    check_version(rusqlite::version_number(), rusqlite::version())?;
    let lock = Arc::new(lock::take(path)?);
    lock::create_private(path)?;
    let not_a_database = |error: rusqlite::Error| OpenError::NotADatabase {
        path: path.to_owned(),
        reason: error.to_string(),
    };
    let mut connection = connect(path, WRITER_KEEPS_KIB).map_err(not_a_database)?;
    let mode: String = connection
        .pragma_update_and_check(None, "journal_mode", "wal", |row| row.get(0))
        .map_err(not_a_database)?;
    if mode != "wal" {
        let reason = format!("its file system allows only the {mode} journal, not the write-ahead log");
        return Err(OpenError::NotADatabase {
            path: path.to_owned(),
            reason,
        });
    }
    migrate::run(&mut connection, plan)?;
    let mut readers = Vec::with_capacity(slots.get());
    let kept_kib = (READERS_KEEP_KIB / slots).max(LEAST_KEPT_KIB);
    for _ in 0..slots.get() {
        let reader = connect(path, kept_kib).map_err(not_a_database)?;
        reader
            .pragma_update(None, "query_only", true)
            .map_err(not_a_database)?;
        readers.push(reader);
    }
    let readers = Arc::new(Readers::new(readers, Arc::clone(&lock)));
    let writer = Writer::start(connection, Arc::clone(&readers), lock)?;
    Ok((writer, readers))
}

pub(crate) fn check_version(number: i32, found: &str) -> Result<(), OpenError> {
    if number < OLDEST.0 {
        return Err(OpenError::OldEngine {
            engine: "SQLite",
            found: found.to_owned(),
            needed: OLDEST.1,
        });
    }
    Ok(())
}

/// A connection as every reader and the writer need it, which keeps this much of the file in memory.
pub(crate) fn connect(path: &Path, kept_kib: usize) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    // Without the stability guarantee a statement is prepared again at every run once ANALYZE has run.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS_KEPT);
    connection.busy_timeout(BUSY_TIMEOUT)?;
    connection.execute_batch(&format!(
        "PRAGMA foreign_keys = ON;
         PRAGMA synchronous = FULL;
         PRAGMA temp_store = MEMORY;
         PRAGMA mmap_size = 0;
         PRAGMA cache_size = -{kept_kib};"
    ))?;
    Ok(connection)
}
