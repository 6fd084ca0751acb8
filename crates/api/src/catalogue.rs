//! `/institutions/…`, `/categories/get`, `/webhook_verification_key/get`.

use crate::dispatch::Handle;
use selvedge_engine::{Answer, Call, Engine};
use selvedge_model::Error;
use selvedge_wire::endpoint::catalogue::{
    CategoriesGet, InstitutionsGet, InstitutionsGetById, InstitutionsSearch, WebhookKeyGet,
};

impl Handle for InstitutionsGet {
    async fn handle(
        engine: &Engine,
        call: Call<'_>,
        request: Self::Request,
    ) -> Result<Answer<Self::Response>, Error> {
        Ok(engine.institutions_get(&call, request).await?.into())
    }
}

impl Handle for InstitutionsGetById {
    async fn handle(
        engine: &Engine,
        call: Call<'_>,
        request: Self::Request,
    ) -> Result<Answer<Self::Response>, Error> {
        Ok(engine.institution_get(&call, request).await?.into())
    }
}

impl Handle for InstitutionsSearch {
    async fn handle(
        engine: &Engine,
        call: Call<'_>,
        request: Self::Request,
    ) -> Result<Answer<Self::Response>, Error> {
        Ok(engine.institutions_search(&call, request).await?.into())
    }
}

impl Handle for CategoriesGet {
    async fn handle(
        engine: &Engine,
        call: Call<'_>,
        _request: Self::Request,
    ) -> Result<Answer<Self::Response>, Error> {
        Ok(engine.categories(&call).into())
    }
}

impl Handle for WebhookKeyGet {
    async fn handle(
        engine: &Engine,
        call: Call<'_>,
        request: Self::Request,
    ) -> Result<Answer<Self::Response>, Error> {
        Ok(engine.webhook_key(&call, &request.key_id).await?.into())
    }
}
