//! `/processor/…` as a partner calls it.

use crate::dispatch::handlers;
use selvedge_wire::endpoint::partner::{
    ProcessorAccountGet, ProcessorAuthGet, ProcessorBalanceGet, ProcessorIdentityGet, ProcessorIdentityMatch,
};

handlers! {
    ProcessorAuthGet: |engine, call, request| engine.processor_auth(&call, &request.processor_token).await;
    ProcessorAccountGet: |engine, call, request| engine.processor_account(&call, &request.processor_token).await;
    ProcessorBalanceGet: |engine, call, request| engine.processor_balance(&call, &request).await;
    ProcessorIdentityGet: |engine, call, request| engine.processor_identity(&call, &request.processor_token).await;
    ProcessorIdentityMatch: |engine, call, request| engine.processor_match(&call, &request).await;
}
