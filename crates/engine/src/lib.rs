//! The use cases: what an app, a partner and the sandbox may do with link tokens, Items and their data.
//!
//! It knows no HTTP and no SQL text: bodies come in as the types of `wire`, rows go out through `store`.

pub mod accounts;
pub mod auth;
mod balances;
pub mod call;
mod catalogue;
pub mod exchange;
mod history;
pub mod idempotency;
pub mod identity;
mod institutions;
pub mod item;
mod items;
mod keys;
pub mod link;
mod linking;
mod making;
mod matching;
mod owners;
mod partner;
mod processor;
mod sandbox;
mod sandbox_webhook;
mod signing;
mod startup;
mod teams;
mod users;
mod validate;
mod webhooks;

pub use call::{Call, Credentials};
pub use idempotency::{Answer, Once};
pub use keys::{KeySummary, NewKeys};
pub use startup::{Seed, StartError, is_claimed};

use selvedge_banks::connector::Connector;
use selvedge_banks::institution::Catalogue;
use selvedge_banks::sandbox::SandboxBank;
use selvedge_model::Environment;
use selvedge_store::Store;
use selvedge_vault::Vault;
use std::sync::Arc;

/// What the use cases run on.
#[expect(missing_debug_implementations, reason = "holds keys")]
pub struct Engine {
    store: Store,
    vault: Arc<Vault>,
    catalogue: Arc<Catalogue>,
    bank: Arc<dyn Connector>,
    test_bank: Option<Arc<SandboxBank>>,
    public_url: String,
}

/// The parts of an [`Engine`].
#[expect(missing_debug_implementations, reason = "holds keys")]
pub struct Parts {
    /// The database.
    pub store: Store,
    /// The keys.
    pub vault: Arc<Vault>,
    /// The institutions.
    pub catalogue: Arc<Catalogue>,
    /// How they are reached.
    pub bank: Arc<dyn Connector>,
    /// The test bank, where its own site is served.
    pub test_bank: Option<Arc<SandboxBank>>,
    /// This server's own address, without a trailing slash.
    pub public_url: String,
}

impl Engine {
    /// Puts the parts together; [`Engine::start`] makes it ready for use.
    pub fn new(parts: Parts) -> Self {
        let Parts {
            store,
            vault,
            catalogue,
            bank,
            test_bank,
            public_url,
        } = parts;
        Self {
            store,
            vault,
            catalogue,
            bank,
            test_bank,
            public_url,
        }
    }

    /// The environment that this process serves.
    pub fn environment(&self) -> Environment {
        self.vault.environment()
    }

    /// This server's own address, without a trailing slash.
    pub fn public_url(&self) -> &str {
        &self.public_url
    }

    /// The institutions that can be linked.
    pub fn catalogue(&self) -> &Catalogue {
        &self.catalogue
    }

    /// The test bank, where its own site is served.
    pub const fn test_bank(&self) -> Option<&Arc<SandboxBank>> {
        self.test_bank.as_ref()
    }

    /// The database, for readiness and shut-down.
    pub const fn store(&self) -> &Store {
        &self.store
    }

    /// Waits for the writes under way and closes the database.
    pub async fn close(self) {
        self.store.close().await;
    }
}
