//! Why a key or a sealed value was refused: words for the log, never for a caller of the API.
//!
//! No message holds a key, a plaintext or a ciphertext.

use selvedge_model::Error;

/// Why a key was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum KeyError {
    /// The text is neither hex nor base64.
    #[error("the master key must be 64 hex digits or the base64 of 32 bytes")]
    NotEncoded,
    /// The text decodes, but to another number of bytes.
    #[error("the master key must be 32 bytes, this one has {bytes}")]
    WrongLength {
        /// How many bytes it has.
        bytes: usize,
    },
    /// The bytes are not a P-256 signing key.
    #[error("the stored bytes are not a signing key")]
    NotASigningKey,
    /// The source of randomness never gave a number that can be a private key.
    #[error("the source of randomness gives no usable private key")]
    NoUsableDraw,
}

/// Why a sealed value did not open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum OpenError {
    /// Shorter than any sealed value can be.
    #[error("the sealed value has {bytes} bytes and is cut short")]
    CutShort {
        /// How many bytes it has.
        bytes: usize,
    },
    /// Written by a newer version of the program.
    #[error("the sealed value has format version {version}, which this program does not know")]
    UnknownVersion {
        /// The version it carries.
        version: u8,
    },
    /// Sealed with an algorithm that this program does not have.
    #[error("the sealed value names algorithm {algorithm}, which this program does not know")]
    UnknownAlgorithm {
        /// The number it carries.
        algorithm: u8,
    },
    /// Sealed under another key: another master key, team, environment or Item.
    #[error(
        "the sealed value belongs to key {:016x}, which is not the key of this row",
        key_id
    )]
    UnknownKey {
        /// The first eight bytes of that key's commitment.
        key_id: u64,
    },
    /// The right key, but the value or the place it was found in is not what was sealed.
    #[error("the sealed value was altered, or moved from another row or column")]
    Altered,
    /// The wrapped key opened to a key that is not the one committed to.
    #[error("the wrapped key does not match its commitment")]
    WrongCommitment,
}

impl From<KeyError> for Error {
    fn from(cause: KeyError) -> Self {
        Self::internal(cause)
    }
}

impl From<OpenError> for Error {
    fn from(cause: OpenError) -> Self {
        Self::internal(cause)
    }
}

#[cfg(test)]
mod tests {
    use super::OpenError;
    use selvedge_model::{Error, ErrorCode};

    #[test]
    fn a_caller_learns_nothing_of_why_a_value_did_not_open() {
        let error = Error::from(OpenError::UnknownKey { key_id: 0xab });
        assert_eq!(error.code, ErrorCode::InternalServerError);
        assert_eq!(error.message, ErrorCode::InternalServerError.entry().message);
        assert!(
            error
                .context
                .is_some_and(|context| context.contains("00000000000000ab"))
        );
    }
}
