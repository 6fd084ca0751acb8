//! Visits to a bank's own pages: each is begun, left for, come back from and taken up again at most once.

use crate::repo::{AcrossTeams, Team};
use crate::sql::statements;
use crate::{Failure, Row};
use jiff::Timestamp;
use selvedge_model::id::{InstitutionId, TeamId};

/// A visit as stored.
#[derive(Debug, Clone)]
pub struct VisitRow {
    /// Whose it is.
    pub team_id: TeamId,
    /// The hash of what the bank hands back.
    pub state_hash: Vec<u8>,
    /// The session.
    pub session_id: String,
    /// What the browser keeps meanwhile, hashed; `None` until it left.
    pub cookie_hash: Option<Vec<u8>>,
    /// The bank.
    pub institution_id: InstitutionId,
    /// What is needed to go there and to come back, sealed.
    pub secrets: Vec<u8>,
    /// When it ends.
    pub expires_at: Timestamp,
    /// When somebody left for the bank.
    pub left_at: Option<Timestamp>,
    /// When the person came back.
    pub returned_at: Option<Timestamp>,
    /// When the app's page took the session up again.
    pub resumed_at: Option<Timestamp>,
}

/// A new visit.
#[derive(Debug, Clone)]
pub struct NewVisit {
    /// The hash of what the bank hands back.
    pub state_hash: Vec<u8>,
    /// The session.
    pub session_id: String,
    /// The hash of the way there.
    pub ticket_hash: Vec<u8>,
    /// The bank.
    pub institution_id: InstitutionId,
    /// What is needed to go there and to come back, sealed.
    pub secrets: Vec<u8>,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it ends.
    pub expires_at: Timestamp,
}

macro_rules! visit_columns {
    () => {
        "SELECT team_id, state_hash, session_id, cookie_hash, institution_id, secrets, expires_at, \
         returned_at, resumed_at, left_at FROM oauth_visits"
    };
}

statements! {
    INSERT_VISIT = "\
        INSERT INTO oauth_visits (state_hash, team_id, session_id, ticket_hash, institution_id, secrets, \
          created_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    CLOSE_VISITS = "\
        UPDATE oauth_visits SET expires_at = $1 WHERE team_id = $2 AND session_id = $3 AND expires_at > $1 \
          AND (returned_at IS NULL OR (resume_hash IS NOT NULL AND resumed_at IS NULL)) \
          AND state_hash NOT IN (SELECT state_hash FROM oauth_visits WHERE team_id = $2 AND session_id = $3 \
            AND expires_at > $1 AND (returned_at IS NULL OR (resume_hash IS NOT NULL AND resumed_at IS NULL)) \
            ORDER BY created_at DESC, state_hash LIMIT $4)";
    FIND_VISIT_BY_TICKET = concat!(visit_columns!(), " WHERE ticket_hash = $1");
    FIND_VISIT_BY_STATE = concat!(visit_columns!(), " WHERE state_hash = $1");
    FIND_VISIT_BY_RESUME = concat!(visit_columns!(), " WHERE resume_hash = $1");
    LEAVE_VISIT = "\
        UPDATE oauth_visits SET left_at = $1, cookie_hash = $2 WHERE state_hash = $3 AND left_at IS NULL";
    RETURN_VISIT = "\
        UPDATE oauth_visits SET returned_at = $1, resume_hash = $2, secrets = $3 \
        WHERE state_hash = $4 AND returned_at IS NULL";
    RESUME_VISIT = "\
        UPDATE oauth_visits SET resumed_at = $1 WHERE state_hash = $2 AND resumed_at IS NULL";
    SWEEP_VISITS = "DELETE FROM oauth_visits WHERE expires_at <= $1";
}

fn read(row: &Row<'_>) -> Result<VisitRow, Failure> {
    Ok(VisitRow {
        team_id: TeamId::new(row.text(0)?),
        state_hash: row.bytes(1)?.to_vec(),
        session_id: row.text(2)?.to_owned(),
        cookie_hash: row.opt_bytes(3)?.map(<[u8]>::to_vec),
        institution_id: InstitutionId::new(row.text(4)?),
        secrets: row.bytes(5)?.to_vec(),
        expires_at: row.time(6)?,
        returned_at: row.opt_time(7)?,
        resumed_at: row.opt_time(8)?,
        left_at: row.opt_time(9)?,
    })
}

impl Team<'_> {
    /// Begins a visit. Earlier ones of the session go on, for whoever seems to have closed a window may be in it;
    /// but no more than `most` are open with this one, and the oldest are closed.
    pub async fn insert_visit(&self, visit: &NewVisit, most: i64) -> Result<(), Failure> {
        let args = [
            visit.created_at.into(),
            self.id.as_str().into(),
            (&visit.session_id).into(),
            most.saturating_sub(1).into(),
        ];
        self.tx.execute(&CLOSE_VISITS, &args).await?;
        let args = [
            (&visit.state_hash).into(),
            self.id.as_str().into(),
            (&visit.session_id).into(),
            (&visit.ticket_hash).into(),
            visit.institution_id.as_str().into(),
            (&visit.secrets).into(),
            visit.created_at.into(),
            visit.expires_at.into(),
        ];
        self.tx.execute(&INSERT_VISIT, &args).await.map(drop)
    }
}

impl AcrossTeams<'_> {
    /// The visit that this way leads to: a browser on the way holds nothing else.
    pub async fn visit_by_ticket(&self, hash: &[u8]) -> Result<Option<VisitRow>, Failure> {
        self.tx
            .optional(&FIND_VISIT_BY_TICKET, &[hash.into()], read)
            .await
    }

    /// The visit that a bank hands this back from.
    pub async fn visit_by_state(&self, hash: &[u8]) -> Result<Option<VisitRow>, Failure> {
        self.tx.optional(&FIND_VISIT_BY_STATE, &[hash.into()], read).await
    }

    /// The visit that the app's page takes the session up after.
    pub async fn visit_by_resume(&self, hash: &[u8]) -> Result<Option<VisitRow>, Failure> {
        self.tx
            .optional(&FIND_VISIT_BY_RESUME, &[hash.into()], read)
            .await
    }

    /// Leaves for the bank, with what the browser keeps; false when somebody left this way before.
    pub async fn leave_visit(&self, state: &[u8], cookie: &[u8], at: Timestamp) -> Result<bool, Failure> {
        let args = [at.into(), cookie.into(), state.into()];
        self.tx.execute(&LEAVE_VISIT, &args).await.map(|rows| rows == 1)
    }

    /// Comes back from the bank, with what is kept of that from now on; `resume` opens the session to the app's
    /// page. False when somebody came back before.
    pub async fn return_visit(
        &self,
        (state, secrets): (&[u8], &[u8]),
        resume: Option<&[u8]>,
        at: Timestamp,
    ) -> Result<bool, Failure> {
        let args = [at.into(), resume.into(), secrets.into(), state.into()];
        self.tx.execute(&RETURN_VISIT, &args).await.map(|rows| rows == 1)
    }

    /// Takes the session up again on the app's page; false when somebody did before.
    pub async fn resume_visit(&self, state: &[u8], at: Timestamp) -> Result<bool, Failure> {
        self.tx
            .execute(&RESUME_VISIT, &[at.into(), state.into()])
            .await
            .map(|rows| rows == 1)
    }

    /// Forgets the visits that ended before `before`; says how many.
    pub async fn sweep_visits(&self, before: Timestamp) -> Result<u64, Failure> {
        self.tx.execute(&SWEEP_VISITS, &[before.into()]).await
    }
}
