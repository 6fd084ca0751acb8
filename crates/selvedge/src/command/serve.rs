//! `selvedge serve`: the server, from its first line to its last.

use super::{Failure, no_runtime, welcome};
use crate::cli::Options;
use crate::out;
use selvedge::stop::Signals;
use selvedge::{Settings, StartError, Wiring, bind, build, logging, serve};
use std::process::ExitCode;
use tokio::sync::oneshot;

/// What a second signal leaves as the exit code: requests in flight were not finished.
const FORCED: u8 = 130;

/// Runs until a signal says stop.
pub(crate) fn run(options: Options) -> Result<ExitCode, Failure> {
    let settings = Settings::resolve(options.given()?)?;
    let log = logging::start(&settings.log)?;
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .thread_name("selvedge")
        .enable_all()
        .build()
        .map_err(no_runtime)?;
    let outcome = runtime.block_on(attend(settings));
    // Whatever still runs had its time; an end that waits for it would be none.
    runtime.shutdown_background();
    drop(log);
    Ok(outcome?)
}

async fn attend(mut settings: Settings) -> Result<ExitCode, StartError> {
    let mut signals = Signals::listen()?;
    let listener = bind(&mut settings).await?;
    let app = build(&settings, &Wiring::system()).await?;
    let greeting = welcome::greeting(&settings, &app);
    welcome::cautions(&settings, &app).await;
    let ready = || out::print(&greeting);
    let (stop, stopped) = oneshot::channel::<()>();
    // Dropping the sender is the signal; the error it leaves is the expected value.
    let serving = serve(app, listener, ready, async { drop(stopped.await) });
    let watching = async {
        signals.next().await;
        tracing::info!("stopping: requests in flight may finish; a second signal ends them");
        drop(stop);
        signals.next().await;
    };
    tokio::select! {
        stopped = serving => {
            tracing::info!(connections.cut = stopped.cut, "stopped");
            Ok(ExitCode::SUCCESS)
        }
        () = watching => Ok(ExitCode::from(FORCED)),
    }
}
