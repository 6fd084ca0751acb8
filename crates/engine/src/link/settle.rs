//! Writing what came of a session: the Item, its consents, the public token, the results and the step that
//! says so, all in one transaction or not at all.
//!
//! The bank is asked before. An Item that exists is changed by `renew`.

use super::driver::{Driven, Stop};
use super::flow::{Done, Effect, Input, Settled};
use super::news::News;
use super::record::{Next, Session};
use super::renew::Renewal;
use super::terms::{add, is_updated};
use crate::Engine;
use crate::exchange::later;
use crate::making::{Fetched, Linked, Making, without};
use futures_util::future::BoxFuture;
use jiff::Timestamp;
use selvedge_banks::connector::{BankAccount, Grant, Visit};
use selvedge_banks::institution::Institution;
use selvedge_model::id::{AccountId, InstitutionId, ItemId, TeamId};
use selvedge_model::scope::{DataScope, scopes_of};
use selvedge_model::{Ctx, Environment, Error, ErrorCode, Product, Sensitive, limits};
use selvedge_store::Tx;
use selvedge_vault::{Place, TokenHash, TokenKind};
use selvedge_wire::Revealed;
use selvedge_wire::endpoint::item::ActivityKind;
use selvedge_wire::endpoint::link::{ItemAddResult, LinkedAccount, LinkedInstitution};
use selvedge_wire::shape::account::Account;
use std::sync::Arc;

/// Products that cost nothing before they are used, when they were only optional.
const PAID_BY_USE: &[Product] = &[Product::Auth, Product::Identity, Product::Signal];

/// What is to be settled.
pub(super) struct Settling<'a> {
    pub(super) institution: &'a InstitutionId,
    pub(super) grant: &'a Grant,
    /// The bank's ids of the chosen accounts.
    pub(super) accounts: &'a [String],
}

/// What is ready to be written.
struct Prepared {
    item: ItemId,
    write: Write,
    token_hash: TokenHash,
    settled: Settled,
}

enum Write {
    New(Box<Linked>),
    Renewed(Box<Renewal>),
}

impl Write {
    async fn write(&self, tx: &Tx, team: &TeamId) -> Result<(), Error> {
        match self {
            Self::New(linked) => linked.insert(tx, team).await,
            Self::Renewed(renewal) => renewal.write(tx, team).await,
        }
    }
}

impl Engine {
    /// Settles, if the session still waits for it; a step that says what came of it is stored either way.
    pub(super) async fn settle(
        &self,
        ctx: &Ctx<'_>,
        began: &Session,
        settling: Settling<'_>,
    ) -> Result<Option<(Driven, Option<Effect>)>, Error> {
        let refused = match self.prepare(ctx, began, &settling).await {
            Err(error) => error,
            Ok(prepared) => {
                let prepared = Arc::new(prepared);
                let mut session = began.clone();
                loop {
                    match self.write_settled(ctx, &session, &prepared).await {
                        Ok(stored) => {
                            self.end_replaced(ctx, &prepared).await;
                            return Ok(Some(stored));
                        }
                        Err(Stop::Failed(error)) => break error,
                        Err(Stop::Lost) => session = self.session_again(&began.team, &began.id).await?,
                    }
                    if session.running != began.running {
                        return Ok(None);
                    }
                }
            }
        };
        tracing::debug!(
            error.code = refused.code.as_str(),
            error.context = refused.context,
            "a session could not be settled"
        );
        self.feed(ctx, began, &Done::Settled(Err(refused.code))).await
    }

    /// Tells the bank that a grant is no longer used, now that the one in its place is written: what the person
    /// no longer shares must not stay shared there.
    async fn end_replaced(&self, ctx: &Ctx<'_>, prepared: &Prepared) {
        let Write::Renewed(renewal) = &prepared.write else {
            return;
        };
        let Some(replaced) = &renewal.replaced else {
            return;
        };
        let visit = Visit {
            now: ctx.now,
            interaction_id: ctx.request_id,
        };
        // The Item goes on with its new grant whatever the bank says; the old one ends by itself in time.
        if let Err(error) = self.bank.revoke(&visit, replaced).await {
            tracing::warn!(item.id = %prepared.item, %error, "the bank did not end the grant that was replaced");
        }
    }

    /// Asks the bank for everything, and makes the rows.
    async fn prepare(
        &self,
        ctx: &Ctx<'_>,
        session: &Session,
        settling: &Settling<'_>,
    ) -> Result<Prepared, Error> {
        let institution = self.institution(settling.institution)?;
        let visit = Visit {
            now: ctx.now,
            interaction_id: ctx.request_id,
        };
        let chosen: Vec<BankAccount> = self
            .bank
            .accounts(&visit, settling.grant)
            .await?
            .into_iter()
            .filter(|account| settling.accounts.iter().any(|id| id == account.id.as_str()))
            .collect();
        if chosen.is_empty() {
            return Err(ErrorCode::NoAccounts.into());
        }
        let minted = self.vault.mint(ctx, TokenKind::Public);
        let (item, write, accounts) = match is_updated(&session.terms.plan) {
            None => {
                let accounts = chosen
                    .into_iter()
                    .map(|account| (account, AccountId::mint(ctx)))
                    .collect();
                let fetched = self.fetch(&visit, settling.grant, accounts).await?;
                let linked = self.new_item(ctx, session, (institution, settling.grant), fetched)?;
                let accounts = shown(&linked.accounts);
                (linked.item_id.clone(), Write::New(Box::new(linked)), accounts)
            }
            Some((item, _)) => {
                let renewal = self
                    .renewal(ctx, session, (item, institution, settling.grant), chosen)
                    .await?;
                let accounts = shown(&renewal.accounts);
                (item.clone(), Write::Renewed(Box::new(renewal)), accounts)
            }
        };
        Ok(Prepared {
            item,
            write,
            token_hash: minted.hash,
            settled: Settled {
                public_token: minted.text,
                ids: accounts.iter().map(|account| account.id.clone()).collect(),
                accounts,
            },
        })
    }

    fn new_item(
        &self,
        ctx: &Ctx<'_>,
        session: &Session,
        (institution, grant): (&Institution, &Grant),
        fetched: Fetched,
    ) -> Result<Linked, Error> {
        let plan = &session.terms.plan;
        let mut products = plan.products.clone();
        add(
            &mut products,
            &without(&plan.if_supported, |product| !institution.supports(product)),
        );
        if products.iter().any(|product| !is_granted(*product, &fetched)) {
            return Err(ErrorCode::AccessNotGranted.into());
        }
        let extra = without(&plan.optional, |product| {
            !institution.supports(product) || !is_granted(product, &fetched) || products.contains(&product)
        });
        add(&mut products, &extra);
        let unbilled = without(&extra, |product| !PAID_BY_USE.contains(&product));
        let consented = without(&session.terms.consented, |product| !is_granted(product, &fetched));
        let making = Making {
            team: &session.team,
            institution,
            products: &products,
            unbilled: &unbilled,
            consented: Some(&consented),
            webhook: session.terms.webhook.clone(),
            user: session.terms.user_id.clone(),
            activity: ActivityKind::ItemCreate,
        };
        self.make(ctx, &making, grant, fetched)
    }

    /// Writes the Item and the step in one transaction.
    async fn write_settled(
        &self,
        ctx: &Ctx<'_>,
        session: &Session,
        prepared: &Arc<Prepared>,
    ) -> Result<(Driven, Option<Effect>), Stop> {
        let done = Done::Settled(Ok(prepared.settled.clone()));
        let mut outcome = self.step(session, Input::Done(Box::new(done)));
        let effect = outcome.effect.take();
        let position = session.state.linked.len();
        if outcome.state.linked.len() <= position {
            return Err(Error::internal("a settled session links nothing").into());
        }
        let Next {
            mut commit,
            session: next,
            events,
        } = self.next(ctx, session, (outcome, effect.is_some())).await?;
        let public_token = &prepared.settled.public_token;
        if next.terms.notify && is_updated(&next.terms.plan).is_none() {
            let news = News::ItemAdded(&prepared.item, public_token);
            commit.webhooks.extend(self.link_news(ctx, &next, news));
        }
        let position = i64::try_from(position).map_err(Error::internal)?;
        let result = self.sealed_result(ctx, &next, position)?;
        let writing = Writing {
            team: next.team.clone(),
            session: next.id.clone(),
            used_token: self.used_token(&next),
            now: ctx.now,
            prepared: Arc::clone(prepared),
        };
        self.store
            .write(move |tx| -> BoxFuture<'_, Result<(), Stop>> {
                Box::pin(async move {
                    writing.item(tx).await?;
                    if !commit.write(tx).await? {
                        return Err(Stop::Lost);
                    }
                    Ok(writing.result(tx, position, &result).await?)
                })
            })
            .await?;
        let session = next;
        Ok((Driven { session, events }, effect))
    }

    /// The token that a success uses up: in the sandbox none.
    fn used_token(&self, session: &Session) -> Option<Vec<u8>> {
        match self.environment() {
            Environment::Sandbox => None,
            Environment::Production => Some(session.token_hash.clone()),
        }
    }

    fn sealed_result(&self, ctx: &Ctx<'_>, session: &Session, position: i64) -> Result<Vec<u8>, Error> {
        let linked = session.state.linked.last();
        let linked = linked.ok_or_else(|| Error::internal("nothing was linked"))?;
        let result = ItemAddResult {
            accounts: linked.accounts.clone(),
            institution: Some(LinkedInstitution {
                institution_id: linked.institution.clone(),
                name: linked.name.clone(),
            }),
            public_token: Revealed(Sensitive::from(linked.public_token.as_str())),
        };
        let json = zeroize::Zeroizing::new(serde_json::to_vec(&result).map_err(Error::internal)?);
        let row = result_row(&session.id, position);
        Ok(self
            .vault
            .seal_team(ctx, &session.team, result_place(&row), &json))
    }

    /// Has sessions that are still open forget what came of them and was removed.
    pub(crate) async fn forget_removed(&self, ctx: &Ctx<'_>, team: &TeamId, dead: &[(String, i64)]) {
        for (session, position) in dead {
            // The Item is gone whatever comes of this; what is kept of it ends with the session.
            if let Err(error) = self.forget_result(ctx, (team, session), *position).await {
                tracing::warn!(
                    error.code = error.code.as_str(),
                    error.context = error.context,
                    "an open session could not forget a removed Item"
                );
            }
        }
    }

    async fn forget_result(
        &self,
        ctx: &Ctx<'_>,
        (team, id): (&TeamId, &str),
        position: i64,
    ) -> Result<(), Error> {
        let place = usize::try_from(position).map_err(Error::internal)?;
        loop {
            let session = self.session_again(team, id).await?;
            if self.drive(ctx, session, Input::Removed(place)).await?.is_some() {
                return Ok(());
            }
        }
    }

    /// A result of a session as it was written.
    pub(super) fn opened_result(
        &self,
        team: &TeamId,
        session: &str,
        (position, sealed): &(i64, Vec<u8>),
    ) -> Result<ItemAddResult, Error> {
        let row = result_row(session, *position);
        let json = self.vault.open_team(team, result_place(&row), sealed)?;
        serde_json::from_slice(&json).map_err(Error::internal)
    }
}

/// What is written beside the step.
struct Writing {
    team: TeamId,
    session: String,
    used_token: Option<Vec<u8>>,
    now: Timestamp,
    prepared: Arc<Prepared>,
}

impl Writing {
    async fn item(&self, tx: &Tx) -> Result<(), Error> {
        let scope = tx.team(&self.team);
        if let Some(token) = &self.used_token
            && !scope.use_link_token(token, &self.session, self.now).await?
        {
            return Err(ErrorCode::InvalidLinkToken.into());
        }
        self.prepared.write.write(tx, &self.team).await?;
        let ends = later(self.now, limits::PUBLIC_TOKEN_LIFE);
        let hash = self.prepared.token_hash.as_bytes();
        Ok(scope
            .insert_public_token(hash, &self.prepared.item, self.now, ends)
            .await?)
    }

    async fn result(&self, tx: &Tx, position: i64, body: &[u8]) -> Result<(), Error> {
        let scope = tx.team(&self.team);
        Ok(scope
            .insert_link_result(&self.session, &self.prepared.item, (position, body))
            .await?)
    }
}

/// Whether the end user shared what a product cannot do without.
pub(super) fn is_granted(product: Product, fetched: &Fetched) -> bool {
    let needs_numbers = scopes_of(product).contains(&DataScope::AccountRoutingNumber);
    let needs_owners = matches!(product, Product::Identity | Product::IdentityMatch);
    (fetched.numbers.is_some() || !needs_numbers) && (fetched.owners.is_some() || !needs_owners)
}

fn shown(accounts: &[Account]) -> Vec<LinkedAccount> {
    accounts.iter().map(LinkedAccount::from).collect()
}

fn result_row(session: &str, position: i64) -> String {
    format!("{session}/{position}")
}

fn result_place(row: &str) -> Place<'_> {
    Place::new("link_results", "body", row)
}
