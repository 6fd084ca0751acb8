//! `/accounts/balance/get`: the bank is asked now.

use crate::item::{Column, OpenItem, check_account_ids};
use crate::{Call, Engine};
use jiff::Timestamp;
use selvedge_banks::connector::{self, ExternalId, Grant, Visit};
use selvedge_model::account::AccountType;
use selvedge_model::id::AccountId;
use selvedge_model::{Error, ErrorCode, Product, Sensitive};
use selvedge_store::repo::items::Sealed;
use selvedge_wire::endpoint::account::{AccountsResponse, BalanceOptions};
use selvedge_wire::shape::account::{Account, Balances};
use selvedge_wire::{Amount, Doc};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// What is sealed in an Item's grant column: the connector's own bytes, and which of the bank's accounts is
/// which of ours.
#[derive(Serialize, Deserialize)]
pub(crate) struct StoredGrant {
    pub(crate) bank: Vec<u8>,
    pub(crate) accounts: Vec<(AccountId, String)>,
}

/// An Item's grant, opened.
pub(crate) struct OpenGrant {
    pub(crate) bank: Grant,
    accounts: HashMap<AccountId, ExternalId>,
}

impl Engine {
    /// An Item's accounts with the balances of now.
    pub async fn balance_get(
        &self,
        call: &Call<'_>,
        token: &Sensitive,
        options: &BalanceOptions,
    ) -> Result<AccountsResponse, Error> {
        check_account_ids(options.account_ids.as_deref())?;
        let item = self.open_item(call, token, Sealed::Grant).await?;
        let accounts = item.chosen_accounts(options.account_ids.as_deref())?;
        let accounts = self
            .refreshed(call, &item, accounts, options.min_last_updated_datetime)
            .await?;
        let accounts = Doc::new(&accounts).map_err(Error::internal)?;
        Ok(AccountsResponse {
            accounts,
            item: item.shown(&self.catalogue),
            request_id: call.request_id(),
        })
    }

    /// `accounts` with the balances of now.
    pub(crate) async fn refreshed(
        &self,
        call: &Call<'_>,
        item: &OpenItem,
        mut accounts: Vec<Account>,
        oldest: Option<Timestamp>,
    ) -> Result<Vec<Account>, Error> {
        item.healthy()?;
        let grant = self.grant(item)?.ok_or(ErrorCode::ProductsNotSupported)?;
        item.allows(Product::Balance, &self.catalogue)?;
        let dated = item
            .institution(&self.catalogue)
            .is_some_and(|bank| bank.tells_balance_age);
        if dated
            && oldest.is_none()
            && accounts
                .iter()
                .any(|account| account.kind != AccountType::Depository)
        {
            return Err(Error::field(
                "min_last_updated_datetime is required for this institution",
            ));
        }
        let wanted: Vec<ExternalId> = accounts
            .iter()
            .filter_map(|account| grant.external(&account.account_id).cloned())
            .collect();
        let visit = Visit {
            now: call.ctx.now,
            interaction_id: call.ctx.request_id,
        };
        let fresh = self.bank.balances(&visit, &grant.bank, &wanted).await?;
        let fresh: HashMap<ExternalId, connector::Balances> = fresh.into_iter().collect();
        for account in &mut accounts {
            let external = grant.external(&account.account_id);
            if let Some(balances) = external.and_then(|external| fresh.get(external)) {
                account.balances = shown(balances);
            }
            let too_old = |at: Timestamp| oldest.is_some_and(|oldest| at < oldest);
            if dated && account.balances.last_updated_datetime.is_some_and(too_old) {
                return Err(ErrorCode::LastUpdatedDatetimeOutOfRange.into());
            }
        }
        Ok(accounts)
    }

    /// The grant of an Item that was opened with [`Sealed::Grant`]; `None` where there is no login.
    pub(crate) fn grant(&self, item: &OpenItem) -> Result<Option<OpenGrant>, Error> {
        let Some(text) = item.opened(&self.vault, Column::Grant)? else {
            return Ok(None);
        };
        let stored: StoredGrant = serde_json::from_str(&text).map_err(Error::internal)?;
        let accounts = stored
            .accounts
            .into_iter()
            .map(|(id, external)| (id, ExternalId::new(external)))
            .collect();
        Ok(Some(OpenGrant {
            bank: Grant::from_bytes(stored.bank),
            accounts,
        }))
    }
}

impl OpenGrant {
    /// Our id of one of the bank's accounts, where the Item shares it.
    pub(crate) fn id_of(&self, external: &ExternalId) -> Option<&AccountId> {
        let mut known = self.accounts.iter();
        known.find_map(|(id, theirs)| (theirs == external).then_some(id))
    }

    fn external(&self, id: &AccountId) -> Option<&ExternalId> {
        self.accounts.get(id)
    }
}

/// Balances as answers show them.
pub(crate) fn shown(balances: &connector::Balances) -> Balances {
    let (iso, unofficial) = match &balances.currency {
        connector::Currency::Iso(code) => (Some(code.clone()), None),
        connector::Currency::Unofficial(code) => (None, Some(code.clone())),
    };
    Balances {
        available: balances.available.map(Amount),
        current: balances.current.map(Amount),
        iso_currency_code: iso,
        last_updated_datetime: balances.last_updated_at,
        limit: balances.limit.map(Amount),
        unofficial_currency_code: unofficial,
    }
}
