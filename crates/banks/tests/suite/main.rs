//! The test bank as the engine sees it, through the public interface of the crate only.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test may stop where it fails"
)]

mod catalogue;
mod common;
mod custom;
mod fixture;
mod login;
mod many;
mod oauth;
mod swatch;
