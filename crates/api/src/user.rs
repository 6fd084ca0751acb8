//! `/user/…`.

use crate::dispatch::handlers;
use selvedge_wire::endpoint::user::{UserCreate, UserGet, UserRemove};

handlers! {
    UserCreate: |engine, call, request| engine.create_user(&call, &request).await;
    UserGet: |engine, call, request| engine.user_get(&call, &request.user_id).await;
    UserRemove: |engine, call, request| engine.remove_user(&call, request).await;
}
