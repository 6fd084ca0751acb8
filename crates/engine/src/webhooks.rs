//! Events for webhooks: made here, written in the transaction of the change that causes them.

use crate::Engine;
use selvedge_model::Ctx;
use selvedge_model::Error;
use selvedge_model::id::{ItemId, TeamId, base62};
use selvedge_store::repo::webhooks::WebhookEvent;
use selvedge_wire::Webhook;

impl Engine {
    /// The event that tells `webhook` to `url`.
    pub(crate) fn event(&self, ctx: &Ctx<'_>, item: &ItemId, url: &str, webhook: &Webhook) -> WebhookEvent {
        let (kind, code) = webhook.name();
        WebhookEvent {
            event_id: format!("whe_{}", base62(ctx.entropy, 20)),
            item_id: Some(item.clone()),
            webhook_type: kind.to_owned(),
            webhook_code: code.to_owned(),
            url: url.to_owned(),
            body: webhook.body(self.environment(), item),
            sealed: None,
            created_at: ctx.now,
        }
    }

    /// The events of a team that are to be delivered, oldest first.
    pub async fn pending_events(&self, team: &TeamId) -> Result<Vec<WebhookEvent>, Error> {
        let events = self.store.reader().team(team).list_events().await?;
        events
            .into_iter()
            .map(|event| self.opened_event(team, event))
            .collect()
    }
}
