//! docs/link/flow.md: the machine as a picture, drawn by walking it.

use crate::stage::{FIRST_PLATYPUS, OAUTH, account, answers, choose, credentials, plan, sensitive, update};
use selvedge_banks::BankError;
use selvedge_banks::connector::{Ask, Challenge, Grant, Pending, Selection, Step};
use selvedge_banks::institution::Catalogue;
use selvedge_engine::link::flow::{
    At, Done, Errand, Input, Listing, Login, OauthEnd, Plan, Purpose, Settled, Shared, State, standing, step,
};
use selvedge_model::ErrorCode;
use selvedge_wire::callback::ExitStatus;
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::fmt::Write as _;

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/link/flow.md");

/// The name of a state in the picture.
fn node(at: &At) -> &'static str {
    match at {
        At::Closed => "Closed",
        At::Consent => "Consent",
        At::Stored => "Stored",
        At::Institutions => "Institutions",
        At::Unwell(_) => "Unwell",
        At::Credentials(_) => "Credentials",
        At::Challenge { .. } => "Challenge",
        At::Oauth { .. } => "Oauth",
        At::Waiting { errand, .. } => match errand {
            Errand::SignIn => "SigningIn",
            Errand::Resume => "Answering",
            Errand::Authorize => "Authorizing",
            Errand::Redeem => "Redeeming",
            Errand::Regain => "Regaining",
            Errand::Accounts { .. } => "Listing",
            Errand::Settle => "Settling",
        },
        At::Accounts { .. } => "Accounts",
        At::Failed { .. } => "Failed",
        At::Connected => "Connected",
        At::Leaving(_) => "Leaving",
        At::Expired => "Expired",
        At::Over { .. } => "Over",
    }
}

fn done(done: Done) -> Input {
    Input::Done(Box::new(done))
}

fn listing(subtype: &str, login: Login) -> Input {
    done(Done::Accounts(Ok(Listing {
        accounts: vec![
            (account("one", subtype, None), Shared::Already),
            (account("two", subtype, None), Shared::NotYet),
        ],
        login,
    })))
}

fn unshared(subtype: &str) -> Input {
    done(Done::Accounts(Ok(Listing {
        accounts: vec![(account("one", subtype, None), Shared::NotYet)],
        login: Login::Same,
    })))
}

/// The words on an arrow, and what happens along it.
type Happening = (&'static str, fn() -> Input);

/// What the picture shows to happen.
fn happenings() -> Vec<Happening> {
    fn signed_in(result: Result<Step, BankError>) -> Input {
        done(Done::SignedIn(result))
    }
    fn asks(ask: Ask) -> Input {
        let state = Pending::from_bytes(vec![1]);
        signed_in(Ok(Step::Challenge(Challenge { ask, state })))
    }
    vec![
        ("opened", || Input::Open),
        ("agrees", || Input::Agree),
        ("picks a bank", || choose(FIRST_PLATYPUS)),
        ("picks a bank with pages of its own", || choose(OAUTH)),
        ("picks a bank that works badly", || choose("ins_132363")),
        ("goes on", || Input::GoOn),
        ("gives credentials", || credentials("a", "b")),
        ("answers", || answers(&["a"])),
        ("is sent back with a code", || {
            Input::OauthBack(OauthEnd::Code(sensitive("c")))
        }),
        ("is sent back with an error", || {
            Input::OauthBack(OauthEnd::Refused("access_denied".to_owned()))
        }),
        ("goes to the bank", || Input::OauthLeft),
        ("closes the window, or is late", || Input::OauthClosed),
        ("chooses accounts", || Input::Accounts(vec!["0".to_owned()])),
        ("back", || Input::Back),
        ("tries again", || Input::Retry),
        ("wants another bank", || Input::AnotherBank),
        ("links another bank", || Input::Another),
        ("finishes", || Input::Finish),
        ("closes", || Input::Leave),
        ("stays", || Input::Stay),
        ("accepted", || {
            signed_in(Ok(Step::Done(Grant::from_bytes(vec![1]))))
        }),
        ("asks more", || {
            asks(Ask::Code {
                sent_to: "a".to_owned(),
            })
        }),
        ("asks more", || {
            asks(Ask::Selections(vec![Selection {
                question: "q".to_owned(),
                options: vec!["a".to_owned()],
            }]))
        }),
        ("wrong", || signed_in(Err(BankError::InvalidCredentials))),
        ("wrong", || signed_in(Err(BankError::InvalidMfa))),
        ("no longer good", || signed_in(Err(BankError::ItemLoginRequired))),
        ("fails", || signed_in(Err(BankError::InstitutionDown))),
        ("token dies", || signed_in(Err(BankError::InvalidLinkToken))),
        ("made", || done(Done::Authorized(Ok("/link/oauth/1".to_owned())))),
        ("fails", || {
            done(Done::Authorized(Err(BankError::InstitutionDown)))
        }),
        ("accounts", || unshared("checking")),
        ("accounts", || listing("checking", Login::Same)),
        ("nothing to share", || unshared("cd")),
        ("another login", || listing("checking", Login::Other)),
        ("fails", || done(Done::Accounts(Err(BankError::InstitutionDown)))),
        ("written", || {
            let (public_token, accounts, ids) = (sensitive("p"), Vec::new(), Vec::new());
            done(Done::Settled(Ok(Settled {
                public_token,
                accounts,
                ids,
            })))
        }),
        ("fails", || done(Done::Settled(Err(ErrorCode::InstitutionDown)))),
    ]
}

/// Arrows, each with its words; and the exit status with which each state can be left.
#[derive(Default)]
struct Picture {
    arrows: BTreeMap<(&'static str, &'static str), BTreeSet<&'static str>>,
    statuses: BTreeMap<&'static str, BTreeSet<&'static str>>,
}

/// Walks every state that can be reached and notes what leads where. What several panes share (closing,
/// running out of time) is left to the words below the picture.
fn walk(plan: &Plan, picture: &mut Picture) {
    let banks = Catalogue::load().unwrap();
    let (mut waiting, mut seen) = (VecDeque::from([State::new()]), BTreeSet::new());
    while let Some(state) = waiting.pop_front() {
        // Two states are the same for the picture when nothing but what was told tells them apart.
        if !seen.insert(serde_json::to_string(&(&state.at, &state.bank, state.linked.len())).unwrap()) {
            continue;
        }
        let from = node(&state.at);
        let status = standing(&state).1.map(ExitStatus::as_str);
        if !matches!(state.at, At::Over { .. } | At::Waiting { .. } | At::Closed) {
            picture
                .statuses
                .entry(from)
                .or_default()
                .insert(status.unwrap_or("none"));
        }
        for (words, input) in happenings() {
            let after = step(plan, &banks, state.clone(), input()).state;
            let moot = words == "another login" && plan.purpose == Purpose::Link;
            if moot || after == state || after.linked.len() > 1 {
                continue;
            }
            let to = node(&after.at);
            let leaves = words == "closes" && !matches!(state.at, At::Connected);
            if !leaves {
                picture.arrows.entry((from, to)).or_default().insert(words);
            }
            waiting.push_back(after);
        }
    }
}

fn mermaid(picture: &Picture) -> String {
    let mut text = "```mermaid\nstateDiagram-v2\n    [*] --> Closed\n".to_owned();
    for ((from, to), words) in &picture.arrows {
        let words: Vec<&str> = words.iter().copied().collect();
        writeln!(text, "    {from} --> {to}: {}", words.join(" / ")).unwrap();
    }
    text.push_str("    Over --> [*]\n```\n");
    text
}

fn page() -> String {
    let mut linking = plan();
    linking.several = true;
    let mut link = Picture::default();
    walk(&linking, &mut link);
    let mut repair = Picture::default();
    for institution in [FIRST_PLATYPUS, OAUTH] {
        for switches in 0..8_u8 {
            let mut plan = update(institution);
            if let Purpose::Update {
                sign_in,
                choose_accounts,
                consent,
                ..
            } = &mut plan.purpose
            {
                *sign_in = switches & 1 != 0;
                *choose_accounts = switches & 2 != 0;
                *consent = switches & 4 != 0;
            }
            walk(&plan, &mut repair);
        }
    }
    let mut text = HEAD.to_owned();
    text.push_str("\n## Linking\n\n");
    text.push_str(&mermaid(&link));
    text.push_str("\n## Update mode\n\n");
    text.push_str(&mermaid(&repair));
    text.push_str(STATUSES);
    for (node, statuses) in link.statuses {
        let statuses: Vec<String> = statuses.into_iter().map(|status| format!("`{status}`")).collect();
        writeln!(text, "| {node} | {} |", statuses.join(", ")).unwrap();
    }
    text
}

const HEAD: &str = "\
# The flow of Link

This page is drawn by a test that walks the state machine of `crates/engine/src/link/flow`; it fails when the
page is stale. To write it anew: `SELVEDGE_WRITE_EXAMPLES=1 cargo test -p selvedge-engine --test flow`.

A session is one pure function: state and input give the next state, the events to tell, and at most one thing
to do outside. The states that end in *ing* but `Leaving` wait for such a thing: a sign-in, an answer to a
challenge, a way to the bank's own pages, a code to redeem, the grant that an Item has already, the accounts,
the Item to be written. What does not fit a state changes nothing.

Left out of the pictures, because it is the same everywhere:

- Closing Link ends the session. Once a bank was picked it first asks (`Leaving`), unless it is closed for good.
  After a bank was linked it is a success.
- When the link token ends, the session goes to `Expired`, unless the bank is linked already.
- An effect that is cut off leads to `Failed`.
";

const STATUSES: &str = "
## Exit statuses

With which `status` Link is left from each state. `Leaving` keeps that of the pane behind it; `none` is null.

| State | `status` |
|---|---|
";

#[test]
fn the_picture_in_the_docs_is_the_machine() {
    let page = page();
    if std::env::var_os("SELVEDGE_WRITE_EXAMPLES").is_some() {
        std::fs::create_dir_all(std::path::Path::new(FILE).parent().unwrap()).unwrap();
        std::fs::write(FILE, &page).unwrap();
    }
    let committed = std::fs::read_to_string(FILE).unwrap_or_default();
    assert!(
        committed == page,
        "docs/link/flow.md is stale: run this test with SELVEDGE_WRITE_EXAMPLES=1"
    );
}
