//! What SQLite's errors mean.
//!
//! Its messages name tables and columns, never values, so they may go to a log.

use rusqlite::{Error, ErrorCode, ffi};

use crate::Failure;

/// Sorts an error that happened while `what` was done.
pub(super) fn sort(what: &str, error: &Error) -> Failure {
    let Error::SqliteFailure(code, message) = error else {
        return Failure::Statement(format!("{what}: {error}"));
    };
    match code.code {
        ErrorCode::ConstraintViolation => {
            constraint(what, code.extended_code, message.as_deref().unwrap_or_default())
        }
        ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase => Failure::Corrupt(format!("{what}: {error}")),
        ErrorCode::DatabaseBusy
        | ErrorCode::DatabaseLocked
        | ErrorCode::OutOfMemory
        | ErrorCode::ReadOnly
        | ErrorCode::SystemIoFailure
        | ErrorCode::DiskFull
        | ErrorCode::CannotOpen
        | ErrorCode::FileLockingProtocolFailed
        | ErrorCode::NoLargeFileSupport
        | ErrorCode::PermissionDenied => Failure::Unavailable(format!("{what}: {error}")),
        ErrorCode::InternalMalfunction
        | ErrorCode::OperationAborted
        | ErrorCode::OperationInterrupted
        | ErrorCode::NotFound
        | ErrorCode::SchemaChanged
        | ErrorCode::TooBig
        | ErrorCode::TypeMismatch
        | ErrorCode::ApiMisuse
        | ErrorCode::AuthorizationForStatementDenied
        | ErrorCode::ParameterOutOfRange
        | ErrorCode::Unknown
        | _ => Failure::Statement(format!("{what}: {error}")),
    }
}

/// Whether the system failed to read, write or sync: after such a commit the file's state is in doubt.
pub(super) fn is_io(error: &Error) -> bool {
    error.sqlite_error_code() == Some(ErrorCode::SystemIoFailure)
}

fn constraint(what: &str, extended: i32, message: &str) -> Failure {
    match extended {
        ffi::SQLITE_CONSTRAINT_PRIMARYKEY | ffi::SQLITE_CONSTRAINT_ROWID => Failure::Conflict {
            constraint: key_name(message, Key::Primary),
        },
        ffi::SQLITE_CONSTRAINT_UNIQUE => Failure::Conflict {
            constraint: key_name(message, Key::Unique),
        },
        ffi::SQLITE_CONSTRAINT_FOREIGNKEY => Failure::Reference,
        _ => Failure::Statement(format!("{what}: {message}")),
    }
}

#[derive(Clone, Copy)]
enum Key {
    Primary,
    Unique,
}

/// PostgreSQL's default name for the key that SQLite describes as `… failed: table.a, table.b`.
fn key_name(message: &str, key: Key) -> String {
    let described = message.rsplit_once(": ").map_or(message, |(_, columns)| columns);
    if let Some(index) = described
        .strip_prefix("index '")
        .and_then(|rest| rest.strip_suffix('\''))
    {
        return index.to_owned();
    }
    let mut name = String::new();
    for column in described.split(", ") {
        match (column.split_once('.'), name.is_empty()) {
            (Some((table, _)), true) if matches!(key, Key::Primary) => return format!("{table}_pkey"),
            (Some((table, column)), true) => name = format!("{table}_{column}"),
            (Some((_, column)), false) => name = format!("{name}_{column}"),
            (None, _) => {}
        }
    }
    format!("{name}_key")
}
