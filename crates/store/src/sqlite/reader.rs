//! Reads: a few connections, run inline on the caller's thread.
//!
//! A thread keeps to its own slot while that is free. Each slot holds one read transaction from statement
//! to statement, which saves the locking calls of a new one, and renews it when the writer has committed
//! since: a read always sees every acknowledged write. Held transactions keep a checkpoint from resetting
//! the log, so the writer asks for their release around each checkpoint.

use std::{
    cell::Cell,
    fs::File,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError, TryLockError,
        atomic::{AtomicU64, AtomicUsize, Ordering},
    },
};

use rusqlite::Connection;

use super::{failure, run};
use crate::{Arg, Failure, Row, Sql};

/// The read connections.
pub(crate) struct Readers {
    slots: Box<[Mutex<Reader>]>,
    commits: AtomicU64,
    // Declared last: the directory is given up after the connections are closed.
    _lock: Arc<File>,
}

struct Reader {
    connection: Connection,
    /// The commit count at which the transaction held here began.
    held: Option<u64>,
}

impl Readers {
    pub(super) fn new(connections: Vec<Connection>, lock: Arc<File>) -> Self {
        let slots = connections.into_iter().map(|connection| {
            Mutex::new(Reader {
                connection,
                held: None,
            })
        });
        Self {
            slots: slots.collect(),
            commits: AtomicU64::new(0),
            _lock: lock,
        }
    }

    /// The first row.
    pub(crate) fn optional<T>(
        &self,
        sql: &Sql,
        args: &[Arg<'_>],
        map: impl Fn(&Row<'_>) -> Result<T, Failure>,
    ) -> Result<Option<T>, Failure> {
        self.with(|connection| run::optional(connection, sql, args, map))
    }

    /// Every row.
    pub(crate) fn all<T>(
        &self,
        sql: &Sql,
        args: &[Arg<'_>],
        map: impl Fn(&Row<'_>) -> Result<T, Failure>,
    ) -> Result<Vec<T>, Failure> {
        self.with(|connection| run::all(connection, sql, args, map))
    }

    /// Says that something was committed. To be called before the commit is acknowledged.
    pub(super) fn committed(&self) {
        self.commits.fetch_add(1, Ordering::Release);
    }

    /// Commits so far.
    pub(super) fn commits(&self) -> u64 {
        self.commits.load(Ordering::Acquire)
    }

    /// Ends every held transaction, waiting for the statements that run in them.
    pub(super) fn release(&self) {
        for slot in &self.slots {
            slot.lock().unwrap_or_else(PoisonError::into_inner).release();
        }
    }

    fn with<T>(&self, work: impl FnOnce(&Connection) -> Result<T, Failure>) -> Result<T, Failure> {
        let mut reader = self.slot()?;
        reader.renew(self.commits())?;
        let result = work(&reader.connection);
        if result.is_err() {
            reader.release();
        }
        result
    }

    /// This thread's slot, or the next free one, or this thread's after a wait.
    fn slot(&self) -> Result<MutexGuard<'_, Reader>, Failure> {
        let own = thread_number().checked_rem(self.slots.len()).unwrap_or(0);
        let (before, from_own) = self.slots.split_at(own);
        for slot in from_own.iter().chain(before) {
            match slot.try_lock() {
                Ok(reader) => return Ok(reader),
                // A mapping function panicked; the connection itself is sound.
                Err(TryLockError::Poisoned(poisoned)) => return Ok(poisoned.into_inner()),
                Err(TryLockError::WouldBlock) => {}
            }
        }
        let own = from_own
            .first()
            .ok_or_else(|| Failure::Statement("no read connection".to_owned()))?;
        Ok(own.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Reader {
    /// A transaction that began at `commits` or later.
    fn renew(&mut self, commits: u64) -> Result<(), Failure> {
        if self.held == Some(commits) {
            return Ok(());
        }
        self.release();
        run::control(&self.connection, "BEGIN").map_err(|error| failure::sort("begin a read", &error))?;
        self.held = Some(commits);
        Ok(())
    }

    fn release(&mut self) {
        if self.held.take().is_some()
            && let Err(error) = run::control(&self.connection, "COMMIT")
        {
            // Nothing was written here; the next BEGIN fails visibly if the transaction is still open.
            tracing::warn!(error = %error, "a read transaction could not be ended");
        }
    }
}

/// Threads numbered in the order in which they first read, so that neighbours get slots of their own.
fn thread_number() -> usize {
    static NEXT: AtomicUsize = AtomicUsize::new(0);
    thread_local! {
        static OWN: Cell<Option<usize>> = const { Cell::new(None) };
    }
    OWN.get().unwrap_or_else(|| {
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        OWN.set(Some(number));
        number
    })
}
