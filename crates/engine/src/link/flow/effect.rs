//! What a step asks to be done outside, what came of it, and what a step gives.

use super::pane::Bank;
use super::state::State;
use selvedge_banks::BankError;
use selvedge_banks::connector::{BankAccount, Grant, Pending, Step};
use selvedge_model::id::{AccountId, InstitutionId};
use selvedge_model::{ErrorCode, Sensitive};
use selvedge_wire::callback::{EventName, ExitStatus, MatchReason, MfaType, ViewName};
use selvedge_wire::endpoint::link::LinkedAccount;
use serde::{Deserialize, Serialize};

/// What one step gives.
#[expect(missing_debug_implementations, reason = "may hold credentials")]
pub struct Outcome {
    /// The state from now on.
    pub state: State,
    /// What the page is told, in order.
    pub told: Vec<Told>,
    /// What to do before anything else happens; its result comes back as [`super::Input::Done`].
    pub effect: Option<Effect>,
}

/// Something to be done outside: a bank is asked, or the database written.
#[expect(missing_debug_implementations, reason = "holds credentials")]
pub enum Effect {
    /// Signs in with the person's credentials.
    SignIn {
        /// Where.
        institution: InstitutionId,
        /// The login name.
        username: Sensitive,
        /// The password.
        password: Sensitive,
    },
    /// Goes on with a sign-in.
    Resume {
        /// Where.
        institution: InstitutionId,
        /// The state of the sign-in.
        pending: Pending,
        /// The person's answers.
        answers: Vec<Sensitive>,
    },
    /// Makes a way to the bank's own pages.
    Authorize {
        /// Which bank.
        institution: InstitutionId,
    },
    /// Turns the bank's code into a grant.
    Redeem {
        /// Which bank.
        institution: InstitutionId,
        /// The code.
        code: Sensitive,
    },
    /// Tries the grant that an Item has already (update mode).
    Regain,
    /// Asks the bank for the accounts of a grant.
    Accounts {
        /// Which bank.
        institution: InstitutionId,
        /// The grant.
        grant: Grant,
    },
    /// Fetches numbers and owners of the chosen accounts and writes the Item, or changes it (update mode).
    Settle {
        /// Which bank.
        institution: InstitutionId,
        /// The grant.
        grant: Grant,
        /// The bank's ids of the chosen accounts, in its order.
        accounts: Vec<String>,
    },
}

/// What came of an effect.
#[expect(missing_debug_implementations, reason = "may hold a grant or a token")]
pub enum Done {
    /// Of `SignIn`, `Resume`, `Redeem` (never a challenge) and `Regain` (never a challenge).
    SignedIn(Result<Step, BankError>),
    /// Of `Authorize`: the path on our own site that leads to the bank, good for one visit.
    Authorized(Result<String, BankError>),
    /// Of `Accounts`.
    Accounts(Result<Listing, BankError>),
    /// Of `Settle`.
    Settled(Result<Settled, ErrorCode>),
}

/// The accounts of a grant.
#[derive(Debug, Clone)]
pub struct Listing {
    /// All of them, in the bank's order; with which of them an Item in update mode shares now.
    pub accounts: Vec<(BankAccount, Shared)>,
    /// Whose they are.
    pub login: Login,
}

/// Whether a grant is of the login that an Item was linked with (update mode).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Login {
    /// It is.
    Same,
    /// It is of another one.
    Other,
    /// The bank does not tell, or no Item is updated.
    Unknown,
}

/// Whether an account is shared already (update mode).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shared {
    /// It is.
    Already,
    /// It is not.
    NotYet,
}

/// An Item that was written.
#[derive(Clone)]
#[expect(missing_debug_implementations, reason = "holds a token")]
pub struct Settled {
    /// What the app gets.
    pub public_token: Sensitive,
    /// The accounts that are shared now.
    pub accounts: Vec<LinkedAccount>,
    /// Their ids.
    pub ids: Vec<AccountId>,
}

/// One event before it has an id and a time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// Its name.
    pub name: EventName,
    /// The bank, once there is one.
    pub bank: Option<Bank>,
    /// The pane.
    pub view: Option<ViewName>,
    /// The kind of second factor.
    pub mfa: Option<MfaType>,
    /// On errors and exits.
    pub error: Option<ErrorCode>,
    /// On exits.
    pub status: Option<ExitStatus>,
    /// What was searched for.
    pub query: Option<String>,
    /// Why the bank was offered first.
    pub matched: Option<MatchReason>,
    /// On `OPEN`: whether an existing Item is updated.
    pub update: Option<bool>,
}

/// How a session ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ending {
    /// At least one bank is linked.
    Success,
    /// None is.
    Exit {
        /// The last error that the person met.
        error: Option<ErrorCode>,
        /// Where it was left.
        status: Option<ExitStatus>,
    },
}
