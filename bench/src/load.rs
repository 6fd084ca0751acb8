//! Load by wrk: one sample of one server, and the middle of many samples.

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use anyhow::{Context as _, Result, bail};
use serde::Deserialize;

use crate::machine::{self, Moment, median};
use crate::server::{CLIENT_ID, SECRET, Server};

/// A sample with more than this many cores of foreign work is not quiet.
const QUIET: f64 = 0.12;
/// This many quiet samples make a figure; with fewer, the quietest there are do.
const ENOUGH: usize = 3;

/// What to ask for.
#[derive(Clone)]
pub(crate) struct Ask<'a> {
    pub(crate) path: &'a str,
    pub(crate) field: &'a str,
    pub(crate) tokens: &'a Path,
    /// The first token, when each is for one request only.
    pub(crate) once_from: Option<u64>,
}

impl<'a> Ask<'a> {
    /// `/auth/get` with a random access token of the folder's.
    pub(crate) fn auth(tokens: &'a Path) -> Self {
        Self {
            path: "/auth/get",
            field: "access_token",
            tokens,
            once_from: None,
        }
    }

    /// `/item/public_token/exchange` with the public tokens from number `first` on.
    pub(crate) fn exchange(tokens: &'a Path, first: u64) -> Self {
        Self {
            path: "/item/public_token/exchange",
            field: "public_token",
            tokens,
            once_from: Some(first),
        }
    }
}

/// How hard to ask.
#[derive(Clone, Copy)]
pub(crate) struct Push {
    pub(crate) connections: u32,
    pub(crate) seconds: u32,
    /// Whether wrk keeps to the second core.
    pub(crate) pinned: bool,
}

/// What wrk counted.
#[derive(Debug, Clone, Copy, Deserialize)]
pub(crate) struct Counted {
    pub(crate) requests: u64,
    seconds: f64,
    p50_us: f64,
    p99_us: f64,
    bad_answers: u64,
    broken: u64,
    /// The number of the first token that was not used.
    pub(crate) issued: u64,
}

/// Runs wrk once; any answer but 2xx is an error.
pub(crate) fn wrk(url: &str, ask: &Ask<'_>, push: Push) -> Result<Counted> {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/wrk/tokens.lua");
    let mut command = if push.pinned {
        let mut command = Command::new("taskset");
        command.args(["-c", "1", "wrk"]);
        command
    } else {
        Command::new("wrk")
    };
    let output = command
        .args(["-t1", "-c", &push.connections.to_string(), "-s", script])
        .args(["-d", &format!("{}s", push.seconds), "--timeout", "10s", url])
        .env("TARGET", ask.path)
        .env("FIELD", ask.field)
        .env("TOKENS", ask.tokens)
        .env("ORDER", if ask.once_from.is_some() { "once" } else { "random" })
        .env("START", ask.once_from.unwrap_or(0).to_string())
        .env("PLAID_CLIENT_ID", CLIENT_ID)
        .env("PLAID_SECRET", SECRET)
        .output()
        .context("cannot start wrk")?;
    let text = String::from_utf8_lossy(&output.stdout);
    let line = text.lines().find_map(|line| line.strip_prefix("FIGURES "));
    let Some(line) = line else {
        bail!(
            "wrk gave no figures:\n{text}{}",
            String::from_utf8_lossy(&output.stderr)
        );
    };
    let counted: Counted = serde_json::from_str(line)?;
    if counted.bad_answers + counted.broken > 0 {
        bail!(
            "{}: {} of {} answers were refusals, {} never came",
            ask.path,
            counted.bad_answers,
            counted.requests,
            counted.broken
        );
    }
    Ok(counted)
}

/// One sample.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sample {
    per_second: f64,
    p50_us: f64,
    p99_us: f64,
    cpu_us: f64,
    foreign: f64,
}

/// Takes one sample. `helpers` are processes that work for the server: their time is not foreign.
pub(crate) fn sample(server: &Server, ask: &Ask<'_>, push: Push, helpers: &[u32]) -> Result<(Sample, u64)> {
    let used = || -> Duration { helpers.iter().map(|pid| machine::cpu(*pid)).sum() };
    let (start, own, others) = (Moment::now()?, machine::cpu(server.pid()), used());
    let counted = wrk(&server.url, ask, push)?;
    let own = machine::cpu(server.pid()).saturating_sub(own);
    let foreign = start.foreign_since(own + used().saturating_sub(others))?;
    let sample = Sample {
        per_second: counted.requests as f64 / counted.seconds,
        p50_us: counted.p50_us,
        p99_us: counted.p99_us,
        cpu_us: own.as_secs_f64() * 1e6 / counted.requests as f64,
        foreign,
    };
    Ok((sample, counted.issued))
}

/// The middle of the quiet samples.
#[derive(Debug, Clone, Copy, serde::Serialize)]
pub(crate) struct Figure {
    pub(crate) per_second: f64,
    pub(crate) p50_us: f64,
    pub(crate) p99_us: f64,
    pub(crate) cpu_us: f64,
    /// How many samples it is the middle of, and whether they were quiet.
    pub(crate) samples: usize,
    pub(crate) quiet: bool,
}

impl Figure {
    pub(crate) fn of(samples: &[Sample]) -> Self {
        let mut samples = samples.to_vec();
        samples.sort_by(|one, other| one.foreign.total_cmp(&other.foreign));
        let calm = samples.iter().filter(|sample| sample.foreign < QUIET).count();
        samples.truncate(calm.max(ENOUGH));
        let middle = |pick: fn(&Sample) -> f64| median(samples.iter().map(pick).collect());
        Self {
            per_second: middle(|sample| sample.per_second),
            p50_us: middle(|sample| sample.p50_us),
            p99_us: middle(|sample| sample.p99_us),
            cpu_us: middle(|sample| sample.cpu_us),
            samples: samples.len(),
            quiet: calm >= ENOUGH,
        }
    }
}
