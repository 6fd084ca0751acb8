//! What both engines promise in the same words.

use std::{
    future::poll_fn,
    pin::pin,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    task::Poll,
};

use futures_util::future::join_all;
use selvedge_model::ErrorCode;

use super::bench::{
    ADD_NOTE, ADD_REPLY, ADD_SAMPLE, COUNT_NOTES, NOTE_ID, NOTE_SEQ, NOTES, Place, SAMPLE, USE_NOTE,
    USE_NOTE_RETURNING, add_note, count, noon,
};
use crate::{Arg, Failure};

#[tokio::test]
async fn every_kind_of_argument_comes_back_as_it_was_bound() {
    for place in Place::each().await {
        let store = place.open().await;
        let write = store.write(|tx| {
            Box::pin(async move {
                let bytes: [u8; 3] = [0, 255, 7];
                let full = [
                    "ü\u{1f9f5}'".into(),
                    i64::MIN.into(),
                    (&bytes).into(),
                    true.into(),
                    noon().into(),
                ];
                tx.execute(&ADD_SAMPLE, &full).await?;
                let none = [
                    Arg::from("empty"),
                    Arg::Null,
                    None::<&[u8]>.into(),
                    false.into(),
                    None::<i64>.into(),
                ];
                tx.execute(&ADD_SAMPLE, &none).await
            })
        });
        assert_eq!(write.await, Ok::<_, Failure>(1));
        let reader = store.reader();
        let key = ["ü\u{1f9f5}'".into()];
        let full = reader.optional(&SAMPLE, &key, |row| {
            assert_eq!(row.text(0)?, "ü\u{1f9f5}'");
            assert_eq!(row.int(1)?, i64::MIN);
            assert_eq!(row.bytes(2)?, [0, 255, 7]);
            assert!(row.flag(3)?);
            assert_eq!(row.time(4)?, noon());
            assert_eq!(row.opt_time(4)?, Some(noon()));
            Ok(())
        });
        assert_eq!(full.await, Ok(Some(())));
        let key = ["empty".into()];
        let empty = reader.optional(&SAMPLE, &key, |row| {
            assert_eq!(row.opt_int(1)?, None);
            assert_eq!(row.opt_bytes(2)?, None);
            assert!(!row.flag(3)?);
            assert_eq!(row.opt_time(4)?, None);
            assert!(matches!(row.bytes(2), Err(Failure::Corrupt(_))));
            assert!(matches!(row.text(1), Err(Failure::Corrupt(_))));
            Ok(())
        });
        assert_eq!(empty.await, Ok(Some(())));
        assert_eq!(
            store
                .reader()
                .optional(&SAMPLE, &["absent".into()], |_| Ok(()))
                .await,
            Ok(None)
        );
    }
}

#[tokio::test]
async fn rows_come_in_the_statements_order_and_comparisons_are_flags() {
    for place in Place::each().await {
        let store = place.open().await;
        for (id, seq) in [("b", 2), ("a", 1), ("c", 3)] {
            add_note(&store, id, seq).await.unwrap();
        }
        let (reader, team) = (store.reader(), ["team".into()]);
        let notes = reader.all(&NOTES, &team, |row| {
            Ok((
                row.text(0)?.to_owned(),
                row.int(1)?,
                row.opt_time(3)?,
                row.flag(4)?,
            ))
        });
        let expected = [("a", 1), ("b", 2), ("c", 3)].map(|(id, seq)| (id.to_owned(), seq, None, true));
        assert_eq!(notes.await.unwrap(), expected);
    }
}

#[tokio::test]
async fn a_value_of_another_type_is_damage_and_never_a_default() {
    for place in Place::each().await {
        let store = place.open().await;
        add_note(&store, "a", 2).await.unwrap();
        let reader = store.reader();
        let as_int = reader.optional(&NOTE_ID, &["a".into()], |row| row.int(0)).await;
        assert!(matches!(as_int, Err(Failure::Corrupt(_))), "{as_int:?}");
        let as_text = reader
            .optional(&NOTE_SEQ, &["a".into()], |row| row.text(0).map(str::to_owned))
            .await;
        assert!(matches!(as_text, Err(Failure::Corrupt(_))), "{as_text:?}");
        let as_flag = reader.optional(&NOTE_SEQ, &["a".into()], |row| row.flag(0)).await;
        assert!(matches!(as_flag, Err(Failure::Corrupt(_))), "{as_flag:?}");
        // The reader is as good as before.
        assert_eq!(count(&store).await, 1);
    }
}

#[tokio::test]
async fn a_wrong_number_of_arguments_is_refused() {
    for place in Place::each().await {
        let store = place.open().await;
        let reader = store.reader();
        for args in [&[][..], &[Arg::from("a"), "b".into()]] {
            let refused = reader.optional(&NOTE_SEQ, args, |_| Ok(())).await;
            assert!(matches!(refused, Err(Failure::Statement(_))), "{refused:?}");
        }
    }
}

#[tokio::test]
async fn a_write_that_answers_an_error_leaves_nothing() {
    for place in Place::each().await {
        let store = place.open().await;
        let write = store.write(|tx| {
            Box::pin(async move {
                tx.execute(&ADD_NOTE, &["a".into(), "team".into(), 1_i64.into(), Arg::Null])
                    .await?;
                assert_eq!(tx.optional(&COUNT_NOTES, &[], |row| row.int(0)).await?, Some(1));
                Err::<(), _>(selvedge_model::Error::new(ErrorCode::InvalidField))
            })
        });
        assert_eq!(write.await.unwrap_err().code, ErrorCode::InvalidField);
        assert_eq!(count(&store).await, 0);
    }
}

#[tokio::test]
async fn a_taken_key_is_a_conflict_of_the_same_name_on_both_engines() {
    for place in Place::each().await {
        let store = place.open().await;
        add_note(&store, "a", 1).await.unwrap();
        let conflict = |name: &str| {
            Err(Failure::Conflict {
                constraint: name.to_owned(),
            })
        };
        assert_eq!(add_note(&store, "a", 2).await, conflict("notes_pkey"));
        assert_eq!(add_note(&store, "b", 1).await, conflict("notes_team_seq_key"));
        assert_eq!(add_note(&store, "b", 2).await, Ok(()));
        let reply = |id: &'static str| {
            store.write(move |tx| {
                Box::pin(async move { tx.execute(&ADD_REPLY, &[id.into(), "a".into()]).await })
            })
        };
        assert_eq!(reply("r").await, Ok(1));
        let taken = Err(Failure::Conflict {
            constraint: "replies_lower".to_owned(),
        });
        assert_eq!(reply("R").await, taken);
    }
}

#[tokio::test]
async fn a_row_that_refers_to_nothing_is_refused() {
    for place in Place::each().await {
        let store = place.open().await;
        let write = store.write(|tx| {
            Box::pin(async move { tx.execute(&ADD_REPLY, &["r".into(), "absent".into()]).await })
        });
        assert_eq!(write.await, Err(Failure::Reference));
    }
}

#[tokio::test]
async fn a_transaction_with_a_failed_statement_cannot_be_kept() {
    for place in Place::each().await {
        let store = place.open().await;
        add_note(&store, "a", 1).await.unwrap();
        let write = store.write(|tx| {
            Box::pin(async move {
                let args = |id, seq: i64| [Arg::from(id), "team".into(), seq.into(), Arg::Null];
                tx.execute(&ADD_NOTE, &args("b", 2)).await?;
                let first = tx.execute(&ADD_NOTE, &args("a", 3)).await;
                assert!(matches!(first, Err(Failure::Conflict { .. })));
                assert_eq!(tx.execute(&ADD_NOTE, &args("c", 3)).await, first);
                Ok(())
            })
        });
        assert!(matches!(write.await, Err(Failure::Conflict { .. })));
        assert_eq!(count(&store).await, 1);
    }
}

#[tokio::test]
async fn a_reader_changes_nothing() {
    for place in Place::each().await {
        let store = place.open().await;
        add_note(&store, "a", 1).await.unwrap();
        let args = [noon().into(), "a".into()];
        let executed = store.reader().execute(&USE_NOTE, &args).await;
        assert!(matches!(executed, Err(Failure::Statement(_))), "{executed:?}");
        let returned = store
            .reader()
            .optional(&USE_NOTE_RETURNING, &args, |_| Ok(()))
            .await;
        assert!(returned.is_err(), "{returned:?}");
        let unused = store
            .write(|tx| Box::pin(async move { tx.execute(&USE_NOTE, &[noon().into(), "a".into()]).await }));
        assert_eq!(unused.await, Ok::<_, Failure>(1));
    }
}

#[tokio::test]
async fn a_panicking_write_is_undone_and_the_next_one_goes_on() {
    for place in Place::each().await {
        let store = place.open().await;
        let write = store.write::<(), Failure, _>(|tx| {
            Box::pin(async move {
                tx.execute(&ADD_NOTE, &["a".into(), "team".into(), 1_i64.into(), Arg::Null])
                    .await?;
                tx.optional(&COUNT_NOTES, &[], |_| -> Result<(), Failure> {
                    panic!("in a mapping function")
                })
                .await?;
                Ok(())
            })
        });
        assert!(matches!(write.await, Err(Failure::Statement(_))));
        assert_eq!(count(&store).await, 0);
        add_note(&store, "b", 1).await.unwrap();
        assert_eq!(count(&store).await, 1);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn one_of_many_racing_writes_wins() {
    for place in Place::each().await {
        let store = place.open().await;
        add_note(&store, "a", 1).await.unwrap();
        let race = (0..64).map(|_| {
            store.write(|tx| {
                Box::pin(async move {
                    let args = [noon().into(), "a".into()];
                    tx.optional(&USE_NOTE_RETURNING, &args, |row| Ok(row.bytes(0)?.to_vec()))
                        .await
                })
            })
        });
        let results: Vec<_> = join_all(race)
            .await
            .into_iter()
            .map(Result::<_, Failure>::unwrap)
            .collect();
        assert_eq!(results.iter().flatten().collect::<Vec<_>>(), [b"body"]);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn every_later_read_on_any_thread_sees_an_acknowledged_write() {
    for place in Place::each().await {
        let store = Arc::new(place.open().await);
        let acknowledged = Arc::new(AtomicUsize::new(0));
        let readers = (0..4).map(|_| {
            let (store, acknowledged) = (Arc::clone(&store), Arc::clone(&acknowledged));
            tokio::spawn(async move {
                loop {
                    let at_least = acknowledged.load(Ordering::Acquire);
                    let found = usize::try_from(count(&store).await).unwrap();
                    assert!(
                        found >= at_least,
                        "read {found} notes after {at_least} were acknowledged"
                    );
                    if found == 300 {
                        return;
                    }
                    tokio::task::yield_now().await;
                }
            })
        });
        let readers: Vec<_> = readers.collect();
        for seq in 0..300 {
            add_note(&store, &format!("n{seq}"), seq).await.unwrap();
            acknowledged.fetch_add(1, Ordering::Release);
        }
        for reader in readers {
            reader.await.unwrap();
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_write_whose_caller_goes_away_is_finished() {
    for place in Place::each().await {
        let store = place.open().await;
        add_note(&store, "before", 0).await.unwrap();
        {
            let mut write = pin!(add_note(&store, "orphan", 1));
            poll_fn(|cx| {
                assert!(write.as_mut().poll(cx).is_pending());
                Poll::Ready(())
            })
            .await;
        }
        store.close().await;
        let store = place.open().await;
        assert_eq!(count(&store).await, 2);
    }
}

#[tokio::test]
async fn a_store_is_ready_only_while_its_schema_is_there() {
    for place in Place::each().await {
        let store = place.open().await;
        assert_eq!(store.ready().await, Ok(()));
        assert_eq!(store.schema_version(), 1);
        place.run("DELETE FROM schema_migrations").await;
        // A change made behind the store's back is seen with the next renewal of the readers.
        add_note(&store, "a", 1).await.unwrap();
        assert!(matches!(store.ready().await, Err(Failure::Unavailable(_))));
    }
}

#[test]
fn a_failure_tells_what_the_client_can_do_about_it() {
    let failures = [
        (
            Failure::Unavailable("full".to_owned()),
            ErrorCode::PlannedMaintenance,
        ),
        (
            Failure::Conflict {
                constraint: "notes_pkey".to_owned(),
            },
            ErrorCode::InternalServerError,
        ),
        (Failure::Reference, ErrorCode::InvalidApiKeys),
        (
            Failure::Corrupt("page".to_owned()),
            ErrorCode::InternalServerError,
        ),
        (
            Failure::Statement("syntax".to_owned()),
            ErrorCode::InternalServerError,
        ),
    ];
    for (failure, code) in failures {
        let words = failure.to_string();
        let error = selvedge_model::Error::from(failure);
        assert_eq!(error.code, code);
        assert_eq!(error.context, Some(words));
    }
}

#[test]
fn an_argument_never_prints_its_value() {
    let args = [
        Arg::from("4111"),
        Arg::from(4111_i64),
        Arg::from(b"4111"),
        Arg::Null,
    ];
    assert_eq!(format!("{args:?}"), "[text, int, bytes, null]");
}
