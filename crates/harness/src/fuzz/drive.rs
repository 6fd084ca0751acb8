//! Many connections at once, each with requests in flight, until the number is reached.

use super::judge::fault;
use super::known::Known;
use super::schema::Schemas;
use super::shot::{Gunner, Manners, Shot, Target, targets};
use crate::outside::{Connection, Dice, Launch, Reply, Server};
use anyhow::{Context as _, Result, ensure};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use tempfile::TempDir;
use tokio::task::JoinSet;

/// How many connections are open at once.
const CONNECTIONS: usize = 16;
/// How many requests are in flight on each.
const IN_FLIGHT: usize = 16;
/// How many requests are made from the same tokens: some of them use tokens up or end what they open.
const VOLLEY: usize = 4_000;
/// How many faults are told in full.
const TOLD: usize = 20;

/// What to run.
#[derive(Debug, Clone, Copy)]
pub struct Plan {
    /// How many requests.
    pub requests: usize,
    /// Where chance begins.
    pub seed: u64,
}

/// What was seen.
#[derive(Debug, Default)]
pub struct Report {
    /// Answers by their status.
    pub statuses: BTreeMap<u16, usize>,
    /// What was sent that may get no answer but the end of its connection.
    pub cuttable: usize,
    /// How much of that got none. Anything else without an answer is a fault.
    pub unanswered: usize,
    /// How many answers were wrong.
    pub faulty: usize,
    /// What was wrong, for the first of them.
    pub faults: Vec<String>,
    /// Lines of the server's log that tell of a panic.
    pub panics: usize,
    /// How much memory the server held after warming up, KiB.
    pub resident_before: u64,
    /// And at the end.
    pub resident_after: u64,
}

impl Report {
    /// How much the server's memory grew, KiB.
    pub const fn growth_kib(&self) -> u64 {
        self.resident_after.saturating_sub(self.resident_before)
    }

    fn add(&mut self, other: Self) {
        for (status, count) in other.statuses {
            *self.statuses.entry(status).or_default() += count;
        }
        self.cuttable += other.cuttable;
        self.unanswered += other.unanswered;
        self.faulty += other.faulty;
        self.faults.extend(other.faults);
        self.faults.truncate(TOLD);
    }

    fn note(&mut self, shot: &Shot, reply: &Reply) {
        *self.statuses.entry(reply.status).or_default() += 1;
        if let Some(fault) = fault(reply) {
            let answer = String::from_utf8_lossy(&reply.body);
            self.fault(format!(
                "{fault}\n  answer: {answer:.400}\n  request: {}",
                shot.shown()
            ));
        }
    }

    fn fault(&mut self, told: String) {
        self.faulty += 1;
        if self.faults.len() < TOLD {
            self.faults.push(told);
        }
    }
}

/// Runs the plan against a server of its own.
pub async fn run(plan: Plan) -> Result<Report> {
    let dir = TempDir::with_prefix("selvedge-fuzz-").context("make a directory")?;
    let launch = Launch::in_dir(dir.path(), "warn");
    let server = Server::start(&launch).await?;
    let document = Arc::new(document(&server).await?);
    let mut dice = Dice::new(plan.seed);
    let mut report = Report::default();
    let mut sent = 0;
    while sent < plan.requests {
        let volley = VOLLEY.min(plan.requests - sent);
        let range = Arc::new(Range {
            address: server.address,
            known: Known::make(&server, &mut dice).await?,
            document: Arc::clone(&document),
            left: AtomicUsize::new(volley),
        });
        report.add(shoot_all(&range, &mut dice).await?);
        sent += volley;
        // The first tenth fills caches and pools.
        if sent <= plan.requests / 10 || report.resident_before == 0 {
            report.resident_before = server.resident_kib()?;
        }
    }
    report.resident_after = server.resident_kib()?;
    server.ask_to_stop()?;
    let status = server.ended().await?;
    ensure!(status.success(), "the server ended with {status}");
    let log = fs::read_to_string(&launch.log).context("read the log")?;
    report.panics = log.lines().filter(|line| line.contains("panicked")).count();
    Ok(report)
}

/// What every connection shares.
struct Range {
    address: SocketAddr,
    known: Known,
    document: Arc<Value>,
    left: AtomicUsize,
}

impl Range {
    /// The next requests' number, until there are no more.
    fn take(&self) -> usize {
        let left = self
            .left
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| {
                (left > 0).then(|| left.saturating_sub(IN_FLIGHT))
            });
        left.map_or(0, |left| left.min(IN_FLIGHT))
    }
}

async fn document(server: &Server) -> Result<Value> {
    let mut connection = server.connect().await?;
    connection
        .send(b"GET /openapi.json HTTP/1.1\r\nHost: a.example\r\n\r\n")
        .await?;
    let document = connection.read().await?.json();
    ensure!(!targets(&document).is_empty(), "the document names no endpoints");
    Ok(document)
}

async fn shoot_all(range: &Arc<Range>, dice: &mut Dice) -> Result<Report> {
    let mut shooting = JoinSet::new();
    for _ in 0..CONNECTIONS {
        shooting.spawn(shoot(Arc::clone(range), dice.fork()));
    }
    let mut report = Report::default();
    while let Some(ended) = shooting.join_next().await {
        report.add(ended.context("a connection panicked")??);
    }
    Ok(report)
}

async fn shoot(range: Arc<Range>, dice: Dice) -> Result<Report> {
    let targets: Vec<Target> = targets(&range.document);
    let mut gunner = Gunner {
        schemas: Schemas {
            document: &range.document,
            known: &range.known,
        },
        targets: &targets,
        dice,
    };
    let mut report = Report::default();
    let mut connection = Connection::open(range.address).await?;
    loop {
        let count = range.take();
        if count == 0 {
            return Ok(report);
        }
        let shots: Vec<Shot> = (0..count).map(|_| gunner.next()).collect();
        let (polite, others): (Vec<Shot>, Vec<Shot>) = shots
            .into_iter()
            .partition(|shot| shot.manners == Manners::Polite);
        fire(&mut connection, range.address, &polite, &mut report).await?;
        for shot in others {
            fire_alone(range.address, &shot, &mut report).await?;
        }
    }
}

/// Sends whole requests in one piece; those behind an answer that ends the connection are sent again.
async fn fire(
    connection: &mut Connection,
    address: SocketAddr,
    shots: &[Shot],
    report: &mut Report,
) -> Result<()> {
    let mut waiting = shots;
    while !waiting.is_empty() {
        let bytes: Vec<&[u8]> = waiting.iter().map(|shot| shot.bytes.as_slice()).collect();
        let bytes = bytes.concat();
        let replies = connection.pipeline(&bytes, waiting.len()).await;
        for (shot, reply) in waiting.iter().zip(&replies) {
            report.note(shot, reply);
        }
        let ended = replies.last().is_some_and(Reply::closes);
        let mut answered = replies.len();
        if answered < waiting.len() && !ended {
            if let Some(shot) = waiting.get(answered) {
                let before = answered.checked_sub(1).and_then(|at| waiting.get(at));
                report.fault(format!(
                    "no answer\n  request: {}\n  before it: {}",
                    shot.shown(),
                    before.map(Shot::shown).unwrap_or_default(),
                ));
            }
            answered += 1;
        }
        if answered < waiting.len() || ended {
            *connection = Connection::open(address).await?;
        }
        waiting = waiting.get(answered..).unwrap_or_default();
    }
    Ok(())
}

/// Sends one thing on a connection of its own, and reads what comes of it.
async fn fire_alone(address: SocketAddr, shot: &Shot, report: &mut Report) -> Result<()> {
    let mut connection = Connection::open(address).await?;
    // A server that has seen enough need not take the rest.
    let _sent = connection.send(&shot.bytes).await;
    let cuttable = shot.manners == Manners::Cuttable;
    report.cuttable += usize::from(cuttable);
    if cuttable || shot.manners == Manners::Rude {
        // What the server waits for will not come. It may have ended the connection already.
        let _finished = connection.finish().await;
    }
    match connection.read().await {
        Ok(reply) => report.note(shot, &reply),
        Err(_) if cuttable => report.unanswered += 1,
        Err(error) => report.fault(format!("no answer: {error:#}\n  request: {}", shot.shown())),
    }
    Ok(())
}
