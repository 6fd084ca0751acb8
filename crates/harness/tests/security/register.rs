//! docs/security-cases.md against the tests: what it names are tests that run, and each case has one with
//! its number.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The names of the tests that run, of all crates and in the browser.
fn all_tests() -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    let mut open = vec![root().join("crates"), root().join("browser/tests")];
    while let Some(path) = open.pop() {
        if path.is_dir() {
            open.extend(fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
            continue;
        }
        let text = || fs::read_to_string(&path).unwrap();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if name.ends_with(".rs") {
            names.extend(tests_of(&text()));
        } else if name.ends_with(".spec.js") {
            names.extend(browser_tests_of(&text()));
        }
    }
    names
}

/// The numbered tests of a file for the browser: `test('l3_…', …)`, also where some of the name is filled in.
fn browser_tests_of(text: &str) -> Vec<String> {
    let quoted = |line: &str| {
        let rest = line.strip_prefix("test(")?;
        let mark = rest.chars().next().filter(|mark| "'`".contains(*mark))?;
        Some(rest[1..].split(mark).next()?.to_owned())
    };
    let lines = text.lines().map(str::trim_start);
    lines
        .filter_map(quoted)
        .filter(|name| !name.contains(' '))
        .collect()
}

/// The functions of a file that have `#[test]` or `#[tokio::test]` above them and are not ignored.
fn tests_of(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let (mut is_test, mut is_ignored) = (false, false);
    for line in text.lines().map(str::trim_start) {
        if line.starts_with("#[") {
            is_test |= line.starts_with("#[test]") || line.starts_with("#[tokio::test");
            is_ignored |= line.starts_with("#[ignore");
            continue;
        }
        if line.starts_with("//") || line.is_empty() {
            continue;
        }
        let declared = line
            .strip_prefix("async fn ")
            .or_else(|| line.strip_prefix("fn "))
            .and_then(|after| after.split(['(', '<']).next());
        match declared {
            Some(name) if is_test && !is_ignored => found.push(name.to_owned()),
            _ => {}
        }
        // An attribute of several lines, such as `#[expect(…)]`, ends before the function begins.
        if declared.is_some() || line.starts_with('}') {
            (is_test, is_ignored) = (false, false);
        }
    }
    found
}

#[test]
fn every_case_of_the_register_names_tests_that_run_and_one_with_its_number() {
    let register = fs::read_to_string(root().join("docs/security-cases.md")).unwrap();
    let tests = all_tests();
    let mut cases = 0;
    for line in register
        .lines()
        .filter(|line| line.starts_with("| ") && !line.starts_with("| case"))
    {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        let (case, told) = (cells[1], cells[3]);
        cases += 1;
        let named: Vec<&str> = told.split('`').skip(1).step_by(2).collect();
        let numbered = format!("{}_", case.to_lowercase());
        assert!(
            named.iter().any(|name| name.starts_with(&numbered)),
            "{case} names no test of its number"
        );
        for name in named {
            let is_command = name.starts_with("cargo ");
            assert!(
                is_command || tests.contains(name),
                "{case} names {name}, which is no test that runs"
            );
        }
    }
    assert!(cases >= 45, "only {cases} cases");
}

#[test]
fn a_browser_test_counts_when_it_runs() {
    let text = "test('l3_runs', async () => {});\n  test(`l13_an_${ending}_runs`, f);\n\
        test.skip('l4_does_not', f);\ntest('a sentence', f);\n// test('l5_is_a_comment', f);\n";
    assert_eq!(browser_tests_of(text), ["l3_runs", "l13_an_${ending}_runs"]);
}

#[test]
fn a_helper_and_an_ignored_test_do_not_count_as_tests() {
    let text = "\
        fn t1_helper() {}\n\
        /// T2.\n#[tokio::test(flavor = \"multi_thread\")]\nasync fn t2_runs() {\n}\n\
        #[test]\n#[ignore = \"slow\"]\nfn t3_ignored() {\n}\n\
        #[test]\n#[expect(\n    clippy::panic,\n    reason = \"x\"\n)]\nfn t4_runs() {\n}\n\
        fn t5_helper() {}\n";
    assert_eq!(tests_of(text), ["t2_runs", "t4_runs"]);
}
