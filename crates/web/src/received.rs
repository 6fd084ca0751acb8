//! A request with its body in memory, as handlers take it: within the size, within the time, within what all
//! bodies together may take, JSON by its label (a form is [`crate::Form`]).
//!
//! It does not parse the body.

use crate::answer::Failure;
use crate::budget::{Budget, Share};
use crate::visit::{RequestId, Visit};
use axum::extract::{FromRequest, Request};
use bytes::{Bytes, BytesMut};
use http::StatusCode;
use http::header::{CONTENT_ENCODING, CONTENT_TYPE, HeaderMap};
use http::request::Parts;
use http_body_util::BodyExt as _;
use hyper::body::Body as _;
use selvedge_model::limits::BODY_BYTES;
use selvedge_model::{Error, ErrorCode};
use std::net::IpAddr;
use std::sync::Arc;

/// A body that comes whole in one piece of this size or less takes nothing of the budget: it is in the
/// server for no longer than its answer takes, and it is how nearly all bodies come.
const SMALL: usize = 16 * 1024;

/// A whole request.
#[derive(Debug)]
pub struct Received {
    /// The request's id.
    pub request_id: RequestId,
    /// Method, target and headers.
    pub head: Parts,
    /// The body, at most [`BODY_BYTES`] long.
    pub body: Bytes,
    /// Who is connected.
    pub peer: Option<IpAddr>,
}

impl<S: Sync> FromRequest<S> for Received {
    type Rejection = Failure;

    async fn from_request(request: Request, _state: &S) -> Result<Self, Failure> {
        let received = Self::whole(request).await?;
        check_labels(&received.head.headers)?;
        Ok(received)
    }
}

impl Received {
    /// The whole request, whatever its body is labelled as. Read before it is judged: the next request of the
    /// connection comes behind it.
    pub(crate) async fn whole(request: Request) -> Result<Self, Failure> {
        let (head, body) = request.into_parts();
        let Some(visit) = head.extensions.get::<Visit>() else {
            return Err(Error::internal("the router is served without web::layer").into());
        };
        let (request_id, peer, terms) = (visit.request_id, visit.peer, Arc::clone(&visit.body));
        let body = tokio::time::timeout(terms.patience, read(body, &terms.budget))
            .await
            .unwrap_or_else(|_| Err(too_slow()))?;
        check_coding(&head.headers)?;
        Ok(Self {
            request_id,
            head,
            body,
            peer,
        })
    }
}

/// Refuses a compressed body.
fn check_coding(headers: &HeaderMap) -> Result<(), Failure> {
    let mut codings = headers.get_all(CONTENT_ENCODING).iter();
    if codings.any(|coding| !coding.as_bytes().eq_ignore_ascii_case(b"identity")) {
        return Err(Failure::new(
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            ErrorCode::InvalidBody,
            "a compressed body is not accepted; send it without Content-Encoding",
        ));
    }
    Ok(())
}

/// Refuses a body that is not said to be JSON.
fn check_labels(headers: &HeaderMap) -> Result<(), Failure> {
    let mut types = headers.get_all(CONTENT_TYPE).iter();
    match (types.next(), types.next()) {
        (Some(only), None) if only.to_str().is_ok_and(is_json) => Ok(()),
        _ => Err(Error::with(
            ErrorCode::InvalidBody,
            "the Content-Type header must be present once and be application/json",
        )
        .into()),
    }
}

/// `application/json`, with no charset or UTF-8 (JSON has no other).
fn is_json(content_type: &str) -> bool {
    let mut parts = content_type.split(';').map(str::trim);
    let essence = parts.next().unwrap_or_default();
    essence.eq_ignore_ascii_case("application/json")
        && parts
            .filter_map(|parameter| parameter.split_once('='))
            .all(|(name, value)| {
                !name.trim().eq_ignore_ascii_case("charset")
                    || matches!(
                        value.trim().trim_matches('"').to_ascii_lowercase().as_str(),
                        "utf-8" | "utf8"
                    )
            })
}

async fn read(mut body: axum::body::Body, budget: &Budget) -> Result<Bytes, Failure> {
    let announced = usize::try_from(body.size_hint().lower()).unwrap_or(usize::MAX);
    if announced > BODY_BYTES {
        return Err(too_large());
    }
    let mut gathered: Option<Gathered> = None;
    while let Some(frame) = body.frame().await {
        let Ok(data) = frame.map_err(|error| broken(&error))?.into_data() else {
            continue;
        };
        let ended = body.is_end_stream();
        // The common body is one piece, which needs neither a copy nor the budget.
        if gathered.is_none() && ended && data.len() <= SMALL {
            return Ok(data);
        }
        let all = gathered.get_or_insert_with(|| Gathered::new(budget.share()));
        all.add(&data)?;
        if ended {
            break;
        }
    }
    Ok(gathered.map_or_else(Bytes::new, Gathered::finish))
}

/// A body that came in pieces. They are copied, for a piece may keep the whole buffer that it was read into.
struct Gathered {
    bytes: BytesMut,
    share: Share,
}

impl Gathered {
    fn new(share: Share) -> Self {
        Self {
            bytes: BytesMut::new(),
            share,
        }
    }

    fn add(&mut self, piece: &[u8]) -> Result<(), Failure> {
        let length = self.bytes.len() + piece.len();
        if length > BODY_BYTES {
            return Err(too_large());
        }
        self.share.grow_to(length).map_err(|_| Failure::crowded())?;
        self.bytes.extend_from_slice(piece);
        Ok(())
    }

    fn finish(self) -> Bytes {
        self.share.keep_with(self.bytes.freeze())
    }
}

fn too_large() -> Failure {
    Failure::new(
        StatusCode::PAYLOAD_TOO_LARGE,
        ErrorCode::InvalidBody,
        format!("the body is larger than {BODY_BYTES} bytes"),
    )
}

fn too_slow() -> Failure {
    Failure::new(
        StatusCode::REQUEST_TIMEOUT,
        ErrorCode::InvalidBody,
        "the body did not arrive in time",
    )
}

fn broken(error: &axum::Error) -> Failure {
    // Chunk framing that hyper cannot read, or a client that went away.
    let mut failure = Failure::from(Error::with(
        ErrorCode::InvalidBody,
        "the body ended early or its framing is broken",
    ));
    failure.error.context = Some(error.to_string());
    failure
}
