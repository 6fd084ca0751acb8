//! Update mode: the grant that an Item has, the accounts it could share, and the Item made anew under its own
//! ids.
//!
//! Deselected accounts go with their numbers and owners; those that stay keep their ids; new ones get some.

use super::flow::{Listing, Login, Shared};
use super::record::Session;
use super::settle::is_granted;
use super::terms::{add, is_updated};
use crate::Engine;
use crate::auth;
use crate::history::{activity, renewed_consents};
use crate::item::{OpenItem, join_products, parse_products};
use crate::making::{Fetched, SealedParts, auth_method, consent_end, without};
use selvedge_banks::BankError;
use selvedge_banks::connector::{BankAccount, Grant, Visit};
use selvedge_banks::institution::Institution;
use selvedge_model::id::{AccountId, ItemId, TeamId};
use selvedge_model::{Ctx, Environment, Error, ErrorCode, Product};
use selvedge_store::Tx;
use selvedge_store::repo::history::ActivityRow;
use selvedge_store::repo::renewal::{RenewedItem, RepairableItem};
use selvedge_store::repo::webhooks::WebhookEvent;
use selvedge_wire::Webhook;
use selvedge_wire::endpoint::item::{ActivityKind, ConsentEvent};
use selvedge_wire::shape::account::Account;

const BROKEN: ErrorCode = ErrorCode::ItemLoginRequired;

/// An Item that is ready to be written anew.
pub(super) struct Renewal {
    pub(super) accounts: Vec<Account>,
    row: RenewedItem,
    before: String,
    added: Vec<Product>,
    dropped: Vec<AccountId>,
    consents: Vec<ConsentEvent>,
    activity: ActivityRow,
    repairs: Vec<Repair>,
    /// The grant that the Item had, where it has another one from now on.
    pub(super) replaced: Option<Grant>,
}

/// Another Item of the same login, which works again too.
struct Repair {
    team: TeamId,
    item: ItemId,
    login_ends: Option<jiff::Timestamp>,
    at: jiff::Timestamp,
    event: Option<WebhookEvent>,
}

impl Engine {
    /// The grant that the Item of a session has.
    pub(super) async fn regain(
        &self,
        ctx: &Ctx<'_>,
        session: &Session,
    ) -> Result<Result<Grant, BankError>, Error> {
        let item = self.updated_item(ctx, session).await?;
        let grant = item.map(|item| self.grant(&item)).transpose()?.flatten();
        Ok(grant.map(|grant| grant.bank).ok_or(BankError::ItemLoginRequired))
    }

    /// The accounts of a grant, beside what the Item of the session shares already.
    pub(super) async fn listing(
        &self,
        ctx: &Ctx<'_>,
        session: &Session,
        grant: &Grant,
    ) -> Result<Result<Listing, BankError>, Error> {
        let visit = Visit {
            now: ctx.now,
            interaction_id: ctx.request_id,
        };
        let told = match self.bank.accounts(&visit, grant).await {
            Ok(told) => told,
            Err(error) => return Ok(Err(error)),
        };
        let item = self.updated_item(ctx, session).await?;
        let stored = item.map(|item| self.grant(&item)).transpose()?.flatten();
        let login = match &stored {
            None => Login::Unknown,
            Some(stored) => match (self.bank.login_key(&stored.bank), self.bank.login_key(grant)) {
                (Some(known), Some(new)) if known == new => Login::Same,
                (Some(_), Some(_)) => Login::Other,
                (None, _) | (_, None) => Login::Unknown,
            },
        };
        let shared = |account: &BankAccount| {
            let known = stored.as_ref().and_then(|stored| stored.id_of(&account.id));
            known.map_or(Shared::NotYet, |_| Shared::Already)
        };
        let accounts = told
            .into_iter()
            .map(|account| {
                let shared = shared(&account);
                (account, shared)
            })
            .collect();
        Ok(Ok(Listing { accounts, login }))
    }

    async fn updated_item(&self, ctx: &Ctx<'_>, session: &Session) -> Result<Option<OpenItem>, Error> {
        let Some((item, _)) = is_updated(&session.terms.plan) else {
            return Ok(None);
        };
        let row = self
            .store
            .reader()
            .team(&session.team)
            .item_with_grant(item)
            .await?;
        let row = row.ok_or(ErrorCode::ItemNotFound)?;
        OpenItem::new(session.team.clone(), row, ctx.now).map(Some)
    }

    /// The Item of a session, made anew of what the bank tells of the chosen accounts.
    pub(super) async fn renewal(
        &self,
        ctx: &Ctx<'_>,
        session: &Session,
        (id, institution, grant): (&ItemId, &Institution, &Grant),
        chosen: Vec<BankAccount>,
    ) -> Result<Renewal, Error> {
        let item = self
            .updated_item(ctx, session)
            .await?
            .ok_or(ErrorCode::ItemNotFound)?;
        let earlier = item.accounts()?;
        let fetched = self.fetch_anew(ctx, &item, grant, chosen).await?;
        let products = &session.terms.plan.products;
        if products.iter().any(|product| !is_granted(*product, &fetched)) {
            return Err(ErrorCode::AccessNotGranted.into());
        }
        let (row, accounts) = self.renewed(ctx, session, &item, (institution, grant, fetched))?;
        let names = (institution.id.as_str(), institution.name.as_str());
        let dropped = earlier
            .iter()
            .map(|account| &account.account_id)
            .filter(|id| !accounts.iter().any(|account| account.account_id == **id));
        Ok(Renewal {
            added: without(products, |product| {
                product.is_per_call() || item.products.contains(&product) || !institution.supports(product)
            }),
            dropped: dropped.cloned().collect(),
            consents: renewed_consents(id, names, &session.terms.consented, &accounts, ctx.now),
            activity: activity(ctx, id, ActivityKind::ItemUpdate),
            repairs: self.repairs(ctx, &item, row.login_hash.as_deref()).await?,
            before: item.row().accounts.clone(),
            replaced: self
                .grant(&item)?
                .map(|stored| stored.bank)
                .filter(|stored| stored != grant),
            accounts,
            row,
        })
    }

    /// Asks the bank for the chosen accounts; those that the Item has keep their ids.
    async fn fetch_anew(
        &self,
        ctx: &Ctx<'_>,
        item: &OpenItem,
        grant: &Grant,
        chosen: Vec<BankAccount>,
    ) -> Result<Fetched, Error> {
        let stored = self.grant(item)?;
        let chosen = chosen
            .into_iter()
            .map(|account| {
                let known = stored.as_ref().and_then(|stored| stored.id_of(&account.id));
                let id = known.cloned().unwrap_or_else(|| AccountId::mint(ctx));
                (account, id)
            })
            .collect();
        let visit = Visit {
            now: ctx.now,
            interaction_id: ctx.request_id,
        };
        let mut fetched = self.fetch(&visit, grant, chosen).await?;
        let earlier = item.accounts()?;
        for (_, account) in &mut fetched.accounts {
            // What was proved once stays proved.
            if let Some(before) = earlier
                .iter()
                .find(|before| before.account_id == account.account_id)
            {
                account.verification_status = before.verification_status;
            }
        }
        Ok(fetched)
    }

    /// The row of an Item that is renewed, and its accounts.
    fn renewed(
        &self,
        ctx: &Ctx<'_>,
        session: &Session,
        item: &OpenItem,
        (institution, grant, fetched): (&Institution, &Grant, Fetched),
    ) -> Result<(RenewedItem, Vec<Account>), Error> {
        let key = item.key(&self.vault)?;
        let sealed = SealedParts::of(&key, ctx, item.id(), (grant, &fetched))?;
        let numbers = fetched.numbers.unwrap_or_default();
        let accounts: Vec<Account> = fetched.accounts.into_iter().map(|(_, account)| account).collect();
        let pending = accounts.iter().any(auth::is_unverified);
        let due = item.row().verification_due_at.filter(|_| pending);
        let row = RenewedItem {
            item_id: item.id().clone(),
            consented_products: item.row().consented_products.as_deref().map(|before| {
                let mut consented = parse_products(before);
                add(&mut consented, &session.terms.consented);
                join_products(&consented)
            }),
            auth_method: auth_method(institution, &numbers, pending).map(|method| method.as_str().to_owned()),
            login_expires_at: self.login_end(ctx.now),
            consent_expires_at: consent_end(institution, ctx.now),
            verification_due_at: due.or_else(|| self.verification_end(ctx.now, &accounts)),
            accounts: serde_json::to_string(&accounts).map_err(Error::internal)?,
            numbers: sealed.numbers,
            identity: sealed.identity,
            grant: Some(sealed.grant),
            login_hash: self
                .login_hash(&institution.id, grant)
                .map(|hash| hash.as_bytes().to_vec()),
        };
        Ok((row, accounts))
    }

    /// The other Items that a repaired login repairs, each with the event that says so. In production these
    /// are all of the login, whichever app linked them; in the sandbox everybody signs in with the same few
    /// logins, so only those of the same team and the same end user.
    async fn repairs(
        &self,
        ctx: &Ctx<'_>,
        item: &OpenItem,
        login_hash: Option<&[u8]>,
    ) -> Result<Vec<Repair>, Error> {
        let Some(login_hash) = login_hash.filter(|_| item.broken().is_some()) else {
            return Ok(Vec::new());
        };
        let reader = self.store.reader();
        let found = reader
            .across_teams()
            .repairable_items(login_hash, BROKEN.as_str(), ctx.now)
            .await?;
        let user = reader.team(&item.team).user_of_item(item.id()).await?;
        let is_the_same_persons = |other: &RepairableItem| match self.environment() {
            Environment::Production => true,
            Environment::Sandbox => other.team_id == item.team && user.is_some() && other.user_id == user,
        };
        let repair = |other: RepairableItem| Repair {
            event: other
                .webhook
                .as_deref()
                .map(|url| self.event(ctx, &other.item_id, url, &Webhook::LoginRepaired)),
            team: other.team_id,
            item: other.item_id,
            login_ends: self.login_end(ctx.now),
            at: ctx.now,
        };
        let others = found
            .into_iter()
            .filter(|other| other.item_id != *item.id() && is_the_same_persons(other));
        Ok(others.map(repair).collect())
    }
}

impl Renewal {
    /// Writes the Item anew; an error when it was changed or removed since it was read. To be called in a
    /// transaction.
    pub(super) async fn write(&self, tx: &Tx, team: &TeamId) -> Result<(), Error> {
        let scope = tx.team(team);
        let id = &self.row.item_id;
        if !scope.renew_item(&self.row, &self.before).await? {
            return Err(ErrorCode::ItemConcurrentlyDeleted.into());
        }
        for product in &self.added {
            auth::add_product(tx, team, id, *product).await?;
        }
        for account in &self.dropped {
            scope.delete_processor_tokens_of(id, account).await?;
        }
        for consent in &self.consents {
            let body = serde_json::to_string(consent).map_err(Error::internal)?;
            scope.push_consent(id, &body, consent.created_at).await?;
        }
        scope.insert_activity(&self.activity).await?;
        for repair in &self.repairs {
            repair.write(tx).await?;
        }
        Ok(())
    }
}

impl Repair {
    async fn write(&self, tx: &Tx) -> Result<(), Error> {
        let scope = tx.team(&self.team);
        let lives = (self.at, self.login_ends);
        if scope.repair_item(&self.item, BROKEN.as_str(), lives).await?
            && let Some(event) = &self.event
        {
            scope.insert_event(event).await?;
        }
        Ok(())
    }
}
