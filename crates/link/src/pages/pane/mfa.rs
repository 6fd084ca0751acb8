//! The bank's second factor: where a code goes, the code, questions, and questions with options.

use super::part::{Alert, Mark, isolated, unbroken};
use super::{Drawn, Scene, drawn};
use crate::words::Words;
use askama::Template;
use selvedge_banks::connector::Selection;
use selvedge_engine::link::flow::Bank;
use selvedge_model::{Error, ErrorCode};

/// What every second factor shows.
struct Asked {
    title: String,
    body: String,
    bank: Mark,
    alert: Option<Alert>,
    waiting: String,
}

#[derive(Template)]
#[template(path = "pane/send_to.html")]
struct SendTo<'a> {
    asked: Asked,
    w: &'a Words,
    places: Vec<Place<'a>>,
}

/// Where a code can go: as the bank calls it, and as it is shown.
struct Place<'a> {
    value: &'a str,
    shown: String,
}

/// Stands for the place in the sentence that names it; no text of a bank has it.
const PLACE: &str = "\u{1}";

#[derive(Template)]
#[template(path = "pane/code.html")]
struct Code<'a> {
    asked: Asked,
    w: &'a Words,
    sent_to: String,
    /// What the sentence says after it.
    after: String,
    hint: Option<String>,
}

#[derive(Template)]
#[template(path = "pane/questions.html")]
struct FreeText<'a> {
    asked: Asked,
    w: &'a Words,
    questions: &'a [String],
}

#[derive(Template)]
#[template(path = "pane/selections.html")]
struct Selections<'a> {
    asked: Asked,
    w: &'a Words,
    questions: &'a [Selection],
}

impl Asked {
    fn new(scene: &Scene<'_>, bank: &Bank, title: String, body: String, trouble: Option<ErrorCode>) -> Self {
        Self {
            title,
            body,
            bank: bank.into(),
            alert: Alert::of(scene, trouble),
            waiting: scene.say_bank("waiting-bank", bank),
        }
    }
}

pub(super) fn send_to(
    scene: &Scene<'_>,
    bank: &Bank,
    places: &[String],
    trouble: Option<ErrorCode>,
) -> Result<Drawn, Error> {
    let title = scene.say("mfa-send-title");
    let body = scene.say_bank("mfa-send-body", bank);
    let asked = Asked::new(scene, bank, title.clone(), body, trouble);
    let places = places.iter().map(|value| Place {
        value,
        shown: unbroken(value),
    });
    let places = places.collect();
    drawn(
        "MFA",
        title,
        &SendTo {
            asked,
            w: scene.words,
            places,
        },
    )
}

pub(super) fn code(
    scene: &Scene<'_>,
    bank: &Bank,
    sent_to: &str,
    trouble: Option<ErrorCode>,
) -> Result<Drawn, Error> {
    let title = scene.say("mfa-code-title");
    // The place has markup of its own within the sentence.
    let names = [("bank", &*isolated(&bank.name)), ("place", PLACE)];
    let sentence = scene.words.say_with("mfa-code-body", &names);
    let (before, after) = sentence.split_once(PLACE).unwrap_or((&sentence, ""));
    let (body, after) = (before.to_owned(), after.to_owned());
    let asked = Asked::new(scene, bank, title.clone(), body, trouble);
    let hint = scene
        .is_sandbox()
        .then(|| scene.words.say_with("test-code", &[("code", "1234")]));
    drawn(
        "MFA",
        title,
        &Code {
            asked,
            w: scene.words,
            sent_to: unbroken(sent_to),
            after,
            hint,
        },
    )
}

pub(super) fn questions(
    scene: &Scene<'_>,
    bank: &Bank,
    questions: &[String],
    trouble: Option<ErrorCode>,
) -> Result<Drawn, Error> {
    let title = counted(scene, "mfa-questions-title", questions.len());
    let body = scene.say_bank("mfa-questions-body", bank);
    let asked = Asked::new(scene, bank, title.clone(), body, trouble);
    drawn(
        "MFA",
        title,
        &FreeText {
            asked,
            w: scene.words,
            questions,
        },
    )
}

pub(super) fn selections(
    scene: &Scene<'_>,
    bank: &Bank,
    questions: &[Selection],
    trouble: Option<ErrorCode>,
) -> Result<Drawn, Error> {
    let title = counted(scene, "mfa-selections-title", questions.len());
    let body = scene.say_bank("mfa-questions-body", bank);
    let asked = Asked::new(scene, bank, title.clone(), body, trouble);
    drawn(
        "MFA",
        title,
        &Selections {
            asked,
            w: scene.words,
            questions,
        },
    )
}

fn counted(scene: &Scene<'_>, key: &str, count: usize) -> String {
    scene
        .words
        .say_count(key, u64::try_from(count).unwrap_or(u64::MAX), &[])
}
