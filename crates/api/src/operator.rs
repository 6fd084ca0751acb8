//! `/selvedge/…`: teams and partners of the sandbox.

use crate::dispatch::handlers;
use selvedge_wire::endpoint::operator::{PartnerCreate, TeamCreate, TeamReset};

handlers! {
    TeamCreate: |engine, call, request| engine.team_create(&call, &request).await;
    TeamReset: |engine, call, _request| engine.team_reset(&call).await;
    PartnerCreate: |engine, call, request| engine.partner_create(&call, &request).await;
}
