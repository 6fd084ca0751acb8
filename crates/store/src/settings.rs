//! Which database, and how to open it.
//!
//! Where the values come from (options, environment, files) is the binary's concern.

use std::{fmt, num::NonZero, path::PathBuf, thread};

use jiff::Timestamp;
use selvedge_model::Sensitive;

/// Where the data is.
pub enum Backend {
    /// One file on this machine, and its companions beside it.
    Sqlite {
        /// The file; its directory must exist.
        path: PathBuf,
    },
    /// A PostgreSQL server, 15 or newer.
    Postgres {
        /// `postgres://user:password@host:port/database`; `options` and `search_path` in it are obeyed.
        url: Sensitive,
    },
}

impl fmt::Debug for Backend {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sqlite { path } => out.debug_struct("Sqlite").field("path", path).finish(),
            Self::Postgres { .. } => out.debug_struct("Postgres").finish_non_exhaustive(),
        }
    }
}

/// What to do with migrations that are due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Migrate {
    /// Apply them.
    Apply,
    /// Refuse to open: someone applies them by hand.
    Refuse,
}

/// How to open a store.
#[derive(Debug)]
pub struct Settings {
    /// Which database.
    pub backend: Backend,
    /// What to do with migrations that are due.
    pub migrate: Migrate,
    /// How many read connections SQLite keeps: one for each thread that reads is best.
    pub reader_slots: NonZero<usize>,
    /// The instant noted beside the migrations that are applied.
    pub now: Timestamp,
}

/// More read connections than this cost memory and bring nothing.
const MOST_READER_SLOTS: usize = 16;

impl Settings {
    /// The usual way to open `backend`: apply migrations, a read connection for each core.
    pub fn new(backend: Backend, now: Timestamp) -> Self {
        let cores = thread::available_parallelism().unwrap_or(NonZero::<usize>::MIN);
        let reader_slots = NonZero::new(MOST_READER_SLOTS).map_or(cores, |most| cores.min(most));
        Self {
            backend,
            migrate: Migrate::Apply,
            reader_slots,
            now,
        }
    }
}
