//! `selvedge openapi` and `selvedge docs`: what is written from the code, the same on every machine.

use crate::out;
use std::process::ExitCode;

/// The address in the printed document; a running server's own `/openapi.json` has the real one.
const URL: &str = "http://127.0.0.1:7358";

/// Prints the OpenAPI document.
pub(crate) fn openapi() -> ExitCode {
    let document = selvedge_wire::openapi::document(URL);
    // `Value` prints as JSON, in the alternate form indented.
    out::say(&format!("{document:#}"));
    ExitCode::SUCCESS
}

/// Prints the page of error codes.
pub(crate) fn errors() -> ExitCode {
    out::print(&selvedge_wire::errors_page::errors_page());
    ExitCode::SUCCESS
}
