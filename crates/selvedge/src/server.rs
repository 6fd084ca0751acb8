//! Putting a server together and running it: nothing is half started, and what was started is stopped.

use crate::config::Database;
use crate::control::Desk;
use crate::credentials;
use crate::sweep::{Chore, Sweep};
use crate::{Settings, StartError, SystemClock, control, master_key, open};
use axum::Router;
use selvedge_engine::{Engine, Seed};
use selvedge_model::id::{ClientId, request_id};
use selvedge_model::{Clock, Ctx, Entropy};
use selvedge_store::Migrate;
use selvedge_vault::SystemEntropy;
use selvedge_web::{AccessLog, Edge, Errands, Limits, Listener, Stopped, Tls};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;
use tokio::time::Instant;
use tracing::Level;

/// What the outside world gives: time and randomness.
#[derive(Clone)]
#[expect(
    missing_debug_implementations,
    reason = "two trait objects have nothing to show"
)]
pub struct Wiring {
    /// What time it is.
    pub clock: Arc<dyn Clock>,
    /// Where unpredictable bytes come from.
    pub entropy: Arc<dyn Entropy>,
}

impl Wiring {
    /// The machine's own clock and randomness.
    pub fn system() -> Self {
        Self {
            clock: Arc::new(SystemClock),
            entropy: Arc::new(SystemEntropy),
        }
    }

    /// An id for one piece of work, for [`Wiring::ctx`].
    pub fn request_id(&self) -> String {
        request_id(&*self.entropy)
    }

    /// This moment.
    pub fn ctx<'a>(&'a self, request_id: &'a str) -> Ctx<'a> {
        Ctx {
            now: self.clock.now(),
            entropy: &*self.entropy,
            request_id,
        }
    }
}

/// A server that is ready to accept requests.
#[expect(missing_debug_implementations, reason = "holds keys")]
pub struct App {
    /// Every route, with the outermost layer around it.
    pub router: Router,
    /// The use cases behind the routes.
    pub engine: Arc<Engine>,
    /// The first team's keys, when this start made the team.
    pub first_keys: Option<Seed>,
    /// The master key file, when this start made it.
    pub made_master_key: Option<PathBuf>,
    /// Whether the first team's keys can be read from their file.
    pub credentials: credentials::State,
    tls: Option<Tls>,
    limits: Limits,
    control: Option<PathBuf>,
    errands: Errands,
    wiring: Wiring,
}

/// Takes the address, and notes in `settings` which port it became.
pub async fn bind(settings: &mut Settings) -> Result<Listener, StartError> {
    let listener = selvedge_web::bind(settings.listen).await?;
    settings.listen = listener.address();
    Ok(listener)
}

/// Puts a server together. What can be refused without touching a disk is refused first.
pub async fn build(settings: &Settings, wiring: &Wiring) -> Result<App, StartError> {
    let tls = match &settings.tls {
        Some(files) => Some(Tls::load(&files.cert, &files.key)?),
        None => None,
    };
    let (engine, made_master_key) = prepare(settings, wiring).await?;
    let given = settings.first_keys.as_ref();
    let seed = given.map(|keys| Seed {
        client_id: ClientId::new(keys.client_id.as_str()),
        secret: keys.secret.clone(),
    });
    let first_keys = engine.start(&wiring.ctx(&wiring.request_id()), seed).await?;
    let known = match (&first_keys, given) {
        (Some(made), _) => Some((made.client_id.as_str(), &made.secret)),
        (None, Some(given)) => Some((given.client_id.as_str(), &given.secret)),
        (None, None) => None,
    };
    // A start that was refused on PostgreSQL has made no directory.
    open::make_data_dir(settings)?;
    let credentials = credentials::settle(settings, known)?;
    let (engine, errands) = (Arc::new(engine), Errands::new());
    Ok(App {
        router: router(settings, wiring, (&engine, &errands)),
        engine,
        errands,
        first_keys,
        made_master_key,
        credentials,
        tls,
        limits: settings.limits.clone(),
        control: match settings.database {
            Database::Sqlite => Some(control::path_in(&settings.data_dir)),
            // Any process may open a PostgreSQL database beside its servers.
            Database::Postgres(_) => None,
        },
        wiring: wiring.clone(),
    })
}

/// The engine on its database; with the file of the master key when it had to be made.
async fn prepare(settings: &Settings, wiring: &Wiring) -> Result<(Engine, Option<PathBuf>), StartError> {
    let known = master_key::find(settings)?;
    let store = open::store(settings, wiring, Migrate::Apply).await?;
    let path = master_key::path_in(&settings.data_dir);
    let (key, made) = match known {
        Some(key) => (key, None),
        None if selvedge_engine::is_claimed(&store).await? => return Err(StartError::NoMasterKey { path }),
        None => {
            open::make_data_dir(settings)?;
            (master_key::make(settings, &*wiring.entropy)?, Some(path))
        }
    };
    Ok((open::engine(settings, store, key)?, made))
}

fn router(settings: &Settings, wiring: &Wiring, (engine, errands): (&Arc<Engine>, &Errands)) -> Router {
    let Wiring { clock, entropy } = wiring.clone();
    let link = selvedge_link::router(selvedge_link::App {
        engine: Arc::clone(engine),
        clock: Arc::clone(&clock),
        entropy: Arc::clone(&entropy),
        errands: errands.clone(),
    });
    let routes = selvedge_api::router(selvedge_api::App {
        engine: Arc::clone(engine),
        clock,
        entropy: Arc::clone(&entropy),
        errands: errands.clone(),
    })
    .merge(link);
    // A line that nobody wants is not worded.
    let wanted = settings.log.levels.would_enable("access", &Level::INFO);
    let edge = Edge {
        public_url: settings.url(),
        environment: settings.environment,
        entropy,
        access_log: if wanted { AccessLog::On } else { AccessLog::Off },
        secret_paths: selvedge_link::SECRET_PATHS,
    };
    selvedge_web::layer(routes, edge)
}

/// Serves until `stop` resolves, then lets requests in flight and steps of Link finish, and closes the database.
///
/// `ready` runs once requests are accepted and the control socket is open.
pub async fn serve(
    app: App,
    listener: Listener,
    ready: impl FnOnce(),
    stop: impl Future<Output = ()>,
) -> Stopped {
    let App {
        router,
        engine,
        tls,
        limits,
        control,
        errands,
        wiring,
        ..
    } = app;
    let chores = [Chore::Forget, Chore::Tend]
        .map(|chore| Sweep::begin(chore, chore.period(), Arc::clone(&engine), wiring.clone()));
    let desk = control.and_then(|path| Desk::open(path, Arc::clone(&engine), wiring));
    ready();
    let (grace, mut end) = (limits.grace, None);
    let stop = async {
        stop.await;
        end = Some(Instant::now() + grace);
    };
    let stopped = selvedge_web::serve(listener, tls, limits, router, stop).await;
    // What a page asked for and did not wait for has the same grace as requests.
    let left = end.map_or(Duration::ZERO, |end| {
        end.saturating_duration_since(Instant::now())
    });
    errands.over(left).await;
    if let Some(desk) = desk {
        desk.close().await;
    }
    for chore in chores {
        chore.stop().await;
    }
    if let Some(engine) = Arc::into_inner(engine) {
        engine.close().await;
    } else {
        // A connection that was cut still holds it; the database is safe without an orderly end.
        tracing::warn!(
            connections.cut = stopped.cut,
            "stopping before every request ended"
        );
    }
    stopped
}
