//! Tokens and client secrets: their text, their hash, what is and what is not well formed.

use crate::{Fixed, ctx, ctx_with, sandbox, vault};
use proptest::prelude::*;
use selvedge_model::{Environment, Sensitive, id};
use selvedge_vault::{TokenHash, TokenKind, token_shape};
use std::collections::HashSet;

const KINDS: [TokenKind; 6] = [
    TokenKind::Link,
    TokenKind::Public,
    TokenKind::Access,
    TokenKind::Processor,
    TokenKind::User,
    TokenKind::Stripe,
];

proptest! {
    /// T16: the text holds all 128 bits that were drawn, so texts collide only when draws do.
    #[test]
    fn t16_a_token_spells_out_every_random_bit(bits in any::<[u8; 16]>()) {
        for kind in KINDS.into_iter().filter(|kind| *kind != TokenKind::Stripe) {
            let token = sandbox().mint(&ctx_with(&Fixed(&bits)), kind).text;
            let unique = token.expose().splitn(3, '-').last().unwrap().replace('-', "");
            prop_assert_eq!(unique, id::hex(&bits));
        }
    }

    #[test]
    fn arbitrary_text_has_no_shape(text in ".{0,80}") {
        prop_assert_eq!(token_shape(&text), None);
    }
}

#[test]
fn a_minted_token_has_the_shape_of_its_kind_and_environment() {
    for environment in Environment::ALL {
        let vault = vault(*environment);
        for kind in KINDS.into_iter().filter(|kind| *kind != TokenKind::Stripe) {
            let token = vault.mint(&ctx(), kind);
            let text = token.text.expose();
            assert!(
                text.starts_with(&format!("{}-{environment}-", kind.as_str())),
                "{text}"
            );
            assert_eq!(token_shape(text), Some((kind, *environment)));
            assert_eq!(vault.hash_token(text), token.hash);
        }
    }
}

#[test]
fn the_text_of_a_token_is_exact() {
    let bits: Vec<u8> = (0..16).collect();
    let token = sandbox().mint(&ctx_with(&Fixed(&bits)), TokenKind::Access);
    assert_eq!(
        token.text.expose(),
        "access-sandbox-00010203-0405-0607-0809-0a0b0c0d0e0f"
    );
}

#[test]
fn a_stripe_token_has_twenty_alphanumerics_and_no_shape_of_ours() {
    let token = sandbox().mint(&ctx(), TokenKind::Stripe);
    let unique = token.text.expose().strip_prefix("btok_").unwrap();
    assert_eq!(unique.len(), 20);
    assert!(unique.bytes().all(|byte| byte.is_ascii_alphanumeric()));
    assert_eq!(token_shape(token.text.expose()), None);
    assert_eq!(sandbox().hash_token(token.text.expose()), token.hash);
}

#[test]
fn a_text_that_is_nearly_a_token_has_no_shape() {
    let whole = "access-sandbox-00010203-0405-0607-0809-0a0b0c0d0e0f";
    assert_eq!(
        token_shape(whole),
        Some((TokenKind::Access, Environment::Sandbox))
    );
    for near in [
        "",
        "access",
        "access-sandbox",
        "access-sandbox-",
        "access--00010203-0405-0607-0809-0a0b0c0d0e0f",
        "Access-sandbox-00010203-0405-0607-0809-0a0b0c0d0e0f",
        "access-development-00010203-0405-0607-0809-0a0b0c0d0e0f",
        "btok-sandbox-00010203-0405-0607-0809-0a0b0c0d0e0f",
        "access_sandbox_00010203-0405-0607-0809-0a0b0c0d0e0f",
        "access-sandbox-00010203-0405-0607-0809-0a0b0c0d0e0",
        "access-sandbox-00010203-0405-0607-0809-0a0b0c0d0e0f0",
        "access-sandbox-00010203-0405-0607-0809-0a0b0c0d0e0g",
        "access-sandbox-000102030405060708090a0b0c0d0e0f",
        " access-sandbox-00010203-0405-0607-0809-0a0b0c0d0e0f",
        "access-sandbox-00010203-0405-0607-0809-0a0b0c0d0e0f\n",
    ] {
        assert_eq!(token_shape(near), None, "{near:?}");
    }
}

/// T16: through the public interface, texts and hashes both.
#[test]
fn t16_minted_tokens_and_their_hashes_are_all_different() {
    const COUNT: usize = 50_000;
    let vault = sandbox();
    let mut texts = HashSet::new();
    let mut hashes = HashSet::new();
    for turn in 0..COUNT {
        let token = vault.mint(&ctx(), KINDS[turn % KINDS.len()]);
        texts.insert(token.text.expose().to_owned());
        hashes.insert(token.hash);
    }
    assert_eq!((texts.len(), hashes.len()), (COUNT, COUNT));
}

#[test]
fn a_client_secret_is_thirty_hex_digits_and_hashed_apart_from_tokens() {
    let vault_here = sandbox();
    let secret = vault_here.mint_secret(&ctx());
    assert_eq!(secret.expose().len(), 30);
    assert!(
        secret
            .expose()
            .bytes()
            .all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
    );
    assert_ne!(vault_here.mint_secret(&ctx()).expose(), secret.expose());

    let hash = vault_here.hash_secret(&secret);
    assert_eq!(vault_here.hash_secret(&Sensitive::from(secret.expose())), hash);
    assert_ne!(vault_here.hash_token(secret.expose()), hash);
    assert_ne!(vault(Environment::Production).hash_secret(&secret), hash);
}

#[test]
fn a_stored_hash_matches_only_the_whole_of_itself() {
    let vault = sandbox();
    let hash = vault.hash_token("token");
    let stored = hash.as_bytes().to_vec();
    assert_eq!(stored.len(), TokenHash::LENGTH);
    assert_eq!(TokenHash::from_stored(&stored), Some(hash));
    assert!(hash.matches(&stored));
    assert!(!hash.matches(&stored[1..]));
    assert!(!hash.matches(&[]));
    assert_eq!(TokenHash::from_stored(&stored[1..]), None);
    for index in 0..stored.len() {
        let mut other = stored.clone();
        other[index] ^= 1;
        assert!(!hash.matches(&other), "byte {index}");
    }
}

#[test]
fn a_hash_in_a_log_shows_none_of_its_bytes() {
    assert_eq!(format!("{:?}", sandbox().hash_token("token")), "TokenHash(…)");
}
