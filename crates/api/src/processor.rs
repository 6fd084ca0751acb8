//! `/processor/…` as the app calls it.

use crate::dispatch::handlers;
use selvedge_wire::endpoint::processor::{
    ApexTokenCreate, PermissionsGet, PermissionsSet, ProcessorTokenCreate, ProcessorWebhookUpdate,
    StripeTokenCreate,
};

handlers! {
    ProcessorTokenCreate: |engine, call, request| engine.create_processor_token(&call, request).await;
    StripeTokenCreate: |engine, call, request| engine.create_stripe_token(&call, request).await;
    ApexTokenCreate: |engine, call, request| engine.create_apex_token(&call, request).await;
    PermissionsSet: |engine, call, request| engine.set_permissions(&call, &request).await;
    PermissionsGet: |engine, call, request| engine.permissions(&call, &request.processor_token).await;
    ProcessorWebhookUpdate: |engine, call, request| engine.update_processor_webhook(&call, &request.processor_token, request.webhook).await;
}
