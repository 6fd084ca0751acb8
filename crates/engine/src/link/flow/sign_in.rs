//! Signing in through Link: credentials, challenges, and what the bank says to them.

use super::effect::Effect;
use super::state::{At, Errand};
use super::turn::{Turn, mfa_of};
use selvedge_banks::BankError;
use selvedge_banks::connector::{Ask, Challenge, Grant, Pending, Step};
use selvedge_model::{ErrorCode, Sensitive, limits};
use selvedge_wire::callback::{EventName, ViewName};

impl Turn<'_> {
    /// The person gave the credentials. Where one is missing nothing happens: the page does not send that.
    pub(super) fn credentials(&mut self, values: &[(String, Sensitive)]) {
        let given = |name: &str| {
            let value = values
                .iter()
                .find(|(field, _)| field == name)
                .map(|(_, value)| value);
            value.filter(|value| !value.expose().is_empty()).cloned()
        };
        let (Some(username), Some(password)) = (given(USERNAME), given(PASSWORD)) else {
            return;
        };
        let (At::Credentials(_), Some(bank)) = (&self.state.at, &self.state.bank) else {
            return;
        };
        if is_longer(&username, limits::USERNAME_CHARS) || is_longer(&password, limits::PASSWORD_CHARS) {
            return self.wrong_credentials(ErrorCode::InvalidCredentials);
        }
        let effect = Effect::SignIn {
            institution: bank.id.clone(),
            username,
            password,
        };
        if !self.begins_a_try() {
            return;
        }
        self.tell(EventName::SubmitCredentials);
        self.tell_view(ViewName::Loading, None);
        self.wait(Errand::SignIn, At::Credentials(None), effect);
    }

    /// The person answered a challenge: one answer for each question, none of them empty.
    pub(super) fn answers(&mut self, answers: Vec<Sensitive>) {
        let (At::Challenge { ask, pending, .. }, Some(bank)) = (&self.state.at, &self.state.bank) else {
            return;
        };
        if answers.len() != questions(ask) || answers.iter().any(|answer| answer.expose().is_empty()) {
            return;
        }
        if answers
            .iter()
            .any(|answer| is_longer(answer, limits::USERNAME_CHARS))
        {
            return;
        }
        let effect = Effect::Resume {
            institution: bank.id.clone(),
            pending: Pending::from_bytes(pending.clone()),
            answers,
        };
        let asked = self.state.at.clone();
        if !self.begins_a_try() {
            return;
        }
        if let Some(mfa) = mfa_of(&asked) {
            self.tell_with(EventName::SubmitMfa, |told| told.mfa = Some(mfa));
        }
        self.tell_view(ViewName::Loading, None);
        self.wait(Errand::Resume, asked, effect);
    }

    /// What the bank said to a sign-in of any kind.
    pub(super) fn signed_in(&mut self, result: Result<Step, BankError>) {
        let At::Waiting { errand, back, .. } = &self.state.at else {
            return;
        };
        let (errand, back) = (errand.clone(), At::clone(back));
        let is_refused = matches!(&result, Err(error) if is_refusal(error.code()));
        if matches!(errand, Errand::SignIn | Errand::Resume) && !is_refused {
            self.state.tries = self.state.tries.saturating_sub(1);
        }
        match (result, errand) {
            (Ok(Step::Done(grant)), Errand::SignIn | Errand::Resume) => {
                self.list_accounts(grant, At::Credentials(None));
            }
            (Ok(Step::Done(grant)), Errand::Redeem | Errand::Regain) => self.list_accounts(grant, back),
            (Ok(Step::Challenge(challenge)), Errand::SignIn | Errand::Resume) => self.challenge(challenge),
            (Ok(Step::Challenge(_)), Errand::Regain) => self.sign_in(),
            (Ok(Step::Challenge(_)), Errand::Redeem) => self.fail(ErrorCode::MfaNotSupported, back),
            (Err(error), Errand::SignIn) => self.sign_in_refused(error.code()),
            (Err(error), Errand::Resume) => self.answer_refused(error.code(), back),
            (Err(error), Errand::Redeem | Errand::Regain) => self.grant_refused(error.code(), back),
            (_, Errand::Authorize | Errand::Accounts { .. } | Errand::Settle) => {}
        }
    }

    fn challenge(&mut self, challenge: Challenge) {
        self.arrive(At::Challenge {
            ask: challenge.ask,
            pending: challenge.state.expose().to_vec(),
            trouble: None,
        });
    }

    fn sign_in_refused(&mut self, code: ErrorCode) {
        if is_refusal(code) && self.is_too_often() {
            return self.expire_now();
        }
        if matches!(code, ErrorCode::InvalidLinkToken) {
            self.expire_now();
        } else if matches!(code, ErrorCode::InvalidCredentials | ErrorCode::InvalidField) {
            self.wrong_credentials(code);
        } else {
            self.fail(code, At::Credentials(None));
        }
    }

    fn answer_refused(&mut self, code: ErrorCode, asked: At) {
        match (code, asked) {
            (ErrorCode::InvalidMfa, At::Challenge { ask, pending, .. }) => {
                if self.is_too_often() {
                    return self.expire_now();
                }
                self.tell_error(code);
                self.arrive(At::Challenge {
                    ask,
                    pending,
                    trouble: Some(code),
                });
            }
            _ => self.sign_in_refused(code),
        }
    }

    /// The bank does not take a grant, or a code for one.
    pub(super) fn grant_refused(&mut self, code: ErrorCode, back: At) {
        match (code, back) {
            (ErrorCode::InvalidLinkToken, _) => self.expire_now(),
            (code, At::Stored) if wants_sign_in(code) => self.sign_in(),
            (code, back) => self.fail(code, back),
        }
    }

    /// Back to the credentials, with what was wrong.
    pub(super) fn wrong_credentials(&mut self, code: ErrorCode) {
        self.tell_error(code);
        self.arrive(At::Credentials(Some(code)));
    }

    /// Counts a try before the bank is asked, so that many at a time are no way round the limit. Where there were
    /// too many already the token ends.
    fn begins_a_try(&mut self) -> bool {
        if self.is_too_often() {
            self.expire_now();
            return false;
        }
        self.state.tries = self.state.tries.saturating_add(1);
        true
    }

    /// Whether there were as many tries as a link token is good for.
    const fn is_too_often(&self) -> bool {
        self.state.tries >= limits::SIGN_IN_TRIES
    }

    /// Asks the bank for the accounts of a grant.
    fn list_accounts(&mut self, grant: Grant, back: At) {
        let Some(institution) = self.bank_id() else {
            return;
        };
        self.wait(
            Errand::Accounts {
                grant: grant.expose().to_vec(),
            },
            back,
            Effect::Accounts { institution, grant },
        );
    }
}

/// The name of the field with the login name.
pub(super) const USERNAME: &str = "username";
/// The name of the field with the password.
pub(super) const PASSWORD: &str = "password";

/// How many answers a challenge wants.
const fn questions(ask: &Ask) -> usize {
    match ask {
        Ask::SendTo(_) | Ask::Code { .. } | Ask::Captcha => 1,
        Ask::Questions(questions) => questions.len(),
        Ask::Selections(questions) => questions.len(),
    }
}

/// Whether a text is longer than any bank's may be, so that no bank is asked.
fn is_longer(text: &Sensitive, most: usize) -> bool {
    text.expose().chars().nth(most).is_some()
}

/// Whether the bank says that what was typed is wrong.
const fn is_refusal(code: ErrorCode) -> bool {
    matches!(code, ErrorCode::InvalidCredentials | ErrorCode::InvalidMfa)
}

/// Whether a stored grant that the bank refuses with this code is mended by signing in again.
const fn wants_sign_in(code: ErrorCode) -> bool {
    matches!(
        code,
        ErrorCode::AccessNotGranted
            | ErrorCode::InsufficientCredentials
            | ErrorCode::InvalidCredentials
            | ErrorCode::InvalidMfa
            | ErrorCode::ItemLoginRequired
            | ErrorCode::UserInputTimeout
    )
}
