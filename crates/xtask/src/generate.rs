//! The files that are written from the code: the `OpenAPI` document and the pages of `docs/` that
//! list what the code knows.
//!
//! The binary writes their text; this only puts it into the files, or compares.

use std::fs;

use anyhow::{Context as _, Result, bail};
use clap::Args;

use crate::{process, server};

/// Each generated file, and the arguments with which the binary prints it.
const FILES: &[(&str, &[&str])] = &[
    ("openapi.json", &["openapi"]),
    ("docs/errors.md", &["docs", "errors"]),
];

/// Write or compare.
#[derive(Debug, Args)]
pub(crate) struct Options {
    /// Change nothing; fail when a file is not what the code says
    #[arg(long)]
    check: bool,
}

impl Options {
    /// Compare only.
    pub(crate) fn check() -> Self {
        Self { check: true }
    }
}

/// Writes the generated files, or fails when one of them is stale.
pub(crate) fn run(options: &Options) -> Result<()> {
    let binary = server::build()?;
    let mut stale = Vec::new();
    for (file, arguments) in FILES {
        let text = process::capture(process::command(&binary).args(*arguments))?;
        let path = process::root().join(file);
        if fs::read_to_string(&path).is_ok_and(|old| old == text) {
            continue;
        }
        if options.check {
            stale.push(*file);
        } else {
            fs::write(&path, text).with_context(|| format!("cannot write {file}"))?;
            println!("generate: wrote {file}");
        }
    }
    if !stale.is_empty() {
        bail!("{} stale; run cargo xtask generate", stale.join(", "));
    }
    Ok(())
}
