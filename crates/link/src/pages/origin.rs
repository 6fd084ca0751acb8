//! Who may call: only pages of this very server.
//!
//! The calls carry no cookie, so a foreign page could do nothing with them; refusing it costs nothing either.

use axum::extract::{FromRequest, Request};
use http::StatusCode;
use http::header::{CONTENT_TYPE, HOST, HeaderName, ORIGIN};
use http::request::Parts;
use selvedge_model::{Error, ErrorCode};
use selvedge_web::{Failure, Received};

const FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// A request with its body, from a page of this server.
pub(super) struct Ours(pub(super) Received);

impl<S: Send + Sync> FromRequest<S> for Ours {
    type Rejection = Failure;

    async fn from_request(request: Request, state: &S) -> Result<Self, Failure> {
        let (head, body) = request.into_parts();
        let refused = check(&head).err();
        // Read in any case: the next request of the connection comes behind it.
        let received = Received::from_request(Request::from_parts(head, body), state).await;
        match refused {
            Some(refused) => Err(refused),
            None => received.map(Self),
        }
    }
}

/// Refuses a request that no page of ours made. Ours say that they send JSON, which a form cannot say.
fn check(head: &Parts) -> Result<(), Failure> {
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
    let kind = says(&CONTENT_TYPE).unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim();
    if ours && kind.eq_ignore_ascii_case("application/json") {
        Ok(())
    } else {
        Err(foreign())
    }
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

    fn asked(headers: &[(&str, &str)]) -> bool {
        let mut request = http::Request::builder().uri("/link/session");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        check(&request.body(()).unwrap().into_parts().0).is_ok()
    }

    #[test]
    fn only_pages_of_this_server_may_call() {
        let host = ("host", "link.example:7358");
        let json = ("content-type", "application/json");
        for ours in [
            &[host, json, ("sec-fetch-site", "same-origin")][..],
            &[host, json, ("origin", "http://link.example:7358")],
            &[host, json, ("origin", "https://link.example:7358")],
        ] {
            assert!(asked(ours), "{ours:?}");
        }
        for foreign in [
            &[host, json][..],
            &[host, json, ("sec-fetch-site", "cross-site")],
            &[host, json, ("sec-fetch-site", "same-site")],
            &[host, json, ("sec-fetch-site", "none")],
            &[
                host,
                ("sec-fetch-site", "cross-site"),
                ("origin", "http://link.example:7358"),
            ],
            &[host, json, ("origin", "https://evil.example")],
            &[host, json, ("origin", "null")],
            &[host, json, ("origin", "http://link.example")],
            &[host, json, ("origin", "")],
            &[host, ("sec-fetch-site", "same-origin")],
            &[
                host,
                ("sec-fetch-site", "same-origin"),
                ("content-type", "text/plain"),
            ],
        ] {
            assert!(!asked(foreign), "{foreign:?}");
        }
    }
}
