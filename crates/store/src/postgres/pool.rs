//! Transactions: a small pool of connections, each used by one transaction at a time.
//!
//! A connection goes back only after a clean COMMIT or ROLLBACK; one in doubt is closed, and the server
//! rolls back what was open on it.

use std::{
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use futures_util::future::BoxFuture;
use tokio::{
    sync::{OwnedSemaphorePermit, Semaphore},
    time::timeout,
};

use super::{
    connection::Connection,
    connector::{Connector, Role},
};
use crate::{Failure, Tx};

/// Transactions under way at once.
pub(crate) const MOST_TRANSACTIONS: u32 = 8;

/// How long a transaction waits for its turn, and closing for those under way.
const WAIT: Duration = Duration::from_secs(5);

/// The connections for transactions.
pub(crate) struct Pool {
    connector: Arc<Connector>,
    idle: Mutex<Vec<Arc<Connection>>>,
    turns: Arc<Semaphore>,
}

impl Pool {
    pub(super) fn new(connector: Arc<Connector>) -> Self {
        let turns = usize::try_from(MOST_TRANSACTIONS).unwrap_or(1);
        Self {
            connector,
            idle: Mutex::default(),
            turns: Arc::new(Semaphore::new(turns)),
        }
    }

    /// Runs `work` in one transaction, in a task of its own: a caller that goes away cannot leave it open.
    pub(crate) async fn write<T, E, F>(self: &Arc<Self>, work: F) -> Result<T, E>
    where
        F: for<'t> FnOnce(&'t Tx) -> BoxFuture<'t, Result<T, E>> + Send + 'static,
        T: Send + 'static,
        E: From<Failure> + Send + 'static,
    {
        let turn = self.turn().await?;
        let pool = Arc::clone(self);
        let task = tokio::spawn(async move {
            let result = pool.transaction(work).await;
            drop(turn);
            result
        });
        task.await.unwrap_or_else(|stopped| {
            let failure = if stopped.is_panic() {
                Failure::Statement("a write panicked".to_owned())
            } else {
                Failure::Unavailable("the program is stopping".to_owned())
            };
            Err(failure.into())
        })
    }

    /// Waits for the transactions under way, then closes the connections. No new ones begin.
    pub(crate) async fn close(&self) {
        if timeout(WAIT, self.turns.acquire_many(MOST_TRANSACTIONS))
            .await
            .is_err()
        {
            tracing::warn!("transactions were still under way when the database was closed");
        }
        self.turns.close();
        self.idle.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }

    async fn turn(&self) -> Result<OwnedSemaphorePermit, Failure> {
        match timeout(WAIT, Arc::clone(&self.turns).acquire_owned()).await {
            Ok(Ok(turn)) => Ok(turn),
            Ok(Err(_closed)) => Err(Failure::Unavailable("the database is closed".to_owned())),
            Err(_late) => Err(Failure::Unavailable(
                "too many transactions are waiting".to_owned(),
            )),
        }
    }

    async fn transaction<T, E, F>(&self, work: F) -> Result<T, E>
    where
        F: for<'t> FnOnce(&'t Tx) -> BoxFuture<'t, Result<T, E>> + Send,
        E: From<Failure>,
    {
        let connection = self.begin().await?;
        let tx = Tx::postgres_write(Arc::clone(&connection));
        let result = match (work(&tx).await, tx.doom()) {
            // PostgreSQL would answer COMMIT with a rollback here, and call it a success.
            (Ok(_), Some(failure)) => Err(E::from(failure.clone())),
            (result, _) => result,
        };
        if result.is_ok() {
            connection.control("COMMIT").await?;
            self.give_back(connection);
        } else if connection.control("ROLLBACK").await.is_ok() {
            self.give_back(connection);
        }
        result
    }

    /// A connection with a transaction begun. An idle one may turn out to be broken: nothing has happened on
    /// it yet, so the next one is taken.
    async fn begin(&self) -> Result<Arc<Connection>, Failure> {
        while let Some(connection) = self.take_idle() {
            if !connection.is_closed() && connection.control("BEGIN").await.is_ok() {
                return Ok(connection);
            }
        }
        let connection = self.connector.connect(Role::Writer).await?;
        connection.control("BEGIN").await?;
        Ok(connection)
    }

    fn take_idle(&self) -> Option<Arc<Connection>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop()
    }

    fn give_back(&self, connection: Arc<Connection>) {
        self.idle
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push(connection);
    }
}
