//! Link tokens: a sealed configuration and its life.

use crate::Failure;
use crate::repo::Team;
use crate::sql::statements;
use jiff::Timestamp;
use selvedge_model::id::{ItemId, UserId};

/// A link token as stored.
#[derive(Debug, Clone)]
pub struct LinkTokenRow {
    /// The id that its configuration is sealed under.
    pub row: String,
    /// The end user.
    pub user_id: Option<UserId>,
    /// The configuration, sealed.
    pub config: Vec<u8>,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it ends.
    pub expires_at: Timestamp,
}

/// A new link token.
#[derive(Debug)]
pub struct NewLinkToken<'a> {
    /// Its hash.
    pub hash: &'a [u8],
    /// The Item that it references.
    pub item_id: Option<&'a ItemId>,
    /// The row.
    pub row: LinkTokenRow,
}

statements! {
    INSERT_LINK_TOKEN = "\
        INSERT INTO link_tokens (team_id, token_hash, token_row, item_id, user_id, config, created_at, expires_at) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    FIND_LINK_TOKEN = "\
        SELECT token_row, user_id, config, created_at, expires_at FROM link_tokens \
        WHERE team_id = $1 AND token_hash = $2";
    DELETE_LINK_TOKENS = "DELETE FROM link_tokens WHERE team_id = $1";
    DELETE_LINK_TOKENS_OF_ITEM = "DELETE FROM link_tokens WHERE team_id = $1 AND item_id = $2";
}

impl Team<'_> {
    /// Adds a link token.
    pub async fn insert_link_token(&self, token: &NewLinkToken<'_>) -> Result<(), Failure> {
        let args = [
            self.id.as_str().into(),
            token.hash.into(),
            (&token.row.row).into(),
            token.item_id.map(ItemId::as_str).into(),
            token.row.user_id.as_ref().map(UserId::as_str).into(),
            (&token.row.config).into(),
            token.row.created_at.into(),
            token.row.expires_at.into(),
        ];
        self.tx.execute(&INSERT_LINK_TOKEN, &args).await.map(drop)
    }

    /// The link token with this hash.
    pub async fn link_token(&self, hash: &[u8]) -> Result<Option<LinkTokenRow>, Failure> {
        self.tx
            .optional(&FIND_LINK_TOKEN, &[self.id.as_str().into(), hash.into()], |row| {
                Ok(LinkTokenRow {
                    row: row.text(0)?.to_owned(),
                    user_id: row.opt_text(1)?.map(UserId::new),
                    config: row.bytes(2)?.to_vec(),
                    created_at: row.time(3)?,
                    expires_at: row.time(4)?,
                })
            })
            .await
    }

    /// Deletes every link token.
    pub async fn delete_link_tokens(&self) -> Result<(), Failure> {
        self.tx
            .execute(&DELETE_LINK_TOKENS, &[self.id.as_str().into()])
            .await
            .map(drop)
    }

    /// Deletes the link tokens that reference an Item.
    pub async fn delete_link_tokens_of(&self, item: &ItemId) -> Result<(), Failure> {
        let args = [self.id.as_str().into(), item.as_str().into()];
        self.tx
            .execute(&DELETE_LINK_TOKENS_OF_ITEM, &args)
            .await
            .map(drop)
    }
}
