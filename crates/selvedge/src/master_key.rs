//! Where the master key comes from: a file of the operator's, a variable, or a file made at the first start.
//!
//! What the key is good for is the vault's concern; whether it fits a database is the engine's.

use crate::config::MasterKeySource;
use crate::{Settings, StartError, private_file};
use selvedge_model::{Entropy, Sensitive};
use selvedge_vault::MasterKey;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// The file that the first start makes.
pub fn path_in(data_dir: &Path) -> PathBuf {
    data_dir.join("master.key")
}

/// The file that holds the key, unless a variable does.
pub fn path(settings: &Settings) -> Option<PathBuf> {
    match &settings.master_key {
        MasterKeySource::DataDir => Some(path_in(&settings.data_dir)),
        MasterKeySource::File(path) => Some(path.clone()),
        MasterKeySource::Text(_) => None,
    }
}

/// The key that was given, or the one of the data directory if it has one.
pub fn find(settings: &Settings) -> Result<Option<MasterKey>, StartError> {
    match &settings.master_key {
        MasterKeySource::Text(text) => parse("SELVEDGE_MASTER_KEY", text).map(Some),
        MasterKeySource::File(path) => match fs::read_to_string(path) {
            Ok(text) => parse(&path.display().to_string(), &Sensitive::new(text)).map(Some),
            Err(source) => Err(StartError::file("read the master key file", path)(source)),
        },
        MasterKeySource::DataDir => {
            let path = path_in(&settings.data_dir);
            match fs::read_to_string(&path) {
                Ok(text) => parse(&path.display().to_string(), &Sensitive::new(text)).map(Some),
                // A directory that cannot be is for whoever makes it to report.
                Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
                    Ok(None)
                }
                Err(source) => Err(StartError::file("read the master key file", &path)(source)),
            }
        }
    }
}

/// Makes the key of a new database, on disk before anything is sealed with it.
pub(crate) fn make(settings: &Settings, entropy: &dyn Entropy) -> Result<MasterKey, StartError> {
    let path = path_in(&settings.data_dir);
    let key = MasterKey::generate(entropy);
    match private_file::create(&path, &format!("{}\n", key.to_text().expose())) {
        Ok(()) => Ok(key),
        // Another node that shares the directory was first; its key is the key.
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            find(settings)?.ok_or(StartError::NoMasterKey { path })
        }
        Err(source) => Err(StartError::file("write the master key file", &path)(source)),
    }
}

fn parse(place: &str, text: &Sensitive) -> Result<MasterKey, StartError> {
    MasterKey::parse(text.expose()).map_err(|source| StartError::MasterKey {
        place: format!("the master key of {place}"),
        source,
    })
}
