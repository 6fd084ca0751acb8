//! `/institutions/…`, `/categories/get`, `/webhook_verification_key/get`.

use crate::dispatch::handlers;
use selvedge_wire::endpoint::catalogue::{
    CategoriesGet, InstitutionsGet, InstitutionsGetById, InstitutionsSearch, WebhookKeyGet,
};

handlers! {
    InstitutionsGet: |engine, call, request| engine.institutions_get(&call, request).await;
    InstitutionsGetById: |engine, call, request| engine.institution_get(&call, request).await;
    InstitutionsSearch: |engine, call, request| engine.institutions_search(&call, request).await;
    CategoriesGet: |engine, call, _request| Ok::<_, selvedge_model::Error>(engine.categories(&call));
    WebhookKeyGet: |engine, call, request| engine.webhook_key(&call, &request.key_id).await;
}
