//! Writes, seen by the one thread that makes them: commits in groups.
//!
//! It takes whatever is queued (no timer), runs each job in a savepoint of one transaction, commits once and
//! only then answers: many callers share one fsync. Jobs never wait, so a job's future is polled once.

use std::{
    sync::{
        Arc, Mutex, MutexGuard, OnceLock, PoisonError,
        mpsc::{Receiver, RecvTimeoutError},
    },
    time::Duration,
};

use rusqlite::Connection;

use super::{
    failure,
    job::{Job, Verdict},
    reader::Readers,
    run,
};
use crate::{Arg, Failure, Row, Sql, Tx};

/// The most jobs that share a commit: it bounds how long the first of them waits.
const MOST_JOBS: usize = 512;

/// Frames in the log, not yet in the file, that make a checkpoint due: 16 MiB of pages.
const CHECKPOINT_FRAMES: i64 = 4096;

/// The log file is cut back to this size when a larger burst is over: 64 MiB.
const LOG_BYTES_KEPT: i64 = 64 << 20;

/// A quiet time after which the log is brought into the file.
const IDLE: Duration = Duration::from_secs(1);

/// What the writer's thread owns.
pub(super) struct Worker {
    jobs: Receiver<Box<dyn Job>>,
    connection: Arc<WriterConnection>,
    readers: Arc<Readers>,
    /// Set when the disk failed in the middle of a commit: nothing is written from then on.
    halted: Arc<OnceLock<Failure>>,
    /// The log holds something that the file does not.
    behind: bool,
}

impl Worker {
    pub(super) fn new(
        jobs: Receiver<Box<dyn Job>>,
        connection: Connection,
        readers: Arc<Readers>,
        halted: Arc<OnceLock<Failure>>,
    ) -> Result<Self, Failure> {
        // SQLite's own checkpoints would delay answers and find readers in their way.
        connection
            .pragma_update(None, "wal_autocheckpoint", 0)
            .and_then(|()| connection.pragma_update(None, "journal_size_limit", LOG_BYTES_KEPT))
            .map_err(|error| failure::sort("set up the writer", &error))?;
        let connection = Arc::new(WriterConnection(Mutex::new(connection)));
        Ok(Self {
            jobs,
            connection,
            readers,
            halted,
            behind: false,
        })
    }

    /// Works until every sender is gone and the queue is empty.
    pub(super) fn run(mut self) {
        while let Some(jobs) = self.next() {
            self.commit(jobs);
            if self.log_is_long() {
                self.checkpoint();
            }
        }
        self.checkpoint();
    }

    fn next(&mut self) -> Option<Vec<Box<dyn Job>>> {
        let mut jobs = vec![self.first()?];
        jobs.extend(self.jobs.try_iter().take(MOST_JOBS.saturating_sub(1)));
        Some(jobs)
    }

    fn first(&mut self) -> Option<Box<dyn Job>> {
        if self.behind {
            match self.jobs.recv_timeout(IDLE) {
                Ok(job) => return Some(job),
                Err(RecvTimeoutError::Timeout) => self.checkpoint(),
                Err(RecvTimeoutError::Disconnected) => return None,
            }
        }
        self.jobs.recv().ok()
    }

    fn commit(&mut self, mut jobs: Vec<Box<dyn Job>>) {
        let committed = self.transaction(&mut jobs);
        if committed.is_ok() {
            self.readers.committed();
            self.behind = true;
        }
        for job in jobs {
            job.answer(committed.clone());
        }
    }

    /// One transaction for all jobs. A failure here is everyone's; a job's own failure is only its own.
    fn transaction(&self, jobs: &mut [Box<dyn Job>]) -> Result<(), Failure> {
        if let Some(failure) = self.halted.get() {
            return Err(failure.clone());
        }
        self.control("BEGIN IMMEDIATE")?;
        let result = jobs
            .iter_mut()
            .try_for_each(|job| self.savepoint(job.as_mut()))
            .and_then(|()| self.end());
        if result.is_err() {
            self.connection.abandon();
        }
        result
    }

    fn savepoint(&self, job: &mut dyn Job) -> Result<(), Failure> {
        self.control("SAVEPOINT job")?;
        let tx = Tx::sqlite_write(Arc::clone(&self.connection));
        let verdict = job.run(&tx);
        // Some failures (a full disk) make SQLite roll the whole transaction back, other jobs with it.
        if self.connection.lock().is_autocommit() {
            let lost = || Failure::Unavailable("the transaction was rolled back".to_owned());
            return Err(tx.doom().cloned().unwrap_or_else(lost));
        }
        if verdict == Verdict::Undo {
            self.control("ROLLBACK TO job")?;
        }
        self.control("RELEASE job")
    }

    fn end(&self) -> Result<(), Failure> {
        let connection = self.connection.lock();
        run::control(&connection, "COMMIT").map_err(|error| {
            let failure = failure::sort("commit", &error);
            // After a failed sync the system may have dropped pages and say so only once: trying again
            // could acknowledge what is not on the disk.
            if failure::is_io(&error) && self.halted.set(failure.clone()).is_ok() {
                tracing::error!(error = %error, "the disk failed during a commit; writes stop until a restart");
            }
            failure
        })
    }

    fn control(&self, text: &str) -> Result<(), Failure> {
        let connection = self.connection.lock();
        run::control(&connection, text).map_err(|error| failure::sort(text, &error))
    }

    fn log_is_long(&self) -> bool {
        // NOOP moves nothing: it reports (busy, frames in the log, frames already in the file).
        let connection = self.connection.lock();
        let frames = connection
            .prepare_cached("PRAGMA wal_checkpoint(NOOP)")
            .and_then(|mut pragma| pragma.query_row((), |row| Ok((row.get(1)?, row.get(2)?))));
        frames.is_ok_and(|(log, done): (i64, i64)| log.saturating_sub(done) >= CHECKPOINT_FRAMES)
    }

    /// Brings the log into the file and lets the next write start the log anew.
    ///
    /// Stale readers would keep the newest frames out of the file; readers of the log, even at its end,
    /// would keep it from starting anew. Those that begin in between read the file alone.
    fn checkpoint(&mut self) {
        self.behind = false;
        self.readers.release();
        let moved = self
            .connection
            .lock()
            .query_row("PRAGMA wal_checkpoint(PASSIVE)", (), |_| Ok(()));
        if let Err(error) = moved {
            tracing::warn!(error = %error, "the log could not be brought into the database file");
        }
        self.readers.release();
    }
}

/// The connection that writes, shared with the transaction that a job sees.
pub(crate) struct WriterConnection(Mutex<Connection>);

impl WriterConnection {
    pub(crate) fn execute(&self, sql: &Sql, args: &[Arg<'_>]) -> Result<u64, Failure> {
        run::execute(&self.lock(), sql, args)
    }

    pub(crate) fn optional<T>(
        &self,
        sql: &Sql,
        args: &[Arg<'_>],
        map: impl Fn(&Row<'_>) -> Result<T, Failure>,
    ) -> Result<Option<T>, Failure> {
        run::optional(&self.lock(), sql, args, map)
    }

    pub(crate) fn all<T>(
        &self,
        sql: &Sql,
        args: &[Arg<'_>],
        map: impl Fn(&Row<'_>) -> Result<T, Failure>,
    ) -> Result<Vec<T>, Failure> {
        run::all(&self.lock(), sql, args, map)
    }

    /// Ends a transaction that cannot be kept, if it is still open.
    fn abandon(&self) {
        let connection = self.lock();
        if !connection.is_autocommit()
            && let Err(error) = run::control(&connection, "ROLLBACK")
        {
            tracing::error!(error = %error, "a transaction could not be rolled back");
        }
    }

    fn lock(&self) -> MutexGuard<'_, Connection> {
        // A mapping function panicked in here; the connection itself is sound.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
