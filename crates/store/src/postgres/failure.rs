//! What PostgreSQL's errors mean.
//!
//! The server's DETAIL quotes stored values, so only code, message and constraint are passed on.

use std::{error::Error as _, io};

use tokio_postgres::{
    Error,
    error::{DbError, SqlState},
};

use crate::Failure;

/// Sorts an error that happened while `what` was done.
pub(super) fn sort(what: &str, error: &Error) -> Failure {
    match error.as_db_error() {
        Some(answer) => sort_answer(what, answer),
        None if error.is_closed() || is_io(error) => unreachable(what, error),
        None => Failure::Statement(format!("{what}: {}", describe(error))),
    }
}

/// An error that means, whatever it says, that there is no connection.
pub(super) fn unreachable(what: &str, error: &Error) -> Failure {
    Failure::Unavailable(format!("{what}: {}", describe(error)))
}

/// Whether remembered statements no longer fit the tables: another node has migrated.
pub(super) fn is_stale_statement(error: &Error) -> bool {
    error.code() == Some(&SqlState::FEATURE_NOT_SUPPORTED)
        || error.code() == Some(&SqlState::INVALID_SQL_STATEMENT_NAME)
}

fn sort_answer(what: &str, answer: &DbError) -> Failure {
    let text = format!("{what}: {} {}", answer.code().code(), answer.message());
    if *answer.code() == SqlState::UNIQUE_VIOLATION {
        return Failure::Conflict {
            constraint: answer.constraint().unwrap_or_default().to_owned(),
        };
    }
    if *answer.code() == SqlState::FOREIGN_KEY_VIOLATION {
        return Failure::Reference;
    }
    match answer.code().code().as_bytes() {
        // connection, rollback (deadlock, serialization), resources, lock not available, operator, system
        [b'0', b'8', ..]
        | [b'4', b'0', ..]
        | [b'5', b'3' | b'5' | b'7' | b'8', ..]
        // a server that has become a standby takes no writes
        | b"25006" => Failure::Unavailable(text),
        [b'X', b'X', _, _, b'1' | b'2'] => Failure::Corrupt(text),
        _ => Failure::Statement(text),
    }
}

fn is_io(error: &Error) -> bool {
    error
        .source()
        .is_some_and(<dyn std::error::Error>::is::<io::Error>)
}

fn describe(error: &Error) -> String {
    if let Some(answer) = error.as_db_error() {
        return format!("{} {}", answer.code().code(), answer.message());
    }
    let text = error.to_string();
    match error.source().map(ToString::to_string) {
        Some(cause) if !text.contains(&cause) => format!("{text}: {cause}"),
        Some(_) | None => text,
    }
}
