//! The test bank as an OAuth server: what its own site does, without HTTP and without words.
//!
//! It keeps nothing. What a visit needs next travels with the person as a sealed ticket, and the code at its end
//! is sealed too: so any process with the same keys can go on. A code is therefore good more than once while it
//! lasts; the state and the verifier of whoever asked are what is used once.

mod code;
mod outcome;
mod request;
mod ticket;
mod visit;

pub use outcome::Outcome;
pub use request::{AuthorizationRequest, LONGEST_NAME, Refusal};
pub use ticket::TicketFault;
pub use visit::{Decision, Ending, Scene, SiteError, Stage, Walk};

pub(super) use code::redeem;
pub(super) use request::{address, issuer};
pub(super) use ticket::Keys;

/// The name that our program has at the test bank.
pub const CLIENT_ID: &str = "selvedge";
/// Where the bank sends people back to, on our own site.
pub const RETURN_PATH: &str = "/link/oauth/return";
/// Where the sites of the test banks are.
pub const SITE_PATH: &str = "/test-bank";
