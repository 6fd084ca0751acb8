//! Style sheets and modules: part of the program, compressed once, at addresses that change with their content.
//!
//! A page needs one script, which is its module joined with all that it imports. All share one hash. Nothing is
//! read from the disk.

use crate::join::joined;
use axum::extract::Path;
use axum::response::{IntoResponse as _, Response};
use bytes::Bytes;
use flate2::Compression;
use flate2::write::GzEncoder;
use http::StatusCode;
use http::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, HeaderMap, HeaderName, HeaderValue,
    IF_NONE_MATCH, VARY,
};
use selvedge_model::{Error, ErrorCode};
use selvedge_web::Failure;
use std::io::Write as _;
use std::iter::once;
use std::sync::LazyLock;

const CSS: &str = "text/css; charset=utf-8";
const JS: &str = "text/javascript; charset=utf-8";
/// What is at an address never changes.
const FOR_EVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");
const GZIP: HeaderValue = HeaderValue::from_static("gzip");
const BY_ENCODING: HeaderValue = HeaderValue::from_static("accept-encoding");
const RESOURCE_POLICY: HeaderName = HeaderName::from_static("cross-origin-resource-policy");
const SAME_ORIGIN: HeaderValue = HeaderValue::from_static("same-origin");

macro_rules! modules {
    ($($name:literal,)+) => {
        &[$(($name, include_str!(concat!("../../assets/", $name))),)+]
    };
}

const SHEET: &str = include_str!("../../assets/link.css");
/// What pages name. Each is served with all that it imports.
const ENTRIES: &[&str] = &[
    "frame.js",
    "tiles.js",
    "hosted.js",
    "webview.js",
    "leave.js",
    "close.js",
];
const MODULES: &[(&str, &str)] = modules![
    "frame.js",
    "tiles.js",
    "hosted.js",
    "webview.js",
    "flow.js",
    "back.js",
    "session.js",
    "pane.js",
    "forms.js",
    "handshake.js",
    "markup.js",
    "search.js",
    "bank.js",
    "leave.js",
    "close.js",
];

static BUNDLE: LazyLock<Bundle> = LazyLock::new(Bundle::pack);

/// All files and the hash over them.
struct Bundle {
    hash: String,
    files: Vec<File>,
}

struct File {
    name: &'static str,
    kind: &'static str,
    plain: Bytes,
    packed: Bytes,
}

impl Bundle {
    fn pack() -> Self {
        let scripts = ENTRIES
            .iter()
            .map(|name| File::new(name, JS, joined(name, &module)));
        let files: Vec<File> = once(File::new("link.css", CSS, SHEET.to_owned()))
            .chain(scripts)
            .collect();
        Self {
            hash: format!("{:016x}", hash(files.iter().map(|file| &*file.plain))),
            files,
        }
    }
}

impl File {
    fn new(name: &'static str, kind: &'static str, text: String) -> Self {
        Self {
            name,
            kind,
            packed: packed(text.as_bytes()),
            plain: Bytes::from(text),
        }
    }
}

fn module(name: &str) -> Option<&'static str> {
    MODULES
        .iter()
        .find(|(known, _)| *known == name)
        .map(|(_, text)| *text)
}

/// Where a file is.
pub(super) fn path(name: &str) -> String {
    format!("/link/assets/{}/{name}", BUNDLE.hash)
}

/// One file, compressed where the browser takes that.
pub(super) async fn serve(
    Path((hash, name)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let file = BUNDLE.files.iter().find(|file| file.name == name);
    let Some(file) = file.filter(|_| hash == BUNDLE.hash) else {
        return Err(Failure::from(Error::new(ErrorCode::NotFound)));
    };
    let tag = format!("\"{}\"", BUNDLE.hash);
    let known = headers
        .get(IF_NONE_MATCH)
        .is_some_and(|known| known.as_bytes() == tag.as_bytes());
    let mut response = if known {
        StatusCode::NOT_MODIFIED.into_response()
    } else if takes_gzip(&headers) {
        let mut response = file.packed.clone().into_response();
        response.headers_mut().insert(CONTENT_ENCODING, GZIP);
        response
    } else {
        file.plain.clone().into_response()
    };
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(file.kind));
    headers.insert(CACHE_CONTROL, FOR_EVER);
    headers.insert(VARY, BY_ENCODING);
    headers.insert(RESOURCE_POLICY, SAME_ORIGIN);
    if let Ok(tag) = HeaderValue::from_str(&tag) {
        headers.insert(ETAG, tag);
    }
    Ok(response)
}

fn takes_gzip(headers: &HeaderMap) -> bool {
    headers.get_all(ACCEPT_ENCODING).iter().any(|value| {
        value.to_str().is_ok_and(|value| {
            value.split(',').any(|coding| {
                let mut parts = coding.split(';').map(str::trim);
                parts.next() == Some("gzip") && parts.next().is_none_or(|weight| weight != "q=0")
            })
        })
    })
}

/// The file compressed; empty only if memory cannot be written to, which gzip has no other way to fail by.
fn packed(plain: &[u8]) -> Bytes {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    let written = encoder.write_all(plain).and_then(|()| encoder.finish());
    written.map(Bytes::from).unwrap_or_default()
}

/// FNV-1a: tells versions apart, and promises nothing else.
pub(super) fn hash<'a>(parts: impl Iterator<Item = &'a [u8]>) -> u64 {
    parts.flatten().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

/// Puts every file into a folder, for the gallery.
#[cfg(test)]
pub(super) fn write_all(folder: &std::path::Path) {
    for file in &BUNDLE.files {
        std::fs::write(folder.join(file.name), &file.plain).unwrap();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_that_the_first_pane_needs_is_small() {
        for file in &BUNDLE.files {
            assert!(
                !file.packed.is_empty() && file.packed.len() <= 20_000,
                "{} bytes: {}",
                file.packed.len(),
                file.name
            );
        }
    }

    #[test]
    fn no_module_is_longer_than_can_be_read_at_once() {
        for (name, text) in MODULES {
            assert!(text.lines().count() <= 300, "{name}");
        }
    }

    #[test]
    fn every_module_keeps_to_the_forms_that_are_joined() {
        for file in BUNDLE.files.iter().filter(|file| file.kind == JS) {
            let text = std::str::from_utf8(&file.plain).unwrap();
            let left = text.lines().find(|line| {
                line.starts_with("import ")
                    || line.starts_with("export ")
                    || line.starts_with("/*")
                    || line.starts_with("//")
            });
            assert_eq!(left, None, "{}", file.name);
        }
    }

    #[test]
    fn every_module_in_the_folder_is_part_of_a_page() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("assets");
        for entry in std::fs::read_dir(folder).unwrap() {
            let name = entry.unwrap().file_name().into_string().unwrap();
            let Some(stem) = name.strip_suffix(".js") else {
                continue;
            };
            let binding = format!("const ${stem} = ");
            let served = |file: &File| std::str::from_utf8(&file.plain).unwrap().contains(&binding);
            assert!(BUNDLE.files.iter().any(served), "{name}");
        }
    }

    #[test]
    fn gzip_is_sent_to_those_who_take_it() {
        for (given, takes) in [
            ("gzip, deflate, br", true),
            ("br;q=1, gzip;q=0.5", true),
            ("gzip;q=0", false),
            ("br", false),
        ] {
            let headers = HeaderMap::from_iter([(ACCEPT_ENCODING, HeaderValue::from_static(given))]);
            assert_eq!(takes_gzip(&headers), takes, "{given}");
        }
    }
}
