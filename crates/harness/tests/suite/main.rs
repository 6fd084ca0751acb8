//! The contract, end to end: every endpoint of the whole app, as a client sees it.
//!
//! Sockets, frames and timeouts are tested where they are handled; here requests go straight into the router.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::needless_pass_by_value,
    reason = "a test stops at the first surprise"
)]

mod accounts;
mod auth;
mod bodies;
mod custom;
mod envelope;
mod guide;
mod history;
mod idempotency;
mod identity;
mod institutions;
mod items;
mod lifetimes;
mod limits;
mod link;
mod link_complete;
mod link_gone;
mod link_hosted;
mod link_limits;
mod link_look;
mod link_oauth;
mod link_pages;
mod link_session;
mod link_settings;
mod link_twice;
mod link_update;
mod matching;
mod operations;
mod partners;
mod processor;
mod production;
mod routes;
mod sandbox;
mod teams;
mod test_bank;
mod together;
mod users;
mod webhooks;
mod world;

use serde_json::Value;

/// The usual bank of the tests.
const BANK: &str = "ins_109508";
/// A bank whose numbers have to be proved by a deposit.
const HOUNDSTOOTH: &str = "ins_109512";
/// An access token of the right form that nobody was given.
const NO_TOKEN: &str = "access-sandbox-00000000-0000-0000-0000-000000000000";
/// An account id of the right form that is on no Item.
const NO_ACCOUNT: &str = "0000000000000000000000000000000000000";

/// What an app is told of a session that goes its plain way.
const PLAIN: [&str; 9] = [
    "OPEN CONSENT",
    "TV SELECT_INSTITUTION",
    "SELECT_INSTITUTION",
    "TV CREDENTIAL",
    "SUBMIT_CREDENTIALS",
    "TV LOADING",
    "TV SELECT_ACCOUNT",
    "TV CONNECTED",
    "HANDOFF",
];

/// The texts at `key` of each element of `list`.
fn each<'v>(list: &'v Value, key: &str) -> Vec<&'v str> {
    let list = list.as_array().unwrap().iter();
    list.map(|one| one[key].as_str().unwrap()).collect()
}
