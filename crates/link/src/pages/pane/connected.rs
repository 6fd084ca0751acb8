//! The bank is linked.

use super::part::Mark;
use super::{Drawn, Scene, drawn};
use crate::words::Words;
use askama::Template;
use selvedge_engine::link::flow::Pane;
use selvedge_model::Error;
use selvedge_model::account::AccountType;
use selvedge_wire::endpoint::link::LinkedAccount;

#[derive(Template)]
#[template(path = "pane/connected.html")]
struct Connected<'a> {
    w: &'a Words,
    title: String,
    body: String,
    bank: Mark,
    shared: String,
    accounts: Vec<Account<'a>>,
    several: bool,
    earlier: Vec<Mark>,
}

/// A shared account.
struct Account<'a> {
    name: &'a str,
    kind: String,
    mask: Option<&'a str>,
    ending: String,
}

impl<'a> Account<'a> {
    fn of(words: &Words, account: &'a LinkedAccount) -> Self {
        let kind = AccountType::parse(&account.kind).unwrap_or(AccountType::Other);
        let mask = account.mask.as_deref();
        Self {
            name: &account.name,
            kind: words
                .account(kind, account.subtype.as_deref().unwrap_or_default())
                .into_owned(),
            mask,
            ending: mask
                .map(|mask| words.say_with("a11y-account-ending", &[("mask", mask)]))
                .unwrap_or_default(),
        }
    }
}

pub(super) fn draw(scene: &Scene<'_>, pane: &Pane) -> Result<Drawn, Error> {
    let Pane::Connected {
        bank,
        accounts,
        update,
        earlier,
    } = pane
    else {
        return Err(Error::internal("another pane than the one to draw"));
    };
    let words = scene.words;
    let (key, own) = if *update {
        ("connected-title-update", &scene.look.texts.reconnected)
    } else {
        ("connected-title", &scene.look.texts.connected)
    };
    let title = scene.say_bank(key, bank);
    let count = u64::try_from(accounts.len()).unwrap_or(u64::MAX);
    let view = Connected {
        w: words,
        title: title.clone(),
        body: own.clone().unwrap_or_else(|| scene.say_app("connected-body")),
        bank: bank.into(),
        shared: words.say_count("connected-accounts", count, &[]),
        accounts: accounts
            .iter()
            .map(|account| Account::of(words, account))
            .collect(),
        several: earlier.is_some(),
        earlier: earlier.iter().flatten().map(Mark::from).collect(),
    };
    drawn("CONNECTED", title, &view)
}
