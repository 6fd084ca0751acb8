//! Selvedge from outside: the real binary as a child process, and plain sockets to talk to it.
//!
//! Nothing here looks into the process; what can be tested in process is tested there.

mod binary;
mod dice;
mod http;
mod server;

pub use binary::binary;
pub use dice::Dice;
pub use http::{Connection, Reply, request};
pub use server::{Launch, Server};

/// One pair of API keys.
#[derive(Clone)]
#[expect(missing_debug_implementations, reason = "holds a secret")]
pub struct Keys {
    /// The public half.
    pub client_id: String,
    /// The secret half.
    pub secret: String,
}
