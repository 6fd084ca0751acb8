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

/// The parts in one allocation: growing would leave a copy of the secret behind.
fn joined(parts: &[&str]) -> Sensitive {
    Sensitive::new(parts.concat())
}

/// The 128 random bits of a token.
fn draw(ctx: &Ctx<'_>) -> Zeroizing<[u8; 16]> {
    Zeroizing::new(ctx.random())
}
