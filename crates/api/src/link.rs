//! `/link/token/…`.

use crate::dispatch::Handle;
use selvedge_engine::{Answer, Call, Engine};
use selvedge_model::Error;
use selvedge_wire::endpoint::link::{LinkTokenCreate, LinkTokenGet};

impl Handle for LinkTokenCreate {
    async fn handle(
        engine: &Engine,
        call: Call<'_>,
        request: Self::Request,
    ) -> Result<Answer<Self::Response>, Error> {
        engine.create_link_token(&call, request).await
    }
}

impl Handle for LinkTokenGet {
    async fn handle(
        engine: &Engine,
        call: Call<'_>,
        request: Self::Request,
    ) -> Result<Answer<Self::Response>, Error> {
        Ok(engine.link_token_get(&call, request.link_token).await?.into())
    }
}
