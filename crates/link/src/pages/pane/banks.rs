//! Picking a bank: the search field, the banks to offer, what a search found; and the same as embedded tiles.

use super::part::Mark;
use super::{Drawn, Scene, drawn};
use crate::words::Words;
use askama::Template;
use selvedge_engine::link::Tiles;
use selvedge_engine::link::flow::Bank;
use selvedge_model::{Environment, Error};

#[derive(Template)]
#[template(path = "pane/institutions.html")]
struct Institutions<'a> {
    w: &'a Words,
    title: String,
    own_text: Option<&'a str>,
    matched: Option<Mark>,
    banks: Vec<Mark>,
}

#[derive(Template)]
#[template(path = "part/results.html")]
struct Results<'a> {
    w: &'a Words,
    banks: Vec<Mark>,
    none: String,
}

#[derive(Template)]
#[template(path = "tiles.html")]
struct Embedded<'a> {
    w: &'a Words,
    title: &'a str,
    sandbox: bool,
    banks: Vec<Mark>,
}

pub(super) fn draw(scene: &Scene<'_>, banks: &[Bank], matched: bool) -> Result<Drawn, Error> {
    let title = scene.say("institutions-title");
    let (first, rest) = match banks {
        [first, rest @ ..] if matched => (Some(Mark::from(first)), rest),
        rest => (None, rest),
    };
    let view = Institutions {
        w: scene.words,
        title: title.clone(),
        own_text: scene.look.texts.institutions.as_deref(),
        matched: first,
        banks: rest.iter().map(Mark::from).collect(),
    };
    drawn("SELECT_INSTITUTION", title, &view)
}

/// What a search found, and how that is announced.
pub(in crate::pages) fn results(
    words: &'static Words,
    banks: &[Bank],
    query: &str,
) -> Result<(String, String), Error> {
    let none = words.say_with("institutions-none-title", &[("query", query)]);
    let count = u64::try_from(banks.len()).unwrap_or(u64::MAX);
    let said = words.say_count("institutions-found", count, &[]);
    let view = Results {
        w: words,
        banks: banks.iter().map(Mark::from).collect(),
        none,
    };
    Ok((view.render().map_err(Error::internal)?, said))
}

/// Embedded tiles, or what a search in them found; with their heading.
pub(in crate::pages) fn tiles(
    scene: &Scene<'_>,
    tiles: &Tiles,
    query: &str,
) -> Result<(String, String), Error> {
    let title = scene.say("tiles-title");
    if !query.is_empty() {
        return results(scene.words, &tiles.banks, query);
    }
    let view = Embedded {
        w: scene.words,
        title: &title,
        sandbox: tiles.look.environment == Environment::Sandbox,
        banks: tiles.banks.iter().map(Mark::from).collect(),
    };
    let html = view.render().map_err(Error::internal)?;
    Ok((html, title))
}
