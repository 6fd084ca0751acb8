//! API keys as an operator handles them from the command line.

use crate::Engine;
use crate::startup::FIRST_TEAM;
use jiff::Timestamp;
use selvedge_model::id::{ClientId, PartnerId, TeamId};
use selvedge_model::{Ctx, Error, ErrorCode, Sensitive};
use selvedge_store::Tx;
use selvedge_store::repo::keys::{KeyRow, NewKey, NewPartner};
use selvedge_vault::TokenHash;

/// A key as an operator sees it.
pub type KeySummary = KeyRow;

/// Keys that were just made: the secret is shown once.
#[expect(missing_debug_implementations, reason = "holds a secret")]
pub struct NewKeys {
    /// Whose.
    pub team_id: TeamId,
    /// Set when they are a partner's.
    pub partner_id: Option<PartnerId>,
    /// The key's own id, for rotating and deleting.
    pub key_id: String,
    /// The public half.
    pub client_id: ClientId,
    /// The secret half.
    pub secret: Sensitive,
}

impl Engine {
    /// Every key, oldest first.
    pub async fn list_keys(&self) -> Result<Vec<KeySummary>, Error> {
        Ok(self.store.reader().across_teams().list_keys().await?)
    }

    /// The team that an operator means, and its name: by one of its client ids, its own id or its name; the first
    /// team where nothing is said.
    pub async fn team_named(&self, named: Option<&str>) -> Result<(TeamId, String), Error> {
        let keys = self.list_keys().await?;
        let first = match named {
            Some(_) => None,
            None => self.store.reader().across_teams().meta(FIRST_TEAM).await?,
        };
        let means = |key: &&KeySummary| match (named, &first) {
            (Some(named), _) => {
                key.client_id.as_str() == named || key.team_id.as_str() == named || key.team_name == named
            }
            (None, Some(first)) => key.team_id.as_str() == first,
            (None, None) => true,
        };
        let mut found = keys.iter().filter(means);
        let team = found.next().ok_or_else(|| {
            Error::field(
                "no team with keys is called that; `selvedge keys list` shows them, with their client ids",
            )
        })?;
        if named.is_some() && found.any(|other| other.team_id != team.team_id) {
            return Err(Error::field(
                "several teams are called that; say which by a client id, as `selvedge keys list` shows it",
            ));
        }
        Ok((team.team_id.clone(), team.team_name.clone()))
    }

    /// A new team with keys of its own.
    pub async fn create_team(&self, ctx: &Ctx<'_>, name: &str) -> Result<NewKeys, Error> {
        self.insert_team(self.new_team(ctx, name, None)).await
    }

    /// A new partner that may open processor tokens made for `processor`, whichever team made them.
    pub async fn create_partner(&self, ctx: &Ctx<'_>, processor: &str, name: &str) -> Result<NewKeys, Error> {
        let partner = Partner::new(ctx, processor, None);
        self.insert_team(self.new_team(ctx, name, Some(partner))).await
    }

    /// A new secret for the public half of `key_id`; the old one works until it is deleted.
    pub async fn rotate_key(&self, ctx: &Ctx<'_>, key_id: &str) -> Result<NewKeys, Error> {
        let keys = self.list_keys().await?;
        let old = keys
            .into_iter()
            .find(|key| key.key_id == key_id)
            .ok_or_else(|| no_such_key(key_id))?;
        let secret = self.vault.mint_secret(ctx);
        let key = self.new_key(ctx, &old.client_id, &secret);
        let new_id = key.key_id().to_owned();
        let (team, client, now) = (old.team_id.clone(), old.client_id.clone(), ctx.now);
        self.store
            .write(move |tx| {
                Box::pin(async move {
                    tx.team(&team).insert_key(&key.row()).await?;
                    tx.across_teams()
                        .supersede_keys(&client, key.key_id(), now)
                        .await?;
                    Ok::<_, Error>(())
                })
            })
            .await?;
        Ok(NewKeys {
            team_id: old.team_id,
            partner_id: None,
            key_id: new_id,
            client_id: old.client_id,
            secret,
        })
    }

    /// Deletes a key: from now on it is refused.
    pub async fn delete_key(&self, key_id: &str) -> Result<(), Error> {
        let id = key_id.to_owned();
        let deleted: bool = self
            .store
            .write(move |tx| {
                Box::pin(async move { tx.across_teams().delete_key(&id).await.map_err(Error::from) })
            })
            .await?;
        if deleted { Ok(()) } else { Err(no_such_key(key_id)) }
    }

    async fn insert_team(&self, (team, keys): (NewTeam, NewKeys)) -> Result<NewKeys, Error> {
        self.store
            .write(move |tx| Box::pin(async move { team.insert(tx).await }))
            .await?;
        Ok(keys)
    }

    /// A team that is about to be stored, and its keys.
    pub(crate) fn new_team(&self, ctx: &Ctx<'_>, name: &str, partner: Option<Partner>) -> (NewTeam, NewKeys) {
        let (id, client_id) = (TeamId::mint(ctx), ClientId::mint(ctx));
        let secret = self.vault.mint_secret(ctx);
        let key = self.new_key(ctx, &client_id, &secret);
        let keys = NewKeys {
            team_id: id.clone(),
            partner_id: partner.as_ref().map(|partner| partner.id.clone()),
            key_id: key.key_id().to_owned(),
            client_id,
            secret,
        };
        (
            NewTeam {
                id,
                name: name.to_owned(),
                key,
                partner,
                created_at: ctx.now,
            },
            keys,
        )
    }
}

/// A team that is about to be stored.
pub(crate) struct NewTeam {
    id: TeamId,
    name: String,
    key: PreparedKey,
    partner: Option<Partner>,
    created_at: Timestamp,
}

impl NewTeam {
    /// Stores the team with its key, and as a partner if it is one.
    pub(crate) async fn insert(&self, tx: &Tx) -> Result<(), Error> {
        tx.across_teams()
            .insert_team(&self.id, &self.name, self.created_at)
            .await?;
        let scope = tx.team(&self.id);
        scope.insert_key(&self.key.row()).await?;
        if let Some(partner) = &self.partner {
            let row = NewPartner {
                partner_id: &partner.id,
                processor: &partner.processor,
                name: &self.name,
                granted_by: partner.granted_by.as_ref(),
                created_at: self.created_at,
            };
            scope.insert_partner(&row).await?;
        }
        Ok(())
    }
}

/// What makes a team a partner: it may open processor tokens made for `processor`, those of `granted_by`, or
/// of every team.
pub(crate) struct Partner {
    id: PartnerId,
    processor: String,
    granted_by: Option<TeamId>,
}

impl Partner {
    /// A partner with a fresh id.
    pub(crate) fn new(ctx: &Ctx<'_>, processor: &str, granted_by: Option<TeamId>) -> Self {
        Self {
            id: PartnerId::mint(ctx),
            processor: processor.to_owned(),
            granted_by,
        }
    }
}

fn no_such_key(key_id: &str) -> Error {
    Error::with(
        ErrorCode::InvalidField,
        format!("there is no key {key_id}; `selvedge keys list` shows them"),
    )
}

/// A key that is about to be stored.
pub(crate) struct PreparedKey {
    key_id: String,
    client_id: ClientId,
    secret_hash: TokenHash,
    created_at: Timestamp,
}

impl PreparedKey {
    pub(crate) fn row(&self) -> NewKey<'_> {
        NewKey {
            key_id: &self.key_id,
            client_id: &self.client_id,
            secret_hash: self.secret_hash.as_bytes(),
            created_at: self.created_at,
        }
    }

    pub(crate) fn key_id(&self) -> &str {
        &self.key_id
    }
}

impl Engine {
    pub(crate) fn new_key(&self, ctx: &Ctx<'_>, client_id: &ClientId, secret: &Sensitive) -> PreparedKey {
        PreparedKey {
            key_id: format!("key_{}", selvedge_model::id::base62(ctx.entropy, 12)),
            client_id: client_id.clone(),
            secret_hash: self.vault.hash_secret(secret),
            created_at: ctx.now,
        }
    }
}
