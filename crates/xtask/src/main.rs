//! `cargo xtask <command>`: everything a developer or CI runs besides `cargo` itself.
//!
//! One file a command. Nothing here is part of the product, and nothing here is needed to build or
//! run it.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a developer tool talks to its terminal"
)]

mod bench;
mod browser;
mod conformance;
mod endurance;
mod generate;
mod node;
mod pg;
mod process;
mod server;
mod setup;
mod test;
mod tidy;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Developer commands of Selvedge.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Install the tools that the tests need and this machine lacks
    Setup(setup::Options),
    /// Check the rules of the house that no compiler checks
    Tidy,
    /// Run a command beside a private PostgreSQL, named by `SELVEDGE_TEST_POSTGRES_URL`
    Pg(pg::Options),
    /// Write the generated files, or check that they are fresh
    Generate(generate::Options),
    /// Run other people's clients against Selvedge
    Conformance(conformance::Options),
    /// Run Link in a real browser
    Browser(browser::Options),
    /// Measure speed and memory beside what the machine allows
    Bench(bench::Options),
    /// Kill servers under load and check what they had acknowledged
    Kill(endurance::Kill),
    /// Send malformed requests and judge every answer
    Fuzz(endurance::Fuzz),
    /// Run every check, cheapest first
    Test(test::Options),
}

fn main() -> ExitCode {
    let result = match Cli::parse().command {
        Command::Setup(options) => setup::run(&options),
        Command::Tidy => tidy::run(),
        Command::Pg(options) => pg::run(&options),
        Command::Generate(options) => generate::run(&options),
        Command::Conformance(options) => conformance::run(&options),
        Command::Browser(options) => browser::run(&options),
        Command::Bench(options) => bench::run(&options),
        Command::Kill(options) => endurance::kill(&options),
        Command::Fuzz(options) => endurance::fuzz(&options),
        Command::Test(options) => test::run(&options),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}
