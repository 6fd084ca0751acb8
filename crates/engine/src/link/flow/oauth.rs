//! Signing in on the bank's own pages: the way there, the way back, and what can go wrong between.

use super::effect::Effect;
use super::input::OauthEnd;
use super::plan::OauthWay;
use super::state::{At, Errand};
use super::turn::Turn;
use selvedge_banks::BankError;
use selvedge_model::ErrorCode;
use selvedge_wire::callback::{EventName, ViewName};

/// The pane before there is a way to the bank.
pub(super) const fn unmade() -> At {
    At::Oauth {
        path: String::new(),
        left: false,
    }
}

impl Turn<'_> {
    /// Makes a way to the bank's own pages; each is good for one visit.
    pub(super) fn authorize(&mut self) {
        let Some(institution) = self.bank_id() else {
            return;
        };
        // Whoever is on the pane already stays there.
        let back = if matches!(self.state.at, At::Oauth { .. }) {
            self.state.at.clone()
        } else {
            unmade()
        };
        self.wait(Errand::Authorize, back, Effect::Authorize { institution });
    }

    /// The way is made.
    pub(super) fn authorized(&mut self, result: Result<String, BankError>) {
        let At::Waiting {
            errand: Errand::Authorize,
            back,
            ..
        } = &self.state.at
        else {
            return;
        };
        let again = matches!(back.as_ref(), At::Oauth { path, .. } if !path.is_empty());
        match result {
            Ok(path) => {
                self.state.at = At::Oauth { path, left: false };
                if !again {
                    self.tell_view(ViewName::Oauth, None);
                }
            }
            Err(error) if error.code() == ErrorCode::InvalidLinkToken => self.expire_now(),
            Err(error) => self.fail(error.code(), unmade()),
        }
    }

    /// The person went to the bank.
    pub(super) fn oauth_left(&mut self) {
        let At::Oauth { left, .. } = &mut self.state.at else {
            return;
        };
        if *left {
            return;
        }
        *left = true;
        self.tell(EventName::OpenOauth);
        if self.plan.oauth == OauthWay::Redirect {
            self.page_goes_away();
        }
    }

    /// The bank's window seems to be closed, or nothing came back in time. That may be wrong, so whatever
    /// comes back later still counts.
    pub(super) fn oauth_given_up(&mut self, event: EventName) {
        if matches!(self.state.at, At::Oauth { left: true, .. }) {
            self.tell(event);
            self.authorize();
        }
    }

    /// The bank sent the person back.
    pub(super) fn oauth_back(&mut self, end: OauthEnd) {
        let (Some(institution), true) = (self.bank_id(), at_bank(&self.state.at)) else {
            return;
        };
        match end {
            OauthEnd::Code(code) => {
                self.wait(Errand::Redeem, unmade(), Effect::Redeem { institution, code });
            }
            OauthEnd::Refused(name) => self.fail(refusal(&name), unmade()),
        }
    }
}

/// Whether the person can be on the bank's pages.
fn at_bank(at: &At) -> bool {
    if let At::Oauth { path, .. } = at {
        return !path.is_empty();
    }
    if let At::Leaving(back)
    | At::Waiting {
        errand: Errand::Authorize,
        back,
        ..
    } = at
    {
        return at_bank(back);
    }
    false
}

/// What an OAuth error of a bank means.
fn refusal(name: &str) -> ErrorCode {
    match name {
        "access_denied" => ErrorCode::AccessNotGranted,
        "login_required" | "interaction_required" | "account_selection_required" | "consent_required" => {
            ErrorCode::InsufficientCredentials
        }
        "server_error" => ErrorCode::InstitutionNotResponding,
        "temporarily_unavailable" => ErrorCode::InstitutionDown,
        "unauthorized_client" | "invalid_client" => ErrorCode::InstitutionRegistrationRequired,
        name => OWN_NAMES
            .iter()
            .copied()
            .find(|code| name.eq_ignore_ascii_case(code.as_str()))
            .unwrap_or(ErrorCode::UnsupportedResponse),
    }
}

/// Codes that a bank may name as they are.
const OWN_NAMES: &[ErrorCode] = &[
    ErrorCode::AccessNotGranted,
    ErrorCode::InsufficientCredentials,
    ErrorCode::NoAccounts,
    ErrorCode::NoAuthAccounts,
    ErrorCode::ItemLocked,
    ErrorCode::UserSetupRequired,
];
