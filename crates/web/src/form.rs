//! A form that one of our own pages sent: urlencoded by its label, small, and from the same origin.
//!
//! It does not know what a field means. A form never acts for another site: what the browser says of where it
//! comes from must be there and be us.

use crate::answer::Failure;
use crate::received::Received;
use crate::visit::RequestId;
use axum::extract::{FromRequest, Request};
use http::StatusCode;
use http::header::{CONTENT_TYPE, HOST, HeaderMap, HeaderName, ORIGIN};
use http::request::Parts;
use selvedge_model::{Error, ErrorCode, Sensitive};
use url::form_urlencoded;

/// Largest body of a form. A test login's password may be a description of 55 kB, and comes back in a ticket.
pub const FORM_BYTES: usize = 512 * 1024;
/// Most fields of a form.
pub const FORM_FIELDS: usize = 256;

const SEC_FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");
const URLENCODED: &str = "application/x-www-form-urlencoded";

/// The fields of a form, in the order in which they came.
#[expect(missing_debug_implementations, reason = "a field may be a password")]
pub struct Form {
    /// The request's id.
    pub request_id: RequestId,
    /// Method, target and headers.
    pub head: Parts,
    fields: Vec<(String, Sensitive)>,
}

impl Form {
    /// The first field of that name.
    pub fn get(&self, name: &str) -> Option<&Sensitive> {
        let first = self.fields.iter().find(|(given, _)| given == name);
        first.map(|(_, value)| value)
    }

    /// Every field of that name.
    pub fn every<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Sensitive> {
        let named = self.fields.iter().filter(move |(given, _)| given == name);
        named.map(|(_, value)| value)
    }
}

impl<S: Sync> FromRequest<S> for Form {
    type Rejection = Failure;

    async fn from_request(request: Request, _state: &S) -> Result<Self, Failure> {
        let received = Received::whole(request).await?;
        let head = received.head;
        if !is_ours(&head) {
            return Err(Failure::new(
                StatusCode::FORBIDDEN,
                ErrorCode::InvalidBody,
                "a form is only taken from a page of this server",
            ));
        }
        if !is_urlencoded(&head.headers) {
            return Err(Failure::new(
                StatusCode::UNSUPPORTED_MEDIA_TYPE,
                ErrorCode::InvalidBody,
                "the Content-Type header must be present once and be application/x-www-form-urlencoded",
            ));
        }
        if received.body.len() > FORM_BYTES {
            return Err(Failure::new(
                StatusCode::PAYLOAD_TOO_LARGE,
                ErrorCode::InvalidBody,
                format!("the form is larger than {FORM_BYTES} bytes"),
            ));
        }
        let mut fields = Vec::new();
        for (name, value) in form_urlencoded::parse(&received.body) {
            if fields.len() == FORM_FIELDS {
                let words = format!("the form has more than {FORM_FIELDS} fields");
                return Err(Error::with(ErrorCode::InvalidBody, words).into());
            }
            fields.push((name.into_owned(), Sensitive::new(value.into_owned())));
        }
        Ok(Self {
            request_id: received.request_id,
            head,
            fields,
        })
    }
}

/// Whether a page of this server sent the request, as the browser tells it: by `Sec-Fetch-Site`, or, where that
/// is not sent, by an `Origin` whose host is the one that the request is for.
pub fn is_ours(head: &Parts) -> bool {
    let text = |name: &HeaderName| {
        let mut values = head.headers.get_all(name).iter();
        match (values.next(), values.next()) {
            (Some(only), None) => only.to_str().ok(),
            _ => None,
        }
    };
    if head.headers.contains_key(SEC_FETCH_SITE) {
        return text(&SEC_FETCH_SITE) == Some("same-origin");
    }
    let host = head
        .uri
        .authority()
        .map_or_else(|| text(&HOST), |authority| Some(authority.as_str()));
    let origin = text(&ORIGIN).and_then(|origin| origin.split_once("://"));
    match (host, origin) {
        (Some(host), Some((_, origin))) => host.eq_ignore_ascii_case(origin),
        _ => false,
    }
}

fn is_urlencoded(headers: &HeaderMap) -> bool {
    let mut types = headers.get_all(CONTENT_TYPE).iter();
    let (Some(only), None) = (types.next(), types.next()) else {
        return false;
    };
    let essence = only.to_str().unwrap_or_default().split(';').next();
    essence.is_some_and(|essence| essence.trim().eq_ignore_ascii_case(URLENCODED))
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::body::Body;

    async fn sent(headers: &[(&str, &str)], body: impl Into<Body>) -> Result<Form, StatusCode> {
        let mut request = Request::post("/somewhere").header(HOST, "bank.test:80");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let mut request = request.body(body.into()).unwrap();
        let terms = crate::visit::BodyTerms::unconnected();
        request.extensions_mut().insert(crate::Visit::new(None, terms));
        Form::from_request(request, &())
            .await
            .map_err(|failure| failure.status)
    }

    const OURS: (&str, &str) = ("sec-fetch-site", "same-origin");
    const TYPE: (&str, &str) = ("content-type", "application/x-www-form-urlencoded");

    #[tokio::test]
    async fn fields_are_read_in_order_and_decoded() {
        let form = sent(&[OURS, TYPE], "a=1&b=x+y%26&a=2&c").await.ok().unwrap();
        let every: Vec<&str> = form.every("a").map(Sensitive::expose).collect();
        assert_eq!(every, ["1", "2"]);
        assert_eq!(form.get("b").map(Sensitive::expose), Some("x y&"));
        assert_eq!(form.get("c").map(Sensitive::expose), Some(""));
        assert!(form.get("d").is_none());
    }

    #[tokio::test]
    async fn l15_a_form_of_another_site_is_refused_whatever_else_it_says() {
        let refused = Some(StatusCode::FORBIDDEN);
        for headers in [
            &[TYPE][..],
            &[TYPE, ("sec-fetch-site", "cross-site")],
            &[
                TYPE,
                ("sec-fetch-site", "same-site"),
                ("origin", "http://bank.test:80"),
            ],
            &[TYPE, ("sec-fetch-site", "none")],
            &[TYPE, OURS, OURS],
            &[TYPE, ("origin", "null")],
            &[TYPE, ("origin", "http://evil.test")],
            &[TYPE, ("origin", "http://bank.test:80.evil.test")],
            &[
                TYPE,
                ("origin", "http://bank.test:80"),
                ("origin", "http://bank.test:80"),
            ],
        ] {
            assert_eq!(sent(headers, "a=1").await.err(), refused, "{headers:?}");
        }
    }

    #[tokio::test]
    async fn a_browser_without_fetch_metadata_is_known_by_its_origin() {
        assert!(
            sent(&[TYPE, ("origin", "http://bank.test:80")], "a=1")
                .await
                .is_ok()
        );
        assert!(
            sent(&[TYPE, ("origin", "https://BANK.test:80")], "a=1")
                .await
                .is_ok()
        );
    }

    #[tokio::test]
    async fn only_a_form_by_its_label_is_read() {
        let wrong = Some(StatusCode::UNSUPPORTED_MEDIA_TYPE);
        for kind in [
            "application/json",
            "text/plain",
            "multipart/form-data; boundary=x",
            "",
        ] {
            assert_eq!(
                sent(&[OURS, ("content-type", kind)], "a=1").await.err(),
                wrong,
                "{kind}"
            );
        }
        assert_eq!(sent(&[OURS], "a=1").await.err(), wrong);
        assert_eq!(sent(&[OURS, TYPE, TYPE], "a=1").await.err(), wrong);
        let with_charset = ("content-type", "application/x-www-form-urlencoded; charset=UTF-8");
        assert!(sent(&[OURS, with_charset], "a=1").await.is_ok());
    }

    #[tokio::test]
    async fn a_form_has_a_largest_size_and_a_largest_number_of_fields() {
        let large = |extra: usize| format!("a={}", "x".repeat(FORM_BYTES - 2 + extra));
        assert!(sent(&[OURS, TYPE], large(0)).await.is_ok());
        assert_eq!(
            sent(&[OURS, TYPE], large(1)).await.err(),
            Some(StatusCode::PAYLOAD_TOO_LARGE)
        );
        let fields = |count: usize| vec!["a=1"; count].join("&");
        assert!(sent(&[OURS, TYPE], fields(FORM_FIELDS)).await.is_ok());
        assert_eq!(
            sent(&[OURS, TYPE], fields(FORM_FIELDS + 1)).await.err(),
            Some(StatusCode::BAD_REQUEST)
        );
    }
}
