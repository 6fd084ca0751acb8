//! What someone has who took the database but not the master key.

use crate::{NUMBERS, PLACE, ctx, item, sandbox, team, vault};
use selvedge_model::{Environment, Sensitive};
use selvedge_vault::{MasterKey, OpenError, SystemEntropy, TokenKind, Vault, sha256};

/// D5: the thief's own vault has every derivation but the key.
#[test]
fn d5_a_stolen_row_gives_neither_the_token_nor_the_account_number() {
    let ours = sandbox();
    let token = ours.mint(&ctx(), TokenKind::Access);
    let wrapped = ours.new_item_key(&ctx(), &team(), &item());
    let key = ours.item_key(&team(), &item(), wrapped.as_bytes()).ok().unwrap();
    let numbers = key.seal(&ctx(), PLACE, NUMBERS);

    let thief = Vault::new(MasterKey::generate(&SystemEntropy), Environment::Sandbox);
    let refused = thief.item_key(&team(), &item(), wrapped.as_bytes()).err();
    assert!(matches!(refused, Some(OpenError::UnknownKey { .. })));
    let own = thief.new_item_key(&ctx(), &team(), &item());
    let own = thief.item_key(&team(), &item(), own.as_bytes()).ok().unwrap();
    assert!(own.open(PLACE, &numbers).is_err());
    assert_ne!(thief.hash_token(token.text.expose()), token.hash);
    assert!(!sha256(token.text.expose().as_bytes()).starts_with(token.hash.as_bytes()));

    let stolen = [token.hash.as_bytes(), wrapped.as_bytes(), &numbers].concat();
    for secret in [
        token.text.expose().as_bytes(),
        b"1111222233330000".as_slice(),
        b"011401533",
    ] {
        assert!(!stolen.windows(secret.len()).any(|window| window == secret));
    }
}

/// D5: a hash taken from the database is not itself a token or a secret.
#[test]
fn d5_a_stolen_hash_presented_as_a_token_or_secret_does_not_match() {
    let vault = sandbox();
    let hash = vault.mint(&ctx(), TokenKind::Access).hash;
    let text = selvedge_model::id::hex(hash.as_bytes());
    assert_ne!(vault.hash_token(&text), hash);
    assert_ne!(vault.hash_secret(&Sensitive::new(text)), hash);
}

#[test]
fn a_wrong_master_key_is_told_by_its_fingerprint() {
    let other = Vault::new(MasterKey::generate(&SystemEntropy), Environment::Sandbox);
    assert_ne!(other.fingerprint(), sandbox().fingerprint());
    assert_eq!(
        vault(Environment::Production).fingerprint(),
        sandbox().fingerprint()
    );
}

#[test]
fn a_master_key_read_back_from_its_text_opens_what_was_sealed() {
    let master = MasterKey::generate(&SystemEntropy);
    let text = master.to_text();
    let sealed = Vault::new(master, Environment::Sandbox).seal_global(&ctx(), PLACE, NUMBERS);
    let again = Vault::new(
        MasterKey::parse(text.expose()).ok().unwrap(),
        Environment::Sandbox,
    );
    assert_eq!(again.open_global(PLACE, &sealed).unwrap().as_slice(), NUMBERS);
}
