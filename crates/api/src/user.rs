//! `/user/…`.

use crate::dispatch::Handle;
use selvedge_engine::{Answer, Call, Engine};
use selvedge_model::Error;
use selvedge_wire::endpoint::user::{UserCreate, UserGet, UserRemove};

impl Handle for UserCreate {
    async fn handle(
        engine: &Engine,
        call: Call<'_>,
        request: Self::Request,
    ) -> Result<Answer<Self::Response>, Error> {
        engine.create_user(&call, &request).await
    }
}

impl Handle for UserGet {
    async fn handle(
        engine: &Engine,
        call: Call<'_>,
        request: Self::Request,
    ) -> Result<Answer<Self::Response>, Error> {
        Ok(engine.user_get(&call, &request.user_id).await?.into())
    }
}

impl Handle for UserRemove {
    async fn handle(
        engine: &Engine,
        call: Call<'_>,
        request: Self::Request,
    ) -> Result<Answer<Self::Response>, Error> {
        engine.remove_user(&call, request).await
    }
}
