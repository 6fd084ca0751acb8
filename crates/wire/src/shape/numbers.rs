//! Account and routing numbers (contract §4.6).

use crate::doc::Revealed;
use schemars::JsonSchema;
use selvedge_model::id::AccountId;
use serde::{Deserialize, Serialize};

/// The numbers of all accounts of an Item; each list is there, empty when unused.
#[derive(Clone, Default, Serialize, Deserialize, JsonSchema)]
#[expect(missing_debug_implementations, reason = "holds account numbers")]
pub struct Numbers {
    /// United States.
    pub ach: Vec<Ach>,
    /// United Kingdom.
    pub bacs: Vec<Bacs>,
    /// Canada.
    pub eft: Vec<Eft>,
    /// IBAN countries.
    pub international: Vec<International>,
}

impl Numbers {
    /// Keeps the numbers of the accounts for which `keep` holds.
    pub fn retain(&mut self, keep: impl Fn(&AccountId) -> bool) {
        self.ach.retain(|number| keep(&number.account_id));
        self.bacs.retain(|number| keep(&number.account_id));
        self.eft.retain(|number| keep(&number.account_id));
        self.international.retain(|number| keep(&number.account_id));
    }

    /// Whether no account has a number.
    pub fn is_empty(&self) -> bool {
        self.ach.is_empty() && self.bacs.is_empty() && self.eft.is_empty() && self.international.is_empty()
    }
}

/// The numbers of one account, as a partner sees them: one object a network, null when unused.
#[derive(Clone, Serialize, JsonSchema)]
#[expect(missing_debug_implementations, reason = "holds account numbers")]
pub struct AccountNumbers {
    /// United States.
    pub ach: Option<Ach>,
    /// United Kingdom.
    pub bacs: Option<Bacs>,
    /// Canada.
    pub eft: Option<Eft>,
    /// IBAN countries.
    pub international: Option<International>,
}

impl From<Numbers> for AccountNumbers {
    fn from(numbers: Numbers) -> Self {
        Self {
            ach: numbers.ach.into_iter().next(),
            bacs: numbers.bacs.into_iter().next(),
            eft: numbers.eft.into_iter().next(),
            international: numbers.international.into_iter().next(),
        }
    }
}

/// Numbers for ACH and wires.
#[derive(Clone, Serialize, Deserialize, JsonSchema)]
#[expect(missing_debug_implementations, reason = "holds account numbers")]
pub struct Ach {
    /// The account number, or a token that stands for it at this bank.
    pub account: Revealed,
    /// Whose.
    pub account_id: AccountId,
    /// Whether `account` is a token: valid for ACH and RTP, never for wires or checks.
    pub is_tokenized_account_number: bool,
    /// The ABA routing number.
    pub routing: String,
    /// The ABA routing number for wires.
    pub wire_routing: Option<String>,
}

/// Numbers for Canadian EFT.
#[derive(Clone, Serialize, Deserialize, JsonSchema)]
#[expect(missing_debug_implementations, reason = "holds account numbers")]
pub struct Eft {
    /// The account number.
    pub account: Revealed,
    /// Whose.
    pub account_id: AccountId,
    /// Five digits.
    pub branch: String,
    /// Three digits.
    pub institution: String,
}

/// Numbers for UK BACS.
#[derive(Clone, Serialize, Deserialize, JsonSchema)]
#[expect(missing_debug_implementations, reason = "holds account numbers")]
pub struct Bacs {
    /// Eight digits.
    pub account: Revealed,
    /// Whose.
    pub account_id: AccountId,
    /// Six digits.
    pub sort_code: String,
}

/// Numbers for SEPA and SWIFT.
#[derive(Clone, Serialize, Deserialize, JsonSchema)]
#[expect(missing_debug_implementations, reason = "holds account numbers")]
pub struct International {
    /// Whose.
    pub account_id: AccountId,
    /// The bank's BIC.
    pub bic: String,
    /// The IBAN, without spaces.
    pub iban: Revealed,
}
