//! Plain SHA-256, for request bodies and other values that are not secret.
//!
//! Not for tokens or client secrets: those are hashed under a key.

use aws_lc_rs::digest::{SHA256, digest};

/// The SHA-256 digest of `bytes`.
pub fn sha256(bytes: &[u8]) -> [u8; 32] {
    let mut out = [0; 32];
    out.copy_from_slice(digest(&SHA256, bytes).as_ref());
    out
}

#[cfg(test)]
mod tests {
    use super::sha256;
    use selvedge_model::id::hex;

    #[test]
    fn the_digest_of_abc_is_the_published_one() {
        assert_eq!(
            hex(&sha256(b"abc")),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
    }
}
