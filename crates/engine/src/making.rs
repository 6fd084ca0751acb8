//! Making an Item, or making one anew: what the bank tells of the shared accounts, and the rows that come of it.
//!
//! Banks are asked first, then everything is written in one transaction of the caller's. Nothing here signs in.

use crate::balances::{self, StoredGrant};
use crate::exchange::later;
use crate::history::{activity, first_consents};
use crate::item::{Column, join_products};
use crate::owners::Owners;
use crate::{Engine, auth};
use jiff::{SignedDuration, Timestamp};
use selvedge_banks::BankError;
use selvedge_banks::connector::{BankAccount, ExternalId, Grant, Owner, PaymentRoute, Tokenized, Visit};
use selvedge_banks::institution::Institution;
use selvedge_model::account::AuthMethod;
use selvedge_model::country::Country;
use selvedge_model::id::{AccountId, InstitutionId, ItemId, TeamId, UserId, hex};
use selvedge_model::{Ctx, Environment, Error, Product, Sensitive, limits};
use selvedge_store::Tx;
use selvedge_store::repo::history::ActivityRow;
use selvedge_store::repo::items::NewItem;
use selvedge_vault::{ItemKey, TokenHash};
use selvedge_wire::Revealed;
use selvedge_wire::endpoint::item::{ActivityKind, ConsentEvent};
use selvedge_wire::shape::account::Account;
use selvedge_wire::shape::identity::{self, Contact};
use selvedge_wire::shape::numbers::{Ach, Bacs, Eft, International, Numbers};
use std::collections::HashMap;

/// How long a consent lasts where the law of open banking says so (UK and EU).
const OPEN_BANKING_CONSENT: SignedDuration = SignedDuration::from_hours(180 * 24);

/// What a new Item is for.
pub(crate) struct Making<'a> {
    pub(crate) team: &'a TeamId,
    pub(crate) institution: &'a Institution,
    pub(crate) products: &'a [Product],
    /// Products that are only paid for once they are used.
    pub(crate) unbilled: &'a [Product],
    /// What the end user agreed to, product by product; `None` where nobody was asked.
    pub(crate) consented: Option<&'a [Product]>,
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
pub(crate) struct Fetched {
    pub(crate) accounts: Vec<(ExternalId, Account)>,
    /// `None` where the end user kept them to themselves.
    pub(crate) numbers: Option<Numbers>,
    /// `None` where the end user kept them to themselves.
    pub(crate) owners: Option<Owners>,
}

impl Engine {
    /// Asks the bank for all that is kept of these accounts; each comes with the id that it has or gets here.
    pub(crate) async fn fetch(
        &self,
        visit: &Visit<'_>,
        grant: &Grant,
        accounts: Vec<(BankAccount, AccountId)>,
    ) -> Result<Fetched, BankError> {
        let ids: Vec<ExternalId> = accounts.iter().map(|(account, _)| account.id.clone()).collect();
        let ours: HashMap<ExternalId, AccountId> = accounts
            .iter()
            .map(|(account, ours)| (account.id.clone(), ours.clone()))
            .collect();
        let told = granted(self.bank.numbers(visit, grant, &ids).await)?;
        let numbers = told.map(|told| {
            let mut numbers = Numbers::default();
            for (external, routes) in told {
                let Some(account_id) = ours.get(&external) else {
                    continue;
                };
                for route in routes {
                    push_route(&mut numbers, account_id, route);
                }
            }
            numbers
        });
        let told = granted(self.bank.owners(visit, grant, &ids).await)?;
        let owners = told.map(|told| {
            let mut owners = Owners::default();
            for (external, owner) in told {
                if let Some(account_id) = ours.get(&external) {
                    owners.insert(account_id.clone(), shown_owner(owner));
                }
            }
            owners
        });
        let accounts = accounts
            .into_iter()
            .map(|(account, ours)| (account.id.clone(), shown(account, ours)))
            .collect();
        Ok(Fetched {
            accounts,
            numbers,
            owners,
        })
    }

    /// A new Item of what the bank told.
    pub(crate) fn make(
        &self,
        ctx: &Ctx<'_>,
        making: &Making<'_>,
        grant: &Grant,
        fetched: Fetched,
    ) -> Result<Linked, Error> {
        let (team, item_id) = (making.team, ItemId::mint(ctx));
        let wrapped = self.vault.new_item_key(ctx, team, &item_id);
        let key = self.vault.item_key(team, &item_id, wrapped.as_bytes())?;
        let access = self.vault.access_token(team, &item_id, wrapped.as_bytes(), 0)?;
        let sealed = SealedParts::of(&key, ctx, &item_id, (grant, &fetched))?;
        let accounts: Vec<Account> = fetched.accounts.into_iter().map(|(_, account)| account).collect();
        let numbers = fetched.numbers.unwrap_or_default();
        let pending = accounts.iter().any(auth::is_unverified);
        let products = without(making.products, Product::is_per_call);
        let billed = without(&products, |product| {
            product == Product::Assets || making.unbilled.contains(&product)
        });
        let consented = making
            .consented
            .map(|consented| without(consented, Product::is_per_call));
        let institution = (making.institution.id.as_str(), making.institution.name.as_str());
        let row = NewItem {
            item_id: item_id.clone(),
            access_hash: access.hash.as_bytes().to_vec(),
            institution_id: Some(institution.0.to_owned()),
            institution_name: Some(institution.1.to_owned()),
            webhook: making.webhook.clone(),
            products: join_products(&products),
            billed_products: join_products(&billed),
            consented_products: consented.as_deref().map(join_products),
            auth_method: auth_method(making.institution, &numbers, pending)
                .map(|method| method.as_str().to_owned()),
            error_code: None,
            created_at: ctx.now,
            login_expires_at: self.login_end(ctx.now),
            consent_expires_at: consent_end(making.institution, ctx.now),
            verification_due_at: self.verification_end(ctx.now, &accounts),
            user_id: making.user.as_ref().map(|user| user.as_str().to_owned()),
            accounts: serde_json::to_string(&accounts).map_err(Error::internal)?,
            dek: wrapped.as_bytes().to_vec(),
            numbers: sealed.numbers,
            identity: sealed.identity,
            grant: Some(sealed.grant),
            login_hash: self
                .login_hash(&making.institution.id, grant)
                .map(|hash| hash.as_bytes().to_vec()),
        };
        let agreed = consented.as_deref().unwrap_or(&products);
        Ok(Linked {
            consents: first_consents(&item_id, institution, agreed, &accounts, ctx.now),
            activity: activity(ctx, &item_id, making.activity),
            access_token: access.text,
            numbers,
            item_id,
            accounts,
            row,
        })
    }

    /// When a login that works now stops by itself: only in the sandbox.
    pub(crate) fn login_end(&self, now: Timestamp) -> Option<Timestamp> {
        let sandbox = self.environment() == Environment::Sandbox;
        sandbox.then(|| later(now, limits::SANDBOX_ITEM_LIFE))
    }

    /// When a verification that is pending now succeeds by itself: only in the sandbox.
    pub(crate) fn verification_end(&self, now: Timestamp, accounts: &[Account]) -> Option<Timestamp> {
        let pending = accounts.iter().any(auth::is_unverified);
        let sandbox = self.environment() == Environment::Sandbox;
        (pending && sandbox).then(|| later(now, limits::SANDBOX_AUTOMATIC_VERIFICATION))
    }

    /// What is the same for two Items of the same login at the same bank.
    pub(crate) fn login_hash(&self, institution: &InstitutionId, grant: &Grant) -> Option<TokenHash> {
        let key = zeroize::Zeroizing::new(self.bank.login_key(grant)?);
        let text = Sensitive::new(format!("login {institution} {}", hex(&key)));
        Some(self.vault.hash_token(text.expose()))
    }
}

/// `None` where the end user kept this kind of data to themselves.
fn granted<T>(told: Result<T, BankError>) -> Result<Option<T>, BankError> {
    match told {
        Ok(told) => Ok(Some(told)),
        Err(BankError::AccessNotGranted) => Ok(None),
        Err(error) => Err(error),
    }
}

pub(crate) fn without(products: &[Product], excluded: impl Fn(Product) -> bool) -> Vec<Product> {
    products
        .iter()
        .copied()
        .filter(|product| !excluded(*product))
        .collect()
}

/// What an Item keeps sealed.
pub(crate) struct SealedParts {
    pub(crate) numbers: Option<Vec<u8>>,
    pub(crate) identity: Option<Vec<u8>>,
    pub(crate) grant: Vec<u8>,
}

impl SealedParts {
    /// Seals the grant and what the bank told under the Item's key.
    pub(crate) fn of(
        key: &ItemKey,
        ctx: &Ctx<'_>,
        item: &ItemId,
        (grant, fetched): (&Grant, &Fetched),
    ) -> Result<Self, Error> {
        let stored = StoredGrant {
            bank: grant.expose().to_vec(),
            accounts: fetched
                .accounts
                .iter()
                .map(|(external, ours)| (ours.account_id.clone(), external.as_str().to_owned()))
                .collect(),
        };
        let seal = |column, json: serde_json::Result<Vec<u8>>| sealed(key, ctx, item, column, json);
        let numbers = fetched.numbers.as_ref().filter(|numbers| !numbers.is_empty());
        let numbers = numbers.map(|numbers| seal(Column::Numbers, serde_json::to_vec(numbers)));
        let owners = fetched.owners.as_ref();
        let owners = owners.map(|owners| seal(Column::Identity, serde_json::to_vec(owners)));
        Ok(Self {
            numbers: numbers.transpose()?,
            identity: owners.transpose()?,
            grant: seal(Column::Grant, serde_json::to_vec(&stored))?,
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

/// How the numbers of an Item were obtained.
pub(crate) fn auth_method(institution: &Institution, numbers: &Numbers, pending: bool) -> Option<AuthMethod> {
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

/// When a consent given now ends, where the law says so.
pub(crate) fn consent_end(institution: &Institution, now: Timestamp) -> Option<Timestamp> {
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
