//! `/processor/…` as the app calls it.

use crate::dispatch::Handle;
use selvedge_engine::{Answer, Call, Engine};
use selvedge_model::Error;
use selvedge_wire::endpoint::processor::{
    ApexTokenCreate, PermissionsGet, PermissionsSet, ProcessorTokenCreate, ProcessorWebhookUpdate,
    StripeTokenCreate,
};

impl Handle for ProcessorTokenCreate {
    async fn handle(
        engine: &Engine,
        call: Call<'_>,
        request: Self::Request,
    ) -> Result<Answer<Self::Response>, Error> {
        engine.create_processor_token(&call, request).await
    }
}

impl Handle for StripeTokenCreate {
    async fn handle(
        engine: &Engine,
        call: Call<'_>,
        request: Self::Request,
    ) -> Result<Answer<Self::Response>, Error> {
        engine.create_stripe_token(&call, request).await
    }
}

impl Handle for ApexTokenCreate {
    async fn handle(
        engine: &Engine,
        call: Call<'_>,
        request: Self::Request,
    ) -> Result<Answer<Self::Response>, Error> {
        engine.create_apex_token(&call, request).await
    }
}

impl Handle for PermissionsSet {
    async fn handle(
        engine: &Engine,
        call: Call<'_>,
        request: Self::Request,
    ) -> Result<Answer<Self::Response>, Error> {
        engine.set_permissions(&call, &request).await
    }
}

impl Handle for PermissionsGet {
    async fn handle(
        engine: &Engine,
        call: Call<'_>,
        request: Self::Request,
    ) -> Result<Answer<Self::Response>, Error> {
        Ok(engine.permissions(&call, &request.processor_token).await?.into())
    }
}

impl Handle for ProcessorWebhookUpdate {
    async fn handle(
        engine: &Engine,
        call: Call<'_>,
        request: Self::Request,
    ) -> Result<Answer<Self::Response>, Error> {
        engine
            .update_processor_webhook(&call, &request.processor_token, request.webhook)
            .await
    }
}
