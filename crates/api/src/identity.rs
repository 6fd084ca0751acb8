//! `/identity/…`.

use crate::account::chosen;
use crate::dispatch::handlers;
use selvedge_wire::endpoint::identity::{IdentityGet, IdentityMatch};

handlers! {
    IdentityGet: |engine, call, request| {
        engine.identity_get(&call, &request.access_token, chosen(request.options.as_ref())).await
    };
    IdentityMatch: |engine, call, request| {
        let user = request.user.unwrap_or_default();
        engine.identity_match(&call, &request.access_token, chosen(request.options.as_ref()), &user).await
    };
}
