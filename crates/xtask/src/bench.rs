//! Builds what the benchmarks need, as users build it, and runs them beside a private PostgreSQL.
//!
//! What is measured and how is in `bench/`, a workspace of its own that ordinary builds leave alone.

use std::path::Path;

use anyhow::Result;
use clap::Args;

use crate::pg::{self, Postgres};
use crate::{browser, process, server, setup};

/// How much to measure, and what to do with it.
#[derive(Debug, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of the command line")]
pub(crate) struct Options {
    /// Fewer and shorter samples, and no million of Items
    #[arg(long)]
    quick: bool,
    /// Write docs/performance.md and its chart anew
    #[arg(long)]
    write: bool,
    /// Only Link: in a browser, at the server, and its search for banks
    #[arg(long, conflicts_with_all = ["quick", "write", "reuse"])]
    link: bool,
    /// Keep the `SQLite` databases that the run before made
    #[arg(long)]
    reuse: bool,
}

/// Builds, starts the database, measures.
pub(crate) fn run(options: &Options) -> Result<()> {
    setup::run(&setup::Options::bench())?;
    let target = server::target()?;
    process::check(process::cargo().args(["build", "--release", "--quiet", "--package", "selvedge"]))?;
    if options.link {
        return link(&target);
    }
    let mut build = process::cargo();
    build
        .args([
            "build",
            "--release",
            "--quiet",
            "--manifest-path",
            "bench/Cargo.toml",
        ])
        .arg("--target-dir")
        .arg(&target);
    process::check(&mut build)?;
    let database = Postgres::start()?;
    process::check(&mut driver(options, &target, &database))?;
    link(&target)
}

/// Link's own figures.
fn link(target: &Path) -> Result<()> {
    browser::measure(&target.join("release").join("selvedge"))?;
    process::check(process::cargo().args([
        "run",
        "--release",
        "--quiet",
        "--package",
        "selvedge-banks",
        "--example",
        "search",
    ]))
}

fn driver(options: &Options, target: &Path, database: &Postgres) -> std::process::Command {
    let mut command = process::command(target.join("release").join("bench-drive"));
    let flags = [
        ("--quick", options.quick),
        ("--write", options.write),
        ("--reuse", options.reuse),
    ];
    command
        .args(flags.iter().filter(|(_, set)| *set).map(|(flag, _)| flag))
        .arg("--work")
        .arg(target.join("bench"))
        .env(pg::URL_VARIABLE, database.url());
    command
}
