//! The vault from outside: what it seals, what a thief or a careless writer gets, what tokens and
//! webhook signatures look like. Derivation and randomness are tested beside their code.

mod sealing;
mod secrecy;
mod stolen;
mod tokens;
mod webhooks;

use jiff::Timestamp;
use selvedge_model::id::{ItemId, TeamId};
use selvedge_model::{Ctx, Entropy, Environment};
use selvedge_vault::{MasterKey, Place, SystemEntropy, Vault};

/// Gives the same bytes over and over.
struct Fixed<'a>(&'a [u8]);

impl Entropy for Fixed<'_> {
    fn fill(&self, bytes: &mut [u8]) {
        bytes
            .iter_mut()
            .zip(self.0.iter().cycle())
            .for_each(|(to, from)| *to = *from);
    }
}

const PLACE: Place<'_> = Place::new("accounts", "numbers", "account 1");
const NUMBERS: &[u8] = br#"{"account":"1111222233330000","routing":"011401533"}"#;

fn ctx_with(entropy: &dyn Entropy) -> Ctx<'_> {
    Ctx {
        now: Timestamp::UNIX_EPOCH,
        entropy,
        request_id: "request",
    }
}

fn ctx() -> Ctx<'static> {
    ctx_with(&SystemEntropy)
}

fn vault(environment: Environment) -> Vault {
    Vault::new(
        MasterKey::generate(&Fixed(b"the master key of these tests")),
        environment,
    )
}

fn sandbox() -> Vault {
    vault(Environment::Sandbox)
}

fn team() -> TeamId {
    TeamId::new("team_1")
}

fn item() -> ItemId {
    ItemId::new("item 1")
}
