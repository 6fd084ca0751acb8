//! What a team asks of Link: its settings, and its customizations by name.
//!
//! Bodies are JSON in the contract's words; nothing here looks into them.

use crate::Failure;
use crate::repo::{AcrossTeams, Team};
use crate::sql::statements;
use jiff::Timestamp;

/// A customization as it is stored.
#[derive(Debug, Clone)]
pub struct CustomizationRow {
    /// The customization.
    pub body: String,
    /// Its logo: the name that it is fetched by, and the image.
    pub logo: Option<(String, Vec<u8>)>,
}

statements! {
    FIND_SETTINGS = "SELECT body FROM link_settings WHERE team_id = $1";
    // The update changes nothing; it locks the row, so that changes that add to a list come one after another.
    HOLD_SETTINGS = "\
        INSERT INTO link_settings (team_id, body, updated_at) VALUES ($1, $2, $3) \
        ON CONFLICT (team_id) DO UPDATE SET team_id = excluded.team_id RETURNING body";
    SET_SETTINGS = "UPDATE link_settings SET body = $1, updated_at = $2 WHERE team_id = $3";
    DELETE_SETTINGS = "DELETE FROM link_settings WHERE team_id = $1";
    FIND_CUSTOMIZATION = "SELECT body FROM link_customizations WHERE team_id = $1 AND name = $2";
    FIND_CUSTOMIZATION_LOGO = "\
        SELECT logo_name, logo FROM link_customizations WHERE team_id = $1 AND name = $2 AND logo IS NOT NULL";
    LIST_CUSTOMIZATIONS = "SELECT body FROM link_customizations WHERE team_id = $1 ORDER BY name";
    SET_CUSTOMIZATION = "\
        INSERT INTO link_customizations (team_id, name, body, logo_name, logo, updated_at) \
        VALUES ($1, $2, $3, $4, $5, $6) \
        ON CONFLICT (team_id, name) DO UPDATE SET body = excluded.body, logo_name = excluded.logo_name, \
          logo = excluded.logo, updated_at = excluded.updated_at";
    DELETE_CUSTOMIZATION = "DELETE FROM link_customizations WHERE team_id = $1 AND name = $2";
    DELETE_CUSTOMIZATIONS = "DELETE FROM link_customizations WHERE team_id = $1";
    FIND_LOGO = "SELECT logo FROM link_customizations WHERE logo_name = $1 LIMIT 1";
}

impl Team<'_> {
    /// The settings, where any were made.
    pub async fn link_settings(&self) -> Result<Option<String>, Failure> {
        self.tx
            .optional(&FIND_SETTINGS, &[self.id.as_str().into()], |row| {
                row.text(0).map(str::to_owned)
            })
            .await
    }

    /// The settings, kept from other changes until the transaction ends; `fresh` where there are none yet.
    pub async fn hold_link_settings(&self, fresh: &str, now: Timestamp) -> Result<Option<String>, Failure> {
        let args = [self.id.as_str().into(), fresh.into(), now.into()];
        self.tx
            .optional(&HOLD_SETTINGS, &args, |row| row.text(0).map(str::to_owned))
            .await
    }

    /// Replaces the settings that [`Team::hold_link_settings`] gave.
    pub async fn set_link_settings(&self, body: &str, now: Timestamp) -> Result<(), Failure> {
        let args = [body.into(), now.into(), self.id.as_str().into()];
        self.tx.execute(&SET_SETTINGS, &args).await.map(drop)
    }

    /// The customization of this name.
    pub async fn link_customization(&self, name: &str) -> Result<Option<String>, Failure> {
        self.tx
            .optional(
                &FIND_CUSTOMIZATION,
                &[self.id.as_str().into(), name.into()],
                |row| row.text(0).map(str::to_owned),
            )
            .await
    }

    /// The logo of the customization of this name.
    pub async fn link_customization_logo(&self, name: &str) -> Result<Option<(String, Vec<u8>)>, Failure> {
        self.tx
            .optional(
                &FIND_CUSTOMIZATION_LOGO,
                &[self.id.as_str().into(), name.into()],
                |row| Ok((row.text(0)?.to_owned(), row.bytes(1)?.to_vec())),
            )
            .await
    }

    /// Every customization, by name.
    pub async fn link_customizations(&self) -> Result<Vec<String>, Failure> {
        self.tx
            .all(&LIST_CUSTOMIZATIONS, &[self.id.as_str().into()], |row| {
                row.text(0).map(str::to_owned)
            })
            .await
    }

    /// Adds a customization, or replaces the one of this name.
    pub async fn set_link_customization(
        &self,
        name: &str,
        customization: &CustomizationRow,
        now: Timestamp,
    ) -> Result<(), Failure> {
        let logo = customization.logo.as_ref();
        let args = [
            self.id.as_str().into(),
            name.into(),
            (&customization.body).into(),
            logo.map(|(name, _)| name).into(),
            logo.map(|(_, png)| png).into(),
            now.into(),
        ];
        self.tx.execute(&SET_CUSTOMIZATION, &args).await.map(drop)
    }

    /// Deletes a customization; says whether there was one.
    pub async fn delete_link_customization(&self, name: &str) -> Result<bool, Failure> {
        let args = [self.id.as_str().into(), name.into()];
        let rows = self.tx.execute(&DELETE_CUSTOMIZATION, &args).await?;
        Ok(rows == 1)
    }

    /// Forgets the settings and every customization.
    pub async fn delete_link_settings(&self) -> Result<(), Failure> {
        let args = [self.id.as_str().into()];
        self.tx.execute(&DELETE_SETTINGS, &args).await?;
        self.tx.execute(&DELETE_CUSTOMIZATIONS, &args).await.map(drop)
    }
}

impl AcrossTeams<'_> {
    /// The logo that is fetched by this name, which nobody can guess and which tells the team.
    pub async fn link_logo(&self, name: &str) -> Result<Option<Vec<u8>>, Failure> {
        self.tx
            .optional(&FIND_LOGO, &[name.into()], |row| row.bytes(0).map(<[u8]>::to_vec))
            .await
    }
}
