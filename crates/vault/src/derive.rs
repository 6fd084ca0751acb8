//! Keys by purpose: HKDF-SHA-256 from the master key.
//!
//! Every key here has 32 bytes, which is one block of the expansion, so the expansion is one HMAC under a
//! key that is prepared once; a test holds it against the library's own HKDF.

use crate::{frame, master::MasterKey, sure::sure};
use aws_lc_rs::hmac;
use selvedge_model::Environment;
use zeroize::Zeroizing;

/// Names this layout of keys. Changing it makes every stored value unreadable.
const SALT: &[u8] = b"selvedge master key, version 1";

/// What a derived key is for; no two purposes ever share a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// Tells whether a database belongs to this master key.
    Fingerprint,
    /// Hashes tokens.
    Tokens,
    /// Hashes client secrets.
    Secrets,
    /// Wraps the keys of a team's Items.
    ItemKeys,
    /// Seals rows of a team that no Item owns.
    TeamRows,
    /// Seals answers kept for repeated requests.
    Replies,
    /// Seals rows that no team owns.
    GlobalRows,
}

impl Purpose {
    const fn label(self) -> &'static [u8] {
        match self {
            Self::Fingerprint => b"fingerprint",
            Self::Tokens => b"tokens",
            Self::Secrets => b"client secrets",
            Self::ItemKeys => b"item keys",
            Self::TeamRows => b"team rows",
            Self::Replies => b"replies",
            Self::GlobalRows => b"global rows",
        }
    }
}

/// The extracted master key, ready to expand.
pub(crate) struct Root(hmac::Key);

impl Root {
    /// Extracts from the master key.
    pub(crate) fn new(master: &MasterKey) -> Self {
        let mut extracted = Zeroizing::new([0; 32]);
        let salt = hmac::Key::new(hmac::HMAC_SHA256, SALT);
        sure(
            hmac::sign_to_buffer(&salt, master.bytes(), &mut *extracted),
            "extract a key",
        );
        Self(hmac::Key::new(hmac::HMAC_SHA256, &*extracted))
    }

    /// The key of one purpose, team (empty for none) and environment (none for all).
    pub(crate) fn expand(
        &self,
        purpose: Purpose,
        team: &str,
        environment: Option<Environment>,
    ) -> Zeroizing<[u8; 32]> {
        let mut info = info(purpose, team, environment);
        // The number of the block, as HKDF counts them.
        info.push(1);
        let mut key = Zeroizing::new([0; 32]);
        sure(hmac::sign_to_buffer(&self.0, &info, &mut *key), "derive a key");
        key
    }
}

fn info(purpose: Purpose, team: &str, environment: Option<Environment>) -> Vec<u8> {
    let environment = environment.map_or("", Environment::as_str);
    frame::join(&[purpose.label(), team.as_bytes(), environment.as_bytes()])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::SystemEntropy;
    use aws_lc_rs::hkdf;

    const PURPOSES: [Purpose; 7] = [
        Purpose::Fingerprint,
        Purpose::Tokens,
        Purpose::Secrets,
        Purpose::ItemKeys,
        Purpose::TeamRows,
        Purpose::Replies,
        Purpose::GlobalRows,
    ];

    #[test]
    fn the_derivation_is_the_librarys_hkdf() {
        let master = MasterKey::generate(&SystemEntropy);
        let root = Root::new(&master);
        let prk = hkdf::Salt::new(hkdf::HKDF_SHA256, SALT).extract(master.bytes());
        for purpose in PURPOSES {
            let info = info(purpose, "team_1", Some(Environment::Sandbox));
            let mut expected = [0; 32];
            prk.expand(&[&info], hkdf::HKDF_SHA256)
                .unwrap()
                .fill(&mut expected)
                .unwrap();
            assert_eq!(
                *root.expand(purpose, "team_1", Some(Environment::Sandbox)),
                expected
            );
        }
    }

    #[test]
    fn every_purpose_team_and_environment_has_a_key_of_its_own() {
        let root = Root::new(&MasterKey::generate(&SystemEntropy));
        let environments = [None, Some(Environment::Sandbox), Some(Environment::Production)];
        let owners: Vec<_> = ["", "team_1", "team_2"]
            .into_iter()
            .flat_map(|team| environments.map(|of| (team, of)))
            .collect();
        let mut keys: Vec<_> = PURPOSES
            .into_iter()
            .flat_map(|purpose| owners.iter().map(move |(team, of)| (purpose, *team, *of)))
            .map(|(purpose, team, of)| *root.expand(purpose, team, of))
            .collect();
        let count = keys.len();
        keys.sort_unstable();
        keys.dedup();
        assert_eq!((count, keys.len()), (63, 63));
    }
}
