//! `/sandbox/…`: what the end user and the bank would do.

use crate::exchange::later;
use crate::item::{OpenItem, check_account_id, hold};
use crate::linking::Linking;
use crate::making::Linked;
use crate::{Answer, Call, Engine};
use selvedge_model::account::VerificationStatus;
use selvedge_model::id::{AccountId, InstitutionId};
use selvedge_model::{Environment, Error, ErrorCode, Product, Sensitive, limits};
use selvedge_store::repo::items::Sealed;
use selvedge_store::repo::processor::NewProcessorToken;
use selvedge_vault::TokenKind;
use selvedge_wire::endpoint::Done;
use selvedge_wire::endpoint::item::{ActivityKind, ItemImportRequest, ItemImportResponse};
use selvedge_wire::endpoint::processor::ProcessorTokenResponse;
use selvedge_wire::endpoint::sandbox::{
    FireWebhookRequest, FireWebhookResponse, ResetLoginResponse, SandboxDates, SandboxProcessorTokenRequest,
    SandboxPublicTokenRequest, SandboxPublicTokenResponse, SetVerificationStatusRequest,
};
use selvedge_wire::shape::item::ItemErrorBody;
use selvedge_wire::{Revealed, Webhook};

const GOOD_USER: &str = "user_good";
const GOOD_PASSWORD: &str = "pass_good";
/// Where `/item/import` links when no bank is named.
const FIRST_BANK: &str = "ins_109508";

impl Engine {
    /// An error outside the sandbox.
    pub fn sandbox_only(&self) -> Result<(), Error> {
        match self.environment() {
            Environment::Sandbox => Ok(()),
            Environment::Production => Err(ErrorCode::SandboxOnly.into()),
        }
    }

    /// Links a test login as though its user had gone through Link.
    pub async fn sandbox_public_token(
        &self,
        call: &Call<'_>,
        request: SandboxPublicTokenRequest,
    ) -> Result<Answer<SandboxPublicTokenResponse>, Error> {
        let options = request.options.unwrap_or_default();
        if let Some(url) = options.webhook.as_deref().filter(|url| !url.is_empty()) {
            crate::validate::webhook(url)?;
        }
        for dates in [&options.transactions, &options.statements].into_iter().flatten() {
            check_dates(dates)?;
        }
        let team = self.caller(call).await?;
        check_listed(&request.initial_products)?;
        let user = match (request.user_id, request.user_token) {
            (Some(user), _) => {
                self.known_user(&team, &user).await?;
                Some(user)
            }
            (None, Some(_)) => return Err(ErrorCode::InvalidUserToken.into()),
            (None, None) => None,
        };
        let linked = self
            .link_unattended(
                &call.ctx,
                Linking {
                    team: &team,
                    institution: self.institution(&request.institution_id)?,
                    username: &options
                        .override_username
                        .unwrap_or_else(|| Sensitive::from(GOOD_USER)),
                    password: &options
                        .override_password
                        .unwrap_or_else(|| Sensitive::from(GOOD_PASSWORD)),
                    products: &request.initial_products,
                    webhook: options.webhook.filter(|url| !url.is_empty()),
                    user,
                    activity: ActivityKind::ItemCreate,
                },
            )
            .await?;
        let minted = self.vault.mint(&call.ctx, TokenKind::Public);
        let now = call.ctx.now;
        let answer = SandboxPublicTokenResponse {
            public_token: Revealed(minted.text),
            request_id: call.request_id(),
        };
        let owner = team.clone();
        self.write(call, &team, move |tx| {
            Box::pin(async move {
                linked.insert(tx, &owner).await?;
                let ends = later(now, limits::PUBLIC_TOKEN_LIFE);
                tx.team(&owner)
                    .insert_public_token(minted.hash.as_bytes(), &linked.item_id, now, ends)
                    .await?;
                Ok(answer)
            })
        })
        .await
    }

    /// Links a login that the app already holds; its access token needs no exchange.
    pub async fn import_item(
        &self,
        call: &Call<'_>,
        request: ItemImportRequest,
    ) -> Result<Answer<ItemImportResponse>, Error> {
        let webhook = request
            .options
            .and_then(|options| options.webhook)
            .filter(|url| !url.is_empty());
        webhook.as_deref().map_or(Ok(()), crate::validate::webhook)?;
        let team = self.caller(call).await?;
        check_listed(&request.products)?;
        let institution = request
            .institution_id
            .unwrap_or_else(|| InstitutionId::new(FIRST_BANK));
        let linked = self
            .link_unattended(
                &call.ctx,
                Linking {
                    team: &team,
                    institution: self.institution(&institution)?,
                    username: &request.user_auth.user_id,
                    password: &request.user_auth.auth_token,
                    products: &request.products,
                    webhook,
                    user: None,
                    activity: ActivityKind::ItemImport,
                },
            )
            .await?;
        let answer = ItemImportResponse {
            access_token: Revealed(linked.access_token.clone()),
            request_id: call.request_id(),
        };
        let owner = team.clone();
        self.write(call, &team, move |tx| {
            Box::pin(async move {
                linked.insert(tx, &owner).await?;
                Ok(answer)
            })
        })
        .await
    }

    /// An Item, and a processor token to its first account with numbers that the caller itself holds.
    pub async fn sandbox_processor_token(
        &self,
        call: &Call<'_>,
        request: SandboxProcessorTokenRequest,
    ) -> Result<Answer<ProcessorTokenResponse>, Error> {
        let login = request.options.unwrap_or_default();
        let team = self.caller(call).await?;
        let linked = self
            .link_unattended(
                &call.ctx,
                Linking {
                    team: &team,
                    institution: self.institution(&request.institution_id)?,
                    username: &login
                        .override_username
                        .unwrap_or_else(|| Sensitive::from(GOOD_USER)),
                    password: &login
                        .override_password
                        .unwrap_or_else(|| Sensitive::from(GOOD_PASSWORD)),
                    products: &[Product::Auth, Product::Identity],
                    webhook: None,
                    user: None,
                    activity: ActivityKind::ItemCreate,
                },
            )
            .await?;
        let account = first_with_numbers(&linked).ok_or(ErrorCode::NoAuthAccounts)?;
        let minted = self.vault.mint(&call.ctx, TokenKind::Processor);
        let answer = ProcessorTokenResponse {
            processor_token: Revealed(minted.text),
            request_id: call.request_id(),
        };
        let (owner, now) = (team.clone(), call.ctx.now);
        self.write(call, &team, move |tx| {
            Box::pin(async move {
                linked.insert(tx, &owner).await?;
                let token = NewProcessorToken {
                    hash: minted.hash.as_bytes(),
                    item_id: &linked.item_id,
                    account_id: &account,
                    processor: "",
                    holder: Some(&owner),
                    created_at: now,
                };
                tx.team(&owner).insert_processor_token(&token).await?;
                Ok(answer)
            })
        })
        .await
    }

    /// Breaks an Item's login, and tells its webhook.
    pub async fn reset_login(
        &self,
        call: &Call<'_>,
        token: &Sensitive,
    ) -> Result<Answer<ResetLoginResponse>, Error> {
        let item = self.open_item(call, token, Sealed::Numbers).await?;
        let code = ErrorCode::ItemLoginRequired;
        let told = Webhook::ItemError(ItemErrorBody::from(&Error::new(code)));
        let event = item
            .webhook()
            .map(|url| self.event(&call.ctx, item.id(), url, &told));
        let answer = ResetLoginResponse {
            request_id: call.request_id(),
            reset_login: true,
        };
        let (team, id) = (item.team.clone(), item.id().clone());
        self.write(call, &item.team, move |tx| {
            Box::pin(async move {
                let scope = tx.team(&team);
                if !scope.set_error(&id, Some(code.as_str())).await? {
                    return Err(ErrorCode::ItemNotFound.into());
                }
                if let Some(event) = event {
                    scope.insert_event(&event).await?;
                }
                Ok(answer)
            })
        })
        .await
    }

    /// Ends an automated verification, one way or the other.
    pub async fn set_verification_status(
        &self,
        call: &Call<'_>,
        request: &SetVerificationStatusRequest,
    ) -> Result<Answer<Done>, Error> {
        check_account_id(&request.account_id, "account_id must be a valid account ID")?;
        let status = request.verification_status;
        let account = request.account_id.clone();
        let told = if status == VerificationStatus::AutomaticallyVerified {
            Webhook::AutomaticallyVerified(account)
        } else if status == VerificationStatus::VerificationExpired {
            Webhook::VerificationExpired(account)
        } else {
            let message = "verification_status must be automatically_verified or verification_expired";
            return Err(Error::field(message));
        };
        let item = self
            .open_item(call, &request.access_token, Sealed::Numbers)
            .await?;
        let accounts = with_status(&item, &request.account_id, status)?;
        let event = item
            .webhook()
            .map(|url| self.event(&call.ctx, item.id(), url, &told));
        let answer = Done {
            request_id: call.request_id(),
        };
        let (team, id, before) = (item.team.clone(), item.id().clone(), item.row().accounts.clone());
        self.write(call, &item.team, move |tx| {
            Box::pin(async move {
                let scope = tx.team(&team);
                if !scope.set_accounts(&id, &accounts, &before).await? {
                    return Err(not_pending());
                }
                if let Some(event) = event {
                    scope.insert_event(&event).await?;
                }
                Ok(answer)
            })
        })
        .await
    }

    /// Writes a webhook event now.
    pub async fn fire_webhook(
        &self,
        call: &Call<'_>,
        request: &FireWebhookRequest,
    ) -> Result<Answer<FireWebhookResponse>, Error> {
        let item = self
            .open_item(call, &request.access_token, Sealed::Numbers)
            .await?;
        let webhook = crate::sandbox_webhook::chosen(&call.ctx, &item, request)?;
        let url = item.webhook().ok_or(ErrorCode::SandboxWebhookInvalid)?;
        let event = self.event(&call.ctx, item.id(), url, &webhook);
        let answer = FireWebhookResponse {
            request_id: call.request_id(),
            webhook_fired: true,
        };
        let (team, id) = (item.team.clone(), item.id().clone());
        self.write(call, &item.team, move |tx| {
            Box::pin(async move {
                let scope = tx.team(&team);
                hold(&scope, &id).await?;
                scope.insert_event(&event).await?;
                Ok(answer)
            })
        })
        .await
    }
}

fn first_with_numbers(linked: &Linked) -> Option<AccountId> {
    let has_numbers = |id: &AccountId| {
        let numbers = &linked.numbers;
        numbers.ach.iter().any(|ach| ach.account_id == *id)
            || numbers.eft.iter().any(|eft| eft.account_id == *id)
            || numbers.bacs.iter().any(|bacs| bacs.account_id == *id)
            || numbers.international.iter().any(|iban| iban.account_id == *id)
    };
    linked
        .accounts
        .iter()
        .map(|account| &account.account_id)
        .find(|id| has_numbers(id))
        .cloned()
}

/// The Item's accounts with one of them moved out of its pending verification.
fn with_status(item: &OpenItem, id: &AccountId, status: VerificationStatus) -> Result<String, Error> {
    let mut accounts = item.accounts()?;
    let account = accounts
        .iter_mut()
        .find(|account| account.account_id == *id)
        .ok_or(ErrorCode::InvalidAccountId)?;
    if account.verification_status != Some(VerificationStatus::PendingAutomaticVerification) {
        return Err(not_pending());
    }
    account.verification_status = Some(status);
    serde_json::to_string(&accounts).map_err(Error::internal)
}

fn not_pending() -> Error {
    Error::field("account_id must name an account that is pending_automatic_verification")
}

fn check_dates(dates: &SandboxDates) -> Result<(), Error> {
    match (dates.start_date, dates.end_date) {
        (Some(start), Some(end)) if start > end => Err(Error::field("start_date must not be after end_date")),
        _ => Ok(()),
    }
}

/// Products that are used per call must not be asked for, but one that only rests on the accounts may be:
/// older clients list `balance` beside others.
fn check_listed(products: &[Product]) -> Result<(), Error> {
    if products.iter().all(|product| product.is_per_call()) {
        return Err(Error::with(
            ErrorCode::InvalidProduct,
            "balance may not be the only product",
        ));
    }
    Ok(())
}
