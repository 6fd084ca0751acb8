//! How long a search over 12,000 institutions takes: `cargo run --release -p selvedge-banks --example search`.
//!
//! It prints figures and judges nothing: a machine that does other things at the same time is slow.

#![expect(
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a measurement prints, and looks at the real clock"
)]

#[path = "../tests/suite/many.rs"]
mod many;

use std::hint::black_box;
use std::time::{Duration, Instant};

const SIZE: usize = 12_000;
const ROUNDS: usize = 200;
const QUERIES: &[&str] = &[
    "b",
    "bank",
    "redwood",
    "redwod",
    "teachers credit union",
    "salt creek farmers bank of greenville",
    "slat crek framers",
    "bankofspringfield",
    "021000021",
    "zzzzzz",
];

fn main() -> Result<(), selvedge_banks::institution::DataError> {
    let began = Instant::now();
    let catalogue = many::many(SIZE)?;
    println!("{SIZE} institutions, loaded in {:?}", began.elapsed());
    println!("{:<40} {:>6} {:>12} {:>12}", "query", "found", "median", "95 %");
    for query in QUERIES {
        let mut times: Vec<Duration> = (0..ROUNDS)
            .map(|_| {
                let began = Instant::now();
                black_box(catalogue.search(black_box(query)).take(20).count());
                began.elapsed()
            })
            .collect();
        times.sort_unstable();
        let (median, late) = (times.get(ROUNDS / 2), times.get(ROUNDS * 95 / 100));
        println!(
            "{query:<40} {:>6} {:>12?} {:>12?}",
            catalogue.search(query).count(),
            median.copied().unwrap_or_default(),
            late.copied().unwrap_or_default()
        );
    }
    Ok(())
}
