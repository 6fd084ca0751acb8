//! Picking a bank: which ones are offered, whether a picked one fits, and what to say when it does not.

use super::pane::Bank;
use super::plan::Plan;
use super::state::At;
use super::turn::Turn;
use selvedge_banks::Catalogue;
use selvedge_banks::institution::{Health, Institution};
use selvedge_model::id::InstitutionId;
use selvedge_model::limits;
use selvedge_wire::callback::{EventName, MatchReason};

impl Plan {
    /// How a bank is for this session: its own health, and unsupported where it does not serve the app's
    /// countries, lacks a product or is not on the app's list.
    pub fn health_of(&self, institution: &Institution) -> Health {
        let listed = self.only_banks.is_empty() || self.only_banks.contains(&institution.id);
        let able = self
            .products
            .iter()
            .all(|product| product.is_per_call() || institution.supports(*product));
        if listed && able && institution.serves(&self.countries) {
            institution.health
        } else {
            Health::Unsupported
        }
    }

    /// Whether a bank is among those that are offered.
    pub fn offers(&self, institution: &Institution) -> bool {
        self.health_of(institution) != Health::Unsupported
    }

    /// The bank of the routing number that the app knows; none where several have it.
    pub fn matched<'a>(&self, banks: &'a Catalogue) -> Option<&'a Institution> {
        banks
            .by_routing_number(self.routing_number.as_ref()?)
            .filter(|bank| self.offers(bank))
    }

    /// The first banks to offer, and whether the first of them is there because its routing number is known.
    pub fn first_banks(&self, banks: &Catalogue) -> (Vec<Bank>, bool) {
        let matched = self.matched(banks);
        let rest: Vec<&Institution> = if self.only_banks.is_empty() {
            banks.offered(&self.countries, &self.products)
        } else {
            self.only_banks.iter().filter_map(|id| banks.find(id)).collect()
        };
        let rest = rest
            .into_iter()
            .filter(|bank| self.offers(bank) && matched.is_none_or(|matched| matched.id != bank.id));
        let shown = matched.into_iter().chain(rest).take(limits::BANKS_FIRST_SHOWN);
        (shown.map(Bank::of).collect(), matched.is_some())
    }
}

impl Turn<'_> {
    /// The person searched and paused; the same search counts once.
    pub(super) fn search(&mut self, query: &str) {
        if matches!(self.state.at, At::Institutions) {
            self.note_search(query);
        }
    }

    fn note_search(&mut self, query: &str) {
        let query: String = query.trim().chars().take(limits::SEARCH_CHARS).collect();
        if query.is_empty() || self.state.query.as_ref() == Some(&query) {
            return;
        }
        self.state.query = Some(query.clone());
        self.tell_with(EventName::SearchInstitution, |told| told.query = Some(query));
    }

    /// The person picks a bank.
    pub(super) fn choose(&mut self, institution: &InstitutionId, query: Option<&str>) {
        if !matches!(self.state.at, At::Institutions) {
            return;
        }
        let Some(institution) = self.banks.find(institution) else {
            return;
        };
        self.note_search(query.unwrap_or_default());
        self.choose_bank(institution);
        self.enter_bank();
    }

    /// Takes a bank and tells of it.
    pub(super) fn choose_bank(&mut self, institution: &Institution) {
        self.take_bank(institution);
        let matched = self.plan.matched(self.banks);
        if matched.is_some_and(|matched| matched.id == institution.id) {
            self.tell_with(EventName::MatchedSelectInstitution, |told| {
                told.matched = Some(MatchReason::RoutingNumber);
            });
        }
        self.tell(EventName::SelectInstitution);
    }

    /// Goes on with the picked bank, or says why that cannot be.
    pub(super) fn enter_bank(&mut self) {
        let Some(institution) = self.institution() else {
            return self.pick_a_bank();
        };
        let health = self.plan.health_of(institution);
        let event = match health {
            Health::Healthy => return self.sign_in(),
            Health::Degraded => EventName::SelectDegradedInstitution,
            Health::Down => EventName::SelectDownInstitution,
            Health::Unsupported => EventName::SelectFilteredInstitution,
        };
        self.tell(event);
        self.state.at = At::Unwell(health);
    }

    /// The person read what is wrong with the bank.
    pub(super) fn go_on(&mut self) {
        match self.state.at {
            At::Unwell(Health::Healthy | Health::Degraded) => self.sign_in(),
            At::Unwell(Health::Down | Health::Unsupported) => self.another_bank(),
            At::Failed { .. } => self.retry(),
            At::Connected | At::Expired => self.finish(),
            At::Closed
            | At::Consent
            | At::Stored
            | At::Institutions
            | At::Credentials(_)
            | At::Challenge { .. }
            | At::Oauth { .. }
            | At::Waiting { .. }
            | At::Accounts { .. }
            | At::Leaving(_)
            | At::Over { .. } => {}
        }
    }

    /// The person picks another bank; an Item stays with its own.
    pub(super) fn another_bank(&mut self) {
        let chosen = matches!(
            self.state.at,
            At::Unwell(_)
                | At::Credentials(_)
                | At::Challenge { .. }
                | At::Oauth { .. }
                | At::Accounts { .. }
                | At::Failed { .. }
        );
        if chosen && !self.is_update() {
            self.pick_a_bank();
        }
    }

    fn pick_a_bank(&mut self) {
        self.state.bank = None;
        self.arrive(At::Institutions);
    }
}
