//! A store on a fresh database, with a small table to write to.

use std::{
    env,
    num::NonZero,
    sync::atomic::{AtomicUsize, Ordering},
};

use jiff::Timestamp;
use selvedge_model::Sensitive;
use tempfile::TempDir;
use tokio_postgres::NoTls;

use crate::{Backend, Failure, Migrate, OpenError, Settings, Store, migrate::Migration, sql::statements};

statements! {
    /// Adds a note.
    ADD_NOTE = "INSERT INTO notes (id, team, seq, body) VALUES ($1, $2, $3, $4)";
    /// Adds a note that belongs to another one.
    ADD_REPLY = "INSERT INTO replies (id, note) VALUES ($1, $2)";
    /// Uses a note, once.
    USE_NOTE = "UPDATE notes SET used_at = $1 WHERE id = $2 AND used_at IS NULL";
    /// Uses a note, once, and says its body.
    USE_NOTE_RETURNING = "UPDATE notes SET used_at = $1 WHERE id = $2 AND used_at IS NULL RETURNING body";
    /// A note's number.
    NOTE_SEQ = "SELECT seq FROM notes WHERE id = $1";
    /// A note's text.
    NOTE_ID = "SELECT id FROM notes WHERE id = $1";
    /// Everything about the notes of a team.
    NOTES = "SELECT id, seq, body, used_at, used_at IS NULL FROM notes WHERE team = $1 ORDER BY seq, id";
    /// How many notes there are.
    COUNT_NOTES = "SELECT COUNT(*) FROM notes";
    /// A bound value of each kind, as it arrives.
    ADD_SAMPLE = "INSERT INTO samples (id, int, bytes, flag, instant) VALUES ($1, $2, $3, $4, $5)";
    /// The same value read back.
    SAMPLE = "SELECT id, int, bytes, flag, instant FROM samples WHERE id = $1";
}

/// The tables the tests write to.
pub(super) static TABLES: &[Migration] = &[Migration {
    version: 1,
    name: "0001_notes",
    sqlite: "CREATE TABLE notes (id TEXT NOT NULL PRIMARY KEY, team TEXT NOT NULL, seq BIGINT NOT NULL,
                 body BLOB, used_at BIGINT, UNIQUE (team, seq));
             CREATE TABLE replies (id TEXT NOT NULL PRIMARY KEY, note TEXT NOT NULL REFERENCES notes (id));
             CREATE UNIQUE INDEX replies_lower ON replies (LOWER(id));
             CREATE TABLE samples (id TEXT NOT NULL PRIMARY KEY, int BIGINT, bytes BLOB, flag BIGINT,
                 instant BIGINT);",
    postgres: "CREATE TABLE notes (id TEXT NOT NULL PRIMARY KEY, team TEXT NOT NULL, seq BIGINT NOT NULL,
                 body BYTEA, used_at BIGINT, UNIQUE (team, seq));
             CREATE TABLE replies (id TEXT NOT NULL PRIMARY KEY, note TEXT NOT NULL REFERENCES notes (id));
             CREATE UNIQUE INDEX replies_lower ON replies (LOWER(id));
             CREATE TABLE samples (id TEXT NOT NULL PRIMARY KEY, int BIGINT, bytes BYTEA, flag BIGINT,
                 instant BIGINT);",
}];

/// An instant for tests.
pub(super) fn noon() -> Timestamp {
    Timestamp::from_second(1_795_348_800).unwrap()
}

/// A fresh, empty place for a database.
pub(super) enum Place {
    Sqlite(TempDir),
    Postgres { url: String },
}

impl Place {
    pub(super) fn sqlite() -> Self {
        Self::Sqlite(tempfile::tempdir().unwrap())
    }

    /// A schema of its own on the test server, if there is one.
    pub(super) async fn postgres() -> Option<Self> {
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        let server = server_url()?;
        let schema = format!(
            "store_{}_{}",
            std::process::id(),
            NEXT.fetch_add(1, Ordering::Relaxed)
        );
        let make = format!("DROP SCHEMA IF EXISTS {schema} CASCADE; CREATE SCHEMA {schema}");
        raw(&server).await.batch_execute(&make).await.unwrap();
        let separator = if server.contains('?') { '&' } else { '?' };
        let url = format!("{server}{separator}options=-csearch_path%3D{schema}&application_name={schema}");
        Some(Self::Postgres { url })
    }

    /// Both, or SQLite alone where there is no server.
    pub(super) async fn each() -> Vec<Self> {
        let mut places = vec![Self::sqlite()];
        places.extend(Self::postgres().await);
        places
    }

    pub(super) fn settings(&self) -> Settings {
        let backend = match self {
            Self::Sqlite(dir) => Backend::Sqlite {
                path: dir.path().join("selvedge.db"),
            },
            Self::Postgres { url } => Backend::Postgres {
                url: Sensitive::new(url.clone()),
            },
        };
        // Shown by a failing test: which engine it was.
        println!("on {backend:?}");
        Settings {
            backend,
            migrate: Migrate::Apply,
            reader_slots: NonZero::new(4).unwrap(),
            now: noon(),
        }
    }

    pub(super) async fn open(&self) -> Store {
        self.try_open(TABLES).await.unwrap()
    }

    pub(super) async fn try_open(&self, tables: &'static [Migration]) -> Result<Store, OpenError> {
        Store::open_with(self.settings(), tables).await
    }

    /// Runs SQL behind the store's back.
    pub(super) async fn run(&self, sql: &str) {
        match self {
            Self::Sqlite(dir) => {
                let connection = rusqlite::Connection::open(dir.path().join("selvedge.db")).unwrap();
                connection.execute_batch(sql).unwrap();
            }
            Self::Postgres { url } => raw(url).await.batch_execute(sql).await.unwrap(),
        }
    }
}

/// The notes with these ids, as one write each.
pub(super) async fn add_note(store: &Store, id: &str, seq: i64) -> Result<(), Failure> {
    let id = id.to_owned();
    store
        .write(move |tx| {
            Box::pin(async move {
                tx.execute(
                    &ADD_NOTE,
                    &[(&id).into(), "team".into(), seq.into(), b"body".into()],
                )
                .await?;
                Ok(())
            })
        })
        .await
}

pub(super) async fn count(store: &Store) -> i64 {
    store
        .reader()
        .optional(&COUNT_NOTES, &[], |row| row.int(0))
        .await
        .unwrap()
        .unwrap()
}

/// A connection of the test's own.
pub(super) async fn raw(url: &str) -> tokio_postgres::Client {
    let (client, connection) = tokio_postgres::connect(url, NoTls).await.unwrap();
    tokio::spawn(connection);
    client
}

/// Where the test server is. A run that is to count must not leave half of the tests out silently.
#[expect(
    clippy::disallowed_methods,
    reason = "the environment tells tests, not the program, where the server is"
)]
pub(super) fn server_url() -> Option<String> {
    let url = env::var("SELVEDGE_TEST_POSTGRES_URL").ok();
    if url.is_none() {
        let in_ci = env::var("CI").is_ok_and(|value| value == "true");
        assert!(
            !in_ci,
            "SELVEDGE_TEST_POSTGRES_URL is not set: the PostgreSQL half of the tests cannot run"
        );
        eprintln!("NOT RUN on PostgreSQL: SELVEDGE_TEST_POSTGRES_URL is not set");
    }
    url
}
