//! The accept loop and the graceful stop.
//!
//! It exists because `axum::serve` has no deadline for a silent client and no cap on connections.

use crate::budget::Budget;
use crate::caps::{Caps, Seat};
use crate::connection::{Phase, Shared, run};
use crate::limits::Limits;
use crate::listen::Listener;
use crate::tls::Tls;
use axum::Router;
use std::convert::Infallible;
use std::io;
use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpStream;
use tokio::sync::{mpsc, watch};
use tokio::time::timeout;

/// How long accepting rests when the process has no file descriptors left.
const BREATH: Duration = Duration::from_millis(100);
/// How long connections that were cut may take to notice.
const CUT: Duration = Duration::from_millis(500);

/// File descriptors for everything that is not a connection: the database, the log, the runtime.
const SPARE_FILES: u64 = 128;

/// How serving ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stopped {
    /// Connections that had not finished when the grace was over.
    pub cut: usize,
}

/// Serves `app` (made by [`crate::layer()`]) on `listener` until `stop` resolves; then accepts nothing more,
/// lets requests in flight finish, and cuts what is left after [`Limits::grace`].
pub async fn serve(
    listener: Listener,
    tls: Option<Tls>,
    limits: Limits,
    app: Router,
    stop: impl Future<Output = ()>,
) -> Stopped {
    make_room(limits.connections);
    let grace = limits.grace;
    let caps = Caps::new(&limits);
    let bodies = Budget::new(limits.body_budget);
    let shared = Arc::new(Shared { app, limits, bodies });
    let (phase, phase_of_connections) = watch::channel(Phase::Run);
    let (presence, mut absence) = mpsc::channel::<Infallible>(1);
    let mut stop = pin!(stop);
    loop {
        let accepted = tokio::select! {
            biased;
            () = stop.as_mut() => break,
            accepted = listener.socket.accept() => accepted,
        };
        match accepted {
            Ok((stream, peer)) => {
                // Beyond the caps there is no answer: writing one would cost what the cap is to save.
                let Some(seat) = caps.take(peer.ip()) else {
                    tracing::debug!(peer.ip = %peer.ip(), "a connection is one too many");
                    continue;
                };
                let guest = Guest {
                    stream,
                    peer,
                    seat,
                    presence: presence.clone(),
                };
                tokio::spawn(welcome(
                    guest,
                    tls.clone(),
                    Arc::clone(&shared),
                    phase_of_connections.clone(),
                ));
            }
            Err(error) => recover(&error).await,
        }
    }
    drop(listener);
    drop(phase_of_connections);
    drop(presence);
    let stopped = wind_up(&phase, grace).await;
    // The caller wants the app to itself; a connection that has ended may still be letting go of it.
    if timeout(CUT, absence.recv()).await.is_err() {
        tracing::debug!("a connection holds on to the app");
    }
    stopped
}

async fn wind_up(phase: &watch::Sender<Phase>, grace: Duration) -> Stopped {
    phase.send_replace(Phase::Drain);
    if timeout(grace, phase.closed()).await.is_ok() {
        return Stopped { cut: 0 };
    }
    let cut = phase.receiver_count();
    phase.send_replace(Phase::Cut);
    if timeout(CUT, phase.closed()).await.is_err() {
        tracing::warn!(
            connections = phase.receiver_count(),
            "connections did not end when they were cut"
        );
    }
    Stopped { cut }
}

struct Guest {
    stream: TcpStream,
    peer: SocketAddr,
    seat: Seat,
    /// Let go last.
    presence: mpsc::Sender<Infallible>,
}

async fn welcome(guest: Guest, tls: Option<Tls>, shared: Arc<Shared>, phase: watch::Receiver<Phase>) {
    let Guest {
        stream,
        peer,
        seat,
        presence,
    } = guest;
    // An answer is one write; waiting to fill a packet would only delay it.
    if let Err(error) = stream.set_nodelay(true) {
        tracing::debug!(%error, "cannot switch off Nagle's algorithm");
    }
    // Boxed, so that a task is as large as what it does and not as the largest thing it could have done.
    match tls {
        Some(tls) => Box::pin(welcome_tls(stream, peer, &tls, &shared, phase)).await,
        None => run(stream, peer.ip(), &shared, phase).await,
    }
    drop(seat);
    drop(shared);
    drop(presence);
}

async fn welcome_tls(
    stream: TcpStream,
    peer: SocketAddr,
    tls: &Tls,
    shared: &Shared,
    phase: watch::Receiver<Phase>,
) {
    let mut stopping = phase.clone();
    let shaken = tokio::select! {
        biased;
        shaken = timeout(shared.limits.head, tls.acceptor.accept(stream)) => shaken,
        _ = stopping.changed() => return,
    };
    drop(stopping);
    match shaken {
        Ok(Ok(stream)) => run(stream, peer.ip(), shared, phase).await,
        Ok(Err(error)) => tracing::debug!(%error, "a TLS handshake failed"),
        Err(_) => tracing::debug!("a TLS handshake took too long"),
    }
}

/// Lets the process have as many file descriptors as its connections and its files may need: shells and
/// service managers start programs with 1,024, and leave it to them to ask for more.
fn make_room(connections: usize) {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
    let Rlimit { current, maximum } = getrlimit(Resource::Nofile);
    if current != maximum
        && let Err(error) = setrlimit(
            Resource::Nofile,
            Rlimit {
                current: maximum,
                maximum,
            },
        )
    {
        tracing::debug!(%error, "cannot raise the limit of open files");
    }
    let needed = u64::try_from(connections)
        .unwrap_or(u64::MAX)
        .saturating_add(SPARE_FILES);
    if let Some(files) = getrlimit(Resource::Nofile)
        .current
        .filter(|files| *files < needed)
    {
        tracing::warn!(
            files,
            needed,
            "fewer files may be open than connections may need; raise `ulimit -Hn`"
        );
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "the accept loop has nothing else to wait for"
)]
async fn recover(error: &io::Error) {
    // The client went away between knocking and entering; anything else is a shortage that time may mend.
    let gone = matches!(
        error.kind(),
        io::ErrorKind::ConnectionAborted | io::ErrorKind::ConnectionReset
    );
    if !gone {
        tracing::warn!(%error, "cannot accept connections; trying again");
        tokio::time::sleep(BREATH).await;
    }
}
