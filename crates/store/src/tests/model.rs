//! Random writes against a model: whatever happens to its neighbours, a write is kept or undone as a whole.

use std::collections::BTreeMap;

use futures_util::future::join_all;
use proptest::{collection::vec, prelude::*, test_runner::Config};
use tokio::runtime::Builder;

use super::bench::{ADD_NOTE, NOTES, Place};
use crate::{Arg, Failure, Store};

/// A write that adds two notes, and how it ends.
#[derive(Debug, Clone)]
struct Step {
    ids: [String; 2],
    body: Vec<u8>,
    ending: Ending,
}

#[derive(Debug, Clone, Copy)]
enum Ending {
    Keep,
    Refuse,
    Panic,
}

fn step() -> impl Strategy<Value = Step> {
    let ending = prop_oneof![4 => Just(Ending::Keep), 1 => Just(Ending::Refuse), 1 => Just(Ending::Panic)];
    let id = "[a-d]{1,2}";
    (id, id, vec(any::<u8>(), 0..40), ending).prop_map(|(first, second, body, ending)| Step {
        ids: [first, second],
        body,
        ending,
    })
}

async fn run(store: &Store, number: usize, step: Step) -> Result<(), Failure> {
    let number = i64::try_from(number).unwrap();
    let write = store.write(move |tx| {
        Box::pin(async move {
            for (id, seq) in step.ids.iter().zip([number * 2, number * 2 + 1]) {
                let args = [Arg::from(id), "team".into(), seq.into(), (&step.body).into()];
                tx.execute(&ADD_NOTE, &args).await?;
            }
            match step.ending {
                Ending::Keep => Ok(()),
                Ending::Refuse => Err(Failure::Reference),
                Ending::Panic => panic!("at the end of a write"),
            }
        })
    });
    write.await
}

proptest! {
    #![proptest_config(Config { cases: 48, ..Config::default() })]

    #[test]
    fn writes_are_kept_or_undone_as_a_whole(steps in vec(step(), 1..40)) {
        let runtime = Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let place = Place::sqlite();
            let store = place.open().await;
            // The queue keeps the order, so the model can say what each write met.
            let runs = steps.iter().cloned().enumerate().map(|(number, step)| run(&store, number, step));
            let results = join_all(runs).await;
            let mut model = BTreeMap::new();
            for (step, result) in steps.iter().zip(&results) {
                let [first, second] = &step.ids;
                let clash = first == second || model.contains_key(first) || model.contains_key(second);
                match (clash, step.ending, result) {
                    (false, Ending::Keep, Ok(())) => {
                        model.extend(step.ids.iter().map(|id| (id.clone(), step.body.clone())));
                    }
                    (true, _, Err(Failure::Conflict { .. }))
                    | (false, Ending::Refuse, Err(Failure::Reference))
                    | (false, Ending::Panic, Err(Failure::Statement(_))) => {}
                    (clash, ending, result) => panic!("clash {clash}, {ending:?}: {result:?}"),
                }
            }
            store.close().await;
            let store = place.open().await;
            let (reader, team) = (store.reader(), ["team".into()]);
            let found = reader.all(&NOTES, &team, |row| Ok((row.text(0)?.to_owned(), row.bytes(2)?.to_vec())));
            assert_eq!(found.await.unwrap().into_iter().collect::<BTreeMap<_, _>>(), model);
        });
    }
}
