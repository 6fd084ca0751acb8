//! Which test logins exist, what each password means, and what a grant remembers of them.
//!
//! Passwords that force errors count only where people sign in through Link: a bank with pages of its own
//! does not look at them and lets the login in.

use super::challenge::{Mfa, Question, Recaptcha};
use super::consent::Consent;
use super::custom::CustomUser;
use super::oauth::Keys;
use super::persona;
use crate::connector::{BankError, Grant, SignIn};
use crate::institution::{Health, Institution, SecondFactor};
use selvedge_model::Sensitive;
use selvedge_model::id::InstitutionId;
use serde::{Deserialize, Serialize};

/// The login of the fixture person.
pub(super) const USER_GOOD: &str = "user_good";
/// The login whose password is a description of its accounts.
pub(super) const USER_CUSTOM: &str = "user_custom";
/// The login with a single account of limited purpose, at one institution only.
pub(super) const USER_LIMITED: &str = "user_limited_purpose_checking";
/// Where [`USER_LIMITED`] can sign in.
pub(super) const LIMITED_PURPOSE_BANK: &str = "ins_138395";
const PASS_GOOD: &str = "pass_good";
const MICRODEPOSITS_GOOD: &str = "microdeposits_good";
/// Of a login that nothing was kept back from.
const WHOLE: u8 = 1;
/// Of a login with what its holder consented to.
const CONSENTED: u8 = 2;

/// A login at an institution, as a grant or a pending sign-in carries it.
pub(super) struct Login {
    institution: String,
    username: Sensitive,
    password: Sensitive,
    connection: String,
    consent: Option<Consent>,
}

/// The JSON behind the version byte.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Record<'a> {
    institution: std::borrow::Cow<'a, str>,
    username: std::borrow::Cow<'a, str>,
    password: std::borrow::Cow<'a, str>,
    connection: std::borrow::Cow<'a, str>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    consent: Option<std::borrow::Cow<'a, Consent>>,
}

impl Login {
    /// The login that `request` gives, for a connection of that id.
    pub(super) fn new(request: &SignIn<'_>, connection: &str) -> Self {
        Self {
            connection: connection.to_owned(),
            ..Self::at(&request.institution.id, request.username, request.password)
        }
    }

    /// A login that is no connection yet.
    pub(super) fn at(institution: &InstitutionId, username: &Sensitive, password: &Sensitive) -> Self {
        Self {
            institution: institution.as_str().to_owned(),
            username: username.clone(),
            password: password.clone(),
            connection: String::new(),
            consent: None,
        }
    }

    /// The same login, for a connection of that id that gives what `consent` says.
    pub(super) fn consented(self, connection: &str, consent: Consent) -> Self {
        Self {
            connection: connection.to_owned(),
            consent: Some(consent),
            ..self
        }
    }

    /// The institution's id.
    pub(super) fn institution(&self) -> &str {
        &self.institution
    }

    /// The login name.
    pub(super) fn username(&self) -> &str {
        self.username.expose()
    }

    /// The password.
    pub(super) fn password(&self) -> &str {
        self.password.expose()
    }

    /// The id of the connection; a new sign-in makes a new one.
    pub(super) fn connection(&self) -> &str {
        &self.connection
    }

    /// What tells this login from every other: the name, and for a described person who is described.
    pub(super) fn key(&self) -> Vec<u8> {
        let person = match self.username() {
            USER_CUSTOM => CustomUser::parse(self.password())
                .ok()
                .and_then(|user| user.seed)
                .unwrap_or_else(|| self.password().to_owned()),
            _ => String::new(),
        };
        // No part but the last can hold the separator: ids and known login names are words.
        [self.institution(), self.username(), &person]
            .join("\n")
            .into_bytes()
    }

    /// What one signs in with.
    pub(super) fn into_keys(self) -> Keys {
        Keys {
            username: self.username,
            password: self.password,
        }
    }

    /// What its holder consented to, where they were asked.
    pub(super) fn consent(&self) -> Option<&Consent> {
        self.consent.as_ref()
    }

    /// Whether the login asks for accounts that a deposit must prove.
    pub(super) fn wants_micro_deposits(&self) -> bool {
        self.username() == USER_GOOD && self.password() == MICRODEPOSITS_GOOD
    }

    /// The login as bytes: the version, then JSON.
    pub(super) fn to_bytes(&self) -> Result<Vec<u8>, BankError> {
        let record = Record {
            institution: self.institution().into(),
            username: self.username().into(),
            password: self.password().into(),
            connection: self.connection().into(),
            consent: self.consent().map(std::borrow::Cow::Borrowed),
        };
        let mut bytes = vec![if self.consent.is_some() { CONSENTED } else { WHOLE }];
        serde_json::to_writer(&mut bytes, &record)
            .map_err(|error| BankError::Failed(format!("the login cannot be written: {error}")))?;
        Ok(bytes)
    }

    /// The login in `bytes`. The words of a parser's error would quote the secret, so they are left out.
    pub(super) fn of_bytes(bytes: &[u8]) -> Result<Self, BankError> {
        let read = |(version, json): (&u8, &[u8])| {
            let record: Record<'_> = serde_json::from_slice(json).ok()?;
            let expected = if record.consent.is_some() {
                CONSENTED
            } else {
                WHOLE
            };
            (*version == expected).then_some(Self {
                institution: record.institution.into_owned(),
                username: Sensitive::new(record.username.into_owned()),
                password: Sensitive::new(record.password.into_owned()),
                connection: record.connection.into_owned(),
                consent: record.consent.map(std::borrow::Cow::into_owned),
            })
        };
        bytes
            .split_first()
            .and_then(read)
            .ok_or_else(|| BankError::Failed("the grant is not one of the test bank's".to_owned()))
    }

    /// The grant of this login.
    pub(super) fn to_grant(&self) -> Result<Grant, BankError> {
        self.to_bytes().map(Grant::from_bytes)
    }

    /// The login of a grant.
    pub(super) fn of_grant(grant: &Grant) -> Result<Self, BankError> {
        Self::of_bytes(grant.expose())
    }
}

/// Whether the bank works at all.
pub(super) fn serves(institution: &Institution) -> Result<(), BankError> {
    match institution.health {
        Health::Down => Err(BankError::InstitutionDown),
        Health::Unsupported => Err(BankError::InstitutionNoLongerSupported),
        Health::Healthy | Health::Degraded => Ok(()),
    }
}

/// Decides whether the bank lets the login in, and what it asks first.
pub(super) fn admit(institution: &Institution, login: &Login) -> Result<Vec<Question>, BankError> {
    serves(institution)?;
    let (recaptcha, mfa) = match login.username() {
        USER_GOOD => good(institution, login.password())?,
        USER_CUSTOM => {
            let user = CustomUser::parse(login.password())?;
            if let Some(error) = user.force_error {
                return Err(error);
            }
            (user.recaptcha, user.mfa)
        }
        USER_LIMITED if login.institution() == LIMITED_PURPOSE_BANK && login.password() == PASS_GOOD => {
            (None, None)
        }
        name if persona::find(name).is_some() && !login.password().is_empty() => (None, None),
        _ => return Err(BankError::InvalidCredentials),
    };
    let mfa = match institution.second_factor {
        SecondFactor::Always => Some(Mfa::Device),
        SecondFactor::AsTold => mfa,
    };
    let captcha = recaptcha.map(Question::Captcha);
    Ok(captcha
        .into_iter()
        .chain(mfa.into_iter().flat_map(Mfa::questions))
        .collect())
}

/// A password of `user_good` that shows a captcha.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Captcha {
    recaptcha: Recaptcha,
}

/// What the password of `user_good` means.
fn good(institution: &Institution, password: &str) -> Result<(Option<Recaptcha>, Option<Mfa>), BankError> {
    if matches!(password, PASS_GOOD | MICRODEPOSITS_GOOD) {
        return Ok((None, None));
    }
    if let Some(code) = password.strip_prefix("error_").filter(|code| is_code(code)) {
        return if institution.oauth {
            Ok((None, None))
        } else {
            Err(forced_error(code))
        };
    }
    if let Some(mfa) = Mfa::of_password(password) {
        return Ok((None, Some(mfa)));
    }
    match serde_json::from_str::<Captcha>(password) {
        Ok(captcha) => Ok((Some(captcha.recaptcha), None)),
        Err(_) => Err(BankError::InvalidCredentials),
    }
}

/// The codes that a password `error_<CODE>` of `user_good` can force.
const ERROR_PASSWORDS: &[(&str, BankError)] = &[
    ("ACCESS_NOT_GRANTED", BankError::AccessNotGranted),
    ("COUNTRY_NOT_SUPPORTED", BankError::CountryNotSupported),
    ("INSTITUTION_DOWN", BankError::InstitutionDown),
    ("INSTITUTION_NOT_AVAILABLE", BankError::InstitutionNotAvailable),
    ("INSTITUTION_NOT_RESPONDING", BankError::InstitutionNotResponding),
    (
        "INSTITUTION_NO_LONGER_SUPPORTED",
        BankError::InstitutionNoLongerSupported,
    ),
    (
        "INSTITUTION_REGISTRATION_REQUIRED",
        BankError::InstitutionRegistrationRequired,
    ),
    ("INSUFFICIENT_CREDENTIALS", BankError::InsufficientCredentials),
    ("INTERNAL_SERVER_ERROR", BankError::Forced),
    ("INVALID_CREDENTIALS", BankError::InvalidCredentials),
    ("INVALID_MFA", BankError::InvalidMfa),
    ("INVALID_SEND_METHOD", BankError::InvalidSendMethod),
    ("ITEM_LOCKED", BankError::ItemLocked),
    ("ITEM_LOGIN_REQUIRED", BankError::ItemLoginRequired),
    ("ITEM_NOT_SUPPORTED", BankError::ItemNotSupported),
    ("MFA_NOT_SUPPORTED", BankError::MfaNotSupported),
    ("NO_ACCOUNTS", BankError::NoAccounts),
    ("PASSWORD_RESET_REQUIRED", BankError::PasswordResetRequired),
    ("PAYMENT_INVALID_RECIPIENT", BankError::PaymentInvalidRecipient),
    ("UNAUTHORIZED_INSTITUTION", BankError::UnauthorizedInstitution),
    ("UNSUPPORTED_RESPONSE", BankError::UnsupportedResponse),
    ("USER_INPUT_TIMEOUT", BankError::UserInputTimeout),
    ("USER_SETUP_REQUIRED", BankError::UserSetupRequired),
];

/// The longest text that is taken for a code.
const LONGEST_CODE: usize = 64;

/// Whether `text` may be meant as a code. Any other password is an ordinary wrong one, and is not repeated.
fn is_code(text: &str) -> bool {
    (1..=LONGEST_CODE).contains(&text.len())
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}

/// The error that goes by this code; a code that is not known is a mistake to be told of.
fn forced_error(code: &str) -> BankError {
    let known = ERROR_PASSWORDS.iter().find(|(known, _)| *known == code);
    match known {
        Some((_, error)) => error.clone(),
        None => BankError::UnknownForcedError {
            code: code.to_owned(),
            known: ERROR_PASSWORDS.iter().map(|(known, _)| *known).collect(),
        },
    }
}
