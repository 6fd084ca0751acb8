//! One caller's work on its way through the writer.
//!
//! A job knows its closure, its result and whom to answer; when it runs and whether it is kept is decided by
//! the writer's thread.

use std::panic::{AssertUnwindSafe, catch_unwind};

use futures_util::{FutureExt, future::BoxFuture};
use tokio::sync::oneshot;

use crate::{Failure, Tx};

/// What the writer's thread does with a job, whatever its types are.
pub(super) trait Job: Send {
    /// Does the work in its savepoint and says whether its changes may stay.
    fn run(&mut self, tx: &Tx) -> Verdict;
    /// Tells the caller: its own result when the batch was committed, the failure otherwise.
    fn answer(self: Box<Self>, committed: Result<(), Failure>);
}

/// Whether a job's changes may stay.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    Keep,
    Undo,
}

/// A closure of [`crate::Store::write`].
pub(super) struct Write<T, E, F> {
    work: Option<F>,
    result: Option<Result<T, E>>,
    reply: oneshot::Sender<Result<T, E>>,
}

impl<T, E, F> Write<T, E, F> {
    pub(super) fn new(work: F) -> (Self, oneshot::Receiver<Result<T, E>>) {
        let (reply, answer) = oneshot::channel();
        (
            Self {
                work: Some(work),
                result: None,
                reply,
            },
            answer,
        )
    }
}

impl<T, E, F> Job for Write<T, E, F>
where
    F: for<'t> FnOnce(&'t Tx) -> BoxFuture<'t, Result<T, E>> + Send,
    T: Send,
    E: From<Failure> + Send,
{
    fn run(&mut self, tx: &Tx) -> Verdict {
        let Some(work) = self.work.take() else {
            return Verdict::Undo;
        };
        // A panic stays the caller's: its savepoint is rolled back, the other jobs go on.
        let result = match catch_unwind(AssertUnwindSafe(|| work(tx).now_or_never())) {
            Ok(Some(result)) => result,
            Ok(None) => Err(E::from(Failure::Statement(
                "a write waited for something else".to_owned(),
            ))),
            Err(_panic) => Err(E::from(Failure::Statement("a write panicked".to_owned()))),
        };
        let result = match (result, tx.doom()) {
            (Ok(_), Some(failure)) => Err(E::from(failure.clone())),
            (result, _) => result,
        };
        let verdict = if result.is_ok() {
            Verdict::Keep
        } else {
            Verdict::Undo
        };
        self.result = Some(result);
        verdict
    }

    fn answer(self: Box<Self>, committed: Result<(), Failure>) {
        let lost = || Err(E::from(Failure::Unavailable("the write was not run".to_owned())));
        let result = match committed {
            Ok(()) => self.result.unwrap_or_else(lost),
            Err(failure) => Err(E::from(failure)),
        };
        // A caller that went away is not told; the work stands all the same.
        drop(self.reply.send(result));
    }
}
