//! The server as a child process: started, watched, stopped and killed.

use super::{Connection, Keys, binary};
use anyhow::{Context as _, Result, bail};
use rustix::process::{Pid, Signal, kill_process};
use std::fs::{self, File};
use std::io::{BufRead as _, BufReader};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, ExitStatus, Stdio};
use std::time::Duration;
use tokio::task::spawn_blocking;
use tokio::time::timeout;

/// How long a start or an orderly stop may take.
const PATIENCE: Duration = Duration::from_secs(30);
/// What the line begins with that says where the server listens.
const READY: &str = "selvedge ready on http://";

/// How to start a server.
#[derive(Debug, Clone)]
pub struct Launch {
    /// Where its data is.
    pub data_dir: PathBuf,
    /// What it logs.
    pub log_level: &'static str,
    /// Where its log goes: beside the data, never into it.
    pub log: PathBuf,
    /// Variables for its environment, which has no others.
    pub environment: Vec<(&'static str, String)>,
}

impl Launch {
    /// A server with its data and its log inside `dir`.
    pub fn in_dir(dir: &Path, log_level: &'static str) -> Self {
        Self {
            data_dir: dir.join("data"),
            log_level,
            log: dir.join("selvedge.log"),
            environment: Vec::new(),
        }
    }
}

/// A running server. Dropping it kills it.
#[derive(Debug)]
pub struct Server {
    child: Child,
    /// Where it listens.
    pub address: SocketAddr,
    data_dir: PathBuf,
}

impl Server {
    /// Starts one and waits until it says that it is ready.
    pub async fn start(launch: &Launch) -> Result<Self> {
        let mut child = spawn(launch)?;
        let stdout = child.stdout.take().context("take the output of the server")?;
        let waiting = timeout(PATIENCE, spawn_blocking(move || wait_until_ready(stdout)));
        let address = match waiting.await {
            Ok(told) => told.context("wait for the server")?,
            Err(_) => Err(anyhow::anyhow!("the server was not ready in time")),
        };
        match address {
            Ok(address) => Ok(Self {
                child,
                address,
                data_dir: launch.data_dir.clone(),
            }),
            Err(error) => {
                child.kill().context("kill a server that did not start")?;
                child.wait().context("wait for a server that did not start")?;
                let log = fs::read_to_string(&launch.log).unwrap_or_default();
                Err(error.context(log))
            }
        }
    }

    /// The first team's keys, from the file that the first start wrote.
    pub fn keys(&self) -> Result<Keys> {
        let path = self.data_dir.join("credentials.env");
        let text = fs::read_to_string(path).context("read the credentials file")?;
        let value = |name: &str| {
            text.lines()
                .find_map(|line| line.strip_prefix(name)?.strip_prefix('='))
                .map(str::to_owned)
                .with_context(|| format!("the credentials file has no {name}"))
        };
        Ok(Keys {
            client_id: value("PLAID_CLIENT_ID")?,
            secret: value("PLAID_SECRET")?,
        })
    }

    /// A new connection to it.
    pub async fn connect(&self) -> Result<Connection> {
        Connection::open(self.address).await
    }

    /// Kills it without a warning (SIGKILL), and waits until it is gone.
    pub fn kill(mut self) -> Result<()> {
        self.child.kill().context("kill the server")?;
        self.child.wait().context("wait for the killed server")?;
        Ok(())
    }

    /// Asks it to stop (SIGTERM).
    pub fn ask_to_stop(&self) -> Result<()> {
        let pid = i32::try_from(self.child.id()).ok().and_then(Pid::from_raw);
        kill_process(pid.context("the server has no id")?, Signal::TERM).context("signal the server")
    }

    /// Waits until it has ended by itself.
    pub async fn ended(mut self) -> Result<ExitStatus> {
        let waiting = spawn_blocking(move || {
            let status = self.child.wait();
            drop(self);
            status
        });
        let status = timeout(PATIENCE, waiting)
            .await
            .context("the server did not end in time")?;
        status
            .context("wait for the server")?
            .context("wait for the server")
    }

    /// How much memory it holds, in KiB.
    pub fn resident_kib(&self) -> Result<u64> {
        let path = format!("/proc/{}/status", self.child.id());
        let status = fs::read_to_string(path).context("read the server's memory")?;
        status
            .lines()
            .find_map(|line| {
                line.strip_prefix("VmRSS:")?
                    .split_whitespace()
                    .next()?
                    .parse()
                    .ok()
            })
            .context("no figure of memory")
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended already, and then there is nothing to do.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

fn spawn(launch: &Launch) -> Result<Child> {
    let log = File::options()
        .create(true)
        .append(true)
        .open(&launch.log)
        .context("open the log")?;
    Command::new(binary()?)
        .args(["serve", "--listen", "127.0.0.1:0"])
        .arg("--data-dir")
        .arg(&launch.data_dir)
        .args(["--log-level", launch.log_level])
        .env_clear()
        .envs(launch.environment.iter().map(|(name, value)| (name, value)))
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(log)
        .spawn()
        .context("start the server")
}

/// The address in the line that says so. The rest of the output is read by a thread of its own, so that
/// the server can always write.
fn wait_until_ready(stdout: ChildStdout) -> Result<SocketAddr> {
    let mut lines = BufReader::new(stdout).lines();
    for line in lines.by_ref() {
        let line = line.context("read the output of the server")?;
        if let Some(address) = line.strip_prefix(READY) {
            let address = address.parse().with_context(|| format!("no address: {line}"))?;
            std::thread::spawn(move || lines.for_each(drop));
            return Ok(address);
        }
    }
    bail!("the server ended before it was ready")
}
