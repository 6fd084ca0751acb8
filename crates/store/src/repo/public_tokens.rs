//! Public tokens: each is exchanged once.

use crate::Failure;
use crate::repo::Team;
use crate::sql::statements;
use jiff::Timestamp;
use selvedge_model::id::ItemId;

statements! {
    INSERT_PUBLIC_TOKEN = "\
        INSERT INTO public_tokens (team_id, token_hash, item_id, created_at, expires_at) \
        VALUES ($1, $2, $3, $4, $5)";
    USE_PUBLIC_TOKEN = "\
        UPDATE public_tokens SET used_at = $1 \
        WHERE team_id = $2 AND token_hash = $3 AND used_at IS NULL AND expires_at > $4 \
          AND EXISTS (SELECT 1 FROM items i \
            WHERE i.team_id = public_tokens.team_id AND i.item_id = public_tokens.item_id \
              AND i.removed_at IS NULL AND i.access_generation = $5)";
}

impl Team<'_> {
    /// Adds a public token for an Item.
    pub async fn insert_public_token(
        &self,
        hash: &[u8],
        item: &ItemId,
        created_at: Timestamp,
        expires_at: Timestamp,
    ) -> Result<(), Failure> {
        let args = [
            self.id.as_str().into(),
            hash.into(),
            item.as_str().into(),
            created_at.into(),
            expires_at.into(),
        ];
        self.tx.execute(&INSERT_PUBLIC_TOKEN, &args).await.map(drop)
    }

    /// Uses the token up for the access token of `generation`; false when someone else did, it has ended,
    /// or the Item was removed or given another access token meanwhile.
    pub async fn use_public_token(
        &self,
        hash: &[u8],
        generation: i64,
        now: Timestamp,
    ) -> Result<bool, Failure> {
        let args = [
            now.into(),
            self.id.as_str().into(),
            hash.into(),
            now.into(),
            generation.into(),
        ];
        self.tx
            .execute(&USE_PUBLIC_TOKEN, &args)
            .await
            .map(|rows| rows == 1)
    }
}
