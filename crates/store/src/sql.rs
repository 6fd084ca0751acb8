//! Statements: each is a named static with one text for both engines, or two where the engines differ.
//!
//! Statements are never assembled while the program runs, so all of them can be prepared in a test and
//! a connection can remember its prepared form by address.

use crate::{repo, store};

/// One statement, in the words of each engine.
///
/// Parameters are `$1`, `$2`, … numbered in the order of their first occurrence: SQLite numbers them so.
#[derive(Debug)]
pub struct Sql {
    name: &'static str,
    sqlite: &'static str,
    postgres: &'static str,
}

impl Sql {
    /// A statement whose text both engines understand.
    pub const fn shared(name: &'static str, text: &'static str) -> Self {
        Self {
            name,
            sqlite: text,
            postgres: text,
        }
    }

    /// A statement that has to be said differently.
    pub const fn differing(name: &'static str, sqlite: &'static str, postgres: &'static str) -> Self {
        Self {
            name,
            sqlite,
            postgres,
        }
    }

    /// The name it was declared under, for errors and logs.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// The text for SQLite.
    pub const fn sqlite(&self) -> &'static str {
        self.sqlite
    }

    /// The text for PostgreSQL.
    pub const fn postgres(&self) -> &'static str {
        self.postgres
    }
}

/// Every statement that this crate can send; a new module that declares statements is added here.
pub fn all_statements() -> Vec<&'static Sql> {
    [store::STATEMENTS, &repo::statements()].concat()
}

/// Declares statements as `pub(crate) static NAME: Sql`, and `STATEMENTS`, the list of those declared here.
///
/// `NAME = "…";` is one text for both engines; `NAME = sqlite "…", postgres "…";` is one for each.
/// A text may be any constant expression, such as `concat!(…)`.
macro_rules! statements {
    (@each [$($done:ident)*]) => {
        /// Every statement declared in this module.
        pub(crate) static STATEMENTS: &[&$crate::Sql] = &[$(&$done),*];
    };
    (@each [$($done:ident)*] $(#[$meta:meta])* $name:ident = sqlite $sqlite:expr, postgres $postgres:expr; $($rest:tt)*) => {
        $(#[$meta])*
        pub(crate) static $name: $crate::Sql = $crate::Sql::differing(stringify!($name), $sqlite, $postgres);
        $crate::sql::statements! { @each [$($done)* $name] $($rest)* }
    };
    (@each [$($done:ident)*] $(#[$meta:meta])* $name:ident = $text:expr; $($rest:tt)*) => {
        $(#[$meta])*
        pub(crate) static $name: $crate::Sql = $crate::Sql::shared(stringify!($name), $text);
        $crate::sql::statements! { @each [$($done)* $name] $($rest)* }
    };
    ($($body:tt)+) => {
        $crate::sql::statements! { @each [] $($body)+ }
    };
}
pub(crate) use statements;
