//! The command line: commands, options and their help.
//!
//! Values stay text here; the configuration reads them together with those from elsewhere.

use clap::{Args, Parser, Subcommand};
use selvedge::config::{ConfigError, Environ, Given, Key};
use std::path::PathBuf;

/// Account linking on your own machine.
///
/// Every option can also be set in the environment, such as `--data-dir` by `SELVEDGE_DATA_DIR`, or in a
/// configuration file, there as `data_dir`. An option wins over a variable, a variable over the file.
#[derive(Debug, Parser)]
#[command(name = "selvedge", version)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Run the server
    Serve(Options),
    /// List, create, rotate and delete API keys
    Keys(Keys),
    /// Show and set where Link may send people and who may embed it
    Link(Link),
    /// Bring the database up to this version
    Migrate(Options),
    /// Check the configuration, the data and the keys
    Doctor(Options),
    /// Print the OpenAPI document
    Openapi,
    /// Print a page of the documentation that is written from the code
    Docs {
        #[command(subcommand)]
        page: Page,
    },
}

#[derive(Debug, Clone, Copy, Subcommand)]
pub(crate) enum Page {
    /// Every error code
    Errors,
}

#[derive(Debug, Args)]
pub(crate) struct Keys {
    #[command(flatten)]
    pub(crate) options: Options,
    #[command(subcommand)]
    pub(crate) verb: Verb,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Verb {
    /// List every key
    List,
    /// Make keys for a new team, or for a partner
    Create {
        /// A name for people
        #[arg(long)]
        name: Option<String>,
        /// Make the keys of a partner that opens processor tokens of this name, such as dwolla
        #[arg(long, value_name = "PROCESSOR")]
        partner: Option<String>,
    },
    /// Make a new secret beside the one of this key, which works until it is deleted
    Rotate {
        /// The key, as `keys list` names it
        key_id: String,
    },
    /// Delete a key: it is refused from then on
    Delete {
        /// The key, as `keys list` names it
        key_id: String,
        /// Delete it even where nobody can call as that team any more
        #[arg(long)]
        force: bool,
    },
    /// Make a new key for signing webhooks; receivers can still look up the old ones
    RotateWebhookKey,
}

#[derive(Debug, Args)]
pub(crate) struct Link {
    #[command(flatten)]
    pub(crate) options: Options,
    /// Which team: one of its client ids, or its name as `keys list` shows it [default: the first]
    #[arg(long, global = true, value_name = "TEAM")]
    pub(crate) team: Option<String>,
    #[command(subcommand)]
    pub(crate) verb: LinkCommand,
}

#[derive(Debug, Subcommand)]
pub(crate) enum LinkCommand {
    /// Show what the team allows
    Show,
    /// Let Link send people back to this address
    AllowRedirect {
        /// The exact address, such as `https://app.example/back`; `*.` may stand for one label of its host
        uri: String,
    },
    /// Take an address off the list
    DenyRedirect {
        /// The address, as `link show` shows it
        uri: String,
    },
    /// Let pages of this origin embed Link, and none but those on the list
    AllowOrigin {
        /// The origin, such as `https://app.example`
        origin: String,
    },
    /// Take an origin off the list
    DenyOrigin {
        /// The origin, as `link show` shows it
        origin: String,
    },
}

#[derive(Debug, Args)]
pub(crate) struct Options {
    /// Read a configuration file
    #[arg(long, global = true, value_name = "FILE.toml")]
    config: Option<PathBuf>,
    /// Listen on this address; port 0 takes a free one [default: 127.0.0.1:7358]
    #[arg(long, global = true, value_name = "ADDRESS:PORT")]
    listen: Option<String>,
    /// Keep everything that is written in this directory [default: ./selvedge-data]
    #[arg(long, global = true, value_name = "DIR")]
    data_dir: Option<String>,
    /// Use PostgreSQL in place of SQLite; better in the environment, for it holds a password
    #[arg(long, global = true, value_name = "URL")]
    database_url: Option<String>,
    /// The server's address as clients see it [default: where it listens]
    #[arg(long, global = true, value_name = "URL")]
    public_url: Option<String>,
    /// sandbox or production [default: sandbox]
    #[arg(long, global = true, value_name = "NAME")]
    environment: Option<String>,
    /// Speak TLS with this PEM certificate chain
    #[arg(long, global = true, value_name = "FILE")]
    tls_cert: Option<String>,
    /// The certificate's PEM key
    #[arg(long, global = true, value_name = "FILE")]
    tls_key: Option<String>,
    /// Take the master key from this file
    #[arg(long, global = true, value_name = "FILE")]
    master_key_file: Option<String>,
    /// human or json [default: human]
    #[arg(long, global = true, value_name = "FORMAT")]
    log_format: Option<String>,
    /// A level, or levels by target, such as info,access=off [default: info]
    #[arg(long, global = true, value_name = "LEVELS")]
    log_level: Option<String>,
}

impl Options {
    /// With the environment, everything that was given.
    pub(crate) fn given(self) -> Result<Given, ConfigError> {
        let options = [
            (Key::Listen, self.listen),
            (Key::DataDir, self.data_dir),
            (Key::DatabaseUrl, self.database_url),
            (Key::PublicUrl, self.public_url),
            (Key::Environment, self.environment),
            (Key::TlsCert, self.tls_cert),
            (Key::TlsKey, self.tls_key),
            (Key::MasterKeyFile, self.master_key_file),
            (Key::LogFormat, self.log_format),
            (Key::LogLevel, self.log_level),
        ];
        Ok(Given {
            config: self.config,
            options: options
                .into_iter()
                .filter_map(|(key, text)| Some((key, text?)))
                .collect(),
            environ: Environ::of_process()?,
        })
    }
}
