//! Who calls, and what they hold: one statement answers both, so that a hot request reads once and no
//! token of another team is ever looked at.

use crate::repo::AcrossTeams;
use crate::repo::items::{ItemRow, Sealed, item_columns, join_secrets};
use crate::sql::statements;
use crate::{Failure, Sql};
use jiff::Timestamp;
use selvedge_model::id::{ItemId, TeamId};

/// Keyed hashes of what a request carried.
#[derive(Debug, Clone, Copy)]
pub struct KeyPair<'a> {
    /// The public half, in plain.
    pub client_id: &'a str,
    /// The secret half's hash.
    pub secret_hash: &'a [u8],
}

/// A public token that a caller holds.
#[derive(Debug, Clone)]
pub struct PublicTokenRow {
    /// The Item it is for.
    pub item_id: ItemId,
    /// When it ends.
    pub expires_at: Timestamp,
    /// When it was exchanged.
    pub used_at: Option<Timestamp>,
    /// The Item's wrapped key; `None` once the Item is removed.
    pub dek: Option<Vec<u8>>,
    /// How often the Item's access token was rotated.
    pub access_generation: i64,
}

macro_rules! with_item {
    ($sealed:literal, $join:expr) => {
        concat!(
            "SELECT k.team_id, ",
            item_columns!(),
            ", ",
            $sealed,
            " FROM api_keys k LEFT JOIN items i ON i.team_id = k.team_id AND i.access_hash = $1",
            $join,
            " WHERE k.client_id = $2 AND k.secret_hash = $3"
        )
    };
}

statements! {
    CALLER = "SELECT team_id FROM api_keys WHERE client_id = $1 AND secret_hash = $2";
    CLIENT_ID_EXISTS = "SELECT 1 FROM api_keys WHERE client_id = $1 LIMIT 1";
    CALLER_WITH_NUMBERS = with_item!("i.numbers", "");
    CALLER_WITH_IDENTITY = with_item!("s.identity", join_secrets!());
    CALLER_WITH_GRANT = with_item!("s.bank_grant", join_secrets!());
    CALLER_WITH_PUBLIC_TOKEN = "\
        SELECT k.team_id, p.item_id, p.expires_at, p.used_at, i.dek, i.access_generation \
        FROM api_keys k \
        LEFT JOIN public_tokens p ON p.team_id = k.team_id AND p.token_hash = $1 \
        LEFT JOIN items i ON i.team_id = p.team_id AND i.item_id = p.item_id \
        WHERE k.client_id = $2 AND k.secret_hash = $3";
}

impl AcrossTeams<'_> {
    /// The team that these keys belong to.
    pub async fn caller(&self, keys: KeyPair<'_>) -> Result<Option<TeamId>, Failure> {
        let args = [keys.client_id.into(), keys.secret_hash.into()];
        self.tx
            .optional(&CALLER, &args, |row| row.text(0).map(TeamId::new))
            .await
    }

    /// Whether any key has this public half.
    pub async fn client_id_exists(&self, client_id: &str) -> Result<bool, Failure> {
        self.tx
            .optional(&CLIENT_ID_EXISTS, &[client_id.into()], |_row| Ok(()))
            .await
            .map(|row| row.is_some())
    }

    /// The team that these keys belong to, and its Item that this access token opens.
    pub async fn caller_with_item(
        &self,
        keys: KeyPair<'_>,
        access_hash: &[u8],
        sealed: Sealed,
    ) -> Result<Option<(TeamId, Option<ItemRow>)>, Failure> {
        let sql: &'static Sql = match sealed {
            Sealed::Numbers => &CALLER_WITH_NUMBERS,
            Sealed::Identity => &CALLER_WITH_IDENTITY,
            Sealed::Grant => &CALLER_WITH_GRANT,
        };
        let args = [access_hash.into(), keys.client_id.into(), keys.secret_hash.into()];
        self.tx
            .optional(sql, &args, |row| {
                let item = row
                    .opt_text(1)?
                    .is_some()
                    .then(|| ItemRow::read(row, 1))
                    .transpose()?;
                Ok((TeamId::new(row.text(0)?), item))
            })
            .await
    }

    /// The team that these keys belong to, and its public token with this hash.
    pub async fn caller_with_public_token(
        &self,
        keys: KeyPair<'_>,
        token_hash: &[u8],
    ) -> Result<Option<(TeamId, Option<PublicTokenRow>)>, Failure> {
        let args = [token_hash.into(), keys.client_id.into(), keys.secret_hash.into()];
        self.tx
            .optional(&CALLER_WITH_PUBLIC_TOKEN, &args, |row| {
                let token = match row.opt_text(1)? {
                    None => None,
                    Some(item_id) => Some(PublicTokenRow {
                        item_id: ItemId::new(item_id),
                        expires_at: row.time(2)?,
                        used_at: row.opt_time(3)?,
                        dek: row.opt_bytes(4)?.map(<[u8]>::to_vec),
                        access_generation: row.int(5)?,
                    }),
                };
                Ok((TeamId::new(row.text(0)?), token))
            })
            .await
    }
}
