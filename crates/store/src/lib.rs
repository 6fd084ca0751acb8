//! SQLite and PostgreSQL behind one seam: the only crate that names a database driver.
//!
//! The seam is [`Tx`]: three verbs (`execute`, `optional`, `all`) over one SQL text with `$n` parameters.
//! [`Store::reader`] reads, [`Store::write`] changes; everything above them is written once for both engines.
//!
//! It opens no connection to anything but the database, keeps no cache of rows, reads no clock and no
//! environment, and knows no key: what is sealed arrives sealed.

mod arg;
mod failure;
mod migrate;
mod postgres;
pub mod repo;
mod row;
mod settings;
mod sql;
mod sqlite;
mod store;
#[cfg(test)]
mod tests;
mod tx;

pub use arg::Arg;
pub use failure::{Failure, OpenError};
pub use row::Row;
pub use settings::{Backend, Migrate, Settings};
pub use sql::{Sql, all_statements};
pub use store::Store;
pub use tx::Tx;
