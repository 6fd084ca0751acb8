//! Webhook keys: ES256 signatures and the compact JWT that a webhook carries.
//!
//! Storing the key is the caller's work, sealed; choosing the moment of rotation too.

use crate::{digest::sha256, error::KeyError, sure::sure};
use aws_lc_rs::agreement::{ECDH_P256, PrivateKey};
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair as _};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::Timestamp;
use selvedge_model::{Ctx, id};
use zeroize::Zeroizing;

/// About one draw in 2^32 is no private key, so more misses than this mean a broken source.
const DRAWS: usize = 8;

/// A P-256 private key.
#[expect(missing_debug_implementations, reason = "a secret must not be printable")]
pub struct SigningKey(EcdsaKeyPair);

/// The public half as a JWK gives it: both coordinates, 32 bytes each, base64url without padding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicCoordinates {
    /// The first coordinate.
    pub x: String,
    /// The second coordinate.
    pub y: String,
}

impl SigningKey {
    /// Draws a fresh key from the caller's entropy.
    pub fn generate(ctx: &Ctx<'_>) -> Result<Self, KeyError> {
        let mut scalar = Zeroizing::new([0; 32]);
        for _ in 0..DRAWS {
            ctx.entropy.fill(&mut *scalar);
            if let Ok(private) = PrivateKey::from_private_key(&ECDH_P256, &*scalar) {
                let public = sure(private.compute_public_key(), "compute a public key");
                let pair = EcdsaKeyPair::from_private_key_and_public_key(
                    &ECDSA_P256_SHA256_FIXED_SIGNING,
                    &*scalar,
                    public.as_ref(),
                );
                return pair.map(Self).or(Err(KeyError::NotASigningKey));
            }
        }
        Err(KeyError::NoUsableDraw)
    }

    /// Reads what [`SigningKey::to_pkcs8`] gave.
    pub fn from_pkcs8(bytes: &[u8]) -> Result<Self, KeyError> {
        EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, bytes)
            .map(Self)
            .or(Err(KeyError::NotASigningKey))
    }

    /// The key in PKCS#8, to be sealed and stored.
    pub fn to_pkcs8(&self) -> Zeroizing<Vec<u8>> {
        Zeroizing::new(sure(self.0.to_pkcs8v1(), "write a private key").as_ref().to_vec())
    }

    /// The public half.
    pub fn public_jwk(&self) -> PublicCoordinates {
        // An uncompressed point: a marker byte, then both coordinates.
        let point = self.0.public_key().as_ref();
        let mut coordinates = point
            .get(1..)
            .unwrap_or_default()
            .chunks(32)
            .map(|part| URL_SAFE_NO_PAD.encode(part));
        let mut next = || coordinates.next().unwrap_or_default();
        PublicCoordinates { x: next(), y: next() }
    }

    /// The signature of `message` over its SHA-256: r then s, 32 bytes each.
    pub fn sign(&self, message: &[u8]) -> [u8; 64] {
        let signature = sure(self.0.sign(&SystemRandom::new(), message), "sign a message");
        let mut bytes = [0; 64];
        bytes.copy_from_slice(signature.as_ref());
        bytes
    }

    /// The compact JWT that vouches for the exact bytes of a webhook's body, issued at `issued_at`.
    pub fn webhook_jwt(&self, kid: &str, issued_at: Timestamp, body: &[u8]) -> String {
        let kid = serde_json::Value::from(kid);
        let header = format!(r#"{{"alg":"ES256","kid":{kid},"typ":"JWT"}}"#);
        let digest = id::hex(&sha256(body));
        let payload = format!(
            r#"{{"iat":{},"request_body_sha256":"{digest}"}}"#,
            issued_at.as_second()
        );
        let mut token = URL_SAFE_NO_PAD.encode(header);
        token.push('.');
        URL_SAFE_NO_PAD.encode_string(payload, &mut token);
        let signature = self.sign(token.as_bytes());
        token.push('.');
        URL_SAFE_NO_PAD.encode_string(signature, &mut token);
        token
    }
}
