//! One session of Link as a state machine: `step(plan, banks, state, input)` gives the next state, what to
//! tell the page, and at most one thing to do outside.
//!
//! Pure and total: no clock, no randomness, no database, and an answer to every input in every state. What
//! the person sees is a function of the state too ([`Pane`]), so a reload shows the same pane again. An input
//! that does not fit the state changes nothing: it comes from a page that is behind, or that was tampered with.

mod accounts;
mod banks;
mod effect;
mod input;
mod leave;
mod oauth;
mod offers;
mod pane;
mod plan;
mod show;
mod sign_in;
mod start;
mod state;
mod turn;
mod way_on;

pub use effect::{Done, Effect, Ending, Listing, Login, Outcome, Settled, Shared, Told};
pub use input::{Input, OauthEnd};
pub use leave::ending;
pub use pane::{AccountChoice, Bank, Field, FieldKind, Pane, Trouble, WayOn, Why};
pub use plan::{AccountMode, OauthWay, Plan, Purpose};
pub use show::{can_go_back, pane, progress, standing};
pub use state::{At, Errand, Linked, Offer, State};

use selvedge_banks::Catalogue;
use selvedge_wire::callback::EventName;
use turn::Turn;

/// What `input` makes of `state`.
pub fn step(plan: &Plan, banks: &Catalogue, state: State, input: Input) -> Outcome {
    let mut turn = Turn::new(plan, banks, state);
    let elsewhere = matches!(
        input,
        Input::Done(_) | Input::Interrupted | Input::OauthBack(_) | Input::Reopen | Input::Removed(_)
    );
    if !elsewhere {
        turn.page_is_back();
    }
    turn.take(input);
    turn.end()
}

impl Turn<'_> {
    /// What came of the last effect. What belongs to an earlier one says nothing any more.
    fn done(&mut self, done: Done) {
        match done {
            Done::SignedIn(result) => self.signed_in(result),
            Done::Authorized(result) => self.authorized(result),
            Done::Accounts(result) => self.listed(result),
            Done::Settled(result) => self.settled(result),
        }
    }

    fn take(&mut self, input: Input) {
        match input {
            Input::Open => self.open(),
            Input::Agree => self.agree(),
            Input::ShowDataTypes => self.show_data_types(),
            Input::Search(query) => self.search(&query),
            Input::Choose { institution, query } => self.choose(&institution, query.as_deref()),
            Input::GoOn => self.go_on(),
            Input::Credentials(values) => self.credentials(&values),
            Input::Answers(answers) => self.answers(answers),
            Input::OauthLeft => self.oauth_left(),
            Input::OauthClosed => self.oauth_given_up(EventName::CloseOauth),
            Input::OauthLate => self.oauth_given_up(EventName::FailOauth),
            Input::Accounts(keys) => self.choose_accounts(&keys),
            Input::Back => self.back(),
            Input::Retry => self.retry(),
            Input::AnotherBank => self.another_bank(),
            Input::Another => self.another(),
            Input::Finish => self.finish(),
            Input::Leave => self.leave(),
            Input::Stay => self.stay(),
            Input::LeaveNow => self.close(),
            Input::Expire => self.expire(),
            Input::Reopen => self.reopen(),
            Input::OauthBack(end) => self.oauth_back(end),
            Input::Removed(place) => self.forget(place),
            Input::Done(done) => self.done(*done),
            Input::Interrupted => self.interrupted(),
        }
    }
}
