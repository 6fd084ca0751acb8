//! Link: the tokens that a session is made with, and the session itself.
//!
//! What happens at each step is `flow`: one pure function over the state of a session. Everything that
//! touches the database, a bank or a token is around it: `session` opens and turns sessions, `settle` writes
//! what came of one.

pub mod flow;
mod rules;
mod session;
mod token;
mod view;

pub use session::{Departure, Handle, Landing, Return, Start, Started, Tiles, Turn, Way};
pub use view::{Accent, Appearance, Callback, Ended, Look, Standing, Texts, View};
