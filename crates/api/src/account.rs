//! `/accounts/…` and `/auth/get`.

use crate::dispatch::Handle;
use selvedge_engine::{Answer, Call, Engine};
use selvedge_model::Error;
use selvedge_model::id::AccountId;
use selvedge_wire::endpoint::account::{AccountOptions, AccountsBalanceGet, AccountsGet, AuthGet};

impl Handle for AccountsGet {
    async fn handle(
        engine: &Engine,
        call: Call<'_>,
        request: Self::Request,
    ) -> Result<Answer<Self::Response>, Error> {
        Ok(engine
            .accounts_get(&call, &request.access_token, chosen(request.options.as_ref()))
            .await?
            .into())
    }
}

impl Handle for AccountsBalanceGet {
    async fn handle(
        engine: &Engine,
        call: Call<'_>,
        request: Self::Request,
    ) -> Result<Answer<Self::Response>, Error> {
        Ok(engine
            .balance_get(&call, &request.access_token, &request.options.unwrap_or_default())
            .await?
            .into())
    }
}

impl Handle for AuthGet {
    async fn handle(
        engine: &Engine,
        call: Call<'_>,
        request: Self::Request,
    ) -> Result<Answer<Self::Response>, Error> {
        Ok(engine
            .auth_get(&call, &request.access_token, chosen(request.options.as_ref()))
            .await?
            .into())
    }
}
/// The accounts that the options name.
pub(crate) fn chosen(options: Option<&AccountOptions>) -> Option<&[AccountId]> {
    options.and_then(|options| options.account_ids.as_deref())
}
