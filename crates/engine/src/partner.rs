//! What a partner reads with a processor token and its own keys.

use crate::item::{Column, OpenItem, hold};
use crate::processor::permits;
use crate::{Answer, Call, Engine, auth, identity, matching};
use selvedge_model::id::TeamId;
use selvedge_model::{Error, ErrorCode, Product, Sensitive};
use selvedge_store::repo::items::Sealed;
use selvedge_wire::endpoint::Done;
use selvedge_wire::endpoint::partner::{
    ProcessorAccountResponse, ProcessorAuthResponse, ProcessorBalanceRequest, ProcessorBalanceResponse,
    ProcessorIdentityResponse, ProcessorMatchRequest, ProcessorMatchResponse,
};
use selvedge_wire::shape::account::Account;
use selvedge_wire::shape::numbers::Numbers;
use selvedge_wire::{Patch, Webhook};

/// Products that account numbers come with.
const NUMBERS: &[Product] = &[Product::Auth, Product::Transfer];
/// Products that a match comes with.
const MATCHES: &[Product] = &[Product::Identity, Product::IdentityMatch];

/// An account that a processor token opens to the caller.
struct Opened {
    holder: TeamId,
    item: OpenItem,
    account: Account,
}

impl Engine {
    /// The account's numbers.
    pub async fn processor_auth(
        &self,
        call: &Call<'_>,
        token: &Sensitive,
    ) -> Result<ProcessorAuthResponse, Error> {
        let Opened { item, account, .. } = self.open_processor(call, token, Sealed::Numbers, NUMBERS).await?;
        item.healthy()?;
        if auth::is_unverified(&account) {
            return Err(ErrorCode::ProductNotReady.into());
        }
        let text = item
            .opened(&self.vault, Column::Numbers)?
            .ok_or(ErrorCode::NoAuthAccounts)?;
        let mut numbers: Numbers = serde_json::from_str(&text).map_err(Error::internal)?;
        numbers.retain(|id| *id == account.account_id);
        if numbers.is_empty() {
            return Err(ErrorCode::NoAuthAccounts.into());
        }
        Ok(ProcessorAuthResponse {
            account,
            numbers: numbers.into(),
            request_id: call.request_id(),
        })
    }

    /// The account as last seen.
    pub async fn processor_account(
        &self,
        call: &Call<'_>,
        token: &Sensitive,
    ) -> Result<ProcessorAccountResponse, Error> {
        let Opened { item, account, .. } = self.open_processor(call, token, Sealed::Numbers, &[]).await?;
        let institution_id = item.institution_id().ok_or(ErrorCode::ProductsNotSupported)?;
        Ok(ProcessorAccountResponse {
            account,
            institution_id,
            request_id: call.request_id(),
        })
    }

    /// The account with its balance of now.
    pub async fn processor_balance(
        &self,
        call: &Call<'_>,
        request: &ProcessorBalanceRequest,
    ) -> Result<ProcessorBalanceResponse, Error> {
        let Opened { item, account, .. } = self
            .open_processor(call, &request.processor_token, Sealed::Grant, &[Product::Balance])
            .await?;
        let oldest = request
            .options
            .as_ref()
            .and_then(|options| options.min_last_updated_datetime);
        let accounts = self.refreshed(call, &item, vec![account], oldest).await?;
        let account = accounts.into_iter().next().ok_or(ErrorCode::InvalidAccountId)?;
        Ok(ProcessorBalanceResponse {
            account,
            request_id: call.request_id(),
        })
    }

    /// Who holds the account.
    pub async fn processor_identity(
        &self,
        call: &Call<'_>,
        token: &Sensitive,
    ) -> Result<ProcessorIdentityResponse, Error> {
        let Opened { item, account, .. } = self
            .open_processor(call, token, Sealed::Identity, &[Product::Identity])
            .await?;
        let owners = self.owners(&item, Product::Identity)?;
        let account = identity::with_owners(account, &owners);
        Ok(ProcessorIdentityResponse {
            account,
            request_id: call.request_id(),
        })
    }

    /// How well what the partner knows fits the account's holders.
    pub async fn processor_match(
        &self,
        call: &Call<'_>,
        request: &ProcessorMatchRequest,
    ) -> Result<ProcessorMatchResponse, Error> {
        let user = request.user.clone().unwrap_or_default();
        let known = matching::Known::parse(&user)?;
        let opened = self
            .open_processor(call, &request.processor_token, Sealed::Identity, MATCHES)
            .await?;
        let owners = self.owners(&opened.item, Product::IdentityMatch)?;
        let account = identity::with_scores(opened.account, &owners, &known);
        Ok(ProcessorMatchResponse {
            account,
            request_id: call.request_id(),
        })
    }

    /// Changes where the partner's webhooks for this token go, and tells the new address.
    pub async fn update_processor_webhook(
        &self,
        call: &Call<'_>,
        token: &Sensitive,
        webhook: Patch<String>,
    ) -> Result<Answer<Done>, Error> {
        let url = match webhook {
            Patch::Set(url) if !url.is_empty() => {
                crate::validate::webhook(&url)?;
                Some(url)
            }
            Patch::Set(_) | Patch::Null | Patch::Absent => None,
        };
        let opened = self.open_processor(call, token, Sealed::Numbers, &[]).await?;
        let event = url.as_ref().map(|url| {
            let told = Webhook::ProcessorWebhookAcknowledged(opened.account.account_id.clone(), url.clone());
            self.event(&call.ctx, opened.item.id(), url, &told)
        });
        let hash = self.vault.hash_token(token.expose());
        let answer = Done {
            request_id: call.request_id(),
        };
        let holder = opened.holder.clone();
        self.write(call, &holder, move |tx| {
            Box::pin(async move {
                // The Item first: whoever ends it takes its lock before those of its tokens, too.
                let scope = tx.team(&opened.item.team);
                hold(&scope, opened.item.id()).await?;
                if !tx
                    .across_teams()
                    .set_processor_webhook(hash.as_bytes(), url.as_deref())
                    .await?
                {
                    return Err(ErrorCode::InvalidProcessorToken.into());
                }
                if let Some(event) = event {
                    scope.insert_event(&event).await?;
                }
                Ok(answer)
            })
        })
        .await
    }

    /// The account that a token opens to the caller, for one of `needs` (for nothing in particular when
    /// empty): what the token permits, of what the Item is used for.
    async fn open_processor(
        &self,
        call: &Call<'_>,
        token: &Sensitive,
        sealed: Sealed,
        needs: &[Product],
    ) -> Result<Opened, Error> {
        let holder = self.caller(call).await?;
        let hash = self.vault.hash_token(token.expose());
        let reader = self.store.reader();
        let found = reader
            .across_teams()
            .held_processor_token(&holder, hash.as_bytes(), sealed)
            .await?;
        let (token, row) = found.ok_or(ErrorCode::InvalidProcessorToken)?;
        let item = OpenItem::new(token.team_id.clone(), row, call.ctx.now)?;
        let account = item.account(&token.account_id)?;
        if let Some(product) = needs.first() {
            if !needs.iter().any(|product| permits(&token.permissions, *product)) {
                return Err(refused("this processor token does not permit", *product));
            }
            if !needs
                .iter()
                .any(|product| product.is_per_call() || item.products.contains(product))
            {
                return Err(refused(
                    "the Item of this processor token is not used for",
                    *product,
                ));
            }
        }
        Ok(Opened {
            holder,
            item,
            account,
        })
    }
}

fn refused(why: &str, product: Product) -> Error {
    Error::with(ErrorCode::InvalidProduct, format!("{why} {}", product.as_str()))
}
