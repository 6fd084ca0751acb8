//! The pages of Link: the documents that hold it, the panes in them, and the calls that a page makes.
//!
//! They word and draw what the engine decides, and hand on what a person does; they decide nothing.

mod answer;
mod assets;
mod call;
mod chrome;
mod cookie;
mod document;
mod input;
mod oauth;
mod origin;
mod pane;
mod pictures;
mod query;

use crate::App;
use axum::Router;
use axum::handler::Handler;
use axum::routing::{MethodRouter, get, post};
use selvedge_model::Ctx;
use selvedge_web::Visit;
use std::sync::Arc;

/// Their paths.
pub(crate) fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/link/frame/{lookup}", get(document::frame))
        .route("/link/tiles/{lookup}", get(document::tiles))
        .route("/link/v2/stable/link.html", get(document::webview))
        .route("/link/{hosted}", get(document::hosted))
        .route("/link/oauth/return", get(oauth::back))
        .route("/link/oauth/{ticket}", get(oauth::leave).post(oauth::go))
        .route("/link/session", called(call::start))
        .route("/link/session/turn", called(call::turn))
        .route("/link/session/view", called(call::view))
        .route("/link/session/search", called(call::search))
        .route("/link/tiles", called(call::tiles))
        .route("/link/assets/{hash}/{name}", get(assets::serve))
        .route("/favicon.ico", get(pictures::icon))
        .route("/link/swatch/{name}", get(pictures::swatch))
        .route("/link/logo/{name}", get(pictures::logo))
}

/// A call of our own pages, and what other methods are told there.
fn called<H, T>(handler: H) -> MethodRouter<Arc<App>>
where
    H: Handler<T, Arc<App>>,
    T: 'static,
{
    post(handler).fallback(call::not_posted)
}

/// The moment of a request.
fn moment<'a>(app: &'a App, visit: &'a Visit) -> Ctx<'a> {
    app.ctx(&visit.request_id)
}
