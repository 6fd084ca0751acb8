//! One session of Link as a state machine: `step(plan, banks, state, input)` gives the next state, what to
//! tell the page, and at most one thing to do outside.
//!
//! Pure and total: no clock, no randomness, no database, and an answer to every input in every state. What
//! the person sees is a function of the state too ([`Pane`]), so a reload shows the same pane again.

mod effect;
mod input;
mod pane;
mod plan;
mod state;

pub use effect::{Done, Effect, Ending, Outcome, Told};
pub use input::{Input, OauthEnd};
pub use pane::{AccountChoice, Bank, Field, FieldKind, Pane, Trouble, WayOn, Why};
pub use plan::{AccountMode, OauthWay, Plan, Purpose};
pub use state::{At, Linked, Offer, State};
