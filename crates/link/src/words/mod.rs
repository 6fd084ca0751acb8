//! Every word that a person reads, in every language.
