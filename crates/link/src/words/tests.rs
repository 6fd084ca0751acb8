//! What every language owes to English.
