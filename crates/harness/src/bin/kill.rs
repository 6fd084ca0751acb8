//! `kill`: kills servers under load, many times, and says whether they stood by what they had acknowledged.
#![expect(clippy::print_stdout, reason = "a developer tool talks to its terminal")]

use anyhow::{Result, bail};
use clap::Parser;
use selvedge_harness::kill::{Plan, run};

/// Kill servers under load and check what they acknowledged.
#[derive(Debug, Parser)]
struct Options {
    /// How often to kill
    #[arg(long, default_value_t = 500)]
    kills: usize,
    /// How many servers run side by side
    #[arg(long, default_value_t = 3)]
    lanes: usize,
    /// Where chance begins
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

#[tokio::main]
async fn main() -> Result<()> {
    let Options { kills, lanes, seed } = Options::parse();
    println!("killing {kills} times, {lanes} servers side by side, seed {seed}");
    let begun = tokio::time::Instant::now();
    let report = run(Plan {
        kills,
        lanes,
        seed,
        saboteur: None,
    })
    .await?;
    println!(
        "{} kills in {} s: {} tokens, {} exchanges ({} unanswered); {} live, {} removed, {} orphaned; \
         slowest restart {} ms; {} violations",
        report.kills,
        begun.elapsed().as_secs(),
        report.tokens,
        report.exchanges,
        report.unknown,
        report.live,
        report.removed,
        report.orphaned,
        report.slowest_start.as_millis(),
        report.violations.len(),
    );
    for violation in report.violations.iter().take(20) {
        println!("{:?}: {}", violation.wrong, violation.seen);
    }
    if !report.violations.is_empty() {
        bail!("the server did not stand by what it acknowledged");
    }
    Ok(())
}
