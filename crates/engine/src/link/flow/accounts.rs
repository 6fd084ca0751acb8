//! Which accounts can be shared, choosing among them, and writing the Item.

use super::effect::{Effect, Listing, Login, Settled, Shared};
use super::pane::{WayOn, Why};
use super::plan::{AccountMode, Plan, Purpose};
use super::state::{At, Errand, Linked, Offer};
use super::turn::Turn;
use selvedge_banks::BankError;
use selvedge_banks::connector::{BankAccount, Grant};
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

    fn chooses_anew(&self) -> bool {
        match &self.purpose {
            Purpose::Link => true,
            Purpose::Update { choose_accounts, .. } => *choose_accounts,
        }
    }

    /// What can be chosen of what the bank has.
    fn offers_of(&self, accounts: Vec<(BankAccount, Shared)>) -> Vec<Offer> {
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

impl Turn<'_> {
    /// The bank told of its accounts.
    pub(super) fn listed(&mut self, result: Result<Listing, BankError>) {
        let At::Waiting {
            errand: Errand::Accounts { grant },
            back,
            ..
        } = &self.state.at
        else {
            return;
        };
        let (grant, back) = (grant.clone(), At::clone(back));
        match result {
            Err(error) => self.grant_refused(error.code(), back),
            Ok(listing) if self.is_of_another_login(&listing) => self.other_login(back),
            Ok(listing) => self.offer(grant, listing, back),
        }
    }

    /// Update mode keeps to the login that the Item was linked with.
    fn is_of_another_login(&self, listing: &Listing) -> bool {
        let overlaps = listing
            .accounts
            .iter()
            .any(|(_, shared)| *shared == Shared::Already);
        self.is_update()
            && match listing.login {
                Login::Same => false,
                Login::Other => true,
                Login::Unknown => !overlaps,
            }
    }

    fn other_login(&mut self, back: At) {
        if matches!(back, At::Credentials(_)) {
            self.wrong_credentials(ErrorCode::InvalidUpdatedUsername);
        } else {
            self.fail(ErrorCode::InvalidUpdatedUsername, back);
        }
    }

    fn offer(&mut self, grant: Vec<u8>, listing: Listing, back: At) {
        let kept: Vec<String> = listing
            .accounts
            .iter()
            .filter(|(_, shared)| *shared == Shared::Already)
            .map(|(account, _)| account.id.as_str().to_owned())
            .collect();
        if !self.plan.chooses_anew() {
            return if kept.is_empty() {
                self.fail_with(ErrorCode::NoAccounts, WayOn::Retry, back)
            } else {
                self.settle(grant, kept, back)
            };
        }
        let offers = self.plan.offers_of(listing.accounts);
        let free: Vec<&Offer> = offers.iter().filter(|offer| offer.barred.is_none()).collect();
        if free.is_empty() {
            let code = if offers.iter().any(|offer| offer.barred == Some(Why::Product)) {
                ErrorCode::NoAuthAccounts
            } else {
                ErrorCode::NoAccounts
            };
            return self.fail_with(code, WayOn::Retry, back);
        }
        // The bank's own pages asked for each account already.
        let chosen_there = matches!(back, At::Oauth { .. });
        if chosen_there && (free.len() == 1 || self.plan.mode_for(&offers) != AccountMode::One) {
            let accounts = free.iter().map(|offer| offer.external.clone()).collect();
            return self.settle(grant, accounts, back);
        }
        self.arrive(At::Accounts {
            grant,
            offers,
            trouble: None,
            from: Box::new(back),
        });
    }

    /// The person chose accounts.
    pub(super) fn choose_accounts(&mut self, keys: &[String]) {
        let At::Accounts {
            grant,
            offers,
            from,
            trouble: _,
        } = &self.state.at
        else {
            return;
        };
        let trouble = match self.plan.choice(offers, keys) {
            Ok(accounts) => {
                let (grant, back) = (grant.clone(), self.state.at.clone());
                return self.settle(grant, accounts, back);
            }
            Err(code) => Some(code),
        };
        self.state.at = At::Accounts {
            grant: grant.clone(),
            offers: offers.clone(),
            from: from.clone(),
            trouble,
        };
    }

    fn settle(&mut self, grant: Vec<u8>, accounts: Vec<String>, back: At) {
        let Some(bank) = &self.state.bank else {
            return;
        };
        let effect = Effect::Settle {
            institution: bank.id.clone(),
            grant: Grant::from_bytes(grant),
            accounts,
        };
        self.wait(Errand::Settle, back, effect);
    }

    /// The Item is written, or it could not be.
    pub(super) fn settled(&mut self, result: Result<Settled, ErrorCode>) {
        let At::Waiting {
            errand: Errand::Settle,
            back,
            closing,
        } = &self.state.at
        else {
            return;
        };
        let (back, closing) = (At::clone(back), *closing);
        match (result, &self.state.bank) {
            (Ok(settled), Some(bank)) => {
                let linked = Linked {
                    institution: bank.id.clone(),
                    name: bank.name.clone(),
                    public_token: settled.public_token.expose().to_owned(),
                    accounts: settled.accounts,
                    handed_off: false,
                };
                self.state.linked.push(linked);
                self.arrive(At::Connected);
            }
            (Err(code), _) => self.not_settled(code, back),
            (Ok(_), None) => self.fail(ErrorCode::InternalServerError, back),
        }
        if closing {
            self.close();
        }
    }

    fn not_settled(&mut self, code: ErrorCode, back: At) {
        let of_the_grant = matches!(
            code,
            ErrorCode::AccessNotGranted | ErrorCode::InvalidCredentials | ErrorCode::ItemLoginRequired
        );
        // Choosing other accounts cannot mend a grant that lacks something.
        let back = match back {
            At::Accounts { from, .. } if of_the_grant => *from,
            back => back,
        };
        self.grant_refused(code, back);
    }
}

impl Plan {
    /// The bank's ids of the accounts that these keys of the pane name, in the bank's order.
    fn choice(&self, offers: &[Offer], keys: &[String]) -> Result<Vec<String>, ErrorCode> {
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

/// What the page sends for an account.
pub(super) fn key_of(index: usize) -> String {
    index.to_string()
}
