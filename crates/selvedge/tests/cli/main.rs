//! The built command, driven as a person or a service manager would: real processes, real files, real
//! sockets. It links nothing of the program.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that fails may end at once"
)]

mod configuration;
mod doctor;
mod documents;
mod home;
mod http;
mod keys;
mod link;
mod postgres;
mod refusals;
mod starts;
mod stops;
