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
        let quiet = before(ctx.now, limits::LINK_SESSION_QUIET);
        let reader = self.store.reader();
        let every = reader.across_teams();
        let (mut tended, mut after) = (0_u64, String::new());
        loop {
            let outlived = every.outlived_sessions((quiet, ctx.now), &after, most).await?;
            let Some((_, last)) = outlived.last() else { break };
            after.clone_from(last);
            for (team, id) in &outlived {
                tended = tended.saturating_add(done(id, self.outlived(ctx, team, id).await));
            }
        }
        after.clear();
        loop {
            let untold = every.quiet_sessions(quiet, &after, most).await?;
            let Some((_, last)) = untold.last() else { break };
            after.clone_from(last);
            for (team, id) in &untold {
                tended = tended.saturating_add(done(id, self.tell_of_quiet(ctx, team, id).await));
            }
        }
        Ok(tended)
    }

    /// A session that nobody sits before does not outlive its link token.
    async fn outlived(&self, ctx: &Ctx<'_>, team: &TeamId, id: &str) -> Result<(), Error> {
        let session = self.session_again(team, id).await?;
        let session = self.awake(ctx, session).await?;
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

/// One session less to tend. Where that failed it is left to the next time, and others do not wait for it.
fn done(session: &str, tended: Result<(), Error>) -> u64 {
    let Err(error) = tended else { return 1 };
    tracing::warn!(
        link.session = session,
        error.code = error.code.as_str(),
        error.context = error.context,
        "could not tend a session of Link; the next time tries again"
    );
    0
}

fn before(now: Timestamp, span: SignedDuration) -> Timestamp {
    now.saturating_sub(span).unwrap_or(Timestamp::MIN)
}
