//! `credentials.env`: the first team's keys, where an app or a test finds them.
//!
//! The database keeps only hashes, so a file that is lost cannot be written again: new keys can be made.

use crate::{Settings, StartError, private_file};
use selvedge_engine::{Call, Credentials, Engine};
use selvedge_model::id::ClientId;
use selvedge_model::{Ctx, Environment, Error, ErrorCode, Sensitive};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// What became of the file at a start.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// It says what is served: written now, or by an earlier start.
    Present,
    /// It is gone, and the secret that it held with it.
    Missing,
}

/// Whether the pair in the file opens the server.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Pair {
    /// It does.
    Works,
    /// It was deleted.
    Refused,
    /// There is no file, or no pair in it.
    Absent,
}

/// Tries the pair in the file.
pub async fn check(engine: &Engine, ctx: &Ctx<'_>, data_dir: &Path) -> Result<Pair, Error> {
    let Some(credentials) = fs::read_to_string(path_in(data_dir))
        .ok()
        .and_then(|text| parse(&Sensitive::new(text)))
    else {
        return Ok(Pair::Absent);
    };
    let call = Call {
        ctx: *ctx,
        credentials: &credentials,
        once: None,
        team: &OnceLock::new(),
    };
    match engine.caller(&call).await {
        Ok(_) => Ok(Pair::Works),
        Err(error) if matches!(error.code, ErrorCode::InvalidApiKeys | ErrorCode::InvalidField) => {
            Ok(Pair::Refused)
        }
        Err(error) => Err(error),
    }
}

/// The pair of a file that [`text`] made.
fn parse(text: &Sensitive) -> Option<Credentials> {
    let value = |name: &str| {
        let mut lines = text.expose().lines();
        lines.find_map(|line| line.strip_prefix(name)?.strip_prefix('=').map(unquoted))
    };
    Some(Credentials {
        client_id: ClientId::new(value("PLAID_CLIENT_ID")?.as_str()),
        secret: Sensitive::new(value("PLAID_SECRET")?),
    })
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

/// What [`quoted`] was made of.
fn unquoted(text: &str) -> String {
    let inner = text.strip_prefix('\'').and_then(|text| text.strip_suffix('\''));
    inner.map_or_else(|| text.to_owned(), |inner| inner.replace(r"'\''", "'"))
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
            assert_eq!(unquoted(written), plain);
        }
    }
}
