//! Items: one row holds what most requests need of one, so that a hot endpoint reads once and little; what few
//! endpoints need stands in `item_secrets` and is joined for those.

use crate::repo::Team;
use crate::sql::statements;
use crate::{Arg, Failure, Row};
use jiff::Timestamp;
use selvedge_model::id::ItemId;

/// An Item as stored. Lists are comma-separated, `accounts` is a JSON array, `sealed` is the one sealed
/// column that the reader asked for.
#[expect(missing_debug_implementations, reason = "a row holds whom it belongs to")]
#[derive(Clone)]
pub struct ItemRow {
    /// Its id.
    pub item_id: ItemId,
    /// How often the access token was rotated.
    pub access_generation: i64,
    /// The bank.
    pub institution_id: Option<String>,
    /// The bank's name at the time of linking.
    pub institution_name: Option<String>,
    /// Where webhooks go.
    pub webhook: Option<String>,
    /// Products added.
    pub products: String,
    /// Products in use.
    pub billed_products: String,
    /// Products that consent covers; `None` when consent was not asked product by product.
    pub consented_products: Option<String>,
    /// How the numbers were obtained.
    pub auth_method: Option<String>,
    /// Why the Item is broken.
    pub error_code: Option<String>,
    /// When it was linked.
    pub created_at: Timestamp,
    /// When the login stops working by itself.
    pub login_expires_at: Option<Timestamp>,
    /// When the consent ends.
    pub consent_expires_at: Option<Timestamp>,
    /// When a pending automatic verification succeeds.
    pub verification_due_at: Option<Timestamp>,
    /// When it was removed.
    pub removed_at: Option<Timestamp>,
    /// The accounts, in the contract's JSON.
    pub accounts: String,
    /// The wrapped key; gone once the Item is removed.
    pub dek: Option<Vec<u8>>,
    /// The sealed column that was asked for.
    pub sealed: Option<Vec<u8>>,
}

/// Which sealed column to read along.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sealed {
    /// Account and routing numbers.
    Numbers,
    /// Owners.
    Identity,
    /// What the connector needs to reach the bank again.
    Grant,
}

/// The columns of [`ItemRow`] but the sealed one, of a table called `i`.
macro_rules! item_columns {
    () => {
        "i.item_id, i.access_generation, i.institution_id, i.institution_name, i.webhook, i.products, \
         i.billed_products, i.consented_products, i.auth_method, i.error_code, i.created_at, \
         i.login_expires_at, i.consent_expires_at, i.verification_due_at, i.removed_at, \
         i.accounts, i.dek"
    };
}
pub(crate) use item_columns;

/// Joins the secrets of the Item `i` as a table called `s`.
macro_rules! join_secrets {
    () => {
        " LEFT JOIN item_secrets s ON s.team_id = i.team_id AND s.item_id = i.item_id"
    };
}
pub(crate) use join_secrets;

impl ItemRow {
    /// Reads the columns of `item_columns!` and the sealed one, starting at `first`.
    pub(crate) fn read(row: &Row<'_>, first: usize) -> Result<Self, Failure> {
        let text = |column| row.opt_text(first + column).map(|text| text.map(str::to_owned));
        let bytes = |column| {
            row.opt_bytes(first + column)
                .map(|bytes| bytes.map(<[u8]>::to_vec))
        };
        Ok(Self {
            item_id: ItemId::new(row.text(first)?),
            access_generation: row.int(first + 1)?,
            institution_id: text(2)?,
            institution_name: text(3)?,
            webhook: text(4)?,
            products: row.text(first + 5)?.to_owned(),
            billed_products: row.text(first + 6)?.to_owned(),
            consented_products: text(7)?,
            auth_method: text(8)?,
            error_code: text(9)?,
            created_at: row.time(first + 10)?,
            login_expires_at: row.opt_time(first + 11)?,
            consent_expires_at: row.opt_time(first + 12)?,
            verification_due_at: row.opt_time(first + 13)?,
            removed_at: row.opt_time(first + 14)?,
            accounts: row.text(first + 15)?.to_owned(),
            dek: bytes(16)?,
            sealed: bytes(17)?,
        })
    }
}

/// A new Item.
#[derive(Clone)]
#[expect(missing_debug_implementations, reason = "a row holds whom it belongs to")]
pub struct NewItem {
    /// Its id.
    pub item_id: ItemId,
    /// The access token's hash.
    pub access_hash: Vec<u8>,
    /// The bank.
    pub institution_id: Option<String>,
    /// The bank's name.
    pub institution_name: Option<String>,
    /// Where webhooks go.
    pub webhook: Option<String>,
    /// Products added.
    pub products: String,
    /// Products in use.
    pub billed_products: String,
    /// Products that consent covers; `None` when consent was not asked product by product.
    pub consented_products: Option<String>,
    /// How the numbers were obtained.
    pub auth_method: Option<String>,
    /// Why the Item is broken from its beginning.
    pub error_code: Option<String>,
    /// When it was linked.
    pub created_at: Timestamp,
    /// When the login stops working by itself.
    pub login_expires_at: Option<Timestamp>,
    /// When the consent ends.
    pub consent_expires_at: Option<Timestamp>,
    /// When a pending automatic verification succeeds.
    pub verification_due_at: Option<Timestamp>,
    /// The end user.
    pub user_id: Option<String>,
    /// The accounts, in the contract's JSON.
    pub accounts: String,
    /// The wrapped key.
    pub dek: Vec<u8>,
    /// Sealed account and routing numbers.
    pub numbers: Option<Vec<u8>>,
    /// Sealed owners.
    pub identity: Option<Vec<u8>>,
    /// Sealed grant.
    pub grant: Option<Vec<u8>>,
    /// The same for the same login at the same bank.
    pub login_hash: Option<Vec<u8>>,
}

statements! {
    INSERT_ITEM = "\
        INSERT INTO items (team_id, item_id, access_hash, access_generation, institution_id, institution_name, \
          webhook, products, billed_products, auth_method, error_code, created_at, login_expires_at, \
          consent_expires_at, verification_due_at, user_id, accounts, dek, numbers, consented_products, \
          login_hash) \
        VALUES ($1, $2, $3, 0, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)";
    INSERT_SECRETS = "\
        INSERT INTO item_secrets (team_id, item_id, identity, bank_grant) VALUES ($1, $2, $3, $4)";
    PRODUCTS_OF = "\
        SELECT products, billed_products FROM items \
        WHERE team_id = $1 AND item_id = $2 AND removed_at IS NULL";
    SET_PRODUCTS = "\
        UPDATE items SET products = $1, billed_products = $2 \
        WHERE team_id = $3 AND item_id = $4 AND removed_at IS NULL AND products = $5 AND billed_products = $6";
    SET_WEBHOOK = "\
        UPDATE items SET webhook = $1 WHERE team_id = $2 AND item_id = $3 AND removed_at IS NULL";
    SET_ERROR = "\
        UPDATE items SET error_code = $1 WHERE team_id = $2 AND item_id = $3 AND removed_at IS NULL";
    SET_ACCOUNTS = "\
        UPDATE items SET accounts = $1, verification_due_at = $2 \
        WHERE team_id = $3 AND item_id = $4 AND removed_at IS NULL AND accounts = $5";
    ROTATE_ACCESS = "\
        UPDATE items SET access_hash = $1, access_generation = access_generation + 1 \
        WHERE team_id = $2 AND item_id = $3 AND access_generation = $4 AND removed_at IS NULL";
    REMOVE_ITEM = "\
        UPDATE items SET removed_at = $1, accounts = '[]', dek = NULL, numbers = NULL, webhook = NULL \
        WHERE team_id = $2 AND item_id = $3 AND removed_at IS NULL";
    REMOVE_SECRETS = "DELETE FROM item_secrets WHERE team_id = $1 AND item_id = $2";
    HOLD_ITEM = sqlite "SELECT 1 FROM items WHERE team_id = $1 AND item_id = $2 AND removed_at IS NULL",
      postgres "SELECT 1 FROM items WHERE team_id = $1 AND item_id = $2 AND removed_at IS NULL FOR UPDATE";
    DELETE_ITEMS = "DELETE FROM items WHERE team_id = $1";
}

impl Team<'_> {
    /// Adds an Item and its secrets: to be called in a transaction.
    pub async fn insert_item(&self, item: &NewItem) -> Result<(), Failure> {
        let args: [Arg<'_>; 20] = [
            self.id.as_str().into(),
            item.item_id.as_str().into(),
            (&item.access_hash).into(),
            item.institution_id.as_deref().into(),
            item.institution_name.as_deref().into(),
            item.webhook.as_deref().into(),
            (&item.products).into(),
            (&item.billed_products).into(),
            item.auth_method.as_deref().into(),
            item.error_code.as_deref().into(),
            item.created_at.into(),
            item.login_expires_at.into(),
            item.consent_expires_at.into(),
            item.verification_due_at.into(),
            item.user_id.as_deref().into(),
            (&item.accounts).into(),
            (&item.dek).into(),
            item.numbers.as_deref().into(),
            item.consented_products.as_deref().into(),
            item.login_hash.as_deref().into(),
        ];
        self.tx.execute(&INSERT_ITEM, &args).await?;
        let secrets = [
            self.id.as_str().into(),
            item.item_id.as_str().into(),
            item.identity.as_deref().into(),
            item.grant.as_deref().into(),
        ];
        self.tx.execute(&INSERT_SECRETS, &secrets).await.map(drop)
    }

    /// The product lists, added and in use, of an Item that stands.
    pub async fn products_of(&self, item: &ItemId) -> Result<Option<(String, String)>, Failure> {
        let args = [self.id.as_str().into(), item.as_str().into()];
        self.tx
            .optional(&PRODUCTS_OF, &args, |row| {
                Ok((row.text(0)?.to_owned(), row.text(1)?.to_owned()))
            })
            .await
    }

    /// Replaces the product lists, if they are still `before`; says whether they were.
    pub async fn set_products(
        &self,
        item: &ItemId,
        (products, billed): (&str, &str),
        before: (&str, &str),
    ) -> Result<bool, Failure> {
        let args = [
            products.into(),
            billed.into(),
            self.id.as_str().into(),
            item.as_str().into(),
            before.0.into(),
            before.1.into(),
        ];
        self.tx.execute(&SET_PRODUCTS, &args).await.map(|rows| rows == 1)
    }

    /// Replaces the webhook URL; says whether the Item still stands.
    pub async fn set_webhook(&self, item: &ItemId, url: Option<&str>) -> Result<bool, Failure> {
        let args = [url.into(), self.id.as_str().into(), item.as_str().into()];
        self.tx.execute(&SET_WEBHOOK, &args).await.map(|rows| rows == 1)
    }

    /// Breaks or repairs the Item; says whether it still stands.
    pub async fn set_error(&self, item: &ItemId, code: Option<&str>) -> Result<bool, Failure> {
        let args = [code.into(), self.id.as_str().into(), item.as_str().into()];
        self.tx.execute(&SET_ERROR, &args).await.map(|rows| rows == 1)
    }

    /// Replaces the accounts, if they are still `before`; says whether they were.
    pub async fn set_accounts(&self, item: &ItemId, accounts: &str, before: &str) -> Result<bool, Failure> {
        let args = [
            accounts.into(),
            Arg::Null,
            self.id.as_str().into(),
            item.as_str().into(),
            before.into(),
        ];
        self.tx.execute(&SET_ACCOUNTS, &args).await.map(|rows| rows == 1)
    }

    /// Replaces the access token's hash, if it was rotated `generation` times so far; says whether it was.
    pub async fn rotate_access(&self, item: &ItemId, hash: &[u8], generation: i64) -> Result<bool, Failure> {
        let args = [
            hash.into(),
            self.id.as_str().into(),
            item.as_str().into(),
            generation.into(),
        ];
        self.tx.execute(&ROTATE_ACCESS, &args).await.map(|rows| rows == 1)
    }

    /// Whether the Item stands; if so, it does until the transaction ends.
    pub async fn hold_item(&self, item: &ItemId) -> Result<bool, Failure> {
        let args = [self.id.as_str().into(), item.as_str().into()];
        let held = self.tx.optional(&HOLD_ITEM, &args, |_row| Ok(())).await?;
        Ok(held.is_some())
    }

    /// Ends the Item and destroys its key and data; says whether it stood. To be called in a transaction.
    pub async fn remove_item(&self, item: &ItemId, at: Timestamp) -> Result<bool, Failure> {
        let args = [at.into(), self.id.as_str().into(), item.as_str().into()];
        if self.tx.execute(&REMOVE_ITEM, &args).await? != 1 {
            return Ok(false);
        }
        let args = [self.id.as_str().into(), item.as_str().into()];
        self.tx.execute(&REMOVE_SECRETS, &args).await.map(|_rows| true)
    }

    /// Deletes every Item with all that hangs from them.
    pub async fn delete_items(&self) -> Result<(), Failure> {
        self.tx
            .execute(&DELETE_ITEMS, &[self.id.as_str().into()])
            .await
            .map(drop)
    }
}
