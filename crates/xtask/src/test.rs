//! The one test command: every check of the house, cheapest first, with the seconds each took.
//!
//! A step that cannot run fails; none is skipped unless the command line left it out, and then the
//! summary says so.

use std::process::Command;
use std::time::Duration;

use anyhow::{Result, anyhow, bail};
use clap::{Args, ValueEnum};

use crate::pg::{self, Postgres};
use crate::{browser, conformance, endurance, generate, process, setup, tidy};

/// The variable by which the end-to-end tests choose their database.
const DATABASE_VARIABLE: &str = "SELVEDGE_TEST_DATABASE";

/// Which steps to run.
#[derive(Debug, Args)]
pub(crate) struct Options {
    /// Run these steps only
    #[arg(long, value_enum, value_delimiter = ',')]
    only: Vec<Step>,
    /// Leave out the steps before this one
    #[arg(long, value_enum)]
    from: Option<Step>,
}

/// The steps, in the order in which they run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, ValueEnum)]
enum Step {
    Setup,
    Format,
    Tidy,
    Lint,
    Docs,
    Sqlite,
    Postgres,
    Generated,
    Conformance,
    Browser,
    Kill,
    Fuzz,
}

/// Runs the chosen steps; the first that fails ends the run.
pub(crate) fn run(options: &Options) -> Result<()> {
    let before = tree()?;
    let mut lines = Vec::new();
    let mut failure = None;
    for step in Step::value_variants() {
        if failure.is_some() || !options.wants(*step) {
            lines.push(format!("{:<12} not run", step.name()));
            continue;
        }
        println!("━━ {}", step.name());
        let (result, took) = timed(|| step.run());
        let word = if result.is_ok() { "ok" } else { "FAILED" };
        lines.push(format!("{:<12} {word:<8} {:>6} s", step.name(), took.as_secs()));
        failure = result.err().map(|error| error.context(step.name()));
    }
    println!("━━ summary");
    for line in &lines {
        println!("{line}");
    }
    if let Some(error) = failure {
        return Err(error);
    }
    if tree()? != before {
        bail!("the tests changed the working tree; see git status");
    }
    Ok(())
}

impl Options {
    fn wants(&self, step: Step) -> bool {
        let chosen = self.only.is_empty() || self.only.contains(&step);
        chosen && self.from.is_none_or(|first| step >= first)
    }
}

impl Step {
    fn name(self) -> String {
        self.to_possible_value()
            .map(|value| value.get_name().to_owned())
            .unwrap_or_default()
    }

    fn run(self) -> Result<()> {
        match self {
            Self::Setup => setup::run(&setup::Options::tests()),
            Self::Format => cargo(&["fmt", "--all", "--check"]),
            Self::Tidy => tidy::run(),
            Self::Lint => cargo(&["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]),
            Self::Docs => docs(),
            Self::Sqlite => tests(&["--workspace"], "sqlite"),
            Self::Postgres => tests(
                &["--package", "selvedge-store", "--package", "selvedge-harness"],
                "postgres",
            ),
            Self::Generated => generate::run(&generate::Options::check()),
            Self::Conformance => conformance::run(&conformance::Options::all()),
            Self::Browser => browser::run(&browser::Options::all()),
            Self::Kill => endurance::kill(&endurance::Kill::usual()),
            Self::Fuzz => endurance::fuzz(&endurance::Fuzz::usual()),
        }
    }
}

fn cargo(arguments: &[&str]) -> Result<()> {
    process::check(&mut command(arguments))
}

fn command(arguments: &[&str]) -> Command {
    let mut command = process::cargo();
    command.args(arguments);
    command
}

fn docs() -> Result<()> {
    let mut command = command(&[
        "doc",
        "--workspace",
        "--no-deps",
        "--document-private-items",
        "--quiet",
    ]);
    process::check(command.env("RUSTDOCFLAGS", "-D warnings"))
}

/// The tests of some packages, with the end-to-end ones on `database`. A server is there in any
/// case: the store's own tests always look at both.
fn tests(packages: &[&str], database: &str) -> Result<()> {
    let server = Postgres::start()?;
    let mut command = command(&["test", "--quiet"]);
    process::check(
        command
            .args(packages)
            .env(pg::URL_VARIABLE, server.url())
            .env(DATABASE_VARIABLE, database),
    )
}

/// The state of the working tree, to see that the tests leave nothing behind.
fn tree() -> Result<String> {
    process::capture(process::command("git").args(["status", "--porcelain"]))
        .map_err(|error| anyhow!("the tests run in a git checkout: {error:#}"))
}

/// Runs `action` and measures it.
#[expect(
    clippy::disallowed_methods,
    reason = "the seconds of a step are the real ones, not those of a test clock"
)]
fn timed<T>(action: impl FnOnce() -> T) -> (T, Duration) {
    let start = std::time::Instant::now();
    let result = action();
    (result, start.elapsed())
}

#[cfg(test)]
mod tests {
    use super::{Options, Step};

    #[test]
    fn a_run_has_every_step_unless_told_otherwise() {
        let all = Options {
            only: Vec::new(),
            from: None,
        };
        assert!(all.wants(Step::Setup) && all.wants(Step::Kill));
        let some = Options {
            only: vec![Step::Tidy, Step::Lint],
            from: Some(Step::Lint),
        };
        assert!(some.wants(Step::Lint));
        assert!(!some.wants(Step::Tidy) && !some.wants(Step::Kill));
    }
}
