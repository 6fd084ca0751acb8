//! `/item/…`, and `/consent/events/get`.

use crate::dispatch::handlers;
use selvedge_wire::endpoint::item::{
    AccessTokenInvalidate, ConsentEventsGet, ItemActivityList, ItemGet, ItemImport, ItemRemove,
    PublicTokenCreate, PublicTokenExchange, WebhookUpdate,
};

handlers! {
    PublicTokenExchange: |engine, call, request| engine.exchange(&call, &request.public_token).await;
    PublicTokenCreate: |engine, call, request| engine.create_public_token(&call, &request.access_token).await;
    ItemGet: |engine, call, request| engine.item_get(&call, &request.access_token).await;
    ItemRemove: |engine, call, request| engine.remove_item(&call, &request).await;
    WebhookUpdate: |engine, call, request| engine.update_webhook(&call, &request.access_token, request.webhook).await;
    AccessTokenInvalidate: |engine, call, request| engine.rotate_access_token(&call, &request.access_token).await;
    ItemImport: |engine, call, request| engine.import_item(&call, request).await;
    ConsentEventsGet: |engine, call, request| engine.consent_events(&call, &request.access_token).await;
    ItemActivityList: |engine, call, request| engine.activities(&call, &request).await;
}
