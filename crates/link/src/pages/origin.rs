//! Who may call: only pages of this very server.
//!
//! The calls carry no cookie, so a foreign page could do nothing with them; refusing it costs nothing either.

use http::StatusCode;
use http::header::{HOST, HeaderName, ORIGIN};
use http::request::Parts;
use selvedge_model::{Error, ErrorCode};
use selvedge_web::Failure;

const FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// Refuses a request that no page of ours made.
pub(super) fn check(head: &Parts) -> Result<(), Failure> {
    let says = |name: &HeaderName| {
        head.headers
            .get(name)
            .map(|value| value.to_str().unwrap_or_default())
    };
    let ours = match (says(&FETCH_SITE), says(&ORIGIN)) {
        (Some(site), _) => site == "same-origin",
        (None, Some(origin)) => {
            let host = head
                .uri
                .authority()
                .map(http::uri::Authority::as_str)
                .or_else(|| says(&HOST));
            let origin = origin
                .strip_prefix("https://")
                .or_else(|| origin.strip_prefix("http://"));
            origin.is_some() && origin == host
        }
        (None, None) => false,
    };
    if ours { Ok(()) } else { Err(foreign()) }
}

fn foreign() -> Failure {
    let mut failure = Failure::from(Error::with(
        ErrorCode::InvalidHeaders,
        "only Link's own pages may call this",
    ));
    failure.status = StatusCode::FORBIDDEN;
    failure
}

#[cfg(test)]
mod tests {
    use super::*;
    use http::Request;

    fn asked(headers: &[(&str, &str)]) -> bool {
        let mut request = Request::builder().uri("/link/session");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        check(&request.body(()).unwrap().into_parts().0).is_ok()
    }

    #[test]
    fn only_pages_of_this_server_may_call() {
        let host = ("host", "link.example:7358");
        for ours in [
            &[host, ("sec-fetch-site", "same-origin")][..],
            &[host, ("origin", "http://link.example:7358")],
            &[host, ("origin", "https://link.example:7358")],
        ] {
            assert!(asked(ours), "{ours:?}");
        }
        for foreign in [
            &[host][..],
            &[host, ("sec-fetch-site", "cross-site")],
            &[host, ("sec-fetch-site", "same-site")],
            &[host, ("sec-fetch-site", "none")],
            &[
                host,
                ("sec-fetch-site", "cross-site"),
                ("origin", "http://link.example:7358"),
            ],
            &[host, ("origin", "https://evil.example")],
            &[host, ("origin", "null")],
            &[host, ("origin", "http://link.example")],
            &[host, ("origin", "")],
        ] {
            assert!(!asked(foreign), "{foreign:?}");
        }
    }
}
