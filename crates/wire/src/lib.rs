//! The JSON of every endpoint: the only crate that knows the contract's field names.
