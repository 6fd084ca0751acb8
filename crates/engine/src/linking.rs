//! Making an Item from a sign-in: accounts, numbers and owners are fetched from the bank first, then
//! everything is written in one transaction.

use crate::balances::{self, StoredGrant};
use crate::exchange::later;
use crate::history::{activity, first_consents};
use crate::item::{Column, join_products};
use crate::owners::Owners;
use crate::{Engine, auth};
use jiff::{SignedDuration, Timestamp};
use selvedge_banks::connector::{
    BankAccount, ExternalId, Grant, Owner, PaymentRoute, Presence, SignIn, Step, Tokenized, Visit,
};
use selvedge_banks::institution::Institution;
use selvedge_model::account::{AuthMethod, is_auth_eligible};
use selvedge_model::country::Country;
use selvedge_model::id::{AccountId, InstitutionId, ItemId, TeamId, UserId};
use selvedge_model::{Ctx, Environment, Error, ErrorCode, Product, Sensitive, limits};
use selvedge_store::Tx;
use selvedge_store::repo::history::ActivityRow;
use selvedge_store::repo::items::NewItem;
use selvedge_vault::ItemKey;
use selvedge_wire::Revealed;
use selvedge_wire::endpoint::item::{ActivityKind, ConsentEvent};
use selvedge_wire::shape::account::Account;
use selvedge_wire::shape::identity::{self, Contact};
use selvedge_wire::shape::numbers::{Ach, Bacs, Eft, International, Numbers};
use std::collections::HashMap;

/// How long a consent lasts where the law of open banking says so (UK and EU).
const OPEN_BANKING_CONSENT: SignedDuration = SignedDuration::from_hours(180 * 24);

/// What to link.
pub(crate) struct Linking<'a> {
    pub(crate) team: &'a TeamId,
    pub(crate) institution: &'a Institution,
    pub(crate) username: &'a Sensitive,
    pub(crate) password: &'a Sensitive,
    pub(crate) products: &'a [Product],
    pub(crate) webhook: Option<String>,
    pub(crate) user: Option<UserId>,
    pub(crate) activity: ActivityKind,
}

/// A new Item, ready to be written.
pub(crate) struct Linked {
    pub(crate) item_id: ItemId,
    pub(crate) access_token: Sensitive,
    pub(crate) accounts: Vec<Account>,
    pub(crate) numbers: Numbers,
    row: NewItem,
    consents: Vec<ConsentEvent>,
    activity: ActivityRow,
}

impl Linked {
    /// Writes the Item and its history; the caller adds the token that leads to it in the same transaction.
    pub(crate) async fn insert(&self, tx: &Tx, team: &TeamId) -> Result<(), Error> {
        let scope = tx.team(team);
        scope.insert_item(&self.row).await?;
        for consent in &self.consents {
            let body = serde_json::to_string(consent).map_err(Error::internal)?;
            scope
                .push_consent(&self.item_id, &body, consent.created_at)
                .await?;
        }
        Ok(scope.insert_activity(&self.activity).await?)
    }
}

/// What the bank told.
struct Fetched {
    accounts: Vec<(ExternalId, Account)>,
    numbers: Numbers,
    owners: Owners,
}

impl Engine {
    /// The institution with this id that serves this environment.
    pub(crate) fn institution(&self, id: &InstitutionId) -> Result<&Institution, Error> {
        self.catalogue
            .find(id)
            .ok_or_else(|| ErrorCode::InvalidInstitution.into())
    }

    /// Signs in without the end user and fetches everything; writes nothing.
    pub(crate) async fn link_unattended(&self, ctx: &Ctx<'_>, linking: Linking<'_>) -> Result<Linked, Error> {
        let unsupported =
            |product: &&Product| !product.is_per_call() && !linking.institution.supports(**product);
        if let Some(product) = linking.products.iter().find(unsupported) {
            let message = format!("{} is not supported by this institution", product.as_str());
            return Err(Error::with(ErrorCode::ProductsNotSupported, message));
        }
        let visit = Visit {
            now: ctx.now,
            interaction_id: ctx.request_id,
        };
        let sign_in = SignIn {
            institution: linking.institution,
            username: linking.username,
            password: linking.password,
            presence: Presence::Unattended,
        };
        let grant = match self.bank.sign_in(&visit, sign_in).await? {
            Step::Done(grant) => grant,
            Step::Challenge(_) => return Err(ErrorCode::UserInputTimeout.into()),
        };
        let fetched = self.fetch(ctx, &visit, &grant, linking.products).await?;
        self.prepare(ctx, &linking, &grant, fetched)
    }

    async fn fetch(
        &self,
        ctx: &Ctx<'_>,
        visit: &Visit<'_>,
        grant: &Grant,
        products: &[Product],
    ) -> Result<Fetched, Error> {
        let told = self.bank.accounts(visit, grant).await?;
        let accounts: Vec<(ExternalId, Account)> = shareable(told, products)
            .into_iter()
            .map(|account| (account.id.clone(), shown(account, AccountId::mint(ctx))))
            .collect();
        if accounts.is_empty() {
            return Err(ErrorCode::NoAccounts.into());
        }
        let ids: Vec<ExternalId> = accounts.iter().map(|(id, _)| id.clone()).collect();
        let ours: HashMap<&ExternalId, &AccountId> = accounts
            .iter()
            .map(|(external, account)| (external, &account.account_id))
            .collect();
        let mut numbers = Numbers::default();
        for (external, routes) in self.bank.numbers(visit, grant, &ids).await? {
            let Some(account_id) = ours.get(&external) else {
                continue;
            };
            for route in routes {
                push_route(&mut numbers, account_id, route);
            }
        }
        let mut owners = Owners::default();
        for (external, owner) in self.bank.owners(visit, grant, &ids).await? {
            if let Some(account_id) = ours.get(&external) {
                owners.insert((*account_id).clone(), shown_owner(owner));
            }
        }
        Ok(Fetched {
            accounts,
            numbers,
            owners,
        })
    }

    fn prepare(
        &self,
        ctx: &Ctx<'_>,
        linking: &Linking<'_>,
        grant: &Grant,
        fetched: Fetched,
    ) -> Result<Linked, Error> {
        let (team, item_id) = (linking.team, ItemId::mint(ctx));
        let wrapped = self.vault.new_item_key(ctx, team, &item_id);
        let key = self.vault.item_key(team, &item_id, wrapped.as_bytes())?;
        let access = self.vault.access_token(team, &item_id, wrapped.as_bytes(), 0)?;
        let links = fetched.accounts.iter();
        let stored = StoredGrant {
            bank: grant.expose().to_vec(),
            accounts: links
                .map(|(external, ours)| (ours.account_id.clone(), external.as_str().to_owned()))
                .collect(),
        };
        let seal = |column, json: serde_json::Result<Vec<u8>>| sealed(&key, ctx, &item_id, column, json);
        let accounts: Vec<Account> = fetched.accounts.into_iter().map(|(_, account)| account).collect();
        let pending = accounts.iter().any(auth::is_unverified);
        let products: Vec<Product> = linking
            .products
            .iter()
            .copied()
            .filter(|product| !product.is_per_call())
            .collect();
        let billed: Vec<Product> = products
            .iter()
            .copied()
            .filter(|product| *product != Product::Assets)
            .collect();
        let institution = (linking.institution.id.as_str(), linking.institution.name.as_str());
        let sandbox = self.environment() == Environment::Sandbox;
        let row = NewItem {
            item_id: item_id.clone(),
            access_hash: access.hash.as_bytes().to_vec(),
            institution_id: Some(institution.0.to_owned()),
            institution_name: Some(institution.1.to_owned()),
            webhook: linking.webhook.clone(),
            products: join_products(&products),
            billed_products: join_products(&billed),
            consented_products: None,
            auth_method: auth_method(linking.institution, &fetched.numbers, pending)
                .map(|method| method.as_str().to_owned()),
            error_code: None,
            created_at: ctx.now,
            login_expires_at: sandbox.then(|| later(ctx.now, limits::SANDBOX_ITEM_LIFE)),
            consent_expires_at: consent_end(linking.institution, ctx.now),
            verification_due_at: (pending && sandbox)
                .then(|| later(ctx.now, limits::SANDBOX_AUTOMATIC_VERIFICATION)),
            user_id: linking.user.as_ref().map(|user| user.as_str().to_owned()),
            accounts: serde_json::to_string(&accounts).map_err(Error::internal)?,
            dek: wrapped.as_bytes().to_vec(),
            numbers: if fetched.numbers.is_empty() {
                None
            } else {
                Some(seal(Column::Numbers, serde_json::to_vec(&fetched.numbers))?)
            },
            identity: Some(seal(Column::Identity, serde_json::to_vec(&fetched.owners))?),
            grant: Some(seal(Column::Grant, serde_json::to_vec(&stored))?),
            login_hash: None,
        };
        Ok(Linked {
            consents: first_consents(&item_id, institution, &products, &accounts, ctx.now),
            activity: activity(ctx, &item_id, linking.activity),
            access_token: access.text,
            numbers: fetched.numbers,
            item_id,
            accounts,
            row,
        })
    }
}

fn sealed(
    key: &ItemKey,
    ctx: &Ctx<'_>,
    item: &ItemId,
    column: Column,
    json: serde_json::Result<Vec<u8>>,
) -> Result<Vec<u8>, Error> {
    let json = zeroize::Zeroizing::new(json.map_err(Error::internal)?);
    Ok(key.seal(ctx, column.place(item), &json))
}

/// The accounts that an end user could choose for these products: one whose numbers have to be proved is
/// chosen alone; an Item for account numbers alone has the accounts that can be debited, if there are any.
fn shareable(accounts: Vec<BankAccount>, products: &[Product]) -> Vec<BankAccount> {
    let pick = |keep: &dyn Fn(&BankAccount) -> bool| {
        let kept: Vec<BankAccount> = accounts.iter().filter(|account| keep(account)).cloned().collect();
        Some(kept).filter(|kept| !kept.is_empty())
    };
    let numbers_only = products
        .iter()
        .filter(|product| !product.is_per_call())
        .all(|product| matches!(product, Product::Auth | Product::Transfer | Product::Signal));
    let numbers_wanted = products
        .iter()
        .any(|product| matches!(product, Product::Auth | Product::Transfer));
    let unproved = pick(&|account| account.verification.is_some());
    let debitable = (numbers_only && numbers_wanted)
        .then(|| pick(&|account| is_auth_eligible(account.kind, &account.subtype)))
        .flatten();
    unproved.or(debitable).unwrap_or(accounts)
}

fn auth_method(institution: &Institution, numbers: &Numbers, pending: bool) -> Option<AuthMethod> {
    if pending {
        return Some(AuthMethod::AutomatedMicrodeposits);
    }
    let method = if institution.auth_methods.instant_auth {
        AuthMethod::InstantAuth
    } else {
        AuthMethod::InstantMatch
    };
    Some(method).filter(|_| !numbers.is_empty())
}

fn consent_end(institution: &Institution, now: Timestamp) -> Option<Timestamp> {
    let open_banking = !matches!(institution.home(), Country::Us | Country::Ca);
    open_banking.then(|| later(now, OPEN_BANKING_CONSENT))
}

fn shown(account: BankAccount, account_id: AccountId) -> Account {
    Account {
        account_id,
        balances: balances::shown(&account.balances),
        holder_category: account.holder,
        mask: account.mask,
        name: account.name,
        official_name: account.official_name,
        persistent_account_id: account.persistent_id,
        subtype: Some(account.subtype),
        kind: account.kind,
        verification_insights: None,
        verification_name: None,
        verification_status: account.verification,
    }
}

fn push_route(numbers: &mut Numbers, account_id: &AccountId, route: PaymentRoute) {
    let account_id = account_id.clone();
    match route {
        PaymentRoute::Ach {
            account,
            routing,
            wire_routing,
            tokenized,
        } => numbers.ach.push(Ach {
            account: Revealed(account),
            account_id,
            is_tokenized_account_number: tokenized == Tokenized::Yes,
            routing,
            wire_routing,
        }),
        PaymentRoute::Eft {
            account,
            institution,
            branch,
        } => {
            numbers.eft.push(Eft {
                account: Revealed(account),
                account_id,
                branch,
                institution,
            });
        }
        PaymentRoute::Bacs { account, sort_code } => {
            numbers.bacs.push(Bacs {
                account: Revealed(account),
                account_id,
                sort_code,
            });
        }
        PaymentRoute::International { iban, bic } => {
            numbers.international.push(International {
                account_id,
                bic,
                iban: Revealed(iban),
            });
        }
    }
}

fn shown_owner(owner: Owner) -> identity::Owner {
    identity::Owner {
        addresses: owner
            .addresses
            .into_iter()
            .map(|address| identity::Address {
                data: identity::AddressData {
                    city: address.city,
                    country: address.country,
                    postal_code: address.postal_code,
                    region: address.region,
                    street: address.street,
                },
                primary: address.primary,
            })
            .collect(),
        emails: owner
            .emails
            .into_iter()
            .map(|email| Contact {
                data: email.data,
                primary: email.primary,
                kind: email.kind.as_str().to_owned(),
            })
            .collect(),
        names: owner.names,
        phone_numbers: owner
            .phones
            .into_iter()
            .map(|phone| Contact {
                data: phone.data,
                primary: phone.primary,
                kind: phone.kind.as_str().to_owned(),
            })
            .collect(),
    }
}
