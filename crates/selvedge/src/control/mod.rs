//! The control socket: how commands reach a server that holds its SQLite database for itself.
//!
//! One line of JSON in, one line out, over a Unix socket in the data directory that only this user (and
//! root) can use. It serves no API and no other user, and nothing on the network.

#[cfg(unix)]
mod client;
#[cfg(unix)]
mod desk;
#[cfg(not(unix))]
mod none;

#[cfg(unix)]
pub use client::ask;
#[cfg(unix)]
pub(crate) use desk::Desk;
#[cfg(not(unix))]
pub(crate) use none::Desk;
#[cfg(not(unix))]
pub use none::ask;

use crate::keys::Report;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};

/// How long either side waits for the other.
#[cfg(unix)]
const PATIENCE: std::time::Duration = std::time::Duration::from_secs(10);
/// The longest question: an id or two names.
#[cfg(unix)]
const QUESTION_BYTES: u64 = 16 * 1024;

/// Where the socket is.
pub fn path_in(data_dir: &Path) -> PathBuf {
    data_dir.join("control.sock")
}

/// What the server says to a question.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_debug_implementations, reason = "may hold a secret")]
pub enum Reply {
    /// It was done.
    Done(Report),
    /// It was not, and why.
    Refused(String),
}
