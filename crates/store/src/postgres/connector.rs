//! How to reach the server: the URL, kept private, and what every connection is told first.
//!
//! It keeps no connections: see `pool` and `shared`.

use std::{sync::Arc, time::Duration};

use selvedge_model::Sensitive;
use tokio::time::timeout;
use tokio_postgres::{Client, Config, NoTls, config::SslMode};

use super::{connection::Connection, failure};
use crate::{Failure, OpenError};

/// How long a connection may take to be ready.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(5);

/// How long sent bytes may stay unacknowledged before the peer is taken for dead.
const PEER_TIMEOUT: Duration = Duration::from_secs(10);

/// What a connection is for.
#[derive(Debug, Clone, Copy)]
pub(super) enum Role {
    /// Single statements that change nothing.
    Reader,
    /// Transactions.
    Writer,
}

impl Role {
    fn setup(self) -> &'static str {
        match self {
            Self::Reader => "SET default_transaction_read_only = on",
            // An acknowledged write must survive a crash, even where the server's default says otherwise;
            // and a node that hangs must not keep rows locked for the others.
            Self::Writer => {
                "SELECT set_config('synchronous_commit', 'on', false)
                  WHERE current_setting('synchronous_commit') = 'off';
                 SET idle_in_transaction_session_timeout = '15s';
                 SET lock_timeout = '10s'"
            }
        }
    }
}

/// The way to the server.
pub(super) struct Connector(Config);

impl Connector {
    pub(super) fn new(url: &Sensitive) -> Result<Self, OpenError> {
        // What the parser says may quote a part of the password, so it is not passed on.
        let Ok(mut config) = url.expose().parse::<Config>() else {
            return Err(OpenError::BadUrl);
        };
        if config.get_ssl_mode() == SslMode::Require {
            return Err(OpenError::TlsWanted);
        }
        if config.get_application_name().is_none() {
            config.application_name("selvedge");
        }
        if config.get_tcp_user_timeout().is_none() {
            config.tcp_user_timeout(PEER_TIMEOUT);
        }
        Ok(Self(config))
    }

    /// A connection set up for `role`.
    pub(super) async fn connect(&self, role: Role) -> Result<Arc<Connection>, Failure> {
        let (client, _version) = self.client().await?;
        let ready = timeout(CONNECT_TIMEOUT, client.batch_execute(role.setup())).await;
        ready
            .map_err(|_late| late())?
            .map_err(|error| failure::sort("set up a connection", &error))?;
        Ok(Arc::new(Connection::new(client)))
    }

    /// A bare connection, and the server's version.
    pub(super) async fn client(&self) -> Result<(Client, String), Failure> {
        let (client, connection) = timeout(CONNECT_TIMEOUT, self.0.connect(NoTls))
            .await
            .map_err(|_late| late())?
            .map_err(|error| failure::unreachable("connect to PostgreSQL", &error))?;
        let version = connection
            .parameter("server_version")
            .unwrap_or_default()
            .to_owned();
        tokio::spawn(async move {
            if let Err(error) = connection.await {
                let failure = failure::unreachable("keep a connection", &error);
                tracing::warn!(error = %failure, "a connection to PostgreSQL ended");
            }
        });
        Ok((client, version))
    }
}

fn late() -> Failure {
    Failure::Unavailable("PostgreSQL did not answer in time".to_owned())
}
