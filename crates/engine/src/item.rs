//! An Item as a caller opened it: its row, read as what it means at this moment.

use crate::{Call, Engine};
use jiff::Timestamp;
use selvedge_banks::institution::{Catalogue, Institution};
use selvedge_model::account::{AuthMethod, VerificationStatus};
use selvedge_model::id::{AccountId, InstitutionId, ItemId, TeamId};
use selvedge_model::scope::{DataScope, scopes_of};
use selvedge_model::{Error, ErrorCode, Product, Sensitive};
use selvedge_store::repo::Team;
use selvedge_store::repo::items::{ItemRow, Sealed};
use selvedge_vault::{ItemKey, Place, TokenKind, Vault, token_shape};
use selvedge_wire::Doc;
use selvedge_wire::shape::account::Account;
use selvedge_wire::shape::item::{Item, ItemErrorBody, UpdateType};

/// An Item that a caller may read.
pub(crate) struct OpenItem {
    pub(crate) team: TeamId,
    pub(crate) products: Vec<Product>,
    pub(crate) billed: Vec<Product>,
    row: ItemRow,
    now: Timestamp,
}

impl Engine {
    /// The Item that an access token opens to the caller, with one of its sealed columns: one read.
    pub(crate) async fn open_item(
        &self,
        call: &Call<'_>,
        token: &Sensitive,
        sealed: Sealed,
    ) -> Result<OpenItem, Error> {
        if token.expose().is_empty() {
            return Err(Error::field("access_token must be a non-empty string"));
        }
        let keys = self.hashed(call);
        let hash = self.vault.hash_token(token.expose());
        let reader = self.store.reader();
        let found = reader
            .across_teams()
            .caller_with_item(keys.pair(), hash.as_bytes(), sealed)
            .await?;
        let Some((team, row)) = found else {
            return Err(self.refused(call).await);
        };
        call.belongs_to(&team);
        match row {
            None => Err(no_such_token(token)),
            Some(row) => OpenItem::new(team, row, call.ctx.now),
        }
    }
}

/// Unknown, removed, foreign and rotated-out tokens look the same; a token of another kind is named as such,
/// which its own text says already.
fn no_such_token(token: &Sensitive) -> Error {
    match token_shape(token.expose()) {
        Some((kind, _environment)) if kind != TokenKind::Access => Error::with(
            ErrorCode::InvalidAccessToken,
            format!(
                "the provided token is the wrong type; expected \"access\", got \"{}\"",
                kind.as_str()
            ),
        ),
        _ => ErrorCode::InvalidAccessToken.into(),
    }
}

impl OpenItem {
    pub(crate) fn new(team: TeamId, row: ItemRow, now: Timestamp) -> Result<Self, Error> {
        if row.removed_at.is_some() {
            return Err(ErrorCode::ItemNotFound.into());
        }
        let (products, billed) = (
            parse_products(&row.products),
            parse_products(&row.billed_products),
        );
        Ok(Self {
            team,
            products,
            billed,
            row,
            now,
        })
    }

    pub(crate) const fn id(&self) -> &ItemId {
        &self.row.item_id
    }

    pub(crate) const fn row(&self) -> &ItemRow {
        &self.row
    }

    pub(crate) fn institution_id(&self) -> Option<InstitutionId> {
        self.row.institution_id.as_deref().map(InstitutionId::new)
    }

    pub(crate) fn webhook(&self) -> Option<&str> {
        self.row.webhook.as_deref()
    }

    /// Why the Item is broken at this moment, if it is.
    pub(crate) fn broken(&self) -> Option<ErrorCode> {
        let stored = self.row.error_code.as_deref().and_then(ErrorCode::parse);
        let expired = |at: Option<Timestamp>| at.is_some_and(|at| at <= self.now);
        stored.or_else(|| {
            (expired(self.row.login_expires_at) || expired(self.row.consent_expires_at))
                .then_some(ErrorCode::ItemLoginRequired)
        })
    }

    /// An error when the Item is broken.
    pub(crate) fn healthy(&self) -> Result<(), Error> {
        self.broken().map_or(Ok(()), |code| Err(code.into()))
    }

    pub(crate) fn auth_method(&self) -> Option<AuthMethod> {
        self.row.auth_method.as_deref().and_then(AuthMethod::parse)
    }

    /// The accounts, as one piece of JSON where nothing has to be looked at.
    pub(crate) fn accounts_doc(&self) -> Result<Doc<Vec<Account>>, Error> {
        if self.verification_came_due() {
            return Doc::new(&self.accounts()?).map_err(Error::internal);
        }
        Ok(Doc::from_text(self.row.accounts.clone()))
    }

    /// The accounts.
    pub(crate) fn accounts(&self) -> Result<Vec<Account>, Error> {
        let mut accounts: Vec<Account> = serde_json::from_str(&self.row.accounts).map_err(Error::internal)?;
        if self.verification_came_due() {
            for account in &mut accounts {
                if account.verification_status == Some(VerificationStatus::PendingAutomaticVerification) {
                    account.verification_status = Some(VerificationStatus::AutomaticallyVerified);
                }
            }
        }
        Ok(accounts)
    }

    fn verification_came_due(&self) -> bool {
        self.row.verification_due_at.is_some_and(|at| at <= self.now)
    }

    /// The accounts that `ids` names (all when it is absent or empty), in the Item's order.
    pub(crate) fn chosen_accounts(&self, ids: Option<&[AccountId]>) -> Result<Vec<Account>, Error> {
        let accounts = self.accounts()?;
        let Some(ids) = ids.filter(|ids| !ids.is_empty()) else {
            return Ok(accounts);
        };
        for id in ids {
            if !accounts.iter().any(|account| account.account_id == *id) {
                return Err(ErrorCode::InvalidAccountId.into());
            }
        }
        Ok(accounts
            .into_iter()
            .filter(|account| ids.contains(&account.account_id))
            .collect())
    }

    /// The one account with this id.
    pub(crate) fn account(&self, id: &AccountId) -> Result<Account, Error> {
        let found = self
            .accounts()?
            .into_iter()
            .find(|account| account.account_id == *id);
        found.ok_or_else(|| ErrorCode::InvalidAccountId.into())
    }

    /// An error when the consent does not cover `product`, or the institution cannot have it.
    pub(crate) fn allows(&self, product: Product, catalogue: &Catalogue) -> Result<(), Error> {
        if self.products.contains(&product) {
            return Ok(());
        }
        if let Some(consented) = &self.row.consented_products {
            let granted = scopes(&parse_products(consented));
            if !scopes_of(product).iter().all(|scope| granted.contains(scope)) {
                let name = product.as_str().to_ascii_uppercase();
                let message =
                    format!("client does not have user consent to access the PRODUCT_{name} product");
                return Err(Error::with(ErrorCode::AdditionalConsentRequired, message));
            }
        }
        match self.institution(catalogue) {
            Some(institution) if institution.supports(product) => Ok(()),
            _ => Err(ErrorCode::ProductsNotSupported.into()),
        }
    }

    pub(crate) fn institution<'c>(&self, catalogue: &'c Catalogue) -> Option<&'c Institution> {
        catalogue.find(&self.institution_id()?)
    }

    /// The Item as answers show it.
    pub(crate) fn shown(&self, catalogue: &Catalogue) -> Item {
        let offered = self
            .institution(catalogue)
            .map_or(&[][..], |institution| &institution.products);
        let mut available: Vec<Product> = offered
            .iter()
            .copied()
            .filter(|product| !self.products.contains(product))
            .collect();
        available.sort_unstable_by_key(|product| product.as_str());
        let uses_numbers =
            self.products.contains(&Product::Auth) || self.products.contains(&Product::Transfer);
        Item {
            auth_method: self.auth_method().filter(|_| uses_numbers),
            available_products: available,
            billed_products: self.billed.clone(),
            consent_expiration_time: self.row.consent_expires_at,
            consented_products: self.row.consented_products.as_deref().map(parse_products),
            error: None,
            institution_id: self.institution_id(),
            institution_name: self.row.institution_name.clone(),
            item_id: self.row.item_id.clone(),
            products: self.products.clone(),
            update_type: UpdateType::Background,
            webhook: Some(self.row.webhook.clone().unwrap_or_default()),
        }
    }

    /// What is wrong with the Item, as `/item/get` shows it.
    pub(crate) fn shown_error(&self) -> Option<ItemErrorBody> {
        self.broken().map(|code| ItemErrorBody::from(&Error::new(code)))
    }

    /// What the end user shared, by the products in use and those consented to.
    pub(crate) fn data_scopes(&self) -> Vec<DataScope> {
        let consented = self
            .row
            .consented_products
            .as_deref()
            .map(parse_products)
            .unwrap_or_default();
        scopes(&[self.products.clone(), consented].concat())
    }

    /// The Item's key.
    pub(crate) fn key(&self, vault: &Vault) -> Result<ItemKey, Error> {
        let wrapped = self.row.dek.as_deref().ok_or(ErrorCode::ItemNotFound)?;
        Ok(vault.item_key(&self.team, self.id(), wrapped)?)
    }

    /// The sealed column that was read along, opened: JSON in the column's own words. `None` when it is empty.
    pub(crate) fn opened(&self, vault: &Vault, column: Column) -> Result<Option<String>, Error> {
        let Some(sealed) = &self.row.sealed else {
            return Ok(None);
        };
        let plain = self.key(vault)?.open(column.place(self.id()), sealed)?;
        String::from_utf8(plain.to_vec())
            .map(Some)
            .map_err(|_utf8| Error::internal("a sealed column is not text"))
    }
}

/// A sealed column of an Item.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Column {
    Numbers,
    Identity,
    Grant,
}

impl Column {
    pub(crate) fn place(self, item: &ItemId) -> Place<'_> {
        let (table, column) = match self {
            Self::Numbers => ("items", "numbers"),
            Self::Identity => ("item_secrets", "identity"),
            Self::Grant => ("item_secrets", "bank_grant"),
        };
        Place::new(table, column, item.as_str())
    }
}

/// An error when the Item was removed since it was read; otherwise it stands until the transaction ends.
pub(crate) async fn hold(scope: &Team<'_>, item: &ItemId) -> Result<(), Error> {
    if scope.hold_item(item).await? {
        Ok(())
    } else {
        Err(ErrorCode::ItemNotFound.into())
    }
}

/// Account ids that could be some: looked at before anything else of the call.
pub(crate) fn check_account_ids(ids: Option<&[AccountId]>) -> Result<(), Error> {
    let mut ids = ids.unwrap_or_default().iter();
    ids.try_for_each(|id| check_account_id(id, "options.account_ids must contain valid account IDs"))
}

/// An account id that could be one, or the contract's words for one that could not.
pub(crate) fn check_account_id(id: &AccountId, message: &'static str) -> Result<(), Error> {
    if id.is_well_formed() {
        Ok(())
    } else {
        Err(Error::field(message))
    }
}

/// The scopes that `products` need, each once, in the contract's order.
pub(crate) fn scopes(products: &[Product]) -> Vec<DataScope> {
    DataScope::ALL
        .iter()
        .copied()
        .filter(|scope| products.iter().any(|product| scopes_of(*product).contains(scope)))
        .collect()
}

/// A stored list of products.
pub(crate) fn parse_products(text: &str) -> Vec<Product> {
    text.split(',').filter_map(Product::parse).collect()
}

/// A list of products as stored: by name, each once.
pub(crate) fn join_products(products: &[Product]) -> String {
    let mut names: Vec<&str> = products.iter().map(|product| product.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    names.join(",")
}
