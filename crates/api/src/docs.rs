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
    codes: Vec<Code>,
}

struct Code {
    id: String,
    name: &'static str,
    status: u16,
    message: String,
    remedy: &'static str,
    display: Option<&'static str>,
    everywhere: bool,
    paths: Vec<&'static str>,
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
        remedy: entry.remedy,
        display: entry.display,
        everywhere,
        paths: if everywhere { Vec::new() } else { paths },
    }
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
