//! Group commit on SQLite: who shares a commit, and whose failure is whose.

use std::{
    future::{Future, poll_fn},
    pin::Pin,
    sync::mpsc,
    task::Poll,
};

use futures_util::future::join_all;

use super::bench::{ADD_NOTE, COUNT_NOTES, Place, add_note, count};
use crate::{Arg, Failure, Store, sql::statements};

statements! {
    /// Checks foreign keys at the commit only.
    DEFER_REFERENCES = "PRAGMA defer_foreign_keys = ON";
    /// Allows the file not one page more.
    FILL_DISK = "PRAGMA max_page_count = 1";
    /// Allows the file to grow.
    FREE_DISK = "PRAGMA max_page_count = 100000";
    /// Points at nothing.
    ADD_ORPHAN = "INSERT INTO replies (id, note) VALUES ('r', 'absent')";
}

type Write<'s> = Pin<Box<dyn Future<Output = Result<(), Failure>> + Send + 's>>;

/// Queues `writes` while the writer is kept busy with one alone, so that they meet in the next batch;
/// answers in their order.
async fn together<'s>(store: &'s Store, mut writes: Vec<Write<'s>>) -> Vec<Result<(), Failure>> {
    let (started, running) = mpsc::channel();
    let (release, released) = mpsc::channel::<()>();
    let mut busy: Write<'s> = Box::pin(store.write(move |_tx| {
        Box::pin(async move {
            started.send(()).unwrap();
            // Blocks the writer's thread until the other end is dropped.
            released.recv().unwrap_err();
            Ok(())
        })
    }));
    poll_fn(|cx| {
        assert!(busy.as_mut().poll(cx).is_pending());
        running.recv().unwrap();
        for write in &mut writes {
            assert!(write.as_mut().poll(cx).is_pending());
        }
        Poll::Ready(())
    })
    .await;
    drop(release);
    busy.await.unwrap();
    join_all(writes).await
}

fn note(store: &Store, number: i64) -> Write<'_> {
    Box::pin(async move { add_note(store, &format!("n{number}"), number).await })
}

#[tokio::test]
async fn writes_that_are_queued_together_share_one_commit() {
    let place = Place::sqlite();
    let store = place.open().await;
    let before = store.sqlite_commits();
    let results = together(&store, (0..100).map(|number| note(&store, number)).collect()).await;
    assert!(results.iter().all(Result::is_ok), "{results:?}");
    assert_eq!(count(&store).await, 100);
    // One for the write that kept the writer busy, one for the hundred.
    assert_eq!(store.sqlite_commits() - before, 2);
}

#[tokio::test]
async fn a_batch_has_a_limit() {
    let place = Place::sqlite();
    let store = place.open().await;
    let before = store.sqlite_commits();
    let results = together(&store, (0..1025).map(|number| note(&store, number)).collect()).await;
    assert!(results.iter().all(Result::is_ok));
    // 1 + 512 + 512 + 1
    assert_eq!(store.sqlite_commits() - before, 4);
}

#[tokio::test]
async fn one_failing_write_among_a_hundred_fails_alone() {
    let place = Place::sqlite();
    let store = place.open().await;
    let mut writes: Vec<Write<'_>> = (0..100).map(|number| note(&store, number)).collect();
    writes.insert(50, note(&store, 7));
    let mut results = together(&store, writes).await;
    let refused = results.remove(50);
    assert!(matches!(refused, Err(Failure::Conflict { .. })), "{refused:?}");
    assert!(results.iter().all(Result::is_ok), "{results:?}");
    assert_eq!(count(&store).await, 100);
}

#[tokio::test]
async fn one_panicking_write_among_many_fails_alone() {
    let place = Place::sqlite();
    let store = place.open().await;
    let mut writes: Vec<Write<'_>> = (0..10).map(|number| note(&store, number)).collect();
    writes.insert(
        5,
        Box::pin(store.write(|tx| {
            Box::pin(async move {
                tx.execute(&ADD_NOTE, &["x".into(), "team".into(), 99_i64.into(), Arg::Null])
                    .await?;
                panic!("in the middle of a write")
            })
        })),
    );
    let mut results = together(&store, writes).await;
    assert_eq!(
        results.remove(5),
        Err(Failure::Statement("a write panicked".to_owned()))
    );
    assert!(results.iter().all(Result::is_ok), "{results:?}");
    assert_eq!(count(&store).await, 10);
}

#[tokio::test]
async fn a_write_that_waits_for_something_else_is_refused_and_undone() {
    let place = Place::sqlite();
    let store = place.open().await;
    let write = store.write(|tx| {
        Box::pin(async move {
            tx.execute(&ADD_NOTE, &["x".into(), "team".into(), 1_i64.into(), Arg::Null])
                .await?;
            tokio::task::yield_now().await;
            Ok(())
        })
    });
    assert!(matches!(write.await, Err(Failure::Statement(_))));
    assert_eq!(count(&store).await, 0);
}

#[tokio::test]
async fn when_the_commit_fails_nothing_is_acknowledged() {
    let place = Place::sqlite();
    let store = place.open().await;
    let mut writes: Vec<Write<'_>> = (0..10).map(|number| note(&store, number)).collect();
    writes.push(Box::pin(store.write(|tx| {
        Box::pin(async move {
            tx.execute(&DEFER_REFERENCES, &[]).await?;
            tx.execute(&ADD_ORPHAN, &[]).await?;
            Ok(())
        })
    })));
    let results = together(&store, writes).await;
    assert!(
        results.iter().all(|result| *result == Err(Failure::Reference)),
        "{results:?}"
    );
    assert_eq!(count(&store).await, 0);
    add_note(&store, "after", 99).await.unwrap();
}

/// C5: a full disk.
#[tokio::test]
async fn c5_a_full_disk_is_told_reads_go_on_and_writes_recover_when_there_is_space() {
    let place = Place::sqlite();
    let store = place.open().await;
    add_note(&store, "before", 0).await.unwrap();
    let fill = store.write(|tx| Box::pin(async move { tx.optional(&FILL_DISK, &[], |_| Ok(())).await }));
    assert_eq!(fill.await, Ok::<_, Failure>(Some(())));
    let large = || {
        store.write(|tx| {
            Box::pin(async move {
                let body = vec![7_u8; 100_000];
                tx.execute(
                    &ADD_NOTE,
                    &["large".into(), "team".into(), 1_i64.into(), (&body).into()],
                )
                .await
            })
        })
    };
    assert!(matches!(large().await, Err(Failure::Unavailable(_))));
    assert_eq!(count(&store).await, 1);
    let free = store.write(|tx| Box::pin(async move { tx.optional(&FREE_DISK, &[], |_| Ok(())).await }));
    assert_eq!(free.await, Ok::<_, Failure>(Some(())));
    assert_eq!(large().await, Ok(1));
    assert_eq!(count(&store).await, 2);
}

#[tokio::test]
async fn a_write_sees_the_writes_before_it_in_the_same_batch() {
    let place = Place::sqlite();
    let store = place.open().await;
    let mut writes: Vec<Write<'_>> = vec![note(&store, 1)];
    writes.push(Box::pin(store.write(|tx| {
        Box::pin(async move {
            assert_eq!(tx.optional(&COUNT_NOTES, &[], |row| row.int(0)).await?, Some(1));
            Ok(())
        })
    })));
    assert_eq!(together(&store, writes).await, [Ok(()), Ok(())]);
}
