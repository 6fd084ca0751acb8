//! `/identity/get` and `/identity/match`: who the bank says the holders are.

use crate::item::{Column, OpenItem, check_account_ids};
use crate::owners::Owners;
use crate::{Call, Engine, matching};
use selvedge_model::id::AccountId;
use selvedge_model::{Error, ErrorCode, Product, Sensitive};
use selvedge_store::repo::items::Sealed;
use selvedge_wire::endpoint::identity::{IdentityMatchResponse, IdentityResponse, MatchUser};
use selvedge_wire::shape::account::{Account, Balances};
use selvedge_wire::shape::identity::{AccountWithOwners, AccountWithScores};

impl Engine {
    /// An Item's accounts with their owners.
    pub async fn identity_get(
        &self,
        call: &Call<'_>,
        token: &Sensitive,
        chosen: Option<&[AccountId]>,
    ) -> Result<IdentityResponse, Error> {
        check_account_ids(chosen)?;
        let mut item = self.open_item(call, token, Sealed::Identity).await?;
        let accounts = item.chosen_accounts(chosen)?;
        let owners = self.owners(&item, Product::Identity)?;
        let accounts = accounts
            .into_iter()
            .map(|account| with_owners(account, &owners))
            .collect();
        self.use_product(&mut item, Product::Identity).await?;
        Ok(IdentityResponse {
            accounts,
            item: item.shown(&self.catalogue),
            request_id: call.request_id(),
        })
    }

    /// How well what the app knows fits the owners of an Item's accounts.
    pub async fn identity_match(
        &self,
        call: &Call<'_>,
        token: &Sensitive,
        chosen: Option<&[AccountId]>,
        user: &MatchUser,
    ) -> Result<IdentityMatchResponse, Error> {
        check_account_ids(chosen)?;
        let known = matching::Known::parse(user)?;
        let mut item = self.open_item(call, token, Sealed::Identity).await?;
        let accounts = item.chosen_accounts(chosen)?;
        let owners = self.owners(&item, Product::IdentityMatch)?;
        let accounts = accounts
            .into_iter()
            .map(|account| with_scores(account, &owners, &known))
            .collect();
        self.use_product(&mut item, Product::IdentityMatch).await?;
        Ok(IdentityMatchResponse {
            accounts,
            item: item.shown(&self.catalogue),
            request_id: call.request_id(),
        })
    }

    /// The owners of each account of an Item that was opened with [`Sealed::Identity`].
    pub(crate) fn owners(&self, item: &OpenItem, product: Product) -> Result<Owners, Error> {
        item.healthy()?;
        item.allows(product, &self.catalogue)?;
        let text = item
            .opened(&self.vault, Column::Identity)?
            // The end user kept them to themselves.
            .ok_or(ErrorCode::AccessNotGranted)?;
        serde_json::from_str(&text).map_err(Error::internal)
    }
}

/// An account with its owners.
pub(crate) fn with_owners(account: Account, owners: &Owners) -> AccountWithOwners {
    let owners = owners.of(&account.account_id).to_vec();
    AccountWithOwners { account, owners }
}

/// An account with the scores of its best owner; a match does not show balances.
pub(crate) fn with_scores(
    mut account: Account,
    owners: &Owners,
    known: &matching::Known,
) -> AccountWithScores {
    account.balances = Balances::hidden();
    let scores = known.scores(owners.of(&account.account_id));
    AccountWithScores {
        account,
        address: scores.address,
        email_address: scores.email,
        legal_name: scores.name,
        phone_number: scores.phone,
    }
}
