//! Making an Item without the end user: a sign-in with credentials that the caller knows, then `making`.

use crate::Engine;
use crate::making::{Linked, Making};
use selvedge_banks::connector::{BankAccount, Presence, SignIn, Step, Visit};
use selvedge_banks::institution::Institution;
use selvedge_model::account::is_auth_eligible;
use selvedge_model::id::{AccountId, InstitutionId, TeamId, UserId};
use selvedge_model::{Ctx, Error, ErrorCode, Product, Sensitive};
use selvedge_wire::endpoint::item::ActivityKind;

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
        let told = self.bank.accounts(&visit, &grant).await?;
        let accounts: Vec<(BankAccount, AccountId)> = shareable(told, linking.products)
            .into_iter()
            .map(|account| (account, AccountId::mint(ctx)))
            .collect();
        if accounts.is_empty() {
            return Err(ErrorCode::NoAccounts.into());
        }
        let fetched = self.fetch(&visit, &grant, accounts).await?;
        let making = Making {
            team: linking.team,
            institution: linking.institution,
            products: linking.products,
            unbilled: &[],
            consented: None,
            webhook: linking.webhook,
            user: linking.user,
            activity: linking.activity,
        };
        self.make(ctx, &making, &grant, fetched)
    }
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
