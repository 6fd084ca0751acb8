//! The transport kit: sockets, TLS, the accept loop, the guard that decides what a request head may look
//! like, the outermost layer that gives every answer the contract's shape, and the body as handlers get it.
//!
//! No endpoint, no JSON field name and no storage: a router comes in, answers go out.

mod answer;
mod budget;
mod caps;
mod connection;
mod edge;
mod errands;
mod form;
mod guard;
mod limits;
mod listen;
mod query;
mod received;
mod serve;
mod tls;
mod visit;

pub use answer::{Failure, render};
pub use edge::{AccessLog, Edge, layer};
pub use errands::Errands;
pub use form::{FORM_BYTES, FORM_FIELDS, Form, is_ours};
pub use limits::{HEADERS, Limits, TARGET_BYTES};
pub use listen::{BindError, Listener, bind};
pub use received::Received;
pub use serve::{Stopped, serve};
pub use tls::{Tls, TlsError, provider};
pub use visit::{RequestId, Visit};
