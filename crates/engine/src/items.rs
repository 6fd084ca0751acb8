//! An Item's life after it was linked: shown, redirected, removed.

use crate::{Answer, Call, Engine};
use selvedge_banks::connector::Visit;
use selvedge_model::{Error, ErrorCode, Product, Sensitive, limits};
use selvedge_store::repo::items::Sealed;
use selvedge_wire::endpoint::Done;
use selvedge_wire::endpoint::item::{ActivityKind, ItemGetResponse, ItemRemoveRequest, ItemResponse};
use selvedge_wire::shape::item::{ItemStatus, ItemWithConsent, UpdateTimes};
use selvedge_wire::{Patch, Webhook};
use std::sync::{Arc, OnceLock};

impl Engine {
    /// Shows an Item, broken or not.
    pub async fn item_get(&self, call: &Call<'_>, token: &Sensitive) -> Result<ItemGetResponse, Error> {
        let item = self.open_item(call, token, Sealed::Numbers).await?;
        let row = item.row();
        let updated = |product| {
            item.products.contains(&product).then_some(UpdateTimes {
                last_failed_update: None,
                last_successful_update: Some(row.created_at),
            })
        };
        let mut shown = item.shown(&self.catalogue);
        shown.error = item.shown_error();
        Ok(ItemGetResponse {
            item: ItemWithConsent {
                consented_data_scopes: item.data_scopes(),
                consented_use_cases: Vec::new(),
                created_at: row.created_at,
                item: shown,
            },
            request_id: call.request_id(),
            status: ItemStatus {
                investments: updated(Product::Investments),
                // Events are written and not yet sent, so none was the last.
                last_webhook: None,
                transactions: updated(Product::Transactions),
            },
        })
    }

    /// Changes where an Item's webhooks go, and tells the new address.
    pub async fn update_webhook(
        &self,
        call: &Call<'_>,
        token: &Sensitive,
        webhook: Patch<String>,
    ) -> Result<Answer<ItemResponse>, Error> {
        if let Patch::Set(url) = &webhook
            && !url.is_empty()
        {
            crate::validate::webhook(url)?;
        }
        let item = self.open_item(call, token, Sealed::Numbers).await?;
        let mut shown = item.shown(&self.catalogue);
        let url = match webhook {
            Patch::Absent => {
                return Ok(ItemResponse {
                    item: shown,
                    request_id: call.request_id(),
                }
                .into());
            }
            Patch::Null => None,
            Patch::Set(url) => Some(url).filter(|url| !url.is_empty()),
        };
        shown.webhook = Some(url.clone().unwrap_or_default());
        let acknowledged = url.as_ref().map(|url| {
            self.event(
                &call.ctx,
                item.id(),
                url,
                &Webhook::WebhookUpdateAcknowledged(url.clone()),
            )
        });
        let answer = ItemResponse {
            item: shown,
            request_id: call.request_id(),
        };
        let (team, id) = (item.team.clone(), item.id().clone());
        self.write(call, &item.team, move |tx| {
            Box::pin(async move {
                let scope = tx.team(&team);
                if !scope.set_webhook(&id, url.as_deref()).await? {
                    return Err(ErrorCode::ItemNotFound.into());
                }
                if let Some(event) = acknowledged {
                    scope.insert_event(&event).await?;
                }
                Ok(answer)
            })
        })
        .await
    }

    /// Ends an Item, every token made from it, and its data; then tells the bank.
    pub async fn remove_item(
        &self,
        call: &Call<'_>,
        request: &ItemRemoveRequest,
    ) -> Result<Answer<Done>, Error> {
        if request
            .reason_note
            .as_ref()
            .is_some_and(|note| note.chars().count() > limits::REASON_NOTE_CHARS)
        {
            return Err(Error::field("reason_note must have at most 512 characters"));
        }
        let item = self.open_item(call, &request.access_token, Sealed::Grant).await?;
        let grant = self.grant(&item)?;
        let activity = crate::history::activity(&call.ctx, item.id(), ActivityKind::ItemRemove);
        let answer = Done {
            request_id: call.request_id(),
        };
        let (team, id, now) = (item.team.clone(), item.id().clone(), call.ctx.now);
        let dead = Arc::new(OnceLock::new());
        let found = Arc::clone(&dead);
        let answer = self
            .write(call, &item.team, move |tx| {
                Box::pin(async move {
                    let scope = tx.team(&team);
                    if !scope.remove_item(&id, now).await? {
                        return Err(ErrorCode::ItemNotFound.into());
                    }
                    scope.delete_link_tokens_of(&id).await?;
                    let open = scope.open_results_of(&id).await?;
                    found.get_or_init(|| open);
                    scope.delete_link_results_of(&id).await?;
                    scope.delete_events_of(&id).await?;
                    scope.insert_activity(&activity).await?;
                    Ok(answer)
                })
            })
            .await?;
        let dead = dead.get().map_or(&[][..], Vec::as_slice);
        self.forget_removed(&call.ctx, &item.team, dead).await;
        if let Some(grant) = grant {
            let visit = Visit {
                now,
                interaction_id: call.ctx.request_id,
            };
            // The Item is gone whatever the bank says; its grant there ends by itself in time.
            if let Err(error) = self.bank.revoke(&visit, &grant.bank).await {
                tracing::warn!(item.id = %item.id(), %error, "the bank did not end the grant of a removed Item");
            }
        }
        Ok(answer)
    }
}
