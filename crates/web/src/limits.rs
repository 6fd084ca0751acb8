//! What a client may make the server wait for or keep, each with the default and the reason for it.
//!
//! Limits of the contract itself (the size of a body) are in `model::limits`.

use std::time::Duration;

/// Most header lines of one request. Fixed, because hyper's own HTTP/1 parser has the same cap.
pub const HEADERS: usize = 100;

/// Longest request target. The contract's paths are short; long ones come from scanners.
pub const TARGET_BYTES: usize = 8 * 1024;

/// The limits of a listener.
#[derive(Debug, Clone)]
pub struct Limits {
    /// From the accepted connection (or the finished TLS handshake) to its first byte. 10 s: a client opens
    /// a connection because it has something to say.
    pub first_byte: Duration,
    /// From the first byte of a request head to its end, and for a whole TLS handshake. 10 s.
    pub head: Duration,
    /// For a whole request body. 30 s: 2 MiB on a line of 0.6 Mbit/s.
    pub body: Duration,
    /// How long a connection may stay open without a request (it is closed between once and twice this
    /// time). 120 s: longer than the pools of common clients keep theirs, so that the client closes first.
    pub idle: Duration,
    /// Largest request head, bytes. 64 KiB.
    pub head_bytes: usize,
    /// Most connections at once. 8,192: about 160 MB of buffers. One more is closed at once.
    pub connections: usize,
    /// Most connections at once from one IPv4 address or IPv6 /64 network. 2,048: a quarter of the total.
    pub connections_per_ip: usize,
    /// Most HTTP/2 streams at once on one connection. 200.
    pub h2_streams: u32,
    /// Most HTTP/2 streams that the client reset before they were accepted. 20; one more ends the connection.
    pub h2_pending_resets: usize,
    /// Most HTTP/2 streams that the server reset for the client's errors. 256; one more ends the connection.
    pub h2_error_resets: usize,
    /// Most bytes of request bodies held at once, by all connections together. 256 MiB: 128 bodies of the
    /// largest size. A body counts as it comes, until its request is done; one that came whole in one piece
    /// of at most 16 KiB does not count. A body that finds no room is refused with 503.
    pub body_budget: usize,
    /// How long requests in flight may go on after the stop. 8 s: with the rest of the shutdown, under 10 s.
    pub grace: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            first_byte: Duration::from_secs(10),
            head: Duration::from_secs(10),
            body: Duration::from_secs(30),
            idle: Duration::from_mins(2),
            head_bytes: 64 * 1024,
            connections: 8_192,
            connections_per_ip: 2_048,
            h2_streams: 200,
            h2_pending_resets: 20,
            h2_error_resets: 256,
            body_budget: 256 * 1024 * 1024,
            grace: Duration::from_secs(8),
        }
    }
}
