//! The page of all error codes, from the catalogue.

use crate::endpoint::OPERATIONS;
use crate::openapi::codes;
use selvedge_model::{ErrorCode, ErrorType};

const HEAD: &str = "\
# Errors

This page is written from the error catalogue by `cargo xtask generate`; change it there.

An error answer is JSON with seven keys: `error_type`, `error_code`, `error_message`, `display_message`,
`request_id`, `documentation_url` (which leads to the code on this page) and `suggested_action`. Programs
dispatch on `error_code`. `error_message` is for the developer and may be more exact than the text here;
`display_message` is for the end user, and null where the end user can do nothing.
";

/// Every code with its status, its words and its remedy, in Markdown; the same text at every call.
pub fn errors_page() -> String {
    let mut parts = vec![HEAD.to_owned()];
    for kind in ErrorType::ALL {
        let of_kind: Vec<_> = ErrorCode::ALL
            .iter()
            .filter(|code| code.entry().kind == *kind)
            .collect();
        if !of_kind.is_empty() {
            parts.push(format!("\n## {kind}\n"));
        }
        parts.extend(of_kind.into_iter().map(|code| section(*code)));
    }
    parts.concat()
}

fn section(code: ErrorCode) -> String {
    let entry = code.entry();
    let mut lines = vec![
        format!("\n### {code}\n"),
        format!("- status: {}", entry.status),
        format!("- message: {}", entry.message),
    ];
    lines.extend(
        entry
            .display
            .map(|display| format!("- to the end user: {display}")),
    );
    lines.push(format!("- remedy: {}", entry.remedy));
    lines.extend(origins(code).map(|from| format!("- from: {from}")));
    lines.join("\n") + "\n"
}

/// The endpoints that answer with `code`, if any does yet.
fn origins(code: ErrorCode) -> Option<String> {
    let paths: Vec<_> = OPERATIONS
        .iter()
        .filter(|operation| codes(operation).contains(&code))
        .map(|operation| format!("`{}`", operation.path))
        .collect();
    match paths.len() {
        0 => None,
        all if all == OPERATIONS.len() => Some("every endpoint".to_owned()),
        _ => Some(paths.join(", ")),
    }
}
