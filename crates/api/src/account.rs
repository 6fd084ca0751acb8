//! `/accounts/…` and `/auth/get`.

use crate::dispatch::handlers;
use selvedge_model::id::AccountId;
use selvedge_wire::endpoint::account::{AccountOptions, AccountsBalanceGet, AccountsGet, AuthGet};

handlers! {
    AccountsGet: |engine, call, request| {
        engine.accounts_get(&call, &request.access_token, chosen(request.options.as_ref())).await
    };
    AccountsBalanceGet: |engine, call, request| {
        engine.balance_get(&call, &request.access_token, &request.options.unwrap_or_default()).await
    };
    AuthGet: |engine, call, request| {
        engine.auth_get(&call, &request.access_token, chosen(request.options.as_ref())).await
    };
}

/// The accounts that the options name.
pub(crate) fn chosen(options: Option<&AccountOptions>) -> Option<&[AccountId]> {
    options.and_then(|options| options.account_ids.as_deref())
}
