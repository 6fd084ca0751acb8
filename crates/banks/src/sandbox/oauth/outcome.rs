//! The endings of a visit that a tester can ask for in place of the usual one.

use crate::connector::BankError;
use selvedge_model::named_enum;

named_enum! {
    /// How a visit to the bank's own pages ends.
    pub enum Outcome {
        /// With a code, as the person chose.
        AsChosen = "as_chosen",
        /// The person says no.
        Denied = "access_denied",
        /// The bank says afterwards that the sign-in was not finished.
        InsufficientCredentials = "INSUFFICIENT_CREDENTIALS",
        /// The bank says afterwards that too little was shared.
        AccessNotGranted = "ACCESS_NOT_GRANTED",
        /// The bank says afterwards that no account that can be debited was shared.
        NoAuthAccounts = "NO_AUTH_ACCOUNTS",
        /// The bank's pages break, and say so.
        ServerError = "server_error",
        /// The bank's pages are closed for now, and say so.
        TemporarilyUnavailable = "temporarily_unavailable",
        /// The code is good, but the bank's server does not answer us.
        Silence = "no_answer",
        /// The code is good, but the bank's server answers us with a web page.
        WebPage = "web_page",
        /// Another bank says that it gave the code.
        WrongIssuer = "wrong_issuer",
        /// The person comes back with a state that is not ours.
        WrongState = "wrong_state",
        /// The bank's pages end nowhere: the person can only close the window.
        DeadEnd = "dead_end",
    }
}

/// What the browser brings back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Back {
    /// A code.
    Code,
    /// An error, by its OAuth name.
    Error(&'static str),
    /// Nothing: it stays.
    Nothing,
}

impl Outcome {
    /// What the browser brings back.
    pub(super) const fn back(self) -> Back {
        match self {
            Self::AsChosen
            | Self::InsufficientCredentials
            | Self::AccessNotGranted
            | Self::NoAuthAccounts
            | Self::Silence
            | Self::WebPage
            | Self::WrongIssuer
            | Self::WrongState => Back::Code,
            Self::Denied => Back::Error("access_denied"),
            Self::ServerError => Back::Error("server_error"),
            Self::TemporarilyUnavailable => Back::Error("temporarily_unavailable"),
            Self::DeadEnd => Back::Nothing,
        }
    }

    /// Whether it needs nobody to be signed in.
    pub fn is_early(self) -> bool {
        self.back() != Back::Code || self.refusal().is_some()
    }

    /// What the bank answers when the code is redeemed.
    pub(super) const fn refusal(self) -> Option<BankError> {
        match self {
            Self::InsufficientCredentials => Some(BankError::InsufficientCredentials),
            Self::AccessNotGranted => Some(BankError::AccessNotGranted),
            Self::NoAuthAccounts => Some(BankError::NoAuthAccounts),
            // What a connector makes of its own deadline, and of an answer that is not the protocol's.
            Self::Silence => Some(BankError::InstitutionNotResponding),
            Self::WebPage => Some(BankError::UnsupportedResponse),
            Self::AsChosen
            | Self::Denied
            | Self::ServerError
            | Self::TemporarilyUnavailable
            | Self::WrongIssuer
            | Self::WrongState
            | Self::DeadEnd => None,
        }
    }
}
