//! The transport on real loopback sockets, written to byte by byte.
//!
//! What endpoints do with a request is not tested here.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests"
)]

mod bodies;
mod budget;
mod edge;
mod h2;
mod heads;
mod secure;
mod silence;
mod stop;
mod support;
