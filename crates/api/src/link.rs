//! `/link/token/…`, and Link without a browser.

use crate::dispatch::handlers;
use selvedge_wire::endpoint::complete::LinkComplete;
use selvedge_wire::endpoint::link::{LinkTokenCreate, LinkTokenGet};

handlers! {
    LinkTokenCreate: |engine, call, request| engine.create_link_token(&call, request).await;
    LinkTokenGet: |engine, call, request| engine.link_token_get(&call, request.link_token).await;
    LinkComplete: |engine, call, request| engine.link_complete(&call, request).await;
}
