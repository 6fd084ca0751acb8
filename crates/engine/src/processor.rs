//! Processor tokens as the app that owns the Item handles them.

use crate::item::{OpenItem, check_account_id, hold, join_products, parse_products};
use crate::{Answer, Call, Engine, auth};
use selvedge_model::account::is_auth_eligible;
use selvedge_model::id::{AccountId, ItemId, TeamId};
use selvedge_model::{Environment, Error, ErrorCode, Product, Sensitive, processor};
use selvedge_store::repo::items::Sealed;
use selvedge_store::repo::processor::{NewProcessorToken, ProcessorTokenRow};
use selvedge_vault::TokenKind;
use selvedge_wire::Revealed;
use selvedge_wire::endpoint::Done;
use selvedge_wire::endpoint::processor::{
    AccountTokenRequest, PermissionsResponse, PermissionsSetRequest, ProcessorTokenCreateRequest,
    ProcessorTokenResponse, StripeTokenResponse,
};

/// Official clients compare this message.
const BAD_ACCOUNT: &str = "account_id must be a valid account ID";
/// The partner of `/processor/apex/processor_token/create`.
const APEX: &str = "apex_clearing";

impl Engine {
    /// Opens one account to one partner.
    pub async fn create_processor_token(
        &self,
        call: &Call<'_>,
        request: ProcessorTokenCreateRequest,
    ) -> Result<Answer<ProcessorTokenResponse>, Error> {
        check_account_id(&request.account_id, BAD_ACCOUNT)?;
        let item = self
            .open_item(call, &request.access_token, Sealed::Numbers)
            .await?;
        let known = processor::is_known(&request.processor)
            || self
                .store
                .reader()
                .team(&item.team)
                .has_partner(&request.processor)
                .await?;
        if !known {
            return Err(Error::field(
                "processor must be the name of a known partner, such as dwolla",
            ));
        }
        self.insert_processor_token(call, &item, &request.account_id, request.processor)
            .await
    }

    /// Opens one account to Apex.
    pub async fn create_apex_token(
        &self,
        call: &Call<'_>,
        request: AccountTokenRequest,
    ) -> Result<Answer<ProcessorTokenResponse>, Error> {
        check_account_id(&request.account_id, BAD_ACCOUNT)?;
        let item = self
            .open_item(call, &request.access_token, Sealed::Numbers)
            .await?;
        self.insert_processor_token(call, &item, &request.account_id, APEX.to_owned())
            .await
    }

    /// Makes a Stripe bank account token. In the sandbox it stands for Stripe's own test account.
    pub async fn create_stripe_token(
        &self,
        call: &Call<'_>,
        request: AccountTokenRequest,
    ) -> Result<Answer<StripeTokenResponse>, Error> {
        check_account_id(&request.account_id, BAD_ACCOUNT)?;
        let item = self
            .open_item(call, &request.access_token, Sealed::Numbers)
            .await?;
        check_usable(&item, &request.account_id)?;
        match self.environment() {
            Environment::Sandbox => {
                let minted = self.vault.mint(&call.ctx, TokenKind::Stripe);
                let answer = StripeTokenResponse {
                    request_id: call.request_id(),
                    stripe_bank_account_token: Revealed(minted.text),
                };
                self.write(call, &item.team, move |_tx| Box::pin(async move { Ok(answer) }))
                    .await
            }
            Environment::Production => Err(Error::with(
                ErrorCode::InvalidStripeAccount,
                "no Stripe account is connected",
            )),
        }
    }

    async fn insert_processor_token(
        &self,
        call: &Call<'_>,
        item: &OpenItem,
        account_id: &AccountId,
        processor: String,
    ) -> Result<Answer<ProcessorTokenResponse>, Error> {
        check_usable(item, account_id)?;
        let minted = self.vault.mint(&call.ctx, TokenKind::Processor);
        let answer = ProcessorTokenResponse {
            processor_token: Revealed(minted.text),
            request_id: call.request_id(),
        };
        let (team, item_id, account_id, now): (TeamId, ItemId, AccountId, _) = (
            item.team.clone(),
            item.id().clone(),
            account_id.clone(),
            call.ctx.now,
        );
        self.write(call, &item.team, move |tx| {
            Box::pin(async move {
                let token = NewProcessorToken {
                    hash: minted.hash.as_bytes(),
                    item_id: &item_id,
                    account_id: &account_id,
                    processor: &processor,
                    holder: None,
                    created_at: now,
                };
                let scope = tx.team(&team);
                hold(&scope, &item_id).await?;
                scope.insert_processor_token(&token).await?;
                Ok(answer)
            })
        })
        .await
    }

    /// Narrows what a token may be used for; an empty list means everything.
    pub async fn set_permissions(
        &self,
        call: &Call<'_>,
        request: &PermissionsSetRequest,
    ) -> Result<Answer<Done>, Error> {
        let (team, _row) = self.own_processor_token(call, &request.processor_token).await?;
        let hash = self.vault.hash_token(request.processor_token.expose());
        let permissions = join_products(&request.products);
        let answer = Done {
            request_id: call.request_id(),
        };
        let owner = team.clone();
        self.write(call, &team, move |tx| {
            Box::pin(async move {
                if !tx
                    .team(&owner)
                    .set_permissions(hash.as_bytes(), &permissions)
                    .await?
                {
                    return Err(ErrorCode::InvalidProcessorToken.into());
                }
                Ok(answer)
            })
        })
        .await
    }

    /// What a token may be used for; an empty list means everything.
    pub async fn permissions(
        &self,
        call: &Call<'_>,
        token: &Sensitive,
    ) -> Result<PermissionsResponse, Error> {
        let (_team, row) = self.own_processor_token(call, token).await?;
        Ok(PermissionsResponse {
            products: parse_products(&row.permissions),
            request_id: call.request_id(),
        })
    }

    async fn own_processor_token(
        &self,
        call: &Call<'_>,
        token: &Sensitive,
    ) -> Result<(TeamId, ProcessorTokenRow), Error> {
        let team = self.caller(call).await?;
        let hash = self.vault.hash_token(token.expose());
        let row = self
            .store
            .reader()
            .team(&team)
            .processor_token(hash.as_bytes())
            .await?;
        row.map(|row| (team, row))
            .ok_or_else(|| ErrorCode::InvalidProcessorToken.into())
    }
}

/// An error unless the account is on the Item, the Item works, and the account has numbers that are proved.
fn check_usable(item: &OpenItem, account_id: &AccountId) -> Result<(), Error> {
    let account = item.account(account_id)?;
    item.healthy()?;
    if !is_auth_eligible(account.kind, account.subtype.as_deref().unwrap_or_default()) {
        return Err(ErrorCode::NoAuthAccounts.into());
    }
    if auth::is_unverified(&account) {
        return Err(ErrorCode::ProductNotReady.into());
    }
    Ok(())
}

/// Whether a token's permissions (empty for all) contain `product`.
pub(crate) fn permits(permissions: &str, product: Product) -> bool {
    permissions.is_empty() || parse_products(permissions).contains(&product)
}
