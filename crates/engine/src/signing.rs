//! The keys that sign webhooks: made at the first start, sealed, rotatable, looked up by receivers.

use crate::{Call, Engine};
use selvedge_model::id::uuid;
use selvedge_model::{Ctx, Environment, Error, ErrorCode};
use selvedge_store::repo::signing::SigningKeyRow;
use selvedge_vault::{Place, signing::SigningKey};
use selvedge_wire::endpoint::catalogue::{Jwk, WebhookKeyResponse};

/// The key id that every official client suite asks the sandbox for: the live key answers to it too.
const KEY_ID_OF_SUITES: &str = "6c5516e1-92dc-479e-a8ff-5a51992e0001";

impl Engine {
    /// Makes the first signing key.
    pub(crate) async fn ensure_signing_key(&self, ctx: &Ctx<'_>) -> Result<(), Error> {
        if self
            .store
            .reader()
            .across_teams()
            .newest_signing_key()
            .await?
            .is_some()
        {
            return Ok(());
        }
        self.rotate_signing_key(ctx).await.map(drop)
    }

    /// Makes a new signing key and ends the use of the others, which receivers can still look up.
    /// Returns its id.
    pub async fn rotate_signing_key(&self, ctx: &Ctx<'_>) -> Result<String, Error> {
        let key_id = uuid(ctx.entropy);
        let key = SigningKey::generate(ctx)?;
        let public = key.public_jwk();
        let place = Place::new("signing_keys", "private_key", &key_id);
        let row = SigningKeyRow {
            private_key: self.vault.seal_global(ctx, place, &key.to_pkcs8()),
            key_id: key_id.clone(),
            x: public.x,
            y: public.y,
            created_at: ctx.now,
            expired_at: None,
        };
        self.store
            .write(move |tx| {
                Box::pin(async move {
                    tx.across_teams().insert_signing_key(&row).await?;
                    tx.across_teams()
                        .expire_signing_keys(&row.key_id, row.created_at)
                        .await?;
                    Ok::<_, Error>(())
                })
            })
            .await?;
        Ok(key_id)
    }

    /// The public half of a signing key, live or expired.
    pub async fn webhook_key(&self, call: &Call<'_>, key_id: &str) -> Result<WebhookKeyResponse, Error> {
        self.caller(call).await?;
        let reader = self.store.reader();
        let by_alias = self.environment() == Environment::Sandbox && key_id == KEY_ID_OF_SUITES;
        let row = if by_alias {
            reader.across_teams().newest_signing_key().await?
        } else {
            reader.across_teams().signing_key(key_id).await?
        };
        let row = row.ok_or(ErrorCode::InvalidWebhookVerificationKeyId)?;
        Ok(WebhookKeyResponse {
            key: jwk(row, key_id),
            request_id: call.request_id(),
        })
    }
}

fn jwk(row: SigningKeyRow, key_id: &str) -> Jwk {
    Jwk {
        alg: "ES256".to_owned(),
        created_at: row.created_at.as_second(),
        crv: "P-256".to_owned(),
        expired_at: row.expired_at.map(jiff::Timestamp::as_second),
        kid: key_id.to_owned(),
        kty: "EC".to_owned(),
        purpose: "sig".to_owned(),
        x: row.x,
        y: row.y,
    }
}
