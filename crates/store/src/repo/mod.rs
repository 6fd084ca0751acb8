//! The repositories: what is stored, reached through its tenant.
//!
//! `tx.team(id)` sees one team's rows and no others. What has to look across teams (whose keys are these?
//! what does this processor token open to its holder?) goes through `tx.across_teams()`, a name to look for
//! in a review.

pub mod caller;
pub mod history;
pub mod idempotency;
pub mod items;
pub mod keys;
pub mod links;
pub mod meta;
pub mod oauth;
pub mod processor;
pub mod public_tokens;
pub mod renewal;
pub mod sessions;
pub mod settings;
pub mod signing;
pub mod users;
pub mod webhooks;

use crate::{Sql, Tx};
use selvedge_model::id::TeamId;

/// One team's rows.
#[derive(Debug, Clone, Copy)]
pub struct Team<'t> {
    pub(crate) tx: &'t Tx,
    pub(crate) id: &'t TeamId,
}

/// Every team's rows.
#[derive(Debug, Clone, Copy)]
pub struct AcrossTeams<'t> {
    pub(crate) tx: &'t Tx,
}

impl Tx {
    /// One team's rows.
    pub const fn team<'t>(&'t self, id: &'t TeamId) -> Team<'t> {
        Team { tx: self, id }
    }

    /// Every team's rows.
    pub const fn across_teams(&self) -> AcrossTeams<'_> {
        AcrossTeams { tx: self }
    }
}

/// The statements of every repository.
pub(crate) fn statements() -> Vec<&'static Sql> {
    [
        caller::STATEMENTS,
        history::STATEMENTS,
        idempotency::STATEMENTS,
        items::STATEMENTS,
        keys::STATEMENTS,
        links::STATEMENTS,
        meta::STATEMENTS,
        oauth::STATEMENTS,
        processor::STATEMENTS,
        public_tokens::STATEMENTS,
        renewal::STATEMENTS,
        sessions::STATEMENTS,
        settings::STATEMENTS,
        signing::STATEMENTS,
        users::STATEMENTS,
        webhooks::STATEMENTS,
    ]
    .concat()
}
