//! One step while it is worked out: the terms, the state so far, what was told and what is to be done.
//!
//! Only the small moves that every concern needs are here; what an input means is in the modules beside.

use super::effect::{Effect, Outcome, Told};
use super::pane::{Bank, WayOn};
use super::plan::{Plan, Purpose};
use super::state::{At, Errand, State};
use super::way_on;
use selvedge_banks::Catalogue;
use selvedge_banks::connector::Ask;
use selvedge_banks::institution::Institution;
use selvedge_model::ErrorCode;
use selvedge_model::id::InstitutionId;
use selvedge_wire::callback::{EventName, MfaType, ViewName};

/// One step while it is worked out.
pub(super) struct Turn<'a> {
    pub(super) plan: &'a Plan,
    pub(super) banks: &'a Catalogue,
    pub(super) state: State,
    told: Vec<Told>,
    effect: Option<Effect>,
    goes_away: bool,
}

impl<'a> Turn<'a> {
    pub(super) const fn new(plan: &'a Plan, banks: &'a Catalogue, state: State) -> Self {
        Self {
            plan,
            banks,
            state,
            told: Vec::new(),
            effect: None,
            goes_away: false,
        }
    }

    /// The step as it came out. While the page is away it is told nothing: that waits for it.
    pub(super) fn end(mut self) -> Outcome {
        let mut told = self.told;
        if let Some(held) = &mut self.state.held {
            held.append(&mut told);
        } else if self.goes_away {
            self.state.held = Some(Vec::new());
        }
        Outcome {
            state: self.state,
            told,
            effect: self.effect,
        }
    }

    /// The page is there: it hears first what it missed.
    pub(super) fn page_is_back(&mut self) {
        if let Some(mut held) = self.state.held.take() {
            self.told.append(&mut held);
        }
    }

    /// The page is left for the bank's.
    pub(super) const fn page_goes_away(&mut self) {
        self.goes_away = true;
    }

    /// Tells of an event with nothing but the bank.
    pub(super) fn tell(&mut self, name: EventName) {
        self.tell_with(name, |_told| ());
    }

    /// Tells of an event.
    pub(super) fn tell_with(&mut self, name: EventName, fill: impl FnOnce(&mut Told)) {
        let mut told = Told {
            name,
            bank: self.state.bank.clone(),
            view: None,
            mfa: None,
            error: None,
            status: None,
            query: None,
            matched: None,
            update: None,
        };
        fill(&mut told);
        self.told.push(told);
    }

    /// Tells of a change of panes.
    pub(super) fn tell_view(&mut self, view: ViewName, mfa: Option<MfaType>) {
        self.tell_with(EventName::TransitionView, |told| {
            told.view = Some(view);
            told.mfa = mfa;
        });
    }

    /// Tells of an error, which from now on is the last that the person met.
    pub(super) fn tell_error(&mut self, code: ErrorCode) {
        self.state.error = Some(code);
        self.tell_with(EventName::Error, |told| told.error = Some(code));
    }

    /// Goes to a pane.
    pub(super) fn arrive(&mut self, at: At) {
        let (view, mfa) = (view_of(&at), mfa_of(&at));
        self.state.at = at;
        if let Some(view) = view {
            self.tell_view(view, mfa);
        }
    }

    /// Has something done outside.
    pub(super) fn wait(&mut self, errand: Errand, back: At, effect: Effect) {
        self.state.at = At::Waiting {
            errand,
            back: Box::new(back),
            closing: false,
        };
        self.effect = Some(effect);
    }

    /// Goes to the pane of an error.
    pub(super) fn fail(&mut self, code: ErrorCode, back: At) {
        self.fail_with(code, way_on::of(self.plan, code), back);
    }

    /// Goes to the pane of an error that has a way on of its own.
    pub(super) fn fail_with(&mut self, code: ErrorCode, way_on: WayOn, back: At) {
        self.tell_error(code);
        self.arrive(At::Failed {
            code,
            way_on,
            back: Box::new(back),
        });
    }

    /// The chosen bank as the catalogue has it.
    pub(super) fn institution(&self) -> Option<&'a Institution> {
        self.banks.find(&self.state.bank.as_ref()?.id)
    }

    /// The id of the chosen bank.
    pub(super) fn bank_id(&self) -> Option<InstitutionId> {
        self.state.bank.as_ref().map(|bank| bank.id.clone())
    }

    /// Takes a bank.
    pub(super) fn take_bank(&mut self, institution: &Institution) {
        self.state.bank = Some(Bank::of(institution));
    }

    /// Whether an existing Item is updated.
    pub(super) const fn is_update(&self) -> bool {
        matches!(self.plan.purpose, Purpose::Update { .. })
    }
}

impl Bank {
    /// The bank of an institution.
    pub fn of(institution: &Institution) -> Self {
        Self {
            id: institution.id.clone(),
            name: institution.name.clone(),
        }
    }
}

/// How events name the pane of a state; `None` where they do not.
pub(super) const fn view_of(at: &At) -> Option<ViewName> {
    match at {
        At::Consent => Some(ViewName::Consent),
        At::Institutions => Some(ViewName::SelectInstitution),
        At::Credentials(_) => Some(ViewName::Credential),
        At::Challenge {
            ask: Ask::Captcha, ..
        } => Some(ViewName::Recaptcha),
        At::Challenge { .. } => Some(ViewName::Mfa),
        At::Oauth { .. } => Some(ViewName::Oauth),
        At::Waiting { .. } => Some(ViewName::Loading),
        At::Accounts { .. } => Some(ViewName::SelectAccount),
        At::Failed { .. } | At::Expired => Some(ViewName::Error),
        At::Connected => Some(ViewName::Connected),
        At::Leaving(_) => Some(ViewName::Exit),
        At::Closed | At::Stored | At::Unwell(_) | At::Over { .. } => None,
    }
}

/// The kind of second factor that a state asks for.
pub(super) const fn mfa_of(at: &At) -> Option<MfaType> {
    let At::Challenge { ask, .. } = at else {
        return None;
    };
    match ask {
        Ask::SendTo(_) => Some(MfaType::Device),
        Ask::Code { .. } => Some(MfaType::Code),
        Ask::Questions(_) => Some(MfaType::Questions),
        Ask::Selections(_) => Some(MfaType::Selections),
        Ask::Captcha => None,
    }
}
