//! What the person sees, and what the page is told of where the session stands: functions of the state.

use super::offers::key_of;
use super::pane::{AccountChoice, Bank, Field, FieldKind, Pane, Trouble};
use super::plan::{Plan, Purpose};
use super::sign_in::{PASSWORD, USERNAME};
use super::state::{At, Errand, Offer, State};
use super::{leave, state};
use selvedge_banks::Catalogue;
use selvedge_banks::connector::Ask;
use selvedge_banks::institution::Health;
use selvedge_model::ErrorCode;
use selvedge_wire::callback::ExitStatus;

/// The pane of a state.
pub fn pane(plan: &Plan, banks: &Catalogue, state: &State) -> Pane {
    let update = matches!(plan.purpose, Purpose::Update { .. });
    match (&state.at, &state.bank) {
        (At::Closed | At::Stored | At::Waiting { .. }, bank) => Pane::Waiting { bank: bank.clone() },
        (At::Consent, bank) => Pane::Consent {
            scopes: plan.scopes.clone(),
            bank: bank.clone(),
            update,
        },
        (At::Failed { code, way_on, .. }, bank) => Pane::Failed {
            trouble: Trouble {
                code: *code,
                way_on: *way_on,
            },
            bank: bank.clone(),
        },
        (At::Leaving(_), bank) => Pane::Leaving { bank: bank.clone() },
        (At::Expired, _) => Pane::Expired,
        (At::Over { .. }, _) => Pane::Over,
        (At::Connected, Some(bank)) => connected(plan, state, bank),
        (
            At::Unwell(_)
            | At::Credentials(_)
            | At::Challenge { .. }
            | At::Oauth { .. }
            | At::Accounts { .. },
            Some(bank),
        ) => pane_of_bank(plan, state, bank),
        // Without a bank there is one to pick, whatever else a state says.
        (At::Institutions, _) | (_, None) => {
            let (first, matched) = plan.first_banks(banks);
            Pane::Institutions {
                banks: first,
                matched,
            }
        }
    }
}

/// The panes of a picked bank.
fn pane_of_bank(plan: &Plan, state: &State, bank: &Bank) -> Pane {
    let bank = bank.clone();
    match &state.at {
        At::Unwell(health) => Pane::Unwell {
            bank,
            health: *health,
        },
        At::Credentials(trouble) => Pane::Credentials {
            bank,
            fields: fields(),
            scopes: plan.scopes.clone(),
            trouble: *trouble,
            update: matches!(plan.purpose, Purpose::Update { .. }),
        },
        At::Challenge { ask, trouble, .. } => asked(bank, ask, *trouble),
        At::Oauth { path, left } => Pane::Oauth {
            bank,
            scopes: plan.scopes.clone(),
            path: path.clone(),
            way: plan.oauth,
            waiting: *left,
        },
        At::Accounts { offers, trouble, .. } => Pane::Accounts {
            bank,
            choices: choices(offers),
            mode: plan.mode_for(offers),
            scopes: plan.scopes.clone(),
            trouble: *trouble,
        },
        At::Closed
        | At::Consent
        | At::Stored
        | At::Institutions
        | At::Waiting { .. }
        | At::Failed { .. }
        | At::Connected
        | At::Leaving(_)
        | At::Expired
        | At::Over { .. } => Pane::Waiting { bank: Some(bank) },
    }
}

fn fields() -> Vec<Field> {
    [(USERNAME, FieldKind::Username), (PASSWORD, FieldKind::Password)]
        .map(|(name, kind)| Field {
            name: name.to_owned(),
            kind,
        })
        .to_vec()
}

fn asked(bank: Bank, ask: &Ask, trouble: Option<ErrorCode>) -> Pane {
    match ask.clone() {
        Ask::Captcha => Pane::Captcha { bank },
        Ask::SendTo(places) => Pane::SendTo {
            bank,
            places,
            trouble,
        },
        Ask::Code { sent_to } => Pane::Code {
            bank,
            sent_to,
            trouble,
        },
        Ask::Questions(questions) => Pane::Questions {
            bank,
            questions,
            trouble,
        },
        Ask::Selections(questions) => Pane::Selections {
            bank,
            questions,
            trouble,
        },
    }
}

fn choices(offers: &[Offer]) -> Vec<AccountChoice> {
    let choice = |(index, offer): (usize, &Offer)| AccountChoice {
        key: key_of(index),
        name: offer.name.clone(),
        mask: offer.mask.clone(),
        kind: offer.kind,
        subtype: offer.subtype.clone(),
        barred: offer.barred,
        chosen: offer.chosen,
    };
    offers.iter().enumerate().map(choice).collect()
}

fn connected(plan: &Plan, state: &State, bank: &Bank) -> Pane {
    let (accounts, earlier): (_, &[state::Linked]) = match state.linked.split_last() {
        Some((last, earlier)) => (last.accounts.clone(), earlier),
        None => (Vec::new(), &[]),
    };
    let named = |linked: &state::Linked| Bank {
        id: linked.institution.clone(),
        name: linked.name.clone(),
    };
    Pane::Connected {
        bank: bank.clone(),
        accounts,
        update: matches!(plan.purpose, Purpose::Update { .. }),
        earlier: several(plan).then(|| earlier.iter().map(named).collect()),
    }
}

/// Whether several banks can be linked.
pub(super) fn several(plan: &Plan) -> bool {
    plan.several && plan.purpose == Purpose::Link
}

/// How much of the way is done, in percent.
pub fn progress(state: &State) -> u8 {
    done(state, &state.at)
}

fn done(state: &State, at: &At) -> u8 {
    match at {
        At::Closed | At::Stored => 0,
        At::Consent => 10,
        At::Institutions | At::Unwell(_) => 25,
        At::Credentials(_) | At::Oauth { .. } => 45,
        At::Challenge { .. } => 65,
        At::Accounts { .. } => 85,
        At::Waiting { errand, back, .. } => {
            let least: u8 = match errand {
                Errand::Authorize => 40,
                Errand::Regain => 45,
                Errand::SignIn => 55,
                Errand::Resume => 65,
                Errand::Redeem => 70,
                Errand::Accounts { .. } => 75,
                Errand::Settle => 90,
            };
            done(state, back).max(least)
        }
        At::Failed { back, .. } | At::Leaving(back) => done(state, back),
        At::Expired | At::Over { .. } if state.linked.is_empty() => 0,
        At::Connected | At::Expired | At::Over { .. } => 100,
    }
}

/// Whether there is a pane to go back to.
pub fn can_go_back(plan: &Plan, state: &State) -> bool {
    leave::before(plan, state).is_some()
}

/// What `onExit` would say: the last error, and where the session was left.
pub fn standing(state: &State) -> (Option<ErrorCode>, Option<ExitStatus>) {
    (state.error, status(&state.at))
}

fn status(at: &At) -> Option<ExitStatus> {
    match at {
        At::Closed | At::Consent | At::Stored | At::Credentials(_) => Some(ExitStatus::RequiresCredentials),
        // Whoever reads that a bank works badly is still looking for one.
        At::Institutions | At::Unwell(Health::Healthy | Health::Degraded | Health::Down) => {
            Some(ExitStatus::InstitutionNotFound)
        }
        At::Unwell(Health::Unsupported) => Some(ExitStatus::InstitutionNotSupported),
        At::Failed { code, .. } if is_unsupported(*code) => Some(ExitStatus::InstitutionNotSupported),
        At::Challenge { ask, .. } => Some(match ask {
            Ask::SendTo(_) => ExitStatus::ChooseDevice,
            Ask::Code { .. } => ExitStatus::RequiresCode,
            Ask::Questions(_) => ExitStatus::RequiresQuestions,
            Ask::Selections(_) => ExitStatus::RequiresSelections,
            Ask::Captcha => ExitStatus::RequiresRecaptcha,
        }),
        At::Oauth { .. } => Some(ExitStatus::RequiresOauth),
        At::Accounts { .. } => Some(ExitStatus::RequiresAccountSelection),
        At::Failed { back, .. } | At::Waiting { back, .. } | At::Leaving(back) => status(back),
        At::Over { status } => *status,
        At::Connected | At::Expired => None,
    }
}

/// Whether an error says that the bank cannot be linked at all.
const fn is_unsupported(code: ErrorCode) -> bool {
    matches!(
        code,
        ErrorCode::CountryNotSupported
            | ErrorCode::InstitutionNoLongerSupported
            | ErrorCode::InstitutionRegistrationRequired
            | ErrorCode::UnauthorizedInstitution
    )
}
