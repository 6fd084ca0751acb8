//! Going to the bank's own pages, and waiting for the person to come back.

use super::part::{Details, Mark};
use super::{Drawn, Scene, drawn};
use crate::words::Words;
use askama::Template;
use selvedge_engine::link::flow::{OauthWay, Pane};
use selvedge_model::Error;

#[derive(Template)]
#[template(path = "pane/oauth.html")]
struct Oauth<'a> {
    w: &'a Words,
    title: String,
    body: String,
    bank: Mark,
    path: &'a str,
    way: &'static str,
    waiting: bool,
    details: Option<Details>,
}

pub(super) fn draw(scene: &Scene<'_>, pane: &Pane) -> Result<Drawn, Error> {
    let Pane::Oauth {
        bank,
        scopes,
        path,
        way,
        waiting,
    } = pane
    else {
        return Err(Error::internal("another pane than the one to draw"));
    };
    let (way, body) = match way {
        OauthWay::Popup => ("popup", "oauth-body-popup"),
        OauthWay::Redirect => ("redirect", "oauth-body-redirect"),
    };
    let (title, body) = if *waiting {
        (
            scene.say_bank("oauth-waiting-title", bank),
            scene.say("oauth-waiting-body"),
        )
    } else {
        (scene.say_bank("oauth-title", bank), scene.say(body))
    };
    let view = Oauth {
        w: scene.words,
        title: title.clone(),
        body,
        bank: bank.into(),
        path,
        way,
        waiting: *waiting,
        details: Details::of(scene, scopes),
    };
    let mut drawn = drawn("OAUTH", title, &view)?;
    drawn.waits = *waiting;
    Ok(drawn)
}
