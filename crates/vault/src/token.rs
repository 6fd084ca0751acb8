//! Tokens: what they look like, how they are made, and the only form in which they are stored.
//!
//! It does not know what a token opens or how long it lives.

use crate::sure::sure;
use aws_lc_rs::hmac;
use selvedge_model::{Ctx, Environment, Sensitive, id};
use subtle::ConstantTimeEq as _;
use zeroize::Zeroizing;

/// How much of the HMAC is kept: 128 bits, as many as a token has.
const HASH: usize = 16;
/// Random characters of a token in Stripe's shape.
const STRIPE_CHARACTERS: usize = 20;

/// What a token is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// Opens a Link session.
    Link,
    /// What a Link session gives: exchanged once for an access token.
    Public,
    /// Opens one Item to its team.
    Access,
    /// Opens one account to one partner.
    Processor,
    /// Stands for an end user.
    User,
    /// A bank account in Stripe's shape.
    Stripe,
}

impl TokenKind {
    /// The word that a token's text begins with.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Link => "link",
            Self::Public => "public",
            Self::Access => "access",
            Self::Processor => "processor",
            Self::User => "user",
            Self::Stripe => "btok",
        }
    }
}

/// A new token: the text goes to the caller, the hash to the database.
#[expect(missing_debug_implementations, reason = "a secret must not be printable")]
pub struct Minted {
    /// The token, shown once.
    pub text: Sensitive,
    /// Its hash under the vault's key.
    pub hash: TokenHash,
}

/// A keyed hash of a token or a client secret; compared in constant time.
#[derive(Clone, Copy)]
pub struct TokenHash([u8; HASH]);

impl TokenHash {
    /// How many bytes a hash has.
    pub const LENGTH: usize = HASH;

    /// The bytes to store or to look up.
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// A hash that was stored; none when the length is wrong.
    pub fn from_stored(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(Self)
    }

    /// Whether `stored` holds this very hash.
    pub fn matches(&self, stored: &[u8]) -> bool {
        self.0.ct_eq(stored).into()
    }

    /// The hash of `text` under `pepper`.
    pub(crate) fn of(pepper: &hmac::Key, text: &str) -> Self {
        let mut full = [0; 32];
        sure(
            hmac::sign_to_buffer(pepper, text.as_bytes(), &mut full),
            "hash a token",
        );
        let mut hash = [0; HASH];
        hash.iter_mut().zip(full).for_each(|(to, from)| *to = from);
        Self(hash)
    }
}

impl PartialEq for TokenHash {
    fn eq(&self, other: &Self) -> bool {
        self.matches(&other.0)
    }
}

impl Eq for TokenHash {}

impl std::hash::Hash for TokenHash {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}

impl std::fmt::Debug for TokenHash {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("TokenHash(…)")
    }
}

/// The kind and environment of a well-formed token; none for anything else.
///
/// A token in Stripe's shape names no environment and is never presented here, so it has none.
pub fn token_shape(text: &str) -> Option<(TokenKind, Environment)> {
    let (kind, rest) = text.split_once('-')?;
    let (environment, unique) = rest.split_once('-')?;
    let kind = match kind {
        "link" => TokenKind::Link,
        "public" => TokenKind::Public,
        "access" => TokenKind::Access,
        "processor" => TokenKind::Processor,
        "user" => TokenKind::User,
        _ => return None,
    };
    let environment = Environment::parse(environment)?;
    id::is_uuid(unique).then_some((kind, environment))
}

/// The text of a fresh token.
pub(crate) fn text_of(ctx: &Ctx<'_>, kind: TokenKind, environment: Environment) -> Sensitive {
    let kind_name = kind.as_str();
    match kind {
        TokenKind::Stripe => joined(&[
            kind_name,
            "_",
            &Zeroizing::new(id::base62(ctx.entropy, STRIPE_CHARACTERS)),
        ]),
        TokenKind::Link | TokenKind::Public | TokenKind::Access | TokenKind::Processor | TokenKind::User => {
            joined(&[
                kind_name,
                "-",
                environment.as_str(),
                "-",
                &Zeroizing::new(id::uuid_text(&draw(ctx))),
            ])
        }
    }
}

/// The text of an access token with these bits.
pub(crate) fn access_text(bits: [u8; 16], environment: Environment) -> Sensitive {
    let bits = Zeroizing::new(bits);
    joined(&[
        TokenKind::Access.as_str(),
        "-",
        environment.as_str(),
        "-",
        &Zeroizing::new(id::uuid_text(&bits)),
    ])
}

/// The parts in one allocation: growing would leave a copy of the secret behind.
fn joined(parts: &[&str]) -> Sensitive {
    Sensitive::new(parts.concat())
}

/// The 128 random bits of a token.
fn draw(ctx: &Ctx<'_>) -> Zeroizing<[u8; 16]> {
    Zeroizing::new(ctx.random())
}

#[cfg(test)]
mod tests {
    use super::draw;
    use crate::SystemEntropy;
    use jiff::Timestamp;
    use selvedge_model::Ctx;

    const DRAWS: u32 = 10_000_000;

    /// How often each value stood at each of the sixteen bytes.
    struct Tally([[u32; 256]; 16]);

    impl Tally {
        fn new() -> Self {
            Self([[0; 256]; 16])
        }

        fn add(&mut self, bits: &[u8; 16]) {
            for (counts, byte) in self.0.iter_mut().zip(bits) {
                counts[usize::from(*byte)] += 1;
            }
        }

        /// Chi-square over the 128 bits, one degree of freedom each: 128 on average, deviation 16.
        fn of_bits(&self) -> u64 {
            let ones = |counts: &[u32; 256], bit: usize| -> i64 {
                counts
                    .iter()
                    .enumerate()
                    .filter(|(value, _)| value >> bit & 1 == 1)
                    .map(|(_, n)| i64::from(*n))
                    .sum()
            };
            let total: i64 = self.0[0].iter().map(|n| i64::from(*n)).sum();
            let squares = self
                .0
                .iter()
                .flat_map(|counts| (0..8).map(move |bit| 2 * ones(counts, bit) - total));
            squares.map(|off| off.unsigned_abs().pow(2)).sum::<u64>() / total.unsigned_abs()
        }

        /// Chi-square over the values of the sixteen bytes: 16 × 255 = 4080 on average, deviation 90.
        fn of_bytes(&self) -> u64 {
            let total: i64 = self.0[0].iter().map(|n| i64::from(*n)).sum();
            let squares = self
                .0
                .iter()
                .flatten()
                .map(|n| (256 * i64::from(*n) - total).unsigned_abs().pow(2));
            squares.sum::<u64>() / (256 * total.unsigned_abs())
        }
    }

    /// T16: the bounds lie eight deviations above the average, which chance does not reach.
    #[test]
    fn t16_ten_million_draws_repeat_nothing_and_lean_to_no_bit() {
        let ctx = Ctx {
            now: Timestamp::UNIX_EPOCH,
            entropy: &SystemEntropy,
            request_id: "request",
        };
        let mut tally = Tally::new();
        let mut seen = Vec::with_capacity(10_000_000);
        for _ in 0..DRAWS {
            let bits = draw(&ctx);
            tally.add(&bits);
            seen.push(u128::from_ne_bytes(*bits));
        }
        assert!(tally.of_bits() < 256, "bits: {}", tally.of_bits());
        assert!(tally.of_bytes() < 4_800, "bytes: {}", tally.of_bytes());
        seen.sort_unstable();
        assert!(
            seen.windows(2).all(|pair| pair[0] != pair[1]),
            "a draw came twice"
        );
    }

    /// T16: a version digit, as in an ordinary UUID, is a bias that the test above would see.
    #[test]
    fn t16_six_fixed_bits_would_be_noticed() {
        let ctx = Ctx {
            now: Timestamp::UNIX_EPOCH,
            entropy: &SystemEntropy,
            request_id: "request",
        };
        let mut tally = Tally::new();
        for _ in 0..DRAWS / 100 {
            let mut bits = draw(&ctx);
            bits[6] = bits[6] & 0x0f | 0x40;
            bits[8] = bits[8] & 0x3f | 0x80;
            tally.add(&bits);
        }
        assert!(tally.of_bits() > 256 && tally.of_bytes() > 4_800);
    }
}
