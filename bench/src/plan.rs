//! What is measured, in which order. Servers that are compared run at the same time and take turns, so that
//! a busy minute hits all of them.

use std::collections::BTreeMap;
use std::fs;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, bail};
use serde::Serialize;

use crate::Options;
use crate::counts::{self, Calls};
use crate::life::{self, Memory, StartUp};
use crate::load::{Ask, Figure, Push, Sample, sample};
use crate::machine;
use crate::server::{CLIENT_ID, SECRET, Server, Start, body, program};

/// The clients of a measurement of reading.
pub(crate) const READERS: [u32; 2] = [16, 64];
/// The clients of a measurement of exchanging.
pub(crate) const EXCHANGERS: [u32; 3] = [1, 16, 64];
/// Public tokens: enough for every exchange of a run.
const PUBLIC: u64 = 1_500_000;

/// Everything that a run found out.
#[derive(Debug, Serialize)]
pub(crate) struct Results {
    pub(crate) quick: bool,
    pub(crate) cores: usize,
    pub(crate) items: u64,
    /// Reading with the server on one core and the load on the other, by subject and clients.
    pub(crate) pinned: BTreeMap<String, Figure>,
    /// Reading with server, database and load on all cores.
    pub(crate) shared: BTreeMap<String, Figure>,
    /// Exchanging, server on one core.
    pub(crate) exchange: BTreeMap<u32, Figure>,
    /// Updates a second in process, on the same core.
    pub(crate) commit: BTreeMap<u32, f64>,
    /// Syncs a second.
    pub(crate) fsync: f64,
    /// Instructions a request.
    pub(crate) instructions: BTreeMap<String, f64>,
    /// System calls a request.
    pub(crate) calls: BTreeMap<String, Calls>,
    pub(crate) start_up: BTreeMap<String, StartUp>,
    pub(crate) memory: Memory,
    pub(crate) binary_mb: f64,
}

/// How much is measured.
struct Extent {
    rounds: usize,
    seconds: u32,
    starts: u32,
    million: Option<u64>,
}

impl Extent {
    fn of(options: &Options) -> Self {
        if options.quick {
            Self {
                rounds: 3,
                seconds: 1,
                starts: 20,
                million: None,
            }
        } else {
            Self {
                rounds: 5,
                seconds: 2,
                starts: 30,
                million: Some(1_000_000),
            }
        }
    }
}

/// Runs everything.
pub(crate) fn run(options: &Options) -> Result<Results> {
    let extent = Extent::of(options);
    let work = options.work.as_path();
    let small = seeded(options, "sqlite-10k", 10_000, 0, None)?;
    let exchange = seeded(
        &Options {
            reuse: false,
            ..again(options)
        },
        "exchange-10k",
        10_000,
        PUBLIC,
        None,
    )?;
    let million = extent
        .million
        .map(|items| seeded(options, "sqlite-1m", items, 0, None))
        .transpose()?;
    let answer = answer(&small, work)?;

    say("reading, one core for the server");
    let pinned = reading_pinned(&extent, &small, million.as_deref(), &answer, work)?;
    say("reading, SQLite and PostgreSQL on all cores");
    let shared = reading_shared(options, &extent, &small, million.as_deref())?;
    say("exchanging");
    let (exchanged, commit, fsync, next) = exchanging(&extent, &exchange, work)?;
    say("instructions and system calls");
    let (instructions, calls) = counted(&extent, &small, &exchange, next, &answer, work)?;
    say("start and memory");
    let mut start_up = BTreeMap::new();
    for (name, dir) in [("10 k", Some(&small)), ("1 M", million.as_ref())] {
        let Some(dir) = dir else { continue };
        let token = life::first_line(&dir.join("access.txt"))?;
        let figure = life::start_up(&Start::selvedge(dir)?, free_port()?, &token, extent.starts, work)?;
        start_up.insert(name.to_owned(), figure);
    }
    let push = push(64, &extent, true);
    let memory = life::memory(
        &Start::selvedge(&small)?.pinned(),
        &small.join("access.txt"),
        push,
        work,
    )?;
    Ok(Results {
        quick: options.quick,
        cores: std::thread::available_parallelism()?.get(),
        items: extent.million.unwrap_or(10_000),
        pinned,
        shared,
        exchange: exchanged,
        commit,
        fsync,
        instructions,
        calls,
        start_up,
        memory,
        binary_mb: fs::metadata(program("selvedge")?)?.len() as f64 / 1e6,
    })
}

fn again(options: &Options) -> Options {
    Options {
        quick: options.quick,
        write: options.write,
        reuse: options.reuse,
        postgres: options.postgres.clone(),
        work: options.work.clone(),
    }
}

fn say(what: &str) {
    eprintln!("bench: {what}");
}

fn push(connections: u32, extent: &Extent, pinned: bool) -> Push {
    Push {
        connections,
        seconds: extent.seconds,
        pinned,
    }
}

/// A seeded folder.
fn seeded(options: &Options, name: &str, items: u64, public: u64, url: Option<&str>) -> Result<PathBuf> {
    let dir = options.work.join(name);
    if options.reuse && url.is_none() && dir.join("data/selvedge.db").is_file() {
        return Ok(dir);
    }
    say(&format!("seeding {name}"));
    if dir.exists() {
        fs::remove_dir_all(&dir)?;
    }
    let mut command = Command::new(program("bench-seed")?);
    command
        .arg(&dir)
        .args(["--items", &items.to_string(), "--public", &public.to_string()])
        .env("PLAID_CLIENT_ID", CLIENT_ID)
        .env("PLAID_SECRET", SECRET);
    if let Some(url) = url {
        command.env("SELVEDGE_DATABASE_URL", url);
    }
    if !command.status()?.success() {
        bail!("cannot seed {name}");
    }
    Ok(dir)
}

/// A copy of a seeded folder, for a second server on the same data.
fn copied(dir: &Path, name: &str) -> Result<PathBuf> {
    let copy = dir.with_file_name(name);
    drop(fs::remove_dir_all(&copy));
    let status = Command::new("cp").arg("-r").args([dir, &copy]).status()?;
    if !status.success() {
        bail!("cannot copy {}", dir.display());
    }
    Ok(copy)
}

/// A real answer, for the floor to give.
fn answer(dir: &Path, work: &Path) -> Result<PathBuf> {
    let server = Start::selvedge(dir)?.run(&work.join("answer.log"))?;
    let token = life::first_line(&dir.join("access.txt"))?;
    let (status, answer) = server
        .connect()?
        .post("/auth/get", &body("access_token", &token))?;
    if status != 200 {
        bail!("/auth/get answered {status}: {answer}");
    }
    let path = work.join("answer.json");
    fs::write(&path, answer)?;
    Ok(path)
}

/// One server among those that take turns.
struct Subject {
    name: &'static str,
    server: Server,
    tokens: PathBuf,
    helpers: Vec<u32>,
}

impl Subject {
    fn new(name: &'static str, start: &Start, dir: &Path, work: &Path) -> Result<Self> {
        Ok(Self {
            name,
            server: start.run(&work.join(format!("{name}.log")))?,
            tokens: dir.join("access.txt"),
            helpers: Vec::new(),
        })
    }
}

/// Lets every subject be read in turns, forwards and backwards.
fn take_turns(subjects: &[Subject], extent: &Extent, pinned: bool) -> Result<BTreeMap<String, Figure>> {
    let mut samples: BTreeMap<String, Vec<Sample>> = BTreeMap::new();
    for round in 0..extent.rounds {
        let mut order: Vec<&Subject> = subjects.iter().collect();
        if round % 2 == 1 {
            order.reverse();
        }
        for subject in order {
            for connections in READERS {
                let ask = Ask::auth(&subject.tokens);
                let push = push(connections, extent, pinned);
                let (sample, _) = sample(&subject.server, &ask, push, &subject.helpers)?;
                let name = format!("{} · {connections}", subject.name);
                samples.entry(name).or_default().push(sample);
            }
        }
    }
    Ok(samples
        .into_iter()
        .map(|(name, samples)| (name, Figure::of(&samples)))
        .collect())
}

fn reading_pinned(
    extent: &Extent,
    small: &Path,
    million: Option<&Path>,
    answer: &Path,
    work: &Path,
) -> Result<BTreeMap<String, Figure>> {
    let (logged, secure) = (
        copied(small, "sqlite-10k-logged")?,
        copied(small, "sqlite-10k-tls")?,
    );
    let (cert, key) = certificate(work)?;
    let start = |dir: &Path| Start::selvedge(dir).map(Start::pinned);
    let mut subjects = vec![
        Subject::new("floor", &Start::floor(answer)?.pinned(), small, work)?,
        Subject::new("10 k", &start(small)?, small, work)?,
        Subject::new("10 k logged", &logged_from(&logged)?.pinned(), &logged, work)?,
        Subject::new(
            "10 k TLS",
            &start(&secure)?.with(&["--tls-cert", &cert, "--tls-key", &key]),
            &secure,
            work,
        )?,
    ];
    if let Some(dir) = million {
        subjects.push(Subject::new("1 M", &start(dir)?, dir, work)?);
    }
    take_turns(&subjects, extent, true)
}

/// With a line in the log for each request.
fn logged_from(dir: &Path) -> Result<Start> {
    let mut start = Start::selvedge(dir)?;
    start.command.truncate(start.command.len() - 2);
    Ok(start.with(&["--log-level", "info", "--log-format", "json"]))
}

/// A certificate that nobody signed.
fn certificate(work: &Path) -> Result<(String, String)> {
    let (cert, key) = (work.join("cert.pem"), work.join("key.pem"));
    let output = Command::new("openssl")
        .args([
            "req",
            "-x509",
            "-newkey",
            "ec",
            "-pkeyopt",
            "ec_paramgen_curve:P-256",
            "-nodes",
        ])
        .args([
            "-days",
            "2",
            "-subj",
            "/CN=localhost",
            "-addext",
            "subjectAltName=IP:127.0.0.1",
        ])
        .arg("-keyout")
        .arg(&key)
        .arg("-out")
        .arg(&cert)
        .output()
        .context("cannot start openssl")?;
    if !output.status.success() {
        bail!(
            "cannot make a certificate: {}",
            String::from_utf8_lossy(&output.stderr)
        );
    }
    Ok((cert.display().to_string(), key.display().to_string()))
}

fn reading_shared(
    options: &Options,
    extent: &Extent,
    small: &Path,
    million: Option<&Path>,
) -> Result<BTreeMap<String, Figure>> {
    let work = options.work.as_path();
    let mut subjects = vec![Subject::new(
        "SQLite 10 k",
        &Start::selvedge(small)?,
        small,
        work,
    )?];
    if let Some(dir) = million {
        subjects.push(Subject::new("SQLite 1 M", &Start::selvedge(dir)?, dir, work)?);
    }
    if let Some(url) = &options.postgres {
        subjects.push(on_postgres(
            options,
            url,
            "PostgreSQL 10 k",
            "postgres-10k",
            10_000,
        )?);
        if let Some(items) = extent.million {
            subjects.push(on_postgres(options, url, "PostgreSQL 1 M", "postgres-1m", items)?);
        }
        let port = url
            .rsplit_once(':')
            .and_then(|(_, rest)| rest.split('/').next()?.parse().ok());
        for subject in &mut subjects {
            if subject.name.starts_with("PostgreSQL") {
                // Its connections are made at the first request.
                subject
                    .server
                    .connect()?
                    .post("/auth/get", &body("access_token", "none"))?;
                subject.helpers = port.map(machine::postgres_on).unwrap_or_default();
            }
        }
    }
    take_turns(&subjects, extent, false)
}

fn on_postgres(
    options: &Options,
    url: &str,
    name: &'static str,
    folder: &str,
    items: u64,
) -> Result<Subject> {
    let database = format!("bench_{items}");
    let create = format!("CREATE DATABASE {database}");
    let output = Command::new("psql")
        .args(["--quiet", "--dbname", url, "--command", &create])
        .output()?;
    if !output.status.success() {
        bail!(
            "cannot make a database: {}",
            String::from_utf8_lossy(&output.stderr)
        );
    }
    let (server, _) = url
        .rsplit_once('/')
        .context("the PostgreSQL address names no database")?;
    let url = format!("{server}/{database}");
    let dir = seeded(options, folder, items, 0, Some(&url))?;
    let analyze = Command::new("psql")
        .args(["--quiet", "--dbname", &url, "--command", "VACUUM ANALYZE"])
        .status()?;
    if !analyze.success() {
        bail!("cannot analyse {database}");
    }
    Subject::new(
        name,
        &Start::selvedge(&dir)?.on_postgres(&url),
        &dir,
        &options.work,
    )
}

type Exchanged = (BTreeMap<u32, Figure>, BTreeMap<u32, f64>, f64, u64);

/// Exchanges, each token once, in turns with updates in process on the same core and disk.
fn exchanging(extent: &Extent, dir: &Path, work: &Path) -> Result<Exchanged> {
    let server = Start::selvedge(dir)?.pinned().run(&work.join("exchange.log"))?;
    let tokens = dir.join("public.txt");
    let mut samples: BTreeMap<u32, Vec<Sample>> = BTreeMap::new();
    let mut commits: BTreeMap<String, Vec<f64>> = BTreeMap::new();
    let mut next = 0;
    for _ in 0..extent.rounds {
        for clients in EXCHANGERS {
            let ask = Ask::exchange(&tokens, next);
            let (sample, issued) = sample(&server, &ask, push(clients, extent, true), &[])?;
            if issued > PUBLIC {
                bail!("the public tokens ran out: the figure would be wrong");
            }
            next = issued;
            samples.entry(clients).or_default().push(sample);
        }
        for (name, figure) in commit(extent, work)? {
            commits.entry(name).or_default().push(figure);
        }
    }
    let fsync = machine::median(commits.remove("fsync").unwrap_or_default());
    let commit = commits
        .into_iter()
        .filter_map(|(name, figures)| Some((name.parse().ok()?, machine::median(figures))))
        .collect();
    let samples = samples
        .into_iter()
        .map(|(clients, samples)| (clients, Figure::of(&samples)));
    Ok((samples.collect(), commit, fsync, next))
}

fn commit(extent: &Extent, work: &Path) -> Result<BTreeMap<String, f64>> {
    let clients = EXCHANGERS.map(|clients| clients.to_string()).join(",");
    let output = Command::new("taskset")
        .args(["-c", "0", &program("bench-commit")?])
        .arg(work.join("commit"))
        .args(["--clients", &clients, "--seconds", &extent.seconds.to_string()])
        .args(["--tokens", &(300_000 * extent.seconds).to_string()])
        .output()?;
    if !output.status.success() {
        bail!("bench-commit failed: {}", String::from_utf8_lossy(&output.stderr));
    }
    Ok(serde_json::from_slice(&output.stdout)?)
}

type Counted = (BTreeMap<String, f64>, BTreeMap<String, Calls>);

fn counted(
    extent: &Extent,
    small: &Path,
    exchange: &Path,
    next: u64,
    answer: &Path,
    work: &Path,
) -> Result<Counted> {
    let (access, public) = (small.join("access.txt"), exchange.join("public.txt"));
    let (auth, floor) = (Start::selvedge(small)?, Start::floor(answer)?);
    let trade = Start::selvedge(exchange)?;
    let mut instructions = BTreeMap::new();
    let mut calls = BTreeMap::new();
    for (name, start) in [("floor", &floor), ("/auth/get", &auth)] {
        let ask = Ask::auth(&access);
        instructions.insert(name.to_owned(), counts::instructions(start, &ask, work)?);
        let (figure, _) = counts::calls(&start.clone().pinned(), &ask, push(16, extent, true), work)?;
        calls.insert(format!("{name} · 16"), figure);
    }
    let mut next = next;
    for clients in EXCHANGERS {
        let ask = Ask::exchange(&public, next);
        let (figure, issued) =
            counts::calls(&trade.clone().pinned(), &ask, push(clients, extent, true), work)?;
        next = issued;
        calls.insert(format!("exchange · {clients}"), figure);
    }
    let ask = Ask::exchange(&public, next);
    instructions.insert("exchange".to_owned(), counts::instructions(&trade, &ask, work)?);
    Ok((instructions, calls))
}

fn free_port() -> Result<u16> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?.port())
}
