//! The script that an app's page loads, and its types: at the name that existing pages ask for, and at a short one.
//!
//! Any page may load it from anywhere. It says nothing of a team or a session.

mod source;

use crate::App;
use axum::Router;
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use bytes::Bytes;
use flate2::Compression;
use flate2::write::GzEncoder;
use http::StatusCode;
use http::header::{
    ACCEPT_ENCODING, ACCESS_CONTROL_ALLOW_ORIGIN, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG,
    HeaderMap, HeaderName, HeaderValue, IF_NONE_MATCH, VARY,
};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::io::Write as _;
use std::sync::Arc;

const JS: HeaderValue = HeaderValue::from_static("text/javascript; charset=utf-8");
const TYPES: HeaderValue = HeaderValue::from_static("application/typescript; charset=utf-8");
/// Its address never changes, so a new one must reach browsers soon.
const FOR_MINUTES: HeaderValue = HeaderValue::from_static("public, max-age=300");
const ANY_ORIGIN: HeaderValue = HeaderValue::from_static("*");
const GZIP: HeaderValue = HeaderValue::from_static("gzip");
const BY_ENCODING: HeaderValue = HeaderValue::from_static("accept-encoding");
const RESOURCE_POLICY: HeaderName = HeaderName::from_static("cross-origin-resource-policy");
const CROSS_ORIGIN: HeaderValue = HeaderValue::from_static("cross-origin");

/// Its paths.
pub(crate) fn routes(app: &App) -> Router<Arc<App>> {
    let script = File::pack(JS, source::script(app.engine.public_url()));
    let types = File::pack(TYPES, source::TYPES.to_owned());
    [("/link/v2/stable", &script, &types), ("", &script, &types)]
        .into_iter()
        .fold(Router::new(), |router, (folder, script, types)| {
            let (script, types) = (Arc::clone(script), Arc::clone(types));
            router
                .route(
                    &format!("{folder}/link-initialize.js"),
                    get(move |headers: HeaderMap| async move { script.answer(&headers) }),
                )
                .route(
                    &format!("{folder}/link-initialize.d.ts"),
                    get(move |headers: HeaderMap| async move { types.answer(&headers) }),
                )
        })
}

/// A file, ready to be sent.
struct File {
    kind: HeaderValue,
    tag: Option<HeaderValue>,
    plain: Bytes,
    packed: Option<Bytes>,
}

impl File {
    fn pack(kind: HeaderValue, text: String) -> Arc<Self> {
        let mut hasher = DefaultHasher::new();
        text.hash(&mut hasher);
        let tag = format!("\"{:016x}\"", hasher.finish());
        Arc::new(Self {
            kind,
            tag: HeaderValue::from_str(&tag).ok(),
            packed: packed(text.as_bytes()),
            plain: Bytes::from(text),
        })
    }

    fn answer(&self, asked: &HeaderMap) -> Response {
        let known = self
            .tag
            .as_ref()
            .is_some_and(|tag| asked.get(IF_NONE_MATCH) == Some(tag));
        let packed = self.packed.as_ref().filter(|_| takes_gzip(asked));
        let mut response = match (known, packed) {
            (true, _) => StatusCode::NOT_MODIFIED.into_response(),
            (false, Some(packed)) => packed.clone().into_response(),
            (false, None) => self.plain.clone().into_response(),
        };
        let headers = response.headers_mut();
        if !known && packed.is_some() {
            headers.insert(CONTENT_ENCODING, GZIP);
        }
        headers.insert(CONTENT_TYPE, self.kind.clone());
        headers.insert(CACHE_CONTROL, FOR_MINUTES);
        headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, ANY_ORIGIN);
        headers.insert(RESOURCE_POLICY, CROSS_ORIGIN);
        headers.insert(VARY, BY_ENCODING);
        if let Some(tag) = &self.tag {
            headers.insert(ETAG, tag.clone());
        }
        response
    }
}

/// The bytes, compressed; `None` where that cannot be done, and they are sent as they are.
fn packed(plain: &[u8]) -> Option<Bytes> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(plain).ok()?;
    encoder.finish().ok().map(Bytes::from)
}

/// Whether the browser takes gzip.
fn takes_gzip(asked: &HeaderMap) -> bool {
    let codings = asked
        .get_all(ACCEPT_ENCODING)
        .iter()
        .filter_map(|value| value.to_str().ok());
    codings.flat_map(|value| value.split(',')).any(|coding| {
        let mut parts = coding.split(';').map(str::trim);
        let refused = |weight: &str| {
            weight
                .strip_prefix("q=")
                .is_some_and(|weight| weight.chars().all(|digit| matches!(digit, '0' | '.')))
        };
        parts.next() == Some("gzip") && !parts.any(refused)
    })
}

#[cfg(test)]
mod tests {
    use super::{File, JS, source, takes_gzip};
    use http::StatusCode;
    use http::header::{ACCEPT_ENCODING, CONTENT_ENCODING, ETAG, HeaderMap, HeaderValue, IF_NONE_MATCH};
    use std::sync::Arc;

    fn file() -> Arc<File> {
        File::pack(JS, source::script("https://link.example.org"))
    }

    fn asking(name: http::HeaderName, value: &'static str) -> HeaderMap {
        HeaderMap::from_iter([(name, HeaderValue::from_static(value))])
    }

    #[test]
    fn the_script_is_at_most_10_kilobytes_on_the_way() {
        let bytes = file().packed.as_ref().map(bytes::Bytes::len);
        assert!(bytes.is_some_and(|bytes| bytes <= 10_000), "{bytes:?}");
    }

    #[test]
    fn a_browser_that_has_the_script_is_told_so() {
        let file = file();
        let first = file.answer(&HeaderMap::new());
        let tag = first.headers().get(ETAG).unwrap().clone();
        let again = file.answer(&HeaderMap::from_iter([(IF_NONE_MATCH, tag)]));
        assert_eq!(first.status(), StatusCode::OK);
        assert_eq!(again.status(), StatusCode::NOT_MODIFIED);
    }

    #[test]
    fn only_who_takes_gzip_gets_it() {
        for taken in ["gzip", "br, gzip;q=0.5", "deflate,gzip"] {
            assert!(takes_gzip(&asking(ACCEPT_ENCODING, taken)), "{taken}");
        }
        for refused in ["br", "gzip;q=0", "gzip; q=0.0", ""] {
            assert!(!takes_gzip(&asking(ACCEPT_ENCODING, refused)), "{refused}");
        }
        let packed = file().answer(&asking(ACCEPT_ENCODING, "gzip, br"));
        assert_eq!(packed.headers().get(CONTENT_ENCODING).unwrap(), "gzip");
        assert_eq!(
            file().answer(&HeaderMap::new()).headers().get(CONTENT_ENCODING),
            None
        );
    }
}
