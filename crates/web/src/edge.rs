//! The outermost layer: every answer gets its request id, its headers, the contract's shape and a log line.
//!
//! One layer written by hand rather than six from a kit: at this rate the kit costs more than the work.
//! It knows no endpoint and reads no body.

use crate::answer::{Failure, close_after};
use crate::guard::NO_METHOD;
use crate::query;
use crate::visit::{BodyTerms, RequestId, Visit};
use axum::Router;
use axum::body::Body;
use axum::response::Response;
use futures_util::FutureExt as _;
use futures_util::future::CatchUnwind;
use http::header::{CACHE_CONTROL, CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue, X_CONTENT_TYPE_OPTIONS};
use http::{Method, Request, StatusCode, Uri, Version};
use hyper::body::Body as _;
use selvedge_model::id::TeamId;
use selvedge_model::{Entropy, Environment, Error, ErrorCode};
use std::convert::Infallible;
use std::fmt;
use std::panic::AssertUnwindSafe;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use std::time::Instant;
use tower::{Layer, Service};

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");
const NOSNIFF: HeaderValue = HeaderValue::from_static("nosniff");
const NO_STORE: HeaderValue = HeaderValue::from_static("no-store");

/// Whether each request leaves a line in the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AccessLog {
    /// One event of target `access` for each request.
    On,
    /// None.
    Off,
}

/// What the outermost layer needs to know.
#[derive(Clone)]
pub struct Edge {
    /// This server's own address as clients see it, without a trailing slash.
    pub public_url: String,
    /// The environment served, for the log.
    pub environment: Environment,
    /// The source of request ids.
    pub entropy: Arc<dyn Entropy>,
    /// Whether to log requests.
    pub access_log: AccessLog,
    /// How paths begin whose rest is a secret: the log has them no further.
    pub secret_paths: &'static [&'static str],
}

impl fmt::Debug for Edge {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Edge")
            .field("public_url", &self.public_url)
            .field("environment", &self.environment)
            .field("access_log", &self.access_log)
            .finish_non_exhaustive()
    }
}

/// Puts the edge around every route of `router`, and around what it does not route. Call it last.
pub fn layer(router: Router, edge: Edge) -> Router {
    router.layer(EdgeLayer(Arc::new(edge)))
}

#[derive(Clone)]
struct EdgeLayer(Arc<Edge>);

impl<S> Layer<S> for EdgeLayer {
    type Service = Edged<S>;

    fn layer(&self, inner: S) -> Edged<S> {
        Edged {
            inner,
            edge: Arc::clone(&self.0),
        }
    }
}

#[derive(Clone)]
struct Edged<S> {
    inner: S,
    edge: Arc<Edge>,
}

impl<S> Service<Request<Body>> for Edged<S>
where
    S: Service<Request<Body>, Response = Response, Error = Infallible>,
{
    type Response = Response;
    type Error = Infallible;
    type Future = Answering<S::Future>;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        self.inner.poll_ready(cx)
    }

    fn call(&mut self, mut request: Request<Body>) -> Self::Future {
        let request_id = RequestId::mint(&*self.edge.entropy);
        let refused = greet(&mut request, request_id);
        let line = self.edge.line(&request);
        let verb = if request.method() == Method::POST {
            Verb::Post
        } else {
            Verb::Other
        };
        let visit = Passage {
            edge: Arc::clone(&self.edge),
            request_id,
            version: request.version(),
            verb,
            body: match request.body().is_end_stream() {
                true => RequestBody::None,
                false if refused.is_some() => RequestBody::Unread,
                false => RequestBody::Handed,
            },
            line,
        };
        match refused {
            None => {
                let inner = AssertUnwindSafe(self.inner.call(request)).catch_unwind();
                Answering {
                    inner: Some(inner),
                    refused: None,
                    visit,
                }
            }
            refused => Answering {
                inner: None,
                refused,
                visit,
            },
        }
    }
}

/// Names the request, and says why it goes no further, if so.
fn greet(request: &mut Request<Body>, request_id: RequestId) -> Option<Box<Failure>> {
    let refused = if let Some(visit) = request.extensions_mut().get_mut::<Visit>() {
        visit.request_id = request_id;
        visit.refused.take()
    } else {
        let mut visit = Visit::new(None, BodyTerms::unconnected());
        visit.request_id = request_id;
        request.extensions_mut().insert(visit);
        None
    };
    refused.or_else(|| {
        let name = query::credential(request.uri().path(), request.uri().query()?)?;
        let words = format!("{name} must not be sent in the query string; send it in the body or a header");
        Some(Box::new(Error::field(words).into()))
    })
}
impl Edge {
    /// As much of a path as may stand in a log.
    fn path_for_log<'p>(&self, path: &'p str) -> &'p str {
        let mut secret = self.secret_paths.iter().filter(|start| path.starts_with(**start));
        secret
            .next()
            .and_then(|start| path.get(..start.len()))
            .unwrap_or(path)
    }

    /// What the log line needs of the request, if there is to be one.
    fn line(&self, request: &Request<Body>) -> Option<Box<Line>> {
        if self.access_log == AccessLog::Off || !tracing::enabled!(target: "access", tracing::Level::INFO) {
            return None;
        }
        Some(Box::new(Line {
            method: request.method().clone(),
            uri: request.uri().clone(),
            began: now(),
        }))
    }
}

#[expect(clippy::disallowed_methods, reason = "telemetry: how long the answer took")]
fn now() -> Instant {
    Instant::now()
}

struct Line {
    method: Method,
    uri: Uri,
    began: Instant,
}

/// What an answer on its way out needs to know of its request.
struct Passage {
    edge: Arc<Edge>,
    request_id: RequestId,
    version: Version,
    verb: Verb,
    body: RequestBody,
    line: Option<Box<Line>>,
}

/// What became of the request's body.
#[derive(Clone, Copy, PartialEq, Eq)]
enum RequestBody {
    /// There is none.
    None,
    /// It was given to the router, which reads it when the path leads somewhere.
    Handed,
    /// Nobody reads it.
    Unread,
}

/// The method, as far as advice about it goes.
#[derive(Clone, Copy)]
enum Verb {
    Post,
    Other,
}

impl Passage {
    /// The answer as it leaves.
    fn finish(&self, response: Response) -> Response {
        let mut response = self.in_shape(response);
        let headers = response.headers_mut();
        if let Ok(id) = HeaderValue::from_str(self.request_id.as_str()) {
            headers.insert(REQUEST_ID, id);
        }
        headers.insert(X_CONTENT_TYPE_OPTIONS, NOSNIFF);
        headers.entry(CACHE_CONTROL).or_insert(NO_STORE);
        self.log(&response);
        response
    }

    fn in_shape(&self, mut response: Response) -> Response {
        let failure = match response.extensions_mut().remove::<Failure>() {
            Some(failure) => failure,
            None => match unrouted(response.status(), response.headers(), self.verb) {
                Some(error) => Failure::from(error).by_the_head(),
                None => return response,
            },
        };
        let mut shaped = self.render(&failure);
        if let Some(team) = response.extensions_mut().remove::<TeamId>() {
            shaped.extensions_mut().insert(team);
        }
        shaped
    }

    fn render(&self, failure: &Failure) -> Response {
        let mut response = failure.render(self.request_id.as_str(), &self.edge.public_url);
        let unread = match self.body {
            RequestBody::None => false,
            RequestBody::Handed => failure.ignores_the_body(),
            RequestBody::Unread => true,
        };
        // A body that nobody reads stands before the next request.
        if unread || failure.ends_connection() {
            close_after(&mut response, self.version);
        }
        response
    }

    fn log(&self, response: &Response) {
        let Some(line) = &self.line else { return };
        let (method, path) = if line.method.as_str() == NO_METHOD {
            // The guard refused the head, so there is neither.
            ("-", "-")
        } else {
            (line.method.as_str(), self.edge.path_for_log(line.uri.path()))
        };
        tracing::info!(
            target: "access",
            method = %Printable(method),
            path = %Printable(path),
            status = response.status().as_u16(),
            duration_us = u64::try_from(line.began.elapsed().as_micros()).unwrap_or(u64::MAX),
            request_id = self.request_id.as_str(),
            team = response.extensions().get::<TeamId>().map(TeamId::as_str),
            environment = self.edge.environment.as_str(),
            "request"
        );
    }
}

/// The router's own refusals have neither body nor type; they become the contract's.
fn unrouted(status: StatusCode, headers: &HeaderMap, method: Verb) -> Option<Error> {
    if headers.contains_key(CONTENT_TYPE) {
        return None;
    }
    match status {
        StatusCode::NOT_FOUND => Some(Error::new(ErrorCode::NotFound)),
        // The router names the methods in `Allow`, but only after this layer.
        StatusCode::METHOD_NOT_ALLOWED => Some(Error::with(
            ErrorCode::NotFound,
            match method {
                Verb::Post => "this path is a page, not an endpoint; use GET",
                Verb::Other => "this path does not answer to that method; use POST",
            },
        )),
        _ => None,
    }
}

/// A text with nothing in it that could end or forge a line of the log, cut to a length worth reading.
struct Printable<'a>(&'a str);

impl fmt::Display for Printable<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        use fmt::Write as _;
        self.0
            .chars()
            .take(256)
            .try_for_each(|character| match character {
                ' '..='~' => f.write_char(character),
                other => write!(f, "{}", other.escape_unicode()),
            })
    }
}

pin_project_lite::pin_project! {
    /// An answer in the making.
    struct Answering<F> {
        #[pin]
        inner: Option<CatchUnwind<AssertUnwindSafe<F>>>,
        refused: Option<Box<Failure>>,
        visit: Passage,
    }
}

impl<F: Future<Output = Result<Response, Infallible>>> Future for Answering<F> {
    type Output = Result<Response, Infallible>;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let this = self.project();
        let response = match (this.inner.as_pin_mut(), this.refused.take()) {
            (Some(inner), _) => match ready!(inner.poll(cx)) {
                Ok(Ok(response)) => response,
                // The panic's own words may hold anything; the panic hook has printed where it was.
                Err(_) => this.visit.render(&Error::internal("a handler panicked").into()),
            },
            (None, refused) => {
                let failure =
                    refused.map_or_else(|| Error::internal("polled after the answer").into(), |it| *it);
                this.visit.render(&failure)
            }
        };
        Poll::Ready(Ok(this.visit.finish(response)))
    }
}
