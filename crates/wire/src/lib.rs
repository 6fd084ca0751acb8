//! The JSON of every endpoint: the only crate that knows the contract's field names.
//!
//! It parses bodies into types, explains what is wrong with them, and writes answers; it decides nothing.

pub mod amount;
pub mod callback;
pub mod doc;
pub mod endpoint;
pub mod error;
pub mod errors_page;
mod explain;
pub mod link_webhook;
pub mod openapi;
pub mod request;
pub mod routes;
pub mod shape;
mod strict;
pub mod webhook;

pub use amount::Amount;
pub use doc::{Doc, Patch, Revealed};
pub use endpoint::{Availability, Endpoint, Keys};
pub use error::ErrorBody;
pub use explain::missing_fields;
pub use request::{HeaderCredentials, Parser, Request};
pub use webhook::Webhook;
