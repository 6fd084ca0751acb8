//! Panes as HTML: one view struct and one template each, over what the flow says is to be seen.
//!
//! A struct holds finished texts; its template only places them. Who shows a pane decides nothing about it.

mod accounts;
mod bank_site;
mod banks;
mod connected;
mod consent;
mod icon;
mod message;
mod mfa;
mod part;
#[cfg(test)]
mod samples;
mod sign_in;

pub(super) use banks::{results, tiles};

use super::chrome::Waiting;
use crate::words::Words;
use askama::Template;
use selvedge_banks::Catalogue;
use selvedge_engine::link::Look;
use selvedge_engine::link::flow::{Bank, Pane};
use selvedge_model::{Environment, Error};

/// What panes are drawn with.
pub(super) struct Scene<'a> {
    pub(super) words: &'static Words,
    pub(super) look: &'a Look,
    pub(super) banks: &'a Catalogue,
}

/// A pane as HTML.
pub(super) struct Drawn {
    /// Its name for pages and testers: as events call it, where they do.
    pub(super) name: &'static str,
    /// Its heading.
    pub(super) title: String,
    /// Its markup.
    pub(super) html: String,
    /// Whether it goes on by itself.
    pub(super) waits: bool,
}

impl<'a> Scene<'a> {
    pub(super) fn of(look: &'a Look, banks: &'a Catalogue) -> Self {
        Self {
            words: Words::of(look.language),
            look,
            banks,
        }
    }

    /// The app's name, where it can be shown.
    fn app(&self) -> Option<&'a str> {
        self.look.app_name.as_deref()
    }

    /// Whether hints of test credentials are shown.
    fn is_sandbox(&self) -> bool {
        self.look.environment == Environment::Sandbox
    }

    /// The bank's own site.
    fn site(&self, bank: &Bank) -> Option<String> {
        let url = self.banks.find(&bank.id)?.url.clone();
        (url.starts_with("https://") || url.starts_with("http://")).then_some(url)
    }

    fn say(&self, key: &str) -> String {
        self.words.say(key).into_owned()
    }

    fn say_app(&self, key: &str) -> String {
        self.words.say_app(key, self.app(), &[])
    }

    fn say_bank(&self, key: &str, bank: &Bank) -> String {
        self.words.say_with(key, &[("bank", &part::isolated(&bank.name))])
    }
}

/// The pane as HTML.
pub(super) fn draw(scene: &Scene<'_>, pane: &Pane) -> Result<Drawn, Error> {
    match pane {
        Pane::Consent { scopes, bank, update } => consent::draw(scene, scopes, bank.as_ref(), *update),
        Pane::Institutions { banks, matched } => banks::draw(scene, banks, *matched),
        Pane::Unwell { bank, health } => message::unwell(scene, bank, *health),
        Pane::Credentials { .. } => sign_in::credentials(scene, pane),
        Pane::Captcha { bank } => sign_in::captcha(scene, bank),
        Pane::SendTo {
            bank,
            places,
            trouble,
        } => mfa::send_to(scene, bank, places, *trouble),
        Pane::Code {
            bank,
            sent_to,
            trouble,
        } => mfa::code(scene, bank, sent_to, *trouble),
        Pane::Questions {
            bank,
            questions,
            trouble,
        } => mfa::questions(scene, bank, questions, *trouble),
        Pane::Selections {
            bank,
            questions,
            trouble,
        } => mfa::selections(scene, bank, questions, *trouble),
        Pane::Oauth { .. } => bank_site::draw(scene, pane),
        Pane::Accounts { .. } => accounts::draw(scene, pane),
        Pane::Failed { trouble, bank } => message::failed(scene, *trouble, bank.as_ref()),
        Pane::Leaving { bank } => message::leaving(scene, bank.as_ref()),
        Pane::Connected { .. } => connected::draw(scene, pane),
        Pane::Waiting { bank } => waiting(scene, bank.as_ref()),
        Pane::Expired => message::expired(scene),
        Pane::Over => message::over(scene),
    }
}

fn waiting(scene: &Scene<'_>, bank: Option<&Bank>) -> Result<Drawn, Error> {
    let line = bank
        .map(|bank| scene.say_bank("waiting-bank", bank))
        .unwrap_or_default();
    let view = Waiting { w: scene.words, line };
    let mut drawn = drawn("LOADING", scene.say("waiting-title"), &view)?;
    drawn.waits = true;
    Ok(drawn)
}

fn drawn(name: &'static str, title: String, view: &impl Template) -> Result<Drawn, Error> {
    Ok(Drawn {
        name,
        title,
        html: view.render().map_err(Error::internal)?,
        waits: false,
    })
}
