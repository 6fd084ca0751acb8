//! A Node.js that runs the browser tests, where the machine's own is too old for them, as Debian 12's is.
//!
//! It comes from npm, in the version that the lockfile of `browser/node/` names. Only the scripts of
//! `browser/` see it: the machine's own stays what it is, and goes on running npm, which may be
//! patched to work with no other.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};

use crate::process;

/// The oldest major version that runs the browser tests; `browser/package.json` says the same.
const OLDEST: u32 = 20;

/// The folder of the fetched one, in `browser/`.
const FETCHED: &str = "node";
/// Where scripts that npm runs look first, in the folder of a package.
const PROGRAM: &str = "node_modules/.bin/node";

/// Sees to it that what npm runs in `folder` (`browser/`, once its packages are installed) finds a
/// Node.js that is new enough.
pub(crate) fn ready(folder: &Path) -> Result<()> {
    let seen = folder.join(PROGRAM);
    if new_enough(Path::new("node")) || new_enough(&seen) {
        return Ok(());
    }
    println!(
        "browser: the Node.js of this machine is older than {OLDEST}; npm brings a newer one for the tests"
    );
    let fetched = folder.join(FETCHED);
    process::check(
        process::command("npm")
            .args(["ci", "--silent", "--ignore-scripts"])
            .current_dir(&fetched),
    )?;
    let programs = programs(&fetched.join("node_modules"));
    let Some(program) = programs.iter().find(|program| new_enough(program)) else {
        bail!("npm brought no Node.js for this machine; install Node.js {OLDEST} or newer");
    };
    if seen.is_symlink() {
        fs::remove_file(&seen).with_context(|| format!("cannot replace {}", seen.display()))?;
    }
    symlink(program, &seen).with_context(|| format!("cannot make {}", seen.display()))
}

/// The programs of the packages in `folder`, one a kind of machine. Not every npm links them.
fn programs(folder: &Path) -> Vec<PathBuf> {
    let packages = fs::read_dir(folder).into_iter().flatten().flatten();
    packages.map(|package| package.path().join("bin/node")).collect()
}

/// Whether `program` is a Node.js that runs the browser tests.
fn new_enough(program: &Path) -> bool {
    let version = process::command(program).arg("--version").output();
    version.is_ok_and(|said| major(&said.stdout).is_some_and(|major| major >= OLDEST))
}

/// The major version in what `node --version` says.
fn major(said: &[u8]) -> Option<u32> {
    let (major, _) = str::from_utf8(said).ok()?.strip_prefix('v')?.split_once('.')?;
    major.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::{OLDEST, major};
    use crate::process;
    use serde_json::Value;
    use std::fs;

    fn browser(file: &str) -> Value {
        let file = process::root().join("browser").join(file);
        serde_json::from_str(&fs::read_to_string(file).unwrap()).unwrap()
    }

    #[test]
    fn a_version_is_told_by_its_number() {
        assert_eq!(major(b"v18.20.4\n"), Some(18));
        assert_eq!(major(b"v9.11.2\n"), Some(9));
        assert_eq!(major(b"node: not found\n"), None);
    }

    #[test]
    fn the_packages_name_the_same_oldest_version() {
        let named = &browser("package.json")["engines"]["node"];
        assert_eq!(*named, format!(">={OLDEST}"));
    }

    #[test]
    fn the_version_that_is_fetched_is_new_enough_on_every_machine() {
        let lock = browser("node/package-lock.json");
        let packages = lock["packages"].as_object().unwrap();
        let versions: Vec<&str> = packages
            .values()
            .filter_map(|package| package["version"].as_str())
            .collect();
        assert_eq!(versions.len(), 2);
        for version in versions {
            assert!(
                major(format!("v{version}").as_bytes()).unwrap() >= OLDEST,
                "{version}"
            );
        }
    }
}
