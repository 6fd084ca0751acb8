//! `/auth/get`: account and routing numbers.

use crate::item::{Column, OpenItem, check_account_ids, join_products, parse_products};
use crate::{Call, Engine};
use selvedge_model::account::{AuthMethod, VerificationStatus};
use selvedge_model::id::{AccountId, ItemId, TeamId};
use selvedge_model::{Error, ErrorCode, Product, Sensitive};
use selvedge_store::Tx;
use selvedge_store::repo::items::Sealed;
use selvedge_wire::Doc;
use selvedge_wire::endpoint::account::AuthResponse;
use selvedge_wire::shape::account::Account;
use selvedge_wire::shape::numbers::Numbers;

impl Engine {
    /// Gives the numbers of an Item's accounts.
    ///
    /// The usual case (every account, verified at once) splices two stored documents into the answer; only a
    /// filter or a manual verification makes it look inside.
    pub async fn auth_get(
        &self,
        call: &Call<'_>,
        token: &Sensitive,
        chosen: Option<&[AccountId]>,
    ) -> Result<AuthResponse, Error> {
        check_account_ids(chosen)?;
        let mut item = self.open_item(call, token, Sealed::Numbers).await?;
        let chosen = chosen.filter(|ids| !ids.is_empty());
        let filtered = chosen.map(|ids| item.chosen_accounts(Some(ids))).transpose()?;
        item.healthy()?;
        numbers_ready(&item)?;
        item.allows(Product::Auth, &self.catalogue)?;
        let numbers = item
            .opened(&self.vault, Column::Numbers)?
            .ok_or(ErrorCode::NoAuthAccounts)?;
        let (accounts, numbers) = match filtered {
            None => (item.accounts_doc()?, Doc::from_text(numbers)),
            Some(accounts) => only(&accounts, &numbers)?,
        };
        self.use_product(&mut item, Product::Auth).await?;
        Ok(AuthResponse {
            accounts,
            item: item.shown(&self.catalogue),
            numbers,
            request_id: call.request_id(),
        })
    }

    /// Adds a product to an Item at its first use.
    pub(crate) async fn use_product(&self, item: &mut OpenItem, product: Product) -> Result<(), Error> {
        if item.products.contains(&product) && item.billed.contains(&product) {
            return Ok(());
        }
        let (team, id) = (item.team.clone(), item.id().clone());
        let (products, billed) = self
            .store
            .write(move |tx| Box::pin(async move { add_product(tx, &team, &id, product).await }))
            .await?;
        item.products = parse_products(&products);
        item.billed = parse_products(&billed);
        Ok(())
    }
}

/// Adds a product to both lists of an Item, whatever another request adds to them meanwhile.
pub(crate) async fn add_product(
    tx: &Tx,
    team: &TeamId,
    item: &ItemId,
    product: Product,
) -> Result<(String, String), Error> {
    let with = |list: &str| {
        let mut list = parse_products(list);
        list.push(product);
        join_products(&list)
    };
    let scope = tx.team(team);
    while let Some((products, billed)) = scope.products_of(item).await? {
        let new = (with(&products), with(&billed));
        if scope
            .set_products(item, (&new.0, &new.1), (&products, &billed))
            .await?
        {
            return Ok(new);
        }
    }
    Err(ErrorCode::ItemConcurrentlyDeleted.into())
}

/// An error while the numbers are not verified. Those that came with the sign-in need no proof; a failed or
/// expired verification can never be mended, and the contract has no better code for it.
pub(crate) fn numbers_ready(item: &OpenItem) -> Result<(), Error> {
    if matches!(
        item.auth_method(),
        Some(AuthMethod::InstantAuth | AuthMethod::InstantMatch)
    ) {
        return Ok(());
    }
    if item.accounts()?.iter().any(is_unverified) {
        return Err(ErrorCode::ProductNotReady.into());
    }
    Ok(())
}

/// Whether the numbers of an account may not be given out (yet, or ever).
pub(crate) fn is_unverified(account: &Account) -> bool {
    account.verification_status.is_some_and(|status| match status {
        VerificationStatus::PendingAutomaticVerification
        | VerificationStatus::PendingManualVerification
        | VerificationStatus::Unsent
        | VerificationStatus::VerificationExpired
        | VerificationStatus::VerificationFailed => true,
        VerificationStatus::AutomaticallyVerified
        | VerificationStatus::ManuallyVerified
        | VerificationStatus::DatabaseMatched
        | VerificationStatus::DatabaseInsightsPass
        | VerificationStatus::DatabaseInsightsPassWithCaution
        | VerificationStatus::DatabaseInsightsFail => false,
    })
}

type Documents = (Doc<Vec<Account>>, Doc<Numbers>);

fn only(accounts: &[Account], numbers: &str) -> Result<Documents, Error> {
    let mut numbers: Numbers = serde_json::from_str(numbers).map_err(Error::internal)?;
    numbers.retain(|id| accounts.iter().any(|account| account.account_id == *id));
    if numbers.is_empty() {
        return Err(ErrorCode::NoAuthAccounts.into());
    }
    let accounts = Doc::new(&accounts.to_vec()).map_err(Error::internal)?;
    Ok((accounts, Doc::new(&numbers).map_err(Error::internal)?))
}
