//! Webhook events: written in the transaction of the change that causes them.

use crate::Failure;
use crate::repo::Team;
use crate::sql::statements;
use jiff::Timestamp;
use selvedge_model::id::ItemId;

/// A webhook to deliver.
#[derive(Debug, Clone)]
pub struct WebhookEvent {
    /// Its id, the same in every attempt.
    pub event_id: String,
    /// The Item it is about.
    pub item_id: Option<ItemId>,
    /// `ITEM`, `AUTH`, …
    pub webhook_type: String,
    /// The code within the type.
    pub webhook_code: String,
    /// Where it goes.
    pub url: String,
    /// The exact bytes that are signed and sent; empty where they are sealed.
    pub body: String,
    /// The body, sealed, of an event that names a token.
    pub sealed: Option<Vec<u8>>,
    /// When it happened.
    pub created_at: Timestamp,
}

statements! {
    INSERT_EVENT = "\
        INSERT INTO webhook_events (team_id, event_id, item_id, webhook_type, webhook_code, url, body, created_at, \
          sealed) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    LIST_EVENTS = "\
        SELECT event_id, item_id, webhook_type, webhook_code, url, body, created_at, sealed FROM webhook_events \
        WHERE team_id = $1 ORDER BY created_at, event_id";
    DELETE_EVENTS = "DELETE FROM webhook_events WHERE team_id = $1";
    DELETE_EVENTS_OF_ITEM = "DELETE FROM webhook_events WHERE team_id = $1 AND item_id = $2";
}

impl Team<'_> {
    /// Adds an event.
    pub async fn insert_event(&self, event: &WebhookEvent) -> Result<(), Failure> {
        let args = [
            self.id.as_str().into(),
            (&event.event_id).into(),
            event.item_id.as_ref().map(ItemId::as_str).into(),
            (&event.webhook_type).into(),
            (&event.webhook_code).into(),
            (&event.url).into(),
            (&event.body).into(),
            event.created_at.into(),
            event.sealed.as_deref().into(),
        ];
        self.tx.execute(&INSERT_EVENT, &args).await.map(drop)
    }

    /// Every event, oldest first.
    pub async fn list_events(&self) -> Result<Vec<WebhookEvent>, Failure> {
        self.tx
            .all(&LIST_EVENTS, &[self.id.as_str().into()], |row| {
                Ok(WebhookEvent {
                    event_id: row.text(0)?.to_owned(),
                    item_id: row.opt_text(1)?.map(ItemId::new),
                    webhook_type: row.text(2)?.to_owned(),
                    webhook_code: row.text(3)?.to_owned(),
                    url: row.text(4)?.to_owned(),
                    body: row.text(5)?.to_owned(),
                    created_at: row.time(6)?,
                    sealed: row.opt_bytes(7)?.map(<[u8]>::to_vec),
                })
            })
            .await
    }

    /// Deletes every event.
    pub async fn delete_events(&self) -> Result<(), Failure> {
        self.tx
            .execute(&DELETE_EVENTS, &[self.id.as_str().into()])
            .await
            .map(drop)
    }

    /// Deletes the events about an Item.
    pub async fn delete_events_of(&self, item: &ItemId) -> Result<(), Failure> {
        let args = [self.id.as_str().into(), item.as_str().into()];
        self.tx.execute(&DELETE_EVENTS_OF_ITEM, &args).await.map(drop)
    }
}
