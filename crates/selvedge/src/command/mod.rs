//! The commands, one file each, and what they share.

pub(crate) mod doctor;
pub(crate) mod documents;
pub(crate) mod keys;
pub(crate) mod link;
pub(crate) mod migrate;
pub(crate) mod serve;
mod welcome;

use selvedge::{ConfigError, StartError};
use std::io;

/// Why a command did not do what was asked.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    /// It could not begin.
    #[error(transparent)]
    Start(#[from] StartError),
    /// It was refused.
    #[error("{0}")]
    Refused(String),
}

impl From<ConfigError> for Failure {
    fn from(error: ConfigError) -> Self {
        Self::Start(error.into())
    }
}

/// Runs a short command to its end.
pub(crate) fn block_on<T>(work: impl Future<Output = Result<T, Failure>>) -> Result<T, Failure> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(no_runtime)?;
    runtime.block_on(work)
}

/// For `map_err` where a runtime is made.
pub(crate) fn no_runtime(source: io::Error) -> StartError {
    StartError::System {
        doing: "start the worker threads",
        source,
    }
}
