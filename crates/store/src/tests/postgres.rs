//! What only PostgreSQL can do to a store: break off, fill up, run several transactions at once.

use std::{future::poll_fn, sync::Arc, task::Poll};

use futures_util::future::join_all;
use selvedge_model::Sensitive;
use tokio::sync::{Barrier, Semaphore, mpsc};
use tokio_postgres::Client;

use super::bench::{ADD_NOTE, Place, TABLES, USE_NOTE, add_note, count, noon, raw, server_url};
use crate::{
    Arg, Backend, Failure, OpenError, Settings, Store,
    postgres::{MOST_TRANSACTIONS, check_version},
    sql::statements,
};

statements! {
    /// Takes a moment.
    PAUSE = "SELECT pg_sleep(0.2) IS NULL";
    /// The connection's own process.
    OWN_PROCESS = "SELECT pg_backend_pid()";
    /// Whether a commit waits for the disk.
    DURABLE = "SELECT current_setting('synchronous_commit')";
}

fn url(place: &Place) -> &str {
    match place {
        Place::Postgres { url } => url,
        Place::Sqlite(_) => panic!("a test of PostgreSQL"),
    }
}

/// How many connections of the store at `place` there are in `state`, asked on one of another name.
async fn connections(place: &Place, watcher: &Client, state: &str) -> i64 {
    let (_, name) = url(place).rsplit_once('=').unwrap();
    let sql = "SELECT COUNT(*) FROM pg_stat_activity WHERE application_name = $1 AND state LIKE $2";
    watcher.query_one(sql, &[&name, &state]).await.unwrap().get(0)
}

async fn watcher() -> Client {
    raw(&server_url().unwrap()).await
}

#[tokio::test]
async fn a_dropped_caller_leaves_no_transaction_open() {
    let Some(place) = Place::postgres().await else {
        return;
    };
    let store = place.open().await;
    for number in 0..4_i64 {
        let mut write = Box::pin(store.write::<(), Failure, _>(move |tx| {
            Box::pin(async move {
                let id = format!("n{number}");
                tx.execute(
                    &ADD_NOTE,
                    &[(&id).into(), "team".into(), number.into(), Arg::Null],
                )
                .await?;
                tx.optional(&PAUSE, &[], |_| Ok(())).await?;
                Ok(())
            })
        }));
        poll_fn(|cx| {
            assert!(write.as_mut().poll(cx).is_pending());
            Poll::Ready(())
        })
        .await;
    }
    store.close().await;
    assert_eq!(
        connections(&place, &watcher().await, "idle in transaction%").await,
        0
    );
    assert_eq!(count(&place.open().await).await, 4);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_number_of_connections_is_bounded() {
    let Some(place) = Place::postgres().await else {
        return;
    };
    let store = place.open().await;
    let work = async {
        let writes = (0..60).map(|_| {
            store.write::<_, Failure, _>(|tx| {
                Box::pin(async move { tx.optional(&PAUSE, &[], |row| row.flag(0)).await })
            })
        });
        let reads = (0..60).map(|_| count(&store));
        let (written, _) = tokio::join!(join_all(writes), join_all(reads));
        assert!(
            written.iter().all(|result| *result == Ok(Some(false))),
            "{written:?}"
        );
    };
    let watcher = watcher().await;
    // The connection that migrated is still closing.
    while connections(&place, &watcher, "%").await > 0 {}
    let watch = async {
        let most = i64::from(MOST_TRANSACTIONS) + 2;
        for _ in 0..10 {
            let open = connections(&place, &watcher, "%").await;
            assert!(open <= most, "{open} connections are open");
        }
    };
    tokio::join!(work, watch);
    assert!(connections(&place, &watcher, "%").await >= 2);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_transaction_waits_for_its_turn_only_so_long() {
    let Some(place) = Place::postgres().await else {
        return;
    };
    let store = Arc::new(place.open().await);
    let gate = Arc::new(Semaphore::new(0));
    let (started, mut running) = mpsc::unbounded_channel();
    let holders: Vec<_> = (0..MOST_TRANSACTIONS)
        .map(|_| {
            let (store, gate, started) = (Arc::clone(&store), Arc::clone(&gate), started.clone());
            tokio::spawn(async move {
                let held = store.write::<_, Failure, _>(move |_tx| {
                    Box::pin(async move {
                        started.send(()).unwrap();
                        drop(gate.acquire().await);
                        Ok(())
                    })
                });
                held.await
            })
        })
        .collect();
    for _ in 0..MOST_TRANSACTIONS {
        running.recv().await.unwrap();
    }
    assert!(matches!(
        add_note(&store, "late", 1).await,
        Err(Failure::Unavailable(_))
    ));
    // Reads have connections of their own.
    assert_eq!(count(&store).await, 0);
    gate.close();
    for holder in holders {
        holder.await.unwrap().unwrap();
    }
    add_note(&store, "in time", 1).await.unwrap();
}

/// C8: the server ends every connection, as a restart or a failover does.
#[tokio::test]
async fn c8_broken_connections_are_replaced_with_the_next_use() {
    let Some(place) = Place::postgres().await else {
        return;
    };
    let store = place.open().await;
    for round in 0..3 {
        add_note(&store, &format!("n{round}"), round).await.unwrap();
        assert_eq!(count(&store).await, round + 1);
        assert_eq!(count(&store).await, round + 1);
        place
            .run(
                "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
                  WHERE application_name = current_setting('application_name') AND pid <> pg_backend_pid()",
            )
            .await;
    }
    assert_eq!(count(&store).await, 3);
    assert_eq!(store.ready().await, Ok(()));
}

/// C8: the connection ends in the middle of a transaction.
#[tokio::test]
async fn c8_a_transaction_that_is_cut_off_is_told_and_leaves_nothing() {
    let Some(place) = Place::postgres().await else {
        return;
    };
    let store = place.open().await;
    let knife = raw(url(&place)).await;
    let write = store.write::<(), Failure, _>(move |tx| {
        Box::pin(async move {
            tx.execute(&ADD_NOTE, &["a".into(), "team".into(), 1_i64.into(), Arg::Null])
                .await?;
            let process = tx.optional(&OWN_PROCESS, &[], |row| row.int(0)).await?.unwrap();
            let process = i32::try_from(process).unwrap();
            knife
                .query("SELECT pg_terminate_backend($1, 5000)", &[&process])
                .await
                .unwrap();
            Ok(())
        })
    });
    assert!(matches!(write.await, Err(Failure::Unavailable(_))));
    assert_eq!(count(&store).await, 0);
    add_note(&store, "b", 1).await.unwrap();
}

/// C8: another node has changed a table while this one remembers its statements.
#[tokio::test]
async fn c8_a_statement_that_no_longer_fits_is_prepared_again() {
    let Some(place) = Place::postgres().await else {
        return;
    };
    let store = place.open().await;
    let reader = store.reader();
    for _ in 0..2 {
        let found = reader
            .optional(&super::bench::NOTE_SEQ, &["a".into()], |row| row.int(0))
            .await;
        assert_eq!(found, Ok(None));
    }
    place.run("ALTER TABLE notes ALTER COLUMN seq TYPE INTEGER").await;
    place
        .run("INSERT INTO notes (id, team, seq) VALUES ('a', 'team', 5)")
        .await;
    let mut found = Vec::new();
    for _ in 0..4 {
        found.push(
            reader
                .optional(&super::bench::NOTE_SEQ, &["a".into()], |row| row.int(0))
                .await,
        );
    }
    // Each of the two connections may notice once, and is right from then on.
    assert!(
        found.iter().filter(|result| result.is_err()).count() <= 2,
        "{found:?}"
    );
    assert_eq!(found.last(), Some(&Ok(Some(5))));
}

#[tokio::test]
async fn commits_wait_for_the_disk_even_where_the_server_would_not() {
    let Some(place) = Place::postgres().await else {
        return;
    };
    let relaxed = url(&place).replace("options=", "options=-csynchronous_commit%3Doff%20");
    let settings = Settings::new(
        Backend::Postgres {
            url: Sensitive::new(relaxed),
        },
        noon(),
    );
    let store = Store::open_with(settings, TABLES).await.unwrap();
    let durable = store.write::<_, Failure, _>(|tx| {
        Box::pin(async move {
            tx.optional(&DURABLE, &[], |row| Ok(row.text(0)?.to_owned()))
                .await
        })
    });
    assert_eq!(durable.await, Ok(Some("on".to_owned())));
}

/// C8: two transactions that wait for each other.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn c8_of_two_transactions_in_a_deadlock_one_is_told_to_come_again() {
    let Some(place) = Place::postgres().await else {
        return;
    };
    let store = place.open().await;
    for (id, seq) in [("a", 1), ("b", 2)] {
        add_note(&store, id, seq).await.unwrap();
    }
    let meeting = Arc::new(Barrier::new(2));
    let use_both = |first: &'static str, second: &'static str| {
        let meeting = Arc::clone(&meeting);
        store.write::<_, Failure, _>(move |tx| {
            Box::pin(async move {
                tx.execute(&USE_NOTE, &[noon().into(), first.into()]).await?;
                meeting.wait().await;
                tx.execute(&USE_NOTE, &[noon().into(), second.into()]).await
            })
        })
    };
    let (one, other) = tokio::join!(use_both("a", "b"), use_both("b", "a"));
    let (kept, told) = if one.is_ok() { (one, other) } else { (other, one) };
    assert_eq!(kept, Ok(1));
    assert!(matches!(told, Err(Failure::Unavailable(_))), "{told:?}");
}

/// C8: the server has become a standby.
#[tokio::test]
async fn c8_a_read_only_server_is_read_and_says_that_it_takes_no_writes() {
    let Some(place) = Place::postgres().await else {
        return;
    };
    let store = place.open().await;
    add_note(&store, "a", 1).await.unwrap();
    store.close().await;
    let standby = url(&place).replace("options=", "options=-cdefault_transaction_read_only%3Don%20");
    let settings = Settings::new(
        Backend::Postgres {
            url: Sensitive::new(standby),
        },
        noon(),
    );
    let store = Store::open_with(settings, TABLES).await.unwrap();
    assert_eq!(store.ready().await, Ok(()));
    assert_eq!(count(&store).await, 1);
    let refused = add_note(&store, "b", 2).await;
    assert!(matches!(refused, Err(Failure::Unavailable(_))), "{refused:?}");
}

#[test]
fn an_old_server_is_refused_with_one_line() {
    for found in ["15.8 (Debian 15.8-0+deb12u1)", "15", "16beta1", "18.0"] {
        check_version(found).unwrap();
    }
    for found in ["14.13", "9.6.24", "", "unknown"] {
        assert!(
            matches!(check_version(found), Err(OpenError::OldEngine { .. })),
            "{found}"
        );
    }
    let line = check_version("14.13").unwrap_err().to_string();
    assert_eq!(line, "PostgreSQL 14.13 is too old: at least 15 is needed");
}

async fn refusal(url: String) -> OpenError {
    let settings = Settings::new(
        Backend::Postgres {
            url: Sensitive::new(url),
        },
        noon(),
    );
    Store::open_with(settings, TABLES).await.unwrap_err()
}

#[tokio::test]
async fn a_url_that_cannot_be_obeyed_is_refused_and_never_quoted() {
    let tls = refusal("postgres://u:hunter2@127.0.0.1:1/d?sslmode=require".to_owned()).await;
    assert!(matches!(tls, OpenError::TlsWanted), "{tls}");
    let bad = refusal("postgres://u:pass/hunter2@127.0.0.1:1/d?hunter2=1".to_owned()).await;
    assert!(matches!(bad, OpenError::BadUrl), "{bad}");
    // Nothing listens on port 1.
    let gone = refusal("postgres://u:hunter2@127.0.0.1:1/d".to_owned()).await;
    assert!(
        matches!(gone, OpenError::Database(Failure::Unavailable(_))),
        "{gone}"
    );
    for refused in [tls, bad, gone] {
        assert!(!format!("{refused} {refused:?}").contains("hunter2"));
        assert!(!refused.to_string().contains('\n'));
    }
}

#[tokio::test]
async fn a_schema_that_does_not_exist_is_refused_with_one_line() {
    let Some(server) = server_url() else { return };
    let separator = if server.contains('?') { '&' } else { '?' };
    let refused = refusal(format!(
        "{server}{separator}options=-csearch_path%3Dabsent_schema"
    ))
    .await;
    assert!(!refused.to_string().contains('\n'), "{refused}");
    assert!(matches!(refused, OpenError::MigrationFailed { .. }), "{refused}");
}
