//! PostgreSQL: few shared connections for reads, a small pool for transactions.
//!
//! No TLS: the server is on a private network or behind a tunnel, and a URL that demands TLS is refused.

mod connection;
mod connector;
mod failure;
mod migrate;
mod pool;
mod shared;

use std::sync::Arc;

use selvedge_model::Sensitive;

pub(crate) use connection::Connection;
use connector::Connector;
#[cfg(test)]
pub(crate) use pool::MOST_TRANSACTIONS;
pub(crate) use pool::Pool;
pub(crate) use shared::Shared;

use crate::{OpenError, migrate::Plan};

/// The oldest release that is tested.
const OLDEST: (u32, &str) = (15, "15");

/// Reaches the server, checks its version and applies what is due.
pub(crate) async fn open(url: &Sensitive, plan: Plan) -> Result<(Arc<Pool>, Arc<Shared>), OpenError> {
    let connector = Arc::new(Connector::new(url)?);
    let (client, found) = connector.client().await?;
    check_version(&found)?;
    migrate::run(client, plan).await?;
    Ok((
        Arc::new(Pool::new(Arc::clone(&connector))),
        Arc::new(Shared::new(connector)),
    ))
}

/// Releases are named `15.8 (Debian …)`, `16beta1`, `18.0`: the first digits decide.
pub(crate) fn check_version(found: &str) -> Result<(), OpenError> {
    let major: String = found.chars().take_while(char::is_ascii_digit).collect();
    if major.parse().is_ok_and(|major: u32| major >= OLDEST.0) {
        return Ok(());
    }
    Err(OpenError::OldEngine {
        engine: "PostgreSQL",
        found: found.to_owned(),
        needed: OLDEST.1,
    })
}
