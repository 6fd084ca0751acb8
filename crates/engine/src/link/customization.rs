//! Customizations: how Link looks and asks for a team, by name.
//!
//! Everything is checked when it is set, so that a session only reads it. Which one a session takes is `look`.

use super::record::milliseconds;
use super::{accent, app_name, logo};
use crate::{Answer, Call, Engine};
use selvedge_model::id::{InstitutionId, hex};
use selvedge_model::{Error, limits};
use selvedge_store::repo::settings::CustomizationRow;
use selvedge_wire::Patch;
use selvedge_wire::endpoint::Done;
use selvedge_wire::endpoint::link::AppearanceMode;
use selvedge_wire::endpoint::link_settings::{
    AccountSelect, CustomTexts, Customization, CustomizationListResponse, CustomizationResponse,
    CustomizationSetRequest,
};

/// What becomes of the logo.
enum Logo {
    Kept,
    Gone,
    New(String, Vec<u8>),
}

impl Engine {
    /// Makes a customization, or replaces the one of that name.
    pub async fn customization_set(
        &self,
        call: &Call<'_>,
        mut request: CustomizationSetRequest,
    ) -> Result<Answer<CustomizationResponse>, Error> {
        let logo = std::mem::take(&mut request.logo);
        let mut customization = self.checked(call, request)?;
        let team = self.caller(call).await?;
        // Reading an image is work: not for who has no keys.
        let logo = match logo {
            Patch::Absent => Logo::Kept,
            Patch::Null => Logo::Gone,
            Patch::Set(base64) => {
                let png = logo::rewritten(&base64)?;
                Logo::New(self.logo_name(team.as_str(), &png), png)
            }
        };
        let (owner, now, request_id) = (team.clone(), call.ctx.now, call.request_id());
        self.write(call, &team, move |tx| {
            Box::pin(async move {
                let scope = tx.team(&owner);
                let name = customization.name.clone();
                let most = limits::CUSTOMIZATIONS;
                if scope.link_customization(&name).await?.is_none()
                    && scope.link_customizations().await?.len() >= most
                {
                    return Err(Error::field(format!(
                        "a team may have at most {most} customizations"
                    )));
                }
                let logo = match logo {
                    Logo::Kept => scope.link_customization_logo(&name).await?,
                    Logo::Gone => None,
                    Logo::New(name, png) => Some((name, png)),
                };
                customization.logo = logo.as_ref().map(|(name, _)| format!("/link/logo/{name}.png"));
                let body = serde_json::to_string(&customization).map_err(Error::internal)?;
                let row = CustomizationRow { body, logo };
                scope.set_link_customization(&name, &row, now).await?;
                Ok(CustomizationResponse {
                    customization,
                    request_id,
                })
            })
        })
        .await
    }

    /// Shows a customization.
    pub async fn customization_get(
        &self,
        call: &Call<'_>,
        name: &str,
    ) -> Result<CustomizationResponse, Error> {
        let team = self.caller(call).await?;
        let body = self.store.reader().team(&team).link_customization(name).await?;
        let body = body.ok_or_else(unknown)?;
        Ok(CustomizationResponse {
            customization: parsed(&body)?,
            request_id: call.request_id(),
        })
    }

    /// Lists the customizations.
    pub async fn customization_list(&self, call: &Call<'_>) -> Result<CustomizationListResponse, Error> {
        let team = self.caller(call).await?;
        let bodies = self.store.reader().team(&team).link_customizations().await?;
        Ok(CustomizationListResponse {
            customizations: bodies.iter().map(|body| parsed(body)).collect::<Result<_, _>>()?,
            request_id: call.request_id(),
        })
    }

    /// Removes a customization.
    pub async fn customization_remove(&self, call: &Call<'_>, name: String) -> Result<Answer<Done>, Error> {
        let team = self.caller(call).await?;
        let answer = Done {
            request_id: call.request_id(),
        };
        let owner = team.clone();
        self.write(call, &team, move |tx| {
            Box::pin(async move {
                if tx.team(&owner).delete_link_customization(&name).await? {
                    Ok(answer)
                } else {
                    Err(unknown())
                }
            })
        })
        .await
    }

    /// The logo of this name, as a PNG image.
    pub async fn link_logo(&self, name: &str) -> Result<Option<Vec<u8>>, Error> {
        Ok(self.store.reader().across_teams().link_logo(name).await?)
    }

    /// The name that a logo is fetched by: it changes with the image, and says nothing to who does not have it.
    fn logo_name(&self, team: &str, png: &[u8]) -> String {
        let digest = hex(&selvedge_vault::sha256(png));
        hex(self.vault.hash_token(&format!("logo {team} {digest}")).as_bytes())
    }

    fn checked(&self, call: &Call<'_>, request: CustomizationSetRequest) -> Result<Customization, Error> {
        if !is_plain(&request.name, limits::NAME_CHARS) {
            return Err(Error::field("name must have 1 to 100 printable characters"));
        }
        let accent = match &request.accent_color {
            None => None,
            Some(text) => Some(accent::accent(text).ok_or_else(|| {
                Error::field("accent_color must be written as #rrggbb, in hexadecimal digits")
            })?),
        };
        let institutions = request.institutions;
        self.check_institutions(institutions.as_deref().unwrap_or_default())?;
        let texts = request.texts.unwrap_or_default();
        check_texts(&texts)?;
        let mut country_codes = request.country_codes;
        if let Some(codes) = &mut country_codes {
            codes.sort_unstable();
            codes.dedup();
        }
        Ok(Customization {
            accent,
            account_select: request.account_select.unwrap_or(AccountSelect::Several),
            appearance: request.appearance.unwrap_or(AppearanceMode::System),
            country_codes,
            institutions,
            language: request.language,
            logo: None,
            name: request.name,
            texts,
            updated_at: milliseconds(call.ctx.now),
        })
    }

    fn check_institutions(&self, institutions: &[InstitutionId]) -> Result<(), Error> {
        let most = limits::CUSTOMIZATION_INSTITUTIONS;
        if institutions.len() > most {
            return Err(Error::field(format!(
                "institutions may have at most {most} entries"
            )));
        }
        for (index, id) in institutions.iter().enumerate() {
            if self.institution(id).is_err() {
                return Err(Error::field(format!(
                    "institutions[{index}] must be the id of an institution that is offered"
                )));
            }
            if institutions.iter().take(index).any(|earlier| earlier == id) {
                return Err(Error::field(format!("institutions[{index}] must be there once")));
            }
        }
        Ok(())
    }
}

/// Texts stand beside ours, so they get no more room and no other means than ours have.
fn check_texts(texts: &CustomTexts) -> Result<(), Error> {
    let named = [
        ("connected", &texts.connected),
        ("consent", &texts.consent),
        ("institutions", &texts.institutions),
        ("reconnected", &texts.reconnected),
    ];
    let most = limits::CUSTOM_TEXT_CHARS;
    for (name, text) in named {
        if text.as_deref().is_some_and(|text| !is_plain(text, most)) {
            return Err(Error::field(format!(
                "texts.{name} must have 1 to {most} printable characters on one line"
            )));
        }
    }
    Ok(())
}

/// Whether a text has something to read, fits, and holds nothing that cannot be seen.
fn is_plain(text: &str, most: usize) -> bool {
    text.chars().count() <= most && !text.trim().is_empty() && app_name::visible(text) == text
}

/// A customization as it is stored. Earlier ones say by an empty list that all banks are offered, and count time in
/// nanoseconds.
pub(super) fn parsed(body: &str) -> Result<Customization, Error> {
    let mut stored: Customization = serde_json::from_str(body).map_err(Error::internal)?;
    stored.institutions = stored.institutions.filter(|only| !only.is_empty());
    stored.updated_at = milliseconds(stored.updated_at);
    Ok(stored)
}

fn unknown() -> Error {
    Error::field("name must be the name of one of the team's customizations")
}
