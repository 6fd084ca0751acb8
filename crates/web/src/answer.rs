//! Error answers: from the catalogue's row to bytes, and the one place where a failure is logged.
//!
//! It does not word anything: the words are the catalogue's or the caller's.

use axum::body::Body;
use axum::response::{IntoResponse, Response};
use http::header::{ALLOW, CONTENT_TYPE, HeaderValue, RETRY_AFTER};
use http::{StatusCode, Version};
use selvedge_model::{Error, ErrorCode};
use selvedge_wire::ErrorBody;
use std::borrow::Cow;

const JSON: HeaderValue = HeaderValue::from_static("application/json");
const POST: HeaderValue = HeaderValue::from_static("POST");
/// Seconds after which a crowded server is worth another try. Bodies come and go in less.
const SOON: HeaderValue = HeaderValue::from_static("1");

/// The answer for `error`: status from the catalogue, body in the contract's shape. Logs failures of our own.
pub fn render(error: &Error, request_id: &str, public_url: &str) -> Response {
    shape(error, status_of(error), request_id, public_url)
}

/// An error with the HTTP status to send it under. As a response it is only a promise: [`crate::layer()`]
/// writes the body, because it knows the request's id.
#[derive(Debug, Clone)]
pub struct Failure {
    /// What the developer is told.
    pub error: Error,
    /// How the transport says it; most often the catalogue's own status.
    pub status: StatusCode,
    judged: Judged,
}

/// When a request was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Judged {
    /// With its body, as far as that came.
    Whole,
    /// Before its body was read.
    ByItsHead,
    /// While its body was coming, for want of room.
    Crowded,
}

impl Failure {
    /// `error` under a status that says more than the catalogue's.
    pub(crate) fn new(status: StatusCode, code: ErrorCode, message: impl Into<Cow<'static, str>>) -> Self {
        Self {
            error: Error::with(code, message),
            status,
            judged: Judged::Whole,
        }
    }

    /// There is no room for the body, which may still be on its way.
    pub(crate) fn crowded() -> Self {
        Self {
            judged: Judged::Crowded,
            ..Self::from(Error::with(
                ErrorCode::PlannedMaintenance,
                "the server holds as much of request bodies as it may; try again in a moment",
            ))
        }
    }

    /// A path that only takes POST was asked by another method.
    pub fn only_post() -> Self {
        let words = "this path does not answer to that method; use POST";
        Self::new(StatusCode::METHOD_NOT_ALLOWED, ErrorCode::NotFound, words).by_the_head()
    }

    /// The same, said before the request's body was read.
    #[must_use]
    pub const fn by_the_head(mut self) -> Self {
        self.judged = Judged::ByItsHead;
        self
    }

    /// Whether the body of the request was not looked at.
    pub(crate) fn ignores_the_body(&self) -> bool {
        self.judged == Judged::ByItsHead
    }

    /// The finished answer.
    pub(crate) fn render(&self, request_id: &str, public_url: &str) -> Response {
        let mut response = shape(&self.error, self.status, request_id, public_url);
        if self.judged == Judged::Crowded {
            response.headers_mut().insert(RETRY_AFTER, SOON);
        }
        if self.status == StatusCode::METHOD_NOT_ALLOWED {
            response.headers_mut().insert(ALLOW, POST);
        }
        response
    }

    /// Whether part of the request may still be on its way, so that the connection cannot be used again.
    pub(crate) fn ends_connection(&self) -> bool {
        self.judged == Judged::Crowded
            || matches!(
                self.status,
                StatusCode::REQUEST_TIMEOUT | StatusCode::PAYLOAD_TOO_LARGE
            )
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        let status = status_of(&error);
        Self {
            error,
            status,
            judged: Judged::Whole,
        }
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let mut response = self.status.into_response();
        response.extensions_mut().insert(self);
        response
    }
}

/// Asks hyper to close the connection after this answer. HTTP/2 has no such header.
pub(crate) fn close_after(response: &mut Response, version: Version) {
    if version < Version::HTTP_2 {
        response
            .headers_mut()
            .insert(http::header::CONNECTION, HeaderValue::from_static("close"));
    }
}

fn status_of(error: &Error) -> StatusCode {
    // Every row of the catalogue has a valid status; a test of `model` walks them.
    StatusCode::from_u16(error.code.entry().status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}

fn shape(error: &Error, status: StatusCode, request_id: &str, public_url: &str) -> Response {
    if status.is_server_error() {
        tracing::warn!(
            request_id,
            error.code = error.code.as_str(),
            error.context = error.context.as_deref().unwrap_or_default(),
            "a request failed for a reason of our own"
        );
    }
    let mut response = Response::new(Body::from(
        ErrorBody::new(error, request_id, public_url).to_json(),
    ));
    *response.status_mut() = status;
    response.headers_mut().insert(CONTENT_TYPE, JSON);
    response
}
