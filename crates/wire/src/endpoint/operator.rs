//! `/selvedge/…`: additive endpoints of our own, for tests: teams and partners of the sandbox.

use super::{Availability, Done, endpoint, groups};
use crate::doc::Revealed;
use crate::request;
use schemars::JsonSchema;
use selvedge_model::ErrorCode;
use selvedge_model::id::{ClientId, PartnerId, TeamId};
use serde::Serialize;

request! {
    /// A new, empty team.
    pub struct TeamCreateRequest {
        /// A name for people.
        #[serde(default)]
        pub name: Option<String>,
    }
}

/// The new team's keys.
#[derive(Serialize, JsonSchema)]
#[expect(missing_debug_implementations, reason = "holds a secret")]
pub struct TeamCreateResponse {
    /// The public half of its keys.
    pub client_id: ClientId,
    /// The id of the request.
    pub request_id: String,
    /// The secret half, shown once.
    pub secret: Revealed,
    /// The team.
    pub team_id: TeamId,
}

endpoint! {
    TeamCreate: TeamCreateRequest => TeamCreateResponse, "/selvedge/teams/create", "makes an isolated team with keys of its own",
    errors: [groups::SANDBOX],
    example: r#"{"name":"checkout tests"}"#,
    available: Availability::Sandbox,
}

request! {
    /// Nothing: the caller's own team is meant.
    pub struct TeamResetRequest {}
}

endpoint! {
    TeamReset: TeamResetRequest => Done, "/selvedge/teams/reset", "takes the caller's team back to its seed: keys stay, everything else goes",
    errors: [groups::SANDBOX],
    example: "{}",
    available: Availability::Sandbox,
}

request! {
    /// A payment partner that processor tokens of the caller's team are for.
    pub struct PartnerCreateRequest {
        /// A name for people.
        #[serde(default)]
        pub name: Option<String>,
        /// The name in `/processor/token/create`, such as `dwolla`.
        #[schemars(length(min = 1))]
        pub processor: String,
    }
}

/// The partner's keys.
#[derive(Serialize, JsonSchema)]
#[expect(missing_debug_implementations, reason = "holds a secret")]
pub struct PartnerCreateResponse {
    /// The public half of its keys.
    pub client_id: ClientId,
    /// The partner.
    pub partner_id: PartnerId,
    /// The name in `/processor/token/create`.
    pub processor: String,
    /// The id of the request.
    pub request_id: String,
    /// The secret half, shown once.
    pub secret: Revealed,
}

endpoint! {
    PartnerCreate: PartnerCreateRequest => PartnerCreateResponse, "/selvedge/partners/create", "makes a payment partner with keys of its own",
    errors: [groups::SANDBOX, &[ErrorCode::InvalidField]],
    example: r#"{"processor":"dwolla","name":"Dwolla"}"#,
    available: Availability::Sandbox,
}
