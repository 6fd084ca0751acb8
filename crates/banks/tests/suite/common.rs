//! A visitor to the test bank: signs in and asks, with as few words as a test needs.
//!
//! Not a test itself.

use jiff::Timestamp;
use selvedge_banks::Connector;
use selvedge_banks::connector::{
    BankAccount, BankError, ExternalId, Grant, Owner, PaymentRoute, Presence, SignIn, Step, Tokenized, Visit,
};
use selvedge_banks::institution::{Catalogue, Institution};
use selvedge_banks::sandbox::SandboxBank;
use selvedge_model::id::InstitutionId;
use selvedge_model::{Environment, Sensitive};
use selvedge_vault::{MasterKey, Vault};
use std::sync::Arc;

pub(crate) struct Visitor {
    pub(crate) catalogue: Arc<Catalogue>,
    pub(crate) bank: SandboxBank,
}

/// A connection and everything that the bank tells over it.
pub(crate) struct Told {
    pub(crate) accounts: Vec<BankAccount>,
    pub(crate) routes: Vec<(ExternalId, Vec<PaymentRoute>)>,
    pub(crate) owners: Vec<(ExternalId, Owner)>,
}

pub(crate) fn visit(interaction_id: &str) -> Visit<'_> {
    Visit {
        now: Timestamp::from_second(1_800_000_000).unwrap(),
        interaction_id,
    }
}

/// The login of the fixture person.
pub(crate) const GOOD: (&str, &str) = ("user_good", "pass_good");
/// Where the banks' own pages are.
pub(crate) const SITE: &str = "http://selvedge.test";

pub(crate) fn visitor() -> Visitor {
    let catalogue = Arc::new(Catalogue::load().unwrap());
    let key = MasterKey::parse(&"5e".repeat(32)).ok().unwrap();
    let vault = Arc::new(Vault::new(key, Environment::Sandbox));
    Visitor {
        bank: SandboxBank::new(Arc::clone(&catalogue), vault, SITE.to_owned()),
        catalogue,
    }
}

impl Visitor {
    pub(crate) fn institution(&self, id: &str) -> &Institution {
        self.catalogue.find(&InstitutionId::new(id)).unwrap()
    }

    pub(crate) async fn enter(
        &self,
        id: &str,
        login: (&str, &str),
        presence: Presence,
    ) -> Result<Step, BankError> {
        self.enter_over("connection-1", id, login, presence).await
    }

    async fn enter_over(
        &self,
        connection: &str,
        id: &str,
        (username, password): (&str, &str),
        presence: Presence,
    ) -> Result<Step, BankError> {
        let request = SignIn {
            institution: self.institution(id),
            username: &Sensitive::from(username),
            password: &Sensitive::from(password),
            presence,
        };
        self.bank.sign_in(&visit(connection), request).await
    }

    pub(crate) async fn grant(&self, id: &str, login: (&str, &str)) -> Grant {
        self.grant_over("connection-1", id, login).await
    }

    pub(crate) async fn grant_over(&self, connection: &str, id: &str, login: (&str, &str)) -> Grant {
        match self.enter_over(connection, id, login, Presence::Unattended).await {
            Ok(Step::Done(grant)) => grant,
            Ok(Step::Challenge(_)) => panic!("an unattended sign-in is never challenged"),
            Err(error) => panic!("{login:?} may not sign in at {id}: {error}"),
        }
    }

    /// Why an unattended sign-in fails.
    pub(crate) async fn refusal(&self, id: &str, login: (&str, &str)) -> BankError {
        match self.enter(id, login, Presence::Unattended).await {
            Ok(_) => panic!("{login:?} may sign in at {id}"),
            Err(error) => error,
        }
    }

    pub(crate) async fn told(&self, id: &str, login: (&str, &str)) -> Told {
        self.told_over(&self.grant(id, login).await).await
    }

    pub(crate) async fn told_over(&self, grant: &Grant) -> Told {
        let visit = visit("later");
        let accounts = self.bank.accounts(&visit, grant).await.unwrap();
        let ids: Vec<ExternalId> = accounts.iter().map(|account| account.id.clone()).collect();
        let balances = self.bank.balances(&visit, grant, &ids).await.unwrap();
        for (account, (id, fresh)) in accounts.iter().zip(&balances) {
            assert_eq!((&account.id, &account.balances), (id, fresh));
        }
        Told {
            routes: self.bank.numbers(&visit, grant, &ids).await.unwrap(),
            owners: self.bank.owners(&visit, grant, &ids).await.unwrap(),
            accounts,
        }
    }
}

impl Told {
    pub(crate) fn routes_of(&self, mask: &str) -> Vec<String> {
        let account = self
            .accounts
            .iter()
            .find(|account| account.mask.as_deref() == Some(mask))
            .unwrap();
        self.routes_at(&account.id)
    }

    pub(crate) fn routes_at(&self, id: &ExternalId) -> Vec<String> {
        self.routes
            .iter()
            .find(|(owner, _)| owner == id)
            .unwrap()
            .1
            .iter()
            .map(written)
            .collect()
    }
}

/// A route in one line.
pub(crate) fn written(route: &PaymentRoute) -> String {
    match route {
        PaymentRoute::Ach {
            account,
            routing,
            wire_routing,
            tokenized,
        } => {
            let token = if *tokenized == Tokenized::Yes {
                " token"
            } else {
                ""
            };
            format!(
                "ach {} {routing} {}{token}",
                account.expose(),
                wire_routing.as_deref().unwrap_or("-")
            )
        }
        PaymentRoute::Eft {
            account,
            institution,
            branch,
        } => format!("eft {} {institution} {branch}", account.expose()),
        PaymentRoute::Bacs { account, sort_code } => format!("bacs {} {sort_code}", account.expose()),
        PaymentRoute::International { iban, bic } => format!("international {} {bic}", iban.expose()),
    }
}
