//! Opening Link, the consent, and the beginning of a connection with a bank.

use super::effect::{Effect, Told};
use super::plan::{Plan, Purpose};
use super::state::{At, Errand};
use super::turn::{Turn, view_of};
use selvedge_banks::institution::Institution;
use selvedge_model::ErrorCode;
use selvedge_wire::callback::{EventName, ViewName};

impl Turn<'_> {
    /// Link was opened.
    pub(super) fn open(&mut self) {
        if !matches!(self.state.at, At::Closed) {
            return;
        }
        let update = self.is_update();
        let opened = |view| {
            move |told: &mut Told| {
                told.view = view;
                told.update = Some(update);
            }
        };
        match first_bank(self.plan, self.banks) {
            First::Any => {
                self.state.at = At::Consent;
                self.tell_with(EventName::Open, opened(Some(ViewName::Consent)));
            }
            First::Named(institution) => {
                self.tell_with(EventName::Open, opened(Some(ViewName::Consent)));
                self.choose_bank(institution);
                self.arrive(At::Consent);
            }
            First::Item(institution) => {
                self.take_bank(institution);
                self.state.at = At::Consent;
                if consents(self.plan) {
                    self.tell_with(EventName::Open, opened(Some(ViewName::Consent)));
                } else {
                    self.begin();
                    let view = view_of(&self.state.at);
                    self.tell_with(EventName::Open, opened(view));
                }
            }
            First::Gone => {
                self.tell_with(EventName::Open, opened(None));
                self.fail(ErrorCode::InstitutionNoLongerSupported, At::Stored);
            }
        }
    }

    /// The page is back from a bank and opened Link again.
    pub(super) fn reopen(&mut self) {
        if matches!(self.state.at, At::Closed) {
            return self.open();
        }
        if self.state.is_over() {
            return;
        }
        let (held, update) = (self.state.held.take(), self.is_update());
        self.tell_with(EventName::Open, |told| told.update = Some(update));
        self.state.held = held;
        self.page_is_back();
        // The way to the bank was used up, and nothing came of it.
        if matches!(self.state.at, At::Oauth { left: true, .. }) {
            self.authorize();
        }
    }

    /// The person agrees to what is shared.
    pub(super) fn agree(&mut self) {
        if !matches!(self.state.at, At::Consent) {
            return;
        }
        if self.is_update() {
            self.connect();
        } else if self.state.bank.is_some() {
            self.enter_bank();
        } else {
            self.arrive(At::Institutions);
        }
    }

    /// The person looks at what exactly is shared. However often they do, it is told once for a pane.
    pub(super) fn show_data_types(&mut self) {
        if matches!(
            self.state.at,
            At::Consent | At::Credentials(_) | At::Oauth { .. } | At::Accounts { .. }
        ) {
            let view = view_of(&self.state.at);
            if std::mem::replace(&mut self.state.types_seen, view) != view {
                self.tell(EventName::ViewDataTypes);
            }
        }
    }

    /// Begins the connection and tells of the pane that the person sees.
    pub(super) fn connect(&mut self) {
        self.begin();
        if matches!(self.state.at, At::Credentials(_)) {
            self.tell_view(ViewName::Credential, None);
        }
    }

    /// Begins the connection: with the grant that the Item has, where that may be enough.
    fn begin(&mut self) {
        let regain = match &self.plan.purpose {
            Purpose::Link => false,
            // The stored grant knows only the accounts that were chosen on the bank's own pages.
            Purpose::Update {
                sign_in,
                choose_accounts,
                ..
            } => !(*sign_in || *choose_accounts && self.institution().is_some_and(|bank| bank.oauth)),
        };
        if regain {
            self.wait(Errand::Regain, At::Stored, Effect::Regain);
        } else {
            self.begin_sign_in();
        }
    }

    /// The person signs in: here, or on the bank's own pages.
    pub(super) fn sign_in(&mut self) {
        self.begin_sign_in();
        if matches!(self.state.at, At::Credentials(_)) {
            self.tell_view(ViewName::Credential, None);
        }
    }

    fn begin_sign_in(&mut self) {
        if self.institution().is_some_and(|bank| bank.oauth) {
            self.authorize();
        } else {
            self.state.at = At::Credentials(None);
        }
    }
}

/// With which bank a session begins.
enum First<'a> {
    /// One that the person picks.
    Any,
    /// The one that was named.
    Named(&'a Institution),
    /// The Item's.
    Item(&'a Institution),
    /// The Item's, which is no longer there.
    Gone,
}

fn first_bank<'a>(plan: &Plan, banks: &'a selvedge_banks::Catalogue) -> First<'a> {
    match &plan.purpose {
        Purpose::Update { institution, .. } => banks.find(institution).map_or(First::Gone, First::Item),
        Purpose::Link => plan
            .begin_with
            .as_ref()
            .and_then(|id| banks.find(id))
            .map_or(First::Any, First::Named),
    }
}

/// Whether a session begins with the consent.
pub(super) const fn consents(plan: &Plan) -> bool {
    match plan.purpose {
        Purpose::Link => true,
        Purpose::Update { consent, .. } => consent,
    }
}
