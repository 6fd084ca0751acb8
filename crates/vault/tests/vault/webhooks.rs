//! Webhook signatures, checked with the library's verifier over the coordinates that a receiver gets.

use crate::{Fixed, PLACE, ctx, ctx_with, sandbox};
use aws_lc_rs::signature::{ECDSA_P256_SHA256_FIXED, UnparsedPublicKey};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::Timestamp;
use selvedge_model::id::hex;
use selvedge_vault::signing::{PublicCoordinates, SigningKey};
use selvedge_vault::{KeyError, sha256};

const KID: &str = "6c5516e1-92dc-479e-a8ff-5a51992e0001";
const BODY: &[u8] = b"{\n  \"webhook_type\": \"ITEM\"\n}";

/// The private key of RFC 6979, A.2.5.
const PRIVATE: [u8; 32] = [
    0xc9, 0xaf, 0xa9, 0xd8, 0x45, 0xba, 0x75, 0x16, 0x6b, 0x5c, 0x21, 0x57, 0x67, 0xb1, 0xd6, 0x93, 0x4e,
    0x50, 0xc3, 0xdb, 0x36, 0xe8, 0x9b, 0x12, 0x7b, 0x8a, 0x62, 0x2b, 0x12, 0x0f, 0x67, 0x21,
];

/// Whether `signature` holds for `message` under the published coordinates.
fn holds(public: &PublicCoordinates, message: &[u8], signature: &[u8]) -> bool {
    let coordinate = |text: &str| URL_SAFE_NO_PAD.decode(text).unwrap_or_default();
    let point = [vec![4], coordinate(&public.x), coordinate(&public.y)].concat();
    UnparsedPublicKey::new(&ECDSA_P256_SHA256_FIXED, point)
        .verify(message, signature)
        .is_ok()
}

#[test]
fn a_known_private_key_has_its_published_coordinates() {
    let key = SigningKey::generate(&ctx_with(&Fixed(&PRIVATE))).ok().unwrap();
    let public = key.public_jwk();
    let coordinate = |text: &str| hex(&URL_SAFE_NO_PAD.decode(text).unwrap());
    assert_eq!(
        (coordinate(&public.x).as_str(), coordinate(&public.y).as_str()),
        (
            "60fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb6",
            "7903fe1008b8bc99a41ae9e95628bc64f2f1b20c2d7e9f5177a3c294d4462299"
        )
    );
}

#[test]
fn a_signature_holds_for_its_message_and_key_alone() {
    let key = SigningKey::generate(&ctx()).ok().unwrap();
    let other = SigningKey::generate(&ctx()).ok().unwrap();
    let signature = key.sign(BODY);
    assert!(holds(&key.public_jwk(), BODY, &signature));
    assert!(!holds(&other.public_jwk(), BODY, &signature));
    assert!(!holds(&key.public_jwk(), b"{}", &signature));
}

#[test]
fn a_webhook_token_has_exactly_the_header_and_payload_that_receivers_read() {
    let key = SigningKey::generate(&ctx()).ok().unwrap();
    let issued_at: Timestamp = "2026-11-22T09:04:11.987Z".parse().unwrap();
    let token = key.webhook_jwt(KID, issued_at, BODY);
    let parts: Vec<&str> = token.split('.').collect();
    assert_eq!(parts.len(), 3);
    let text = |index: usize| String::from_utf8(URL_SAFE_NO_PAD.decode(parts[index]).unwrap()).unwrap();
    assert_eq!(text(0), format!(r#"{{"alg":"ES256","kid":"{KID}","typ":"JWT"}}"#));
    let digest = hex(&sha256(BODY));
    assert_eq!(
        text(1),
        format!(r#"{{"iat":1795338251,"request_body_sha256":"{digest}"}}"#)
    );

    let (signed, signature) = token.rsplit_once('.').unwrap();
    let signature = URL_SAFE_NO_PAD.decode(signature).unwrap();
    assert_eq!(signature.len(), 64);
    assert!(holds(&key.public_jwk(), signed.as_bytes(), &signature));
}

#[test]
fn a_key_id_with_quotes_cannot_add_to_the_header() {
    let key = SigningKey::generate(&ctx()).ok().unwrap();
    let kid = r#"a","alg":"none"#;
    let token = key.webhook_jwt(kid, Timestamp::UNIX_EPOCH, BODY);
    let header = URL_SAFE_NO_PAD.decode(token.split('.').next().unwrap()).unwrap();
    let header: serde_json::Value = serde_json::from_slice(&header).unwrap();
    assert_eq!(
        header,
        serde_json::json!({"alg": "ES256", "kid": kid, "typ": "JWT"})
    );
}

#[test]
fn a_key_that_was_sealed_and_opened_is_the_same_key() {
    let vault = sandbox();
    let key = SigningKey::generate(&ctx()).ok().unwrap();
    let sealed = vault.seal_global(&ctx(), PLACE, &key.to_pkcs8());
    let again = SigningKey::from_pkcs8(&vault.open_global(PLACE, &sealed).unwrap())
        .ok()
        .unwrap();
    assert_eq!(again.public_jwk(), key.public_jwk());
    assert!(holds(&key.public_jwk(), BODY, &again.sign(BODY)));
}

#[test]
fn bytes_that_are_no_signing_key_are_refused() {
    let key = SigningKey::generate(&ctx()).ok().unwrap().to_pkcs8();
    for bytes in [&[][..], b"not a key", &key[..key.len() - 1], &key[1..]] {
        assert_eq!(
            SigningKey::from_pkcs8(bytes).err(),
            Some(KeyError::NotASigningKey)
        );
    }
}

#[test]
fn a_source_of_zeros_gives_an_error_rather_than_a_key() {
    assert_eq!(
        SigningKey::generate(&ctx_with(&Fixed(&[0]))).err(),
        Some(KeyError::NoUsableDraw)
    );
}
