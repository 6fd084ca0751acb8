//! The master key: read from a file or the environment by the binary, kept in memory only while the
//! vault is made.
//!
//! It does not read files and is never stored; the vault's fingerprint tells a wrong one.

use crate::error::KeyError;
use base64::Engine as _;
use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use selvedge_model::{Entropy, Sensitive, id};
use zeroize::Zeroizing;

const BASE64: GeneralPurpose = GeneralPurpose::new(
    &STANDARD,
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

/// 32 bytes from which every other key is derived, wiped when dropped.
#[expect(missing_debug_implementations, reason = "a secret must not be printable")]
pub struct MasterKey(Zeroizing<[u8; 32]>);

impl MasterKey {
    /// Reads 64 hex digits or the base64 of 32 bytes; white space around the text is ignored.
    pub fn parse(text: &str) -> Result<Self, KeyError> {
        let text = text.trim();
        let bytes = if text.len().is_multiple_of(2) && text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            from_hex(text)
        } else {
            Zeroizing::new(BASE64.decode(text).or(Err(KeyError::NotEncoded))?)
        };
        let mut key = Zeroizing::new([0; 32]);
        if bytes.len() != key.len() {
            return Err(KeyError::WrongLength { bytes: bytes.len() });
        }
        key.copy_from_slice(&bytes);
        Ok(Self(key))
    }

    /// A fresh random key.
    pub fn generate(entropy: &dyn Entropy) -> Self {
        let mut key = Zeroizing::new([0; 32]);
        entropy.fill(&mut *key);
        Self(key)
    }

    /// The key as 64 lower-case hex digits, for the file that [`MasterKey::parse`] reads back.
    pub fn to_text(&self) -> Sensitive {
        Sensitive::new(id::hex(&*self.0))
    }

    pub(crate) fn bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

/// The bytes of a text that holds an even number of hex digits and nothing else.
fn from_hex(text: &str) -> Zeroizing<Vec<u8>> {
    let mut bytes = Zeroizing::new(Vec::with_capacity(text.len() / 2));
    let mut high = None;
    for digit in text.chars().filter_map(|digit| digit.to_digit(16)) {
        let digit = u8::try_from(digit).unwrap_or(0);
        match high.take() {
            None => high = Some(digit),
            Some(first) => bytes.push(first << 4 | digit),
        }
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEX: &str = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";

    #[test]
    fn a_key_reads_the_same_from_hex_and_from_base64() {
        let base64 = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
        for text in [
            HEX,
            &HEX.to_uppercase(),
            base64,
            base64.trim_end_matches('='),
            &format!(" {base64}\n"),
        ] {
            assert_eq!(
                MasterKey::parse(text).ok().unwrap().to_text().expose(),
                HEX,
                "{text}"
            );
        }
    }

    #[test]
    fn a_key_of_another_length_is_refused_with_its_length() {
        let refusal = |text: &str| MasterKey::parse(text).err();
        assert_eq!(
            refusal(HEX.trim_start_matches("00")),
            Some(KeyError::WrongLength { bytes: 31 })
        );
        assert_eq!(
            refusal(&format!("{HEX}20")),
            Some(KeyError::WrongLength { bytes: 33 })
        );
        assert_eq!(refusal("c2hvcnQ="), Some(KeyError::WrongLength { bytes: 5 }));
        assert_eq!(refusal(""), Some(KeyError::WrongLength { bytes: 0 }));
        assert_eq!(refusal("not a key!"), Some(KeyError::NotEncoded));
    }
}
