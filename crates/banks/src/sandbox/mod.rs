//! The built-in test bank: it lives in the process, keeps nothing, and always tells the same story to the
//! same login.
//!
//! Who may sign in is in `login`, what is asked on the way in `challenge`, what a login holds in `profile`,
//! and how a sign-in on the bank's own pages goes in [`oauth`].
//! Transactions of custom users are read and kept but served by no method yet.

mod challenge;
mod consent;
pub mod custom;
mod fixture;
mod login;
mod numbers;
pub mod oauth;
mod persona;
mod profile;

use crate::connector::{
    Authorization, Authorize, Balances, BankAccount, BankError, Capabilities, Connector, CredentialField,
    CredentialKind, ExternalId, Grant, Owner, PaymentRoute, Presence, Redeem, Resume, SignIn, SignInPlace,
    Step, Visit,
};
use crate::institution::{Catalogue, Institution};
use async_trait::async_trait;
use challenge::Place;
use login::Login;
use profile::{Held, Profile};
use selvedge_model::id::InstitutionId;
use selvedge_model::scope::DataScope;
use selvedge_vault::Vault;
use std::sync::Arc;

/// Every institution of the catalogue, played by the program itself.
#[derive(Clone)]
#[expect(missing_debug_implementations, reason = "holds keys")]
pub struct SandboxBank {
    catalogue: Arc<Catalogue>,
    vault: Arc<Vault>,
    site: String,
}

impl SandboxBank {
    /// The test bank for the institutions of `catalogue`, whose own pages are on `site`: this server's own
    /// address, without a trailing slash.
    pub fn new(catalogue: Arc<Catalogue>, vault: Arc<Vault>, site: String) -> Self {
        Self {
            catalogue,
            vault,
            site,
        }
    }

    fn profile(&self, visit: &Visit<'_>, grant: &Grant) -> Result<Profile, BankError> {
        let login = Login::of_grant(grant)?;
        let institution = self
            .catalogue
            .find(&InstitutionId::new(login.institution()))
            .ok_or(BankError::InstitutionNoLongerSupported)?;
        let mut profile = Profile::of(institution, &login, visit.now)?;
        if let Some(consent) = login.consent() {
            profile.accounts.retain(|held| consent.covers(&held.account.id));
        }
        Ok(profile)
    }

    /// Refuses data that the holder of the login does not share.
    fn allow(grant: &Grant, scope: DataScope) -> Result<(), BankError> {
        match Login::of_grant(grant)?.consent() {
            Some(consent) => consent.allow(scope),
            None => Ok(()),
        }
    }

    /// Picks `part` of each account asked for, in the order asked.
    fn each<T>(
        &self,
        visit: &Visit<'_>,
        grant: &Grant,
        accounts: &[ExternalId],
        part: fn(&Held) -> T,
    ) -> Result<Vec<(ExternalId, T)>, BankError> {
        let profile = self.profile(visit, grant)?;
        let held = profile.by_id();
        accounts
            .iter()
            .map(|id| match held.get(id) {
                Some(held) => Ok((id.clone(), part(held))),
                None => Err(BankError::AccountGone(id.clone())),
            })
            .collect()
    }
}

#[async_trait]
impl Connector for SandboxBank {
    fn capabilities(&self, institution: &Institution) -> Capabilities {
        Capabilities {
            sign_in: if institution.oauth {
                SignInPlace::Bank
            } else {
                SignInPlace::Link
            },
            auth_methods: institution.auth_methods,
        }
    }

    fn fields(&self, _institution: &Institution) -> Vec<CredentialField> {
        let field = |kind: CredentialKind| CredentialField {
            name: kind.as_str().to_owned(),
            kind,
        };
        CredentialKind::ALL.iter().copied().map(field).collect()
    }

    async fn sign_in(&self, visit: &Visit<'_>, request: SignIn<'_>) -> Result<Step, BankError> {
        let login = Login::new(&request, visit.interaction_id);
        let questions = login::admit(request.institution, &login)?;
        match request.presence {
            Presence::Attended => challenge::ask(&login, &questions, Place::default()),
            Presence::Unattended => challenge::waive(&login, &questions),
        }
    }

    async fn resume(&self, _visit: &Visit<'_>, request: Resume<'_>) -> Result<Step, BankError> {
        let (login, place) = challenge::read(request.state)?;
        if login.institution() != request.institution.id.as_str() {
            return Err(BankError::Failed(
                "the challenge belongs to another institution".to_owned(),
            ));
        }
        let questions = login::admit(request.institution, &login)?;
        let next = challenge::check(&questions, place, request.answers)?;
        challenge::ask(&login, &questions, next)
    }

    fn issuer(&self, institution: &Institution) -> Option<String> {
        institution
            .oauth
            .then(|| oauth::issuer(&self.site, &institution.id))
    }

    async fn authorize(
        &self,
        _visit: &Visit<'_>,
        request: Authorize<'_>,
    ) -> Result<Authorization, BankError> {
        login::serves(request.institution)?;
        Ok(Authorization {
            url: oauth::address(&self.site, &request),
        })
    }

    async fn redeem(&self, visit: &Visit<'_>, request: Redeem<'_>) -> Result<Grant, BankError> {
        oauth::redeem(&self.vault, visit, &request)
    }

    fn login_key(&self, grant: &Grant) -> Option<Vec<u8>> {
        Login::of_grant(grant).ok().map(|login| login.key())
    }

    async fn accounts(&self, visit: &Visit<'_>, grant: &Grant) -> Result<Vec<BankAccount>, BankError> {
        Ok(self
            .profile(visit, grant)?
            .accounts
            .into_iter()
            .map(|held| held.account)
            .collect())
    }

    async fn balances(
        &self,
        visit: &Visit<'_>,
        grant: &Grant,
        accounts: &[ExternalId],
    ) -> Result<Vec<(ExternalId, Balances)>, BankError> {
        self.each(visit, grant, accounts, |held| held.account.balances.clone())
    }

    async fn numbers(
        &self,
        visit: &Visit<'_>,
        grant: &Grant,
        accounts: &[ExternalId],
    ) -> Result<Vec<(ExternalId, Vec<PaymentRoute>)>, BankError> {
        Self::allow(grant, DataScope::AccountRoutingNumber)?;
        self.each(visit, grant, accounts, |held| held.routes.clone())
    }

    async fn owners(
        &self,
        visit: &Visit<'_>,
        grant: &Grant,
        accounts: &[ExternalId],
    ) -> Result<Vec<(ExternalId, Owner)>, BankError> {
        Self::allow(grant, DataScope::ContactInfo)?;
        self.each(visit, grant, accounts, |held| held.owner.clone())
    }

    /// The test bank keeps no list of grants: only a grant that it cannot read is an error.
    async fn revoke(&self, _visit: &Visit<'_>, grant: &Grant) -> Result<(), BankError> {
        Login::of_grant(grant).map(drop)
    }
}
