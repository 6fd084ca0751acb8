//! Tokens of an Item: from public token to access token, and rotation.

use crate::item::hold;
use crate::{Answer, Call, Engine};
use jiff::Timestamp;
use selvedge_model::id::TeamId;
use selvedge_model::{Error, ErrorCode, Sensitive, limits};
use selvedge_store::repo::caller::PublicTokenRow;
use selvedge_store::repo::items::Sealed;
use selvedge_vault::{TokenHash, TokenKind};
use selvedge_wire::Revealed;
use selvedge_wire::endpoint::item::{ExchangeResponse, InvalidateResponse, PublicTokenResponse};

/// A public token that was not used when it was read.
struct Usable {
    team: TeamId,
    hash: TokenHash,
    row: PublicTokenRow,
}

impl Engine {
    /// Turns a public token into its Item's access token, once.
    ///
    /// Of any number of callers with one token exactly one succeeds: the token is used up by a guarded
    /// update, and the answer is given after that is durable.
    pub async fn exchange(
        &self,
        call: &Call<'_>,
        token: &Sensitive,
    ) -> Result<Answer<ExchangeResponse>, Error> {
        let usable = self.usable(call, token).await?;
        match self.use_up(call, usable).await {
            // Another caller was faster, or the Item got another access token: reading again tells which.
            Err(error) if error.code == ErrorCode::InvalidPublicToken => {
                let usable = self.usable(call, token).await?;
                self.use_up(call, usable).await
            }
            answered => answered,
        }
    }

    /// Reads what the token stands for, if it can be exchanged at this moment.
    async fn usable(&self, call: &Call<'_>, token: &Sensitive) -> Result<Usable, Error> {
        let keys = self.hashed(call);
        let hash = self.vault.hash_token(token.expose());
        let reader = self.store.reader();
        let found = reader
            .across_teams()
            .caller_with_public_token(keys.pair(), hash.as_bytes())
            .await?;
        let Some((team, row)) = found else {
            return Err(self.refused(call).await);
        };
        call.belongs_to(&team);
        let row = row
            .filter(|row| row.used_at.is_none() && row.expires_at > call.ctx.now)
            .ok_or(ErrorCode::InvalidPublicToken)?;
        Ok(Usable { team, hash, row })
    }

    async fn use_up(&self, call: &Call<'_>, usable: Usable) -> Result<Answer<ExchangeResponse>, Error> {
        let Usable { team, hash, row } = usable;
        let (now, generation) = (call.ctx.now, row.access_generation);
        let wrapped = row.dek.as_deref().ok_or(ErrorCode::InvalidPublicToken)?;
        let access = self
            .vault
            .access_token(&team, &row.item_id, wrapped, generation)?;
        let answer = ExchangeResponse {
            access_token: Revealed(access.text),
            item_id: row.item_id,
            request_id: call.request_id(),
        };
        let owner = team.clone();
        self.write(call, &team, move |tx| {
            Box::pin(async move {
                let scope = tx.team(&owner);
                if !scope.use_public_token(hash.as_bytes(), generation, now).await? {
                    return Err(ErrorCode::InvalidPublicToken.into());
                }
                Ok(answer)
            })
        })
        .await
    }

    /// A new public token for an Item that is linked already.
    pub async fn create_public_token(
        &self,
        call: &Call<'_>,
        access_token: &Sensitive,
    ) -> Result<Answer<PublicTokenResponse>, Error> {
        let item = self.open_item(call, access_token, Sealed::Numbers).await?;
        let minted = self.vault.mint(&call.ctx, TokenKind::Public);
        let now = call.ctx.now;
        let expires_at = later(now, limits::PUBLIC_TOKEN_LIFE);
        let answer = PublicTokenResponse {
            expiration: expires_at,
            public_token: Revealed(minted.text),
            request_id: call.request_id(),
        };
        let (team, id) = (item.team.clone(), item.id().clone());
        self.write(call, &item.team, move |tx| {
            Box::pin(async move {
                let scope = tx.team(&team);
                hold(&scope, &id).await?;
                scope
                    .insert_public_token(minted.hash.as_bytes(), &id, now, expires_at)
                    .await?;
                Ok(answer)
            })
        })
        .await
    }

    /// Replaces an access token. Of several callers at once exactly one gets the new token.
    pub async fn rotate_access_token(
        &self,
        call: &Call<'_>,
        access_token: &Sensitive,
    ) -> Result<Answer<InvalidateResponse>, Error> {
        let item = self.open_item(call, access_token, Sealed::Numbers).await?;
        let generation = item.row().access_generation;
        let next = generation
            .checked_add(1)
            .ok_or_else(|| Error::internal("too many rotations"))?;
        let wrapped = item.row().dek.as_deref().ok_or(ErrorCode::ItemNotFound)?;
        let minted = self.vault.access_token(&item.team, item.id(), wrapped, next)?;
        let answer = InvalidateResponse {
            new_access_token: Revealed(minted.text),
            request_id: call.request_id(),
        };
        let (team, id) = (item.team.clone(), item.id().clone());
        self.write(call, &item.team, move |tx| {
            Box::pin(async move {
                if !tx
                    .team(&team)
                    .rotate_access(&id, minted.hash.as_bytes(), generation)
                    .await?
                {
                    return Err(ErrorCode::InvalidAccessToken.into());
                }
                Ok(answer)
            })
        })
        .await
    }
}

/// `now` plus a span; the end of time where that is later.
pub(crate) fn later(now: Timestamp, span: jiff::SignedDuration) -> Timestamp {
    now.saturating_add(span).unwrap_or(Timestamp::MAX)
}
