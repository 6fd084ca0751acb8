//! Panes that say one thing and offer a way on: a bank that is unwell, errors, leaving, the end.

use super::part::Mark;
use super::{Drawn, Scene, drawn, icon};
use crate::words::Words;
use askama::Template;
use selvedge_banks::institution::Health;
use selvedge_engine::link::flow::{Bank, Trouble, WayOn};
use selvedge_model::Error;

#[derive(Template)]
#[template(path = "pane/message.html")]
struct Message<'a> {
    w: &'a Words,
    name: &'static str,
    /// `warn`, `bad`, `good` or `plain`.
    tone: &'static str,
    icon: &'static str,
    title: String,
    body: String,
    /// The error's code, where one is told.
    code: Option<&'static str>,
    bank: Option<Mark>,
    primary: Option<Button>,
    secondary: Option<Button>,
}

/// A button: what it says, what it does, and what testers call it.
struct Button {
    text: String,
    input: &'static str,
    hook: &'static str,
    /// A site that opens in a new window with it.
    site: Option<String>,
}

impl Button {
    fn new(text: String, input: &'static str, hook: &'static str) -> Self {
        Self {
            text,
            input,
            hook,
            site: None,
        }
    }
}

impl<'a> Message<'a> {
    fn new(scene: &Scene<'a>, name: &'static str, title: String, body: String) -> Self {
        Self {
            w: scene.words,
            name,
            tone: "plain",
            icon: icon::CHECK,
            title,
            body,
            code: None,
            bank: None,
            primary: None,
            secondary: None,
        }
    }

    fn draw(self) -> Result<Drawn, Error> {
        drawn(self.name, self.title.clone(), &self)
    }
}

pub(super) fn unwell(scene: &Scene<'_>, bank: &Bank, health: Health) -> Result<Drawn, Error> {
    let (tone, icon, key) = match health {
        Health::Degraded | Health::Healthy => ("warn", icon::WARN, "unwell-degraded"),
        Health::Down => ("bad", icon::DOWN, "unwell-down"),
        Health::Unsupported => ("plain", icon::DOWN, "unwell-unsupported"),
    };
    let title = scene.say_bank(&format!("{key}-title"), bank);
    let body = scene.say(&format!("{key}-body"));
    let another = |hook| Button::new(scene.say("button-another-bank"), "another_bank", hook);
    let (primary, secondary) = if key == "unwell-degraded" {
        let go_on = Button::new(scene.say("unwell-degraded-continue"), "go_on", "unwell-continue");
        (go_on, Some(another("unwell-another")))
    } else {
        (another("unwell-another"), None)
    };
    let mut message = Message::new(scene, "UNWELL", title, body);
    message.tone = tone;
    message.icon = icon;
    message.bank = Some(bank.into());
    message.primary = Some(primary);
    message.secondary = secondary;
    message.draw()
}

pub(super) fn failed(scene: &Scene<'_>, trouble: Trouble, bank: Option<&Bank>) -> Result<Drawn, Error> {
    let words = scene.words;
    let title = words.error_title(trouble.code);
    let mut message = Message::new(scene, "ERROR", title, words.error_body(trouble));
    let text = words.way_on(trouble.way_on).into_owned();
    message.tone = "bad";
    message.icon = icon::WARN;
    message.code = Some(trouble.code.as_str());
    message.bank = bank.map(Mark::from);
    let another = || Button::new(scene.say("button-another-bank"), "another_bank", "error-another");
    let (primary, secondary) = match trouble.way_on {
        WayOn::Retry => (Button::new(text, "retry", "error-retry"), Some(another())),
        WayOn::AnotherBank => (Button::new(text, "retry", "error-retry"), None),
        WayOn::BankSite => {
            let mut open = Button::new(text, "retry", "error-retry");
            open.site = bank.and_then(|bank| scene.site(bank));
            (open, Some(another()))
        }
        WayOn::Close => (Button::new(text, "leave_now", "error-close"), None),
    };
    message.primary = Some(primary);
    message.secondary = secondary;
    message.draw()
}

pub(super) fn leaving(scene: &Scene<'_>, bank: Option<&Bank>) -> Result<Drawn, Error> {
    let mut message = Message::new(
        scene,
        "EXIT",
        scene.say("leaving-title"),
        scene.say("leaving-body"),
    );
    message.icon = icon::DOOR;
    message.bank = bank.map(Mark::from);
    message.primary = Some(Button::new(scene.say("leaving-stay"), "stay", "exit-stay"));
    message.secondary = Some(Button::new(
        scene.say("leaving-leave"),
        "leave_now",
        "exit-confirm",
    ));
    message.draw()
}

pub(super) fn expired(scene: &Scene<'_>) -> Result<Drawn, Error> {
    let body = scene.say_app("expired-body");
    let mut message = Message::new(scene, "EXPIRED", scene.say("expired-title"), body);
    message.tone = "warn";
    message.icon = icon::CLOCK;
    message.primary = Some(Button::new(
        scene.say("button-close"),
        "leave_now",
        "expired-close",
    ));
    message.draw()
}

/// What is left on a page of ours when a session is over; a frame is gone by then.
pub(super) fn over(scene: &Scene<'_>) -> Result<Drawn, Error> {
    Message::new(scene, "OVER", scene.say("over-title"), String::new()).draw()
}
