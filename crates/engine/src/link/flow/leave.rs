//! The ways out: finished, left, closed for good, run out of time; and one pane back.

use super::effect::Ending;
use super::plan::{Plan, Purpose};
use super::show;
use super::start::consents;
use super::state::{At, Errand, State};
use super::turn::Turn;
use selvedge_model::ErrorCode;
use selvedge_wire::callback::EventName;

/// How a session ended; `None` while it lasts.
pub fn ending(state: &State) -> Option<Ending> {
    let At::Over { status } = &state.at else {
        return None;
    };
    Some(if state.has_linked() {
        Ending::Success
    } else {
        Ending::Exit {
            error: state.error,
            status: *status,
        }
    })
}

/// Where one pane back leads; `None` where nothing is before.
pub(super) fn before(plan: &Plan, state: &State) -> Option<At> {
    let named = state.bank.is_some() && plan.begin_with == state.bank.as_ref().map(|bank| bank.id.clone());
    let before_bank = match &plan.purpose {
        Purpose::Update { .. } => consents(plan).then_some(At::Consent),
        Purpose::Link if named && state.linked.is_empty() => Some(At::Consent),
        Purpose::Link => Some(At::Institutions),
    };
    match &state.at {
        At::Institutions if state.linked.is_empty() => Some(At::Consent),
        At::Institutions => Some(At::Connected),
        At::Unwell(_) | At::Credentials(_) | At::Oauth { .. } => before_bank,
        At::Challenge { .. } => Some(At::Credentials(None)),
        At::Accounts { from, .. } if matches!(from.as_ref(), At::Stored) => before_bank,
        At::Accounts { from, .. } => Some(At::clone(from)),
        At::Leaving(at) => Some(At::clone(at)),
        At::Closed
        | At::Consent
        | At::Stored
        | At::Waiting { .. }
        | At::Failed { .. }
        | At::Connected
        | At::Expired
        | At::Over { .. } => None,
    }
}

impl Turn<'_> {
    /// One pane back.
    pub(super) fn back(&mut self) {
        match before(self.plan, &self.state) {
            Some(at @ At::Institutions) => {
                self.state.bank = None;
                self.arrive(at);
            }
            Some(at @ At::Connected) => {
                let last = self.state.linked.last();
                let found = last.and_then(|linked| self.banks.find(&linked.institution));
                if let Some(bank) = found {
                    self.take_bank(bank);
                    self.arrive(at);
                }
            }
            Some(at @ At::Oauth { .. }) if !matches!(self.state.at, At::Leaving(_)) => self.go_on_at(at),
            Some(at) => self.arrive(at),
            None => {}
        }
    }

    /// The person stays after all.
    pub(super) fn stay(&mut self) {
        if matches!(self.state.at, At::Leaving(_)) {
            self.back();
        }
    }

    /// The person wants to close Link. Once a bank was chosen there is something to lose, so it is asked.
    pub(super) fn leave(&mut self) {
        let at = &self.state.at;
        let loses = matches!(
            at,
            At::Credentials(_)
                | At::Challenge { .. }
                | At::Oauth { .. }
                | At::Accounts { .. }
                | At::Failed { .. }
        );
        if loses {
            let at = at.clone();
            self.arrive(At::Leaving(Box::new(at)));
        } else {
            self.close();
        }
    }

    /// Link is closed for good.
    pub(super) fn close(&mut self) {
        if let At::Waiting {
            errand: Errand::Settle,
            closing,
            ..
        } = &mut self.state.at
        {
            // The Item may be written by now: what came of it decides how the session ends.
            *closing = true;
        } else if matches!(self.state.at, At::Closed) {
            self.state.at = At::Over { status: None };
        } else if matches!(self.state.at, At::Connected) {
            self.finish();
        } else if !self.state.is_over() {
            self.exit();
        }
    }

    /// Ends a session that is not at its goal. With a bank linked before it is a success all the same, and that
    /// bank was told of already: what is left then is only the way to another one, so no error is named.
    pub(super) fn exit(&mut self) {
        let (error, status) = show::standing(&self.state);
        let error = error.filter(|_| !self.state.has_linked());
        self.tell_with(EventName::Exit, |told| {
            told.error = error;
            told.status = status;
        });
        self.state.at = At::Over { status };
    }

    /// The person is done.
    pub(super) fn finish(&mut self) {
        if matches!(self.state.at, At::Connected) {
            if !self.hand_off() {
                // Told before, or removed since: the last event says that Link was left all the same.
                return self.exit();
            }
            self.state.at = At::Over { status: None };
        } else if matches!(self.state.at, At::Expired) {
            self.exit();
        }
    }

    /// Tells, once for each Item, that the app has it; says whether it did.
    fn hand_off(&mut self) -> bool {
        let last = self.state.linked.last_mut().filter(|linked| !linked.gone);
        let is_news = last.is_some_and(|linked| !std::mem::replace(&mut linked.handed_off, true));
        if is_news {
            self.tell(EventName::Handoff);
        }
        is_news
    }

    /// The app removed what is linked at `place`.
    pub(super) fn forget(&mut self, place: usize) {
        if let Some(linked) = self.state.linked.get_mut(place) {
            linked.public_token.clear();
            linked.accounts.clear();
            linked.gone = true;
        }
    }

    /// The person links another bank.
    pub(super) fn another(&mut self) {
        if matches!(self.state.at, At::Connected) && show::several(self.plan) {
            self.hand_off();
            self.state.bank = None;
            self.arrive(At::Institutions);
        }
    }

    /// The link token ended.
    pub(super) fn expire(&mut self) {
        let lasts = matches!(
            self.state.at,
            At::Closed | At::Waiting { .. } | At::Connected | At::Expired | At::Over { .. }
        );
        if !lasts {
            self.expire_now();
        }
    }

    /// The link token ends here and now.
    pub(super) fn expire_now(&mut self) {
        self.tell_error(ErrorCode::InvalidLinkToken);
        self.arrive(At::Expired);
    }
}
