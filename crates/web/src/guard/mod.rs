//! The guard: a stream in front of hyper that lets through only HTTP/1 heads beyond doubt.
//!
//! hyper accepts bare line feeds, prefers one of two contradicting lengths, and counts no hosts; its own
//! refusals have no body. The guard reads straight into hyper's buffer and judges the bytes there, so that
//! a head and body that come in one piece are never copied; only an unfinished head is kept aside. In
//! place of a head that may not pass it hands hyper one of its own ([`SUBSTITUTE`]), so that the refusal
//! keeps its turn behind earlier requests and is answered like any other.
//!
//! It does not parse chunk framing: after a chunked head everything passes, and the connection ends with
//! that request (see `connection`).

mod framing;
mod head;

use crate::answer::Failure;
use bytes::{Buf as _, BytesMut};
use framing::{Framing, Then};
use http::{Method, StatusCode};
use selvedge_model::ErrorCode;
use std::io;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, ready};
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::time::Sleep;

/// How an HTTP/2 connection begins.
const PREFACE: &[u8] = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
/// The method of what hyper sees in place of a refused head.
pub(crate) const NO_METHOD: &str = "!";
/// What hyper sees in place of a refused head. A client cannot send it: its method is reserved.
const SUBSTITUTE: &[u8] = b"! / HTTP/1.1\r\nhost: -\r\n\r\n";
/// How much of what nobody will answer is read and thrown away so that its sender gets to see the
/// answer: a socket closed with unread bytes is reset, and a reset discards what was sent.
const LINGER_BYTES: usize = 4 * 1024 * 1024;
/// How long that may take.
const LINGER: Duration = Duration::from_secs(2);

/// What a connection speaks, by its first bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Speech {
    /// HTTP/1, or nothing known; the guard will say so.
    Http1,
    /// HTTP/2, by prior knowledge or by ALPN.
    Http2,
    /// More bytes are needed to tell.
    Unclear,
}

/// Tells HTTP/2 from everything else.
pub(crate) fn recognise(first: &[u8]) -> Speech {
    if first.starts_with(PREFACE) {
        Speech::Http2
    } else if PREFACE.starts_with(first) {
        Speech::Unclear
    } else {
        Speech::Http1
    }
}

/// Where the guard leaves the reason of a refusal for the service behind hyper.
#[derive(Debug, Clone, Default)]
pub(crate) struct Refusals(Arc<Mutex<Option<Box<Failure>>>>);

impl Refusals {
    fn put(&self, failure: Failure) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(Box::new(failure));
    }

    /// The refusal, if `method` says that this request is one.
    pub(crate) fn refusal(&self, method: &Method) -> Option<Box<Failure>> {
        if method.as_str().as_bytes().first() == Some(&head::RESERVED) {
            self.0.lock().unwrap_or_else(PoisonError::into_inner).take()
        } else {
            None
        }
    }
}

/// A guarded stream.
pub(crate) struct Guard<S> {
    inner: S,
    framing: Framing,
    /// Bytes read but not handed on: first `cleared` ones that may pass, then an unfinished head.
    held: BytesMut,
    cleared: usize,
    /// How much of the unfinished head is known not to hold its end.
    searched: usize,
    head_bytes: usize,
    patience: Duration,
    /// Runs while a head is unfinished.
    deadline: Option<Pin<Box<Sleep>>>,
    refusals: Refusals,
    refused: bool,
    lingered: usize,
}

/// The guard's own limits.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Strictness {
    pub(crate) head_bytes: usize,
    pub(crate) patience: Duration,
}

impl<S: AsyncRead + AsyncWrite + Unpin> Guard<S> {
    /// Guards `inner`, of which `first` has been read already.
    pub(crate) fn new(inner: S, first: BytesMut, strictness: Strictness, refusals: Refusals) -> Self {
        let opaque = recognise(&first) == Speech::Http2;
        let framing = if opaque {
            Framing::opaque()
        } else {
            Framing::http1(strictness.head_bytes)
        };
        let mut guard = Self {
            inner,
            framing,
            held: first,
            cleared: 0,
            searched: 0,
            head_bytes: strictness.head_bytes,
            patience: strictness.patience,
            deadline: None,
            refusals,
            refused: false,
            lingered: 0,
        };
        guard.judge_held();
        guard
    }

    /// Judges what is held, all of it unjudged.
    fn judge_held(&mut self) {
        let verdict = self.framing.admit(&self.held);
        self.cleared = verdict.pass;
        self.conclude(verdict.then);
    }

    fn conclude(&mut self, then: Then) {
        match then {
            Then::Forward => self.deadline = None,
            Then::Hold => {
                self.searched = self.held.len();
                // A head that ended makes way for the next, which has its own time.
                if self.cleared > 0 || self.deadline.is_none() {
                    self.deadline = Some(Box::pin(sleep(self.patience)));
                }
            }
            Then::Refuse(failure) => self.refuse(failure),
        }
    }

    fn refuse(&mut self, failure: Failure) {
        self.held.truncate(self.cleared);
        self.held.extend_from_slice(SUBSTITUTE);
        self.cleared = self.held.len();
        self.deadline = None;
        self.refused = true;
        self.refusals.put(failure);
    }

    /// Hands on what may pass.
    fn hand_on(&mut self, buf: &mut ReadBuf<'_>) {
        let count = self.cleared.min(buf.remaining());
        buf.put_slice(self.held.get(..count).unwrap_or_default());
        self.held.advance(count);
        self.cleared -= count;
        self.searched = self.searched.saturating_sub(count);
        if self.held.is_empty() {
            // Nothing is held between whole requests; an idle connection should not pay for it.
            self.held = BytesMut::new();
        }
    }

    /// Reads straight into hyper's buffer; true when some of it may pass, or the stream has ended.
    fn poll_direct(&mut self, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<bool>> {
        let before = buf.filled().len();
        ready!(Pin::new(&mut self.inner).poll_read(cx, buf))?;
        let fresh = buf.filled().get(before..).unwrap_or_default();
        if fresh.is_empty() {
            return Poll::Ready(Ok(true));
        }
        let verdict = self.framing.admit(fresh);
        if matches!(verdict.then, Then::Hold) {
            self.held
                .extend_from_slice(fresh.get(verdict.pass..).unwrap_or_default());
        }
        buf.set_filled(before + verdict.pass);
        if !matches!(verdict.then, Then::Forward) {
            self.conclude(verdict.then);
        }
        Poll::Ready(Ok(verdict.pass > 0))
    }

    /// Reads more of an unfinished head; true when the stream has ended.
    fn poll_unfinished(&mut self, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<bool>> {
        // hyper's buffer serves as scratch space: nothing in it is kept.
        let before = buf.filled().len();
        if Pin::new(&mut self.inner).poll_read(cx, buf)?.is_pending() {
            if let Some(deadline) = &mut self.deadline {
                ready!(deadline.as_mut().poll(cx));
                self.refuse(Failure::new(
                    StatusCode::REQUEST_TIMEOUT,
                    ErrorCode::InvalidHeaders,
                    "the request head did not arrive in time",
                ));
                return Poll::Ready(Ok(false));
            }
            return Poll::Pending;
        }
        let fresh = buf.filled().get(before..).unwrap_or_default();
        self.held.extend_from_slice(fresh);
        let ended = fresh.is_empty();
        buf.set_filled(before);
        if !ended && self.may_be_whole() {
            self.judge_held();
        }
        Poll::Ready(Ok(ended))
    }

    /// Whether the unfinished head got an empty line, or too long. Judging at every byte instead would make
    /// a slow sender's work ours, squared.
    fn may_be_whole(&mut self) -> bool {
        let from = self.searched.saturating_sub(2);
        let fresh = self.held.get(from..).unwrap_or_default();
        self.searched = self.held.len();
        self.held.len() > self.head_bytes
            || memchr::memchr_iter(b'\n', fresh).any(|at| {
                let after = fresh.get(at + 1..).unwrap_or_default();
                after.starts_with(b"\r\n") || after.starts_with(b"\n")
            })
    }

    /// Whether a client on HTTP/1 has sent requests beyond the last that is answered.
    fn more_came(&mut self, cx: &mut Context<'_>) -> bool {
        if self.framing.is_opaque() {
            return false;
        }
        let mut scratch = [0_u8; 512];
        let mut buf = ReadBuf::new(&mut scratch);
        if let Poll::Ready(Ok(())) = Pin::new(&mut self.inner).poll_read(cx, &mut buf) {
            self.lingered += buf.filled().len();
        }
        self.lingered > 0
    }

    /// Throws away what a client still sends, until it stops.
    fn poll_linger(&mut self, cx: &mut Context<'_>) -> Poll<()> {
        let deadline = self.deadline.get_or_insert_with(|| Box::pin(sleep(LINGER)));
        let mut scratch = [0_u8; 4096];
        while self.lingered < LINGER_BYTES {
            let mut buf = ReadBuf::new(&mut scratch);
            match Pin::new(&mut self.inner).poll_read(cx, &mut buf) {
                Poll::Ready(Ok(())) if !buf.filled().is_empty() => self.lingered += buf.filled().len(),
                Poll::Ready(_) => return Poll::Ready(()),
                Poll::Pending => return deadline.as_mut().poll(cx),
            }
        }
        Poll::Ready(())
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "a deadline of the transport, which has no other clock"
)]
fn sleep(time: Duration) -> Sleep {
    tokio::time::sleep(time)
}

impl<S: AsyncRead + AsyncWrite + Unpin> AsyncRead for Guard<S> {
    fn poll_read(self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        let guard = self.get_mut();
        loop {
            if guard.cleared > 0 {
                guard.hand_on(buf);
                return Poll::Ready(Ok(()));
            }
            if guard.refused {
                // The end of the stream would tell hyper that nobody waits for the answer any more.
                return Poll::Pending;
            }
            let done = if guard.held.is_empty() {
                ready!(guard.poll_direct(cx, buf))?
            } else {
                ready!(guard.poll_unfinished(cx, buf))?
            };
            if done {
                return Poll::Ready(Ok(()));
            }
        }
    }
}

impl<S: AsyncRead + AsyncWrite + Unpin> AsyncWrite for Guard<S> {
    fn poll_write(self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &[u8]) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.get_mut().inner).poll_write(cx, buf)
    }

    fn poll_write_vectored(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bufs: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.get_mut().inner).poll_write_vectored(cx, bufs)
    }

    fn is_write_vectored(&self) -> bool {
        self.inner.is_write_vectored()
    }

    fn poll_flush(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.get_mut().inner).poll_flush(cx)
    }

    fn poll_shutdown(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        let guard = self.get_mut();
        ready!(Pin::new(&mut guard.inner).poll_shutdown(cx))?;
        if guard.refused || guard.framing.is_mid_body() || guard.more_came(cx) {
            ready!(guard.poll_linger(cx));
        }
        Poll::Ready(Ok(()))
    }
}
