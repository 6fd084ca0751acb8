//! A session as the database keeps it: opened from its row, and taken forward one step at a time.
//!
//! A step counts only if the session is still where the step began, so of two runners one wins. What a step
//! tells, and what the app is told by webhook, is written with it.

use super::flow::{self, At, Ending, Outcome, State, Told};
use super::news::News;
use super::terms::Terms;
use crate::Engine;
use jiff::{SignedDuration, Timestamp, Unit};
use selvedge_model::id::{TeamId, uuid};
use selvedge_model::limits::SIGN_IN_TRIES;
use selvedge_model::{Ctx, Error, ErrorCode, Sensitive};
use selvedge_store::repo::links::FoundLinkToken;
use selvedge_store::repo::sessions::{Advance, NewSession, SessionEvent, SessionRow};
use selvedge_store::repo::webhooks::WebhookEvent;
use selvedge_store::{Failure, Tx};
use selvedge_vault::{Place, TokenHash};
use selvedge_wire::callback::{CallbackError, CallbackEvent, EventMetadata};
use selvedge_wire::endpoint::link::LinkExit;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// A session, opened.
#[derive(Clone)]
pub(super) struct Session {
    pub(super) team: TeamId,
    pub(super) id: String,
    pub(super) token_hash: Vec<u8>,
    pub(super) terms: Arc<Terms>,
    pub(super) state: State,
    /// The effect that runs, if one does.
    pub(super) running: Option<Running>,
    pub(super) step: i64,
    pub(super) expires_at: Timestamp,
    events: i64,
    last_event_at: Option<Timestamp>,
}

/// An effect that somebody runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Running {
    /// The step that began it: its name among the effects of the session.
    pub(super) step: i64,
    /// When it began.
    pub(super) since: Timestamp,
}

/// What changes with a step. Stored sealed.
#[derive(Serialize, Deserialize)]
struct Kept<S> {
    state: S,
    running: Option<Running>,
}

/// A step that is ready to be written.
pub(super) struct Commit {
    team: TeamId,
    advance: Advance,
    events: Vec<SessionEvent>,
    pub(super) webhooks: Vec<WebhookEvent>,
    told: Option<i64>,
    token: Vec<u8>,
    /// How many tries to sign in count more than before, or fewer.
    tries: i16,
    ends_token: bool,
}

/// A step with what it leads to.
pub(super) struct Next {
    pub(super) commit: Commit,
    pub(super) session: Session,
    pub(super) events: Vec<CallbackEvent>,
}

impl Engine {
    /// What a session's secret is stored and looked up by.
    pub(super) fn session_hash(&self, secret: &Sensitive) -> TokenHash {
        self.vault.hash_token(&format!("session {}", secret.expose()))
    }

    /// The session that a secret opens. A secret that opens none looks like a link token that ended.
    pub(super) async fn session_by(&self, secret: &Sensitive) -> Result<Session, Error> {
        let found = self.session_if_any(secret).await?;
        found.ok_or_else(|| ErrorCode::InvalidLinkToken.into())
    }

    /// The session that a secret opens, if it opens one.
    pub(super) async fn session_if_any(&self, secret: &Sensitive) -> Result<Option<Session>, Error> {
        let hash = self.session_hash(secret);
        let reader = self.store.reader();
        let found = reader.across_teams().session_by_secret(hash.as_bytes()).await?;
        found.map(|(team, row)| self.opened(team, row)).transpose()
    }

    /// The session with this id, as it is now.
    pub(super) async fn session_again(&self, team: &TeamId, id: &str) -> Result<Session, Error> {
        let row = self.store.reader().team(team).session(id).await?;
        self.opened(team.clone(), row.ok_or(ErrorCode::InvalidLinkToken)?)
    }

    fn opened(&self, team: TeamId, row: SessionRow) -> Result<Session, Error> {
        let terms = self
            .vault
            .open_team(&team, terms_place(&row.session_id), &row.terms)?;
        let kept: Kept<State> = match &row.state {
            Some(sealed) => {
                let kept = self
                    .vault
                    .open_team(&team, state_place(&row.session_id), sealed)?;
                serde_json::from_slice(&kept).map_err(Error::internal)?
            }
            // An Item that came of it was removed since.
            None => return Err(ErrorCode::InvalidLinkToken.into()),
        };
        Ok(Session {
            terms: Arc::new(serde_json::from_slice(&terms).map_err(Error::internal)?),
            state: State {
                tries: u8::try_from(row.tries).unwrap_or(u8::MAX),
                ..kept.state
            },
            running: kept.running,
            team,
            id: row.session_id,
            token_hash: row.token_hash,
            step: row.step,
            expires_at: row.expires_at,
            events: row.events,
            last_event_at: row.last_event_at,
        })
    }

    /// A session that was not opened yet, and its row.
    pub(super) fn fresh(
        &self,
        ctx: &Ctx<'_>,
        token: &FoundLinkToken,
        terms: Terms,
        (secret, way, origin): (&Sensitive, &str, Option<String>),
    ) -> Result<(Session, NewSession), Error> {
        let (team, id) = (token.team_id.clone(), uuid(ctx.entropy));
        let json = zeroize::Zeroizing::new(serde_json::to_vec(&terms).map_err(Error::internal)?);
        let row = NewSession {
            session_id: id.clone(),
            token_hash: token.hash.clone(),
            secret_hash: self.session_hash(secret).as_bytes().to_vec(),
            way: way.to_owned(),
            origin,
            terms: self.vault.seal_team(ctx, &team, terms_place(&id), &json),
            notify: terms.notify,
            started_at: ctx.now,
        };
        let session = Session {
            team,
            id,
            token_hash: token.hash.clone(),
            terms: Arc::new(terms),
            state: State::new(),
            running: None,
            step: 0,
            expires_at: token.row.expires_at,
            events: 0,
            last_event_at: None,
        };
        Ok((session, row))
    }

    /// Makes a step ready to be written, and says whether the caller runs an effect afterwards.
    pub(super) async fn next(
        &self,
        ctx: &Ctx<'_>,
        session: &Session,
        (outcome, runs_effect): (Outcome, bool),
    ) -> Result<Next, Error> {
        let step = session.step.saturating_add(1);
        let mut next = Session {
            state: outcome.state,
            step,
            running: session.running,
            ..session.clone()
        };
        if runs_effect {
            next.running = Some(Running { step, since: ctx.now });
        } else if !next.state.is_waiting() {
            next.running = None;
        }
        let events = next.stamp(ctx, outcome.told);
        let over = flow::ending(&next.state);
        let commit = Commit {
            team: next.team.clone(),
            advance: self.advance(ctx, session, &next, over.as_ref())?,
            events: bodies(&next, &events)?,
            webhooks: Vec::new(),
            told: None,
            token: next.token_hash.clone(),
            tries: i16::from(next.state.tries) - i16::from(session.state.tries),
            ends_token: ends_token(ctx, session, &next),
        };
        let mut next = Next {
            commit,
            session: next,
            events,
        };
        if let Some(ending) = over
            && next.session.terms.notify
        {
            self.tell_of_the_end(ctx, &mut next, &ending).await?;
        }
        Ok(next)
    }

    fn advance(
        &self,
        ctx: &Ctx<'_>,
        before: &Session,
        next: &Session,
        over: Option<&Ending>,
    ) -> Result<Advance, Error> {
        let kept = Kept {
            state: &next.state,
            running: next.running,
        };
        let kept = zeroize::Zeroizing::new(serde_json::to_vec(&kept).map_err(Error::internal)?);
        let outcome = match over {
            Some(Ending::Exit { .. }) => {
                let standing = next.standing(ctx.request_id);
                let exit = LinkExit {
                    error: standing.error,
                    metadata: (&standing.metadata).into(),
                };
                Some(serde_json::to_string(&exit).map_err(Error::internal)?)
            }
            Some(Ending::Success) | None => None,
        };
        Ok(Advance {
            session_id: next.id.clone(),
            from: before.step,
            state: self
                .vault
                .seal_team(ctx, &next.team, state_place(&next.id), &kept),
            events: next.events,
            last_event_at: next.last_event_at,
            outcome,
            at: ctx.now,
            finished_at: over.is_some().then_some(ctx.now),
        })
    }

    /// Adds to the last step of a session what the app is told of it.
    async fn tell_of_the_end(&self, ctx: &Ctx<'_>, next: &mut Next, ending: &Ending) -> Result<(), Error> {
        let session = &next.session;
        let mut events = self.events_after(&session.team, &session.id, -1).await?;
        events.extend(next.events.iter().cloned());
        next.commit.told = Some(session.events);
        for news in [News::Events(&events), News::Finished(ending)] {
            next.commit.webhooks.extend(self.link_news(ctx, session, news));
        }
        Ok(())
    }

    /// The events of a session that belong to steps after `step`.
    pub(super) async fn events_after(
        &self,
        team: &TeamId,
        session: &str,
        step: i64,
    ) -> Result<Vec<CallbackEvent>, Error> {
        let bodies = self
            .store
            .reader()
            .team(team)
            .link_events_after(session, step)
            .await?;
        bodies
            .iter()
            .map(|body| serde_json::from_str(body).map_err(Error::internal))
            .collect()
    }
}

impl Commit {
    /// Writes the step; false when the session is no longer where the step began, or its link token takes no
    /// more tries. To be called in a transaction that is undone then.
    pub(super) async fn write(&self, tx: &Tx) -> Result<bool, Failure> {
        let scope = tx.team(&self.team);
        let id = &self.advance.session_id;
        if !scope.advance_session(&self.advance).await? {
            return Ok(false);
        }
        for event in &self.events {
            scope.insert_link_event(id, event).await?;
        }
        for webhook in &self.webhooks {
            scope.insert_event(webhook).await?;
        }
        if let Some(told) = self.told {
            scope.set_told(id, told).await?;
        }
        let (token, at) = (&self.token, self.advance.at);
        if self.tries > 0 && !scope.begin_try(token, i64::from(SIGN_IN_TRIES), at).await? {
            return Ok(false);
        }
        if self.tries < 0 {
            scope.forgive_try(token).await?;
        }
        if self.ends_token {
            scope.end_link_token(token, at).await?;
        }
        Ok(true)
    }
}

impl Session {
    /// Whether the effect that runs was cut off.
    pub(super) fn is_cut_off(&self, now: Timestamp, allowed: SignedDuration) -> bool {
        let began = self.running.map(|running| running.since);
        self.state.is_waiting() && began.is_none_or(|since| now.duration_since(since) >= allowed)
    }

    /// Gives what was told its ids and times: to the millisecond, each later than the one before.
    fn stamp(&mut self, ctx: &Ctx<'_>, told: Vec<Told>) -> Vec<CallbackEvent> {
        let mut stamped = Vec::with_capacity(told.len());
        for told in told {
            let now = milliseconds(ctx.now);
            let at = self.last_event_at.map_or(now, |last| {
                let next = last
                    .saturating_add(SignedDuration::from_millis(1))
                    .unwrap_or(Timestamp::MAX);
                now.max(next)
            });
            self.last_event_at = Some(at);
            self.events = self.events.saturating_add(1);
            stamped.push(CallbackEvent {
                event_id: uuid(ctx.entropy),
                event_name: told.name,
                metadata: self.metadata(told, ctx.request_id, at),
            });
        }
        stamped
    }

    fn metadata(&self, told: Told, request_id: &str, timestamp: Timestamp) -> EventMetadata {
        let error = told.error.map(|code| CallbackError::from(&Error::new(code)));
        let (institution_id, institution_name) = told
            .bank
            .map(|bank| (bank.id.as_str().to_owned(), bank.name))
            .unzip();
        EventMetadata {
            account_number_mask: None,
            brand_name: None,
            error_code: error.as_ref().map(|error| error.error_code.clone()),
            error_message: error.as_ref().map(|error| error.error_message.clone()),
            error_type: error.map(|error| error.error_type),
            exit_status: told.status,
            institution_id,
            institution_name,
            institution_search_query: told.query,
            is_update_mode: told.update.map(|update| update.to_string()),
            link_session_id: self.id.clone(),
            match_reason: told.matched,
            mfa_type: told.mfa,
            request_id: request_id.to_owned(),
            routing_number: None,
            selection: None,
            timestamp,
            view_name: told.view,
            view_variant: None,
        }
    }
}

/// The events as they are stored.
fn bodies(next: &Session, events: &[CallbackEvent]) -> Result<Vec<SessionEvent>, Error> {
    let new = i64::try_from(events.len()).map_err(Error::internal)?;
    let first = next.events.saturating_sub(new);
    (first..)
        .zip(events)
        .map(|(position, event)| {
            Ok(SessionEvent {
                position,
                step: next.step,
                body: serde_json::to_string(event).map_err(Error::internal)?,
                created_at: event.metadata.timestamp,
            })
        })
        .collect()
}

/// Whether this step ends the link token before its time.
fn ends_token(ctx: &Ctx<'_>, before: &Session, next: &Session) -> bool {
    matches!(next.state.at, At::Expired)
        && !matches!(before.state.at, At::Expired)
        && before.expires_at > ctx.now
}

/// The moment as answers and events tell it.
pub(super) fn milliseconds(at: Timestamp) -> Timestamp {
    let mode = jiff::RoundMode::Trunc;
    at.round(jiff::TimestampRound::new().smallest(Unit::Millisecond).mode(mode))
        .unwrap_or(at)
}

fn terms_place(session: &str) -> Place<'_> {
    Place::new("link_sessions", "terms", session)
}

fn state_place(session: &str) -> Place<'_> {
    Place::new("link_sessions", "state", session)
}
