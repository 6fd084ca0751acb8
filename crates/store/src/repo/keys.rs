//! Teams, their API keys, and partners.

use crate::Failure;
use crate::repo::{AcrossTeams, Team};
use crate::sql::statements;
use jiff::Timestamp;
use selvedge_model::id::{ClientId, PartnerId, TeamId};

/// An API key as an operator may see it: never its secret.
#[derive(Debug, Clone)]
pub struct KeyRow {
    /// The key's own id, for rotating and deleting.
    pub key_id: String,
    /// Whose.
    pub team_id: TeamId,
    /// The team's name.
    pub team_name: String,
    /// The partner name, when the team is a partner.
    pub processor: Option<String>,
    /// The public half.
    pub client_id: ClientId,
    /// When it was made.
    pub created_at: Timestamp,
    /// When a newer secret took its place; it works until it is deleted.
    pub superseded_at: Option<Timestamp>,
}

/// A new API key.
#[derive(Debug, Clone)]
pub struct NewKey<'a> {
    /// The key's own id.
    pub key_id: &'a str,
    /// The public half.
    pub client_id: &'a ClientId,
    /// The secret half's hash.
    pub secret_hash: &'a [u8],
    /// When it was made.
    pub created_at: Timestamp,
}

/// A new partner.
#[derive(Debug, Clone)]
pub struct NewPartner<'a> {
    /// The partner's id.
    pub partner_id: &'a PartnerId,
    /// Its name in processor tokens.
    pub processor: &'a str,
    /// A name for people.
    pub name: &'a str,
    /// The team whose tokens it may open; all teams' when `None`.
    pub granted_by: Option<&'a TeamId>,
    /// When it was made.
    pub created_at: Timestamp,
}

statements! {
    INSERT_TEAM = "INSERT INTO teams (team_id, name, created_at) VALUES ($1, $2, $3)";
    INSERT_KEY = "\
        INSERT INTO api_keys (key_id, team_id, client_id, secret_hash, created_at) VALUES ($1, $2, $3, $4, $5) \
        ON CONFLICT (client_id, secret_hash) DO NOTHING";
    INSERT_PARTNER = "\
        INSERT INTO partners (team_id, partner_id, processor, name, granted_by, created_at) \
        VALUES ($1, $2, $3, $4, $5, $6)";
    LIST_KEYS = "\
        SELECT k.key_id, k.team_id, t.name, p.processor, k.client_id, k.created_at, k.superseded_at \
        FROM api_keys k JOIN teams t ON t.team_id = k.team_id LEFT JOIN partners p ON p.team_id = k.team_id \
        ORDER BY k.created_at, k.key_id";
    SUPERSEDE_KEYS = "\
        UPDATE api_keys SET superseded_at = $1 \
        WHERE client_id = $2 AND key_id <> $3 AND superseded_at IS NULL";
    DELETE_KEY = "DELETE FROM api_keys WHERE key_id = $1";
    PARTNER_EXISTS = "\
        SELECT 1 FROM partners WHERE processor = $1 AND (granted_by IS NULL OR granted_by = $2) LIMIT 1";
    DELETE_PARTNER_TEAMS = "\
        DELETE FROM teams WHERE team_id IN (SELECT p.team_id FROM partners p WHERE p.granted_by = $1)";
}

impl AcrossTeams<'_> {
    /// Adds a team.
    pub async fn insert_team(&self, team: &TeamId, name: &str, now: Timestamp) -> Result<(), Failure> {
        let args = [team.as_str().into(), name.into(), now.into()];
        self.tx.execute(&INSERT_TEAM, &args).await.map(drop)
    }

    /// Every API key, oldest first.
    pub async fn list_keys(&self) -> Result<Vec<KeyRow>, Failure> {
        self.tx
            .all(&LIST_KEYS, &[], |row| {
                Ok(KeyRow {
                    key_id: row.text(0)?.to_owned(),
                    team_id: TeamId::new(row.text(1)?),
                    team_name: row.text(2)?.to_owned(),
                    processor: row.opt_text(3)?.map(str::to_owned),
                    client_id: ClientId::new(row.text(4)?),
                    created_at: row.time(5)?,
                    superseded_at: row.opt_time(6)?,
                })
            })
            .await
    }

    /// Marks every other secret of this public half as superseded; they keep working.
    pub async fn supersede_keys(
        &self,
        client: &ClientId,
        newest: &str,
        now: Timestamp,
    ) -> Result<(), Failure> {
        let args = [now.into(), client.as_str().into(), newest.into()];
        self.tx.execute(&SUPERSEDE_KEYS, &args).await.map(drop)
    }

    /// Deletes one key; says whether there was one.
    pub async fn delete_key(&self, key_id: &str) -> Result<bool, Failure> {
        self.tx
            .execute(&DELETE_KEY, &[key_id.into()])
            .await
            .map(|rows| rows == 1)
    }
}

impl Team<'_> {
    /// Adds a key; says whether it was new.
    pub async fn insert_key(&self, key: &NewKey<'_>) -> Result<bool, Failure> {
        let args = [
            key.key_id.into(),
            self.id.as_str().into(),
            key.client_id.as_str().into(),
            key.secret_hash.into(),
            key.created_at.into(),
        ];
        self.tx.execute(&INSERT_KEY, &args).await.map(|rows| rows == 1)
    }

    /// Makes this team a partner.
    pub async fn insert_partner(&self, partner: &NewPartner<'_>) -> Result<(), Failure> {
        let args = [
            self.id.as_str().into(),
            partner.partner_id.as_str().into(),
            partner.processor.into(),
            partner.name.into(),
            partner.granted_by.map(TeamId::as_str).into(),
            partner.created_at.into(),
        ];
        self.tx.execute(&INSERT_PARTNER, &args).await.map(drop)
    }

    /// Whether this team can hand tokens to a registered partner of this name.
    pub async fn has_partner(&self, processor: &str) -> Result<bool, Failure> {
        let args = [processor.into(), self.id.as_str().into()];
        self.tx
            .optional(&PARTNER_EXISTS, &args, |_row| Ok(()))
            .await
            .map(|row| row.is_some())
    }

    /// Deletes the partners that this team made.
    pub async fn delete_partners(&self) -> Result<(), Failure> {
        self.tx
            .execute(&DELETE_PARTNER_TEAMS, &[self.id.as_str().into()])
            .await
            .map(drop)
    }
}
