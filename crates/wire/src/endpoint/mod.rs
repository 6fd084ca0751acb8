//! The contract as types: one `Endpoint` for each path, and the table of all of them.
//!
//! The router, the OpenAPI document and the tests are driven by this table, so none can forget an endpoint.

pub mod account;
pub mod catalogue;
pub mod complete;
pub mod groups;
pub mod identity;
pub mod item;
pub mod link;
pub mod link_settings;
pub mod operator;
pub mod partner;
pub mod processor;
pub mod sandbox;
pub mod user;

use crate::request::{HeaderCredentials, Parser, Request};
use schemars::{JsonSchema, Schema, SchemaGenerator};
use selvedge_model::{Error, ErrorCode};
use serde::Serialize;

/// One path of the contract (or an additive one of our own under `/selvedge/`).
pub trait Endpoint: 'static {
    /// Where it lives.
    const PATH: &'static str;
    /// What it does, in one line.
    const SUMMARY: &'static str;
    /// Codes it can answer with beyond [`groups::BASE`].
    const ERRORS: &'static [&'static [ErrorCode]];
    /// The code for a nested value of the wrong type.
    const NESTED_TYPE_ERROR: ErrorCode = ErrorCode::InvalidField;
    /// Which environment has it.
    const AVAILABLE: Availability = Availability::Everywhere;
    /// Whether it asks for API keys.
    const KEYS: Keys = Keys::Needed;
    /// A request that the type accepts; tokens and ids in it are made up.
    const EXAMPLE: &'static str;
    /// The answer that a test got to that request; it keeps the file fresh.
    const ANSWER: &'static str;
    /// The body it takes.
    type Request: Request;
    /// The body it answers with.
    type Response: Serialize + JsonSchema + Send;
}

/// Which environment has an endpoint.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Availability {
    /// Sandbox and production.
    Everywhere,
    /// The sandbox alone; production answers `SANDBOX_ONLY`.
    Sandbox,
}

/// Whether an endpoint asks for API keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keys {
    /// A call without both halves is refused.
    Needed,
    /// Anybody may call: it tells nothing about anybody.
    NotNeeded,
}

/// Declares an endpoint.
macro_rules! endpoint {
    ($(#[$meta:meta])* $name:ident: $request:ty => $response:ty, $path:literal, $summary:literal,
     errors: $errors:expr, example: $example:literal $(, $key:ident: $value:expr)* $(,)?) => {
        $(#[$meta])*
        #[doc = concat!("`", $path, "`: ", $summary)]
        #[derive(Debug, Clone, Copy)]
        pub struct $name;

        impl $crate::endpoint::Endpoint for $name {
            const PATH: &'static str = $path;
            const SUMMARY: &'static str = $summary;
            const ERRORS: &'static [&'static [selvedge_model::ErrorCode]] = &$errors;
            const EXAMPLE: &'static str = $example;
            const ANSWER: &'static str =
                include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples", $path, ".json"));
            $(endpoint!(@const $key, $value);)*
            type Request = $request;
            type Response = $response;
        }
    };
    (@const nested, $value:expr) => { const NESTED_TYPE_ERROR: selvedge_model::ErrorCode = $value; };
    (@const keys, $value:expr) => { const KEYS: $crate::endpoint::Keys = $value; };
    (@const available, $value:expr) => {
        const AVAILABLE: $crate::endpoint::Availability = $value;
    };
}
use endpoint;

/// An answer that says nothing but that the request was carried out.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Done {
    /// The id of the request.
    pub request_id: String,
}

/// What the OpenAPI document and the tests need to know of an endpoint, without its types.
#[derive(Debug, Clone, Copy)]
pub struct Operation {
    /// Where it lives.
    pub path: &'static str,
    /// What it does, in one line.
    pub summary: &'static str,
    /// Codes it can answer with beyond [`groups::BASE`].
    pub errors: &'static [&'static [ErrorCode]],
    /// Which environment has it.
    pub available: Availability,
    /// A request that the type accepts.
    pub example: &'static str,
    /// The answer that a test got to it.
    pub answer: &'static str,
    /// The schema of its request.
    pub request: fn(&mut SchemaGenerator) -> Schema,
    /// The schema of its answer.
    pub response: fn(&mut SchemaGenerator) -> Schema,
    /// Whether a body is taken, and if not, what is wrong with it.
    pub check: fn(&[u8], HeaderCredentials) -> Result<(), Error>,
}

impl Operation {
    const fn of<E: Endpoint>() -> Self {
        Self {
            path: E::PATH,
            summary: E::SUMMARY,
            errors: E::ERRORS,
            available: E::AVAILABLE,
            example: E::EXAMPLE,
            answer: E::ANSWER,
            request: SchemaGenerator::subschema_for::<E::Request>,
            response: SchemaGenerator::subschema_for::<E::Response>,
            check: |body, headers| {
                Parser::<E::Request>::new(E::NESTED_TYPE_ERROR)
                    .parse(body, headers)
                    .map(drop)
            },
        }
    }
}

macro_rules! operations {
    ($($module:ident::$name:ident,)+) => {
        /// Every endpoint that is served.
        pub const OPERATIONS: &[Operation] = &[$(Operation::of::<$module::$name>(),)+];
    };
}

operations! {
    link::LinkTokenCreate, link::LinkTokenGet,
    item::PublicTokenExchange, item::PublicTokenCreate, item::ItemGet, item::ItemRemove, item::WebhookUpdate,
    item::AccessTokenInvalidate, item::ItemImport, item::ConsentEventsGet, item::ItemActivityList,
    account::AccountsGet, account::AccountsBalanceGet, account::AuthGet,
    identity::IdentityGet, identity::IdentityMatch,
    catalogue::InstitutionsGet, catalogue::InstitutionsGetById, catalogue::InstitutionsSearch,
    catalogue::CategoriesGet, catalogue::WebhookKeyGet,
    processor::ProcessorTokenCreate, processor::StripeTokenCreate, processor::ApexTokenCreate,
    processor::PermissionsSet, processor::PermissionsGet, processor::ProcessorWebhookUpdate,
    partner::ProcessorAuthGet, partner::ProcessorAccountGet, partner::ProcessorBalanceGet,
    partner::ProcessorIdentityGet, partner::ProcessorIdentityMatch,
    sandbox::SandboxPublicTokenCreate, sandbox::SandboxProcessorTokenCreate, sandbox::FireWebhook,
    sandbox::ResetLogin, sandbox::SetVerificationStatus,
    user::UserCreate, user::UserGet, user::UserRemove,
    link_settings::LinkSettingsGet, link_settings::LinkSettingsUpdate, link_settings::CustomizationSet,
    link_settings::CustomizationGet, link_settings::CustomizationList, link_settings::CustomizationRemove,
    complete::LinkComplete,
    operator::TeamCreate, operator::TeamReset, operator::PartnerCreate,
}
