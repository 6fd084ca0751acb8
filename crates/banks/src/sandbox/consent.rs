//! What a person shared on the bank's own pages, as a grant remembers it, and what follows from it.
//!
//! A kind of data that nobody asked about is not kept back: the app may be given more later.

use crate::connector::{BankError, ExternalId};
use selvedge_model::scope::DataScope;
use serde::{Deserialize, Serialize};

/// What a person consented to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Consent {
    /// The bank's ids of the accounts that are shared.
    accounts: Vec<String>,
    /// The kinds of data that were asked for and not given.
    withheld: Vec<DataScope>,
}

impl Consent {
    /// Consent to `accounts`, without `withheld`.
    pub(super) fn to(accounts: Vec<ExternalId>, withheld: Vec<DataScope>) -> Self {
        Self {
            accounts: accounts.into_iter().map(ExternalId::into_text).collect(),
            withheld,
        }
    }

    /// Whether the account is shared.
    pub(super) fn covers(&self, account: &ExternalId) -> bool {
        self.accounts.iter().any(|id| id == account.as_str())
    }

    /// Refuses a kind of data that was asked for and not given.
    pub(super) fn allow(&self, scope: DataScope) -> Result<(), BankError> {
        if self.withheld.contains(&scope) {
            return Err(BankError::AccessNotGranted);
        }
        Ok(())
    }
}
