//! Bank connectors: the trait that every bank implements, the institutions that can be linked, their
//! woven swatches, and the built-in test bank.
//!
//! Nothing here stores anything, draws randomness or looks at the clock: a visit brings its own time, and
//! what a bank must remember between visits is in the grant that the caller seals.

pub mod checksum;
pub mod connector;
mod draw;
pub mod institution;
pub mod sandbox;
pub mod swatch;

pub use connector::{BankError, Connector};
pub use institution::{Catalogue, Institution};
