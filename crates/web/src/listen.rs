//! Binding the address, with an error that says what to do.
//!
//! It does not accept: that is `serve`.

use std::io;
use std::net::SocketAddr;
use tokio::net::TcpListener;

/// A bound address that has not been served yet.
#[derive(Debug)]
pub struct Listener {
    pub(crate) socket: TcpListener,
    address: SocketAddr,
}

impl Listener {
    /// The address that was bound; its port is never 0.
    pub fn address(&self) -> SocketAddr {
        self.address
    }
}

/// Why an address could not be bound.
#[derive(Debug, thiserror::Error)]
pub enum BindError {
    /// Another socket has the address.
    #[error(
        "cannot listen on {0}: another process has this address; stop it or choose another with --listen"
    )]
    Taken(SocketAddr),
    /// The port is reserved for privileged processes.
    #[error("cannot listen on {0}: not permitted; choose a port above 1023 with --listen")]
    Forbidden(SocketAddr),
    /// The address is not one of this machine.
    #[error("cannot listen on {0}: this machine has no such address; choose another with --listen")]
    Foreign(SocketAddr),
    /// Anything else.
    #[error("cannot listen on {address}: {source}; choose another address with --listen")]
    Other {
        /// What was to be bound.
        address: SocketAddr,
        /// What the operating system said.
        source: io::Error,
    },
}

impl BindError {
    fn explain(address: SocketAddr, source: io::Error) -> Self {
        let kind = source.kind();
        if kind == io::ErrorKind::AddrInUse {
            Self::Taken(address)
        } else if kind == io::ErrorKind::PermissionDenied {
            Self::Forbidden(address)
        } else if kind == io::ErrorKind::AddrNotAvailable {
            Self::Foreign(address)
        } else {
            Self::Other { address, source }
        }
    }
}

/// Binds `address`; port 0 takes a free one.
pub async fn bind(address: SocketAddr) -> Result<Listener, BindError> {
    let socket = TcpListener::bind(address)
        .await
        .map_err(|source| BindError::explain(address, source))?;
    let address = socket
        .local_addr()
        .map_err(|source| BindError::Other { address, source })?;
    Ok(Listener { socket, address })
}
