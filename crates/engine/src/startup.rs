//! Making a database ready: whose it is, which key opens it, and the first team.

use crate::Engine;
use jiff::Timestamp;
use selvedge_model::id::{ClientId, TeamId, hex};
use selvedge_model::{Ctx, Environment, Error, Sensitive, limits};
use selvedge_store::{Failure, Store};

const FINGERPRINT: &str = "master_key_fingerprint";
const ENVIRONMENT: &str = "environment";
pub(crate) const FIRST_TEAM: &str = "first_team";

/// The first team's keys, when the operator sets them.
#[expect(missing_debug_implementations, reason = "holds a secret")]
pub struct Seed {
    /// The public half; any non-empty text.
    pub client_id: ClientId,
    /// The secret half; any non-empty text.
    pub secret: Sensitive,
}

/// Why a database cannot be served.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// It was made with another master key.
    #[error(
        "the master key does not fit this database; start with the key it was made with (--master-key-file, \
         SELVEDGE_MASTER_KEY, or master.key in its data directory)"
    )]
    WrongMasterKey,
    /// It belongs to the other environment.
    #[error(
        "this database belongs to the {found} environment; start with --environment {found} or another database"
    )]
    WrongEnvironment {
        /// The environment it belongs to.
        found: String,
    },
    /// The database failed.
    #[error("the database could not be prepared: {0}")]
    Store(#[from] Failure),
    /// Something else failed.
    #[error("the database could not be prepared: {0}")]
    Other(#[from] Error),
}

/// Whether a database was served before, and so belongs to a master key.
pub async fn is_claimed(store: &Store) -> Result<bool, Failure> {
    Ok(store.reader().across_teams().meta(FINGERPRINT).await?.is_some())
}

impl Engine {
    /// Checks that database, key and environment belong together, and makes the first team and signing key.
    ///
    /// Returns the first team's keys when this start made them: they are shown once and kept nowhere.
    pub async fn start(&self, ctx: &Ctx<'_>, seed: Option<Seed>) -> Result<Option<Seed>, StartError> {
        self.check_meta().await?;
        self.ensure_signing_key(ctx).await?;
        self.sweep(ctx).await?;
        let known = self.store.reader().across_teams().meta(FIRST_TEAM).await?;
        match (known, seed) {
            (Some(team), Some(seed)) => self.adopt(ctx, TeamId::new(team), seed).await.map(|()| None),
            (Some(_), None) => Ok(None),
            (None, seed) => self.first_team(ctx, seed).await.map(Some),
        }
    }

    async fn check_meta(&self) -> Result<(), StartError> {
        let facts = [
            (FINGERPRINT, hex(&self.vault.fingerprint())),
            (ENVIRONMENT, self.environment().as_str().to_owned()),
        ];
        let stored = self
            .store
            .write(move |tx| {
                Box::pin(async move {
                    let mut stored = Vec::new();
                    for (name, value) in facts {
                        tx.across_teams().note_meta(name, &value).await?;
                        stored.push(tx.across_teams().meta(name).await?.unwrap_or_default());
                    }
                    Ok::<_, Failure>(stored)
                })
            })
            .await?;
        let [fingerprint, environment] = stored.as_slice() else {
            return Ok(());
        };
        self.compare(fingerprint, environment)
    }

    /// Checks, changing nothing, that database, key and environment belong together.
    pub async fn check(&self) -> Result<(), StartError> {
        let reader = self.store.reader();
        let fingerprint = reader.across_teams().meta(FINGERPRINT).await?.unwrap_or_default();
        let environment = reader.across_teams().meta(ENVIRONMENT).await?.unwrap_or_default();
        self.compare(&fingerprint, &environment)
    }

    fn compare(&self, fingerprint: &str, environment: &str) -> Result<(), StartError> {
        if environment != self.environment().as_str() && Environment::parse(environment).is_some() {
            return Err(StartError::WrongEnvironment {
                found: environment.to_owned(),
            });
        }
        if fingerprint != hex(&self.vault.fingerprint()) {
            return Err(StartError::WrongMasterKey);
        }
        Ok(())
    }

    async fn first_team(&self, ctx: &Ctx<'_>, seed: Option<Seed>) -> Result<Seed, StartError> {
        let seed = seed.unwrap_or_else(|| Seed {
            client_id: ClientId::mint(ctx),
            secret: self.vault.mint_secret(ctx),
        });
        let team = TeamId::mint(ctx);
        let key = self.new_key(ctx, &seed.client_id, &seed.secret);
        let now = ctx.now;
        self.store
            .write(move |tx| {
                Box::pin(async move {
                    if !tx.across_teams().note_meta(FIRST_TEAM, team.as_str()).await? {
                        return Err(Failure::Unavailable(
                            "another node is preparing this database".to_owned(),
                        ));
                    }
                    tx.across_teams().insert_team(&team, "first team", now).await?;
                    tx.team(&team).insert_key(&key.row()).await.map(drop)
                })
            })
            .await?;
        Ok(seed)
    }

    /// The operator's keys work beside those that the team has.
    async fn adopt(&self, ctx: &Ctx<'_>, team: TeamId, seed: Seed) -> Result<(), StartError> {
        let key = self.new_key(ctx, &seed.client_id, &seed.secret);
        self.store
            .write(move |tx| Box::pin(async move { tx.team(&team).insert_key(&key.row()).await.map(drop) }))
            .await
            .map_err(StartError::Store)
    }
}

impl Engine {
    /// Forgets what nobody can use any more: kept answers whose time is over, tokens and
    /// sessions of Link that ended long ago.
    /// Says how many rows went.
    pub async fn sweep(&self, ctx: &Ctx<'_>) -> Result<u64, Error> {
        let now = ctx.now;
        let before = |memory| now.saturating_sub(memory).unwrap_or(Timestamp::MIN);
        let (public, link) = (
            before(limits::PUBLIC_TOKEN_MEMORY),
            before(limits::LINK_TOKEN_MEMORY),
        );
        let forgotten = self.forget_sessions(ctx).await?;
        let swept: Result<u64, Error> = self
            .store
            .write(move |tx| {
                Box::pin(async move {
                    let kept = tx.across_teams().sweep_kept(now).await?;
                    Ok(kept.saturating_add(tx.across_teams().sweep_tokens(public, link).await?))
                })
            })
            .await;
        Ok(swept?.saturating_add(forgotten))
    }
}
