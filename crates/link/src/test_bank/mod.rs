//! The test bank's own site: where people sign in to a bank that has pages of its own, and say what they share.
//!
//! It is what Link meets at a real bank: an authorization code with PKCE behind an ordinary web site, on a path of
//! its own, that shares nothing with Link but the return address. It works without JavaScript and keeps nothing:
//! each page hands the next a sealed ticket. What a visit does is `selvedge_banks::sandbox::oauth`; here are its
//! pages and their words, in English, for it plays a bank.
//!
//! The bank `ins_132241` sends `Cross-Origin-Opener-Policy: same-origin`, as some real ones do: a window that
//! shows it looks closed to whoever opened it.

mod form;
mod page;
mod style;
mod visit;
mod words;

use crate::App;
use axum::Router;
use axum::routing::get;
use std::sync::Arc;

/// Their paths.
pub(crate) fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/test-bank/{bank}", get(visit::home))
        .route("/test-bank/{bank}/{sheet}", get(style::serve))
        .route("/test-bank/{bank}/authorize", get(visit::arrive))
        .route("/test-bank/{bank}/sign-in", get(visit::stray).post(visit::enter))
        .route("/test-bank/{bank}/answer", get(visit::stray).post(visit::answer))
        .route(
            "/test-bank/{bank}/consent",
            get(visit::stray).post(visit::consent),
        )
        .route("/test-bank/{bank}/end", get(visit::stray).post(visit::end))
}
