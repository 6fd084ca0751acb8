//! Sessions of Link: where each one is, what happened in it, and what came of it.

use crate::repo::{AcrossTeams, Team};
use crate::sql::statements;
use crate::{Failure, Row};
use jiff::Timestamp;
use selvedge_model::id::{ItemId, TeamId};

/// A session as stored.
#[derive(Debug, Clone)]
pub struct SessionRow {
    /// Its id, which events name.
    pub session_id: String,
    /// The hash of the link token that it was opened with.
    pub token_hash: Vec<u8>,
    /// What does not change while it lasts, sealed.
    pub terms: Vec<u8>,
    /// Where it is, sealed; `None` once an Item that came of it was removed.
    pub state: Option<Vec<u8>>,
    /// How often it changed.
    pub step: i64,
    /// How many events it has.
    pub events: i64,
    /// When the last of them was.
    pub last_event_at: Option<Timestamp>,
    /// When it was opened.
    pub started_at: Timestamp,
    /// When it last changed.
    pub touched_at: Timestamp,
    /// When it ended.
    pub finished_at: Option<Timestamp>,
    /// When its link token ends.
    pub expires_at: Timestamp,
    /// How many tries to sign in count against its link token.
    pub tries: i64,
}

/// A new session.
#[derive(Debug, Clone)]
pub struct NewSession {
    /// Its id.
    pub session_id: String,
    /// The hash of its link token.
    pub token_hash: Vec<u8>,
    /// The hash of its secret.
    pub secret_hash: Vec<u8>,
    /// Where Link runs.
    pub way: String,
    /// The origin of the page that embeds it.
    pub origin: Option<String>,
    /// What does not change, sealed.
    pub terms: Vec<u8>,
    /// Whether the app is told of it by webhook.
    pub notify: bool,
    /// When it was opened.
    pub started_at: Timestamp,
}

/// One step forward.
#[derive(Debug, Clone)]
pub struct Advance {
    /// The session.
    pub session_id: String,
    /// The step that it is at before.
    pub from: i64,
    /// Where it is then, sealed.
    pub state: Vec<u8>,
    /// How many events it has then.
    pub events: i64,
    /// When the last of them was.
    pub last_event_at: Option<Timestamp>,
    /// How it was left, as JSON, once it was left without success.
    pub outcome: Option<String>,
    /// Now.
    pub at: Timestamp,
    /// Set to now once it is over.
    pub finished_at: Option<Timestamp>,
}

/// An event of a session.
#[derive(Debug, Clone)]
pub struct SessionEvent {
    /// Its place among the session's events.
    pub position: i64,
    /// The step that it belongs to.
    pub step: i64,
    /// The event as the page gets it, JSON.
    pub body: String,
    /// When it was.
    pub created_at: Timestamp,
}

/// What `/link/token/get` shows of a session, but its events and results.
#[derive(Debug, Clone)]
pub struct SessionSummary {
    /// Its id.
    pub session_id: String,
    /// When it was opened.
    pub started_at: Timestamp,
    /// When it ended.
    pub finished_at: Option<Timestamp>,
    /// How it was left, JSON.
    pub outcome: Option<String>,
}

/// The columns of [`SessionRow`], of a session `s` with its token `t`.
macro_rules! session_columns {
    () => {
        "s.session_id, s.token_hash, s.terms, s.state, s.step, s.events, s.last_event_at, s.started_at, \
         s.touched_at, s.finished_at, t.expires_at, t.tries FROM link_sessions s \
         JOIN link_tokens t ON t.team_id = s.team_id AND t.token_hash = s.token_hash"
    };
}

statements! {
    INSERT_SESSION = "\
        INSERT INTO link_sessions (team_id, session_id, token_hash, secret_hash, way, origin, terms, step, events, \
          notify, told, started_at, touched_at) VALUES ($1, $2, $3, $4, $5, $6, $7, 0, 0, $8, 0, $9, $9)";
    COUNT_SESSIONS = "SELECT COUNT(*) FROM link_sessions WHERE team_id = $1 AND token_hash = $2";
    FIND_SESSION = concat!(
        "SELECT ", session_columns!(), " WHERE s.team_id = $1 AND s.session_id = $2"
    );
    FIND_SESSION_BY_SECRET = concat!(
        "SELECT s.team_id, ", session_columns!(), " WHERE s.secret_hash = $1"
    );
    ADVANCE_SESSION = "\
        UPDATE link_sessions SET state = $1, step = step + 1, events = $2, last_event_at = $3, outcome = $4, \
          touched_at = $5, finished_at = $6 \
        WHERE team_id = $7 AND session_id = $8 AND step = $9 AND finished_at IS NULL";
    SET_SESSION_SECRET = "\
        UPDATE link_sessions SET secret_hash = $1 WHERE team_id = $2 AND session_id = $3";
    SESSIONS_OF_TOKEN = "\
        SELECT session_id, started_at, finished_at, outcome FROM link_sessions \
        WHERE team_id = $1 AND token_hash = $2 ORDER BY started_at DESC, session_id";
    INSERT_LINK_EVENT = "\
        INSERT INTO link_events (team_id, session_id, position, step, body, created_at) \
        VALUES ($1, $2, $3, $4, $5, $6)";
    LINK_EVENTS_AFTER = "\
        SELECT body FROM link_events WHERE team_id = $1 AND session_id = $2 AND step > $3 ORDER BY position";
    LINK_EVENTS_OF_TOKEN = "\
        SELECT e.session_id, e.body FROM link_events e \
        JOIN link_sessions s ON s.team_id = e.team_id AND s.session_id = e.session_id \
        WHERE s.team_id = $1 AND s.token_hash = $2 ORDER BY e.session_id, e.position";
    INSERT_LINK_RESULT = "\
        INSERT INTO link_results (team_id, session_id, item_id, position, body) \
        VALUES ($1, $2, $3, $4, $5)";
    LINK_RESULTS_OF_TOKEN = "\
        SELECT r.session_id, r.position, r.body FROM link_results r \
        JOIN link_sessions s ON s.team_id = r.team_id AND s.session_id = r.session_id \
        WHERE s.team_id = $1 AND s.token_hash = $2 ORDER BY r.session_id, r.position";
    OPEN_RESULTS_OF_ITEM = "\
        SELECT r.session_id, r.position FROM link_results r \
        JOIN link_sessions s ON s.team_id = r.team_id AND s.session_id = r.session_id \
        WHERE r.team_id = $1 AND r.item_id = $2 AND s.finished_at IS NULL ORDER BY r.session_id, r.position";
    DELETE_LINK_RESULTS_OF_ITEM = "DELETE FROM link_results WHERE team_id = $1 AND item_id = $2";
    EMPTY_SESSIONS_OF_ITEM = "\
        UPDATE link_sessions SET state = NULL WHERE team_id = $1 AND finished_at IS NOT NULL \
          AND session_id IN (SELECT session_id FROM link_results WHERE team_id = $1 AND item_id = $2)";
    QUIET_SESSIONS = "\
        SELECT team_id, session_id FROM link_sessions \
        WHERE touched_at <= $1 AND notify = 1 AND told < events AND finished_at IS NULL AND session_id > $2 \
        ORDER BY session_id LIMIT $3";
    OUTLIVED_SESSIONS = "\
        SELECT s.team_id, s.session_id FROM link_sessions s \
        JOIN link_tokens t ON t.team_id = s.team_id AND t.token_hash = s.token_hash \
        WHERE s.touched_at <= $1 AND s.finished_at IS NULL AND s.state IS NOT NULL AND t.expires_at <= $2 \
          AND s.session_id > $3 ORDER BY s.session_id LIMIT $4";
    SET_TOLD = "\
        UPDATE link_sessions SET told = $1 WHERE team_id = $2 AND session_id = $3 AND told < $1 AND events = $1";
    SWEEP_SESSIONS = "DELETE FROM link_sessions WHERE finished_at <= $1";
}

fn read(row: &Row<'_>, first: usize) -> Result<SessionRow, Failure> {
    Ok(SessionRow {
        session_id: row.text(first)?.to_owned(),
        token_hash: row.bytes(first + 1)?.to_vec(),
        terms: row.bytes(first + 2)?.to_vec(),
        state: row.opt_bytes(first + 3)?.map(<[u8]>::to_vec),
        step: row.int(first + 4)?,
        events: row.int(first + 5)?,
        last_event_at: row.opt_time(first + 6)?,
        started_at: row.time(first + 7)?,
        touched_at: row.time(first + 8)?,
        finished_at: row.opt_time(first + 9)?,
        expires_at: row.time(first + 10)?,
        tries: row.int(first + 11)?,
    })
}

fn read_name(row: &Row<'_>) -> Result<(TeamId, String), Failure> {
    Ok((TeamId::new(row.text(0)?), row.text(1)?.to_owned()))
}

impl Team<'_> {
    /// Adds a session that did not begin yet.
    pub async fn insert_session(&self, session: &NewSession) -> Result<(), Failure> {
        let args = [
            self.id.as_str().into(),
            (&session.session_id).into(),
            (&session.token_hash).into(),
            (&session.secret_hash).into(),
            (&session.way).into(),
            session.origin.as_deref().into(),
            (&session.terms).into(),
            session.notify.into(),
            session.started_at.into(),
        ];
        self.tx.execute(&INSERT_SESSION, &args).await.map(drop)
    }

    /// How many sessions were opened with a link token.
    pub async fn count_sessions(&self, token_hash: &[u8]) -> Result<i64, Failure> {
        let args = [self.id.as_str().into(), token_hash.into()];
        let count = self.tx.optional(&COUNT_SESSIONS, &args, |row| row.int(0)).await?;
        Ok(count.unwrap_or_default())
    }

    /// The session with this id.
    pub async fn session(&self, id: &str) -> Result<Option<SessionRow>, Failure> {
        self.tx
            .optional(&FIND_SESSION, &[self.id.as_str().into(), id.into()], |row| {
                read(row, 0)
            })
            .await
    }

    /// Takes a session one step forward, if it is still where the step began; says whether it was.
    pub async fn advance_session(&self, to: &Advance) -> Result<bool, Failure> {
        let args = [
            (&to.state).into(),
            to.events.into(),
            to.last_event_at.into(),
            to.outcome.as_deref().into(),
            to.at.into(),
            to.finished_at.into(),
            self.id.as_str().into(),
            (&to.session_id).into(),
            to.from.into(),
        ];
        self.tx
            .execute(&ADVANCE_SESSION, &args)
            .await
            .map(|rows| rows == 1)
    }

    /// Gives a session another secret: the one before opens nothing any more.
    pub async fn set_session_secret(&self, id: &str, secret_hash: &[u8]) -> Result<bool, Failure> {
        let args = [secret_hash.into(), self.id.as_str().into(), id.into()];
        self.tx
            .execute(&SET_SESSION_SECRET, &args)
            .await
            .map(|rows| rows == 1)
    }

    /// The sessions that were opened with a link token, newest first.
    pub async fn sessions_of(&self, token_hash: &[u8]) -> Result<Vec<SessionSummary>, Failure> {
        self.tx
            .all(
                &SESSIONS_OF_TOKEN,
                &[self.id.as_str().into(), token_hash.into()],
                |row| {
                    Ok(SessionSummary {
                        session_id: row.text(0)?.to_owned(),
                        started_at: row.time(1)?,
                        finished_at: row.opt_time(2)?,
                        outcome: row.opt_text(3)?.map(str::to_owned),
                    })
                },
            )
            .await
    }

    /// Adds an event of a session.
    pub async fn insert_link_event(&self, session: &str, event: &SessionEvent) -> Result<(), Failure> {
        let args = [
            self.id.as_str().into(),
            session.into(),
            event.position.into(),
            event.step.into(),
            (&event.body).into(),
            event.created_at.into(),
        ];
        self.tx.execute(&INSERT_LINK_EVENT, &args).await.map(drop)
    }

    /// The events of a session that belong to steps after `step`, oldest first; all for a step below zero.
    pub async fn link_events_after(&self, session: &str, step: i64) -> Result<Vec<String>, Failure> {
        let args = [self.id.as_str().into(), session.into(), step.into()];
        self.tx
            .all(&LINK_EVENTS_AFTER, &args, |row| row.text(0).map(str::to_owned))
            .await
    }

    /// The events of all sessions of a link token: the session of each, and its body; those of one session oldest
    /// first.
    pub async fn link_events_of_token(&self, token_hash: &[u8]) -> Result<Vec<(String, String)>, Failure> {
        let args = [self.id.as_str().into(), token_hash.into()];
        self.tx
            .all(&LINK_EVENTS_OF_TOKEN, &args, |row| {
                Ok((row.text(0)?.to_owned(), row.text(1)?.to_owned()))
            })
            .await
    }

    /// Adds what came of a session; `position` is its place, `body` is sealed.
    pub async fn insert_link_result(
        &self,
        session: &str,
        item: &ItemId,
        (position, body): (i64, &[u8]),
    ) -> Result<(), Failure> {
        let args = [
            self.id.as_str().into(),
            session.into(),
            item.as_str().into(),
            position.into(),
            body.into(),
        ];
        self.tx.execute(&INSERT_LINK_RESULT, &args).await.map(drop)
    }

    /// What came of all sessions of a link token: the session of each, its place and its sealed body; those of one
    /// session in order.
    pub async fn link_results_of_token(
        &self,
        token_hash: &[u8],
    ) -> Result<Vec<(String, (i64, Vec<u8>))>, Failure> {
        let args = [self.id.as_str().into(), token_hash.into()];
        self.tx
            .all(&LINK_RESULTS_OF_TOKEN, &args, |row| {
                Ok((row.text(0)?.to_owned(), (row.int(1)?, row.bytes(2)?.to_vec())))
            })
            .await
    }

    /// Where open sessions have an Item that came of them: their ids, and its place in each.
    pub async fn open_results_of(&self, item: &ItemId) -> Result<Vec<(String, i64)>, Failure> {
        let args = [self.id.as_str().into(), item.as_str().into()];
        self.tx
            .all(&OPEN_RESULTS_OF_ITEM, &args, |row| {
                Ok((row.text(0)?.to_owned(), row.int(1)?))
            })
            .await
    }

    /// Forgets, in every session, an Item that came of it.
    pub async fn delete_link_results_of(&self, item: &ItemId) -> Result<(), Failure> {
        let args = [self.id.as_str().into(), item.as_str().into()];
        self.tx.execute(&EMPTY_SESSIONS_OF_ITEM, &args).await?;
        self.tx
            .execute(&DELETE_LINK_RESULTS_OF_ITEM, &args)
            .await
            .map(drop)
    }

    /// Notes that the app was told the first `events` events of a session; false when somebody did, or there
    /// are others by now.
    pub async fn set_told(&self, session: &str, events: i64) -> Result<bool, Failure> {
        let args = [events.into(), self.id.as_str().into(), session.into()];
        self.tx.execute(&SET_TOLD, &args).await.map(|rows| rows == 1)
    }
}

impl AcrossTeams<'_> {
    /// The session that this secret opens, and whose it is: a page holds the secret and no keys.
    pub async fn session_by_secret(&self, hash: &[u8]) -> Result<Option<(TeamId, SessionRow)>, Failure> {
        self.tx
            .optional(&FIND_SESSION_BY_SECRET, &[hash.into()], |row| {
                Ok((TeamId::new(row.text(0)?), read(row, 1)?))
            })
            .await
    }

    /// Open sessions that nobody touched since `quiet` and whose apps are to be told what happened in them: by
    /// their ids, those after `after`, at most `most`.
    pub async fn quiet_sessions(
        &self,
        quiet: Timestamp,
        after: &str,
        most: i64,
    ) -> Result<Vec<(TeamId, String)>, Failure> {
        self.tx
            .all(
                &QUIET_SESSIONS,
                &[quiet.into(), after.into(), most.into()],
                read_name,
            )
            .await
    }

    /// Open sessions that nobody touched since `quiet` and whose link tokens ended by `now`: by their ids, those
    /// after `after`, at most `most`.
    pub async fn outlived_sessions(
        &self,
        (quiet, now): (Timestamp, Timestamp),
        after: &str,
        most: i64,
    ) -> Result<Vec<(TeamId, String)>, Failure> {
        let args = [quiet.into(), now.into(), after.into(), most.into()];
        self.tx.all(&OUTLIVED_SESSIONS, &args, read_name).await
    }

    /// Forgets the sessions that ended before `before`; says how many.
    pub async fn sweep_sessions(&self, before: Timestamp) -> Result<u64, Failure> {
        self.tx.execute(&SWEEP_SESSIONS, &[before.into()]).await
    }
}
