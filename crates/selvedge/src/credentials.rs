//! `credentials.env`: the first team's keys, where an app or a test finds them.
//!
//! The database keeps only hashes, so a file that is lost cannot be written again: new keys can be made.

use crate::{Settings, StartError, private_file};
use selvedge_model::{Environment, Sensitive};
use std::borrow::Cow;
use std::fs;
use std::path::{Path, PathBuf};

/// What became of the file at a start.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// It says what is served: written now, or by an earlier start.
    Present,
    /// It is gone, and the secret that it held with it.
    Missing,
}

/// Where the file is.
pub fn path_in(data_dir: &Path) -> PathBuf {
    data_dir.join("credentials.env")
}

/// A key pair in the words of the file, one variable a line; a shell and `.env` readers understand it.
pub fn text(client_id: &str, secret: &Sensitive, environment: Environment) -> Sensitive {
    Sensitive::new(format!(
        "PLAID_CLIENT_ID={}\nPLAID_SECRET={}\nPLAID_ENV={environment}\n",
        quoted(client_id),
        quoted(secret.expose()),
    ))
}

/// Writes `keys` when this start knows them; otherwise says whether the file of an earlier start is there.
pub(crate) fn settle(settings: &Settings, keys: Option<(&str, &Sensitive)>) -> Result<State, StartError> {
    let path = path_in(&settings.data_dir);
    let Some((client_id, secret)) = keys else {
        return Ok(if path.exists() {
            State::Present
        } else {
            State::Missing
        });
    };
    let text = text(client_id, secret, settings.environment);
    // Most starts find what they would write.
    let same = fs::read(&path).is_ok_and(|old| old == text.expose().as_bytes());
    if !same {
        private_file::replace(&path, text.expose()).map_err(StartError::file("write", &path))?;
    }
    Ok(State::Present)
}

/// `text` as it is where nothing in it means something to a shell, else in quotes.
fn quoted(text: &str) -> Cow<'_, str> {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"_-./:@%+=,".contains(&byte);
    if text.bytes().all(plain) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(format!("'{}'", text.replace('\'', r"'\''")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_minted_pair_is_written_without_quotes() {
        let text = text("66f0c0ffee", &Sensitive::from("5ec"), Environment::Sandbox);
        assert_eq!(
            text.expose(),
            "PLAID_CLIENT_ID=66f0c0ffee\nPLAID_SECRET=5ec\nPLAID_ENV=sandbox\n"
        );
    }

    #[test]
    fn what_a_shell_would_read_otherwise_is_quoted() {
        for (plain, written) in [
            ("two words", "'two words'"),
            ("$HOME", "'$HOME'"),
            ("it's", r"'it'\''s'"),
            ("schlüssel", "'schlüssel'"),
        ] {
            assert_eq!(quoted(plain), written);
        }
    }
}
