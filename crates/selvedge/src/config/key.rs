//! The names of the settings: one word list, three spellings.

/// A setting that can be given as an option, a variable or a key of the configuration file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key {
    /// The address to listen on.
    Listen,
    /// The directory of what the server writes.
    DataDir,
    /// The PostgreSQL database.
    DatabaseUrl,
    /// The address as clients see it.
    PublicUrl,
    /// Sandbox or production.
    Environment,
    /// The certificate file.
    TlsCert,
    /// The certificate's key file.
    TlsKey,
    /// The master key file.
    MasterKeyFile,
    /// The shape of log lines.
    LogFormat,
    /// What is logged.
    LogLevel,
}

impl Key {
    /// Every setting.
    pub const ALL: &[Self] = &[
        Self::Listen,
        Self::DataDir,
        Self::DatabaseUrl,
        Self::PublicUrl,
        Self::Environment,
        Self::TlsCert,
        Self::TlsKey,
        Self::MasterKeyFile,
        Self::LogFormat,
        Self::LogLevel,
    ];

    /// As it is written in the configuration file.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Listen => "listen",
            Self::DataDir => "data_dir",
            Self::DatabaseUrl => "database_url",
            Self::PublicUrl => "public_url",
            Self::Environment => "environment",
            Self::TlsCert => "tls_cert",
            Self::TlsKey => "tls_key",
            Self::MasterKeyFile => "master_key_file",
            Self::LogFormat => "log_format",
            Self::LogLevel => "log_level",
        }
    }

    /// As it is written on the command line.
    pub fn option(self) -> String {
        format!("--{}", self.name().replace('_', "-"))
    }

    /// As it is written in the environment.
    pub fn variable(self) -> String {
        format!("SELVEDGE_{}", self.name().to_ascii_uppercase())
    }

    /// What it takes, for a message about a value that it does not take.
    pub(super) const fn takes(self) -> &'static str {
        match self {
            Self::Listen => "an address with a port, such as 127.0.0.1:7358",
            Self::DataDir => "a directory, such as ./selvedge-data",
            Self::DatabaseUrl => "a PostgreSQL address, such as postgres://user:password@host:5432/database",
            Self::PublicUrl => "an http or https address without a query, such as https://link.example.com",
            Self::Environment => "sandbox or production",
            Self::TlsCert | Self::TlsKey => "a PEM file",
            Self::MasterKeyFile => "a file with 64 hex digits",
            Self::LogFormat => "human or json",
            Self::LogLevel => {
                "error, warn, info, debug, trace or off, or levels by target, such as info,access=off"
            }
        }
    }
}
