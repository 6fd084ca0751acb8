//! Which accounts of a grant can be shared, which are chosen at first, and whether a choice is good.

use super::effect::Shared;
use super::pane::Why;
use super::plan::{AccountMode, Plan, Purpose};
use super::state::Offer;
use selvedge_banks::connector::BankAccount;
use selvedge_model::account::{AccountType, is_auth_eligible};
use selvedge_model::{ErrorCode, Product};
use selvedge_wire::endpoint::link::{AccountFilter, AccountFilters};

/// The subtype that is offered only where the app asks for it by name.
const LIMITED_PURPOSE: &str = "limited purpose checking";

impl Plan {
    /// How many accounts may be chosen: only one where a deposit has to prove it.
    pub(super) fn mode_for(&self, offers: &[Offer]) -> AccountMode {
        if offers
            .iter()
            .any(|offer| offer.unproved && offer.barred.is_none())
        {
            AccountMode::One
        } else {
            self.accounts
        }
    }

    /// Whether account numbers are wanted, so that only accounts that can be debited are shared.
    fn wants_numbers(&self) -> bool {
        self.products
            .iter()
            .any(|product| matches!(product, Product::Auth | Product::Transfer))
    }

    /// Whether accounts are chosen in this session.
    pub(super) fn chooses_anew(&self) -> bool {
        match &self.purpose {
            Purpose::Link => true,
            Purpose::Update { choose_accounts, .. } => *choose_accounts,
        }
    }

    /// What can be chosen of what the bank has.
    pub(super) fn offers_of(&self, accounts: Vec<(BankAccount, Shared)>) -> Vec<Offer> {
        let unproved = |account: &BankAccount| account.verification.is_some();
        let must_be_unproved = accounts.iter().any(|(account, _)| unproved(account));
        let mut offers: Vec<Offer> = accounts
            .into_iter()
            .map(|(account, shared)| Offer {
                barred: self.bars(&account, shared, must_be_unproved),
                chosen: shared == Shared::Already,
                unproved: unproved(&account),
                external: account.id.as_str().to_owned(),
                name: account.name,
                mask: account.mask,
                kind: account.kind,
                subtype: account.subtype,
            })
            .collect();
        self.choose_at_first(&mut offers);
        offers
    }

    fn bars(&self, account: &BankAccount, shared: Shared, must_be_unproved: bool) -> Option<Why> {
        if !admits(self.filters.as_ref(), account.kind, &account.subtype) {
            return Some(Why::Filter);
        }
        // What is shared already stays so, whatever the app asks for today.
        if shared == Shared::Already {
            return None;
        }
        let unfit = self.wants_numbers() && !is_auth_eligible(account.kind, &account.subtype);
        let proved = must_be_unproved && account.verification.is_none();
        (unfit || proved).then_some(Why::Product)
    }

    /// Ticks what is chosen at first: everything, what was chosen before, or the only choice there is.
    fn choose_at_first(&self, offers: &mut [Offer]) {
        let mode = self.mode_for(offers);
        let mut free: Vec<&mut Offer> = offers.iter_mut().filter(|offer| offer.barred.is_none()).collect();
        let only = free.len() == 1;
        let mut taken = false;
        for offer in &mut free {
            offer.chosen = only
                || match mode {
                    AccountMode::All => true,
                    AccountMode::Several => offer.chosen,
                    AccountMode::One => offer.chosen && !taken,
                };
            taken |= offer.chosen;
        }
        for offer in offers.iter_mut().filter(|offer| offer.barred.is_some()) {
            offer.chosen = false;
        }
    }

    /// The bank's ids of the accounts that these keys of the pane name, in the bank's order.
    pub(super) fn choice(&self, offers: &[Offer], keys: &[String]) -> Result<Vec<String>, ErrorCode> {
        let keyed = offers
            .iter()
            .enumerate()
            .map(|(index, offer)| (key_of(index), offer));
        let chosen: Vec<(String, &Offer)> = keyed.filter(|(key, _)| keys.contains(key)).collect();
        let known = keys.iter().all(|key| chosen.iter().any(|(one, _)| one == key));
        let barred = chosen.iter().any(|(_, offer)| offer.barred.is_some());
        let too_many = self.mode_for(offers) == AccountMode::One && chosen.len() > 1;
        if keys.is_empty() {
            Err(ErrorCode::NoAccounts)
        } else if !known || barred || too_many {
            Err(ErrorCode::InvalidAccountId)
        } else {
            Ok(chosen
                .into_iter()
                .map(|(_, offer)| offer.external.clone())
                .collect())
        }
    }
}

/// Whether the app's filter lets an account through. Types that a filter does not name are left out; an
/// account of limited purpose has to be named.
fn admits(filters: Option<&AccountFilters>, kind: AccountType, subtype: &str) -> bool {
    let limited = subtype == LIMITED_PURPOSE;
    let Some(filters) = filters else {
        return !limited;
    };
    let filter: &Option<AccountFilter> = match kind {
        AccountType::Depository => &filters.depository,
        AccountType::Credit => &filters.credit,
        AccountType::Loan => &filters.loan,
        AccountType::Investment | AccountType::Brokerage => &filters.investment,
        AccountType::Payroll | AccountType::Other => &filters.other,
    };
    filter.as_ref().is_some_and(|filter| {
        let named = |name: &str| filter.account_subtypes.iter().any(|one| one == name);
        named(subtype) || (!limited && named("all"))
    })
}

/// What the page sends for an account.
pub(super) fn key_of(index: usize) -> String {
    index.to_string()
}
