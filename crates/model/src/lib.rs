//! The vocabulary every floor shares: ids, secrets, time and randomness as arguments, the error
//! catalogue, limits, and the closed lists of the contract (products, countries, account types).
//!
//! No I/O, no async, no JSON field names: those belong to `wire`.

pub mod account;
pub mod country;
pub mod ctx;
pub mod environment;
pub mod error;
pub mod id;
pub mod language;
pub mod limits;
pub mod named;
pub mod processor;
pub mod product;
pub mod scope;
pub mod secret;

pub use ctx::{Clock, Ctx, Entropy};
pub use environment::Environment;
pub use error::{Error, ErrorCode, ErrorType};
pub use product::Product;
pub use secret::Sensitive;
