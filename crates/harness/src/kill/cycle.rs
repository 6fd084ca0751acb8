//! Rounds of load, kill, restart and questions, on several servers side by side.

use super::grant::{Grant, Settled};
use super::load::Client;
use super::verdict::{Inspector, Violation};
use crate::outside::{Connection, Dice, Launch, Server};
use anyhow::{Context as _, Result};
use selvedge_store::{Backend, Settings, Sql, Store};
use std::fs;
use std::path::Path;
use std::time::Duration;
use tempfile::TempDir;
use tokio::task::JoinSet;
use tokio::time::Instant;

/// How many clients load a server at once.
const CLIENTS: usize = 4;
/// The longest that a server lives under load, milliseconds.
const LIFE_MS: usize = 120;
/// How many grants of earlier rounds are looked at again in each round.
const LOOKED_AT_AGAIN: usize = 8;
/// How many unused tokens go from one round into the next.
const WAITING: usize = 6;

static INTEGRITY: Sql = Sql::shared("INTEGRITY", "PRAGMA integrity_check");

/// Something that is known to be wrong, to see that the test notices.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Saboteur {
    /// After every second kill the disk is found as it was at the start of the round, as when a server
    /// acknowledges what it has not made durable and the power fails.
    ForgetfulDisk,
}

/// What to run.
#[derive(Debug, Clone, Copy)]
pub struct Plan {
    /// How often servers are killed, all in all.
    pub kills: usize,
    /// How many servers run side by side.
    pub lanes: usize,
    /// Where chance begins.
    pub seed: u64,
    /// What is sabotaged.
    pub saboteur: Option<Saboteur>,
}

/// What was seen.
#[derive(Debug, Default)]
pub struct Report {
    /// How often a server was killed.
    pub kills: usize,
    /// Public tokens that were acknowledged.
    pub tokens: usize,
    /// Exchanges that were sent under load.
    pub exchanges: usize,
    /// Of these, those that no answer came for.
    pub unknown: usize,
    /// Grants whose last access token is known and works.
    pub live: usize,
    /// Grants whose Item was removed.
    pub removed: usize,
    /// Grants whose answer was lost without a key.
    pub orphaned: usize,
    /// The longest that a killed server took to be ready again.
    pub slowest_start: Duration,
    /// Broken promises.
    pub violations: Vec<Violation>,
}

/// Runs the plan.
pub async fn run(plan: Plan) -> Result<Report> {
    let mut dice = Dice::new(plan.seed);
    let mut lanes = JoinSet::new();
    for number in 0..plan.lanes.max(1) {
        let share = plan.kills / plan.lanes.max(1) + usize::from(number < plan.kills % plan.lanes.max(1));
        lanes.spawn(lane(share, dice.fork(), plan.saboteur));
    }
    let mut report = Report::default();
    while let Some(ended) = lanes.join_next().await {
        report.add(ended.context("a lane panicked")??);
    }
    Ok(report)
}

impl Report {
    fn add(&mut self, other: Self) {
        self.kills += other.kills;
        self.tokens += other.tokens;
        self.exchanges += other.exchanges;
        self.unknown += other.unknown;
        self.live += other.live;
        self.removed += other.removed;
        self.orphaned += other.orphaned;
        self.slowest_start = self.slowest_start.max(other.slowest_start);
        self.violations.extend(other.violations);
    }
}

/// One server's many lives.
async fn lane(kills: usize, dice: Dice, saboteur: Option<Saboteur>) -> Result<Report> {
    let dir = TempDir::with_prefix("selvedge-kill-").context("make a directory")?;
    let launch = Launch::in_dir(dir.path(), "error");
    let mut lane = Lane {
        dice,
        report: Report::default(),
        waiting: Vec::new(),
        settled: Vec::new(),
    };
    let mut server = Server::start(&launch).await?;
    for round in 0..kills {
        lane.top_up(&server).await?;
        let snapshot = match saboteur {
            // Every other round is remembered, so that there is something to exchange in the next.
            Some(Saboteur::ForgetfulDisk) if round % 2 == 0 => None,
            Some(Saboteur::ForgetfulDisk) => {
                // Copied while nobody writes.
                server.kill()?;
                let snapshot = Snapshot::take(&launch.data_dir)?;
                server = Server::start(&launch).await?;
                Some(snapshot)
            }
            None => None,
        };
        let fresh = lane.load_and_kill(server).await?;
        if let Some(snapshot) = snapshot {
            snapshot.put_back()?;
        }
        let begun = Instant::now();
        server = Server::start(&launch).await?;
        lane.report.slowest_start = lane.report.slowest_start.max(begun.elapsed());
        lane.question(&server, fresh).await?;
    }
    lane.question_everything(&server).await?;
    server.kill()?;
    check_integrity(&launch.data_dir).await?;
    Ok(lane.report)
}

struct Lane {
    dice: Dice,
    report: Report,
    /// Tokens that were not tried yet.
    waiting: Vec<Grant>,
    /// Everything that was brought to its end.
    settled: Vec<(Grant, Settled)>,
}

impl Lane {
    /// Makes tokens, so that each round begins with some that were acknowledged before it.
    async fn top_up(&mut self, server: &Server) -> Result<()> {
        let mut connection = server.connect().await?;
        let client = Client {
            address: server.address,
            keys: server.keys()?,
            dice: self.dice.fork(),
            waiting: Vec::new(),
        };
        while self.waiting.len() < WAITING {
            let made = client.create(&mut connection).await;
            self.waiting.push(made.context("make a token on an idle server")?);
        }
        Ok(())
    }

    /// Lets clients work until a random moment, kills the server, and collects what they learnt.
    async fn load_and_kill(&mut self, server: Server) -> Result<Vec<Grant>> {
        let keys = server.keys()?;
        let mut clients = JoinSet::new();
        for _ in 0..CLIENTS {
            let share = self.waiting.len().min(WAITING.div_ceil(CLIENTS));
            clients.spawn(
                Client {
                    address: server.address,
                    keys: keys.clone(),
                    dice: self.dice.fork(),
                    waiting: self.waiting.split_off(self.waiting.len() - share),
                }
                .work(),
            );
        }
        let life = u64::try_from(self.dice.below(LIFE_MS)).unwrap_or_default();
        wait(Duration::from_millis(life)).await;
        server.kill()?;
        self.report.kills += 1;
        let mut grants = Vec::new();
        while let Some(learnt) = clients.join_next().await {
            grants.extend(learnt.context("a client panicked")?);
        }
        for grant in &grants {
            self.report.exchanges += grant.attempts.len();
            let unknown =
                |attempt: &&super::grant::Attempt| attempt.outcome == super::grant::Outcome::Unknown;
            self.report.unknown += grant.attempts.iter().filter(unknown).count();
        }
        Ok(grants)
    }

    /// Asks about everything of this round, but for a few unused tokens, and about some of earlier rounds.
    async fn question(&mut self, server: &Server, fresh: Vec<Grant>) -> Result<()> {
        let mut inspector = self.inspector(server).await?;
        for mut grant in fresh {
            if grant.attempts.is_empty() && self.waiting.len() < WAITING {
                self.waiting.push(grant);
                continue;
            }
            let settled = inspector.settle(&mut grant).await?;
            self.settled.push((grant, settled));
        }
        for _ in 0..LOOKED_AT_AGAIN {
            if let Some((grant, settled)) = self.dice.pick(&self.settled) {
                inspector.confirm(grant, *settled).await?;
            }
        }
        self.report.violations.append(&mut inspector.violations);
        Ok(())
    }

    async fn question_everything(&mut self, server: &Server) -> Result<()> {
        let mut inspector = self.inspector(server).await?;
        for mut grant in std::mem::take(&mut self.waiting) {
            let settled = inspector.settle(&mut grant).await?;
            self.settled.push((grant, settled));
        }
        for (grant, settled) in &self.settled {
            inspector.confirm(grant, *settled).await?;
            match settled {
                Settled::Live => self.report.live += 1,
                Settled::Removed => self.report.removed += 1,
                Settled::Orphaned => self.report.orphaned += 1,
            }
        }
        self.report.tokens = self.settled.len();
        self.report.violations.append(&mut inspector.violations);
        Ok(())
    }

    async fn inspector(&self, server: &Server) -> Result<Inspector> {
        Ok(Inspector {
            connection: Connection::open(server.address).await?,
            keys: server.keys()?,
            violations: Vec::new(),
        })
    }
}

/// The data of a server, copied aside.
struct Snapshot<'d> {
    data_dir: &'d Path,
    copy: TempDir,
}

/// The database and its companions.
const FILES: &[&str] = &["selvedge.db", "selvedge.db-wal"];

impl<'d> Snapshot<'d> {
    fn take(data_dir: &'d Path) -> Result<Self> {
        let copy = TempDir::with_prefix("selvedge-snapshot-").context("make a directory")?;
        let snapshot = Self { data_dir, copy };
        snapshot.each(|file, copy| {
            if file.exists() {
                fs::copy(file, copy).map(drop)
            } else {
                Ok(())
            }
        })?;
        Ok(snapshot)
    }

    fn put_back(self) -> Result<()> {
        let index = self.data_dir.join("selvedge.db-shm");
        if index.exists() {
            fs::remove_file(index).context("remove the index")?;
        }
        self.each(|file, copy| {
            if copy.exists() {
                fs::copy(copy, file).map(drop)
            } else if file.exists() {
                fs::remove_file(file)
            } else {
                Ok(())
            }
        })
    }

    fn each(&self, work: impl Fn(&Path, &Path) -> std::io::Result<()>) -> Result<()> {
        FILES.iter().try_for_each(|name| {
            work(&self.data_dir.join(name), &self.copy.path().join(name))
                .with_context(|| format!("copy {name}"))
        })
    }
}

/// Opens what the last server left and lets the database look through all of it.
async fn check_integrity(data_dir: &Path) -> Result<()> {
    let path = data_dir.join("selvedge.db");
    let store = Store::open(Settings::new(
        Backend::Sqlite { path },
        jiff::Timestamp::UNIX_EPOCH,
    ))
    .await?;
    let told = store
        .reader()
        .all(&INTEGRITY, &[], |row| row.text(0).map(str::to_owned))
        .await?;
    store.close().await;
    anyhow::ensure!(told == ["ok"], "the database is damaged: {told:?}");
    Ok(())
}

#[expect(clippy::disallowed_methods, reason = "a kill comes at a moment of real time")]
async fn wait(time: Duration) {
    tokio::time::sleep(time).await;
}
