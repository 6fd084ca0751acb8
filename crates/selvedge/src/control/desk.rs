//! The server's side: one question after the other.

use super::{PATIENCE, QUESTION_BYTES, Reply};
use crate::{Wiring, keys};
use selvedge_engine::Engine;
use std::fs::{self, Permissions};
use std::io;
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tokio::io::{AsyncBufReadExt as _, AsyncReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::{UnixListener, UnixStream};
use tokio::task::JoinHandle;
use tokio::time::timeout;

const ROOT: u32 = 0;

/// An open control socket.
pub(crate) struct Desk {
    answering: JoinHandle<()>,
    path: PathBuf,
}

impl Desk {
    /// Opens the socket. A server without one serves all the same, so that failing is a warning.
    pub(crate) fn open(path: PathBuf, engine: Arc<Engine>, wiring: Wiring) -> Option<Self> {
        let data_dir = path.parent().unwrap_or(Path::new("")).to_owned();
        match listen(&path) {
            Ok((listener, owner)) => {
                let answering = tokio::spawn(answer_all(
                    listener,
                    owner,
                    Clerk {
                        engine,
                        wiring,
                        data_dir,
                    },
                ));
                Some(Self { answering, path })
            }
            Err(error) => {
                tracing::warn!(
                    path = %path.display(), %error,
                    "no control socket: `selvedge keys` and `selvedge doctor` will not reach this server"
                );
                None
            }
        }
    }

    /// Answers no more, and takes the socket away.
    pub(crate) async fn close(self) {
        self.answering.abort();
        // Cancelled is what it is meant to be; the engine is free once this returns.
        drop(self.answering.await);
        if let Err(error) = fs::remove_file(&self.path) {
            tracing::debug!(%error, "the control socket was gone already");
        }
    }
}

/// Whoever holds the data directory may replace the socket that a killed server left.
fn listen(path: &Path) -> io::Result<(UnixListener, u32)> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        Ok(()) | Err(_) => {}
    }
    let listener = UnixListener::bind(path)?;
    fs::set_permissions(path, Permissions::from_mode(0o600))?;
    let owner = fs::metadata(path)?.uid();
    Ok((listener, owner))
}

async fn answer_all(listener: UnixListener, owner: u32, clerk: Clerk) {
    loop {
        let stream = match listener.accept().await {
            Ok((stream, _)) => stream,
            Err(error) => {
                tracing::error!(%error, "the control socket failed and is closed");
                return;
            }
        };
        match timeout(PATIENCE, answer(stream, owner, &clerk)).await {
            Ok(Ok(())) => {}
            Ok(Err(error)) => tracing::debug!(%error, "a visitor of the control socket went away"),
            Err(_) => tracing::debug!("a visitor of the control socket said nothing"),
        }
    }
}

async fn answer(mut stream: UnixStream, owner: u32, clerk: &Clerk) -> io::Result<()> {
    // The mode of the socket keeps others out; between bind and chmod only this does.
    let visitor = stream.peer_cred()?.uid();
    if visitor != owner && visitor != ROOT {
        return Err(io::ErrorKind::PermissionDenied.into());
    }
    let (read, mut write) = stream.split();
    let mut question = String::new();
    BufReader::new(read.take(QUESTION_BYTES))
        .read_line(&mut question)
        .await?;
    let reply = match serde_json::from_str::<keys::Command>(&question) {
        Ok(command) => clerk.obey(command).await,
        Err(_) => Reply::Refused("the server does not know this command; use its own version".to_owned()),
    };
    let mut line = serde_json::to_vec(&reply)?;
    line.push(b'\n');
    write.write_all(&line).await?;
    write.shutdown().await
}

/// What is needed to do what a visitor asks.
struct Clerk {
    engine: Arc<Engine>,
    wiring: Wiring,
    data_dir: PathBuf,
}

impl Clerk {
    async fn obey(&self, command: keys::Command) -> Reply {
        let (verb, key_id) = (command.verb(), command.key_id().map(str::to_owned));
        let request_id = self.wiring.request_id();
        let ctx = self.wiring.ctx(&request_id);
        match keys::run(&self.engine, &ctx, &self.data_dir, command).await {
            Ok(report) => {
                tracing::info!(
                    control.verb = verb,
                    key.id = key_id,
                    key.made = report.made_key_id(),
                    "did what a command asked through the control socket"
                );
                Reply::Done(report)
            }
            Err(error) => {
                tracing::warn!(
                    control.verb = verb,
                    key.id = key_id,
                    error.code = error.code.as_str(),
                    error.context = error.context,
                    "refused what a command asked through the control socket"
                );
                Reply::Refused(error.message.into_owned())
            }
        }
    }
}
