//! Which packages may be built at all, and which crate of ours alone may name some of them.
//!
//! A crate cannot name what it does not depend on, so the edges are enough; sources are not read.

use serde_json::Value;

use super::{licence, list, members, packages, text};

/// Packages that are never built, with the reason.
const BANNED: &[(&str, &str)] = &[
    ("openssl", "all cryptography is aws-lc-rs"),
    ("openssl-sys", "all cryptography is aws-lc-rs"),
    ("native-tls", "TLS is rustls"),
    ("chrono", "time is jiff"),
    ("reqwest", "nothing here calls out yet"),
];

/// Packages that one crate alone may depend on.
const ONLY: &[(&str, &[&str])] = &[
    ("aws-lc-rs", &["selvedge-vault"]),
    ("rusqlite", &["selvedge-store"]),
    ("tokio-postgres", &["selvedge-store"]),
    ("rustls", &["selvedge-web"]),
    ("tokio-rustls", &["selvedge-web"]),
];

/// Crates that ship nothing and may look into everything.
const BESIDE: &[&str] = &["selvedge-harness", "xtask"];

/// Every package that may not be there, or not there.
pub(super) fn check(metadata: &Value) -> Vec<String> {
    let mut findings = Vec::new();
    for package in packages(metadata) {
        let name = text(package, "name");
        if let Some((_, reason)) = BANNED.iter().find(|(banned, _)| *banned == name) {
            findings.push(format!("{name} is banned: {reason}"));
        }
        if !licence::is_allowed(text(package, "license")) {
            let licence = text(package, "license");
            findings.push(format!(
                "{name} has the licence \"{licence}\", which is not on the list"
            ));
        }
    }
    for member in members(metadata) {
        findings.extend(trespasses(member));
    }
    findings
}

/// The dependencies of a member that belong to another one. Tests may use what they like.
fn trespasses(member: &Value) -> Vec<String> {
    let crate_name = text(member, "name");
    if BESIDE.contains(&crate_name) {
        return Vec::new();
    }
    list(member, "dependencies")
        .into_iter()
        .filter(|edge| text(edge, "kind") != "dev")
        .filter_map(|edge| {
            let package = text(edge, "name");
            let (_, owners) = ONLY.iter().find(|(name, _)| *name == package)?;
            let trespass = !owners.contains(&crate_name);
            trespass.then(|| {
                format!(
                    "{crate_name} may not name {package}; only {} may",
                    owners.join(", ")
                )
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::check;
    use serde_json::{Value, json};

    fn member(name: &str, edge: &Value) -> Value {
        json!({"name": name, "license": "MIT", "source": null, "dependencies": [edge]})
    }

    #[test]
    fn the_owner_and_tests_may_name_a_package_and_others_may_not() {
        let used = json!({"name": "rusqlite", "kind": null});
        let tested = json!({"name": "rusqlite", "kind": "dev"});
        let fine = [
            member("selvedge-store", &used),
            member("selvedge-engine", &tested),
        ];
        assert!(check(&json!({"packages": fine})).is_empty());
        assert_eq!(
            check(&json!({"packages": [member("selvedge-engine", &used)]})).len(),
            1
        );
    }

    #[test]
    fn a_banned_package_and_an_unknown_licence_are_found() {
        let packages = json!({"packages": [
            {"name": "openssl", "license": "MIT", "source": "registry"},
            {"name": "odd", "license": "AGPL-3.0", "source": "registry"},
            {"name": "none", "license": null, "source": "registry"},
        ]});
        assert_eq!(check(&packages).len(), 3);
    }
}
