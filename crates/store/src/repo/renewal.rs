//! Items whose connection is renewed: by their own end user, or because the same login was repaired elsewhere.

use crate::Failure;
use crate::repo::items::{ItemRow, item_columns, join_secrets};
use crate::repo::{AcrossTeams, Team};
use crate::sql::statements;
use jiff::Timestamp;
use selvedge_model::id::{ItemId, TeamId, UserId};

/// An Item after its connection was renewed: what it had before goes.
#[derive(Clone)]
#[expect(missing_debug_implementations, reason = "a row holds whom it belongs to")]
pub struct RenewedItem {
    /// Its id.
    pub item_id: ItemId,
    /// Products that consent covers.
    pub consented_products: Option<String>,
    /// How the numbers were obtained.
    pub auth_method: Option<String>,
    /// When the login stops working by itself.
    pub login_expires_at: Option<Timestamp>,
    /// When the consent ends.
    pub consent_expires_at: Option<Timestamp>,
    /// When a pending automatic verification succeeds.
    pub verification_due_at: Option<Timestamp>,
    /// The accounts, in the contract's JSON.
    pub accounts: String,
    /// Sealed account and routing numbers.
    pub numbers: Option<Vec<u8>>,
    /// Sealed owners.
    pub identity: Option<Vec<u8>>,
    /// Sealed grant.
    pub grant: Option<Vec<u8>>,
    /// The same for the same login at the same bank.
    pub login_hash: Option<Vec<u8>>,
}

/// A broken Item of a login that works again.
#[derive(Debug, Clone)]
pub struct RepairableItem {
    /// Whose it is.
    pub team_id: TeamId,
    /// Its id.
    pub item_id: ItemId,
    /// The end user.
    pub user_id: Option<UserId>,
    /// Where its webhooks go.
    pub webhook: Option<String>,
}

statements! {
    FIND_ITEM_WITH_GRANT = concat!(
        "SELECT ", item_columns!(), ", s.bank_grant FROM items i", join_secrets!(),
        " WHERE i.team_id = $1 AND i.item_id = $2"
    );
    ITEMS_OF_USER = concat!(
        "SELECT ", item_columns!(), ", i.numbers FROM items i \
          WHERE i.team_id = $1 AND i.user_id = $2 AND i.removed_at IS NULL ORDER BY i.created_at DESC, i.item_id"
    );
    USER_OF_ITEM = "SELECT user_id FROM items WHERE team_id = $1 AND item_id = $2";
    RENEW_ITEM = "\
        UPDATE items SET consented_products = $1, auth_method = $2, login_expires_at = $3, \
          consent_expires_at = $4, verification_due_at = $5, accounts = $6, numbers = $7, login_hash = $8, \
          error_code = NULL \
        WHERE team_id = $9 AND item_id = $10 AND removed_at IS NULL AND accounts = $11";
    RENEW_SECRETS = "\
        UPDATE item_secrets SET identity = $1, bank_grant = $2 WHERE team_id = $3 AND item_id = $4";
    REPAIRABLE_ITEMS = "\
        SELECT team_id, item_id, user_id, webhook FROM items \
        WHERE login_hash = $1 AND removed_at IS NULL \
          AND (error_code = $2 OR (error_code IS NULL AND login_expires_at <= $3))";
    REPAIR_ITEM = "\
        UPDATE items SET error_code = NULL, login_expires_at = $1 \
        WHERE team_id = $2 AND item_id = $3 AND removed_at IS NULL \
          AND (error_code = $4 OR (error_code IS NULL AND login_expires_at <= $5))";
}

impl Team<'_> {
    /// The Item with this id and its sealed grant, removed or not.
    pub async fn item_with_grant(&self, item: &ItemId) -> Result<Option<ItemRow>, Failure> {
        let args = [self.id.as_str().into(), item.as_str().into()];
        self.tx
            .optional(&FIND_ITEM_WITH_GRANT, &args, |row| ItemRow::read(row, 0))
            .await
    }

    /// The end user of an Item.
    pub async fn user_of_item(&self, item: &ItemId) -> Result<Option<UserId>, Failure> {
        let args = [self.id.as_str().into(), item.as_str().into()];
        let found = self
            .tx
            .optional(&USER_OF_ITEM, &args, |row| Ok(row.opt_text(0)?.map(UserId::new)))
            .await?;
        Ok(found.flatten())
    }

    /// The Items of an end user that stand, newest first, with their numbers.
    pub async fn items_of_user(&self, user: &UserId) -> Result<Vec<ItemRow>, Failure> {
        let args = [self.id.as_str().into(), user.as_str().into()];
        self.tx
            .all(&ITEMS_OF_USER, &args, |row| ItemRow::read(row, 0))
            .await
    }

    /// Renews an Item and heals it, if its accounts are still `before`; says whether they were. To be called
    /// in a transaction.
    pub async fn renew_item(&self, to: &RenewedItem, before: &str) -> Result<bool, Failure> {
        let args = [
            to.consented_products.as_deref().into(),
            to.auth_method.as_deref().into(),
            to.login_expires_at.into(),
            to.consent_expires_at.into(),
            to.verification_due_at.into(),
            (&to.accounts).into(),
            to.numbers.as_deref().into(),
            to.login_hash.as_deref().into(),
            self.id.as_str().into(),
            to.item_id.as_str().into(),
            before.into(),
        ];
        if self.tx.execute(&RENEW_ITEM, &args).await? != 1 {
            return Ok(false);
        }
        let args = [
            to.identity.as_deref().into(),
            to.grant.as_deref().into(),
            self.id.as_str().into(),
            to.item_id.as_str().into(),
        ];
        self.tx.execute(&RENEW_SECRETS, &args).await.map(|_rows| true)
    }

    /// Heals an Item whose login works again, if it is still broken by `code` or by its age; says whether it
    /// was.
    pub async fn repair_item(
        &self,
        item: &ItemId,
        code: &str,
        (now, login_expires_at): (Timestamp, Option<Timestamp>),
    ) -> Result<bool, Failure> {
        let args = [
            login_expires_at.into(),
            self.id.as_str().into(),
            item.as_str().into(),
            code.into(),
            now.into(),
        ];
        self.tx.execute(&REPAIR_ITEM, &args).await.map(|rows| rows == 1)
    }
}

impl AcrossTeams<'_> {
    /// Every Item of a login that is broken by `code` or by its age: whoever repairs the login in one app
    /// repairs it in all.
    pub async fn repairable_items(
        &self,
        login_hash: &[u8],
        code: &str,
        now: Timestamp,
    ) -> Result<Vec<RepairableItem>, Failure> {
        let args = [login_hash.into(), code.into(), now.into()];
        self.tx
            .all(&REPAIRABLE_ITEMS, &args, |row| {
                Ok(RepairableItem {
                    team_id: TeamId::new(row.text(0)?),
                    item_id: ItemId::new(row.text(1)?),
                    user_id: row.opt_text(2)?.map(UserId::new),
                    webhook: row.opt_text(3)?.map(str::to_owned),
                })
            })
            .await
    }
}
