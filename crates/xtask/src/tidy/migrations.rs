//! Every migration exists for both databases, under one name.
//!
//! What the migrations say is tested where they are run.

use std::collections::BTreeSet;

use super::Text;

const SQLITE: &str = "crates/store/migrations/sqlite/";
const POSTGRES: &str = "crates/store/migrations/postgres/";

/// Every migration that has no twin.
pub(super) fn check(texts: &[Text]) -> Vec<String> {
    let sqlite = names(texts, SQLITE);
    let postgres = names(texts, POSTGRES);
    if sqlite.is_empty() && postgres.is_empty() {
        return vec!["there are no migrations in crates/store/migrations".to_owned()];
    }
    sqlite
        .symmetric_difference(&postgres)
        .map(|name| format!("the migration {name} exists for one database only"))
        .collect()
}

fn names<'t>(texts: &'t [Text], folder: &str) -> BTreeSet<&'t str> {
    texts
        .iter()
        .filter_map(|file| file.path.strip_prefix(folder))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{POSTGRES, SQLITE, check};
    use crate::tidy::Text;

    fn count(paths: &[String]) -> usize {
        let texts: Vec<Text> = paths
            .iter()
            .map(|path| Text {
                path: path.clone(),
                text: String::new(),
            })
            .collect();
        check(&texts).len()
    }

    #[test]
    fn a_migration_without_its_twin_is_found() {
        let (one, twin) = (format!("{SQLITE}0001_a.sql"), format!("{POSTGRES}0001_a.sql"));
        assert_eq!(count(&[one.clone(), twin.clone()]), 0);
        assert_eq!(count(&[one]), 1);
        assert_eq!(count(&[twin]), 1);
        assert_eq!(count(&[]), 1);
    }
}
