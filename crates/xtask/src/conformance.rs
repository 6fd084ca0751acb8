//! Runs the programs of `conformance/`, each against a fresh Selvedge, and compares what passed with
//! what must pass.
//!
//! A driver is a folder with a `run` script and an `expected.txt`. The script gets `SELVEDGE_URL`,
//! `CLIENT_ID`, `SECRET` and `SELVEDGE_TOOLS` (a folder for what it installs) and prints one line a
//! test: `pass NAME`, `fail NAME` or `skip NAME`. Every expected name must pass; a name that fails, is
//! skipped, is missing or is not expected fails the run. This file knows no client.

use std::collections::{BTreeMap, BTreeSet};
use std::env;
use std::ffi::OsString;
use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::Stdio;

use anyhow::{Context as _, Result, bail};
use clap::Args;

use crate::process;
use crate::server::{self, Server};

/// How much of the server's log a failure shows.
const LOG_LINES: usize = 40;

/// Which drivers to run.
#[derive(Debug, Args)]
pub(crate) struct Options {
    /// The drivers, by folder name; all of them when none is named
    names: Vec<String>,
    /// A server that already runs, instead of a fresh one for each driver; its keys are taken from
    /// `PLAID_CLIENT_ID` and `PLAID_SECRET`
    #[arg(long)]
    url: Option<String>,
}

impl Options {
    /// Every driver, each against its own server.
    pub(crate) fn all() -> Self {
        Self {
            names: Vec::new(),
            url: None,
        }
    }
}

/// Runs the drivers and fails when one of them saw anything unexpected.
pub(crate) fn run(options: &Options) -> Result<()> {
    let names = chosen(&options.names)?;
    let binary = match options.url {
        Some(_) => None,
        None => Some(server::build()?),
    };
    let mut passed = 0;
    let mut surprises = Vec::new();
    for name in &names {
        println!("── conformance: {name}");
        match drive(name, binary.as_deref(), options.url.as_deref()) {
            Ok(report) => {
                passed += report.passed;
                surprises.extend(report.surprises.iter().map(|line| format!("{name}: {line}")));
            }
            Err(error) => surprises.push(format!("{name}: {error:#}")),
        }
    }
    for line in &surprises {
        eprintln!("unexpected: {line}");
    }
    println!("conformance: {passed} passed, {} failed", surprises.len());
    if !surprises.is_empty() {
        bail!("{} unexpected results in conformance", surprises.len());
    }
    Ok(())
}

/// What one driver came to.
struct Report {
    passed: usize,
    surprises: Vec<String>,
}

fn drive(name: &str, binary: Option<&Path>, url: Option<&str>) -> Result<Report> {
    let folder = folder().join(name);
    let expected = expected(&folder)?;
    let server = binary
        .map(|file| Server::start(&file.to_path_buf()))
        .transpose()?;
    let url = server.as_ref().map_or(url, |server| Some(server.url.as_str()));
    let url = url.context("no server to run against")?;
    let keys = match server {
        Some(_) => (server::CLIENT_ID.into(), server::SECRET.into()),
        None => own_keys()?,
    };
    let (results, clean) = results(&folder, url, &keys)?;
    let mut surprises = compare(&expected, &results);
    if !clean {
        surprises.push("the driver itself failed".to_owned());
    }
    if let (false, Some(server)) = (surprises.is_empty(), &server) {
        let log = server.log();
        let lines: Vec<&str> = log.lines().collect();
        let skipped = lines.len().saturating_sub(LOG_LINES);
        eprintln!("the end of the server's log:");
        for line in lines.iter().skip(skipped) {
            eprintln!("  {line}");
        }
    }
    let passed = results.values().filter(|word| *word == "pass").count();
    Ok(Report { passed, surprises })
}

/// A client id and its secret.
type Keys = (OsString, OsString);

/// The keys of a server that is not ours.
fn own_keys() -> Result<Keys> {
    let id = env::var_os("PLAID_CLIENT_ID").context("PLAID_CLIENT_ID is not set")?;
    let secret = env::var_os("PLAID_SECRET").context("PLAID_SECRET is not set")?;
    Ok((id, secret))
}

/// Runs the script and collects its result lines; everything else it prints is passed through.
fn results(folder: &Path, url: &str, (client_id, secret): &Keys) -> Result<(BTreeMap<String, String>, bool)> {
    let script = folder.join("run");
    let mut child = process::command("bash")
        .arg(&script)
        .current_dir(folder)
        .env("SELVEDGE_URL", url)
        .env("CLIENT_ID", client_id)
        .env("SECRET", secret)
        .env("SELVEDGE_TOOLS", process::root().join(".tools"))
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("cannot start {}", script.display()))?;
    let output = child.stdout.take().context("the driver has no output")?;
    let mut results = BTreeMap::new();
    for line in BufReader::new(output).lines() {
        let line = line.context("the driver printed no text")?;
        println!("{line}");
        if let Some((word @ ("pass" | "fail" | "skip"), name)) = line.split_once(' ') {
            record(&mut results, name, word);
        }
    }
    Ok((results, child.wait()?.success()))
}

/// Keeps the result of a test; one that is told twice counts as passed only if it always did.
fn record(results: &mut BTreeMap<String, String>, name: &str, word: &str) {
    let kept = results.entry(name.to_owned()).or_insert_with(|| word.to_owned());
    if word != "pass" {
        word.clone_into(kept);
    }
}

/// Every difference between what must pass and what came out.
fn compare(expected: &BTreeSet<String>, results: &BTreeMap<String, String>) -> Vec<String> {
    let missing = expected
        .iter()
        .filter(|name| !results.contains_key(*name))
        .map(|name| format!("{name} did not run"));
    let wrong = results
        .iter()
        .filter_map(|(name, word)| match (word.as_str(), expected.contains(name)) {
            ("pass", true) => None,
            ("pass", false) => Some(format!("{name} passed and is not in expected.txt")),
            (word, _) => Some(format!("{name}: {word}")),
        });
    missing.chain(wrong).collect()
}

fn expected(folder: &Path) -> Result<BTreeSet<String>> {
    let file = folder.join("expected.txt");
    let text = fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
    let names: BTreeSet<String> = text
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(str::to_owned)
        .collect();
    if names.is_empty() {
        bail!("{} expects nothing", file.display());
    }
    Ok(names)
}

/// The named drivers, or all that there are.
fn chosen(names: &[String]) -> Result<Vec<String>> {
    let mut known: Vec<String> = fs::read_dir(folder())
        .context("cannot list conformance/")?
        .flatten()
        .filter(|entry| entry.path().join("run").is_file())
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    known.sort();
    if names.is_empty() {
        return Ok(known);
    }
    if let Some(unknown) = names.iter().find(|name| !known.contains(name)) {
        bail!("there is no driver {unknown}; there are {}", known.join(", "));
    }
    Ok(names.to_vec())
}

fn folder() -> PathBuf {
    process::root().join("conformance")
}

#[cfg(test)]
mod tests {
    use super::{compare, record};
    use std::collections::{BTreeMap, BTreeSet};

    fn surprises(results: &[(&str, &str)]) -> Vec<String> {
        let expected = BTreeSet::from(["a".to_owned(), "b".to_owned()]);
        let mut map = BTreeMap::new();
        for (name, word) in results {
            record(&mut map, name, word);
        }
        compare(&expected, &map)
    }

    #[test]
    fn all_expected_passes_are_no_surprise() {
        assert!(surprises(&[("a", "pass"), ("b", "pass")]).is_empty());
    }

    #[test]
    fn a_missing_a_skipped_a_failed_and_an_unknown_test_are_surprises() {
        assert_eq!(surprises(&[("a", "pass")]), ["b did not run"]);
        assert_eq!(surprises(&[("a", "pass"), ("b", "skip")]), ["b: skip"]);
        assert_eq!(surprises(&[("a", "pass"), ("b", "fail")]), ["b: fail"]);
        assert_eq!(
            surprises(&[("a", "pass"), ("b", "pass"), ("c", "pass")]),
            ["c passed and is not in expected.txt"]
        );
    }

    #[test]
    fn a_test_that_failed_once_stays_failed() {
        assert_eq!(
            surprises(&[("a", "fail"), ("a", "pass"), ("b", "pass")]),
            ["a: fail"]
        );
    }
}
