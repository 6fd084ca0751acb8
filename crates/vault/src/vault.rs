//! The vault: every use of a key, in the words of what is stored.
//!
//! It keeps no plaintext, and no master key once it is made.

use crate::derive::{Purpose, Root};
use crate::error::OpenError;
use crate::item::{self, ItemKey, WrappedKey};
use crate::master::MasterKey;
use crate::ring::Ring;
use crate::seal::{Owner, Place, SealingKey};
use crate::token::{self, Minted, TokenHash, TokenKind};
use aws_lc_rs::hmac;
use selvedge_model::id::{self, ItemId, TeamId};
use selvedge_model::{Ctx, Environment, Sensitive};
use zeroize::Zeroizing;

/// Random bytes of a client secret.
const SECRET: usize = 15;

/// Keys derived from one master key for one environment. Share it in an `Arc`.
#[expect(missing_debug_implementations, reason = "a secret must not be printable")]
pub struct Vault {
    ring: Ring,
    environment: Environment,
    tokens: hmac::Key,
    secrets: hmac::Key,
    global: SealingKey,
    fingerprint: [u8; 16],
}

impl Vault {
    /// Derives the standing keys; the master key is wiped on return.
    #[expect(
        clippy::needless_pass_by_value,
        reason = "taking the master key is what wipes it"
    )]
    pub fn new(master: MasterKey, environment: Environment) -> Self {
        let root = Root::new(&master);
        let pepper =
            |purpose| hmac::Key::new(hmac::HMAC_SHA256, &*root.expand(purpose, "", Some(environment)));
        let tokens = pepper(Purpose::Tokens);
        let secrets = pepper(Purpose::Secrets);
        let global = SealingKey::new(&root.expand(Purpose::GlobalRows, "", Some(environment)));
        let mut fingerprint = [0; 16];
        let full = root.expand(Purpose::Fingerprint, "", None);
        fingerprint
            .iter_mut()
            .zip(full.iter())
            .for_each(|(to, from)| *to = *from);
        Self {
            ring: Ring::new(root, environment),
            environment,
            tokens,
            secrets,
            global,
            fingerprint,
        }
    }

    /// The environment whose keys these are.
    pub fn environment(&self) -> Environment {
        self.environment
    }

    /// What a database keeps of its master key, to tell a wrong one; the same in every environment.
    pub fn fingerprint(&self) -> [u8; 16] {
        self.fingerprint
    }

    /// The form in which a token is stored and looked up.
    pub fn hash_token(&self, token: &str) -> TokenHash {
        TokenHash::of(&self.tokens, token)
    }

    /// The form in which a client secret is stored; never equal to the hash of a token.
    pub fn hash_secret(&self, secret: &Sensitive) -> TokenHash {
        TokenHash::of(&self.secrets, secret.expose())
    }

    /// A fresh token of this environment.
    pub fn mint(&self, ctx: &Ctx<'_>, kind: TokenKind) -> Minted {
        let text = token::text_of(ctx, kind, self.environment);
        let hash = self.hash_token(text.expose());
        Minted { text, hash }
    }

    /// A fresh client secret: 30 lower-case hex digits.
    pub fn mint_secret(&self, ctx: &Ctx<'_>) -> Sensitive {
        Sensitive::new(id::hex(&*Zeroizing::new(ctx.random::<SECRET>())))
    }

    /// A fresh key for a new Item, wrapped for its row.
    pub fn new_item_key(&self, ctx: &Ctx<'_>, team: &TeamId, item: &ItemId) -> WrappedKey {
        WrappedKey::draw(ctx, &self.ring.of(team).items, self.owner(team), item)
    }

    /// Unwraps the key of an Item.
    pub fn item_key(&self, team: &TeamId, item: &ItemId, wrapped: &[u8]) -> Result<ItemKey, OpenError> {
        ItemKey::unwrap(&self.ring.of(team).items, self.environment, team, item, wrapped)
    }

    /// The Item's access token after `generation` rotations.
    ///
    /// It follows from the Item's key, so an exchange can be answered again for an Item that already has
    /// one, although only its hash is stored; nobody without the master key and the row can derive it.
    pub fn access_token(
        &self,
        team: &TeamId,
        item: &ItemId,
        wrapped: &[u8],
        generation: i64,
    ) -> Result<Minted, OpenError> {
        let bits = item::access_bits(
            &self.ring.of(team).items,
            self.owner(team),
            item,
            wrapped,
            generation,
        )?;
        let text = token::access_text(bits, self.environment);
        Ok(Minted {
            hash: self.hash_token(text.expose()),
            text,
        })
    }

    /// Seals a value of a team that no Item owns.
    pub fn seal_team(&self, ctx: &Ctx<'_>, team: &TeamId, place: Place<'_>, plain: &[u8]) -> Vec<u8> {
        self.ring.of(team).rows.seal(ctx, self.owner(team), place, plain)
    }

    /// Opens what [`Vault::seal_team`] sealed for the same team and place.
    pub fn open_team(
        &self,
        team: &TeamId,
        place: Place<'_>,
        sealed: &[u8],
    ) -> Result<Zeroizing<Vec<u8>>, OpenError> {
        self.ring.of(team).rows.open(self.owner(team), place, sealed)
    }

    /// Seals an answer that is kept for a repeated request.
    pub fn seal_reply(&self, ctx: &Ctx<'_>, team: &TeamId, place: Place<'_>, plain: &[u8]) -> Vec<u8> {
        self.ring
            .of(team)
            .replies
            .seal(ctx, self.owner(team), place, plain)
    }

    /// Opens what [`Vault::seal_reply`] sealed for the same team and place.
    pub fn open_reply(
        &self,
        team: &TeamId,
        place: Place<'_>,
        sealed: &[u8],
    ) -> Result<Zeroizing<Vec<u8>>, OpenError> {
        self.ring.of(team).replies.open(self.owner(team), place, sealed)
    }

    /// Seals a value that belongs to no team.
    pub fn seal_global(&self, ctx: &Ctx<'_>, place: Place<'_>, plain: &[u8]) -> Vec<u8> {
        self.global.seal(ctx, self.no_owner(), place, plain)
    }

    /// Opens what [`Vault::seal_global`] sealed for the same place.
    pub fn open_global(&self, place: Place<'_>, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, OpenError> {
        self.global.open(self.no_owner(), place, sealed)
    }

    fn owner<'a>(&self, team: &'a TeamId) -> Owner<'a> {
        Owner {
            team: team.as_str(),
            environment: self.environment,
        }
    }

    fn no_owner(&self) -> Owner<'static> {
        Owner {
            team: "",
            environment: self.environment,
        }
    }
}
