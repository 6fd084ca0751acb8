//! What an app is told of a session by webhook. The bodies name tokens, so they are kept sealed.

use super::flow::Ending;
use super::record::Session;
use crate::Engine;
use selvedge_model::id::{ItemId, TeamId, base62};
use selvedge_model::{Ctx, Error, Sensitive};
use selvedge_store::repo::webhooks::WebhookEvent;
use selvedge_vault::Place;
use selvedge_wire::callback::CallbackEvent;
use selvedge_wire::endpoint::link::LinkEvent;
use selvedge_wire::link_webhook::{LinkNews, LinkWebhook, SessionStatus};

/// What there is to tell.
#[derive(Clone, Copy)]
pub(super) enum News<'a> {
    /// All that happened so far.
    Events(&'a [CallbackEvent]),
    /// The session is over.
    Finished(&'a Ending),
    /// An Item was linked; with its public token.
    ItemAdded(&'a ItemId, &'a Sensitive),
}

impl Engine {
    /// The event that tells `news`; `None` where there is nobody to tell.
    pub(super) fn link_news(&self, ctx: &Ctx<'_>, session: &Session, news: News<'_>) -> Option<WebhookEvent> {
        let url = session.terms.webhook.clone()?;
        let link_token = Sensitive::from(session.terms.link_token.as_deref()?);
        let tokens: Vec<Sensitive> = session
            .state
            .standing_links()
            .map(|linked| Sensitive::from(linked.public_token.as_str()))
            .collect();
        let (events, item_id) = match &news {
            News::Events(events) => (events.iter().rev().map(LinkEvent::from).collect(), None),
            News::ItemAdded(item, _) => (Vec::new(), Some((*item).clone())),
            News::Finished(_) => (Vec::new(), None),
        };
        let webhook = LinkWebhook {
            link_session_id: &session.id,
            link_token: &link_token,
            user_id: session.terms.user_id.as_ref(),
            news: match news {
                News::Events(_) => LinkNews::Events(&events),
                News::ItemAdded(_, token) => LinkNews::ItemAdded(token),
                News::Finished(ending) => LinkNews::Finished {
                    status: match ending {
                        Ending::Success => SessionStatus::Success,
                        Ending::Exit { .. } => SessionStatus::Exited,
                    },
                    public_tokens: &tokens,
                },
            },
        };
        let event_id = format!("whe_{}", base62(ctx.entropy, 20));
        let body = webhook.body(self.environment());
        let sealed = self
            .vault
            .seal_team(ctx, &session.team, place(&event_id), body.expose().as_bytes());
        Some(WebhookEvent {
            event_id,
            item_id,
            webhook_type: LinkWebhook::TYPE.to_owned(),
            webhook_code: webhook.code().to_owned(),
            url,
            body: String::new(),
            sealed: Some(sealed),
            created_at: ctx.now,
        })
    }

    /// An event with its body opened, where it is kept sealed.
    pub(crate) fn opened_event(&self, team: &TeamId, mut event: WebhookEvent) -> Result<WebhookEvent, Error> {
        if let Some(sealed) = event.sealed.take() {
            let body = self.vault.open_team(team, place(&event.event_id), &sealed)?;
            event.body = String::from_utf8(body.to_vec()).map_err(Error::internal)?;
        }
        Ok(event)
    }
}

fn place(event: &str) -> Place<'_> {
    Place::new("webhook_events", "sealed", event)
}
