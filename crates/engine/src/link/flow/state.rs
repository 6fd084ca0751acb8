//! Where a session is. Stored sealed between two steps: it may hold a grant or a half-finished sign-in.

use super::pane::Bank;
use selvedge_banks::connector::Ask;
use selvedge_model::ErrorCode;
use selvedge_model::id::InstitutionId;
use selvedge_wire::callback::ExitStatus;
use selvedge_wire::endpoint::link::LinkedAccount;
use serde::{Deserialize, Serialize};

/// The state of a session.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_debug_implementations, reason = "holds grants and tokens")]
pub struct State {
    /// Where it is.
    pub at: At,
    /// The chosen bank.
    pub bank: Option<Bank>,
    /// The last error that the person met; it stays when they recover.
    pub error: Option<ErrorCode>,
    /// What was searched for last.
    pub query: Option<String>,
    /// What is linked so far, oldest first.
    pub linked: Vec<Linked>,
}

/// Where a session is.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_debug_implementations, reason = "holds grants and tokens")]
pub enum At {
    /// Not opened yet.
    Closed,
    /// What will be shared.
    Consent,
    /// Picking a bank.
    Institutions,
    /// The picked bank works badly or not at all.
    Unwell,
    /// The bank's credentials; with what was wrong with the last ones.
    Credentials(Option<ErrorCode>),
    /// The bank asks for more.
    Challenge {
        /// What it asks.
        ask: Ask,
        /// The state to go on with.
        pending: Vec<u8>,
        /// What was wrong with the last answer.
        trouble: Option<ErrorCode>,
    },
    /// About to go to the bank's own pages, or there.
    Oauth {
        /// The way there.
        path: String,
        /// Whether the person went.
        left: bool,
    },
    /// An effect runs. With where to go back to when it is cut off.
    Waiting(Box<At>),
    /// Choosing accounts.
    Accounts {
        /// The grant.
        grant: Vec<u8>,
        /// What can be chosen, and what cannot.
        offers: Vec<Offer>,
        /// What was wrong with the last choice.
        trouble: Option<ErrorCode>,
    },
    /// Something went wrong; the pane says what and offers a way on.
    Failed(ErrorCode),
    /// The bank is linked.
    Connected,
    /// Whether to leave; with where to go back to.
    Leaving(Box<At>),
    /// The link token ended.
    Expired,
    /// Over.
    Over {
        /// Where it was left; `None` after a success.
        status: Option<ExitStatus>,
    },
}

/// An account that the bank showed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    /// The bank's id.
    pub external: String,
    /// What the holder sees.
    pub name: String,
    /// The end of its number.
    pub mask: Option<String>,
    /// The family.
    pub kind: selvedge_model::account::AccountType,
    /// The subtype.
    pub subtype: String,
    /// Why it cannot be chosen.
    pub barred: Option<super::pane::Why>,
    /// Whether it is chosen at first.
    pub chosen: bool,
}

/// A bank that was linked in this session.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_debug_implementations, reason = "holds a token")]
pub struct Linked {
    /// The bank.
    pub institution: InstitutionId,
    /// Its name.
    pub name: String,
    /// What the app gets.
    pub public_token: String,
    /// The shared accounts.
    pub accounts: Vec<LinkedAccount>,
}
