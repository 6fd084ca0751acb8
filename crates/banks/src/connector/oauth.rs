//! A sign-in on the bank's own pages: authorization code with PKCE (RFC 6749, RFC 7636, RFC 9207).
//!
//! Who may come back with a code, and how often, is the caller's to decide: a connector keeps nothing.

use crate::institution::Institution;
use selvedge_model::Sensitive;
use selvedge_model::scope::DataScope;

/// How a visit to the bank's own pages begins.
#[derive(Clone, Copy)]
#[expect(
    missing_debug_implementations,
    reason = "holds the state that the answer must bring back"
)]
pub struct Authorize<'a> {
    /// The bank.
    pub institution: &'a Institution,
    /// Where the bank sends the person back to.
    pub redirect_uri: &'a str,
    /// What comes back with the person, unchanged.
    pub state: &'a Sensitive,
    /// SHA-256 of the verifier, in unpadded base64url (PKCE, `S256`).
    pub challenge: &'a str,
    /// What the person is asked to share.
    pub scopes: &'a [DataScope],
    /// Who asks, as the person knows them; `None` where the app has no name that can be shown.
    pub app_name: Option<&'a str>,
}

/// The way to the bank's own pages.
#[derive(Clone)]
#[expect(missing_debug_implementations, reason = "the address carries the state")]
pub struct Authorization {
    /// The address to open.
    pub url: String,
}

/// A code to be redeemed.
#[derive(Clone, Copy)]
#[expect(missing_debug_implementations, reason = "holds a code and its proof")]
pub struct Redeem<'a> {
    /// The bank that gave it.
    pub institution: &'a Institution,
    /// The code.
    pub code: &'a Sensitive,
    /// What the challenge was made from.
    pub verifier: &'a Sensitive,
    /// Where the bank sent the person back to.
    pub redirect_uri: &'a str,
}
