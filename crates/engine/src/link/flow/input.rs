//! What can happen to a session: what the person does, and what came of what was done outside.

use super::effect::Done;
use selvedge_model::Sensitive;
use selvedge_model::id::InstitutionId;

/// Something that happens to a session.
#[expect(missing_debug_implementations, reason = "holds credentials")]
pub enum Input {
    /// Link was opened.
    Open,
    /// The page came back from a bank and opened Link again.
    Reopen,
    /// Agrees to what is shared.
    Agree,
    /// Looks at what exactly is shared.
    ShowDataTypes,
    /// Searched for a bank and paused.
    Search(String),
    /// Picks a bank; with what was typed to find it.
    Choose {
        /// The bank.
        institution: InstitutionId,
        /// What was typed to find it.
        query: Option<String>,
    },
    /// Goes on in spite of a warning, or after a message that only had to be read.
    GoOn,
    /// Gives the credentials: a value for each field of the pane, by its name.
    Credentials(Vec<(String, Sensitive)>),
    /// Answers the bank's challenge: one answer for each question.
    Answers(Vec<Sensitive>),
    /// Went to the bank's own pages.
    OauthLeft,
    /// The bank's window seems to be closed.
    OauthClosed,
    /// Nothing came back from the bank in time.
    OauthLate,
    /// The bank's pages sent the person back.
    OauthBack(OauthEnd),
    /// Shares these accounts, by the keys of the pane.
    Accounts(Vec<String>),
    /// One pane back.
    Back,
    /// Tries again what failed, or picks another bank where trying again cannot help.
    Retry,
    /// Picks another bank.
    AnotherBank,
    /// Links another bank after one is linked.
    Another,
    /// Is done: the bank is linked.
    Finish,
    /// Wants to close Link.
    Leave,
    /// Stays after all.
    Stay,
    /// Closes Link for good.
    LeaveNow,
    /// The link token ended while Link was open.
    Expire,
    /// The app removed the Item that is linked at this place.
    Removed(usize),
    /// What came of the last effect.
    Done(Box<Done>),
    /// The last effect was cut off; nobody knows how it ended.
    Interrupted,
}

/// How a visit to a bank's own pages ended.
#[derive(Clone)]
#[expect(missing_debug_implementations, reason = "holds an authorization code")]
pub enum OauthEnd {
    /// With a code that stands for the person's consent.
    Code(Sensitive),
    /// With an error of the bank's, by its OAuth name.
    Refused(String),
}
