//! A whole Selvedge: its configuration, its wiring, and the serving of it.
//!
//! The `selvedge` command is a thin shell around this library; tests start a server in process with it.
//! No use case lives here: those are the engine's.

mod clock;
pub mod config;
pub mod control;
pub mod credentials;
pub mod keys;
pub mod link;
pub mod logging;
pub mod master_key;
pub mod open;
mod postgres_error;
pub mod private_file;
mod server;
mod start_error;
pub mod stop;
mod sweep;

pub use clock::SystemClock;
pub use config::{ConfigError, Settings};
pub use server::{App, Wiring, bind, build, serve};
pub use start_error::StartError;
