//! Documents tell the truth: a link leads to a file, an invariant names a guard that exists.
//!
//! Links to other sites are not followed.

use super::Text;
use crate::process;

/// Every link to a file that is not there.
pub(super) fn check(texts: &[Text]) -> Vec<String> {
    let documents = texts.iter().filter(|file| {
        let ending = file.path.rsplit_once('.').map(|(_, ending)| ending);
        ending == Some("md")
    });
    documents.flat_map(broken_links).collect()
}

fn broken_links(file: &Text) -> Vec<String> {
    let root = process::root();
    let place = root.join(&file.path);
    links(&file.text)
        .filter(|link| {
            let target = link.split('#').next().unwrap_or_default();
            let base = match target.strip_prefix('/') {
                Some(_) => Some(root.as_path()),
                None => place.parent(),
            };
            let target = target.trim_start_matches('/');
            !target.is_empty() && !base.is_some_and(|base| base.join(target).exists())
        })
        .map(|link| format!("{} links to {link}, which is not there", file.path))
        .collect()
}

/// The targets of a document's links, without those that lead elsewhere.
fn links(text: &str) -> impl Iterator<Item = &str> {
    text.split("](")
        .skip(1)
        .filter_map(|rest| rest.split_once(')').map(|(link, _)| link.trim()))
        .filter(|link| !link.contains("://") && !link.starts_with("mailto:"))
}

/// Every numbered invariant of ARCHITECTURE.md, between `<!-- invariants -->` and
/// `<!-- /invariants -->`, that has no guard or names one that does not exist. A guard is named in
/// backquotes after `Guard:` and is a test, a file, or a command or lint that the test command runs.
pub(super) fn invariants(architecture: &str, texts: &[Text]) -> Vec<String> {
    let inside = architecture
        .split_once("<!-- invariants -->")
        .and_then(|(_, rest)| rest.split_once("<!-- /invariants -->"))
        .map_or("", |(inside, _)| inside);
    let invariants = numbered(inside);
    if invariants.is_empty() {
        return vec!["ARCHITECTURE.md has no numbered invariants".to_owned()];
    }
    let mut findings = Vec::new();
    for (number, text) in &invariants {
        let guards = text.split_once("Guard:").map_or("", |(_, guards)| guards);
        let names: Vec<&str> = guards.split('`').skip(1).step_by(2).collect();
        if names.is_empty() {
            findings.push(format!("invariant {number} of ARCHITECTURE.md has no guard"));
        }
        let missing = names.iter().filter(|name| !exists(name, texts));
        findings.extend(
            missing.map(|name| format!("invariant {number} names the guard {name}, which is not there")),
        );
    }
    findings
}

/// The items of a numbered list, each with its number.
fn numbered(text: &str) -> Vec<(u16, String)> {
    let mut items: Vec<(u16, String)> = Vec::new();
    for line in text.lines() {
        let number = line
            .split_once(". ")
            .and_then(|(number, rest)| Some((number.trim().parse().ok()?, rest)));
        match (number, items.last_mut()) {
            (Some((number, rest)), _) => items.push((number, rest.to_owned())),
            (None, Some((_, item))) => {
                item.push(' ');
                item.push_str(line.trim());
            }
            (None, None) => {}
        }
    }
    items
}

fn exists(guard: &str, texts: &[Text]) -> bool {
    let checked_elsewhere = ["cargo ", "clippy::", "clippy ", "xtask ", "rustc "];
    if checked_elsewhere.iter().any(|prefix| guard.starts_with(prefix)) {
        return true;
    }
    let test = format!("fn {guard}(");
    let folder = format!("{}/", guard.trim_end_matches('/'));
    texts
        .iter()
        .any(|file| file.path == guard || file.path.starts_with(&folder) || file.text.contains(&test))
}

#[cfg(test)]
mod tests {
    use super::{check, invariants};
    use crate::tidy::Text;

    fn file(path: &str, text: &str) -> Text {
        Text {
            path: path.to_owned(),
            text: text.to_owned(),
        }
    }

    #[test]
    fn a_link_to_nowhere_is_found() {
        let good = "[a](Cargo.toml) [b](Cargo.toml#c) [c](https://example.com/x) [d](#here)";
        assert!(check(&[file("README.md", good)]).is_empty());
        assert_eq!(check(&[file("README.md", "[a](nowhere.md)")]).len(), 1);
    }

    #[test]
    fn an_invariant_needs_a_guard_that_exists() {
        let sources = [file("crates/a/src/a.rs", "fn a_rule_is_kept() {}")];
        let list = |items: &str| format!("<!-- invariants -->\n{items}\n<!-- /invariants -->");
        let good = list(
            "1. A rule.\n   Guard: `a_rule_is_kept`.\n2. Another. Guard: `crates/a`, `cargo xtask tidy`.",
        );
        assert!(invariants(&good, &sources).is_empty());
        for bad in [
            "1. A rule.",
            "1. A rule. Guard: none.",
            "1. A rule. Guard: `no_such_test`.",
        ] {
            assert_eq!(invariants(&list(bad), &sources).len(), 1, "{bad}");
        }
        assert_eq!(invariants("", &sources).len(), 1);
    }
}
