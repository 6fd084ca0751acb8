//! The log: where lines go, in which shape, and what a panic leaves behind.
//!
//! Requests never wait for it: lines are written by a thread of their own, and dropped when it cannot keep up.

use crate::StartError;
use crate::config::{LogFormat, LogSettings};
use std::io::{self, IsTerminal as _};
use std::panic;
use tracing_appender::non_blocking::{NonBlockingBuilder, WorkerGuard};
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::util::SubscriberInitExt as _;
use tracing_subscriber::{Layer as _, fmt};

/// The most lines that wait to be written. A line is a few hundred bytes, so this is a few megabytes.
const LINES_WAITING: usize = 16_384;

/// Starts the log of this process, on standard error. The guard writes what waits when it is dropped.
pub fn start(settings: &LogSettings) -> Result<WorkerGuard, StartError> {
    let (writer, guard) = NonBlockingBuilder::default()
        .buffered_lines_limit(LINES_WAITING)
        .thread_name("selvedge-log")
        .finish(io::stderr());
    let lines = fmt::layer().with_writer(writer);
    let lines = match settings.format {
        LogFormat::Json => lines.json().flatten_event(true).boxed(),
        LogFormat::Human => lines.with_ansi(io::stderr().is_terminal()).boxed(),
    };
    tracing_subscriber::registry()
        .with(lines)
        .with(settings.levels.clone())
        .try_init()
        .map_err(|error| StartError::System {
            doing: "start the log",
            source: io::Error::other(error),
        })?;
    panic::set_hook(Box::new(log_panic));
    Ok(guard)
}

/// One line. A worded-on-the-spot message may hold a caller's data, so only a literal one is repeated.
fn log_panic(panicked: &panic::PanicHookInfo<'_>) {
    let place = panicked.location().map(ToString::to_string).unwrap_or_default();
    let message = panicked
        .payload()
        .downcast_ref::<&'static str>()
        .copied()
        .unwrap_or_default();
    tracing::error!(panic.place = place, panic.message = message, "a task panicked");
}
