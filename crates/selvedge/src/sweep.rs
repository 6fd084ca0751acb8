//! What is done from time to time: forgetting what nobody can use any more (a start does it once by itself),
//! and looking after sessions of Link that were left open.

use crate::Wiring;
use selvedge_engine::Engine;
use selvedge_model::{Ctx, Error};
use std::sync::Arc;
use std::time::Duration;
use tokio::task::JoinHandle;
use tokio::time::{self, MissedTickBehavior};

/// How often what nobody can use is forgotten.
const FORGET_EVERY: Duration = Duration::from_hours(1);
/// How often open sessions are looked after.
const TEND_EVERY: Duration = Duration::from_mins(1);

/// What is done from time to time.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Chore {
    /// Forgetting what nobody can use any more.
    Forget,
    /// Looking after sessions of Link that were left open.
    Tend,
}

impl Chore {
    /// How often.
    pub(crate) const fn period(self) -> Duration {
        match self {
            Self::Forget => FORGET_EVERY,
            Self::Tend => TEND_EVERY,
        }
    }

    async fn once(self, engine: &Engine, ctx: &Ctx<'_>) -> Result<u64, Error> {
        match self {
            Self::Forget => engine.sweep(ctx).await,
            Self::Tend => engine.tend_sessions(ctx).await,
        }
    }
}

/// A chore that comes again and again until it is stopped.
pub(crate) struct Sweep(JoinHandle<()>);

impl Sweep {
    /// Begins; the first time is one `period` from now.
    pub(crate) fn begin(chore: Chore, period: Duration, engine: Arc<Engine>, wiring: Wiring) -> Self {
        Self(tokio::spawn(again_and_again(chore, period, engine, wiring)))
    }

    /// Ends it; the engine is free once this returns.
    pub(crate) async fn stop(self) {
        self.0.abort();
        // Cancelled is what it is meant to be.
        drop(self.0.await);
    }
}

async fn again_and_again(chore: Chore, period: Duration, engine: Arc<Engine>, wiring: Wiring) {
    let mut ticks = time::interval(period);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    // The first tick comes at once.
    ticks.tick().await;
    loop {
        ticks.tick().await;
        let request_id = wiring.request_id();
        match chore.once(&engine, &wiring.ctx(&request_id)).await {
            Ok(count) => tracing::debug!(?chore, count, "did a chore"),
            Err(error) => tracing::warn!(
                ?chore,
                error.code = error.code.as_str(),
                error.context = error.context,
                "could not do a chore; the next time tries again"
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Settings, build};
    use selvedge_store::{Failure, Sql};

    static INSERT: Sql = Sql::shared(
        "INSERT_ENDED",
        "INSERT INTO idempotency (team_id, key_hash, fingerprint, expires_at) VALUES ($1, $2, $3, $4)",
    );
    static COUNT: Sql = Sql::shared("COUNT_KEPT", "SELECT COUNT(*) FROM idempotency");

    async fn keep(engine: &Engine, ended: bool) {
        let team = engine.list_keys().await.unwrap().remove(0).team_id;
        let expires_at = if ended {
            jiff::Timestamp::UNIX_EPOCH
        } else {
            jiff::Timestamp::MAX
        };
        let kept: Result<u64, Failure> = engine
            .store()
            .write(move |tx| {
                Box::pin(async move {
                    let key: &[u8] = if ended { b"ended" } else { b"kept" };
                    let args = [team.as_str().into(), key.into(), key.into(), expires_at.into()];
                    tx.execute(&INSERT, &args).await
                })
            })
            .await;
        assert_eq!(kept.unwrap(), 1);
    }

    async fn count(engine: &Engine) -> i64 {
        let reader = engine.store().reader();
        reader.all(&COUNT, &[], |row| row.int(0)).await.unwrap().remove(0)
    }

    #[tokio::test]
    async fn what_ended_while_the_server_runs_is_forgotten_time_and_again_and_nothing_else() {
        let dir = tempfile::tempdir().unwrap();
        let wiring = Wiring::system();
        let app = build(&Settings::in_dir(dir.path()), &wiring).await.ok().unwrap();
        let engine = app.engine;
        keep(&engine, false).await;
        let sweep = Sweep::begin(
            Chore::Forget,
            Duration::from_millis(1),
            Arc::clone(&engine),
            wiring,
        );
        for _round in 0..2 {
            keep(&engine, true).await;
            let gone = async {
                while count(&engine).await > 1 {
                    tokio::task::yield_now().await;
                }
            };
            time::timeout(Duration::from_mins(1), gone).await.unwrap();
        }
        assert_eq!(count(&engine).await, 1);
        sweep.stop().await;
        keep(&engine, true).await;
        assert_eq!(count(&engine).await, 2);
    }
}
