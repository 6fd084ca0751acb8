//! Who holds each account of an Item, as it is sealed: accounts of one holder name them once, which is most
//! of what an Item takes in the database.

use selvedge_model::id::AccountId;
use selvedge_wire::shape::identity::Owner;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The owners of an Item's accounts.
#[derive(Default, Serialize, Deserialize)]
pub(crate) struct Owners {
    people: Vec<Owner>,
    of: BTreeMap<AccountId, usize>,
}

impl Owners {
    /// Notes who holds an account.
    pub(crate) fn insert(&mut self, account: AccountId, owner: Owner) {
        let known = self.people.iter().position(|person| *person == owner);
        let place = known.unwrap_or_else(|| {
            self.people.push(owner);
            self.people.len().saturating_sub(1)
        });
        self.of.insert(account, place);
    }

    /// Who holds an account: all its holders as one owner, or nobody that is known.
    pub(crate) fn of(&self, account: &AccountId) -> &[Owner] {
        let owner = self.of.get(account).and_then(|place| self.people.get(*place));
        owner.map_or(&[], std::slice::from_ref)
    }
}
