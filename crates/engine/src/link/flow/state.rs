//! Where a session is. Stored sealed between two steps: it may hold a grant or a half-finished sign-in, and
//! never what the person typed.

use super::effect::Told;
use super::pane::{Bank, WayOn};
use selvedge_banks::connector::Ask;
use selvedge_banks::institution::Health;
use selvedge_model::ErrorCode;
use selvedge_model::id::InstitutionId;
use selvedge_wire::callback::{ExitStatus, ViewName};
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
    /// What counts against the link token, whichever of its sessions did it: how often a bank refused what was
    /// typed, and one for each that is being asked. Kept with the token, not with the session.
    #[serde(skip)]
    pub tries: u8,
    /// What happened while the page was away at a bank, to be told when it is back; `None` while the page is
    /// there.
    pub held: Option<Vec<Told>>,
    /// On which pane it was told last that the person looked at what exactly is shared.
    #[serde(default)]
    pub types_seen: Option<ViewName>,
}

impl State {
    /// A session that is not opened yet.
    pub const fn new() -> Self {
        Self {
            at: At::Closed,
            bank: None,
            error: None,
            query: None,
            linked: Vec::new(),
            tries: 0,
            held: None,
            types_seen: None,
        }
    }

    /// What is linked and was not removed since, oldest first.
    pub fn standing_links(&self) -> impl Iterator<Item = &Linked> {
        self.linked.iter().filter(|linked| !linked.gone)
    }

    /// Whether anything is linked that was not removed since.
    pub fn has_linked(&self) -> bool {
        self.standing_links().next().is_some()
    }

    /// Whether an effect runs.
    pub const fn is_waiting(&self) -> bool {
        matches!(self.at, At::Waiting { .. })
    }

    /// Whether the session is over.
    pub const fn is_over(&self) -> bool {
        matches!(self.at, At::Over { .. })
    }
}

impl Default for State {
    fn default() -> Self {
        Self::new()
    }
}

/// Where a session is.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_debug_implementations, reason = "holds grants and tokens")]
pub enum At {
    /// Not opened yet.
    Closed,
    /// What will be shared.
    Consent,
    /// Before the grant that an Item has already is tried; never seen, only gone back to.
    Stored,
    /// Picking a bank.
    Institutions,
    /// The picked bank works badly or not at all.
    Unwell(Health),
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
        /// The way there; empty where one has yet to be made.
        path: String,
        /// Whether the person went.
        left: bool,
    },
    /// An effect runs.
    Waiting {
        /// Which.
        errand: Errand,
        /// Where to go on when it fails or is cut off.
        back: Box<Self>,
        /// Whether the person closed Link meanwhile, so that it ends as soon as the effect has.
        closing: bool,
    },
    /// Choosing accounts.
    Accounts {
        /// The grant.
        grant: Vec<u8>,
        /// What can be chosen, and what cannot.
        offers: Vec<Offer>,
        /// What was wrong with the last choice.
        trouble: Option<ErrorCode>,
        /// Where the grant came from.
        from: Box<Self>,
    },
    /// Something went wrong; the pane says what and offers a way on.
    Failed {
        /// What.
        code: ErrorCode,
        /// The way on.
        way_on: WayOn,
        /// Where to try again.
        back: Box<Self>,
    },
    /// The bank is linked.
    Connected,
    /// Whether to leave; with where to go back to.
    Leaving(Box<Self>),
    /// The link token ended.
    Expired,
    /// Over.
    Over {
        /// Where it was left; `None` after a success.
        status: Option<ExitStatus>,
    },
}

/// What is done outside while a session waits.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_debug_implementations, reason = "holds a grant")]
pub enum Errand {
    /// [`super::Effect::SignIn`].
    SignIn,
    /// [`super::Effect::Resume`].
    Resume,
    /// [`super::Effect::Authorize`].
    Authorize,
    /// [`super::Effect::Redeem`].
    Redeem,
    /// [`super::Effect::Regain`].
    Regain,
    /// [`super::Effect::Accounts`].
    Accounts {
        /// The grant.
        grant: Vec<u8>,
    },
    /// [`super::Effect::Settle`].
    Settle,
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
    /// Whether its numbers have yet to be proved by a deposit, so that it is chosen alone.
    pub unproved: bool,
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
    /// Whether the page was told that the app has it.
    pub handed_off: bool,
    /// Whether the app has removed the Item since: then token and accounts are forgotten, and only the place stays.
    #[serde(default)]
    pub gone: bool,
}
