//! A private `PostgreSQL` for the length of one command.
//!
//! A fresh cluster in a temporary folder, on a free loopback port and its own socket. It never
//! touches a server that is already there, and it is not durable: what it holds is test data.

use std::env;
use std::fs::{self, File};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

use anyhow::{Context as _, Result, bail};
use clap::Args;
use tempfile::TempDir;

use crate::process;

/// The variable that tells tests where the server is.
pub(crate) const URL_VARIABLE: &str = "SELVEDGE_TEST_POSTGRES_URL";
/// How often a starting server is looked at.
const START_POLL: Duration = Duration::from_millis(50);
/// How many looks a starting server is given: thirty seconds.
const START_LOOKS: u32 = 600;
/// The unprivileged user that runs the server when we are root.
const UNPRIVILEGED: &str = "postgres";

/// What to run.
#[derive(Debug, Args)]
pub(crate) struct Options {
    /// The command and its arguments
    #[arg(trailing_var_arg = true, allow_hyphen_values = true, required = true)]
    command: Vec<String>,
}

/// Runs one command beside a private server.
pub(crate) fn run(options: &Options) -> Result<()> {
    let Some((program, arguments)) = options.command.split_first() else {
        bail!("name the command to run beside the server");
    };
    let server = Postgres::start()?;
    process::check(
        process::command(program)
            .args(arguments)
            .env(URL_VARIABLE, server.url()),
    )
}

/// A running private server; dropping it stops it and removes its files.
#[derive(Debug)]
pub(crate) struct Postgres {
    folder: TempDir,
    binaries: PathBuf,
    port: u16,
    child: Option<Child>,
}

impl Postgres {
    /// Makes a cluster and starts it.
    pub(crate) fn start() -> Result<Self> {
        let folder = tempfile::Builder::new()
            .prefix("selvedge-pg-")
            .tempdir()
            .context("cannot make a folder for the database")?;
        if process::is_root() {
            process::check(process::command("chown").arg(UNPRIVILEGED).arg(folder.path()))?;
        }
        let mut server = Self {
            folder,
            binaries: binaries()?,
            port: free_port()?,
            child: None,
        };
        server.create_cluster()?;
        server.launch()?;
        Ok(server)
    }

    /// The address of its `postgres` database, as its superuser.
    pub(crate) fn url(&self) -> String {
        format!("postgres://{UNPRIVILEGED}@127.0.0.1:{}/postgres", self.port)
    }

    fn create_cluster(&self) -> Result<()> {
        let mut command = self.tool("initdb");
        command
            .arg("--pgdata")
            .arg(self.cluster())
            .args(["--username", UNPRIVILEGED, "--auth", "trust"])
            .args(["--encoding", "UTF8", "--locale", "C", "--no-sync"]);
        process::capture(&mut command).map(drop)
    }

    /// Starts the server as a child, not as a daemon: what ends us at the terminal ends it too.
    fn launch(&mut self) -> Result<()> {
        let log = self.folder.path().join("log");
        let mut command = self.tool("postgres");
        command
            .arg("-D")
            .arg(self.cluster())
            .arg("-k")
            .arg(self.folder.path())
            .args(["-p", &self.port.to_string(), "-c", "listen_addresses=127.0.0.1"])
            .args(["-c", "max_connections=300", "-c", "fsync=off"])
            .stdin(Stdio::null())
            .stderr(File::create(&log)?);
        self.child = Some(command.spawn().context("cannot start PostgreSQL")?);
        for _ in 0..START_LOOKS {
            if self.is_ready() {
                return Ok(());
            }
            thread::sleep(START_POLL);
        }
        let said = fs::read_to_string(&log).unwrap_or_default();
        bail!("PostgreSQL did not start:\n{said}")
    }

    fn is_ready(&self) -> bool {
        let mut command = self.tool("pg_isready");
        command.args(["--quiet", "--host", "127.0.0.1", "--port", &self.port.to_string()]);
        command.status().is_ok_and(|status| status.success())
    }

    fn cluster(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// A tool of the server, run as a user that the server accepts.
    fn tool(&self, name: &str) -> Command {
        let tool = self.binaries.join(name);
        let mut command = if process::is_root() {
            // Unlike runuser it becomes the tool, so that a signal to it reaches the tool.
            let mut command = process::command("setpriv");
            command
                .args([
                    "--reuid",
                    UNPRIVILEGED,
                    "--regid",
                    UNPRIVILEGED,
                    "--init-groups",
                    "--",
                ])
                .arg(tool);
            command
        } else {
            process::command(tool)
        };
        command.current_dir(self.folder.path());
        command
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        if let Some(child) = &mut self.child {
            // To PostgreSQL this means: disconnect everybody and stop.
            process::stop(child, "INT");
        }
    }
}

/// The newest installed server's tools.
pub(crate) fn binaries() -> Result<PathBuf> {
    let mut found: Vec<(u32, PathBuf)> = fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| {
            let version = entry.file_name().to_string_lossy().parse().ok()?;
            Some((version, entry.path().join("bin")))
        })
        .filter(|(_, folder)| folder.join("initdb").is_file())
        .collect();
    found.sort();
    if let Some((_, folder)) = found.pop() {
        return Ok(folder);
    }
    process::which("initdb")
        .and_then(|file| file.parent().map(Path::to_path_buf))
        .with_context(|| {
            let path = env::var_os("PATH").unwrap_or_default();
            format!("no initdb in /usr/lib/postgresql or on PATH ({})", path.display())
        })
}

/// A port that was free a moment ago.
fn free_port() -> Result<u16> {
    let listener = TcpListener::bind("127.0.0.1:0").context("cannot find a free port")?;
    Ok(listener.local_addr()?.port())
}
