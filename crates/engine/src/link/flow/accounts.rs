//! From a grant to an Item: the accounts are listed, chosen among, and written.

use super::effect::{Effect, Listing, Login, Settled, Shared};
use super::pane::{Bank, WayOn, Why};
use super::plan::AccountMode;
use super::state::{At, Errand, Linked, Offer};
use super::turn::Turn;
use selvedge_banks::BankError;
use selvedge_banks::connector::Grant;
use selvedge_model::ErrorCode;

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
            if kept.is_empty() {
                self.fail_with(ErrorCode::NoAccounts, WayOn::Retry, back);
            } else {
                self.settle(grant, kept, back);
            }
            return;
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
        let Some(institution) = self.bank_id() else {
            return;
        };
        let effect = Effect::Settle {
            institution,
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
            (Ok(settled), Some(Bank { id, name })) => {
                let linked = Linked {
                    institution: id.clone(),
                    name: name.clone(),
                    public_token: settled.public_token.expose().to_owned(),
                    accounts: settled.accounts,
                    handed_off: false,
                    gone: false,
                };
                self.state.linked.push(linked);
                self.arrive(At::Connected);
            }
            (Err(code), _) if closing => self.give_up(code, back),
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
        let back = match (&back, of_the_grant) {
            (At::Accounts { from, .. }, true) => At::clone(from),
            _ => back,
        };
        if of_the_grant && matches!(back, At::Stored) {
            // The person chose and has to begin again: that needs a reason.
            self.tell_error(code);
            self.sign_in();
        } else {
            self.grant_refused(code, back);
        }
    }
}
