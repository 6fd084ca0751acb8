//! The consent: what will be shared, with whom, and that it can be undone.

use super::part::{Details, Mark, Row, isolated, rows};
use super::{Drawn, Scene, drawn};
use crate::words::Words;
use askama::Template;
use selvedge_engine::link::flow::Bank;
use selvedge_model::Error;
use selvedge_model::scope::DataScope;

#[derive(Template)]
#[template(path = "pane/consent.html")]
struct Consent<'a> {
    w: &'a Words,
    title: String,
    own_text: Option<&'a str>,
    /// The first letter of the app's name, in place of a logo.
    initial: String,
    logo: Option<&'a str>,
    bank: Option<Mark>,
    rows: Vec<Row>,
    password: String,
    undo: String,
    details: Option<Details>,
}

pub(super) fn draw(
    scene: &Scene<'_>,
    scopes: &[DataScope],
    bank: Option<&Bank>,
    update: bool,
) -> Result<Drawn, Error> {
    let title = match bank {
        Some(bank) if update => scene.say_bank("consent-title-update", bank),
        Some(bank) => scene.words.say_app(
            "consent-title-bank",
            scene.app(),
            &[("bank", &isolated(&bank.name))],
        ),
        None => scene.say_app("consent-title"),
    };
    let view = Consent {
        w: scene.words,
        title: title.clone(),
        own_text: scene.look.texts.consent.as_deref(),
        initial: scene
            .app()
            .and_then(|name| name.chars().next())
            .map(String::from)
            .unwrap_or_default(),
        logo: scene.look.logo.as_deref(),
        bank: bank.map(Mark::from),
        rows: rows(scene.words, scopes),
        password: scene.say_app("consent-password"),
        undo: scene.say_app("consent-undo"),
        details: Details::of(scene, scopes),
    };
    drawn("CONSENT", title, &view)
}
