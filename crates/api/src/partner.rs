//! `/processor/…` as a partner calls it.

use crate::dispatch::Handle;
use selvedge_engine::{Answer, Call, Engine};
use selvedge_model::Error;
use selvedge_wire::endpoint::partner::{
    ProcessorAccountGet, ProcessorAuthGet, ProcessorBalanceGet, ProcessorIdentityGet, ProcessorIdentityMatch,
};

impl Handle for ProcessorAuthGet {
    async fn handle(
        engine: &Engine,
        call: Call<'_>,
        request: Self::Request,
    ) -> Result<Answer<Self::Response>, Error> {
        Ok(engine
            .processor_auth(&call, &request.processor_token)
            .await?
            .into())
    }
}

impl Handle for ProcessorAccountGet {
    async fn handle(
        engine: &Engine,
        call: Call<'_>,
        request: Self::Request,
    ) -> Result<Answer<Self::Response>, Error> {
        Ok(engine
            .processor_account(&call, &request.processor_token)
            .await?
            .into())
    }
}

impl Handle for ProcessorBalanceGet {
    async fn handle(
        engine: &Engine,
        call: Call<'_>,
        request: Self::Request,
    ) -> Result<Answer<Self::Response>, Error> {
        Ok(engine.processor_balance(&call, &request).await?.into())
    }
}

impl Handle for ProcessorIdentityGet {
    async fn handle(
        engine: &Engine,
        call: Call<'_>,
        request: Self::Request,
    ) -> Result<Answer<Self::Response>, Error> {
        Ok(engine
            .processor_identity(&call, &request.processor_token)
            .await?
            .into())
    }
}

impl Handle for ProcessorIdentityMatch {
    async fn handle(
        engine: &Engine,
        call: Call<'_>,
        request: Self::Request,
    ) -> Result<Answer<Self::Response>, Error> {
        Ok(engine.processor_match(&call, &request).await?.into())
    }
}
