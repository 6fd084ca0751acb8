//! What a team allows and asks of Link: where people may be sent, who may embed it, which webhooks are written.
//!
//! By the API and by an operator alike. How Link looks is `customization`.

use super::{address, rules};
use crate::{Answer, Call, Engine};
use jiff::Timestamp;
use selvedge_model::id::TeamId;
use selvedge_model::{Ctx, Environment, Error, limits};
use selvedge_store::Tx;
use selvedge_wire::endpoint::link::LinkTokenCreateRequest;
use selvedge_wire::endpoint::link_settings::{LinkSettings, LinkSettingsResponse, LinkSettingsUpdateRequest};

/// Who may embed Link in the sandbox where a team names nobody: what runs over TLS, and what runs on the same
/// machine. In production nobody may, for a page that poses as the app could put Link into a frame.
const ANYBODY_IN_SANDBOX: &[&str] = &["https:", "http://localhost:*", "http://127.0.0.1:*"];

/// A change to a team's lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinkChange {
    /// People may be sent back there.
    AllowRedirect(String),
    /// They may not any more.
    DenyRedirect(String),
    /// Pages of that origin may embed Link.
    AllowOrigin(String),
    /// They may not any more.
    DenyOrigin(String),
}

impl Engine {
    /// Shows the caller's settings.
    pub async fn link_settings_get(&self, call: &Call<'_>) -> Result<LinkSettingsResponse, Error> {
        let team = self.caller(call).await?;
        let settings = self.link_settings(&team).await?;
        Ok(settings.answered(call.request_id()))
    }

    /// Changes the caller's settings; a list is replaced as a whole.
    pub async fn link_settings_update(
        &self,
        call: &Call<'_>,
        request: LinkSettingsUpdateRequest,
    ) -> Result<Answer<LinkSettingsResponse>, Error> {
        let environment = self.environment();
        let redirect_uris = request
            .redirect_uris
            .map(|list| {
                checked("redirect_uris", list, limits::REDIRECT_URIS, |text| {
                    address::entry(text, environment)
                })
            })
            .transpose()?;
        let web_origins = request
            .web_origins
            .map(|list| {
                checked("web_origins", list, limits::WEB_ORIGINS, |text| {
                    address::origin(text, environment)
                })
            })
            .transpose()?;
        let link_webhooks = request.link_webhooks;
        let team = self.caller(call).await?;
        let (owner, now, request_id) = (team.clone(), call.ctx.now, call.request_id());
        self.write(call, &team, move |tx| {
            Box::pin(async move {
                let settings = change(tx, &owner, now, |settings| {
                    settings.redirect_uris =
                        redirect_uris.unwrap_or(std::mem::take(&mut settings.redirect_uris));
                    settings.web_origins = web_origins.unwrap_or(std::mem::take(&mut settings.web_origins));
                    settings.link_webhooks = link_webhooks.unwrap_or(settings.link_webhooks);
                    Ok(())
                });
                Ok(settings.await?.answered(request_id))
            })
        })
        .await
    }

    /// A team's settings.
    pub async fn link_settings(&self, team: &TeamId) -> Result<LinkSettings, Error> {
        match self.store.reader().team(team).link_settings().await? {
            Some(body) => serde_json::from_str(&body).map_err(Error::internal),
            None => Ok(LinkSettings::default()),
        }
    }

    /// Changes one entry of a team's lists; what is so already is left so.
    pub async fn change_link_settings(
        &self,
        ctx: &Ctx<'_>,
        team: &TeamId,
        wanted: LinkChange,
    ) -> Result<LinkSettings, Error> {
        let (owner, now, environment) = (team.clone(), ctx.now, self.environment());
        self.store
            .write(move |tx| {
                Box::pin(async move {
                    change(tx, &owner, now, |settings| apply(settings, wanted, environment)).await
                })
            })
            .await
    }

    /// Who may embed Link for a team, as sources of `frame-ancestors`; nobody, where there is none.
    pub async fn framing(&self, team: &TeamId) -> Result<Vec<String>, Error> {
        let named = self.link_settings(team).await?.web_origins;
        if named.is_empty() {
            Ok(self.open_framing())
        } else {
            Ok(named)
        }
    }

    /// Who may embed Link where no team is known, or it names nobody.
    pub fn open_framing(&self) -> Vec<String> {
        let sources = match self.environment() {
            Environment::Sandbox => ANYBODY_IN_SANDBOX,
            Environment::Production => &[],
        };
        sources.iter().copied().map(str::to_owned).collect()
    }

    /// Checks that people may be sent where a session is to send them.
    pub(super) async fn check_returns(
        &self,
        team: &TeamId,
        request: &LinkTokenCreateRequest,
    ) -> Result<(), Error> {
        let returns = rules::returns(request, self.environment())?;
        if returns.is_empty() {
            return Ok(());
        }
        let list = self.link_settings(team).await?.redirect_uris;
        if list.is_empty() && self.environment() == Environment::Sandbox {
            return Ok(());
        }
        let missing = returns
            .iter()
            .find(|(_, address)| !address::is_listed(address, &list));
        missing.map_or(Ok(()), |(field, address)| {
            Err(Error::field(format!(
                "{field} must be on the team's list: add it with `selvedge link allow-redirect {address}` or by \
                 /selvedge/link/settings/update"
            )))
        })
    }
}

/// Changes a team's settings inside a transaction, one change after the other.
async fn change(
    tx: &Tx,
    team: &TeamId,
    now: Timestamp,
    alter: impl FnOnce(&mut LinkSettings) -> Result<(), Error> + Send,
) -> Result<LinkSettings, Error> {
    let scope = tx.team(team);
    let fresh = serde_json::to_string(&LinkSettings::default()).map_err(Error::internal)?;
    let held = scope.hold_link_settings(&fresh, now).await?;
    let held = held.ok_or_else(|| Error::internal("held settings are gone"))?;
    let mut settings: LinkSettings = serde_json::from_str(&held).map_err(Error::internal)?;
    alter(&mut settings)?;
    let body = serde_json::to_string(&settings).map_err(Error::internal)?;
    scope.set_link_settings(&body, now).await?;
    Ok(settings)
}

fn apply(settings: &mut LinkSettings, wanted: LinkChange, environment: Environment) -> Result<(), Error> {
    let (redirects, origins) = (&mut settings.redirect_uris, &mut settings.web_origins);
    match wanted {
        LinkChange::AllowRedirect(text) => {
            let entry = named("the address", address::entry(&text, environment))?;
            add(redirects, entry, limits::REDIRECT_URIS, "addresses")
        }
        LinkChange::AllowOrigin(text) => {
            let origin = named("the origin", address::origin(&text, environment))?;
            add(origins, origin, limits::WEB_ORIGINS, "origins")
        }
        // What is denied may be named in any form that it was allowed in.
        LinkChange::DenyRedirect(text) => {
            take(redirects, &address::entry(&text, environment).unwrap_or(text))
        }
        LinkChange::DenyOrigin(text) => take(origins, &text),
    }
}

fn named<T>(what: &str, checked: Result<T, String>) -> Result<T, Error> {
    checked.map_err(|why| Error::field(format!("{what} {why}")))
}

fn add(list: &mut Vec<String>, entry: String, most: usize, what: &str) -> Result<(), Error> {
    if list.contains(&entry) {
        return Ok(());
    }
    if list.len() >= most {
        return Err(Error::field(format!(
            "a team's list may have at most {most} {what}"
        )));
    }
    list.push(entry);
    Ok(())
}

fn take(list: &mut Vec<String>, entry: &str) -> Result<(), Error> {
    let before = list.len();
    list.retain(|kept| kept != entry);
    if list.len() == before {
        return Err(Error::field(
            "it is not on the team's list; `selvedge link show` shows what is",
        ));
    }
    Ok(())
}

/// A list of which every entry passes, without repetitions.
fn checked(
    field: &str,
    list: Vec<String>,
    most: usize,
    check: impl Fn(&str) -> Result<String, String>,
) -> Result<Vec<String>, Error> {
    if list.len() > most {
        return Err(Error::field(format!("{field} may have at most {most} entries")));
    }
    let mut passed: Vec<String> = Vec::with_capacity(list.len());
    for (index, text) in list.into_iter().enumerate() {
        let entry = check(&text).map_err(|why| Error::field(format!("{field}[{index}] {why}")))?;
        if !passed.contains(&entry) {
            passed.push(entry);
        }
    }
    Ok(passed)
}
