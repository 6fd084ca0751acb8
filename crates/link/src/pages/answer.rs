//! What a page gets after each step, in JSON.
//!
//! Events and callback payloads pass through as the engine made them.

use super::chrome::Chrome;
use super::pane::{self, Scene};
use crate::words::Words;
use askama::Template;
use axum::response::{IntoResponse as _, Response};
use http::header::{CONTENT_TYPE, HeaderValue};
use selvedge_banks::Catalogue;
use selvedge_engine::link::{Callback, Ended, Standing, View};
use selvedge_model::{Error, Sensitive};
use selvedge_wire::callback::{CallbackError, CallbackEvent, ExitMetadata, SuccessMetadata};
use serde::Serialize;

const JSON: HeaderValue = HeaderValue::from_static("application/json");

/// A session that was opened.
#[derive(Serialize)]
pub(super) struct Opened<'a> {
    /// What further calls name it by.
    pub(super) session: &'a str,
    /// The first pane.
    #[serde(flatten)]
    pub(super) shown: Shown<'a>,
}

/// Nothing new.
#[derive(Serialize)]
pub(super) struct Unchanged {
    unchanged: bool,
}

/// A session as its page sees it.
#[derive(Serialize)]
pub(super) struct Shown<'a> {
    step: i64,
    pane: &'static str,
    title: String,
    html: String,
    progress: u8,
    progress_text: String,
    back: bool,
    /// Whether the page asks again and again until something has happened.
    poll: bool,
    events: &'a [CallbackEvent],
    standing: Stood<'a>,
    ended: Option<End<'a>>,
    /// Once it has ended: what a page of ours says then, in the language of the session.
    ends: Option<String>,
    chrome: Chrome,
    window: Option<Window<'a>>,
}

/// What the page opens a bank's window with.
#[derive(Serialize)]
struct Window<'a> {
    proof: &'a str,
    origin: &'a str,
}

#[derive(Serialize)]
struct Stood<'a> {
    error: Option<&'a CallbackError>,
    metadata: &'a ExitMetadata,
}

#[derive(Serialize)]
#[serde(tag = "callback", rename_all = "snake_case")]
enum End<'a> {
    Success {
        public_token: Option<&'a str>,
        metadata: &'a SuccessMetadata,
        return_to: Option<&'a str>,
    },
    Exit {
        error: Option<&'a CallbackError>,
        metadata: &'a ExitMetadata,
        return_to: Option<&'a str>,
    },
}

impl<'a> Shown<'a> {
    pub(super) fn of(view: &'a View, banks: &Catalogue) -> Result<Self, Error> {
        let scene = Scene::of(&view.look, banks);
        let drawn = pane::draw(&scene, &view.pane)?;
        Ok(Self {
            step: view.step,
            pane: drawn.name,
            title: drawn.title,
            html: drawn.html,
            progress: view.progress,
            progress_text: scene
                .words
                .say_with("a11y-progress-value", &[("percent", &view.progress.to_string())]),
            back: view.can_go_back,
            poll: drawn.waits,
            events: &view.events,
            standing: Stood::of(&view.standing),
            ended: view.ended.as_ref().map(End::of),
            ends: view.ended.as_ref().map(|_| ends(scene.words)).transpose()?,
            chrome: Chrome::of(&scene)?,
            window: view.window_proof.as_ref().map(|proof| Window {
                proof: proof.proof.expose(),
                origin: &proof.origin,
            }),
        })
    }
}

/// The ends of a hosted page.
#[derive(Template)]
#[template(path = "part/ends.html")]
struct Ends<'a> {
    w: &'a Words,
}

fn ends(w: &Words) -> Result<String, Error> {
    Ends { w }.render().map_err(Error::internal)
}

impl<'a> Stood<'a> {
    fn of(standing: &'a Standing) -> Self {
        Self {
            error: standing.error.as_ref(),
            metadata: &standing.metadata,
        }
    }
}

impl<'a> End<'a> {
    fn of(ended: &'a Ended) -> Self {
        let return_to = ended.return_to.as_deref();
        match &ended.callback {
            Callback::Success {
                public_token,
                metadata,
            } => Self::Success {
                public_token: public_token.as_ref().map(Sensitive::expose),
                metadata,
                return_to,
            },
            Callback::Exit(standing) => Self::Exit {
                error: standing.error.as_ref(),
                metadata: &standing.metadata,
                return_to,
            },
        }
    }
}

impl Unchanged {
    pub(super) const fn since() -> Self {
        Self { unchanged: true }
    }
}

/// `answer` as a response.
pub(super) fn json(answer: &impl Serialize) -> Result<Response, Error> {
    let body = serde_json::to_vec(answer).map_err(Error::internal)?;
    let mut response = body.into_response();
    response.headers_mut().insert(CONTENT_TYPE, JSON);
    Ok(response)
}
