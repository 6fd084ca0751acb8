//! `user_custom`: a test login whose password is a JSON description of its accounts.
//!
//! The field names are the test bank's own input format. Every mistake of a description is reported, each
//! with its place. There is no cap on the number of accounts or transactions; the request's own size is the
//! limit.

mod account;
mod identity;
mod read;

pub use super::challenge::{Mfa, Recaptcha};
pub use account::{Available, NumbersOverride, OverrideAccount, TransactionOverride};
pub use identity::IdentityOverride;

use crate::connector::BankError;
use read::{Object, Problems};
use serde_json::value::RawValue;

const KEYS: &[&str] = &[
    "version",
    "seed",
    "override_accounts",
    "mfa",
    "recaptcha",
    "force_error",
];
const MFA_KEYS: &[&str] = &[
    "type",
    "question_rounds",
    "questions_per_round",
    "selection_rounds",
    "selections_per_question",
];

/// A described test login.
#[expect(missing_debug_implementations, reason = "holds account numbers")]
pub struct CustomUser {
    /// What drawn data follows from; without one it follows from the description itself.
    pub seed: Option<String>,
    /// The accounts, in order. Without any, the bank draws some.
    pub accounts: Vec<OverrideAccount>,
    /// The second factor that the sign-in asks for.
    pub mfa: Option<Mfa>,
    /// The captcha that the sign-in shows, and how it ends.
    pub recaptcha: Option<Recaptcha>,
    /// The error that the sign-in ends in.
    pub force_error: Option<BankError>,
}

impl CustomUser {
    /// Reads a description, or lists everything that is wrong with it.
    pub fn parse(text: &str) -> Result<Self, BankError> {
        let value: &RawValue = serde_json::from_str(text).map_err(|error| {
            let place = format!("line {} column {}", error.line(), error.column());
            BankError::CustomUser(vec![format!("the password is not JSON ({place})")])
        })?;
        let problems = Problems::default();
        let user = Object::open(value, "", KEYS, &problems).map(|top| Self::read(&top));
        match (user, problems.into_list()) {
            (Some(user), list) if list.is_empty() => Ok(user),
            (_, list) => Err(BankError::CustomUser(list)),
        }
    }

    fn read(top: &Object<'_>) -> Self {
        if let Some(version) = top.get("version")
            && !matches!(version.get(), "1" | "2" | "\"1\"" | "\"2\"")
        {
            top.problem("version", "must be \"1\" or \"2\"");
        }
        Self {
            seed: top.text("seed"),
            accounts: top
                .list("override_accounts")
                .filter_map(|entry| top.open_entry(&entry, account::KEYS))
                .map(|entry| OverrideAccount::read(&entry))
                .collect(),
            mfa: top.object("mfa", MFA_KEYS).and_then(|mfa| read_mfa(&mfa)),
            recaptcha: top.choice("recaptcha", Recaptcha::parse, "\"good\" or \"bad\""),
            force_error: top.choice("force_error", forced_error, "one of the codes that can be forced"),
        }
    }
}

fn read_mfa(mfa: &Object<'_>) -> Option<Mfa> {
    if mfa.is_empty() {
        return None;
    }
    let count = |key: &str, default: Option<u8>, least: u8| -> Option<u8> {
        let given = mfa.whole(key, least, 9);
        if given.is_none() && default.is_none() && mfa.get(key).is_none() {
            mfa.problem(key, "is required for this type");
        }
        given.or(default)
    };
    match mfa.required_text("type")?.as_str() {
        "device" => Some(Mfa::Device),
        "questions" => {
            let (rounds, per_round) = (
                count("question_rounds", None, 1),
                count("questions_per_round", None, 1),
            );
            Some(Mfa::Questions {
                rounds: rounds?,
                per_round: per_round?,
            })
        }
        "selections" => Some(Mfa::Selections {
            rounds: count("selection_rounds", Some(1), 1)?,
            per_round: count("questions_per_round", Some(2), 1)?,
            options: count("selections_per_question", Some(2), 2)?,
        }),
        _ => {
            mfa.problem("type", "must be \"device\", \"questions\" or \"selections\"");
            None
        }
    }
}

/// The errors that `force_error` can name.
fn forced_error(code: &str) -> Option<BankError> {
    match code {
        "INSTITUTION_NOT_RESPONDING" => Some(BankError::InstitutionNotResponding),
        "INSTITUTION_NO_LONGER_SUPPORTED" => Some(BankError::InstitutionNoLongerSupported),
        "INVALID_CREDENTIALS" => Some(BankError::InvalidCredentials),
        "INVALID_MFA" => Some(BankError::InvalidMfa),
        "ITEM_LOCKED" => Some(BankError::ItemLocked),
        "ITEM_LOGIN_REQUIRED" => Some(BankError::ItemLoginRequired),
        "ITEM_NOT_SUPPORTED" => Some(BankError::ItemNotSupported),
        "INVALID_LINK_TOKEN" => Some(BankError::InvalidLinkToken),
        "MFA_NOT_SUPPORTED" => Some(BankError::MfaNotSupported),
        "NO_ACCOUNTS" => Some(BankError::NoAccounts),
        "PLAID_ERROR" => Some(BankError::Forced),
        "USER_INPUT_TIMEOUT" => Some(BankError::UserInputTimeout),
        "USER_SETUP_REQUIRED" => Some(BankError::UserSetupRequired),
        _ => None,
    }
}
