//! `/item/…`, and `/consent/events/get`.

use crate::dispatch::Handle;
use selvedge_engine::{Answer, Call, Engine};
use selvedge_model::Error;
use selvedge_wire::endpoint::item::{
    AccessTokenInvalidate, ConsentEventsGet, ItemActivityList, ItemGet, ItemImport, ItemRemove,
    PublicTokenCreate, PublicTokenExchange, WebhookUpdate,
};

impl Handle for PublicTokenExchange {
    async fn handle(
        engine: &Engine,
        call: Call<'_>,
        request: Self::Request,
    ) -> Result<Answer<Self::Response>, Error> {
        engine.exchange(&call, &request.public_token).await
    }
}

impl Handle for PublicTokenCreate {
    async fn handle(
        engine: &Engine,
        call: Call<'_>,
        request: Self::Request,
    ) -> Result<Answer<Self::Response>, Error> {
        engine.create_public_token(&call, &request.access_token).await
    }
}

impl Handle for ItemGet {
    async fn handle(
        engine: &Engine,
        call: Call<'_>,
        request: Self::Request,
    ) -> Result<Answer<Self::Response>, Error> {
        Ok(engine.item_get(&call, &request.access_token).await?.into())
    }
}

impl Handle for ItemRemove {
    async fn handle(
        engine: &Engine,
        call: Call<'_>,
        request: Self::Request,
    ) -> Result<Answer<Self::Response>, Error> {
        engine.remove_item(&call, &request).await
    }
}

impl Handle for WebhookUpdate {
    async fn handle(
        engine: &Engine,
        call: Call<'_>,
        request: Self::Request,
    ) -> Result<Answer<Self::Response>, Error> {
        engine
            .update_webhook(&call, &request.access_token, request.webhook)
            .await
    }
}

impl Handle for AccessTokenInvalidate {
    async fn handle(
        engine: &Engine,
        call: Call<'_>,
        request: Self::Request,
    ) -> Result<Answer<Self::Response>, Error> {
        engine.rotate_access_token(&call, &request.access_token).await
    }
}

impl Handle for ItemImport {
    async fn handle(
        engine: &Engine,
        call: Call<'_>,
        request: Self::Request,
    ) -> Result<Answer<Self::Response>, Error> {
        engine.import_item(&call, request).await
    }
}

impl Handle for ConsentEventsGet {
    async fn handle(
        engine: &Engine,
        call: Call<'_>,
        request: Self::Request,
    ) -> Result<Answer<Self::Response>, Error> {
        Ok(engine.consent_events(&call, &request.access_token).await?.into())
    }
}

impl Handle for ItemActivityList {
    async fn handle(
        engine: &Engine,
        call: Call<'_>,
        request: Self::Request,
    ) -> Result<Answer<Self::Response>, Error> {
        Ok(engine.activities(&call, &request).await?.into())
    }
}
