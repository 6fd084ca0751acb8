//! `fuzz`: sends very many malformed requests to a server of its own and judges every answer.
#![expect(clippy::print_stdout, reason = "a developer tool talks to its terminal")]

use anyhow::{Result, bail};
use clap::Parser;
use selvedge_harness::fuzz::{Plan, run};

/// The most that a server's memory may grow, KiB.
const GROWTH_KIB: u64 = 16 * 1024;

/// Send malformed requests and judge every answer.
#[derive(Debug, Parser)]
struct Options {
    /// How many requests
    #[arg(long, default_value_t = 200_000)]
    requests: usize,
    /// Where chance begins
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

#[tokio::main]
async fn main() -> Result<()> {
    let Options { requests, seed } = Options::parse();
    println!("sending {requests} requests, seed {seed}");
    let begun = tokio::time::Instant::now();
    let report = run(Plan { requests, seed }).await?;
    println!(
        "{} s: answers by status {:?}, {} of {} cut, {} faulty, {} panics; memory {} → {} KiB",
        begun.elapsed().as_secs(),
        report.statuses,
        report.unanswered,
        report.cuttable,
        report.faulty,
        report.panics,
        report.resident_before,
        report.resident_after,
    );
    for fault in &report.faults {
        println!("{fault}");
    }
    if report.faulty > 0 || report.panics > 0 {
        bail!("not every answer was right");
    }
    if report.growth_kib() > GROWTH_KIB {
        bail!("the server's memory grew by {} KiB", report.growth_kib());
    }
    Ok(())
}
