//! `/identity/…`.

use crate::account::chosen;
use crate::dispatch::Handle;
use selvedge_engine::{Answer, Call, Engine};
use selvedge_model::Error;
use selvedge_wire::endpoint::identity::{IdentityGet, IdentityMatch};

impl Handle for IdentityGet {
    async fn handle(
        engine: &Engine,
        call: Call<'_>,
        request: Self::Request,
    ) -> Result<Answer<Self::Response>, Error> {
        Ok(engine
            .identity_get(&call, &request.access_token, chosen(request.options.as_ref()))
            .await?
            .into())
    }
}

impl Handle for IdentityMatch {
    async fn handle(
        engine: &Engine,
        call: Call<'_>,
        request: Self::Request,
    ) -> Result<Answer<Self::Response>, Error> {
        let user = request.user.unwrap_or_default();
        let chosen = chosen(request.options.as_ref());
        Ok(engine
            .identity_match(&call, &request.access_token, chosen, &user)
            .await?
            .into())
    }
}
