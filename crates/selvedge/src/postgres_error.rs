//! What is in the way between this program and a PostgreSQL server at a start, and what to do about it.
//!
//! The words hold host, port and database of the URL, never its user or password.

use crate::StartError;
use selvedge_model::Sensitive;
use selvedge_store::{Failure, OpenError};
use url::Url;

/// What the five letters of SQLSTATE, or the system's words, ask of the operator.
const REMEDIES: &[(&str, &str)] = &[
    (
        " 28",
        "correct its user and password (as SELVEDGE_DATABASE_URL they stay out of the process list), or the \
         server's pg_hba.conf",
    ),
    (" 3D000", "make the database with `createdb`, or correct its name"),
    (
        " 42501",
        "let its user make tables there, as the owner of the database may",
    ),
    (
        " 53300",
        "raise the server's max_connections, or end other connections",
    ),
    (
        " 57P03",
        "the server is starting or stopping: wait, then start again",
    ),
    (" 25006", "the server takes no writes: name the primary"),
    ("refused", "start PostgreSQL there, or correct host and port"),
    (
        "did not answer",
        "start PostgreSQL there, or correct host and port",
    ),
    ("lookup", "correct the host"),
];
const OTHERWISE: &str = "correct the address, or mend the server";

/// Says where the server is and what to do, when it is the server that is in the way.
pub(crate) fn explain(url: &Sensitive, error: OpenError) -> StartError {
    let reason = match &error {
        OpenError::Database(failure) | OpenError::MigrationFailed { failure, .. } => told(failure),
        OpenError::InUse { .. }
        | OpenError::Io { .. }
        | OpenError::NotADatabase { .. }
        | OpenError::OldEngine { .. }
        | OpenError::BadUrl
        | OpenError::TlsWanted
        | OpenError::NewerSchema { .. }
        | OpenError::ChangedMigration { .. }
        | OpenError::NotMigrated { .. } => None,
    };
    let Some(reason) = reason else {
        return error.into();
    };
    let known = REMEDIES.iter().find(|(sign, _)| reason.contains(sign));
    StartError::Postgres {
        server: place(url),
        remedy: known.map_or(OTHERWISE, |(_, remedy)| remedy),
        reason,
    }
}

/// The server's or the system's own words; a defect of the database's content is not about the server.
fn told(failure: &Failure) -> Option<String> {
    match failure {
        Failure::Unavailable(words) | Failure::Statement(words) => Some(words.clone()),
        Failure::Conflict { .. } | Failure::Reference | Failure::Corrupt(_) => None,
    }
}

/// Host, port and database of the URL.
fn place(url: &Sensitive) -> String {
    let Ok(url) = Url::parse(url.expose()) else {
        return "a PostgreSQL server".to_owned();
    };
    let host = url.host_str().unwrap_or("localhost");
    let port = url.port().unwrap_or(5432);
    match url.path().trim_start_matches('/') {
        "" => format!("{host}:{port}"),
        database => format!("database {database} at {host}:{port}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn explained(words: &str) -> String {
        let url = Sensitive::from("postgres://me:hunter2@db.example:5433/app?connect_timeout=2");
        let failure = Failure::Unavailable(words.to_owned());
        explain(&url, failure.into()).to_string()
    }

    #[test]
    fn each_trouble_names_the_server_and_its_own_remedy_and_no_secret() {
        for (words, remedy) in [
            (
                "connect to PostgreSQL: 28P01 password authentication failed",
                "user and password",
            ),
            ("connect to PostgreSQL: 3D000 database does not exist", "createdb"),
            ("apply: 42501 permission denied for schema public", "make tables"),
            (
                "connect to PostgreSQL: 53300 sorry, too many clients",
                "max_connections",
            ),
            (
                "connect to PostgreSQL: error connecting to server: Connection refused (os error 111)",
                "start PostgreSQL there",
            ),
            ("something else", OTHERWISE),
        ] {
            let line = explained(words);
            assert!(
                line.starts_with("--database-url names database app at db.example:5433: "),
                "{line}"
            );
            assert!(line.contains(remedy) && line.contains(words), "{line}");
            assert!(!line.contains("hunter2"), "{line}");
        }
    }

    #[test]
    fn what_is_not_about_the_server_keeps_its_own_words() {
        let url = Sensitive::from("postgres://h/app");
        let error = explain(&url, OpenError::NewerSchema { found: 9, known: 1 });
        assert!(matches!(error, StartError::Open(_)), "{error}");
    }
}
