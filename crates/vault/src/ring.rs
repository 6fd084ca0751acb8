//! The derived keys of the teams served lately, ready for use.
//!
//! Deriving a team's key and preparing the cipher costs more than opening a value with it. Nothing here is
//! needed for correctness: whatever is dropped is derived again.

use crate::derive::{Purpose, Root};
use crate::seal::SealingKey;
use selvedge_model::Environment;
use selvedge_model::id::TeamId;
use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

/// How many teams are kept ready: about two kilobytes each.
const READY: usize = 256;

/// The keys of one team in one environment.
pub(crate) struct TeamKeys {
    /// Wraps the keys of Items.
    pub(crate) items: SealingKey,
    /// Seals rows that no Item owns.
    pub(crate) rows: SealingKey,
    /// Seals answers kept for repeated requests.
    pub(crate) replies: SealingKey,
}

/// Every team's keys, the latest of them at hand.
pub(crate) struct Ring {
    root: Root,
    environment: Environment,
    ready: RwLock<HashMap<TeamId, Arc<TeamKeys>>>,
}

impl Ring {
    pub(crate) fn new(root: Root, environment: Environment) -> Self {
        Self {
            root,
            environment,
            ready: RwLock::default(),
        }
    }

    /// The keys of one team.
    pub(crate) fn of(&self, team: &TeamId) -> Arc<TeamKeys> {
        // The lock only ever guards whole entries, so a panic elsewhere leaves nothing half done.
        if let Some(keys) = self
            .ready
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .get(team)
        {
            return Arc::clone(keys);
        }
        let keys = Arc::new(self.derive(team));
        let mut ready = self.ready.write().unwrap_or_else(PoisonError::into_inner);
        if ready.len() >= READY {
            // Starting over keeps the bound without any bookkeeping on the way of a request.
            ready.clear();
        }
        ready.insert(team.clone(), Arc::clone(&keys));
        keys
    }

    fn derive(&self, team: &TeamId) -> TeamKeys {
        let key =
            |purpose| SealingKey::new(&self.root.expand(purpose, team.as_str(), Some(self.environment)));
        TeamKeys {
            items: key(Purpose::ItemKeys),
            rows: key(Purpose::TeamRows),
            replies: key(Purpose::Replies),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{MasterKey, SystemEntropy};

    #[test]
    fn more_teams_than_are_kept_ready_still_have_their_own_keys() {
        let root = Root::new(&MasterKey::generate(&SystemEntropy));
        let ring = Ring::new(root, Environment::Sandbox);
        let team = |number: usize| TeamId::new(format!("team_{number}"));
        let first: Vec<_> = (0..=READY)
            .map(|number| *ring.of(&team(number)).items.commitment())
            .collect();
        assert_eq!(
            ring.ready.read().unwrap().len(),
            1,
            "one past the bound starts over"
        );
        let again: Vec<_> = (0..=READY)
            .map(|number| *ring.of(&team(number)).items.commitment())
            .collect();
        assert_eq!(first, again);
        let mut distinct = first;
        distinct.sort_unstable();
        distinct.dedup();
        assert_eq!(distinct.len(), READY + 1);
    }

    #[test]
    fn a_team_at_hand_is_not_derived_again() {
        let ring = Ring::new(
            Root::new(&MasterKey::generate(&SystemEntropy)),
            Environment::Sandbox,
        );
        let team = TeamId::new("team_1");
        assert!(Arc::ptr_eq(&ring.of(&team), &ring.of(&team)));
    }
}
