//! Link: the tokens that a session is made with, and the session itself.
//!
//! What happens at each step is `flow`: one pure function over the state of a session. Everything that
//! touches the database, a bank or a token is around it: `session` opens and turns sessions, `settle` writes
//! what came of one.

mod accent;
mod address;
mod app_name;
mod complete;
mod crossing;
mod customization;
mod driver;
pub mod flow;
mod hosted;
mod logo;
mod look;
mod news;
mod oauth;
mod opening;
mod record;
mod renew;
mod rules;
mod seen;
mod session;
mod settings;
mod settle;
mod sweep;
mod terms;
mod token;
mod told;
mod view;

pub use hosted::Hosted;
pub use session::{Crossing, Departure, Handle, Landing, Return, Start, Started, Tiles, Turn, Way};
pub use settings::LinkChange;
pub use view::{Accent, Appearance, Callback, Ended, Look, Standing, Texts, View, WindowProof};
