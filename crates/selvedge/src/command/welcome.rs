//! What a server says when it is up: the ready line, on a first start the keys and what to try, and in the
//! log whatever an operator should know.

use selvedge::config::{Database, LogFormat};
use selvedge::{App, Settings, Wiring, credentials, master_key, private_file};
use selvedge_model::Environment;
use std::path::Path;

/// What goes to standard output; its last line is the ready line.
pub(super) fn greeting(settings: &Settings, app: &App) -> String {
    let ready = format!("selvedge ready on {}\n", settings.local_url());
    first_start(settings, app).map_or_else(|| ready.clone(), |first| format!("{first}\n{ready}"))
}

fn first_start(settings: &Settings, app: &App) -> Option<String> {
    let keys = app.first_keys.as_ref()?;
    let path = credentials::path_in(&settings.data_dir);
    let path = path.display();
    if settings.first_keys.is_some() {
        // Whoever set them knows them.
        let told = format!(
            "The first team's keys are PLAID_CLIENT_ID and PLAID_SECRET of the environment, kept in {path}.\n"
        );
        return Some(match (settings.environment, settings.log.format) {
            (Environment::Sandbox, LogFormat::Human) => format!("{told}\n{}", to_try(settings)),
            (Environment::Sandbox | Environment::Production, _) => told,
        });
    }
    if settings.environment == Environment::Production {
        // Standard output ends in journals that more people can read than the file.
        return Some(format!("The first team's keys are in {path}.\n"));
    }
    let text = credentials::text(keys.client_id.as_str(), &keys.secret, settings.environment);
    let told = format!("The first team's keys, kept in {path}:\n\n{}", text.expose());
    match settings.log.format {
        LogFormat::Json => Some(told),
        LogFormat::Human => Some(format!("{told}\n{}", to_try(settings))),
    }
}

/// A command that works as pasted, in another terminal and the same directory.
fn to_try(settings: &Settings) -> String {
    let path = credentials::path_in(&settings.data_dir);
    // Without a slash a shell would look for the file on its search path.
    let dot = if path.is_absolute() || path.starts_with(".") {
        ""
    } else {
        "./"
    };
    // A certificate for a test is signed by nobody.
    let insecure = if settings.tls.is_some() { " --insecure" } else { "" };
    format!(
        "Try it, in another terminal:\n\n  \
         . {dot}{path}\n  \
         curl{insecure} {url}/sandbox/public_token/create -H 'Content-Type: application/json' \\\n    \
         -H \"PLAID-CLIENT-ID: $PLAID_CLIENT_ID\" -H \"PLAID-SECRET: $PLAID_SECRET\" \\\n    \
         -d '{{\"institution_id\": \"ins_109508\", \"initial_products\": [\"auth\"]}}'\n\n\
         Link for a page: <script src=\"{url}/link-initialize.js\"></script>\n\
         Link without a page: {url} says how.\n",
        path = path.display(),
        url = settings.local_url(),
    )
}

/// What goes to the log: that the server runs, and what is unwise about how.
pub(super) async fn cautions(settings: &Settings, app: &App) {
    for doubt in &settings.doubts {
        tracing::warn!("{doubt}");
    }
    if let Some(path) = &app.made_master_key {
        tracing::warn!(
            path = %path.display(),
            "made a master key; keep a copy of it elsewhere: without it nobody can open this database again"
        );
    }
    if let Some(path) = master_key::path(settings) {
        warn_if_shared(&path);
    }
    let path = credentials::path_in(&settings.data_dir);
    match app.credentials {
        credentials::State::Present => {
            warn_if_shared(&path);
            warn_if_refused(settings, app, &path).await;
        }
        credentials::State::Missing => tracing::warn!(
            path = %path.display(),
            "the file of the first team's keys is gone, and the database keeps no secret; \
             `selvedge keys list`, then `selvedge keys rotate KEY` makes a new one"
        ),
    }
    let public = !settings.listen.ip().is_loopback();
    match settings.environment {
        Environment::Sandbox if public => tracing::warn!(
            listen = %settings.listen,
            "this sandbox can be reached from other machines; it is meant for tests, not for real data"
        ),
        Environment::Production if settings.tls.is_none() && !settings.url().starts_with("https:") => {
            tracing::warn!(
                "this production server speaks no TLS; give --tls-cert and --tls-key, or put a proxy in front and name it in --public-url"
            );
        }
        Environment::Sandbox | Environment::Production => {}
    }
    tracing::info!(
        version = env!("CARGO_PKG_VERSION"),
        listen = %settings.listen,
        public_url = settings.url(),
        environment = %settings.environment,
        database = match settings.database { Database::Sqlite => "sqlite", Database::Postgres(_) => "postgres" },
        schema.version = app.engine.store().schema_version(),
        "serving"
    );
}

/// Whoever starts a server reads that file next.
async fn warn_if_refused(settings: &Settings, app: &App, path: &Path) {
    let wiring = Wiring::system();
    let request_id = wiring.request_id();
    let pair = credentials::check(&app.engine, &wiring.ctx(&request_id), &settings.data_dir).await;
    if pair.is_ok_and(|pair| pair != credentials::Pair::Works) {
        tracing::warn!(
            path = %path.display(),
            "the keys in this file are refused: they were deleted; `selvedge keys list` shows what there is, \
             `selvedge keys rotate KEY` or `selvedge keys create` makes a pair to put there"
        );
    }
}

fn warn_if_shared(path: &Path) {
    if private_file::is_private(path).is_ok_and(|private| !private) {
        tracing::warn!(path = %path.display(), "other users of this machine can read this file; chmod 600 it");
    }
}
