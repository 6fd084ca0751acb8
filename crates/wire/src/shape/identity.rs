//! What a bank knows about the holder (contract §4.4), and how well it matches what the app knows (§5.15).

use crate::shape::account::Account;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// All holders of one account.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[expect(missing_debug_implementations, reason = "holds personal data")]
pub struct Owner {
    /// Postal addresses.
    pub addresses: Vec<Address>,
    /// E-mail addresses.
    pub emails: Vec<Contact>,
    /// Names; never empty.
    pub names: Vec<String>,
    /// Telephone numbers.
    pub phone_numbers: Vec<Contact>,
}

/// An e-mail address or a telephone number.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[expect(missing_debug_implementations, reason = "holds personal data")]
pub struct Contact {
    /// The address or number.
    pub data: String,
    /// The holder's main one.
    pub primary: bool,
    /// E-mail: `primary`, `secondary`, `other`; telephone: `home`, `work`, `office`, `mobile`, `mobile1`, `other`.
    #[serde(rename = "type")]
    pub kind: String,
}

/// A postal address.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[expect(missing_debug_implementations, reason = "holds personal data")]
pub struct Address {
    /// The address.
    pub data: AddressData,
    /// The holder's main one.
    pub primary: bool,
}

/// The parts of a postal address.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[expect(missing_debug_implementations, reason = "holds personal data")]
pub struct AddressData {
    /// Town.
    pub city: Option<String>,
    /// ISO 3166-1 alpha-2.
    pub country: Option<String>,
    /// Postal code.
    pub postal_code: Option<String>,
    /// State or province.
    pub region: Option<String>,
    /// Street and house.
    pub street: String,
}

/// An account with its owners.
#[derive(Clone, Serialize, JsonSchema)]
#[expect(missing_debug_implementations, reason = "holds personal data")]
pub struct AccountWithOwners {
    /// The account.
    #[serde(flatten)]
    pub account: Account,
    /// Its owners.
    pub owners: Vec<Owner>,
}

/// An account with the scores of a match.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct AccountWithScores {
    /// The account; every member of its balances is null here.
    #[serde(flatten)]
    pub account: Account,
    /// The address.
    pub address: AddressScore,
    /// The e-mail address.
    pub email_address: Score,
    /// The name.
    pub legal_name: NameScore,
    /// The telephone number.
    pub phone_number: Score,
}

/// 100 is exact, 70 to 99 close; null when one side has nothing to compare.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Score {
    /// 0 to 100.
    pub score: Option<u8>,
}

/// 100 is exact, 85 to 99 strong, 70 to 84 partial.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct NameScore {
    /// A company's name was compared.
    pub is_business_name_detected: Option<bool>,
    /// The given or the family name is the same.
    pub is_first_name_or_last_name_match: Option<bool>,
    /// One given name is a short form of the other.
    pub is_nickname_match: Option<bool>,
    /// 0 to 100.
    pub score: Option<u8>,
}

/// 100 is exact, 90 to 99 strong, 70 to 89 partial.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct AddressScore {
    /// The postal code is the same.
    pub is_postal_code_match: Option<bool>,
    /// 0 to 100.
    pub score: Option<u8>,
}
