//! The text of `link-initialize.js`: its parts in one function, without their comments.
//!
//! The parts are plain scripts that see each other's names. Nothing is renamed or rewritten: what a browser's
//! debugger shows is what stands in the parts.

use crate::join::without_comments;

/// The parts, in order.
const PARTS: &[&str] = &[
    include_str!("../../assets/link-initialize/01-digest.js"),
    include_str!("../../assets/link-initialize/02-place.js"),
    include_str!("../../assets/link-initialize/03-marker.js"),
    include_str!("../../assets/link-initialize/04-stage.js"),
    include_str!("../../assets/link-initialize/05-messages.js"),
    include_str!("../../assets/link-initialize/06-line.js"),
    include_str!("../../assets/link-initialize/07-config.js"),
    include_str!("../../assets/link-initialize/08-warm.js"),
    include_str!("../../assets/link-initialize/09-run.js"),
    include_str!("../../assets/link-initialize/10-plaid.js"),
];

/// The types of the global that the script makes.
pub(super) const TYPES: &str = include_str!("../../assets/link-initialize.d.ts");

/// The script of the server at `public_url`.
pub(super) fn script(public_url: &str) -> String {
    let home = serde_json::Value::from(public_url);
    let version = serde_json::Value::from(env!("CARGO_PKG_VERSION"));
    let mut text = format!("(() => {{\n'use strict';\nconst HOME = {home};\nconst VERSION = {version};\n");
    for part in PARTS {
        without_comments(part, &mut text);
    }
    text.push_str("})();\n");
    text
}

#[cfg(test)]
mod tests {
    use super::{PARTS, script};
    use std::fs;
    use std::path::Path;

    #[test]
    fn every_part_in_the_folder_is_served_in_the_order_of_the_names() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/link-initialize");
        let mut names: Vec<_> = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .collect();
        names.sort();
        let texts: Vec<_> = names
            .iter()
            .map(|name| fs::read_to_string(name).unwrap())
            .collect();
        assert_eq!(texts, PARTS);
    }

    #[test]
    fn no_line_that_is_served_is_a_comment() {
        let served = script("https://link.example.org");
        let comment = served.lines().find(|line| {
            line.is_empty() || line.starts_with("//") || line.starts_with("/*") || line.starts_with('*')
        });
        assert_eq!(comment, None);
    }

    #[test]
    fn the_address_of_the_server_cannot_end_the_text_it_is_in() {
        let served = script("https://a.example/\";alert(1)//");
        assert!(served.contains(r#"const HOME = "https://a.example/\";alert(1)//";"#));
    }

    #[test]
    fn no_comment_shares_a_line_with_code() {
        for line in PARTS.iter().flat_map(|part| part.lines()).map(str::trim) {
            let is_comment = line.starts_with("//") || line.starts_with("/*") || line.starts_with('*');
            assert!(is_comment || !line.ends_with("*/"), "{line}");
        }
    }
}
