//! The contract as types, tested from outside: every endpoint's example, what a wrong body is told, hostile
//! JSON, the values that must survive exactly, and the published schema beside the public one.
//!
//! Nothing here is about credentials' worth, tokens or state: those are tested where they are decided.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at the first surprise"
)]

mod bodies;
mod errors;
mod examples;
mod hostile;
mod openapi;
mod public;
mod schema;
mod values;
mod webhooks;

use selvedge_model::{Error, ErrorCode};
use selvedge_wire::HeaderCredentials;
use selvedge_wire::endpoint::{OPERATIONS, Operation};

/// Both credentials came as headers, as the official clients send them.
const IN_HEADERS: HeaderCredentials = HeaderCredentials {
    client_id: true,
    secret: true,
};
/// No credential came as a header.
const NOWHERE: HeaderCredentials = HeaderCredentials {
    client_id: false,
    secret: false,
};

fn operation(path: &str) -> &'static Operation {
    OPERATIONS
        .iter()
        .find(|operation| operation.path == path)
        .unwrap()
}

/// Sends a body whose credentials are in the headers.
fn sent(path: &str, body: impl AsRef<[u8]>) -> Result<(), Error> {
    (operation(path).check)(body.as_ref(), IN_HEADERS)
}

/// The code and words that a body is refused with.
fn refused(path: &str, body: impl AsRef<[u8]>) -> (ErrorCode, String) {
    let body = body.as_ref();
    match sent(path, body) {
        Ok(()) => panic!("{path} took {}", String::from_utf8_lossy(body)),
        Err(error) => (error.code, error.message.into_owned()),
    }
}
