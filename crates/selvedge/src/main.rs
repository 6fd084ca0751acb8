//! The `selvedge` command: reads the command line, runs one command, turns its outcome into an exit code.
//!
//! 0 is done, 1 is refused (with one line on standard error that says why), 2 is a command line that
//! cannot be understood.

mod cli;
mod command;
mod out;

use clap::Parser as _;
use std::process::ExitCode;

fn main() -> ExitCode {
    let outcome = match cli::Cli::parse().command {
        cli::Command::Serve(options) => command::serve::run(options),
        cli::Command::Keys(keys) => command::keys::run(keys),
        cli::Command::Link(link) => command::link::run(link),
        cli::Command::Migrate(options) => command::migrate::run(options),
        cli::Command::Doctor(options) => command::doctor::run(options),
        cli::Command::Openapi => Ok(command::documents::openapi()),
        cli::Command::Docs {
            page: cli::Page::Errors,
        } => Ok(command::documents::errors()),
    };
    match outcome {
        Ok(code) => code,
        Err(failure) => {
            out::complain(&failure.to_string());
            ExitCode::FAILURE
        }
    }
}
