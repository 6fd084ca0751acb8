//! What a process costs beside its requests: the time of its start, and its memory.

use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};
use serde::Serialize;

use crate::load::{Ask, Push, wrk};
use crate::machine::{median, resident};
use crate::server::{Client, Start, body};

/// How often a starting server is knocked at.
const KNOCK: Duration = Duration::from_micros(50);
/// How long a start may take.
const PATIENCE: Duration = Duration::from_secs(60);
/// Connections that are opened to see what one costs.
const IDLE: usize = 1_000;

/// From the start of the process to the first 200 of `/auth/get`, milliseconds.
#[derive(Debug, Clone, Copy, Serialize)]
pub(crate) struct StartUp {
    pub(crate) least: f64,
    pub(crate) median: f64,
}

/// Starts a server many times; it dies without an orderly end each time.
pub(crate) fn start_up(start: &Start, port: u16, token: &str, runs: u32, work: &Path) -> Result<StartUp> {
    let (address, body) = (format!("127.0.0.1:{port}"), body("access_token", token));
    let start = start.clone().listening_on(&address);
    let mut taken = Vec::new();
    for _ in 0..runs {
        let began = Instant::now();
        let mut child = start.spawn(&work.join("start.log"))?;
        let first = loop {
            let answer = Client::connect(&address).and_then(|mut client| client.post("/auth/get", &body));
            match answer {
                Ok((200, _)) => break Ok(began.elapsed()),
                Ok((status, answer)) => {
                    break Err(anyhow::anyhow!("the first answer was {status}: {answer}"));
                }
                Err(_) if began.elapsed() > PATIENCE => {
                    break Err(anyhow::anyhow!("no answer within a minute"));
                }
                Err(_) => thread::sleep(KNOCK),
            }
        };
        child.kill()?;
        child.wait()?;
        taken.push(first?.as_secs_f64() * 1e3);
    }
    Ok(StartUp {
        least: taken.iter().copied().fold(f64::INFINITY, f64::min),
        median: median(taken),
    })
}

/// Resident memory, megabytes; of a connection that does nothing, kilobytes.
#[derive(Debug, Clone, Copy, Serialize)]
pub(crate) struct Memory {
    pub(crate) idle_mb: f64,
    pub(crate) loaded_mb: f64,
    pub(crate) connection_kb: f64,
}

/// Looks at a fresh server, at one with many idle connections, and at one after load.
pub(crate) fn memory(start: &Start, tokens: &Path, push: Push, work: &Path) -> Result<Memory> {
    let token = first_line(tokens)?;
    let server = start.run(&work.join("memory.log"))?;
    let fresh = resident(server.pid())?;
    // The first requests bring in what every later one shares.
    let mut client = server.connect()?;
    for _ in 0..100 {
        ask_once(&mut client, &token)?;
    }
    let warm = resident(server.pid())?;
    let mut idle = Vec::new();
    for _ in 0..IDLE {
        let mut client = server.connect()?;
        ask_once(&mut client, &token)?;
        idle.push(client);
    }
    let crowded = resident(server.pid())?;
    drop(idle);
    wrk(&server.url, &Ask::auth(tokens), push)?;
    let loaded = resident(server.pid())?;
    Ok(Memory {
        idle_mb: fresh as f64 / 1e6,
        loaded_mb: loaded as f64 / 1e6,
        connection_kb: crowded.saturating_sub(warm) as f64 / IDLE as f64 / 1e3,
    })
}

fn ask_once(client: &mut Client, token: &str) -> Result<()> {
    match client.post("/auth/get", &body("access_token", token))? {
        (200, _) => Ok(()),
        (status, answer) => bail!("/auth/get answered {status}: {answer}"),
    }
}

/// The first token of a file.
pub(crate) fn first_line(path: &Path) -> Result<String> {
    let text = std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    text.lines()
        .next()
        .map(str::to_owned)
        .context("an empty file of tokens")
}
