//! Taking a session forward: one pure step, stored; its effect run; what came of that fed back, until the
//! session waits for the person again.
//!
//! The state is stored before its effect runs, and no bank is asked inside a transaction. Somebody else may take
//! the session forward meanwhile (the person closed Link): what came of the effect then meets the session as
//! it is, if the session still waits for this very effect.

use super::flow::{self, Done, Effect, Input, Outcome};
use super::record::{Next, Session};
use super::settle::Settling;
use crate::Engine;
use selvedge_banks::BankError;
use selvedge_banks::connector::{Presence, Resume, SignIn, Step, Visit};
use selvedge_banks::institution::Institution;
use selvedge_model::id::InstitutionId;
use selvedge_model::{Ctx, Error, ErrorCode, limits};
use selvedge_store::Failure;
use selvedge_wire::callback::CallbackEvent;

/// A session that was taken forward, and what the page is told of that.
pub(super) struct Driven {
    pub(super) session: Session,
    pub(super) events: Vec<CallbackEvent>,
}

/// Why a write that belongs to a step was undone.
pub(super) enum Stop {
    /// The session was somewhere else by then.
    Lost,
    /// Something failed.
    Failed(Error),
}

impl From<Error> for Stop {
    fn from(error: Error) -> Self {
        Self::Failed(error)
    }
}

impl From<Failure> for Stop {
    fn from(failure: Failure) -> Self {
        Self::Failed(failure.into())
    }
}

impl Engine {
    /// Takes a session forward by one input and all that follows from it. `None` when somebody else took it
    /// forward first, and the input did nothing.
    pub(super) async fn drive(
        &self,
        ctx: &Ctx<'_>,
        session: Session,
        input: Input,
    ) -> Result<Option<Driven>, Error> {
        let outcome = self.step(&session, input);
        if outcome.effect.is_none() && outcome.told.is_empty() && outcome.state == session.state {
            let events = Vec::new();
            return Ok(Some(Driven { session, events }));
        }
        match self.store_step(ctx, &session, outcome).await? {
            None => Ok(None),
            // On the heap: what follows may be a whole sign-in.
            Some((driven, effect)) => Box::pin(self.follow(ctx, driven, effect)).await.map(Some),
        }
    }

    /// Runs an effect and all that follows from it.
    pub(super) async fn follow(
        &self,
        ctx: &Ctx<'_>,
        mut driven: Driven,
        mut effect: Option<Effect>,
    ) -> Result<Driven, Error> {
        while let Some(running) = effect.take() {
            let followed = match running {
                Effect::Settle {
                    institution,
                    grant,
                    accounts,
                } => {
                    let settling = Settling {
                        institution: &institution,
                        grant: &grant,
                        accounts: &accounts,
                    };
                    self.settle(ctx, &driven.session, settling).await?
                }
                asking @ (Effect::SignIn { .. }
                | Effect::Resume { .. }
                | Effect::Authorize { .. }
                | Effect::Redeem { .. }
                | Effect::Regain
                | Effect::Accounts { .. }) => {
                    let done = self.perform(ctx, &driven.session, asking).await?;
                    self.feed(ctx, &driven.session, &done).await?
                }
            };
            let Some((next, then)) = followed else {
                // The session went another way meanwhile, and the page sees which.
                driven.session = self
                    .session_again(&driven.session.team, &driven.session.id)
                    .await?;
                break;
            };
            driven.session = next.session;
            driven.events.extend(next.events);
            effect = then;
        }
        Ok(driven)
    }

    /// What an input makes of a session.
    pub(super) fn step(&self, session: &Session, input: Input) -> Outcome {
        flow::step(&session.terms.plan, &self.catalogue, session.state.clone(), input)
    }

    /// Stores a step; with the effect that is to run then.
    pub(super) async fn store_step(
        &self,
        ctx: &Ctx<'_>,
        session: &Session,
        mut outcome: Outcome,
    ) -> Result<Option<(Driven, Option<Effect>)>, Error> {
        let effect = outcome.effect.take();
        let Next {
            commit,
            session,
            events,
        } = self.next(ctx, session, (outcome, effect.is_some())).await?;
        let written = self
            .store
            .write(move |tx| {
                Box::pin(async move {
                    if commit.write(tx).await? {
                        Ok(())
                    } else {
                        Err(Stop::Lost)
                    }
                })
            })
            .await;
        match written {
            Ok(()) => Ok(Some((Driven { session, events }, effect))),
            Err(Stop::Lost) => Ok(None),
            Err(Stop::Failed(error)) => Err(error),
        }
    }

    /// Feeds back what came of an effect, to the session as it is by now. `None` when it no longer waits for it.
    pub(super) async fn feed(
        &self,
        ctx: &Ctx<'_>,
        began: &Session,
        done: &Done,
    ) -> Result<Option<(Driven, Option<Effect>)>, Error> {
        let mut session = began.clone();
        while session.running == began.running {
            let outcome = self.step(&session, Input::Done(Box::new(again(done))));
            if let Some(stored) = self.store_step(ctx, &session, outcome).await? {
                return Ok(Some(stored));
            }
            session = self.session_again(&began.team, &began.id).await?;
        }
        Ok(None)
    }

    async fn perform(&self, ctx: &Ctx<'_>, session: &Session, effect: Effect) -> Result<Done, Error> {
        let visit = Visit {
            now: ctx.now,
            interaction_id: ctx.request_id,
        };
        Ok(match effect {
            Effect::SignIn {
                institution,
                username,
                password,
            } => Done::SignedIn(match self.bank_of(&institution) {
                Ok(institution) => {
                    let request = SignIn {
                        institution,
                        username: &username,
                        password: &password,
                        presence: Presence::Attended,
                    };
                    self.bank.sign_in(&visit, request).await
                }
                Err(error) => Err(error),
            }),
            Effect::Resume {
                institution,
                pending,
                answers,
            } => Done::SignedIn(match self.bank_of(&institution) {
                Ok(institution) => {
                    let request = Resume {
                        institution,
                        state: &pending,
                        answers: &answers,
                    };
                    self.bank.resume(&visit, request).await
                }
                Err(error) => Err(error),
            }),
            Effect::Authorize { institution } => {
                Done::Authorized(self.authorize(ctx, session, &institution).await?)
            }
            Effect::Redeem { institution, code } => {
                Done::SignedIn(self.redeem(ctx, session, (&institution, &code)).await?)
            }
            Effect::Regain => Done::SignedIn(self.regain(ctx, session).await?.map(Step::Done)),
            Effect::Accounts { grant, .. } => Done::Accounts(self.listing(ctx, session, &grant).await?),
            // Settling writes, so it does not come here.
            Effect::Settle { .. } => Done::Settled(Err(ErrorCode::InternalServerError)),
        })
    }

    pub(super) fn bank_of(&self, id: &InstitutionId) -> Result<&Institution, BankError> {
        self.catalogue
            .find(id)
            .ok_or(BankError::InstitutionNoLongerSupported)
    }

    /// The session as time left it: an effect that was cut off is given up, and with its link token the
    /// session ends.
    pub(super) async fn awake(&self, ctx: &Ctx<'_>, mut session: Session) -> Result<Session, Error> {
        if session.is_cut_off(ctx.now, limits::LINK_EFFECT_TIME) {
            session = self.nudge(ctx, session, Input::Interrupted).await?;
        }
        if session.expires_at <= ctx.now {
            session = self.nudge(ctx, session, Input::Expire).await?;
        }
        Ok(session)
    }

    /// Takes a session forward by an input that nobody waits for; how it is then.
    pub(super) async fn nudge(
        &self,
        ctx: &Ctx<'_>,
        session: Session,
        input: Input,
    ) -> Result<Session, Error> {
        let (team, id) = (session.team.clone(), session.id.clone());
        match self.drive(ctx, session, input).await? {
            Some(driven) => Ok(driven.session),
            None => self.session_again(&team, &id).await,
        }
    }
}

/// The same result once more: a session that was taken forward meanwhile is told of it again.
fn again(done: &Done) -> Done {
    match done {
        Done::SignedIn(result) => Done::SignedIn(match result {
            Ok(Step::Done(grant)) => Ok(Step::Done(grant.clone())),
            Ok(Step::Challenge(challenge)) => Ok(Step::Challenge(challenge.clone())),
            Err(error) => Err(error.clone()),
        }),
        Done::Authorized(result) => Done::Authorized(result.clone()),
        Done::Accounts(result) => Done::Accounts(result.clone()),
        Done::Settled(result) => Done::Settled(result.clone()),
    }
}
