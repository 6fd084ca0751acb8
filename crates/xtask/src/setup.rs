//! Installs what the tests need and this machine lacks, by package name.
//!
//! It upgrades nothing and touches nothing that is already there. Where it may not install, it says
//! what to install and fails. It does not install Rust: who runs this has it. A newer Node.js than the
//! system's is [`crate::node`]'s business.

use std::path::Path;

use anyhow::{Result, bail};
use clap::Args;

use crate::{pg, process};

/// For which purpose.
#[derive(Debug, Args)]
pub(crate) struct Options {
    /// Also install what the benchmarks need
    #[arg(long)]
    bench: bool,
}

impl Options {
    /// What the tests need.
    pub(crate) fn tests() -> Self {
        Self { bench: false }
    }

    /// What the benchmarks need besides.
    pub(crate) fn bench() -> Self {
        Self { bench: true }
    }
}

/// A tool, how to know that it is there, and the Debian packages that bring it.
struct Need {
    name: &'static str,
    there: fn() -> bool,
    packages: &'static [&'static str],
}

/// Whether every one of `programs` is on the search path.
fn on_path(programs: &[&str]) -> bool {
    programs.iter().all(|program| process::which(program).is_some())
}

/// Whether `python3` can make a virtual environment that has pip.
fn python_makes_environments() -> bool {
    process::which("python3").is_some()
        && process::capture(process::command("python3").args(["-c", "import ensurepip, venv"])).is_ok()
}

/// What the test command runs.
const TESTS: &[Need] = &[
    Need {
        name: "PostgreSQL 15 or newer",
        there: || pg::binaries().is_ok(),
        packages: &["postgresql"],
    },
    Need {
        name: "the certificates of public authorities",
        there: || Path::new("/etc/ssl/certs/ca-certificates.crt").is_file(),
        packages: &["ca-certificates"],
    },
    Need {
        name: "curl",
        there: || on_path(&["curl"]),
        packages: &["curl"],
    },
    Need {
        name: "jq",
        there: || on_path(&["jq"]),
        packages: &["jq"],
    },
    Need {
        name: "Python 3 with venv",
        there: python_makes_environments,
        packages: &["python3", "python3-venv"],
    },
    Need {
        name: "Node.js and npm",
        there: || on_path(&["node", "npm"]),
        packages: &["nodejs", "npm"],
    },
    Need {
        name: "Go",
        there: || on_path(&["go"]),
        packages: &["golang"],
    },
    Need {
        name: "a JDK and Maven",
        there: || on_path(&["javac", "mvn"]),
        packages: &["default-jdk-headless", "maven"],
    },
    Need {
        name: "Chromium",
        there: || on_path(&["chromium"]) || on_path(&["chromium-browser"]),
        packages: &["chromium"],
    },
    Need {
        name: "a font with Latin letters",
        there: || Path::new("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf").is_file(),
        packages: &["fonts-dejavu-core"],
    },
    Need {
        name: "a font with Devanagari letters",
        there: || Path::new("/usr/share/fonts/truetype/lohit-devanagari/Lohit-Devanagari.ttf").is_file(),
        packages: &["fonts-lohit-deva"],
    },
];

/// What the benchmarks run besides.
const BENCH: &[Need] = &[
    Need {
        name: "wrk",
        there: || on_path(&["wrk"]),
        packages: &["wrk"],
    },
    Need {
        name: "strace",
        there: || on_path(&["strace"]),
        packages: &["strace"],
    },
    Need {
        name: "valgrind",
        there: || on_path(&["valgrind"]),
        packages: &["valgrind"],
    },
];

/// Installs the missing tools, or says what is missing.
pub(crate) fn run(options: &Options) -> Result<()> {
    let bench = if options.bench { BENCH } else { &[] };
    let needs: Vec<&Need> = TESTS.iter().chain(bench).collect();
    let missing: Vec<&Need> = needs.into_iter().filter(|need| !(need.there)()).collect();
    if missing.is_empty() {
        println!("setup: nothing is missing");
        return Ok(());
    }
    let names: Vec<&str> = missing.iter().map(|need| need.name).collect();
    println!("setup: missing {}", names.join(", "));
    let packages: Vec<&str> = missing
        .iter()
        .flat_map(|need| need.packages.iter().copied())
        .collect();
    install(&packages)?;
    if let Some(still) = missing.iter().find(|need| !(need.there)()) {
        bail!(
            "{} is still missing after installing {}",
            still.name,
            still.packages.join(" ")
        );
    }
    Ok(())
}

fn install(packages: &[&str]) -> Result<()> {
    let by_hand = format!("apt-get install {}", packages.join(" "));
    if process::which("apt-get").is_none() {
        bail!("this machine has no apt-get; install what \"{by_hand}\" would");
    }
    let prefix: &[&str] = if process::is_root() {
        &["env"]
    } else if process::capture(process::command("sudo").args(["-n", "true"])).is_ok() {
        &["sudo", "-n", "env"]
    } else {
        bail!("no right to install; run: {by_hand}");
    };
    let apt = |arguments: &[&str]| {
        let (program, rest) = prefix.split_first().unwrap_or((&"env", &[]));
        process::check(
            process::command(program)
                .args(rest)
                .args(["DEBIAN_FRONTEND=noninteractive", "apt-get"])
                .args(arguments),
        )
    };
    apt(&["update", "--quiet"])?;
    let mut arguments = vec!["install", "--quiet", "--yes", "--no-install-recommends"];
    arguments.extend_from_slice(packages);
    apt(&arguments)
}
