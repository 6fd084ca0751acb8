//! `/selvedge/…`: teams and partners of the sandbox.

use crate::dispatch::Handle;
use selvedge_engine::{Answer, Call, Engine};
use selvedge_model::Error;
use selvedge_wire::endpoint::operator::{PartnerCreate, TeamCreate, TeamReset};

impl Handle for TeamCreate {
    async fn handle(
        engine: &Engine,
        call: Call<'_>,
        request: Self::Request,
    ) -> Result<Answer<Self::Response>, Error> {
        Ok(engine.team_create(&call, &request).await?.into())
    }
}

impl Handle for TeamReset {
    async fn handle(
        engine: &Engine,
        call: Call<'_>,
        _request: Self::Request,
    ) -> Result<Answer<Self::Response>, Error> {
        engine.team_reset(&call).await
    }
}

impl Handle for PartnerCreate {
    async fn handle(
        engine: &Engine,
        call: Call<'_>,
        request: Self::Request,
    ) -> Result<Answer<Self::Response>, Error> {
        Ok(engine.partner_create(&call, &request).await?.into())
    }
}
