//! The SQLite file: who may open it, what is left of it, how long its log grows.

use std::{fs, io::Write as _, time::Duration};

use futures_util::future::join_all;
use rusqlite::StatementStatus;

use super::bench::{ADD_NOTE, Place, TABLES, add_note, count};
use crate::{
    Failure, OpenError,
    sqlite::{check_version, connect},
};

fn dir(place: &Place) -> &std::path::Path {
    match place {
        Place::Sqlite(dir) => dir.path(),
        Place::Postgres { .. } => panic!("a test of SQLite's file"),
    }
}

/// C17: two processes on one file. Locks belong to the open file, so two openings in one process show it.
#[tokio::test]
async fn c17_a_second_opening_is_refused_with_one_line_that_names_the_directory() {
    let place = Place::sqlite();
    let store = place.open().await;
    let refused = place.try_open(TABLES).await.unwrap_err();
    assert!(matches!(refused, OpenError::InUse { .. }), "{refused}");
    let line = refused.to_string();
    assert!(
        line.contains(&dir(&place).display().to_string()) && !line.contains('\n'),
        "{line}"
    );
    store.close().await;
    place.open().await.close().await;
}

/// C18: a start on something that is no database.
#[tokio::test]
async fn c18_a_file_that_is_no_database_is_refused_with_one_line() {
    let place = Place::sqlite();
    fs::write(
        dir(&place).join("selvedge.db"),
        "this is a letter, not a database. ".repeat(100),
    )
    .unwrap();
    let refused = place.try_open(TABLES).await.unwrap_err();
    assert!(matches!(refused, OpenError::NotADatabase { .. }), "{refused}");
    assert!(refused.to_string().contains("selvedge.db") && !refused.to_string().contains('\n'));
}

/// C18: a start on a database whose pages were overwritten.
#[tokio::test]
async fn c18_damaged_pages_are_reported_as_damage() {
    let place = Place::sqlite();
    let store = place.open().await;
    add_note(&store, "a", 1).await.unwrap();
    store.close().await;
    let path = dir(&place).join("selvedge.db");
    let mut file = fs::OpenOptions::new().write(true).open(&path).unwrap();
    let kept = 100;
    let length = usize::try_from(path.metadata().unwrap().len()).unwrap();
    std::io::Seek::seek(&mut file, std::io::SeekFrom::Start(kept)).unwrap();
    file.write_all(&vec![0xff; length - 100]).unwrap();
    drop(file);
    let refused = place.try_open(TABLES).await.unwrap_err();
    let expected = matches!(
        refused,
        OpenError::NotADatabase { .. } | OpenError::Database(Failure::Corrupt(_))
    );
    assert!(expected, "{refused}");
}

/// C18: a start with an old SQLite.
#[test]
fn c18_an_old_sqlite_is_refused_with_one_line() {
    check_version(3_051_003, "3.51.3").unwrap();
    check_version(rusqlite::version_number(), rusqlite::version()).unwrap();
    let refused = check_version(3_051_002, "3.51.2").unwrap_err();
    assert_eq!(
        refused.to_string(),
        "SQLite 3.51.2 is too old: at least 3.51.3 is needed"
    );
}

#[tokio::test]
async fn a_directory_that_does_not_exist_is_refused_with_one_line() {
    let place = Place::sqlite();
    let gone = dir(&place).to_owned();
    fs::remove_dir(&gone).unwrap();
    let refused = place.try_open(TABLES).await.unwrap_err();
    assert!(matches!(refused, OpenError::Io { .. }), "{refused}");
}

#[cfg(unix)]
#[tokio::test]
async fn only_this_user_can_read_the_files() {
    use std::os::unix::fs::PermissionsExt as _;
    let place = Place::sqlite();
    let store = place.open().await;
    add_note(&store, "a", 1).await.unwrap();
    for name in [
        "selvedge.db",
        "selvedge.db-wal",
        "selvedge.db-shm",
        "selvedge.lock",
    ] {
        let mode = dir(&place).join(name).metadata().unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{name}");
    }
}

#[tokio::test]
async fn closing_leaves_one_complete_file() {
    let place = Place::sqlite();
    let store = place.open().await;
    add_note(&store, "a", 1).await.unwrap();
    store.close().await;
    assert!(!dir(&place).join("selvedge.db-wal").exists());
    assert_eq!(count(&place.open().await).await, 1);
}

#[tokio::test]
async fn dropping_a_store_writes_what_was_queued() {
    let place = Place::sqlite();
    let store = place.open().await;
    {
        let mut write = Box::pin(add_note(&store, "a", 1));
        std::future::poll_fn(|cx| {
            assert!(write.as_mut().poll(cx).is_pending());
            std::task::Poll::Ready(())
        })
        .await;
    }
    drop(store);
    assert_eq!(count(&place.open().await).await, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_log_stays_bounded_while_readers_hold_transactions() {
    let place = Place::sqlite();
    let store = place.open().await;
    let body = vec![7_u8; 2000];
    let mut longest = 0;
    for round in 0..200 {
        let writes = (0..100).map(|index| {
            let (number, body) = (round * 100 + index, body.clone());
            store.write(move |tx| {
                Box::pin(async move {
                    let id = format!("n{number}");
                    tx.execute(
                        &ADD_NOTE,
                        &[(&id).into(), "team".into(), number.into(), (&body).into()],
                    )
                    .await
                })
            })
        });
        let written: Result<Vec<u64>, Failure> = join_all(writes).await.into_iter().collect();
        assert_eq!(written.unwrap().len(), 100);
        // Each round leaves idle readers with a transaction held on a different state.
        assert_eq!(count(&store).await, (round + 1) * 100);
        longest = dir(&place)
            .join("selvedge.db-wal")
            .metadata()
            .unwrap()
            .len()
            .max(longest);
    }
    let written = dir(&place).join("selvedge.db").metadata().unwrap().len();
    assert!(written > 32 << 20, "{written} bytes are too few to tell");
    assert!(longest < 24 << 20, "the log grew to {longest} bytes");
}

#[tokio::test]
async fn a_quiet_store_brings_its_log_into_the_file() {
    let place = Place::sqlite();
    let store = place.open().await;
    // From here on a reader holds the empty state; it must not keep the writes out of the file.
    assert_eq!(count(&store).await, 0);
    add_note(&store, "a", 1).await.unwrap();
    add_note(&store, "b", 2).await.unwrap();
    let watcher = rusqlite::Connection::open(dir(&place).join("selvedge.db")).unwrap();
    let frames = || {
        let pragma = "PRAGMA wal_checkpoint(NOOP)";
        watcher
            .query_row(pragma, (), |row| {
                Ok((row.get::<_, i64>(1)?, row.get::<_, i64>(2)?))
            })
            .unwrap()
    };
    let (log, _) = frames();
    assert!(log > 0, "the log is empty");
    let quiet = async {
        let mut tick = tokio::time::interval(Duration::from_millis(10));
        while frames().1 < log {
            tick.tick().await;
        }
    };
    tokio::time::timeout(Duration::from_secs(30), quiet)
        .await
        .unwrap();
    assert_eq!(count(&store).await, 2);
}

#[test]
fn a_statement_is_not_prepared_again_after_analyze() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("analyzed.db");
    let mut seed = "CREATE TABLE t (a BIGINT, b BIGINT); CREATE INDEX t_a ON t (a, b);".to_owned();
    seed.push_str("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)");
    seed.push_str(" INSERT INTO t SELECT i % 7, i FROM n; ANALYZE;");
    rusqlite::Connection::open(&path)
        .unwrap()
        .execute_batch(&seed)
        .unwrap();
    let prepared_again = |connection: &rusqlite::Connection| {
        let mut statement = connection
            .prepare("SELECT COUNT(*) FROM t WHERE a = $1 AND b > $2")
            .unwrap();
        for value in 0..5_i64 {
            statement
                .query_row((value, value * 400), |row| row.get::<_, i64>(0))
                .unwrap();
        }
        statement.get_status(StatementStatus::RePrepare)
    };
    // Without the guarantee this very statement is prepared again: the test is not blind.
    assert!(prepared_again(&rusqlite::Connection::open(&path).unwrap()) > 0);
    assert_eq!(prepared_again(&connect(&path, 1024).unwrap()), 0);
}
