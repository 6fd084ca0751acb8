//! Typed ids. A raw string id exists only in `wire`.
//!
//! Ids are opaque, ASCII and compared byte for byte. Item and account ids have the contract's 37
//! characters of `[A-Za-z0-9]`.

use crate::ctx::{Ctx, Entropy};
use serde::{Deserialize, Serialize};

const BASE62: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/// Length of item, account and transaction ids.
pub const ID_LENGTH: usize = 37;
/// Length of a request id.
pub const REQUEST_ID_LENGTH: usize = 15;

/// `length` unbiased characters of `[0-9A-Za-z]`.
pub fn base62(entropy: &dyn Entropy, length: usize) -> String {
    let mut text = Vec::with_capacity(length);
    let mut pool = [0_u8; 48];
    while text.len() < length {
        // A few bytes more than are wanted: three in a hundred are thrown away.
        let wanted = length.saturating_sub(text.len());
        let draw = wanted
            .saturating_add(wanted / 16)
            .saturating_add(2)
            .min(pool.len());
        let Some(pool) = pool.get_mut(..draw) else { break };
        entropy.fill(pool);
        // 248 = 4 × 62: bytes at or above it would favour the first characters.
        let unbiased = pool.iter().filter(|byte| **byte < 248);
        text.extend(
            unbiased
                .filter_map(|byte| BASE62.get(usize::from(byte % 62)))
                .take(wanted),
        );
    }
    String::from_utf8(text).unwrap_or_default()
}

/// A random request id.
pub fn request_id(entropy: &dyn Entropy) -> String {
    base62(entropy, REQUEST_ID_LENGTH)
}

/// 32 lower-case hex digits in UUID grouping, all 128 bits random (ASVS 11.5.1: a version nibble is not).
pub fn uuid(entropy: &dyn Entropy) -> String {
    let mut bytes = [0_u8; 16];
    entropy.fill(&mut bytes);
    uuid_text(&bytes)
}

/// A random UUID of version 4 (RFC 9562), for names that apps know to be one: 122 bits are random, so it opens
/// nothing by itself.
pub fn uuid_v4(entropy: &dyn Entropy) -> String {
    let mut bytes = [0_u8; 16];
    entropy.fill(&mut bytes);
    let [.., version, _, variant, _, _, _, _, _, _, _] = &mut bytes;
    *version = (*version & 0x0f) | 0x40;
    *variant = (*variant & 0x3f) | 0x80;
    uuid_text(&bytes)
}

/// `bytes` as 32 lower-case hex digits in UUID grouping.
pub fn uuid_text(bytes: &[u8; 16]) -> String {
    let mut text = String::with_capacity(36);
    for (index, byte) in bytes.iter().enumerate() {
        if matches!(index, 4 | 6 | 8 | 10) {
            text.push('-');
        }
        text.push(hex_digit(byte >> 4));
        text.push(hex_digit(byte & 15));
    }
    text
}

fn hex_digit(nibble: u8) -> char {
    char::from_digit(u32::from(nibble & 15), 16).unwrap_or('0')
}

/// `bytes` as lower-case hex.
pub fn hex(bytes: &[u8]) -> String {
    // Full capacity at once: growing would leave a copy behind, and the bytes may be secret.
    let mut text = String::with_capacity(bytes.len() * 2);
    text.extend(
        bytes
            .iter()
            .flat_map(|byte| [hex_digit(byte >> 4), hex_digit(byte & 15)]),
    );
    text
}

/// Whether `text` has the shape of a UUID (lower- or upper-case hex, any version).
pub fn is_uuid(text: &str) -> bool {
    text.len() == 36
        && text.bytes().enumerate().all(|(index, byte)| match index {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        })
}

macro_rules! id {
    ($(#[$meta:meta])* $name:ident) => {
        $(#[$meta])*
        #[derive(
            Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema,
        )]
        #[serde(transparent)]
        #[schemars(inline)]
        pub struct $name(String);

        impl $name {
            /// Wraps an id that was stored, or that a caller sent and whose existence is yet to be proved.
            pub fn new(text: impl Into<String>) -> Self { Self(text.into()) }
            /// The id's text.
            pub fn as_str(&self) -> &str { &self.0 }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { f.write_str(&self.0) }
        }
    };
}

id!(
    /// A tenant: the owner of keys and Items.
    TeamId
);
id!(
    /// A payment partner with keys of its own.
    PartnerId
);
id!(
    /// The public half of an API key pair (24 lower-case hex, or whatever the operator set).
    ClientId
);
id!(
    /// One linked login.
    ItemId
);
id!(
    /// One account of an Item.
    AccountId
);
id!(
    /// `ins_<number>`.
    InstitutionId
);
id!(
    /// An end user known by `/user/create`: `usr_…`.
    UserId
);

impl ItemId {
    /// A fresh random id.
    pub fn mint(ctx: &Ctx<'_>) -> Self {
        Self::new(base62(ctx.entropy, ID_LENGTH))
    }
}

impl AccountId {
    /// A fresh random id.
    pub fn mint(ctx: &Ctx<'_>) -> Self {
        Self::new(base62(ctx.entropy, ID_LENGTH))
    }

    /// Whether the text could be an account id at all: 37 characters of `[A-Za-z0-9]`.
    pub fn is_well_formed(&self) -> bool {
        self.0.len() == ID_LENGTH && self.0.bytes().all(|byte| byte.is_ascii_alphanumeric())
    }
}

impl TeamId {
    /// A fresh random id.
    pub fn mint(ctx: &Ctx<'_>) -> Self {
        Self::new(format!("team_{}", base62(ctx.entropy, 16)))
    }
}

impl PartnerId {
    /// A fresh random id.
    pub fn mint(ctx: &Ctx<'_>) -> Self {
        Self::new(format!("partner_{}", base62(ctx.entropy, 16)))
    }
}

impl UserId {
    /// A fresh random id.
    pub fn mint(ctx: &Ctx<'_>) -> Self {
        Self::new(format!("usr_{}", base62(ctx.entropy, 14)))
    }
}

impl ClientId {
    /// A fresh random id of the contract's shape.
    pub fn mint(ctx: &Ctx<'_>) -> Self {
        Self::new(hex(&ctx.random::<12>()))
    }

    /// 24 lower-case hex digits.
    pub fn is_well_formed(&self) -> bool {
        self.0.len() == 24
            && self
                .0
                .bytes()
                .all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Counting(std::sync::Mutex<u8>);
    impl Entropy for Counting {
        fn fill(&self, bytes: &mut [u8]) {
            let mut next = self.0.lock().unwrap();
            for byte in bytes {
                *byte = *next;
                *next = next.wrapping_add(1);
            }
        }
    }

    #[test]
    fn base62_text_never_uses_a_biased_byte() {
        let text = base62(&Counting(std::sync::Mutex::new(248)), 62);
        assert_eq!(
            text.as_bytes(),
            BASE62,
            "bytes 248 to 255 are skipped, then each character once"
        );
    }

    #[test]
    fn a_minted_uuid_has_the_shape_it_is_recognised_by() {
        let text = uuid(&Counting(std::sync::Mutex::new(0)));
        assert_eq!(text, "00010203-0405-0607-0809-0a0b0c0d0e0f");
        assert!(is_uuid(&text));
        let known = uuid_v4(&Counting(std::sync::Mutex::new(0)));
        assert_eq!(known, "00010203-0405-4607-8809-0a0b0c0d0e0f");
        assert!(!is_uuid("00010203-0405-0607-0809-0a0b0c0d0e0g"));
        assert!(!is_uuid("00010203"));
    }
}
