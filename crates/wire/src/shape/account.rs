//! Accounts and their balances (contract §4.1).

use crate::amount::Amount;
use jiff::Timestamp;
use schemars::JsonSchema;
use selvedge_model::account::{AccountType, HolderCategory, VerificationStatus};
use selvedge_model::id::AccountId;
use serde::{Deserialize, Serialize};

/// One account of an Item, as the end user shared it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Account {
    /// The account's id; case-sensitive.
    pub account_id: AccountId,
    /// The balances as last seen.
    pub balances: Balances,
    /// Whose account it is, when the bank says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub holder_category: Option<HolderCategory>,
    /// The last two to four characters of the account number.
    pub mask: Option<String>,
    /// The name that the holder or the bank gave.
    pub name: String,
    /// The bank's product name.
    pub official_name: Option<String>,
    /// The same real account in another Item has the same value (banks with tokenized numbers).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub persistent_account_id: Option<String>,
    /// The kind within `type`; spelled with spaces.
    pub subtype: Option<String>,
    /// The family.
    #[serde(rename = "type")]
    pub kind: AccountType,
    /// What a database verification found.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub verification_insights: Option<VerificationInsights>,
    /// The holder name that a verification used.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub verification_name: Option<String>,
    /// How far the numbers are verified; absent when nothing had to be.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub verification_status: Option<VerificationStatus>,
}

/// Money in an account, in major units.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Balances {
    /// What can be spent or withdrawn.
    pub available: Option<Amount>,
    /// What is in the account, or owed on it.
    pub current: Option<Amount>,
    /// ISO 4217 code; null when `unofficial_currency_code` is set.
    pub iso_currency_code: Option<String>,
    /// When the bank last updated the balance, at banks that say.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_updated_datetime: Option<Timestamp>,
    /// The credit or overdraft limit.
    pub limit: Option<Amount>,
    /// A code outside ISO 4217; null when `iso_currency_code` is set.
    pub unofficial_currency_code: Option<String>,
}

impl Balances {
    /// All members null, as identity matching shows them.
    pub const fn hidden() -> Self {
        Self {
            available: None,
            current: None,
            iso_currency_code: None,
            last_updated_datetime: None,
            limit: None,
            unofficial_currency_code: None,
        }
    }
}

/// What a database verification found out about the numbers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct VerificationInsights {
    /// `valid`, `invalid` or `unknown`.
    pub account_number_format: String,
    /// 0 to 100; absent when no name was compared.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name_match_score: Option<u8>,
    /// What other links say about the numbers.
    pub network_status: NetworkStatus,
    /// What earlier transfers say.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub previous_returns: Option<PreviousReturns>,
}

/// Whether the numbers were seen before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct NetworkStatus {
    /// Seen before.
    pub has_numbers_match: bool,
    /// Seen before and verified.
    pub is_numbers_match_verified: bool,
}

/// Whether transfers to the numbers came back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PreviousReturns {
    /// One came back for administrative reasons.
    pub has_previous_administrative_return: bool,
}
