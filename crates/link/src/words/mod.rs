//! Every word that a person reads in Link, in every language.
//!
//! The words themselves are in `locales/*.ftl` (Fluent), one file a language; [`Words`] finds and fills them in,
//! [`named`] knows which of them belongs to which value of the contract. No HTML: what is said is plain text, and
//! the templates escape it. No choice of a language either: a link token names its own.

mod named;
mod pseudo;
mod speak;
#[cfg(test)]
mod tests;

pub(crate) use speak::Words;
