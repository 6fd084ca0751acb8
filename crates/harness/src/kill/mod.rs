//! The kill test: a server under load is killed at any moment, started again, and asked about everything
//! that it had acknowledged.
//!
//! It promises three things on the server's behalf: an acknowledged exchange is never lost, a public token
//! never yields two live access tokens, and with an `Idempotency-Key` a lost answer can be had again. The
//! clients keep a history of their own; nobody looks into the database but for its final integrity.
//!
//! A killed process loses nothing that the kernel already has, so this says nothing about power loss. The
//! [`Saboteur`] stands in for a server that acknowledges before it has written: with it the test must fail.

mod cycle;
mod grant;
mod load;
mod verdict;

pub use cycle::{Plan, Report, Saboteur, run};
pub use verdict::{Violation, Wrong};
