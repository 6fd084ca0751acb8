//! Style sheets and modules: part of the program, compressed once, at addresses that change with their content.
//!
//! All share one hash, so a module finds the others beside itself. Nothing is read from the disk.

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
use std::sync::LazyLock;

const CSS: &str = "text/css; charset=utf-8";
const JS: &str = "text/javascript; charset=utf-8";
/// What is at an address never changes.
const FOR_EVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");
const GZIP: HeaderValue = HeaderValue::from_static("gzip");
const BY_ENCODING: HeaderValue = HeaderValue::from_static("accept-encoding");
const RESOURCE_POLICY: HeaderName = HeaderName::from_static("cross-origin-resource-policy");
const SAME_ORIGIN: HeaderValue = HeaderValue::from_static("same-origin");

macro_rules! files {
    ($($name:literal: $kind:expr,)+) => {
        &[$(($name, $kind, include_bytes!(concat!("../../assets/", $name)).as_slice()),)+]
    };
}

const FILES: &[(&str, &str, &[u8])] = files! {
    "link.css": CSS,
    "frame.js": JS,
    "tiles.js": JS,
    "hosted.js": JS,
    "webview.js": JS,
    "flow.js": JS,
    "back.js": JS,
    "session.js": JS,
    "pane.js": JS,
    "forms.js": JS,
    "handshake.js": JS,
    "markup.js": JS,
    "search.js": JS,
    "bank.js": JS,
    "leave.js": JS,
    "close.js": JS,
};

static BUNDLE: LazyLock<Bundle> = LazyLock::new(Bundle::pack);

/// All files and the hash over them.
struct Bundle {
    hash: String,
    files: Vec<File>,
}

struct File {
    name: &'static str,
    kind: &'static str,
    plain: &'static [u8],
    packed: Bytes,
}

impl Bundle {
    fn pack() -> Self {
        let files = FILES.iter().map(|(name, kind, plain)| File {
            name,
            kind,
            plain,
            packed: packed(plain),
        });
        Self {
            hash: format!("{:016x}", hash(FILES.iter().map(|(_, _, plain)| *plain))),
            files: files.collect(),
        }
    }
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
        Bytes::from_static(file.plain).into_response()
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
        std::fs::write(folder.join(file.name), file.plain).unwrap();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_that_the_first_pane_needs_is_small() {
        let total: usize = BUNDLE.files.iter().map(|file| file.packed.len()).sum();
        assert!(total <= 40_000, "{total} bytes");
        for file in &BUNDLE.files {
            assert!(
                !file.packed.is_empty() && file.packed.len() < file.plain.len(),
                "{}",
                file.name
            );
        }
    }

    #[test]
    fn no_module_is_longer_than_can_be_read_at_once() {
        for file in BUNDLE.files.iter().filter(|file| file.kind == JS) {
            let lines = file.plain.split(|byte| *byte == b'\n').count();
            assert!(lines <= 300, "{} has {lines} lines", file.name);
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
