//! What the command says to people: answers on standard output, one line of refusal on standard error.
//!
//! A reader that went away (`selvedge openapi | head`) is no failure.

use std::io::{self, Write as _};

/// Prints `text` and a line end, at once.
pub(crate) fn say(text: &str) {
    let mut out = io::stdout().lock();
    let said = writeln!(out, "{text}").and_then(|()| out.flush());
    ignore_closed(said);
}

/// Prints `text` as it is.
pub(crate) fn print(text: &str) {
    let mut out = io::stdout().lock();
    let said = out.write_all(text.as_bytes()).and_then(|()| out.flush());
    ignore_closed(said);
}

/// Prints one line about what went wrong.
pub(crate) fn complain(text: &str) {
    let line = text.replace(['\n', '\r'], " ");
    let said = writeln!(io::stderr().lock(), "selvedge: {line}");
    ignore_closed(said);
}

/// There is nobody left to tell.
fn ignore_closed(said: io::Result<()>) {
    drop(said);
}
