//! Reads: two connections that all callers share.
//!
//! The driver pipelines, so a caller does not wait for another's answer; more connections were measured to
//! cost more than they bring. Only single statements may go here: a transaction needs a connection of its own.

use std::{
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use tokio::time::timeout;

use super::{
    connection::Connection,
    connector::{Connector, Role},
};
use crate::{Arg, Failure, Sql};

/// How long a caller waits for another one that is connecting.
const WAIT: Duration = Duration::from_secs(5);

/// The read connections.
pub(crate) struct Shared {
    connector: Arc<Connector>,
    slots: [Slot; 2],
    next: AtomicUsize,
}

#[derive(Default)]
struct Slot {
    current: Mutex<Option<Arc<Connection>>>,
    connecting: tokio::sync::Mutex<()>,
}

impl Shared {
    pub(super) fn new(connector: Arc<Connector>) -> Self {
        Self {
            connector,
            slots: Default::default(),
            next: AtomicUsize::new(0),
        }
    }

    /// The rows of the answer.
    ///
    /// A read changes nothing, so one that finds its connection broken is tried once more on a new one.
    pub(crate) async fn query(
        &self,
        sql: &'static Sql,
        args: &[Arg<'_>],
    ) -> Result<Vec<tokio_postgres::Row>, Failure> {
        let connection = self.connection().await?;
        match connection.query(sql, args).await {
            Err(Failure::Unavailable(_)) if connection.is_closed() => {
                self.connection().await?.query(sql, args).await
            }
            result => result,
        }
    }

    async fn connection(&self) -> Result<Arc<Connection>, Failure> {
        let turn = self.next.fetch_add(1, Ordering::Relaxed);
        let [first, second] = &self.slots;
        let slot = if turn.is_multiple_of(2) { first } else { second };
        if let Some(connection) = slot.open() {
            return Ok(connection);
        }
        let late = |_late| Failure::Unavailable("PostgreSQL is being reconnected".to_owned());
        let connecting = timeout(WAIT, slot.connecting.lock()).await.map_err(late)?;
        if let Some(connection) = slot.open() {
            return Ok(connection);
        }
        let connection = self.connector.connect(Role::Reader).await?;
        *slot.current.lock().unwrap_or_else(PoisonError::into_inner) = Some(Arc::clone(&connection));
        drop(connecting);
        Ok(connection)
    }
}

impl Slot {
    fn open(&self) -> Option<Arc<Connection>> {
        let current = self.current.lock().unwrap_or_else(PoisonError::into_inner);
        current
            .as_ref()
            .filter(|connection| !connection.is_closed())
            .cloned()
    }
}
