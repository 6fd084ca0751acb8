//! What an operator sets for Link, in one vocabulary for the command line and the control socket.
//!
//! The engine checks and keeps it; this says what was asked, finds the team, and says what came of it.

use selvedge_engine::Engine;
use selvedge_engine::link::LinkChange;
use selvedge_model::{Ctx, Error};
use serde::{Deserialize, Serialize};

/// What is asked about a team's settings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "verb", content = "value", rename_all = "snake_case")]
pub enum LinkVerb {
    /// What they are.
    Show,
    /// Let Link send people back there.
    AllowRedirect(String),
    /// Do not any more.
    DenyRedirect(String),
    /// Let pages of that origin embed Link.
    AllowOrigin(String),
    /// Do not any more.
    DenyOrigin(String),
}

impl LinkVerb {
    /// What is asked, for the log, which has no names in it.
    pub(crate) const fn name(&self) -> &'static str {
        match self {
            Self::Show => "link_show",
            Self::AllowRedirect(_) => "link_allow_redirect",
            Self::DenyRedirect(_) => "link_deny_redirect",
            Self::AllowOrigin(_) => "link_allow_origin",
            Self::DenyOrigin(_) => "link_deny_origin",
        }
    }

    fn change(self) -> Option<LinkChange> {
        match self {
            Self::Show => None,
            Self::AllowRedirect(uri) => Some(LinkChange::AllowRedirect(uri)),
            Self::DenyRedirect(uri) => Some(LinkChange::DenyRedirect(uri)),
            Self::AllowOrigin(origin) => Some(LinkChange::AllowOrigin(origin)),
            Self::DenyOrigin(origin) => Some(LinkChange::DenyOrigin(origin)),
        }
    }
}

/// A team's settings as an operator sees them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LinkLines {
    /// The team's name.
    pub team: String,
    /// Where people may be sent back to.
    pub redirect_uris: Vec<String>,
    /// Whether there being none allows any.
    pub any_redirect: bool,
    /// Which origins may embed Link, as the browser is told.
    pub framing: Vec<String>,
    /// Whether session webhooks are written for every session.
    pub link_webhooks: bool,
}

/// Does what was asked for the team that is named by a client id, its own id or its name; the first one by default.
pub async fn run(
    engine: &Engine,
    ctx: &Ctx<'_>,
    team: Option<&str>,
    verb: LinkVerb,
) -> Result<LinkLines, Error> {
    let (team, name) = engine.team_named(team).await?;
    let settings = match verb.change() {
        None => engine.link_settings(&team).await?,
        Some(change) => engine.change_link_settings(ctx, &team, change).await?,
    };
    Ok(LinkLines {
        team: name,
        any_redirect: settings.redirect_uris.is_empty()
            && engine.environment() == selvedge_model::Environment::Sandbox,
        redirect_uris: settings.redirect_uris,
        framing: engine.framing(&team).await?,
        link_webhooks: settings.link_webhooks,
    })
}
