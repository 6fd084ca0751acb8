//! What an operator asks of a server, in one vocabulary for the command line and the control socket.
//!
//! The engine does the work; this says what was asked and what came of it.

use crate::credentials::{self, Pair};
use crate::link::{self, LinkLines, LinkVerb};
use jiff::Timestamp;
use selvedge_engine::{Engine, KeySummary, NewKeys};
use selvedge_model::{Ctx, Error};
use serde::{Deserialize, Serialize};
use std::path::Path;

/// What an operator asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "command", rename_all = "snake_case", deny_unknown_fields)]
pub enum Command {
    /// Every key, oldest first.
    List,
    /// A new team with keys of its own, or a partner.
    Create {
        /// A name for people.
        name: Option<String>,
        /// The partner's name in processor tokens, when it is one.
        partner: Option<String>,
    },
    /// A new secret beside an old one.
    Rotate {
        /// The old one.
        key_id: String,
    },
    /// An end to a key.
    Delete {
        /// Which.
        key_id: String,
        /// Also where it is the last current one of its team.
        #[serde(default)]
        force: bool,
    },
    /// A new key that signs webhooks.
    RotateWebhookKey,
    /// Whether the server is well.
    Status,
    /// A look at what a team set for Link, or a change to it.
    Link {
        /// A client id of the team, its id or its name; the first team when absent.
        team: Option<String>,
        /// What is asked.
        ask: LinkVerb,
    },
}

impl Command {
    /// What is asked, for the log, which has no names in it.
    pub(crate) const fn verb(&self) -> &'static str {
        match self {
            Self::List => "list",
            Self::Create { .. } => "create",
            Self::Rotate { .. } => "rotate",
            Self::Delete { .. } => "delete",
            Self::RotateWebhookKey => "rotate_webhook_key",
            Self::Status => "status",
            Self::Link { ask, .. } => ask.name(),
        }
    }

    /// The key it is about.
    pub(crate) fn key_id(&self) -> Option<&str> {
        match self {
            Self::Rotate { key_id } | Self::Delete { key_id, .. } => Some(key_id),
            Self::List | Self::Create { .. } | Self::RotateWebhookKey | Self::Status | Self::Link { .. } => {
                None
            }
        }
    }
}

/// What came of it.
#[derive(Serialize, Deserialize)]
#[serde(tag = "report", rename_all = "snake_case")]
#[expect(missing_debug_implementations, reason = "may hold a secret")]
pub enum Report {
    /// The keys there are.
    Keys {
        /// Oldest first.
        keys: Vec<KeyLine>,
    },
    /// Keys that were made. The secret is shown once.
    Made {
        /// The key's own id.
        key_id: String,
        /// The public half.
        client_id: String,
        /// The secret half.
        secret: String,
        /// Set when they are a new partner's.
        partner_id: Option<String>,
    },
    /// A key that is no more.
    Deleted {
        /// Which.
        key_id: String,
    },
    /// The key that signs webhooks from now on.
    WebhookKey {
        /// Its id.
        key_id: String,
    },
    /// How the server is.
    Status {
        /// The version of its database.
        schema_version: i64,
        /// What keeps it from serving, if anything does.
        trouble: Option<String>,
        /// Whether the pair in `credentials.env` opens it.
        credentials: Pair,
    },
    /// What a team set for Link.
    Link {
        /// Its settings.
        settings: LinkLines,
    },
}

impl Report {
    /// The key that was made, for the log.
    pub(crate) fn made_key_id(&self) -> Option<&str> {
        match self {
            Self::Made { key_id, .. } | Self::WebhookKey { key_id } => Some(key_id),
            Self::Keys { .. } | Self::Deleted { .. } | Self::Status { .. } | Self::Link { .. } => None,
        }
    }
}

/// A key as an operator sees it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct KeyLine {
    /// Its own id.
    pub key_id: String,
    /// The public half.
    pub client_id: String,
    /// The team's name.
    pub team: String,
    /// The partner's name in processor tokens, when it is one.
    pub partner: Option<String>,
    /// When it was made.
    pub created_at: Timestamp,
    /// When a newer secret took its place; it works until it is deleted.
    pub superseded_at: Option<Timestamp>,
}

/// The longest name of a team or partner, characters.
const NAME_CHARS: usize = 100;

/// Does what was asked, beside the files of `data_dir`.
pub async fn run(engine: &Engine, ctx: &Ctx<'_>, data_dir: &Path, command: Command) -> Result<Report, Error> {
    match command {
        Command::List => {
            let keys = engine.list_keys().await?;
            Ok(Report::Keys {
                keys: keys.into_iter().map(line).collect(),
            })
        }
        Command::Create { name, partner: None } => {
            let name = named(name.as_deref().unwrap_or("team"))?;
            engine.create_team(ctx, name).await.map(made)
        }
        Command::Create {
            name,
            partner: Some(processor),
        } => {
            let processor = processor_name(&processor)?;
            let name = named(name.as_deref().unwrap_or(processor))?;
            engine.create_partner(ctx, processor, name).await.map(made)
        }
        Command::Rotate { key_id } => engine.rotate_key(ctx, &key_id).await.map(made),
        Command::Delete { key_id, force } => {
            if !force {
                refuse_the_last(engine, &key_id).await?;
            }
            engine.delete_key(&key_id).await?;
            Ok(Report::Deleted { key_id })
        }
        Command::RotateWebhookKey => {
            let key_id = engine.rotate_signing_key(ctx).await?;
            Ok(Report::WebhookKey { key_id })
        }
        Command::Status => Ok(Report::Status {
            schema_version: engine.store().schema_version(),
            trouble: engine
                .store()
                .ready()
                .await
                .err()
                .map(|failure| failure.to_string()),
            credentials: credentials::check(engine, ctx, data_dir).await?,
        }),
        Command::Link { team, ask } => {
            let settings = link::run(engine, ctx, team.as_deref(), ask).await?;
            Ok(Report::Link { settings })
        }
    }
}

/// The secret of a deleted key cannot be had again, and a team without keys is one that nobody can reach.
async fn refuse_the_last(engine: &Engine, key_id: &str) -> Result<(), Error> {
    let keys = engine.list_keys().await?;
    let Some(key) = keys.iter().find(|key| key.key_id == key_id) else {
        return Ok(());
    };
    let another = keys
        .iter()
        .any(|other| other.team_id == key.team_id && other.key_id != key_id && other.superseded_at.is_none());
    if another {
        return Ok(());
    }
    Err(Error::field(format!(
        "{key_id} is the last current key of {:?}: without it nobody can call as that team, or make it a new \
         secret; `selvedge keys rotate {key_id}` first, or delete it all the same with --force",
        key.team_name
    )))
}

fn line(key: KeySummary) -> KeyLine {
    KeyLine {
        key_id: key.key_id,
        client_id: key.client_id.as_str().to_owned(),
        team: key.team_name,
        partner: key.processor,
        created_at: key.created_at,
        superseded_at: key.superseded_at,
    }
}

fn made(keys: NewKeys) -> Report {
    Report::Made {
        key_id: keys.key_id,
        client_id: keys.client_id.as_str().to_owned(),
        secret: keys.secret.expose().to_owned(),
        partner_id: keys.partner_id.map(|id| id.as_str().to_owned()),
    }
}

/// Names are shown in a table: they fit a line.
fn named(name: &str) -> Result<&str, Error> {
    let fits = (1..=NAME_CHARS).contains(&name.chars().count()) && !name.chars().any(char::is_control);
    if fits {
        Ok(name)
    } else {
        Err(Error::field(format!(
            "a name has 1 to {NAME_CHARS} characters, all on one line"
        )))
    }
}

/// Partner names stand in processor tokens: `processor-sandbox-…` is made for `dwolla`, `modern_treasury`.
fn processor_name(name: &str) -> Result<&str, Error> {
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
    if (1..=NAME_CHARS).contains(&name.len()) && name.bytes().all(plain) {
        Ok(name)
    } else {
        Err(Error::field(
            "a partner's name has lower-case letters, digits and _ only, such as modern_treasury",
        ))
    }
}
