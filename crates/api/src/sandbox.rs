//! `/sandbox/…`.

use crate::dispatch::handlers;
use selvedge_wire::endpoint::sandbox::{
    FireWebhook, ResetLogin, SandboxProcessorTokenCreate, SandboxPublicTokenCreate, SetVerificationStatus,
};

handlers! {
    SandboxPublicTokenCreate: |engine, call, request| engine.sandbox_public_token(&call, request).await;
    SandboxProcessorTokenCreate: |engine, call, request| engine.sandbox_processor_token(&call, request).await;
    FireWebhook: |engine, call, request| engine.fire_webhook(&call, &request).await;
    ResetLogin: |engine, call, request| engine.reset_login(&call, &request.access_token).await;
    SetVerificationStatus: |engine, call, request| engine.set_verification_status(&call, &request).await;
}
