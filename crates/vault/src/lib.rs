//! Keyring, sealing, token minting and hashing, webhook keys: the only crate that names cryptography.
//!
//! Everything hangs from one 32-byte master key. Keys for each purpose, team and environment are derived
//! from it and never stored; each Item has a random key of its own, stored wrapped. The crate keeps no
//! state on disk, reads no clock and draws no randomness but the caller's.
//!
//! It does not protect against someone who can read this process's memory, nor against an older, valid
//! ciphertext put back in its own place.

mod derive;
mod digest;
mod error;
mod frame;
mod item;
mod master;
mod ring;
mod seal;
pub mod signing;
mod sure;
mod system;
mod token;
mod vault;

pub use digest::sha256;
pub use error::{KeyError, OpenError};
pub use item::{ItemKey, WrappedKey};
pub use master::MasterKey;
pub use seal::Place;
pub use system::SystemEntropy;
pub use token::{Minted, TokenHash, TokenKind, token_shape};
pub use vault::Vault;
