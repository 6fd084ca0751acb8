//! `/docs/errors`: the error catalogue as a page, where every error's `documentation_url` leads.
//!
//! The same catalogue as docs/errors.md, for people who follow a link out of a log.

use askama::Template;
use selvedge_model::{Error, ErrorCode, ErrorType};
use selvedge_wire::endpoint::OPERATIONS;
use selvedge_wire::openapi::codes;

/// The page's only style sheet.
pub(crate) const STYLE: &str = include_str!("../assets/errors.css");
/// What the page may load: that style sheet, from here.
pub(crate) const POLICY: &str =
    "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

#[derive(Template)]
#[template(path = "errors.html")]
struct ErrorsPage {
    families: Vec<Family>,
}

struct Family {
    id: String,
    name: String,
    exact: &'static str,
    codes: Vec<Code>,
}

struct Code {
    id: String,
    name: &'static str,
    status: u16,
    message: String,
    remedy: Vec<Part>,
    display: Option<&'static str>,
    everywhere: bool,
    paths: Vec<&'static str>,
}

/// A piece of a sentence.
struct Part {
    text: &'static str,
    /// Whether it stands between backticks: something to type.
    typed: bool,
}

/// The whole page.
pub(crate) fn errors_page() -> Result<String, Error> {
    let families = ErrorType::ALL
        .iter()
        .map(|kind| family(*kind))
        .filter(|family| !family.codes.is_empty());
    ErrorsPage {
        families: families.collect(),
    }
    .render()
    .map_err(Error::internal)
}

fn family(kind: ErrorType) -> Family {
    let of_kind = ErrorCode::ALL.iter().filter(|code| code.entry().kind == kind);
    Family {
        id: kind.as_str().to_ascii_lowercase(),
        name: sentence(&kind.as_str().to_ascii_lowercase().replace('_', " ")),
        exact: kind.as_str(),
        codes: of_kind.map(|code| section(*code)).collect(),
    }
}

fn section(code: ErrorCode) -> Code {
    let entry = code.entry();
    let answering = OPERATIONS
        .iter()
        .filter(|operation| codes(operation).contains(&code));
    let paths: Vec<&str> = answering.map(|operation| operation.path).collect();
    let everywhere = paths.len() == OPERATIONS.len();
    Code {
        id: code.as_str().to_ascii_lowercase(),
        name: code.as_str(),
        status: entry.status,
        message: sentence(entry.message.trim_end_matches('.')),
        remedy: parts(entry.remedy),
        display: entry.display,
        everywhere,
        paths: if everywhere { Vec::new() } else { paths },
    }
}

fn parts(text: &'static str) -> Vec<Part> {
    let pieces = text.split('`').zip([false, true].into_iter().cycle());
    pieces.map(|(text, typed)| Part { text, typed }).collect()
}

fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_has_the_anchor_that_errors_link_to() {
        let page = errors_page().unwrap();
        for code in ErrorCode::ALL {
            assert!(
                page.contains(&format!("<section id=\"{}\"", code.as_str().to_ascii_lowercase())),
                "{code}"
            );
        }
    }

    #[test]
    fn what_stands_between_backticks_is_shown_as_code() {
        let typed: Vec<(&str, bool)> = parts("a `b` c")
            .iter()
            .map(|part| (part.text, part.typed))
            .collect();
        assert_eq!(typed, [("a ", false), ("b", true), (" c", false)]);
        for code in ErrorCode::ALL {
            let ticks = code.entry().remedy.matches('`').count();
            assert_eq!(ticks % 2, 0, "{code}");
        }
        let page = errors_page().unwrap();
        assert!(!page.contains('`'));
        assert!(
            page.contains("<code>Content-Type: application/json</code>"),
            "{page}"
        );
    }

    #[test]
    fn a_family_shows_the_exact_name_that_programs_see() {
        let page = errors_page().unwrap();
        assert!(page.contains("<h2 id=\"item_error\">Item error <code>ITEM_ERROR</code></h2>"));
    }

    #[test]
    fn an_id_stands_once() {
        let page = errors_page().unwrap();
        let mut ids: Vec<&str> = page
            .split("id=\"")
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
            .collect();
        let all = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), all);
    }
}
