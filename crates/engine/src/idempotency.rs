//! Answers that are kept: a request that is sent again with the same `Idempotency-Key` gets the same bytes,
//! and has its effect once.
//!
//! The answer is sealed in the transaction of the effect, so it exists exactly when the effect does. Errors
//! are not kept: they had no effect.

use crate::{Call, Engine};
use futures_util::future::BoxFuture;
use selvedge_model::id::{TeamId, hex};
use selvedge_model::{Ctx, Error, Sensitive, limits};
use selvedge_store::Tx;
use selvedge_vault::{Place, TokenHash, Vault, sha256};
use serde::Serialize;
use std::sync::Arc;

/// The key of a request whose answer is to be kept, and what the request asked for.
#[derive(Clone)]
#[expect(
    missing_debug_implementations,
    reason = "a key may be guessable, and opens an answer"
)]
pub struct Once {
    key: Sensitive,
    fingerprint: [u8; 32],
}

impl Once {
    /// `path` and `body` are what the key is bound to. Credentials in the body are part of it, so a rotated
    /// secret is another request.
    pub fn new(key: &str, path: &str, body: &[u8]) -> Result<Self, Error> {
        let length = key.chars().count();
        if length == 0 || length > limits::IDEMPOTENCY_KEY_CHARS || key.chars().any(char::is_control) {
            return Err(Error::with(
                selvedge_model::ErrorCode::InvalidHeaders,
                "Idempotency-Key must have 1 to 255 printable characters",
            ));
        }
        let mut input = Vec::with_capacity(path.len() + 1 + body.len());
        input.extend_from_slice(path.as_bytes());
        input.push(0);
        input.extend_from_slice(body);
        Ok(Self {
            key: Sensitive::from(key),
            fingerprint: sha256(&input),
        })
    }
}

/// What a use case that changes something answers.
#[expect(missing_debug_implementations, reason = "an answer may hold a token")]
pub enum Answer<T> {
    /// It was done now.
    Fresh(T),
    /// It was done before, under the same key: these are the bytes of the answer.
    Kept(Vec<u8>),
}

impl<T> From<T> for Answer<T> {
    fn from(answer: T) -> Self {
        Self::Fresh(answer)
    }
}

/// A claim on a key inside a transaction.
struct Claim {
    vault: Arc<Vault>,
    team: TeamId,
    hash: TokenHash,
    fingerprint: TokenHash,
    now: jiff::Timestamp,
    seed: Seed,
}

/// Randomness drawn before the transaction: inside it nothing but the database is asked.
struct Seed([u8; 32]);

impl selvedge_model::Entropy for Seed {
    fn fill(&self, bytes: &mut [u8]) {
        bytes
            .iter_mut()
            .zip(self.0.iter().cycle())
            .for_each(|(to, from)| *to = *from);
    }
}

impl Claim {
    fn row(&self) -> String {
        hex(self.hash.as_bytes())
    }

    async fn kept(&self, tx: &Tx) -> Result<Option<Vec<u8>>, Error> {
        let Some(kept) = tx.team(&self.team).kept(self.hash.as_bytes(), self.now).await? else {
            return Ok(None);
        };
        if !self.fingerprint.matches(&kept.fingerprint) {
            return Err(Error::field(
                "this Idempotency-Key was used before with another request",
            ));
        }
        let Some(reply) = kept.reply else { return Ok(None) };
        let row = self.row();
        let opened = self.vault.open_reply(&self.team, place(&row), &reply)?;
        Ok(Some(opened.to_vec()))
    }

    async fn keep(&self, tx: &Tx, answer: &[u8]) -> Result<(), Error> {
        let row = self.row();
        let ctx = Ctx {
            now: self.now,
            entropy: &self.seed,
            request_id: "",
        };
        let sealed = self.vault.seal_reply(&ctx, &self.team, place(&row), answer);
        Ok(tx
            .team(&self.team)
            .keep_reply(self.hash.as_bytes(), &sealed)
            .await?)
    }
}

fn place(row: &str) -> Place<'_> {
    Place::new("idempotency", "reply", row)
}

impl Engine {
    /// The answer that is kept for this call, if it was made before.
    pub async fn kept(&self, call: &Call<'_>) -> Result<Option<Vec<u8>>, Error> {
        let Some(once) = call.once else { return Ok(None) };
        let team = self.caller(call).await?;
        self.claim(call, &team, once).kept(&self.store.reader()).await
    }

    /// Runs `work` in one transaction, and keeps its answer there when the caller asked for that.
    pub(crate) async fn write<T, F>(
        &self,
        call: &Call<'_>,
        team: &TeamId,
        work: F,
    ) -> Result<Answer<T>, Error>
    where
        F: for<'t> FnOnce(&'t Tx) -> BoxFuture<'t, Result<T, Error>> + Send + 'static,
        T: Serialize + Send + 'static,
    {
        let Some(once) = call.once else {
            return self.store.write(work).await.map(Answer::Fresh);
        };
        let claim = self.claim(call, team, once);
        let until = limits::IDEMPOTENCY_LIFE;
        self.store
            .write(move |tx| {
                Box::pin(async move {
                    let expires_at = claim.now.saturating_add(until).unwrap_or(jiff::Timestamp::MAX);
                    let scope = tx.team(&claim.team);
                    if !scope
                        .claim_key(
                            claim.hash.as_bytes(),
                            claim.fingerprint.as_bytes(),
                            claim.now,
                            expires_at,
                        )
                        .await?
                    {
                        let kept = claim.kept(tx).await?;
                        return kept
                            .map(Answer::Kept)
                            .ok_or_else(|| Error::internal("a kept answer vanished"));
                    }
                    let answer = work(tx).await?;
                    let bytes = serde_json::to_vec(&answer).map_err(Error::internal)?;
                    claim.keep(tx, &bytes).await?;
                    Ok(Answer::Fresh(answer))
                })
            })
            .await
    }

    fn claim(&self, call: &Call<'_>, team: &TeamId, once: &Once) -> Claim {
        Claim {
            vault: Arc::clone(&self.vault),
            team: team.clone(),
            hash: self.vault.hash_token(once.key.expose()),
            // Keyed: a body may hold what can be guessed from its bare hash.
            fingerprint: self.vault.hash_token(&hex(&once.fingerprint)),
            now: call.ctx.now,
            seed: Seed(call.ctx.random()),
        }
    }
}
