//! Work that is finished although whoever asked for it went away.
//!
//! A step of Link is stored before a bank is asked, and a bank takes a one-time code only once: what was begun
//! has to arrive, also when the page was reloaded or the bank's window closed meanwhile. The request only waits.
//!
//! It keeps nothing over the end of the process: a session that is found waiting after that is told that its work
//! was cut off.

use selvedge_model::Error;
use selvedge_model::limits::LINK_EFFECT_TIME;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{Semaphore, watch};
use tokio::time::timeout;

/// Most pieces of work at once; as many as connections. One more waits for its turn.
const AT_ONCE: usize = 8_192;
/// How long work that was cut off may take to notice.
const CUT: Duration = Duration::from_millis(500);

/// The work under way.
#[derive(Debug, Clone)]
pub struct Errands {
    seats: Arc<Semaphore>,
    /// Each piece of work holds a receiver; true cuts them all off.
    cut: Arc<watch::Sender<bool>>,
}

impl Errands {
    /// None yet.
    pub fn new() -> Self {
        Self {
            seats: Arc::new(Semaphore::new(AT_ONCE)),
            cut: Arc::new(watch::Sender::new(false)),
        }
    }

    /// Does `work` to its end, whether or not this is still waited for.
    pub async fn run<T: Send + 'static>(
        &self,
        work: impl Future<Output = Result<T, Error>> + Send + 'static,
    ) -> Result<T, Error> {
        let seat = Arc::clone(&self.seats).acquire_owned().await;
        let seat = seat.map_err(|_| Error::internal("no more work is taken"))?;
        let cut = self.cut.subscribe();
        // On the heap once, and not moved from there: it may be a whole sign-in.
        let work = Box::pin(work);
        let task = tokio::spawn(async move {
            let done = until(LINK_EFFECT_TIME.unsigned_abs(), cut.clone(), work).await;
            drop(seat);
            // Last, because it says that everything else was let go.
            drop(cut);
            done
        });
        // What a panic says may hold anything; the panic hook has printed where it was.
        match task.await {
            Ok(done) => done,
            Err(_) => Err(Error::internal("work that was waited for broke off")),
        }
    }

    /// Waits until nothing is under way; what is left after `grace` is cut off. For the end of the process.
    pub async fn over(&self, grace: Duration) {
        if timeout(grace, self.cut.closed()).await.is_ok() {
            return;
        }
        let left = self.cut.receiver_count();
        tracing::warn!(errands.cut = left, "stopping before every step of Link ended");
        self.cut.send_replace(true);
        if timeout(CUT, self.cut.closed()).await.is_err() {
            tracing::debug!("a step of Link did not end when it was cut off");
        }
    }
}

impl Default for Errands {
    fn default() -> Self {
        Self::new()
    }
}

/// What comes of `work`, unless it takes longer than a session waits for it, or is cut off.
async fn until<T>(
    longest: Duration,
    mut cut: watch::Receiver<bool>,
    work: impl Future<Output = Result<T, Error>>,
) -> Result<T, Error> {
    tokio::select! {
        biased;
        done = timeout(longest, work) => {
            done.unwrap_or_else(|_| Err(Error::internal("a step of Link took too long")))
        }
        _ = cut.wait_for(|cut| *cut) => Err(Error::internal("a step of Link was cut off")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicBool, Ordering};
    use tokio::sync::Notify;

    const LONG: Duration = Duration::from_mins(1);

    #[tokio::test]
    async fn what_nobody_waits_for_any_more_is_done_all_the_same() {
        let (errands, go_on, done) = (
            Errands::new(),
            Arc::new(Notify::new()),
            Arc::new(AtomicBool::new(false)),
        );
        let work = {
            let (go_on, done) = (Arc::clone(&go_on), Arc::clone(&done));
            async move {
                go_on.notified().await;
                done.store(true, Ordering::SeqCst);
                Ok(())
            }
        };
        assert!(
            timeout(Duration::from_millis(1), errands.run(work))
                .await
                .is_err()
        );
        assert!(!done.load(Ordering::SeqCst));
        go_on.notify_one();
        errands.over(LONG).await;
        assert!(done.load(Ordering::SeqCst));
    }

    #[tokio::test]
    async fn what_is_left_at_the_end_is_cut_off_and_lets_go_of_what_it_held() {
        let (errands, held) = (Errands::new(), Arc::new(()));
        let work = {
            let held = Arc::clone(&held);
            async move {
                std::future::pending::<()>().await;
                drop(held);
                Ok(())
            }
        };
        assert!(
            timeout(Duration::from_millis(1), errands.run(work))
                .await
                .is_err()
        );
        assert_eq!(Arc::strong_count(&held), 2);
        errands.over(Duration::from_millis(1)).await;
        assert_eq!(Arc::strong_count(&held), 1);
    }

    #[tokio::test]
    async fn what_breaks_off_is_an_error_of_ours() {
        let errands = Errands::new();
        let broken: Result<(), Error> = errands.run(async { panic!("a secret") }).await;
        let error = broken.unwrap_err();
        assert!(!format!("{error:?}").contains("a secret"));
        errands.over(LONG).await;
    }

    #[tokio::test]
    async fn what_takes_too_long_ends() {
        let cut = watch::Sender::new(false);
        let work = std::future::pending::<Result<(), Error>>();
        let ended = until(Duration::from_millis(1), cut.subscribe(), work).await;
        assert!(ended.is_err());
    }
}
