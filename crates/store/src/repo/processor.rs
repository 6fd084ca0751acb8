//! Processor tokens: one account of one Item, opened to one holder.

use crate::repo::items::{ItemRow, Sealed, item_columns, join_secrets};
use crate::repo::{AcrossTeams, Team};
use crate::sql::statements;
use crate::{Failure, Row, Sql};
use jiff::Timestamp;
use selvedge_model::id::{AccountId, ItemId, TeamId};

/// A processor token as stored.
#[derive(Debug, Clone)]
pub struct ProcessorTokenRow {
    /// The team that made it.
    pub team_id: TeamId,
    /// The Item.
    pub item_id: ItemId,
    /// The account.
    pub account_id: AccountId,
    /// Products it may be used for, comma-separated; empty for all.
    pub permissions: String,
}

/// A new processor token.
#[derive(Debug)]
pub struct NewProcessorToken<'a> {
    /// Its hash.
    pub hash: &'a [u8],
    /// The Item.
    pub item_id: &'a ItemId,
    /// The account.
    pub account_id: &'a AccountId,
    /// The partner's name.
    pub processor: &'a str,
    /// Set when the maker itself holds it.
    pub holder: Option<&'a TeamId>,
    /// When it was made.
    pub created_at: Timestamp,
}

// The caller holds a token that it made for its own tests, and one made for the partner that it is.
macro_rules! held_by_caller {
    () => {
        "(p.holder = $2 OR (p.holder IS NULL AND EXISTS (SELECT 1 FROM partners r \
           WHERE r.team_id = $2 AND r.processor = p.processor \
             AND (r.granted_by IS NULL OR r.granted_by = p.team_id))))"
    };
}

macro_rules! with_processor_item {
    ($sealed:literal, $join:expr) => {
        concat!(
            "SELECT p.team_id, p.account_id, p.permissions, ",
            item_columns!(),
            ", ",
            $sealed,
            " FROM processor_tokens p JOIN items i ON i.team_id = p.team_id AND i.item_id = p.item_id",
            $join,
            " WHERE p.token_hash = $1 AND ",
            held_by_caller!()
        )
    };
}

statements! {
    INSERT_PROCESSOR_TOKEN = "\
        INSERT INTO processor_tokens (token_hash, team_id, item_id, account_id, processor, holder, permissions, \
          created_at) VALUES ($1, $2, $3, $4, $5, $6, '', $7)";
    FIND_PROCESSOR_TOKEN = "\
        SELECT p.team_id, p.item_id, p.account_id, p.permissions \
        FROM processor_tokens p \
        JOIN items i ON i.team_id = p.team_id AND i.item_id = p.item_id AND i.removed_at IS NULL \
        WHERE p.team_id = $1 AND p.token_hash = $2";
    HELD_WITH_NUMBERS = with_processor_item!("i.numbers", "");
    HELD_WITH_IDENTITY = with_processor_item!("s.identity", join_secrets!());
    HELD_WITH_GRANT = with_processor_item!("s.bank_grant", join_secrets!());
    SET_PERMISSIONS = "\
        UPDATE processor_tokens SET permissions = $1 WHERE team_id = $2 AND token_hash = $3";
    DELETE_PROCESSOR_TOKENS_OF_ACCOUNT = "\
        DELETE FROM processor_tokens WHERE team_id = $1 AND item_id = $2 AND account_id = $3";
    SET_PROCESSOR_WEBHOOK = "UPDATE processor_tokens SET webhook = $1 WHERE token_hash = $2";
}

impl Team<'_> {
    /// Adds a processor token.
    pub async fn insert_processor_token(&self, token: &NewProcessorToken<'_>) -> Result<(), Failure> {
        let args = [
            token.hash.into(),
            self.id.as_str().into(),
            token.item_id.as_str().into(),
            token.account_id.as_str().into(),
            token.processor.into(),
            token.holder.map(TeamId::as_str).into(),
            token.created_at.into(),
        ];
        self.tx.execute(&INSERT_PROCESSOR_TOKEN, &args).await.map(drop)
    }

    /// The processor token with this hash that this team made, while its Item stands.
    pub async fn processor_token(&self, hash: &[u8]) -> Result<Option<ProcessorTokenRow>, Failure> {
        self.tx
            .optional(
                &FIND_PROCESSOR_TOKEN,
                &[self.id.as_str().into(), hash.into()],
                |row| {
                    Ok(ProcessorTokenRow {
                        team_id: TeamId::new(row.text(0)?),
                        item_id: ItemId::new(row.text(1)?),
                        account_id: AccountId::new(row.text(2)?),
                        permissions: row.text(3)?.to_owned(),
                    })
                },
            )
            .await
    }

    /// Deletes the processor tokens of an account that is no longer shared.
    pub async fn delete_processor_tokens_of(
        &self,
        item: &ItemId,
        account: &AccountId,
    ) -> Result<(), Failure> {
        let args = [
            self.id.as_str().into(),
            item.as_str().into(),
            account.as_str().into(),
        ];
        self.tx
            .execute(&DELETE_PROCESSOR_TOKENS_OF_ACCOUNT, &args)
            .await
            .map(drop)
    }

    /// Replaces what the token may be used for; says whether this team made it.
    pub async fn set_permissions(&self, hash: &[u8], permissions: &str) -> Result<bool, Failure> {
        let args = [permissions.into(), self.id.as_str().into(), hash.into()];
        self.tx
            .execute(&SET_PERMISSIONS, &args)
            .await
            .map(|rows| rows == 1)
    }
}

impl AcrossTeams<'_> {
    /// The processor token with this hash, if `holder` holds it, and its Item.
    pub async fn held_processor_token(
        &self,
        holder: &TeamId,
        hash: &[u8],
        sealed: Sealed,
    ) -> Result<Option<(ProcessorTokenRow, ItemRow)>, Failure> {
        let sql: &'static Sql = match sealed {
            Sealed::Numbers => &HELD_WITH_NUMBERS,
            Sealed::Identity => &HELD_WITH_IDENTITY,
            Sealed::Grant => &HELD_WITH_GRANT,
        };
        self.tx
            .optional(sql, &[hash.into(), holder.as_str().into()], read_held)
            .await
    }

    /// Replaces the webhook URL of a token that the caller was found to hold.
    pub async fn set_processor_webhook(&self, hash: &[u8], url: Option<&str>) -> Result<bool, Failure> {
        self.tx
            .execute(&SET_PROCESSOR_WEBHOOK, &[url.into(), hash.into()])
            .await
            .map(|rows| rows == 1)
    }
}

fn read_held(row: &Row<'_>) -> Result<(ProcessorTokenRow, ItemRow), Failure> {
    let item = ItemRow::read(row, 3)?;
    let token = ProcessorTokenRow {
        team_id: TeamId::new(row.text(0)?),
        item_id: item.item_id.clone(),
        account_id: AccountId::new(row.text(1)?),
        permissions: row.text(2)?.to_owned(),
    };
    Ok((token, item))
}
