//! Sealed values: AES-256-GCM under a key that names itself, bound to the place where they are stored.
//!
//! Layout: version (1) ‖ algorithm (1) ‖ key id (8) ‖ nonce (12) ‖ ciphertext ‖ tag (16). The nonce is
//! random, so one key must seal fewer than 2^32 values; keys are per Item or per team for that reason too.
//! It does not choose keys.

use crate::{digest::sha256, error::OpenError, frame, sure::sure};
use aws_lc_rs::aead::{AES_256_GCM, Aad, LessSafeKey, Nonce, UnboundKey};
use selvedge_model::{Ctx, Environment};
use subtle::ConstantTimeEq as _;
use zeroize::Zeroizing;

/// The layout above.
const VERSION: u8 = 1;
/// AES-256-GCM.
const ALGORITHM: u8 = 1;
const KEY_ID: usize = 8;
const NONCE: usize = 12;
const TAG: usize = 16;
const HEADER: usize = 2 + KEY_ID + NONCE;
/// What sealing adds to a plaintext.
pub(crate) const OVERHEAD: usize = HEADER + TAG;
const FORMAT: &[u8] = b"selvedge sealed value";
/// 23 bytes, so that with a key the hash takes a single block.
const COMMITMENT: &[u8; 23] = b"selvedge key commitment";

/// Where a sealed value is stored. It opens there and nowhere else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place<'a> {
    /// The table.
    pub table: &'a str,
    /// The column.
    pub column: &'a str,
    /// The row's primary key.
    pub row: &'a str,
}

impl<'a> Place<'a> {
    /// The place at `table.column` in the row with the primary key `row`.
    pub const fn new(table: &'a str, column: &'a str, row: &'a str) -> Self {
        Self { table, column, row }
    }
}

/// Whose the value is, beside its place.
#[derive(Clone, Copy)]
pub(crate) struct Owner<'a> {
    /// Empty for rows of no team.
    pub(crate) team: &'a str,
    pub(crate) environment: Environment,
}

/// A key ready for use, with its commitment.
pub(crate) struct SealingKey {
    key: LessSafeKey,
    commitment: [u8; 32],
    id: [u8; KEY_ID],
}

impl SealingKey {
    pub(crate) fn new(bytes: &[u8; 32]) -> Self {
        let commitment = commitment(bytes);
        let mut id = [0; KEY_ID];
        id.iter_mut().zip(commitment).for_each(|(to, from)| *to = from);
        let key = sure(
            UnboundKey::new(&AES_256_GCM, bytes),
            "take a key of the right length",
        );
        Self {
            key: LessSafeKey::new(key),
            commitment,
            id,
        }
    }

    /// A hash that no two keys share: GCM alone does not say which key a ciphertext was made with.
    pub(crate) fn commitment(&self) -> &[u8; 32] {
        &self.commitment
    }

    /// Whether `stored` is this key's commitment.
    pub(crate) fn is_committed_to_by(&self, stored: &[u8; 32]) -> bool {
        self.commitment.ct_eq(stored).into()
    }

    pub(crate) fn seal(&self, ctx: &Ctx<'_>, owner: Owner<'_>, place: Place<'_>, plain: &[u8]) -> Vec<u8> {
        let nonce = ctx.random::<NONCE>();
        // Full capacity at once: growing would leave a copy of the plaintext behind.
        let mut sealed = Vec::with_capacity(plain.len() + OVERHEAD);
        sealed.extend_from_slice(&[VERSION, ALGORITHM]);
        sealed.extend_from_slice(&self.id);
        sealed.extend_from_slice(&nonce);
        sealed.extend_from_slice(plain);
        let aad = Aad::from(binding(owner, place, self.id));
        let (_, text) = sealed.split_at_mut(HEADER);
        let nonce = Nonce::assume_unique_for_key(nonce);
        let tag = sure(
            self.key.seal_in_place_separate_tag(nonce, aad, text),
            "seal a value",
        );
        sealed.extend_from_slice(tag.as_ref());
        sealed
    }

    pub(crate) fn open(
        &self,
        owner: Owner<'_>,
        place: Place<'_>,
        sealed: &[u8],
    ) -> Result<Zeroizing<Vec<u8>>, OpenError> {
        let parts = Parts::read(sealed)?;
        if parts.key_id != self.id {
            return Err(OpenError::UnknownKey {
                key_id: u64::from_be_bytes(parts.key_id),
            });
        }
        let mut plain = Zeroizing::new(vec![0; parts.text.len()]);
        let aad = Aad::from(binding(owner, place, self.id));
        let nonce = Nonce::assume_unique_for_key(parts.nonce);
        self.key
            .open_separate_gather(nonce, aad, parts.text, parts.tag, &mut plain)
            .or(Err(OpenError::Altered))?;
        Ok(plain)
    }
}

/// A sealed value taken apart; nothing in it is proved yet.
struct Parts<'a> {
    key_id: [u8; KEY_ID],
    nonce: [u8; NONCE],
    text: &'a [u8],
    tag: &'a [u8; TAG],
}

impl<'a> Parts<'a> {
    fn read(sealed: &'a [u8]) -> Result<Self, OpenError> {
        let cut_short = OpenError::CutShort { bytes: sealed.len() };
        // The version comes first so that a later format may be shorter than this one.
        let (&version, rest) = sealed.split_first().ok_or(cut_short)?;
        if version != VERSION {
            return Err(OpenError::UnknownVersion { version });
        }
        let (&algorithm, rest) = rest.split_first().ok_or(cut_short)?;
        if algorithm != ALGORITHM {
            return Err(OpenError::UnknownAlgorithm { algorithm });
        }
        let (&key_id, rest) = rest.split_first_chunk().ok_or(cut_short)?;
        let (&nonce, rest) = rest.split_first_chunk().ok_or(cut_short)?;
        let (text, tag) = rest.split_last_chunk().ok_or(cut_short)?;
        Ok(Self {
            key_id,
            nonce,
            text,
            tag,
        })
    }
}

fn binding(owner: Owner<'_>, place: Place<'_>, key_id: [u8; KEY_ID]) -> Vec<u8> {
    frame::join(&[
        FORMAT,
        &[VERSION, ALGORITHM],
        place.table.as_bytes(),
        place.column.as_bytes(),
        place.row.as_bytes(),
        owner.team.as_bytes(),
        owner.environment.as_str().as_bytes(),
        &key_id,
    ])
}

fn commitment(key: &[u8; 32]) -> [u8; 32] {
    let mut block = Zeroizing::new([0; COMMITMENT.len() + 32]);
    let (label, rest) = block.split_at_mut(COMMITMENT.len());
    label.copy_from_slice(COMMITMENT);
    rest.copy_from_slice(key);
    sha256(&*block)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::SystemEntropy;
    use jiff::Timestamp;

    const PLACE: Place<'_> = Place::new("table", "column", "row");

    fn owner(team: &str, environment: Environment) -> Owner<'_> {
        Owner { team, environment }
    }

    /// D2: were two teams ever to share a key, their values would still not be interchangeable.
    #[test]
    fn d2_team_and_environment_are_bound_even_under_one_key() {
        let ctx = Ctx {
            now: Timestamp::UNIX_EPOCH,
            entropy: &SystemEntropy,
            request_id: "request",
        };
        let key = SealingKey::new(&[7; 32]);
        let ours = owner("team_1", Environment::Sandbox);
        let sealed = key.seal(&ctx, ours, PLACE, b"value");
        assert_eq!(
            key.open(ours, PLACE, &sealed).as_deref().map(Vec::as_slice),
            Ok(b"value".as_slice())
        );
        for other in [
            owner("team_2", Environment::Sandbox),
            owner("team_1", Environment::Production),
        ] {
            assert_eq!(key.open(other, PLACE, &sealed).err(), Some(OpenError::Altered));
        }
    }

    #[test]
    fn a_sealed_value_names_its_key_by_the_start_of_the_commitment() {
        let ctx = Ctx {
            now: Timestamp::UNIX_EPOCH,
            entropy: &SystemEntropy,
            request_id: "request",
        };
        let bytes = [7; 32];
        let expected = sha256(&[b"selvedge key commitment".as_slice(), &bytes].concat());
        let key = SealingKey::new(&bytes);
        let sealed = key.seal(&ctx, owner("", Environment::Sandbox), PLACE, b"");
        assert_eq!(key.commitment(), &expected);
        assert_eq!(sealed[..10], [&[1, 1], &expected[..8]].concat());
    }
}
