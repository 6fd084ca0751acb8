//! One connection from its first byte to its end: what it speaks, when it has been silent for too long, and
//! how it ends when the server stops.
//!
//! It does not answer anything: requests go to the app, refusals of the guard too.

use crate::answer::close_after;
use crate::budget::Budget;
use crate::guard::{Guard, Refusals, Speech, Strictness, recognise};
use crate::limits::Limits;
use crate::visit::{BodyTerms, Visit};
use axum::Router;
use axum::response::Response;
use axum::routing::future::RouteFuture;
use bytes::BytesMut;
use http::{Request, Version};
use hyper::body::{Body as _, Incoming};
use hyper::server::conn::{http1, http2};
use hyper_util::rt::{TokioExecutor, TokioIo};
use std::convert::Infallible;
use std::net::IpAddr;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::task::{Context, Poll};
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncReadExt as _, AsyncWrite};
use tokio::sync::watch;
use tokio::time::{Instant, timeout};
use tower::Service as _;

/// What the accept loop tells every connection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Phase {
    /// Go on.
    Run,
    /// Finish what is in flight, take nothing new.
    Drain,
    /// End now.
    Cut,
}

/// What all connections of a listener share.
pub(crate) struct Shared {
    pub(crate) app: Router,
    pub(crate) limits: Limits,
    pub(crate) bodies: Budget,
}

/// Serves one accepted stream until it ends.
pub(crate) async fn run<S>(mut stream: S, peer: IpAddr, shared: &Shared, mut phase: watch::Receiver<Phase>)
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let first = tokio::select! {
        biased;
        first = first_bytes(&mut stream, &shared.limits) => first,
        // Nothing was asked yet, so nothing is in flight.
        _ = phase.changed() => None,
    };
    let Some(first) = first else { return };
    // Boxed, because most of a connection's life is in here and only one of the two is needed.
    match recognise(&first) {
        Speech::Http2 => Box::pin(speak_http2(stream, first, Manner { peer, shared, phase })).await,
        Speech::Http1 | Speech::Unclear => {
            Box::pin(speak_http1(stream, first, Manner { peer, shared, phase })).await;
        }
    }
}

/// What a connection was opened with.
struct Manner<'a> {
    peer: IpAddr,
    shared: &'a Shared,
    phase: watch::Receiver<Phase>,
}

impl Manner<'_> {
    fn guard<S: AsyncRead + AsyncWrite + Unpin>(
        &self,
        stream: S,
        first: BytesMut,
    ) -> (TokioIo<Guard<S>>, Requests) {
        let limits = &self.shared.limits;
        let strictness = Strictness {
            head_bytes: limits.head_bytes,
            patience: limits.head,
        };
        let refusals = Refusals::default();
        let io = TokioIo::new(Guard::new(stream, first, strictness, refusals.clone()));
        let terms = BodyTerms {
            patience: limits.body,
            budget: self.shared.bodies.clone(),
        };
        let visit = Visit::new(Some(self.peer), Arc::new(terms));
        (
            io,
            Requests {
                app: self.shared.app.clone(),
                refusals,
                activity: Arc::default(),
                visit,
            },
        )
    }
}

fn speak_http1<S>(stream: S, first: BytesMut, manner: Manner<'_>) -> impl Future<Output = ()>
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let (io, service) = manner.guard(stream, first);
    let activity = Arc::clone(&service.activity);
    let mut builder = http1::Builder::new();
    // The guard has its own deadline for heads.
    builder.header_read_timeout(None);
    drive(
        builder.serve_connection(io, service),
        activity,
        manner.shared.limits.idle,
        manner.phase,
    )
}

fn speak_http2<S>(stream: S, first: BytesMut, manner: Manner<'_>) -> impl Future<Output = ()>
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let (io, service) = manner.guard(stream, first);
    let activity = Arc::clone(&service.activity);
    let connection = http2_builder(&manner.shared.limits).serve_connection(io, service);
    drive(connection, activity, manner.shared.limits.idle, manner.phase)
}

fn http2_builder(limits: &Limits) -> http2::Builder<TokioExecutor> {
    let mut builder = http2::Builder::new(TokioExecutor::new());
    builder
        .max_concurrent_streams(limits.h2_streams)
        .max_pending_accept_reset_streams(limits.h2_pending_resets)
        .max_local_error_reset_streams(limits.h2_error_resets)
        .max_header_list_size(u32::try_from(limits.head_bytes).unwrap_or(u32::MAX));
    builder
}

/// Reads until it is clear what the client speaks; `None` when it says nothing, or too slowly.
async fn first_bytes<S: AsyncRead + Unpin>(stream: &mut S, limits: &Limits) -> Option<BytesMut> {
    let mut first = BytesMut::with_capacity(4096);
    let mut patience = limits.first_byte;
    while recognise(&first) == Speech::Unclear {
        let read = timeout(patience, stream.read_buf(&mut first)).await.ok()?.ok()?;
        if read == 0 {
            return None;
        }
        patience = limits.head;
    }
    Some(first)
}

/// The two kinds of hyper connection, as far as ending them goes.
trait Ending: Future<Output = hyper::Result<()>> {
    fn finish(self: Pin<&mut Self>);
}

impl<S: AsyncRead + AsyncWrite + Unpin + 'static> Ending for http1::Connection<TokioIo<Guard<S>>, Requests> {
    fn finish(self: Pin<&mut Self>) {
        self.graceful_shutdown();
    }
}

impl<S: AsyncRead + AsyncWrite + Unpin + Send + 'static> Ending
    for http2::Connection<TokioIo<Guard<S>>, Requests, TokioExecutor>
{
    fn finish(self: Pin<&mut Self>) {
        self.graceful_shutdown();
    }
}

async fn drive(
    connection: impl Ending,
    activity: Arc<Activity>,
    patience: Duration,
    mut phase: watch::Receiver<Phase>,
) {
    let mut connection = pin!(connection);
    let mut idle = pin!(tokio::time::sleep_until(Instant::now() + patience));
    let mut seen = activity.mark();
    let mut finishing = false;
    if *phase.borrow_and_update() != Phase::Run {
        finishing = true;
        connection.as_mut().finish();
    }
    loop {
        tokio::select! {
            biased;
            ended = connection.as_mut() => {
                if let Err(error) = ended {
                    tracing::debug!(%error, "a connection broke");
                }
                return;
            }
            changed = phase.changed() => {
                if changed.is_err() || *phase.borrow() == Phase::Cut {
                    return;
                }
                finishing = true;
                connection.as_mut().finish();
            }
            () = idle.as_mut() => {
                let now = activity.mark();
                if now == seen && now.in_flight() == 0 {
                    if finishing {
                        return;
                    }
                    finishing = true;
                    connection.as_mut().finish();
                }
                seen = now;
                idle.as_mut().reset(Instant::now() + patience);
            }
        }
    }
}

/// How many requests began and ended, so that one timer a connection is enough to find an idle one.
#[derive(Debug, Default)]
struct Activity {
    began: AtomicU64,
    ended: AtomicU64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Mark {
    began: u64,
    ended: u64,
}

impl Activity {
    fn mark(&self) -> Mark {
        Mark {
            began: self.began.load(Ordering::Relaxed),
            ended: self.ended.load(Ordering::Relaxed),
        }
    }
}

impl Mark {
    fn in_flight(self) -> u64 {
        self.began.saturating_sub(self.ended)
    }
}

/// The service behind hyper: the app, plus what only the connection knows.
struct Requests {
    app: Router,
    refusals: Refusals,
    activity: Arc<Activity>,
    visit: Visit,
}

impl hyper::service::Service<Request<Incoming>> for Requests {
    type Response = Response;
    type Error = Infallible;
    type Future = InFlight;

    fn call(&self, mut request: Request<Incoming>) -> InFlight {
        self.activity.began.fetch_add(1, Ordering::Relaxed);
        let mut visit = self.visit.clone();
        visit.refused = self.refusals.refusal(request.method());
        let version = request.version();
        let last = version < Version::HTTP_2 && (visit.refused.is_some() || is_chunked(request.body()));
        request.extensions_mut().insert(visit);
        let answer = self.app.clone().call(request);
        InFlight {
            answer,
            version,
            last,
            _count: Count(Arc::clone(&self.activity)),
        }
    }
}

/// Chunks: a body whose length is not known beforehand.
fn is_chunked(body: &Incoming) -> bool {
    !body.is_end_stream() && body.size_hint().exact().is_none()
}

struct Count(Arc<Activity>);

impl Drop for Count {
    fn drop(&mut self) {
        self.0.ended.fetch_add(1, Ordering::Relaxed);
    }
}

pin_project_lite::pin_project! {
    /// A request being answered.
    struct InFlight {
        #[pin]
        answer: RouteFuture<Infallible>,
        version: Version,
        // Whether the connection ends with this request, because the guard does not see where it ends.
        last: bool,
        _count: Count,
    }
}

impl Future for InFlight {
    type Output = Result<Response, Infallible>;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let this = self.project();
        this.answer.poll(cx).map_ok(|mut response| {
            if *this.last {
                close_after(&mut response, *this.version);
            }
            response
        })
    }
}
