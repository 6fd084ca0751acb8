//! What the transport knows about a request and handlers may ask for, as one request extension.
//!
//! One extension rather than several: each costs an allocation, on every request.

use crate::answer::Failure;
use crate::budget::Budget;
use crate::limits::Limits;
use selvedge_model::Entropy;
use selvedge_model::id::{self, REQUEST_ID_LENGTH};
use std::fmt;
use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

/// The id of a request: in its answer, in its log lines, and in nothing else.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct RequestId([u8; REQUEST_ID_LENGTH]);

impl RequestId {
    /// A fresh random id.
    pub fn mint(entropy: &dyn Entropy) -> Self {
        let mut bytes = [b'0'; REQUEST_ID_LENGTH];
        for (byte, minted) in bytes.iter_mut().zip(id::request_id(entropy).bytes()) {
            *byte = minted;
        }
        Self(bytes)
    }

    /// The id's text.
    pub fn as_str(&self) -> &str {
        // Minted from ASCII letters and digits, so this is always text.
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl fmt::Display for RequestId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for RequestId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// One request, as the transport sees it.
#[derive(Debug, Clone)]
pub struct Visit {
    /// The request's id; set by [`crate::layer()`].
    pub request_id: RequestId,
    /// Who is connected; a proxy's address when there is one in front. Unknown without [`crate::serve()`].
    pub peer: Option<IpAddr>,
    /// What the body may cost.
    pub(crate) body: Arc<BodyTerms>,
    /// Set by the guard in place of a request that it would not let through.
    pub(crate) refused: Option<Box<Failure>>,
}

/// What a body may cost the server. One for each connection, so that requests of two connections do not
/// count the references to the same one.
#[derive(Debug)]
pub(crate) struct BodyTerms {
    /// How long the whole body may take.
    pub(crate) patience: Duration,
    /// What it is held in.
    pub(crate) budget: Budget,
}

impl BodyTerms {
    /// The usual terms, for a request that came by no listener.
    pub(crate) fn unconnected() -> Arc<Self> {
        let limits = Limits::default();
        Arc::new(Self {
            patience: limits.body,
            budget: Budget::new(limits.body_budget),
        })
    }
}

impl Visit {
    /// A visit whose request id is yet to be minted.
    pub(crate) fn new(peer: Option<IpAddr>, body: Arc<BodyTerms>) -> Self {
        Self {
            request_id: RequestId([b'0'; REQUEST_ID_LENGTH]),
            peer,
            body,
            refused: None,
        }
    }
}
