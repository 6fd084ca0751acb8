//! A bank that can be kept from answering, so that a test may do something meanwhile.
//!
//! It answers what the test bank answers. Only what a person waits for in Link is held.

use async_trait::async_trait;
use selvedge_banks::BankError;
use selvedge_banks::connector::{
    Authorization, Authorize, Balances, BankAccount, Capabilities, Connector, CredentialField, ExternalId,
    Grant, Owner, PaymentRoute, Redeem, Resume, SignIn, Step, Visit,
};
use selvedge_banks::institution::Institution;
use selvedge_banks::sandbox::SandboxBank;
use std::sync::{Arc, Mutex};
use tokio::sync::watch;

/// The test bank behind a door.
#[expect(missing_debug_implementations, reason = "the test bank holds keys")]
pub struct HeldBank {
    bank: Arc<SandboxBank>,
    is_open: watch::Sender<bool>,
    /// How many came since the door was shut.
    came: watch::Sender<usize>,
    revoked: Mutex<Vec<Grant>>,
}

impl HeldBank {
    pub(crate) fn new(bank: Arc<SandboxBank>) -> Self {
        Self {
            bank,
            is_open: watch::Sender::new(true),
            came: watch::Sender::new(0),
            revoked: Mutex::new(Vec::new()),
        }
    }

    /// Shuts the door: whoever comes waits from now on.
    pub fn hold(&self) {
        self.came.send_replace(0);
        self.is_open.send_replace(false);
    }

    /// Waits until `count` came to the shut door.
    pub async fn has_visitors(&self, count: usize) {
        self.came
            .subscribe()
            .wait_for(|came| *came >= count)
            .await
            .unwrap();
    }

    /// How many came to the shut door.
    pub fn visitors(&self) -> usize {
        *self.came.borrow()
    }

    /// Opens the door, to those who wait as well.
    pub fn let_go(&self) {
        self.is_open.send_replace(true);
    }

    /// The grants that it was told to end, in order.
    pub fn revoked(&self) -> Vec<Grant> {
        self.revoked.lock().unwrap().clone()
    }

    async fn enter(&self) -> &SandboxBank {
        let mut door = self.is_open.subscribe();
        if !*door.borrow_and_update() {
            self.came.send_modify(|came| *came += 1);
            door.wait_for(|is_open| *is_open).await.unwrap();
        }
        &self.bank
    }
}

#[async_trait]
impl Connector for HeldBank {
    fn capabilities(&self, institution: &Institution) -> Capabilities {
        self.bank.capabilities(institution)
    }

    fn fields(&self, institution: &Institution) -> Vec<CredentialField> {
        self.bank.fields(institution)
    }

    async fn sign_in(&self, visit: &Visit<'_>, request: SignIn<'_>) -> Result<Step, BankError> {
        self.enter().await.sign_in(visit, request).await
    }

    async fn resume(&self, visit: &Visit<'_>, request: Resume<'_>) -> Result<Step, BankError> {
        self.enter().await.resume(visit, request).await
    }

    fn issuer(&self, institution: &Institution) -> Option<String> {
        self.bank.issuer(institution)
    }

    async fn authorize(&self, visit: &Visit<'_>, request: Authorize<'_>) -> Result<Authorization, BankError> {
        self.enter().await.authorize(visit, request).await
    }

    async fn redeem(&self, visit: &Visit<'_>, request: Redeem<'_>) -> Result<Grant, BankError> {
        self.enter().await.redeem(visit, request).await
    }

    fn login_key(&self, grant: &Grant) -> Option<Vec<u8>> {
        self.bank.login_key(grant)
    }

    async fn accounts(&self, visit: &Visit<'_>, grant: &Grant) -> Result<Vec<BankAccount>, BankError> {
        self.enter().await.accounts(visit, grant).await
    }

    async fn balances(
        &self,
        visit: &Visit<'_>,
        grant: &Grant,
        accounts: &[ExternalId],
    ) -> Result<Vec<(ExternalId, Balances)>, BankError> {
        self.bank.balances(visit, grant, accounts).await
    }

    async fn numbers(
        &self,
        visit: &Visit<'_>,
        grant: &Grant,
        accounts: &[ExternalId],
    ) -> Result<Vec<(ExternalId, Vec<PaymentRoute>)>, BankError> {
        self.bank.numbers(visit, grant, accounts).await
    }

    async fn owners(
        &self,
        visit: &Visit<'_>,
        grant: &Grant,
        accounts: &[ExternalId],
    ) -> Result<Vec<(ExternalId, Owner)>, BankError> {
        self.bank.owners(visit, grant, accounts).await
    }

    async fn revoke(&self, visit: &Visit<'_>, grant: &Grant) -> Result<(), BankError> {
        self.revoked.lock().unwrap().push(grant.clone());
        self.bank.revoke(visit, grant).await
    }
}
