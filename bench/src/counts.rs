//! What does not drift from hour to hour: instructions and system calls per request.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::thread;
use std::time::Duration;

use anyhow::{Context as _, Result, bail};
use serde::Serialize;

use crate::load::{Ask, Push, wrk};
use crate::server::{Start, body, signal};

/// Requests of the shorter and of the longer run; what both cost beside requests cancels out.
const RUNS: (usize, usize) = (500, 2_500);

/// Instructions of a request in user space, by callgrind: the difference of two runs.
pub(crate) fn instructions(start: &Start, ask: &Ask<'_>, work: &Path) -> Result<f64> {
    let tokens = fs::read_to_string(ask.tokens)?;
    let skipped = usize::try_from(ask.once_from.unwrap_or(0))?;
    let tokens: Vec<&str> = tokens.lines().skip(skipped).take(RUNS.0 + RUNS.1).collect();
    if tokens.len() < RUNS.0 + RUNS.1 {
        bail!("{} holds too few tokens", ask.tokens.display());
    }
    let (few, many) = tokens.split_at(RUNS.0);
    let few = collected(start, ask, few, work)?;
    let many = collected(start, ask, many, work)?;
    Ok(many.saturating_sub(few) as f64 / (RUNS.1 - RUNS.0) as f64)
}

fn collected(start: &Start, ask: &Ask<'_>, tokens: &[&str], work: &Path) -> Result<u64> {
    let out = work.join("callgrind.out");
    let to = format!("--callgrind-out-file={}", out.display());
    // One core for one worker thread, as in the other measurements.
    let start = start
        .clone()
        .pinned()
        .under(&["valgrind", "--tool=callgrind", &to]);
    let server = start.run(&work.join("callgrind.log"))?;
    let mut client = server.connect()?;
    for token in tokens {
        let (status, answer) = client.post(ask.path, &body(ask.field, token))?;
        if status != 200 {
            bail!("{} answered {status}: {answer}", ask.path);
        }
    }
    drop(client);
    let log = fs::read_to_string(server.stop()?)?;
    let line = log.lines().find_map(|line| line.split_once("Collected : "));
    let (_, count) = line.context("callgrind collected nothing")?;
    Ok(count.trim().parse()?)
}

/// System calls of a request, and those of them that wait for the disk.
#[derive(Debug, Clone, Copy, Serialize)]
pub(crate) struct Calls {
    pub(crate) all: f64,
    pub(crate) syncs: f64,
}

/// Counts by strace while wrk asks.
pub(crate) fn calls(start: &Start, ask: &Ask<'_>, push: Push, work: &Path) -> Result<(Calls, u64)> {
    let server = start.run(&work.join("strace.log"))?;
    let out = work.join("strace.out");
    let mut strace = Command::new("strace")
        .args(["-f", "-c", "-qq", "-o"])
        .arg(&out)
        .args(["-p", &server.pid().to_string()])
        .spawn()
        .context("cannot start strace")?;
    // It says nothing when it is attached.
    thread::sleep(Duration::from_secs(1));
    let counted = wrk(&server.url, ask, push);
    signal(strace.id(), "INT")?;
    strace.wait()?;
    let counted = counted?;
    let table = fs::read_to_string(&out)?;
    let rows: Vec<(u64, &str)> = table
        .lines()
        .filter_map(|line| {
            let fields: Vec<&str> = line.split_ascii_whitespace().collect();
            Some((fields.get(3)?.parse().ok()?, *fields.last()?))
        })
        .filter(|(_, name)| *name != "total")
        .collect();
    let sum = |wanted: &dyn Fn(&str) -> bool| {
        let counts = rows
            .iter()
            .filter(|(_, name)| wanted(name))
            .map(|(count, _)| *count);
        counts.sum::<u64>() as f64 / counted.requests as f64
    };
    let calls = Calls {
        all: sum(&|_| true),
        syncs: sum(&|name| matches!(name, "fsync" | "fdatasync")),
    };
    Ok((calls, counted.issued))
}
