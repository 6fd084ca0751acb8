//! The rules of the house that no compiler checks: floors, licences, sizes, headers, links.
//!
//! Each check returns its findings; all of them are told at once. Function length, argument counts
//! and banned calls are clippy's.

mod documents;
mod floors;
mod licence;
mod migrations;
mod packages;
mod sources;

use std::fs;

use anyhow::{Context as _, Result, bail};
use serde_json::Value;

use crate::process;

/// A text file of the project: its path from the root, and what it says.
#[derive(Debug)]
struct Text {
    path: String,
    text: String,
}

/// Runs every check and fails when one of them finds something.
pub(crate) fn run() -> Result<()> {
    let texts = texts()?;
    let metadata = metadata()?;
    let architecture = texts
        .iter()
        .find(|file| file.path == "ARCHITECTURE.md")
        .map_or("", |file| file.text.as_str());
    let mut findings = sources::check(&texts);
    findings.extend(documents::check(&texts));
    findings.extend(documents::invariants(architecture, &texts));
    findings.extend(migrations::check(&texts));
    findings.extend(floors::check(architecture, &metadata));
    findings.extend(packages::check(&metadata));
    for finding in &findings {
        eprintln!("tidy: {finding}");
    }
    if !findings.is_empty() {
        bail!("tidy found {} things", findings.len());
    }
    println!(
        "tidy: {} files and {} packages are in order",
        texts.len(),
        members(&metadata).len()
    );
    Ok(())
}

/// Every text file that is in the project or would be added to it.
fn texts() -> Result<Vec<Text>> {
    let listing = process::capture(process::command("git").args([
        "ls-files",
        "-z",
        "--cached",
        "--others",
        "--exclude-standard",
    ]))?;
    let mut texts = Vec::new();
    for path in listing.split('\0').filter(|path| !path.is_empty()) {
        // A file that is no text has nothing to say here; one that was just removed is listed still.
        if let Ok(text) = fs::read_to_string(process::root().join(path)) {
            texts.push(Text {
                path: path.to_owned(),
                text,
            });
        }
    }
    Ok(texts)
}

/// What cargo knows of this workspace and of everything that it builds.
fn metadata() -> Result<Value> {
    let text = process::capture(process::cargo().args(["metadata", "--locked", "--format-version", "1"]))?;
    serde_json::from_str(&text).context("cargo metadata is no JSON")
}

/// All packages that cargo knows of.
fn packages(metadata: &Value) -> Vec<&Value> {
    list(metadata, "packages")
}

/// The packages of this workspace: those that come from no registry.
fn members(metadata: &Value) -> Vec<&Value> {
    packages(metadata)
        .into_iter()
        .filter(|package| package.get("source").is_some_and(Value::is_null))
        .collect()
}

/// The list under `key`, empty when there is none.
fn list<'v>(value: &'v Value, key: &str) -> Vec<&'v Value> {
    value
        .get(key)
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .collect()
}

/// The text under `key`, empty when there is none.
fn text<'v>(value: &'v Value, key: &str) -> &'v str {
    value.get(key).and_then(Value::as_str).unwrap_or_default()
}
