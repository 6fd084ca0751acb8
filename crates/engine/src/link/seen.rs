//! A session as its page sees it.

use super::driver::Driven;
use super::flow::{self, Bank, Ending};
use super::record::Session;
use super::view::{Callback, Ended, Standing, View};
use crate::Engine;
use selvedge_model::{Ctx, Error, Sensitive};
use selvedge_wire::Revealed;
use selvedge_wire::callback::{CallbackError, ExitMetadata, SuccessMetadata};
use selvedge_wire::endpoint::link::{LinkedAccount, LinkedInstitution};

impl Engine {
    /// What the page of a session gets.
    pub(super) fn view(&self, ctx: &Ctx<'_>, driven: Driven) -> View {
        let Driven { session, events } = driven;
        let plan = &session.terms.plan;
        let standing = session.standing(ctx.request_id);
        View {
            step: session.step,
            window_proof: self.window_proof(&session),
            pane: flow::pane(plan, &self.catalogue, &session.state),
            progress: flow::progress(&session.state),
            can_go_back: flow::can_go_back(plan, &session.state),
            ended: flow::ending(&session.state).map(|ending| Ended {
                callback: match ending {
                    Ending::Success => session.success(),
                    Ending::Exit { .. } => Callback::Exit(standing.clone()),
                },
                return_to: session.terms.return_to.clone(),
            }),
            look: session.terms.look.clone(),
            events,
            standing,
        }
    }
}

impl Session {
    /// What `onExit` would say.
    pub(super) fn standing(&self, request_id: &str) -> Standing {
        let (error, status) = flow::standing(&self.state);
        Standing {
            error: error.map(|code| CallbackError::from(&Error::new(code))),
            metadata: ExitMetadata {
                institution: self.state.bank.as_ref().map(institution),
                link_session_id: self.id.clone(),
                request_id: request_id.to_owned(),
                status,
            },
        }
    }

    /// What `onSuccess` says; of several Items nothing but that there are some.
    fn success(&self) -> Callback {
        let only = if self.terms.plan.several {
            None
        } else {
            self.state.standing_links().last()
        };
        let accounts = only.map(|linked| linked.accounts.clone()).unwrap_or_default();
        let account = one(&accounts);
        let public_token = only.map(|linked| Sensitive::from(linked.public_token.as_str()));
        Callback::Success {
            metadata: Box::new(SuccessMetadata {
                account_id: account.as_ref().map(|account| account.id.as_str().to_owned()),
                account,
                accounts,
                institution: only.map(|linked| LinkedInstitution {
                    institution_id: linked.institution.clone(),
                    name: linked.name.clone(),
                }),
                link_session_id: self.id.clone(),
                public_token: public_token.clone().map(Revealed),
                transfer_status: None,
            }),
            public_token,
        }
    }
}

fn one(accounts: &[LinkedAccount]) -> Option<LinkedAccount> {
    match accounts {
        [only] => Some(only.clone()),
        _ => None,
    }
}

fn institution(bank: &Bank) -> LinkedInstitution {
    LinkedInstitution {
        institution_id: bank.id.clone(),
        name: bank.name.clone(),
    }
}
