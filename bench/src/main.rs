//! The driver of the benchmarks: seeds databases, runs servers beside their floors, prints one table.
//!
//! `cargo xtask bench` builds what it needs and starts PostgreSQL. Nothing here fails because something is
//! slow; it fails when an answer is wrong.

mod chart;
mod counts;
mod life;
mod load;
mod machine;
mod plan;
mod report;
mod server;

use std::fs;
use std::path::PathBuf;

use anyhow::{Context as _, Result};
use clap::Parser;

/// Measures Selvedge beside what the machine allows.
#[derive(Parser)]
pub(crate) struct Options {
    /// Fewer and shorter samples, and no million of Items
    #[arg(long)]
    quick: bool,
    /// Write docs/performance.md and its chart anew
    #[arg(long)]
    write: bool,
    /// Keep the databases that the run before made
    #[arg(long)]
    reuse: bool,
    /// The address of a PostgreSQL server's `postgres` database; without it those figures are left out
    #[arg(long, env = "SELVEDGE_TEST_POSTGRES_URL")]
    postgres: Option<String>,
    /// Where the databases go: a disk, not memory
    #[arg(long)]
    work: PathBuf,
}

fn main() -> Result<()> {
    let options = Options::parse();
    fs::create_dir_all(&options.work)?;
    let results = plan::run(&options)?;
    let table = report::table(&results);
    println!("{table}");
    let bench = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let latest = bench.join("results/latest.json");
    fs::create_dir_all(bench.join("results"))?;
    fs::write(&latest, serde_json::to_string_pretty(&results)? + "\n")?;
    println!("written to {}", latest.display());
    if options.write {
        let docs = bench.with_file_name("docs");
        report::write(&docs.join("performance.md"), &table, &results)?;
        fs::write(docs.join("performance.svg"), chart::draw(&results)).context("cannot write the chart")?;
    }
    Ok(())
}
