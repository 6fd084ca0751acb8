//! `selvedge doctor`: looks at everything a start depends on, changes nothing, one line for each.

use super::{Failure, block_on, keys};
use crate::cli::Options;
use crate::out;
use selvedge::config::{Database, MasterKeySource};
use selvedge::control::Reply;
use selvedge::credentials::Pair;
use selvedge::keys::{Command, Report};
use selvedge::{Settings, StartError, Wiring, credentials, master_key, open, private_file};
use selvedge_store::OpenError;
use selvedge_web::{BindError, Tls};
use std::fs;
use std::io;
use std::path::Path;
use std::process::ExitCode;
use std::time::Duration;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::time::timeout;

/// How long whoever has our address may take to say who it is.
const PATIENCE: Duration = Duration::from_secs(2);
/// More than our own answer to that has.
const ANSWER_BYTES: u64 = 4096;

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
    let listen = listen(settings, &server).await;
    let (database, pair) = database(settings, server).await;
    vec![
        ("configuration", Ok(configuration(settings))),
        ("tls", tls(settings)),
        ("listen", listen),
        ("data directory", data_dir(settings)),
        ("master key", key(settings)),
        ("credentials", credentials_file(settings, pair)),
        ("database", database),
    ]
}

fn configuration(settings: &Settings) -> String {
    let mut said = format!("{} on {}", settings.environment, settings.url());
    for doubt in &settings.doubts {
        said.push_str("; but ");
        said.push_str(doubt);
    }
    said
}

/// Whether a server holds the data directory, and what it says of itself.
enum Server {
    None,
    Running(i64, Pair),
    Trouble(String),
}

fn running(settings: &Settings) -> Server {
    match keys::ask(settings, &Command::Status) {
        Ok(None) => Server::None,
        Ok(Some(Reply::Done(Report::Status {
            schema_version,
            trouble: None,
            credentials,
        }))) => Server::Running(schema_version, credentials),
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
    let address = settings.listen;
    let error = match (selvedge_web::bind(address).await, server) {
        (Ok(_), _) => return Ok(format!("{address} is free")),
        (Err(_), Server::Running(..) | Server::Trouble(_)) => {
            return Ok(format!(
                "{address} is taken, and a server runs on this data directory"
            ));
        }
        (Err(error), Server::None) => error,
    };
    // On PostgreSQL a running server holds no file that would tell of it.
    let could_be_ours =
        matches!(error, BindError::Taken(_)) && matches!(settings.database, Database::Postgres(_));
    if could_be_ours && settings.tls.is_some() {
        return Ok(format!(
            "{address} is taken; whether by this server, TLS does not let us see"
        ));
    }
    if could_be_ours && is_selvedge(settings).await {
        return Ok(format!("{address} is taken, by a server that is alive"));
    }
    Err(error.to_string())
}

/// Whether what has the address answers `/healthz` as we do.
async fn is_selvedge(settings: &Settings) -> bool {
    let url = settings.local_url();
    let Some((_, address)) = url.split_once("//") else {
        return false;
    };
    let asked = timeout(PATIENCE, async {
        let mut stream = TcpStream::connect(address).await?;
        let question = format!("GET /healthz HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n");
        stream.write_all(question.as_bytes()).await?;
        let mut answer = Vec::new();
        stream.take(ANSWER_BYTES).read_to_end(&mut answer).await?;
        Ok::<_, io::Error>(String::from_utf8_lossy(&answer).ends_with("{\"status\":\"alive\"}"))
    });
    matches!(asked.await, Ok(Ok(true)))
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

fn credentials_file(settings: &Settings, pair: Option<Pair>) -> Finding {
    let path = credentials::path_in(&settings.data_dir);
    let shown = path.display();
    match pair {
        Some(Pair::Works) => private(&path, "600"),
        None if path.exists() => private(&path, "600"),
        None => Ok("none yet; the first start makes them".to_owned()),
        Some(Pair::Refused) => Err(format!(
            "the keys in {shown} are refused: they were deleted; `selvedge keys rotate KEY` or `selvedge keys \
             create` makes a pair to put there"
        )),
        Some(Pair::Absent) if matches!(settings.database, Database::Postgres(_)) && !path.exists() => Ok(
            format!("{shown} is not there; it is where the first server of this database started"),
        ),
        Some(Pair::Absent) => Err(format!(
            "{shown} cannot be read or holds no key pair; `selvedge keys rotate KEY` makes a new secret"
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

/// How the database is; and, where it can be asked, whether the pair in the file opens it.
async fn database(settings: &Settings, server: Server) -> (Finding, Option<Pair>) {
    match server {
        Server::Running(version, pair) => {
            let said = format!("served right now, schema version {version}");
            return (Ok(said), Some(pair));
        }
        Server::Trouble(trouble) => return (Err(trouble), None),
        Server::None => {}
    }
    let wiring = Wiring::system();
    let finding = match open::existing(settings, &wiring).await {
        Ok(engine) => {
            let version = engine.store().schema_version();
            let request_id = wiring.request_id();
            let pair = credentials::check(&engine, &wiring.ctx(&request_id), &settings.data_dir).await;
            engine.close().await;
            return match pair {
                Ok(pair) => {
                    let said = format!("schema version {version}, and the master key fits");
                    (Ok(said), Some(pair))
                }
                Err(error) => (Err(error.context.unwrap_or_default()), None),
            };
        }
        Err(StartError::NoDatabase { .. }) => Ok("none yet; the first start makes it".to_owned()),
        Err(StartError::Open(OpenError::NotMigrated { pending, .. })) => Ok(format!(
            "needs {pending} migration(s); the next start, or `selvedge migrate`, applies them"
        )),
        Err(StartError::NeverServed) => Ok("empty; the first start fills it".to_owned()),
        Err(error) => Err(error.to_string()),
    };
    (finding, None)
}
