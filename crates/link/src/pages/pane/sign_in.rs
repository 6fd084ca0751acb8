//! Signing in with credentials, and the checkbox against programs.

use super::part::{Alert, Details, Mark};
use super::{Drawn, Scene, drawn};
use crate::words::Words;
use askama::Template;
use selvedge_engine::link::flow::{Bank, Field, FieldKind, Pane};
use selvedge_model::{Error, ErrorCode};

#[derive(Template)]
#[template(path = "pane/credentials.html")]
struct Credentials<'a> {
    w: &'a Words,
    title: String,
    intro: String,
    bank: Mark,
    fields: Vec<Input<'a>>,
    alert: Option<Alert>,
    forgot: Option<String>,
    hint: Option<String>,
    waiting: String,
    details: Option<Details>,
}

/// A field of the sign-in.
struct Input<'a> {
    index: usize,
    name: &'a str,
    kind: &'static str,
    label: String,
    secret: bool,
    fills: &'static str,
    /// Whether it is marked as what has to be mended.
    wrong: bool,
}

impl<'a> Input<'a> {
    fn of(words: &Words, index: usize, field: &'a Field, trouble: Option<ErrorCode>) -> Self {
        let (secret, fills) = match field.kind {
            FieldKind::Username => (false, "username"),
            FieldKind::Password => (true, "current-password"),
        };
        Self {
            index,
            name: &field.name,
            kind: field.kind.as_str(),
            label: words.field(field.kind).into_owned(),
            secret,
            fills,
            wrong: is_wrong(field.kind, trouble),
        }
    }
}

/// Whether a field is marked. A bank does not say which of the two did not fit: the user name is kept, and the
/// password is what has to be typed again.
fn is_wrong(kind: FieldKind, trouble: Option<ErrorCode>) -> bool {
    match (trouble, kind) {
        (None, _)
        | (Some(ErrorCode::InvalidCredentials), FieldKind::Username)
        | (Some(ErrorCode::InvalidUpdatedUsername), FieldKind::Password) => false,
        (Some(_), _) => true,
    }
}

#[derive(Template)]
#[template(path = "pane/captcha.html")]
struct Captcha<'a> {
    w: &'a Words,
    title: String,
    body: String,
    bank: Mark,
    waiting: String,
}

pub(super) fn credentials(scene: &Scene<'_>, pane: &Pane) -> Result<Drawn, Error> {
    let Pane::Credentials {
        bank,
        fields,
        scopes,
        trouble,
        update,
    } = pane
    else {
        return Err(Error::internal("another pane than the one to draw"));
    };
    let (title, intro) = if *update {
        ("credentials-title-update", "credentials-intro-update")
    } else {
        ("credentials-title", "credentials-intro")
    };
    let title = scene.say_bank(title, bank);
    let hint = [("username", "user_good"), ("password", "pass_good")];
    let view = Credentials {
        w: scene.words,
        title: title.clone(),
        intro: scene.say(intro),
        bank: bank.into(),
        fields: fields
            .iter()
            .enumerate()
            .map(|(index, field)| Input::of(scene.words, index, field, *trouble))
            .collect(),
        alert: Alert::of(scene, *trouble),
        forgot: scene.site(bank),
        hint: scene
            .is_sandbox()
            .then(|| scene.words.say_with("test-credentials", &hint)),
        waiting: scene.say_bank("waiting-bank", bank),
        details: Details::of(scene, scopes),
    };
    drawn("CREDENTIAL", title, &view)
}

pub(super) fn captcha(scene: &Scene<'_>, bank: &Bank) -> Result<Drawn, Error> {
    let title = scene.say("captcha-title");
    let view = Captcha {
        w: scene.words,
        title: title.clone(),
        body: scene.say_bank("captcha-body", bank),
        bank: bank.into(),
        waiting: scene.say_bank("waiting-bank", bank),
    };
    drawn("RECAPTCHA", title, &view)
}
