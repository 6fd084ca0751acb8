//! Writes, seen by the caller: queue the work, wait until it is durable.
//!
//! The queue has no bound of its own: the transport bounds how many requests are under way.

use std::{
    fs::File,
    sync::{
        Arc, OnceLock,
        mpsc::{self, Sender},
    },
    thread::{self, JoinHandle},
};

use futures_util::future::BoxFuture;
use rusqlite::Connection;

use super::{
    job::{Job, Write},
    reader::Readers,
    worker::Worker,
};
use crate::{Failure, OpenError, Tx};

/// The handle to the writer's thread. Dropping it empties the queue and waits for the thread.
pub(crate) struct Writer {
    queue: Option<Sender<Box<dyn Job>>>,
    thread: Option<JoinHandle<()>>,
    halted: Arc<OnceLock<Failure>>,
    #[cfg(test)]
    readers: Arc<Readers>,
}

impl Writer {
    /// Starts the thread, which keeps the lock for as long as it lives.
    pub(super) fn start(
        connection: Connection,
        readers: Arc<Readers>,
        lock: Arc<File>,
    ) -> Result<Self, OpenError> {
        let (queue, jobs) = mpsc::channel();
        let halted = Arc::new(OnceLock::new());
        #[cfg(test)]
        let for_counting = Arc::clone(&readers);
        let worker = Worker::new(jobs, connection, readers, Arc::clone(&halted))?;
        let thread = thread::Builder::new()
            .name("store-writer".to_owned())
            .spawn(move || {
                worker.run();
                drop(lock);
            })
            .map_err(|error| Failure::Unavailable(format!("start the writer's thread: {error}")))?;
        Ok(Self {
            queue: Some(queue),
            thread: Some(thread),
            halted,
            #[cfg(test)]
            readers: for_counting,
        })
    }

    /// Queues `work` and waits until it is durable.
    pub(crate) async fn write<T, E, F>(&self, work: F) -> Result<T, E>
    where
        F: for<'t> FnOnce(&'t Tx) -> BoxFuture<'t, Result<T, E>> + Send + 'static,
        T: Send + 'static,
        E: From<Failure> + Send + 'static,
    {
        let stopped = || Failure::Unavailable("the writer has stopped".to_owned());
        let (job, answer) = Write::new(work);
        self.queue
            .as_ref()
            .ok_or_else(stopped)?
            .send(Box::new(job))
            .map_err(|_unsent| stopped())?;
        answer.await.unwrap_or_else(|_gone| Err(stopped().into()))
    }

    /// Whether writes are still taken.
    pub(crate) fn usable(&self) -> Result<(), Failure> {
        self.halted.get().map_or(Ok(()), |failure| Err(failure.clone()))
    }

    /// Commits so far.
    #[cfg(test)]
    pub(crate) fn commits(&self) -> u64 {
        self.readers.commits()
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        drop(self.queue.take());
        if self.thread.take().is_some_and(|thread| thread.join().is_err()) {
            tracing::error!("the writer's thread panicked");
        }
    }
}
