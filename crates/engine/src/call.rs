//! One call: who says they call, when, and whether its answer is to be kept.

use crate::Engine;
use crate::idempotency::Once;
use selvedge_model::id::{ClientId, TeamId};
use selvedge_model::{Ctx, Error, ErrorCode, Sensitive};
use selvedge_store::repo::caller::KeyPair;
use selvedge_vault::TokenHash;
use std::sync::OnceLock;

/// The API keys that a request carried.
#[expect(missing_debug_implementations, reason = "holds a secret")]
pub struct Credentials {
    /// The public half.
    pub client_id: ClientId,
    /// The secret half.
    pub secret: Sensitive,
}

/// One call of a use case.
#[derive(Clone, Copy)]
#[expect(missing_debug_implementations, reason = "holds a secret")]
pub struct Call<'a> {
    /// The moment.
    pub ctx: Ctx<'a>,
    /// The keys.
    pub credentials: &'a Credentials,
    /// Set when the caller sent an `Idempotency-Key`.
    pub once: Option<&'a Once>,
    /// Where the engine notes whose keys these are, for the log.
    pub team: &'a OnceLock<TeamId>,
}

impl Call<'_> {
    /// Notes whose keys these are.
    pub(crate) fn belongs_to(&self, team: &TeamId) {
        // The same team is noted at every look-up of one call.
        self.team.get_or_init(|| team.clone());
    }

    /// The id that the answer carries.
    pub fn request_id(&self) -> String {
        self.ctx.request_id.to_owned()
    }
}

/// A caller's keys as the database knows them.
pub(crate) struct Hashed<'a> {
    client_id: &'a ClientId,
    secret: TokenHash,
}

impl Hashed<'_> {
    pub(crate) fn pair(&self) -> KeyPair<'_> {
        KeyPair {
            client_id: self.client_id.as_str(),
            secret_hash: self.secret.as_bytes(),
        }
    }
}

impl Engine {
    pub(crate) fn hashed<'a>(&self, call: &Call<'a>) -> Hashed<'a> {
        Hashed {
            client_id: &call.credentials.client_id,
            secret: self.vault.hash_secret(&call.credentials.secret),
        }
    }

    /// The team that calls.
    pub async fn caller(&self, call: &Call<'_>) -> Result<TeamId, Error> {
        let keys = self.hashed(call);
        let team = self.store.reader().across_teams().caller(keys.pair()).await?;
        match team {
            Some(team) => {
                call.belongs_to(&team);
                Ok(team)
            }
            None => Err(self.refused(call).await),
        }
    }

    /// Why these keys are refused: a public half of the wrong shape is told apart from a wrong pair, unless
    /// an operator chose that shape.
    pub(crate) async fn refused(&self, call: &Call<'_>) -> Error {
        let client_id = &call.credentials.client_id;
        if client_id.is_well_formed() {
            return ErrorCode::InvalidApiKeys.into();
        }
        match self
            .store
            .reader()
            .across_teams()
            .client_id_exists(client_id.as_str())
            .await
        {
            Ok(true) => ErrorCode::InvalidApiKeys.into(),
            Ok(false) => Error::field("client_id must be a properly formatted, non-empty string"),
            Err(failure) => failure.into(),
        }
    }
}
