//! `/user/…`: end users that an app names once and refers to later.

use super::{Done, endpoint};
use crate::request;
use jiff::Timestamp;
use schemars::JsonSchema;
use selvedge_model::{ErrorCode, Sensitive, id::UserId};
use serde::{Deserialize, Serialize};
use serde_json::Value;

request! {
    /// A new end user.
    pub struct UserCreateRequest {
        /// The app's own id of the person: 1 to 128 characters.
        #[schemars(length(min = 1))]
        pub client_user_id: String,
        /// Of a product that is not served; ignored.
        #[serde(default)]
        pub consumer_report_user_identity: Option<Value>,
        /// Of resellers; ignored.
        #[serde(default)]
        pub end_customer: Option<String>,
        /// Who the person is.
        #[serde(default)]
        pub identity: Option<UserIdentity>,
        /// Kept for older clients and ignored: every user has the newer form.
        #[serde(default)]
        pub with_upgraded_user: Option<bool>,
    }
}

/// Who a person is, as the app knows it.
#[derive(Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[expect(missing_debug_implementations, reason = "holds personal data")]
pub struct UserIdentity {
    /// Postal addresses.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub addresses: Option<Vec<UserAddress>>,
    /// Birthday, `YYYY-MM-DD`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date_of_birth: Option<String>,
    /// E-mail addresses.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub emails: Option<Vec<UserContact>>,
    /// Government ids.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id_numbers: Option<Vec<UserIdNumber>>,
    /// Name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<UserName>,
    /// Telephone numbers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone_numbers: Option<Vec<UserContact>>,
}

/// A name.
#[derive(Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[expect(missing_debug_implementations, reason = "holds personal data")]
pub struct UserName {
    /// Family name.
    pub family_name: String,
    /// Given name.
    pub given_name: String,
}

/// An e-mail address or a telephone number.
#[derive(Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[expect(missing_debug_implementations, reason = "holds personal data")]
pub struct UserContact {
    /// The address or number.
    pub data: String,
    /// The person's main one.
    pub primary: bool,
}

/// A postal address.
#[derive(Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[expect(missing_debug_implementations, reason = "holds personal data")]
pub struct UserAddress {
    /// Town.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub city: Option<String>,
    /// ISO 3166-1 alpha-2.
    pub country: String,
    /// Postal code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub postal_code: Option<String>,
    /// The person's main one.
    pub primary: bool,
    /// State or province.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    /// Street and house.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub street_1: Option<String>,
    /// More of the street.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub street_2: Option<String>,
}

/// A government id.
#[derive(Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[expect(missing_debug_implementations, reason = "holds personal data")]
pub struct UserIdNumber {
    /// What kind.
    #[serde(rename = "type")]
    pub kind: String,
    /// The number.
    pub value: String,
}

/// The user's id.
#[derive(Debug, Serialize, JsonSchema)]
pub struct UserCreateResponse {
    /// The id of the request.
    pub request_id: String,
    /// `usr_…`.
    pub user_id: UserId,
}

endpoint! {
    UserCreate: UserCreateRequest => UserCreateResponse, "/user/create", "names an end user",
    errors: [&[ErrorCode::InvalidUserIdentityData]],
    example: r#"{"client_user_id":"user-17","identity":{"name":{"given_name":"Ada","family_name":"Example"},"emails":[{"data":"ada@example.com","primary":true}]}}"#,
}

request! {
    /// Which end user.
    pub struct UserGetRequest {
        /// `usr_…`.
        pub user_id: UserId,
    }
}

/// An end user.
#[derive(Serialize, JsonSchema)]
#[expect(missing_debug_implementations, reason = "holds personal data")]
pub struct UserGetResponse {
    /// The app's own id of the person.
    pub client_user_id: Option<String>,
    /// When the user was named.
    pub created_at: Timestamp,
    /// Who the person is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub identity: Option<UserIdentity>,
    /// The id of the request.
    pub request_id: String,
    /// When the user last changed.
    pub updated_at: Timestamp,
    /// `usr_…`.
    pub user_id: UserId,
}

endpoint! {
    UserGet: UserGetRequest => UserGetResponse, "/user/get", "shows an end user",
    errors: [&[ErrorCode::UserNotFound, ErrorCode::InvalidUserId]],
    example: r#"{"user_id":"usr_9nSp2KuZ2x4JDw"}"#,
}

request! {
    /// Which end user.
    pub struct UserRemoveRequest {
        /// `usr_…`.
        #[serde(default)]
        pub user_id: Option<UserId>,
        /// The user, as older versions named them.
        #[serde(default)]
        pub user_token: Option<Sensitive>,
    }
}

endpoint! {
    UserRemove: UserRemoveRequest => Done, "/user/remove", "forgets an end user; their `client_user_id` is free again",
    errors: [&[ErrorCode::UserNotFound, ErrorCode::InvalidUserId, ErrorCode::InvalidUserToken]],
    example: r#"{"user_id":"usr_9nSp2KuZ2x4JDw"}"#,
}
