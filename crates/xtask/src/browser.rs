//! Runs the tests of `browser/`: Link in Debian's Chromium, opened by pages of other people's making.
//!
//! It builds the binary, installs what the lockfile names, checks the types of all JavaScript, runs the
//! tests that need no browser, then those that do. Each browser worker starts a Selvedge of its own. It
//! downloads no browser: Chromium comes from the system's packages.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result};
use clap::Args;

use crate::{node, process, server};

/// The variable that names a checkout of the official quickstart.
const CHECKOUT_VARIABLE: &str = "QUICKSTART_DIR";

/// How to run them.
#[derive(Debug, Args)]
pub(crate) struct Options {
    /// What Playwright is told besides, after `--`: files, `--grep WORDS`, `--workers 1`
    #[arg(last = true)]
    arguments: Vec<String>,
}

impl Options {
    /// Every test.
    pub(crate) fn all() -> Self {
        Self {
            arguments: Vec::new(),
        }
    }
}

/// Builds, installs, checks, and runs the tests.
pub(crate) fn run(options: &Options) -> Result<()> {
    let binary = server::build()?;
    install()?;
    process::check(&mut npm(&["run", "--silent", "types"]))?;
    process::check(&mut npm(&["run", "--silent", "unit"]))?;
    process::check(
        npm(&["run", "--silent", "test", "--"])
            .args(&options.arguments)
            .env("SELVEDGE_BIN", binary),
    )?;
    if env::var_os(CHECKOUT_VARIABLE).is_none() {
        println!(
            "browser: the unmodified quickstart was not asked for ({CHECKOUT_VARIABLE} names no checkout); a page that does the same stood in"
        );
    }
    Ok(())
}

/// Measures Link with the binary at `binary`: bytes, first pane, swaps of panes.
pub(crate) fn measure(binary: &Path) -> Result<()> {
    install()?;
    process::check(npm(&["run", "--silent", "bench"]).env("SELVEDGE_BIN", binary))
}

/// Installs what the lockfile names, where that has not been done, and a Node.js that runs it.
fn install() -> Result<()> {
    let folder = folder();
    if stale(&folder)? {
        process::check(
            npm(&["ci", "--silent", "--ignore-scripts"]).env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"),
        )?;
    }
    node::ready(&folder)
}

fn folder() -> PathBuf {
    process::root().join("browser")
}

fn npm(arguments: &[&str]) -> Command {
    let mut command = process::command("npm");
    command.args(arguments).current_dir(folder());
    command
}

/// Whether the lockfile is newer than what was installed by it.
fn stale(folder: &Path) -> Result<bool> {
    let wanted = folder
        .join("package-lock.json")
        .metadata()
        .and_then(|file| file.modified())
        .context("browser/package-lock.json cannot be read")?;
    let installed = folder
        .join("node_modules/.package-lock.json")
        .metadata()
        .and_then(|file| file.modified());
    Ok(installed.map_or(true, |installed| installed < wanted))
}

#[cfg(test)]
mod tests {
    use super::stale;
    use std::fs;

    #[test]
    fn what_was_never_installed_is_installed() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("package-lock.json"), "{}").unwrap();
        assert!(stale(folder.path()).unwrap());
        fs::create_dir(folder.path().join("node_modules")).unwrap();
        fs::write(folder.path().join("node_modules/.package-lock.json"), "{}").unwrap();
        assert!(!stale(folder.path()).unwrap());
    }
}
