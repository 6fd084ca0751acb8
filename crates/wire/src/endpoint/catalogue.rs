//! `/institutions/…`, `/categories/get`, `/webhook_verification_key/get`.

use super::{Keys, endpoint, groups};
use crate::request;
use crate::shape::institution::Institution;
use schemars::JsonSchema;
use selvedge_model::{ErrorCode, Product, country::Country, id::InstitutionId};
use serde::{Deserialize, Serialize};
use serde_json::Value;

request! {
    /// A page of institutions.
    pub struct InstitutionsGetRequest {
        /// How many: 1 to 500.
        #[schemars(range(min = 1, max = selvedge_model::limits::INSTITUTIONS_PAGE))]
        pub count: i64,
        /// Where they serve people.
        #[schemars(length(min = 1))]
        pub country_codes: Vec<Country>,
        /// How many to skip.
        #[schemars(range(min = 0))]
        pub offset: i64,
        /// Which, and what to tell of them.
        #[serde(default)]
        pub options: Option<InstitutionsGetOptions>,
    }
}

/// Which institutions, and what to tell of them.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct InstitutionsGetOptions {
    /// Tell how numbers can be had.
    #[serde(default)]
    pub include_auth_metadata: Option<bool>,
    /// Tell url, colour and logo.
    #[serde(default)]
    pub include_optional_metadata: Option<bool>,
    /// Tell what payments it can start.
    #[serde(default)]
    pub include_payment_initiation_metadata: Option<bool>,
    /// Only those where people sign in on the bank's own site, or only the others.
    #[serde(default)]
    pub oauth: Option<bool>,
    /// Only those with all of these.
    #[serde(default)]
    pub products: Option<Vec<Product>>,
    /// Only those with all of these.
    #[serde(default)]
    pub routing_numbers: Option<Vec<String>>,
}

/// A page of institutions.
#[derive(Debug, Serialize, JsonSchema)]
pub struct InstitutionsResponse {
    /// The page.
    pub institutions: Vec<Institution>,
    /// The id of the request.
    pub request_id: String,
    /// How many there are in all.
    pub total: usize,
}

endpoint! {
    InstitutionsGet: InstitutionsGetRequest => InstitutionsResponse, "/institutions/get", "lists institutions by page",
    errors: [&[ErrorCode::InstitutionsGetLimit]],
    example: r#"{"count":10,"offset":0,"country_codes":["US"],"options":{"products":["auth"]}}"#,
}

request! {
    /// Which institution, and what to tell of it.
    pub struct InstitutionGetRequest {
        /// Where it serves people.
        #[schemars(length(min = 1))]
        pub country_codes: Vec<Country>,
        /// `ins_<number>`.
        #[schemars(length(min = 1))]
        pub institution_id: InstitutionId,
        /// What to tell of it.
        #[serde(default)]
        pub options: Option<InstitutionGetOptions>,
    }
}

/// What to tell of an institution.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct InstitutionGetOptions {
    /// Tell how numbers can be had.
    #[serde(default)]
    pub include_auth_metadata: Option<bool>,
    /// Tell url, colour and logo.
    #[serde(default)]
    pub include_optional_metadata: Option<bool>,
    /// Tell what payments it can start.
    #[serde(default)]
    pub include_payment_initiation_metadata: Option<bool>,
    /// Tell how well it works right now.
    #[serde(default)]
    pub include_status: Option<bool>,
}

/// One institution.
#[derive(Debug, Serialize, JsonSchema)]
pub struct InstitutionResponse {
    /// The institution.
    pub institution: Institution,
    /// The id of the request.
    pub request_id: String,
}

endpoint! {
    InstitutionsGetById: InstitutionGetRequest => InstitutionResponse, "/institutions/get_by_id", "shows one institution",
    errors: [&[ErrorCode::InvalidInstitution, ErrorCode::InstitutionsGetByIdLimit]],
    example: r#"{"institution_id":"ins_109508","country_codes":["US"],"options":{"include_optional_metadata":true}}"#,
}

request! {
    /// What was typed into a search box.
    pub struct InstitutionsSearchRequest {
        /// Where they serve people; checked after `products`, as the contract's clients expect.
        #[schemars(length(min = 1))]
        pub country_codes: Vec<String>,
        /// Which, and what to tell of them.
        #[serde(default)]
        pub options: Option<InstitutionsSearchOptions>,
        /// Only those with all of these.
        #[serde(default)]
        pub products: Option<Vec<String>>,
        /// What was typed.
        #[schemars(length(min = 1))]
        pub query: String,
    }
}

/// Which institutions, and what to tell of them.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct InstitutionsSearchOptions {
    /// Tell how numbers can be had.
    #[serde(default)]
    pub include_auth_metadata: Option<bool>,
    /// Tell url, colour and logo.
    #[serde(default)]
    pub include_optional_metadata: Option<bool>,
    /// Tell what payments it can start.
    #[serde(default)]
    pub include_payment_initiation_metadata: Option<bool>,
    /// Only those where people sign in on the bank's own site, or only the others.
    #[serde(default)]
    pub oauth: Option<bool>,
    /// Of a product that is not served; ignored.
    #[serde(default)]
    pub payment_initiation: Option<Value>,
}

/// The best matches.
#[derive(Debug, Serialize, JsonSchema)]
pub struct InstitutionsSearchResponse {
    /// At most ten, best first.
    pub institutions: Vec<Institution>,
    /// The id of the request.
    pub request_id: String,
}

endpoint! {
    InstitutionsSearch: InstitutionsSearchRequest => InstitutionsSearchResponse, "/institutions/search", "finds institutions by name",
    errors: [&[ErrorCode::InvalidProduct]],
    example: r#"{"query":"Platypus","country_codes":["US"],"products":["auth"]}"#,
}

request! {
    /// Nothing; a bare `null` is accepted too.
    pub struct CategoriesGetRequest {}
}

/// The categories of older transaction data.
#[derive(Debug, Serialize, JsonSchema)]
pub struct CategoriesResponse {
    /// The categories.
    pub categories: Vec<Category>,
    /// The id of the request.
    pub request_id: String,
}

/// One category.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Category {
    /// Eight digits.
    pub category_id: String,
    /// `special` or `place`.
    pub group: String,
    /// From the widest name to the narrowest.
    pub hierarchy: Vec<String>,
}

endpoint! {
    CategoriesGet: CategoriesGetRequest => CategoriesResponse, "/categories/get", "lists the categories of older transaction data",
    errors: [],
    example: "{}",
    keys: Keys::NotNeeded,
}

request! {
    /// Which key.
    pub struct WebhookKeyRequest {
        /// The `kid` of a `Plaid-Verification` header.
        pub key_id: String,
    }
}

/// A key that verifies webhooks.
#[derive(Debug, Serialize, JsonSchema)]
pub struct WebhookKeyResponse {
    /// The key.
    pub key: Jwk,
    /// The id of the request.
    pub request_id: String,
}

/// A public key (RFC 7517), with its life.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Jwk {
    /// `ES256`.
    pub alg: String,
    /// When it was made, Unix seconds.
    pub created_at: i64,
    /// `P-256`.
    pub crv: String,
    /// When it stopped being used, Unix seconds; null while it is.
    pub expired_at: Option<i64>,
    /// Its id.
    pub kid: String,
    /// `EC`.
    pub kty: String,
    /// `sig`.
    #[serde(rename = "use")]
    pub purpose: String,
    /// X coordinate, base64url.
    pub x: String,
    /// Y coordinate, base64url.
    pub y: String,
}

endpoint! {
    WebhookKeyGet: WebhookKeyRequest => WebhookKeyResponse, "/webhook_verification_key/get", "gives the public key that verifies a webhook",
    errors: [groups::BASE, &[ErrorCode::InvalidWebhookVerificationKeyId]],
    example: r#"{"key_id":"6c5516e1-92dc-479e-a8ff-5a51992e0001"}"#,
}
