//! `selvedge doctor`: looks at everything a start depends on, changes nothing, one line for each.

use super::{Failure, block_on, keys};
use crate::cli::Options;
use crate::out;
use selvedge::config::{Database, MasterKeySource};
use selvedge::control::Reply;
use selvedge::keys::{Command, Report};
use selvedge::{Settings, StartError, Wiring, credentials, master_key, open, private_file};
use selvedge_store::OpenError;
use selvedge_web::Tls;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

/// What one check found: what is well, or what is not and how to mend it.
type Finding = Result<String, String>;

/// Runs every check; fails when one does.
pub(crate) fn run(options: Options) -> Result<ExitCode, Failure> {
    let settings = match options.given().and_then(Settings::resolve) {
        Ok(settings) => settings,
        Err(error) => {
            tell("configuration", &Err(error.to_string()));
            return Ok(ExitCode::FAILURE);
        }
    };
    let findings = block_on(async { Ok(examine(&settings).await) })?;
    for (subject, finding) in &findings {
        tell(subject, finding);
    }
    let well = findings.iter().all(|(_, finding)| finding.is_ok());
    Ok(if well {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

fn tell(subject: &str, finding: &Finding) {
    match finding {
        Ok(well) => out::say(&format!("ok    {subject}: {well}")),
        Err(trouble) => out::say(&format!("fail  {subject}: {}", trouble.replace('\n', " "))),
    }
}

async fn examine(settings: &Settings) -> Vec<(&'static str, Finding)> {
    let server = running(settings);
    vec![
        (
            "configuration",
            Ok(format!("{} on {}", settings.environment, settings.url())),
        ),
        ("tls", tls(settings)),
        ("listen", listen(settings, &server).await),
        ("data directory", data_dir(settings)),
        ("master key", key(settings)),
        ("credentials", credentials_file(settings)),
        ("database", database(settings, server).await),
    ]
}

/// Whether a server holds the data directory, and what it says of itself.
enum Server {
    None,
    Running(i64),
    Trouble(String),
}

fn running(settings: &Settings) -> Server {
    match keys::ask(settings, &Command::Status) {
        Ok(None) => Server::None,
        Ok(Some(Reply::Done(Report::Status {
            schema_version,
            trouble: None,
        }))) => Server::Running(schema_version),
        Ok(Some(Reply::Done(Report::Status {
            trouble: Some(trouble),
            ..
        }))) => Server::Trouble(trouble),
        Ok(Some(Reply::Done(_))) => Server::Trouble("the running server answers another question".to_owned()),
        Ok(Some(Reply::Refused(why))) => Server::Trouble(why),
        Err(failure) => Server::Trouble(failure.to_string()),
    }
}

fn tls(settings: &Settings) -> Finding {
    let Some(files) = &settings.tls else {
        return Ok("not used".to_owned());
    };
    match Tls::load(&files.cert, &files.key) {
        Ok(_) => Ok(format!("{} can be used", files.cert.display())),
        Err(error) => Err(error.to_string()),
    }
}

async fn listen(settings: &Settings, server: &Server) -> Finding {
    match (selvedge_web::bind(settings.listen).await, server) {
        (Ok(_), _) => Ok(format!("{} is free", settings.listen)),
        (Err(_), Server::Running(_) | Server::Trouble(_)) => Ok(format!(
            "{} is taken, and a server runs on this data directory",
            settings.listen
        )),
        (Err(error), Server::None) => Err(error.to_string()),
    }
}

fn data_dir(settings: &Settings) -> Finding {
    let dir = &settings.data_dir;
    if !dir.exists() {
        return Ok(format!(
            "{} is not there yet; the first start makes it",
            dir.display()
        ));
    }
    if !dir.is_dir() {
        return Err(format!(
            "{} is not a directory; name another --data-dir",
            dir.display()
        ));
    }
    let writable = fs::metadata(dir).is_ok_and(|metadata| !metadata.permissions().readonly());
    if !writable {
        return Err(format!(
            "{} cannot be written; change its mode or name another --data-dir",
            dir.display()
        ));
    }
    private(dir, "700")
}

fn key(settings: &Settings) -> Finding {
    match master_key::find(settings) {
        Err(error) => Err(error.to_string()),
        Ok(None) => Ok("none yet; the first start makes it".to_owned()),
        Ok(Some(_)) => match (&settings.master_key, master_key::path(settings)) {
            (MasterKeySource::DataDir | MasterKeySource::File(_), Some(path)) => private(&path, "600"),
            _ => Ok("from SELVEDGE_MASTER_KEY".to_owned()),
        },
    }
}

fn credentials_file(settings: &Settings) -> Finding {
    let path = credentials::path_in(&settings.data_dir);
    let made = settings.sqlite_path().exists() || matches!(settings.database, Database::Postgres(_));
    match fs::read_to_string(&path) {
        Ok(text)
            if ["PLAID_CLIENT_ID=", "PLAID_SECRET="]
                .iter()
                .all(|half| text.contains(half)) =>
        {
            private(&path, "600")
        }
        Ok(_) => Err(format!(
            "{} does not hold a key pair; `selvedge keys rotate KEY` makes a new secret",
            path.display()
        )),
        Err(_) if !made => Ok("none yet; the first start makes them".to_owned()),
        Err(error) => Err(format!(
            "cannot read {}: {error}; `selvedge keys rotate KEY` makes a new secret",
            path.display()
        )),
    }
}

fn private(path: &Path, mode: &str) -> Finding {
    match private_file::is_private(path) {
        Ok(true) => Ok(format!("{} is private", path.display())),
        Ok(false) => Err(format!(
            "other users can read {0}; chmod {mode} {0}",
            path.display()
        )),
        Err(error) => Err(format!("cannot look at {}: {error}", path.display())),
    }
}

async fn database(settings: &Settings, server: Server) -> Finding {
    match server {
        Server::Running(version) => return Ok(format!("served right now, schema version {version}")),
        Server::Trouble(trouble) => return Err(trouble),
        Server::None => {}
    }
    match open::existing(settings, &Wiring::system()).await {
        Ok(engine) => {
            let version = engine.store().schema_version();
            engine.close().await;
            Ok(format!("schema version {version}, and the master key fits"))
        }
        Err(StartError::NoDatabase { .. }) => Ok("none yet; the first start makes it".to_owned()),
        Err(StartError::Open(OpenError::NotMigrated { pending, .. })) => Ok(format!(
            "needs {pending} migration(s); the next start, or `selvedge migrate`, applies them"
        )),
        Err(StartError::NeverServed) => Ok("empty; the first start fills it".to_owned()),
        Err(error) => Err(error.to_string()),
    }
}
