//! Keyring, sealing, token minting and hashing, webhook keys: the only crate that names cryptography.
