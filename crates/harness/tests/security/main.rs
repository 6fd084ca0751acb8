//! The abuse and fault cases that need the whole app: races, tenants, leaks, kills. docs/security-cases.md
//! says which case is tested where.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test stops at the first surprise"
)]

mod canary;
mod credentials;
mod fuzz;
mod kill;
mod link;
mod probes;
mod races;
mod redirects;
mod register;
mod removal;
mod rolled_back;
mod rows;
mod stolen;
mod tampered;
mod tenants;
mod unicode;
mod world;

/// The usual bank of the tests.
const BANK: &str = "ins_109508";
