//! `selvedge link`: where Link may send people and who may embed it; beside a running server as `keys` works.

use super::{Failure, keys};
use crate::cli::{Link, LinkCommand};
use crate::out;
use selvedge::Settings;
use selvedge::keys::{Command, Report};
use selvedge::link::{LinkLines, LinkVerb};
use std::process::ExitCode;

/// Does what was asked and prints the settings as they are then.
pub(crate) fn run(link: Link) -> Result<ExitCode, Failure> {
    let settings = Settings::resolve(link.options.given()?)?;
    let ask = match link.verb {
        LinkCommand::Show => LinkVerb::Show,
        LinkCommand::AllowRedirect { uri } => LinkVerb::AllowRedirect(uri),
        LinkCommand::DenyRedirect { uri } => LinkVerb::DenyRedirect(uri),
        LinkCommand::AllowOrigin { origin } => LinkVerb::AllowOrigin(origin),
        LinkCommand::DenyOrigin { origin } => LinkVerb::DenyOrigin(origin),
    };
    let team = link.team;
    match keys::carried_out(&settings, Command::Link { team, ask })? {
        Report::Link { settings } => print(&settings),
        Report::Keys { .. }
        | Report::Made { .. }
        | Report::Deleted { .. }
        | Report::WebhookKey { .. }
        | Report::Status { .. } => {
            return Err(Failure::Refused(
                "the running server answers another question; use its own version".to_owned(),
            ));
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// A team's settings, a line for each entry.
pub(super) fn print(settings: &LinkLines) {
    out::say(&format!("team      {}", settings.team));
    for uri in &settings.redirect_uris {
        out::say(&format!("redirect  {uri}"));
    }
    if settings.redirect_uris.is_empty() {
        let meaning = if settings.any_redirect {
            "any, for the list is empty and this is the sandbox"
        } else {
            "none, for the list is empty"
        };
        out::say(&format!("redirect  {meaning}"));
    }
    for source in &settings.framing {
        out::say(&format!("embed     {source}"));
    }
    let webhooks = if settings.link_webhooks {
        "for every session"
    } else {
        "for hosted sessions, and those of several Items"
    };
    out::say(&format!("webhooks  {webhooks}"));
}
