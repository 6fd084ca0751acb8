//! The test bench: the whole app in one process, with a clock that tests move, and every answer held
//! against the published schemas before a test sees it.
//!
//! It opens no socket: requests go straight into the router. It is compiled for tests only.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::missing_panics_doc,
    clippy::indexing_slicing,
    reason = "a test stops at the first surprise, and so does its bench"
)]

mod answer;
mod bench;
mod call;
mod clock;
mod contract;
mod crossing;
mod entropy;
pub mod fuzz;
mod held;
mod item;
pub mod kill;
pub mod outside;
mod page;
mod place;
mod session;

pub use answer::{Answer, redacted};
pub use bench::{Bench, Keys};
pub use call::Call;
pub use clock::ManualClock;
pub use entropy::SeededEntropy;
pub use held::HeldBank;
pub use item::{Linked, Order};
pub use page::{Page, overlay};
pub use session::session;
