//! One process at a time: the data directory is held by a locked file beside the database.
//!
//! The file stays when the process ends; only the lock matters, and the system drops it even after a crash.

use std::{
    fs::{File, OpenOptions, TryLockError},
    path::{Path, PathBuf},
};

use crate::OpenError;

/// Takes the directory of `database` for as long as the returned file is open.
pub(crate) fn take(database: &Path) -> Result<File, OpenError> {
    let dir = match database.parent() {
        Some(dir) if dir != Path::new("") => dir.to_owned(),
        Some(_) | None => PathBuf::from("."),
    };
    let path = dir.join("selvedge.lock");
    let file = create_private(&path)?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(OpenError::InUse { dir }),
        Err(TryLockError::Error(source)) => Err(OpenError::Io { path, source }),
    }
}

/// Opens a file, creating it readable by this user only. SQLite gives its companions the same mode.
pub(crate) fn create_private(path: &Path) -> Result<File, OpenError> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map_err(|source| OpenError::Io {
        path: path.to_owned(),
        source,
    })
}
