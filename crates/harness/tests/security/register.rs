//! docs/security-cases.md against the tests: every test that it names exists.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The names of all functions in the tests of all crates.
fn functions() -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    let mut open = vec![root().join("crates")];
    while let Some(path) = open.pop() {
        if path.is_dir() {
            open.extend(fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let text = fs::read_to_string(&path).unwrap();
            let declared = text.lines().filter_map(|line| {
                let (_, after) = line.trim_start().split_once("fn ")?;
                Some(after.split(['(', '<']).next()?.to_owned())
            });
            names.extend(declared);
        }
    }
    names
}

#[test]
fn every_test_that_the_register_of_cases_names_exists() {
    let register = fs::read_to_string(root().join("docs/security-cases.md")).unwrap();
    let functions = functions();
    let mut cases = 0;
    for line in register
        .lines()
        .filter(|line| line.starts_with("| ") && !line.starts_with("| case"))
    {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        let (case, told) = (cells[1], cells[3]);
        cases += 1;
        let named: Vec<&str> = told.split('`').skip(1).step_by(2).collect();
        assert!(!named.is_empty(), "{case} names no test");
        for name in named {
            let name = name.rsplit("::").next().unwrap();
            let is_command = name.starts_with("cargo ");
            assert!(
                is_command || functions.contains(name),
                "{case} names {name}, which is no test"
            );
        }
    }
    assert!(cases >= 45, "only {cases} cases");
}
