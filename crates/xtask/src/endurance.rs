//! `cargo xtask kill` and `cargo xtask fuzz`: the two tests that take as long as one lets them.
//!
//! Both are programs of the harness; this passes the options on.

use anyhow::Result;
use clap::Args;

use crate::process;

/// As many as every submission stands.
const KILLS: usize = 500;
const REQUESTS: usize = 200_000;
/// Where chance begins, unless told otherwise: the same run every time, as far as the machine allows.
const SEED: u64 = 1;

/// How often to kill, and where chance begins.
#[derive(Debug, Args)]
pub(crate) struct Kill {
    /// How often to kill
    #[arg(long, default_value_t = KILLS)]
    kills: usize,
    /// Where chance begins
    #[arg(long, default_value_t = SEED)]
    seed: u64,
}

/// How many requests to send, and where chance begins.
#[derive(Debug, Args)]
pub(crate) struct Fuzz {
    /// How many requests
    #[arg(long, default_value_t = REQUESTS)]
    requests: usize,
    /// Where chance begins
    #[arg(long, default_value_t = SEED)]
    seed: u64,
}

impl Kill {
    /// What every submission stands.
    pub(crate) const fn usual() -> Self {
        Self {
            kills: KILLS,
            seed: SEED,
        }
    }
}

impl Fuzz {
    /// What every submission stands.
    pub(crate) const fn usual() -> Self {
        Self {
            requests: REQUESTS,
            seed: SEED,
        }
    }
}

/// Kills servers under load.
pub(crate) fn kill(options: &Kill) -> Result<()> {
    let (kills, seed) = (options.kills.to_string(), options.seed.to_string());
    harness("kill", &["--kills", &kills, "--seed", &seed])
}

/// Sends malformed requests.
pub(crate) fn fuzz(options: &Fuzz) -> Result<()> {
    let (requests, seed) = (options.requests.to_string(), options.seed.to_string());
    harness("fuzz", &["--requests", &requests, "--seed", &seed])
}

fn harness(program: &str, arguments: &[&str]) -> Result<()> {
    let mut command = process::cargo();
    command.args([
        "run",
        "--quiet",
        "--package",
        "selvedge-harness",
        "--bin",
        program,
        "--",
    ]);
    process::check(command.args(arguments))
}
