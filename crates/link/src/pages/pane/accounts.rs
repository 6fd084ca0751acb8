//! Choosing the accounts to share.

use super::part::{Alert, Details, Mark};
use super::{Drawn, Scene, drawn};
use crate::words::Words;
use askama::Template;
use selvedge_engine::link::flow::{AccountChoice, AccountMode, Pane, Why};
use selvedge_model::Error;

#[derive(Template)]
#[template(path = "pane/accounts.html")]
struct Accounts<'a> {
    w: &'a Words,
    title: String,
    body: String,
    bank: Mark,
    alert: Option<Alert>,
    /// `radio` or `checkbox`.
    control: &'static str,
    several: bool,
    open: Vec<Choice<'a>>,
    barred: Vec<Barred<'a>>,
    /// The button's words by the number of chosen accounts, as JSON.
    labels: String,
    empty: String,
    waiting: String,
    details: Option<Details>,
}

/// An account that can be chosen.
struct Choice<'a> {
    index: usize,
    key: &'a str,
    name: &'a str,
    kind: String,
    mask: Option<&'a str>,
    /// The mask in words.
    ending: String,
    /// The button's words when it alone is chosen.
    label: String,
    chosen: bool,
}

/// Accounts that cannot be chosen, for one reason.
struct Barred<'a> {
    why: String,
    accounts: Vec<Choice<'a>>,
}

impl<'a> Choice<'a> {
    fn of(words: &Words, index: usize, account: &'a AccountChoice) -> Self {
        let mask = account.mask.as_deref();
        let short = match mask {
            Some(mask) => format!("{} ••{mask}", account.name),
            None => account.name.clone(),
        };
        Self {
            index,
            key: &account.key,
            name: &account.name,
            kind: words.account(account.kind, &account.subtype).into_owned(),
            mask,
            ending: mask
                .map(|mask| words.say_with("a11y-account-ending", &[("mask", mask)]))
                .unwrap_or_default(),
            label: words.say_with("accounts-continue-one", &[("account", &short)]),
            chosen: account.chosen,
        }
    }
}

pub(super) fn draw(scene: &Scene<'_>, pane: &Pane) -> Result<Drawn, Error> {
    let Pane::Accounts {
        bank,
        choices,
        mode,
        scopes,
        trouble,
    } = pane
    else {
        return Err(Error::internal("another pane than the one to draw"));
    };
    let words = scene.words;
    let several = *mode != AccountMode::One;
    let (title, empty, control) = if several {
        ("accounts-title-several", "accounts-empty", "checkbox")
    } else {
        ("accounts-title-one", "accounts-empty-one", "radio")
    };
    let title = scene.say(title);
    let indexed: Vec<_> = choices
        .iter()
        .enumerate()
        .map(|(index, account)| (account.barred, Choice::of(words, index, account)))
        .collect();
    let (barred, open): (Vec<_>, Vec<_>) = indexed.into_iter().partition(|(why, _)| why.is_some());
    let labels = labels(words, open.len());
    let view = Accounts {
        w: words,
        title: title.clone(),
        body: scene.say_app("accounts-body"),
        bank: bank.into(),
        // Whatever was wrong with a choice, the person mends it by choosing.
        alert: trouble.map(|code| Alert {
            code: code.as_str(),
            text: scene.say(empty),
        }),
        control,
        several: several && open.len() > 1,
        open: open.into_iter().map(|(_, choice)| choice).collect(),
        barred: by_reason(words, barred),
        labels: serde_json::to_string(&labels).map_err(Error::internal)?,
        empty: scene.say(empty),
        waiting: scene.say_bank("waiting-bank", bank),
        details: Details::of(scene, scopes),
    };
    drawn("SELECT_ACCOUNT", title, &view)
}

/// The button's words for none, one, two … accounts.
fn labels(words: &Words, most: usize) -> Vec<String> {
    let counted = (1..=most)
        .map(|count| words.say_count("accounts-continue", u64::try_from(count).unwrap_or(u64::MAX), &[]));
    std::iter::once(words.say("button-continue").into_owned())
        .chain(counted)
        .collect()
}

fn by_reason<'a>(words: &Words, barred: Vec<(Option<Why>, Choice<'a>)>) -> Vec<Barred<'a>> {
    let mut groups: Vec<(Option<Why>, Vec<Choice<'a>>)> = Vec::new();
    for (why, choice) in barred {
        match groups.iter_mut().find(|(reason, _)| *reason == why) {
            Some((_, accounts)) => accounts.push(choice),
            None => groups.push((why, vec![choice])),
        }
    }
    let group = |(why, accounts): (Option<Why>, Vec<Choice<'a>>)| {
        Some(Barred {
            why: words.barred(why?).into_owned(),
            accounts,
        })
    };
    groups.into_iter().filter_map(group).collect()
}
