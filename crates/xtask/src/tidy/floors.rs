//! A crate uses only crates of lower floors: cargo's edges against the table in ARCHITECTURE.md.
//!
//! The table stands between `<!-- floors -->` and `<!-- /floors -->`; its first column is a number, or
//! `beside` for what may use everything and is used by nothing, its second names the folders.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{list, members, text};

/// The floor of what stands beside the house.
const BESIDE: &str = "beside";

/// Every edge that does not point down, and every crate that the table does not know.
pub(super) fn check(architecture: &str, metadata: &Value) -> Vec<String> {
    let floors = table(architecture);
    if floors.is_empty() {
        return vec!["ARCHITECTURE.md has no table of floors".to_owned()];
    }
    let members = members(metadata);
    let mut findings = Vec::new();
    for member in &members {
        let upper = folder(member);
        let Some(floor) = floors.get(&upper) else {
            findings.push(format!("the table of floors does not name {upper}"));
            continue;
        };
        for edge in list(member, "dependencies") {
            let Some(lower) = members
                .iter()
                .find(|other| text(other, "name") == text(edge, "name"))
            else {
                continue;
            };
            let lower = folder(lower);
            if !floors.get(&lower).is_some_and(|below| floor.may_use(*below)) {
                findings.push(format!("{upper} may not use {lower}: it is not on a lower floor"));
            }
        }
    }
    let known = |folder: &String| members.iter().any(|member| self::folder(member) == *folder);
    let stale = floors.keys().filter(|folder| !known(folder));
    findings.extend(stale.map(|folder| format!("the table of floors names {folder}, which is not there")));
    findings
}

/// Where a crate stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Floor {
    Number(u8),
    Beside,
}

impl Floor {
    fn may_use(self, other: Self) -> bool {
        match (self, other) {
            (_, Self::Beside) => false,
            (Self::Beside, Self::Number(_)) => true,
            (Self::Number(own), Self::Number(other)) => other < own,
        }
    }
}

fn table(architecture: &str) -> BTreeMap<String, Floor> {
    let inside = architecture
        .split_once("<!-- floors -->")
        .and_then(|(_, rest)| rest.split_once("<!-- /floors -->"))
        .map_or("", |(inside, _)| inside);
    let mut floors = BTreeMap::new();
    for row in inside.lines() {
        let mut cells = row.trim().trim_start_matches('|').split('|').map(str::trim);
        let floor = match cells.next() {
            Some(BESIDE) => Floor::Beside,
            Some(cell) => match cell.parse() {
                Ok(number) => Floor::Number(number),
                // The heading and the line under it.
                Err(_) => continue,
            },
            None => continue,
        };
        let names = cells.next().unwrap_or_default();
        for name in names.split([',', ' ']).map(|name| name.trim_matches('`')) {
            if !name.is_empty() {
                floors.insert(name.to_owned(), floor);
            }
        }
    }
    floors
}

/// The folder of a member under `crates/`.
fn folder(member: &Value) -> String {
    let mut parts = text(member, "manifest_path").rsplit('/').skip(1);
    parts.next().unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::check;
    use serde_json::{Value, json};

    const TABLE: &str = "<!-- floors -->\n| floor | crates |\n|---|---|\n| 0 | `low` |\n| 1 | `high`, `peer` |\n\
                         | beside | `bench` |\n<!-- /floors -->";

    fn member(name: &str, uses: &[&str]) -> Value {
        let uses: Vec<Value> = uses.iter().map(|name| json!({"name": name})).collect();
        json!({
            "name": name, "source": null, "dependencies": uses,
            "manifest_path": format!("/somewhere/crates/{name}/Cargo.toml"),
        })
    }

    fn findings(high: &[&str], low: &[&str], bench: &[&str]) -> Vec<String> {
        let packages = [
            member("low", low),
            member("high", high),
            member("peer", &[]),
            member("bench", bench),
        ];
        check(TABLE, &json!({"packages": packages}))
    }

    #[test]
    fn an_edge_that_points_down_is_in_order() {
        assert!(findings(&["low"], &[], &["high", "low"]).is_empty());
    }

    #[test]
    fn an_edge_up_sideways_or_to_what_stands_beside_is_found() {
        for (high, low) in [(&[][..], &["high"][..]), (&["peer"], &[]), (&["bench"], &[])] {
            assert_eq!(findings(high, low, &[]).len(), 1, "{high:?} {low:?}");
        }
    }

    #[test]
    fn a_table_that_is_missing_or_does_not_fit_is_found() {
        assert_eq!(check("", &json!({"packages": []})).len(), 1);
        assert_eq!(check(TABLE, &json!({"packages": [member("new", &[])]})).len(), 5);
    }
}
