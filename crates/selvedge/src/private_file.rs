//! Files that only this user may read, written whole or not at all.
//!
//! It knows no content; keys and credentials are its callers'.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

/// Makes a directory that only this user may enter, and its parents; one that exists stays as it is.
pub fn make_dir(path: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

/// Writes a file, in place of one that may be there.
pub fn replace(path: &Path, text: &str) -> io::Result<()> {
    let draft = write_beside(path, text)?;
    fs::rename(&draft, path)?;
    sync_parent(path)
}

/// Writes a file; fails with [`io::ErrorKind::AlreadyExists`] when there is one, and leaves that alone.
pub fn create(path: &Path, text: &str) -> io::Result<()> {
    let draft = write_beside(path, text)?;
    let linked = fs::hard_link(&draft, path);
    fs::remove_file(&draft)?;
    linked?;
    sync_parent(path)
}

/// Whether nobody but this user (and root) may read or enter it.
pub fn is_private(path: &Path) -> io::Result<bool> {
    let metadata = fs::metadata(path)?;
    #[cfg(unix)]
    let private = std::os::unix::fs::PermissionsExt::mode(&metadata.permissions()).trailing_zeros() >= 6;
    // Elsewhere the user's own folders are private by inheritance, which is not for us to read.
    #[cfg(not(unix))]
    let private = metadata.is_file() || metadata.is_dir();
    Ok(private)
}

fn write_beside(path: &Path, text: &str) -> io::Result<PathBuf> {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{}.new", std::process::id()));
    let draft = path.with_file_name(name);
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(&draft)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()?;
    Ok(draft)
}

/// Makes the name durable, not only the bytes.
fn sync_parent(path: &Path) -> io::Result<()> {
    match path.parent() {
        Some(parent) if cfg!(unix) && parent != Path::new("") => File::open(parent)?.sync_all(),
        Some(_) | None => Ok(()),
    }
}
