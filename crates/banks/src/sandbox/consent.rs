//! What a person shared on the bank's own pages, as a grant remembers it, and what follows from it.
//!
//! What is not in it is not given, whether it was asked for or not. It does not know what an app may ask for.

use crate::connector::{BankError, ExternalId};
use selvedge_model::scope::DataScope;
use serde::{Deserialize, Serialize};

/// What a person consented to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Consent {
    /// The bank's ids of the accounts that are shared.
    accounts: Vec<String>,
    /// The kinds of data that are shared of them. Which accounts there are, and what is on them, always is.
    kinds: Vec<DataScope>,
}

impl Consent {
    /// Consent to these kinds of data of these accounts.
    pub(super) fn to(accounts: Vec<ExternalId>, kinds: Vec<DataScope>) -> Self {
        Self {
            accounts: accounts.into_iter().map(ExternalId::into_text).collect(),
            kinds,
        }
    }

    /// Whether the account is shared.
    pub(super) fn covers(&self, account: &ExternalId) -> bool {
        self.accounts.iter().any(|id| id == account.as_str())
    }

    /// Refuses a kind of data that is not shared.
    pub(super) fn allow(&self, scope: DataScope) -> Result<(), BankError> {
        if self.kinds.contains(&scope) {
            Ok(())
        } else {
            Err(BankError::AccessNotGranted)
        }
    }
}
