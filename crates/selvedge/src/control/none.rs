//! Where there are no Unix sockets: no control socket, and commands wait until the server is stopped.

use super::Reply;
use crate::Wiring;
use crate::keys::Command;
use selvedge_engine::Engine;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A control socket that is never open.
pub(crate) enum Desk {}

impl Desk {
    pub(crate) fn open(_path: PathBuf, _engine: Arc<Engine>, _wiring: Wiring) -> Option<Self> {
        None
    }

    pub(crate) async fn close(self) {
        match self {}
    }
}

/// Finds no server.
pub fn ask(_data_dir: &Path, _command: &Command) -> io::Result<Option<Reply>> {
    Ok(None)
}
