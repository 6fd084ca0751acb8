//! The contract, end to end: every endpoint of the whole app, as a client sees it.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops at the first surprise"
)]

mod guide;
