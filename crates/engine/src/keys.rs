//! API keys as an operator handles them from the command line.

use crate::Engine;
use selvedge_model::id::{ClientId, PartnerId, TeamId};
use selvedge_model::{Ctx, Error, ErrorCode, Sensitive};
use selvedge_store::repo::keys::{KeyRow, NewPartner};

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

    /// A new team with keys of its own.
    pub async fn create_team(&self, ctx: &Ctx<'_>, name: &str) -> Result<NewKeys, Error> {
        self.insert_team(ctx, name, None).await
    }

    /// A new partner that may open processor tokens made for `processor`: those of `granted_by`, or of all.
    pub async fn create_partner(
        &self,
        ctx: &Ctx<'_>,
        processor: &str,
        name: &str,
        granted_by: Option<&TeamId>,
    ) -> Result<NewKeys, Error> {
        let partner = Partner {
            id: PartnerId::mint(ctx),
            processor: processor.to_owned(),
            granted_by: granted_by.cloned(),
        };
        self.insert_team(ctx, name, Some(partner)).await
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

    async fn insert_team(
        &self,
        ctx: &Ctx<'_>,
        name: &str,
        partner: Option<Partner>,
    ) -> Result<NewKeys, Error> {
        let (team, client_id) = (TeamId::mint(ctx), ClientId::mint(ctx));
        let secret = self.vault.mint_secret(ctx);
        let key = self.new_key(ctx, &client_id, &secret);
        let made = NewKeys {
            team_id: team.clone(),
            partner_id: partner.as_ref().map(|partner| partner.id.clone()),
            key_id: key.key_id().to_owned(),
            client_id,
            secret,
        };
        let (name, now) = (name.to_owned(), ctx.now);
        self.store
            .write(move |tx| {
                Box::pin(async move {
                    tx.across_teams().insert_team(&team, &name, now).await?;
                    let scope = tx.team(&team);
                    scope.insert_key(&key.row()).await?;
                    if let Some(partner) = partner {
                        let row = NewPartner {
                            partner_id: &partner.id,
                            processor: &partner.processor,
                            name: &name,
                            granted_by: partner.granted_by.as_ref(),
                            created_at: now,
                        };
                        scope.insert_partner(&row).await?;
                    }
                    Ok::<_, Error>(())
                })
            })
            .await?;
        Ok(made)
    }
}

struct Partner {
    id: PartnerId,
    processor: String,
    granted_by: Option<TeamId>,
}

fn no_such_key(key_id: &str) -> Error {
    Error::with(
        ErrorCode::InvalidField,
        format!("there is no key {key_id}; `selvedge keys list` shows them"),
    )
}
