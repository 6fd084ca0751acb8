//! Link tokens: a sealed configuration and its life.

use crate::repo::{AcrossTeams, Team};
use crate::sql::statements;
use crate::{Failure, Row};
use jiff::Timestamp;
use selvedge_model::id::{ItemId, TeamId, UserId};

/// A link token as stored.
#[derive(Debug, Clone)]
pub struct LinkTokenRow {
    /// The id that its configuration is sealed under.
    pub row: String,
    /// The Item that it references.
    pub item_id: Option<ItemId>,
    /// The end user.
    pub user_id: Option<UserId>,
    /// The configuration, sealed.
    pub config: Vec<u8>,
    /// The token itself, sealed, so that events can name it; tokens of older versions were not kept.
    pub token: Option<Vec<u8>>,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it ends.
    pub expires_at: Timestamp,
    /// When it led to its first Item.
    pub used_at: Option<Timestamp>,
}

/// A new link token.
#[derive(Debug)]
pub struct NewLinkToken<'a> {
    /// Its hash.
    pub hash: &'a [u8],
    /// The name by which pages find the team's settings.
    pub lookup: &'a str,
    /// The hash of its hosted page's name, where it has one.
    pub hosted_hash: Option<&'a [u8]>,
    /// The row.
    pub row: LinkTokenRow,
}

/// A link token that was found without knowing whose it is.
#[derive(Debug)]
pub struct FoundLinkToken {
    /// Whose it is.
    pub team_id: TeamId,
    /// Its hash.
    pub hash: Vec<u8>,
    /// The row.
    pub row: LinkTokenRow,
}

/// The columns of [`LinkTokenRow`].
macro_rules! token_columns {
    () => {
        "token_row, item_id, user_id, config, token, created_at, expires_at, used_at"
    };
}

statements! {
    INSERT_LINK_TOKEN = "\
        INSERT INTO link_tokens (team_id, token_hash, token_row, item_id, user_id, config, created_at, expires_at, \
          lookup, hosted_hash, token) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    FIND_LINK_TOKEN = concat!(
        "SELECT ", token_columns!(), " FROM link_tokens WHERE team_id = $1 AND token_hash = $2"
    );
    FIND_LINK_TOKEN_ANYWHERE = concat!(
        "SELECT team_id, token_hash, ", token_columns!(), " FROM link_tokens WHERE token_hash = $1"
    );
    FIND_HOSTED_LINK_TOKEN = concat!(
        "SELECT team_id, token_hash, ", token_columns!(), " FROM link_tokens WHERE hosted_hash = $1"
    );
    FIND_TEAM_BY_LOOKUP = "SELECT team_id FROM link_tokens WHERE lookup = $1";
    USE_LINK_TOKEN = "\
        UPDATE link_tokens SET used_at = $1, used_by = $2 \
        WHERE team_id = $3 AND token_hash = $4 AND (used_by IS NULL OR used_by = $2)";
    END_LINK_TOKEN = "\
        UPDATE link_tokens SET expires_at = $1 WHERE team_id = $2 AND token_hash = $3 AND expires_at > $1";
    BEGIN_TRY = "\
        UPDATE link_tokens SET tries = tries + 1 \
        WHERE team_id = $1 AND token_hash = $2 AND tries < $3 AND expires_at > $4";
    FORGIVE_TRY = "\
        UPDATE link_tokens SET tries = tries - 1 WHERE team_id = $1 AND token_hash = $2 AND tries > 0";
    DELETE_LINK_TOKENS = "DELETE FROM link_tokens WHERE team_id = $1";
    DELETE_LINK_TOKENS_OF_ITEM = "DELETE FROM link_tokens WHERE team_id = $1 AND item_id = $2";
    DELETE_LINK_TOKENS_OF_USER = "DELETE FROM link_tokens WHERE team_id = $1 AND user_id = $2";
}

fn read(row: &Row<'_>, first: usize) -> Result<LinkTokenRow, Failure> {
    Ok(LinkTokenRow {
        row: row.text(first)?.to_owned(),
        item_id: row.opt_text(first + 1)?.map(ItemId::new),
        user_id: row.opt_text(first + 2)?.map(UserId::new),
        config: row.bytes(first + 3)?.to_vec(),
        token: row.opt_bytes(first + 4)?.map(<[u8]>::to_vec),
        created_at: row.time(first + 5)?,
        expires_at: row.time(first + 6)?,
        used_at: row.opt_time(first + 7)?,
    })
}

fn read_found(row: &Row<'_>) -> Result<FoundLinkToken, Failure> {
    Ok(FoundLinkToken {
        team_id: TeamId::new(row.text(0)?),
        hash: row.bytes(1)?.to_vec(),
        row: read(row, 2)?,
    })
}

impl Team<'_> {
    /// Adds a link token.
    pub async fn insert_link_token(&self, token: &NewLinkToken<'_>) -> Result<(), Failure> {
        let args = [
            self.id.as_str().into(),
            token.hash.into(),
            (&token.row.row).into(),
            token.row.item_id.as_ref().map(ItemId::as_str).into(),
            token.row.user_id.as_ref().map(UserId::as_str).into(),
            (&token.row.config).into(),
            token.row.created_at.into(),
            token.row.expires_at.into(),
            token.lookup.into(),
            token.hosted_hash.into(),
            token.row.token.as_deref().into(),
        ];
        self.tx.execute(&INSERT_LINK_TOKEN, &args).await.map(drop)
    }

    /// The link token with this hash.
    pub async fn link_token(&self, hash: &[u8]) -> Result<Option<LinkTokenRow>, Failure> {
        self.tx
            .optional(&FIND_LINK_TOKEN, &[self.id.as_str().into(), hash.into()], |row| {
                read(row, 0)
            })
            .await
    }

    /// Uses a link token up for one session; false when another session did before.
    pub async fn use_link_token(&self, hash: &[u8], session: &str, at: Timestamp) -> Result<bool, Failure> {
        let args = [at.into(), session.into(), self.id.as_str().into(), hash.into()];
        self.tx
            .execute(&USE_LINK_TOKEN, &args)
            .await
            .map(|rows| rows == 1)
    }

    /// Ends a link token before its time.
    pub async fn end_link_token(&self, hash: &[u8], at: Timestamp) -> Result<(), Failure> {
        let args = [at.into(), self.id.as_str().into(), hash.into()];
        self.tx.execute(&END_LINK_TOKEN, &args).await.map(drop)
    }

    /// Counts a try to sign in; false when there were `most` already, or the token ended.
    pub async fn begin_try(&self, hash: &[u8], most: i64, at: Timestamp) -> Result<bool, Failure> {
        let args = [self.id.as_str().into(), hash.into(), most.into(), at.into()];
        self.tx.execute(&BEGIN_TRY, &args).await.map(|rows| rows == 1)
    }

    /// Counts a try no longer: the bank did not refuse it.
    pub async fn forgive_try(&self, hash: &[u8]) -> Result<(), Failure> {
        let args = [self.id.as_str().into(), hash.into()];
        self.tx.execute(&FORGIVE_TRY, &args).await.map(drop)
    }

    /// Deletes every link token, with the sessions that were opened with them.
    pub async fn delete_link_tokens(&self) -> Result<(), Failure> {
        self.tx
            .execute(&DELETE_LINK_TOKENS, &[self.id.as_str().into()])
            .await
            .map(drop)
    }

    /// Deletes the link tokens that reference an Item, with their sessions.
    pub async fn delete_link_tokens_of(&self, item: &ItemId) -> Result<(), Failure> {
        let args = [self.id.as_str().into(), item.as_str().into()];
        self.tx
            .execute(&DELETE_LINK_TOKENS_OF_ITEM, &args)
            .await
            .map(drop)
    }

    /// Deletes the link tokens that were made for an end user, with their sessions.
    pub async fn delete_link_tokens_for(&self, user: &UserId) -> Result<(), Failure> {
        let args = [self.id.as_str().into(), user.as_str().into()];
        self.tx
            .execute(&DELETE_LINK_TOKENS_OF_USER, &args)
            .await
            .map(drop)
    }
}

impl AcrossTeams<'_> {
    /// The link token with this hash, and whose it is: a page holds the token and no keys.
    pub async fn link_token_anywhere(&self, hash: &[u8]) -> Result<Option<FoundLinkToken>, Failure> {
        self.tx
            .optional(&FIND_LINK_TOKEN_ANYWHERE, &[hash.into()], read_found)
            .await
    }

    /// The link token whose hosted page has a name with this hash, and whose it is.
    pub async fn hosted_link_token(&self, hash: &[u8]) -> Result<Option<FoundLinkToken>, Failure> {
        self.tx
            .optional(&FIND_HOSTED_LINK_TOKEN, &[hash.into()], read_found)
            .await
    }

    /// Whose link token has this lookup name.
    pub async fn team_by_lookup(&self, lookup: &str) -> Result<Option<TeamId>, Failure> {
        self.tx
            .optional(&FIND_TEAM_BY_LOOKUP, &[lookup.into()], |row| {
                row.text(0).map(TeamId::new)
            })
            .await
    }
}
