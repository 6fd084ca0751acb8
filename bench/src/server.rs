//! A server under measurement: started as a user would start it, on a free port, stopped at the end.

use std::fs::File;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use anyhow::{Context as _, Result, bail};

/// The keys that every database of a benchmark is seeded with.
pub(crate) const CLIENT_ID: &str = "5e1bed6e0000000000000000";
/// The secret half.
pub(crate) const SECRET: &str = "5e1bed6e00000000000000000000000";

/// What lets the system choose where a server listens.
const FREE_PORT: &str = "127.0.0.1:0";

/// How to start a server.
#[derive(Clone, Default)]
pub(crate) struct Start {
    /// What runs the program: `taskset`, `valgrind`, …
    pub(crate) under: Vec<String>,
    /// The program and its arguments.
    pub(crate) command: Vec<String>,
    /// More environment.
    pub(crate) environ: Vec<(String, String)>,
}

impl Start {
    /// Selvedge on the seeded folder `dir`, without a log line for each request.
    pub(crate) fn selvedge(dir: &Path) -> Result<Self> {
        let data = dir.join("data").display().to_string();
        let command = [
            &program("selvedge")?,
            "serve",
            "--listen",
            FREE_PORT,
            "--data-dir",
            &data,
        ];
        Ok(Self {
            command: command.map(str::to_owned).to_vec(),
            ..Self::default()
        }
        .with(&["--log-level", "info,access=off"]))
    }

    /// The floor, which answers what is in `answer`.
    pub(crate) fn floor(answer: &Path) -> Result<Self> {
        Ok(Self {
            command: vec![program("bench-floor")?, answer.display().to_string()],
            ..Self::default()
        })
    }

    /// On this address in place of a free port.
    pub(crate) fn listening_on(mut self, address: &str) -> Self {
        for word in &mut self.command {
            if word == FREE_PORT {
                address.clone_into(word);
            }
        }
        self
    }

    /// More arguments.
    pub(crate) fn with(mut self, arguments: &[&str]) -> Self {
        self.command
            .extend(arguments.iter().map(|argument| (*argument).to_owned()));
        self
    }

    /// Run by another program.
    pub(crate) fn under(mut self, words: &[&str]) -> Self {
        self.under.extend(words.iter().map(|word| (*word).to_owned()));
        self
    }

    /// On the first core alone; the load has the second.
    pub(crate) fn pinned(self) -> Self {
        self.under(&["taskset", "-c", "0"])
    }

    /// On a PostgreSQL database.
    pub(crate) fn on_postgres(mut self, url: &str) -> Self {
        self.environ
            .push(("SELVEDGE_DATABASE_URL".to_owned(), url.to_owned()));
        self
    }

    /// The process, not waited for.
    pub(crate) fn spawn(&self, log: &Path) -> Result<Child> {
        let words: Vec<&String> = self.under.iter().chain(&self.command).collect();
        let (program, arguments) = words.split_first().context("nothing to start")?;
        Command::new(program)
            .args(arguments)
            .env("PLAID_CLIENT_ID", CLIENT_ID)
            .env("PLAID_SECRET", SECRET)
            .envs(self.environ.iter().map(|(name, value)| (name, value)))
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(File::create(log)?)
            .spawn()
            .with_context(|| format!("cannot start {program}"))
    }

    /// The server, once it said that it is ready.
    pub(crate) fn run(&self, log: &Path) -> Result<Server> {
        let mut child = self.spawn(log)?;
        let output = child.stdout.take().context("the server has no standard output")?;
        let mut lines = BufReader::new(output).lines();
        let url = lines.by_ref().map_while(Result::ok).find_map(|line| {
            line.split_once(" ready on ")
                .map(|(_, url)| url.trim().to_owned())
        });
        let Some(url) = url else {
            let said = std::fs::read_to_string(log).unwrap_or_default();
            bail!("a server did not become ready; it said:\n{said}");
        };
        // Nothing else is said; the pipe stays open for as long as the server lives.
        Ok(Server {
            child,
            url,
            log: log.to_owned(),
            _output: lines,
        })
    }
}

/// A program that is built beside this one.
pub(crate) fn program(name: &str) -> Result<String> {
    let own = std::env::current_exe()?;
    let path = own.with_file_name(name);
    if !path.is_file() {
        bail!("{} is not built; `cargo xtask bench` builds it", path.display());
    }
    Ok(path.display().to_string())
}

/// A running server; dropping it stops it.
pub(crate) struct Server {
    child: Child,
    /// Where it listens.
    pub(crate) url: String,
    /// What it wrote to standard error.
    pub(crate) log: PathBuf,
    _output: std::io::Lines<BufReader<std::process::ChildStdout>>,
}

impl Server {
    pub(crate) fn pid(&self) -> u32 {
        self.child.id()
    }

    pub(crate) fn address(&self) -> &str {
        self.url
            .split_once("://")
            .map_or(self.url.as_str(), |(_, rest)| rest)
    }

    pub(crate) fn connect(&self) -> Result<Client> {
        Client::connect(self.address())
    }

    /// Asks it to stop and waits until it has.
    pub(crate) fn stop(mut self) -> Result<PathBuf> {
        self.end()?;
        Ok(self.log.clone())
    }

    fn end(&mut self) -> Result<()> {
        signal(self.pid(), "TERM")?;
        self.child.wait()?;
        Ok(())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if matches!(self.child.try_wait(), Ok(None)) && self.end().is_err() {
            // Nothing better can be done about a process that cannot be stopped.
            drop(self.child.kill());
        }
    }
}

/// Sends a signal to a process of ours.
pub(crate) fn signal(pid: u32, name: &str) -> Result<()> {
    let status = Command::new("sh")
        .args(["-c", "kill -s \"$1\" \"$2\"", "sh", name, &pid.to_string()])
        .status()?;
    if !status.success() {
        bail!("cannot send {name} to {pid}");
    }
    Ok(())
}

/// One connection that is kept alive, and no more HTTP than the servers here speak.
pub(crate) struct Client(TcpStream);

impl Client {
    pub(crate) fn connect(address: &str) -> Result<Self> {
        let stream = TcpStream::connect(address)?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(Duration::from_secs(60)))?;
        Ok(Self(stream))
    }

    /// Posts `body` and returns the status and the body of the answer.
    pub(crate) fn post(&mut self, path: &str, body: &str) -> Result<(u16, String)> {
        let request = format!(
            "POST {path} HTTP/1.1\r\nHost: bench\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
            body.len()
        );
        self.0.write_all(request.as_bytes())?;
        let mut bytes = Vec::new();
        let mut piece = [0; 16_384];
        loop {
            if let Some(answer) = whole(&bytes) {
                return Ok(answer);
            }
            let count = self.0.read(&mut piece)?;
            if count == 0 {
                bail!("the server hung up");
            }
            bytes.extend_from_slice(&piece[..count]);
        }
    }
}

/// The answer in `bytes`, if all of it is there.
fn whole(bytes: &[u8]) -> Option<(u16, String)> {
    let text = std::str::from_utf8(bytes).ok()?;
    let (head, body) = text.split_once("\r\n\r\n")?;
    let length = head.lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        let wanted = name.eq_ignore_ascii_case("content-length");
        wanted.then(|| value.trim().parse::<usize>().ok()).flatten()
    })?;
    let status = head.split(' ').nth(1)?.parse().ok()?;
    (body.len() >= length).then(|| (status, body.to_owned()))
}

/// The body of an `/auth/get`, or of another call with a token in `field`.
pub(crate) fn body(field: &str, token: &str) -> String {
    format!(r#"{{"client_id":"{CLIENT_ID}","secret":"{SECRET}","{field}":"{token}"}}"#)
}
