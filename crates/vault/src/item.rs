//! The key of one Item: random, stored wrapped under its team's key, gone with the row that holds it.
//!
//! It does not say what the Item's columns mean.

use crate::error::OpenError;
use crate::seal::{OVERHEAD, Owner, Place, SealingKey};
use aws_lc_rs::hmac;
use selvedge_model::id::{ItemId, TeamId};
use selvedge_model::{Ctx, Environment};
use zeroize::Zeroizing;

const KEY: usize = 32;
const ACCESS_TOKEN: &[u8] = b"selvedge access token";

/// An Item's key as it is stored: sealed, followed by its commitment.
#[derive(Clone, PartialEq, Eq)]
#[expect(missing_debug_implementations, reason = "a blob in a log helps nobody")]
pub struct WrappedKey(Vec<u8>);

impl WrappedKey {
    /// How many bytes a wrapped key has.
    pub const LENGTH: usize = KEY + OVERHEAD + KEY;

    /// The bytes to store.
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// The bytes to store, owned.
    pub fn into_bytes(self) -> Vec<u8> {
        self.0
    }

    /// Draws a key and wraps it under `kek`.
    pub(crate) fn draw(ctx: &Ctx<'_>, kek: &SealingKey, owner: Owner<'_>, item: &ItemId) -> Self {
        let mut key = Zeroizing::new([0; KEY]);
        ctx.entropy.fill(&mut *key);
        let mut bytes = kek.seal(ctx, owner, place_of(item), &*key);
        bytes.extend_from_slice(SealingKey::new(&key).commitment());
        Self(bytes)
    }
}

/// An Item's key, unwrapped; wiped when dropped.
#[expect(missing_debug_implementations, reason = "a secret must not be printable")]
pub struct ItemKey {
    key: SealingKey,
    team: TeamId,
    environment: Environment,
}

impl ItemKey {
    /// Unwraps what [`WrappedKey::draw`] made for the same team, environment and Item.
    pub(crate) fn unwrap(
        kek: &SealingKey,
        environment: Environment,
        team: &TeamId,
        item: &ItemId,
        wrapped: &[u8],
    ) -> Result<Self, OpenError> {
        let (key, _plain) = plain_key(
            kek,
            Owner {
                team: team.as_str(),
                environment,
            },
            item,
            wrapped,
        )?;
        Ok(Self {
            key,
            team: team.clone(),
            environment,
        })
    }

    /// Seals `plain` for one place among the Item's rows.
    pub fn seal(&self, ctx: &Ctx<'_>, place: Place<'_>, plain: &[u8]) -> Vec<u8> {
        self.key.seal(ctx, self.owner(), place, plain)
    }

    /// Opens what was sealed for the same place.
    pub fn open(&self, place: Place<'_>, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, OpenError> {
        self.key.open(self.owner(), place, sealed)
    }

    fn owner(&self) -> Owner<'_> {
        Owner {
            team: self.team.as_str(),
            environment: self.environment,
        }
    }
}

/// The key in `wrapped`, ready for use and in plain.
fn plain_key(
    kek: &SealingKey,
    owner: Owner<'_>,
    item: &ItemId,
    wrapped: &[u8],
) -> Result<(SealingKey, Zeroizing<Vec<u8>>), OpenError> {
    let cut_short = OpenError::CutShort { bytes: wrapped.len() };
    let (sealed, commitment) = wrapped.split_last_chunk::<KEY>().ok_or(cut_short)?;
    let plain = kek.open(owner, place_of(item), sealed)?;
    let key = SealingKey::new(plain.as_slice().try_into().or(Err(cut_short))?);
    if !key.is_committed_to_by(commitment) {
        return Err(OpenError::WrongCommitment);
    }
    Ok((key, plain))
}

/// The 128 bits of an Item's access token, drawn from the Item's key: the token is never stored, not even
/// sealed, and dies with the key.
pub(crate) fn access_bits(
    kek: &SealingKey,
    owner: Owner<'_>,
    item: &ItemId,
    wrapped: &[u8],
    generation: i64,
) -> Result<[u8; 16], OpenError> {
    let (_key, plain) = plain_key(kek, owner, item, wrapped)?;
    let mut input = ACCESS_TOKEN.to_vec();
    input.extend_from_slice(&generation.to_be_bytes());
    let mac = hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, &plain), &input);
    let mut bits = [0; 16];
    bits.iter_mut()
        .zip(mac.as_ref())
        .for_each(|(to, from)| *to = *from);
    Ok(bits)
}

fn place_of(item: &ItemId) -> Place<'_> {
    Place::new("items", "dek", item.as_str())
}
