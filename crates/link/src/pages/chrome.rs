//! What stands around every pane: the header, the colours, and the words that a page needs by itself.

use super::pane::Scene;
use crate::words::Words;
use askama::Template;
use selvedge_engine::link::Accent;
use selvedge_model::{Environment, Error};
use serde::Serialize;

/// What stands around the pane of one session.
#[derive(Serialize)]
pub(super) struct Chrome {
    lang: &'static str,
    appearance: &'static str,
    accent: Option<Accent>,
    header: String,
    waiting: String,
    texts: Texts,
}

/// Words for what happens in the page alone.
#[derive(Serialize)]
struct Texts {
    offline_title: String,
    offline_body: String,
    retry: String,
    progress: String,
}

#[derive(Template)]
#[template(path = "part/header.html")]
struct Header<'a> {
    w: &'a Words,
    app: Option<&'a str>,
    logo: Option<&'a str>,
    sandbox: bool,
}

#[derive(Template)]
#[template(path = "pane/waiting.html")]
pub(super) struct Waiting<'a> {
    pub(super) w: &'a Words,
    pub(super) line: String,
}

impl Chrome {
    pub(super) fn of(scene: &Scene<'_>) -> Result<Self, Error> {
        let (look, w) = (scene.look, scene.words);
        let header = Header {
            w,
            app: look.app_name.as_deref(),
            logo: look.logo.as_deref(),
            sandbox: look.environment == Environment::Sandbox,
        };
        let waiting = Waiting {
            w,
            line: String::new(),
        };
        Ok(Self {
            lang: w.lang(),
            appearance: look.appearance.as_str(),
            accent: look.accent.clone(),
            header: header.render().map_err(Error::internal)?,
            waiting: waiting.render().map_err(Error::internal)?,
            texts: Texts {
                offline_title: w.say("offline-title").into_owned(),
                offline_body: w.say("offline-body").into_owned(),
                retry: w.say("button-retry").into_owned(),
                progress: w.say("a11y-progress").into_owned(),
            },
        })
    }
}
