//! `/link/token/…`.

use crate::dispatch::handlers;
use selvedge_wire::endpoint::link::{LinkTokenCreate, LinkTokenGet};

handlers! {
    LinkTokenCreate: |engine, call, request| engine.create_link_token(&call, request).await;
    LinkTokenGet: |engine, call, request| engine.link_token_get(&call, request.link_token).await;
}
