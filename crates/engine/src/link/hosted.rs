//! Whether an address of Hosted Link still leads anywhere; what is there is the session's to say.

use crate::Engine;
use selvedge_model::{Ctx, Error};

/// What an address of Hosted Link leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hosted {
    /// A link token that can be used.
    Open,
    /// One that has run out.
    Gone,
    /// Nothing, as far as is remembered.
    Unknown,
}

impl Engine {
    /// What the address that ends in `name` leads to.
    pub async fn link_hosted(&self, ctx: &Ctx<'_>, name: &str) -> Result<Hosted, Error> {
        let hash = self.hosted_hash(name);
        let reader = self.store.reader();
        let found = reader.across_teams().hosted_link_token(hash.as_bytes()).await?;
        Ok(match found {
            Some(token) if token.row.expires_at > ctx.now => Hosted::Open,
            Some(_) => Hosted::Gone,
            None => Hosted::Unknown,
        })
    }
}
