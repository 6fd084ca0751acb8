//! Errors: what the person can do about each, and what the buttons of its pane do.
//!
//! The words are not here.

use super::pane::WayOn;
use super::plan::{Plan, Purpose};
use super::state::At;
use super::turn::Turn;
use selvedge_model::ErrorCode;

/// The way on from an error.
pub(super) const fn of(plan: &Plan, code: ErrorCode) -> WayOn {
    if matches!(
        code,
        ErrorCode::ItemLocked | ErrorCode::UserSetupRequired | ErrorCode::PasswordResetRequired
    ) {
        WayOn::BankSite
    } else if ends(code) {
        WayOn::Close
    } else if another_try_helps(code) {
        WayOn::Retry
    } else if matches!(plan.purpose, Purpose::Link) {
        WayOn::AnotherBank
    } else if passes(code) {
        // An Item stays with its bank.
        WayOn::Retry
    } else {
        WayOn::Close
    }
}

/// Errors after which this session can do nothing more.
const fn ends(code: ErrorCode) -> bool {
    matches!(
        code,
        ErrorCode::InvalidSendMethod
            | ErrorCode::InvalidLinkToken
            | ErrorCode::InvalidAccessToken
            | ErrorCode::ItemConcurrentlyDeleted
            | ErrorCode::ItemNotFound
    )
}

/// Errors that the person mends by doing the same once more and otherwise.
const fn another_try_helps(code: ErrorCode) -> bool {
    matches!(
        code,
        ErrorCode::AccessNotGranted
            | ErrorCode::InsufficientCredentials
            | ErrorCode::InvalidCredentials
            | ErrorCode::InvalidField
            | ErrorCode::InvalidMfa
            | ErrorCode::InvalidUpdatedUsername
            | ErrorCode::ItemLoginRequired
            | ErrorCode::NoAuthAccounts
            | ErrorCode::UserInputTimeout
    )
}

/// Errors that pass with time, or with another login.
const fn passes(code: ErrorCode) -> bool {
    matches!(
        code,
        ErrorCode::InstitutionDown
            | ErrorCode::InstitutionNotAvailable
            | ErrorCode::InstitutionNotResponding
            | ErrorCode::InternalServerError
            | ErrorCode::NoAccounts
            | ErrorCode::PlannedMaintenance
            | ErrorCode::RecaptchaBad
            | ErrorCode::UnsupportedResponse
    )
}

impl Turn<'_> {
    /// The primary button of an error.
    pub(super) fn retry(&mut self) {
        if matches!(self.state.at, At::Unwell(_)) {
            return self.another_bank();
        }
        if matches!(self.state.at, At::Oauth { .. }) {
            return self.authorize();
        }
        let At::Failed { way_on, back, .. } = &self.state.at else {
            return;
        };
        let (way_on, back) = (*way_on, At::clone(back));
        match way_on {
            WayOn::Retry => self.go_on_at(back),
            WayOn::BankSite if self.is_update() => self.go_on_at(back),
            WayOn::AnotherBank | WayOn::BankSite => self.another_bank(),
            WayOn::Close => self.exit(),
        }
    }

    /// Goes back to where something failed.
    pub(super) fn go_on_at(&mut self, at: At) {
        if matches!(at, At::Stored) {
            self.connect();
        } else if matches!(at, At::Oauth { .. }) {
            self.authorize();
        } else {
            self.arrive(at);
        }
    }

    /// What is done outside was cut off, and nobody knows how it ended.
    pub(super) fn interrupted(&mut self) {
        let At::Waiting { back, closing, .. } = &self.state.at else {
            return;
        };
        let (back, closing) = (At::clone(back), *closing);
        if closing {
            self.give_up(ErrorCode::InternalServerError, back);
        } else {
            self.fail(ErrorCode::InternalServerError, back);
        }
    }

    /// Ends a session that failed after Link was closed: there is nobody to offer a way on to.
    pub(super) fn give_up(&mut self, code: ErrorCode, at: At) {
        self.tell_error(code);
        self.state.at = at;
        self.exit();
    }
}
