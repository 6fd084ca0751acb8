//! Sessions that nobody goes on with: their apps are told what happened, they end with their link token, and in
//! time they are forgotten.

use super::flow::Input;
use super::news::News;
use crate::Engine;
use jiff::{SignedDuration, Timestamp};
use selvedge_model::id::TeamId;
use selvedge_model::{Ctx, Error, limits};
use selvedge_store::Failure;

impl Engine {
    /// Looks after sessions that were left open; to be called every minute or so. Says how many there were.
    pub async fn tend_sessions(&self, ctx: &Ctx<'_>) -> Result<u64, Error> {
        let most = limits::LINK_SESSIONS_SWEPT;
        let reader = self.store.reader();
        let every = reader.across_teams();
        let mut tended = 0_u64;
        for (team, id) in every.outlived_sessions(ctx.now, most).await? {
            self.outlived(ctx, &team, &id).await?;
            tended = tended.saturating_add(1);
        }
        let quiet = before(ctx.now, limits::LINK_SESSION_QUIET);
        for (team, id) in every.quiet_sessions(quiet, most).await? {
            self.tell_of_quiet(ctx, &team, &id).await?;
            tended = tended.saturating_add(1);
        }
        Ok(tended)
    }

    /// A session does not outlive its link token: whoever sits before it sees that, and when nobody does for a
    /// while it is over.
    async fn outlived(&self, ctx: &Ctx<'_>, team: &TeamId, id: &str) -> Result<(), Error> {
        let session = self.session_again(team, id).await?;
        let session = self.awake(ctx, session).await?;
        if ctx.now.duration_since(session.touched_at) < limits::LINK_SESSION_QUIET {
            return Ok(());
        }
        // Somebody else who takes it forward at this moment ends it, or leaves it to the next time.
        self.drive(ctx, session, Input::LeaveNow).await.map(drop)
    }

    /// Tells the app what happened in a session so far; once, unless more happens.
    async fn tell_of_quiet(&self, ctx: &Ctx<'_>, team: &TeamId, id: &str) -> Result<(), Error> {
        let session = self.session_again(team, id).await?;
        let events = self.events_after(team, id, -1).await?;
        let told = i64::try_from(events.len()).map_err(Error::internal)?;
        let Some(event) = self.link_news(ctx, &session, News::Events(&events)) else {
            return Ok(());
        };
        let (team, id) = (team.clone(), id.to_owned());
        self.store
            .write(move |tx| {
                Box::pin(async move {
                    let scope = tx.team(&team);
                    if scope.set_told(&id, told).await? {
                        scope.insert_event(&event).await?;
                    }
                    Ok::<_, Failure>(())
                })
            })
            .await?;
        Ok(())
    }

    /// Forgets sessions and visits that ended long ago. Says how many rows went.
    pub(crate) async fn forget_sessions(&self, ctx: &Ctx<'_>) -> Result<u64, Error> {
        let ended = before(ctx.now, limits::LINK_SESSION_MEMORY);
        let now = ctx.now;
        self.store
            .write(move |tx| {
                Box::pin(async move {
                    let every = tx.across_teams();
                    let sessions = every.sweep_sessions(ended).await?;
                    Ok(sessions.saturating_add(every.sweep_visits(now).await?))
                })
            })
            .await
    }
}

fn before(now: Timestamp, span: SignedDuration) -> Timestamp {
    now.saturating_sub(span).unwrap_or(Timestamp::MIN)
}
