//! One Selvedge for the length of one conformance run: own port, own data folder, stopped at the end.
//!
//! It drives the built binary as a user would; it links nothing of it.

use std::fs::{self, File};
use std::io::{BufRead as _, BufReader};
use std::path::PathBuf;
use std::process::{Child, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use anyhow::{Context as _, Result, bail};
use tempfile::TempDir;

use crate::process;

/// What the ready line says before the address.
const READY: &str = "selvedge ready on ";
/// How long a start may take on a busy machine.
const START_LIMIT: Duration = Duration::from_mins(1);
/// The keys that every client is given.
pub(crate) const CLIENT_ID: &str = "conformance-client";
/// The secret that goes with them.
pub(crate) const SECRET: &str = "conformance-secret";

/// A running server; dropping it stops it and removes its data.
#[derive(Debug)]
pub(crate) struct Server {
    child: Child,
    data: TempDir,
    /// Where it listens.
    pub(crate) url: String,
}

/// Builds the binary and says where it is.
pub(crate) fn build() -> Result<PathBuf> {
    process::check(process::cargo().args(["build", "--quiet", "--package", "selvedge"]))?;
    Ok(target()?.join("debug").join("selvedge"))
}

/// Where cargo puts what it builds.
pub(crate) fn target() -> Result<PathBuf> {
    let metadata =
        process::capture(process::cargo().args(["metadata", "--no-deps", "--format-version", "1"]))?;
    let metadata: serde_json::Value = serde_json::from_str(&metadata)?;
    let target = metadata
        .pointer("/target_directory")
        .and_then(serde_json::Value::as_str)
        .context("cargo names no target directory")?;
    Ok(PathBuf::from(target))
}

impl Server {
    /// Starts `binary` and waits for its ready line.
    pub(crate) fn start(binary: &PathBuf) -> Result<Self> {
        let data = tempfile::Builder::new()
            .prefix("selvedge-conformance-")
            .tempdir()
            .context("cannot make a data folder")?;
        let log = File::create(data.path().join("log"))?;
        let mut child = process::command(binary)
            .args(["serve", "--listen", "127.0.0.1:0", "--data-dir"])
            .arg(data.path().join("data"))
            .env("PLAID_CLIENT_ID", CLIENT_ID)
            .env("PLAID_SECRET", SECRET)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(log)
            .spawn()
            .with_context(|| format!("cannot start {}", binary.display()))?;
        let address = ready_line(&mut child);
        let mut server = Self {
            child,
            data,
            url: String::new(),
        };
        match address {
            Some(url) => server.url = url,
            None => bail!("selvedge said no ready line; its log:\n{}", server.log()),
        }
        Ok(server)
    }

    /// What it logged so far, for a failure.
    pub(crate) fn log(&self) -> String {
        fs::read_to_string(self.data.path().join("log")).unwrap_or_default()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        process::stop(&mut self.child, "TERM");
    }
}

/// Reads standard output until the ready line, and goes on reading so that the pipe never fills.
fn ready_line(child: &mut Child) -> Option<String> {
    let output = child.stdout.take()?;
    let (sender, receiver) = mpsc::channel();
    // Ends with the child's standard output.
    drop(thread::spawn(move || {
        for line in BufReader::new(output).lines().map_while(Result::ok) {
            if let Some(url) = line.strip_prefix(READY) {
                // The receiver is gone when the start was given up; then nobody waits for the line.
                drop(sender.send(url.trim().to_owned()));
            }
        }
    }));
    receiver.recv_timeout(START_LIMIT).ok()
}
