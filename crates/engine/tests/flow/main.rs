//! Link's state machine, through the public interface of the crate: sessions at the test bank, and random walks.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop where it fails"
)]

mod banks;
mod choosing;
mod diagram;
mod leaving;
mod linking;
mod own_pages;
mod stage;
mod updating;
mod walk;
