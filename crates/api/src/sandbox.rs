//! `/sandbox/…`.

use crate::dispatch::Handle;
use selvedge_engine::{Answer, Call, Engine};
use selvedge_model::Error;
use selvedge_wire::endpoint::sandbox::{
    FireWebhook, ResetLogin, SandboxProcessorTokenCreate, SandboxPublicTokenCreate, SetVerificationStatus,
};

impl Handle for SandboxPublicTokenCreate {
    async fn handle(
        engine: &Engine,
        call: Call<'_>,
        request: Self::Request,
    ) -> Result<Answer<Self::Response>, Error> {
        engine.sandbox_public_token(&call, request).await
    }
}

impl Handle for SandboxProcessorTokenCreate {
    async fn handle(
        engine: &Engine,
        call: Call<'_>,
        request: Self::Request,
    ) -> Result<Answer<Self::Response>, Error> {
        engine.sandbox_processor_token(&call, request).await
    }
}

impl Handle for FireWebhook {
    async fn handle(
        engine: &Engine,
        call: Call<'_>,
        request: Self::Request,
    ) -> Result<Answer<Self::Response>, Error> {
        engine.fire_webhook(&call, &request).await
    }
}

impl Handle for ResetLogin {
    async fn handle(
        engine: &Engine,
        call: Call<'_>,
        request: Self::Request,
    ) -> Result<Answer<Self::Response>, Error> {
        engine.reset_login(&call, &request.access_token).await
    }
}

impl Handle for SetVerificationStatus {
    async fn handle(
        engine: &Engine,
        call: Call<'_>,
        request: Self::Request,
    ) -> Result<Answer<Self::Response>, Error> {
        engine.set_verification_status(&call, &request).await
    }
}
