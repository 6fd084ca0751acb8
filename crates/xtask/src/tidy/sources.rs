//! Rules of source files: a heading, a size, no silenced lints, no place on somebody's machine.
//!
//! It reads lines, not syntax; what needs syntax is a lint's work.

use super::Text;

/// The most lines of production code in one file.
const LINES: usize = 500;
/// What switches a lint off without noticing when it is no longer needed.
const SILENCED: &[&str] = &[concat!("#[", "allow("), concat!("#![", "allow(")];
/// The beginnings of paths that exist on one machine only.
const PLACES: &[&str] = &[
    concat!("/ho", "me/"),
    concat!("/wo", "rk/"),
    concat!("/ro", "ot/"),
    concat!("/Us", "ers/"),
];
/// What a lock file says when it was written against one particular registry.
const RESOLVED: &str = "\"resolved\": \"http";

/// Everything about the sources that is not as it should be.
pub(super) fn check(texts: &[Text]) -> Vec<String> {
    texts.iter().flat_map(findings).collect()
}

fn findings(file: &Text) -> Vec<String> {
    let path = &file.path;
    let mut findings = Vec::new();
    for place in PLACES {
        if file.text.contains(place) {
            findings.push(format!("{path} names a place on one machine: {place}"));
        }
    }
    if path.ends_with("package-lock.json") && file.text.contains(RESOLVED) {
        findings.push(format!(
            "{path} names a registry; lock with --omit-lockfile-registry-resolved"
        ));
    }
    if !is_rust(path) {
        return findings;
    }
    if !file.text.starts_with("//!") {
        findings.push(format!("{path} does not begin by saying what it is for (//!)"));
    }
    for silenced in SILENCED {
        if file.text.contains(silenced) {
            findings.push(format!(
                "{path} has {silenced}…)]; expect the lint, with the reason"
            ));
        }
    }
    let lines = production_lines(&file.text);
    if lines > LINES && !is_test(path) {
        findings.push(format!(
            "{path} has {lines} lines of production code; {LINES} is the most"
        ));
    }
    findings
}

fn is_rust(path: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(_, ending)| ending == "rs")
}

/// Whether the whole file is test code.
fn is_test(path: &str) -> bool {
    path.contains("/tests/") || path.ends_with("/tests.rs") || path.starts_with("crates/harness/")
}

/// The lines before the module of tests; a single item that only tests see does not end them.
fn production_lines(text: &str) -> usize {
    let lines: Vec<&str> = text.lines().collect();
    lines
        .iter()
        .enumerate()
        .position(|(number, line)| {
            let after = lines.iter().skip(number).find(|line| !line.starts_with("#["));
            *line == "#[cfg(test)]" && after.is_some_and(|line| line.starts_with("mod "))
        })
        .unwrap_or(lines.len())
}

#[cfg(test)]
mod tests {
    use super::{LINES, SILENCED, check};
    use crate::tidy::Text;

    fn count(path: &str, text: &str) -> usize {
        let file = Text {
            path: path.to_owned(),
            text: text.to_owned(),
        };
        check(&[file]).len()
    }

    #[test]
    fn a_file_of_the_most_lines_is_in_order_and_one_more_is_not() {
        let most = format!("//! What for.\n{}", "line\n".repeat(LINES - 1));
        assert_eq!(count("crates/a/src/a.rs", &most), 0);
        let more = format!("{most}line\n");
        assert_eq!(count("crates/a/src/a.rs", &more), 1);
        assert_eq!(count("crates/a/tests/a.rs", &more), 0);
        let tested = format!("{most}#[cfg(test)]\nmod tests {{}}\n");
        assert_eq!(count("crates/a/src/a.rs", &tested), 0);
        let one_item = format!("//! A.\n#[cfg(test)]\nuse a::b;\n{}", "line\n".repeat(LINES));
        assert_eq!(count("crates/a/src/a.rs", &one_item), 1);
    }

    #[test]
    fn a_missing_heading_a_silenced_lint_and_a_place_are_found() {
        assert_eq!(count("crates/a/src/a.rs", "fn a() {}"), 1);
        assert_eq!(
            count("crates/a/src/a.rs", &format!("//! A.\n{}x)]", SILENCED[0])),
            1
        );
        assert_eq!(count("docs/a.md", concat!("see /ho", "me/somebody")), 1);
        assert_eq!(count("docs/a.md", "see docs/b.md"), 0);
    }

    #[test]
    fn a_lock_file_that_names_a_registry_is_found() {
        let line = "  \"resolved\": \"https://registry.example/a.tgz\",";
        assert_eq!(count("conformance/node/package-lock.json", line), 1);
    }
}
