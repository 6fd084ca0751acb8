//! The authorization request: what stands in the address that leads to the bank's own pages.
//!
//! Until the client and the return address are known to be ours, nothing is sent anywhere: the person is told
//! on the spot. After that every fault goes back to where they came from, in OAuth's own words.

use super::{CLIENT_ID, RETURN_PATH, SITE_PATH};
use crate::connector::Authorize;
use crate::institution::Institution;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use selvedge_model::Sensitive;
use selvedge_model::id::InstitutionId;
use selvedge_model::scope::DataScope;
use std::collections::HashMap;
use url::form_urlencoded;

/// Longest name of an app, in characters; a longer one is left out.
pub const LONGEST_NAME: usize = 60;
/// Longest `state`, in bytes.
const LONGEST_STATE: usize = 512;

/// A request that may be shown to a person.
#[derive(Clone)]
#[expect(
    missing_debug_implementations,
    reason = "holds the state that the answer brings back"
)]
pub struct AuthorizationRequest {
    pub(super) institution: InstitutionId,
    pub(super) redirect_uri: String,
    pub(super) state: Sensitive,
    pub(super) challenge: String,
    pub(super) scopes: Vec<DataScope>,
    pub(super) app_name: Option<String>,
}

/// Why a request goes no further.
#[derive(Clone, PartialEq, Eq)]
#[expect(missing_debug_implementations, reason = "an address may carry the state")]
pub enum Refusal {
    /// Nobody can be trusted with the answer: the person is told here. With what is wrong.
    Here(&'static str),
    /// The fault goes back to this address.
    Back(String),
}

impl AuthorizationRequest {
    /// The bank.
    pub fn institution(&self) -> &InstitutionId {
        &self.institution
    }

    /// What the person is asked to share.
    pub fn scopes(&self) -> &[DataScope] {
        &self.scopes
    }

    /// Who asks.
    pub fn app_name(&self) -> Option<&str> {
        self.app_name.as_deref()
    }

    /// Reads the query of the address that leads to `institution`'s pages on `site`.
    pub(in crate::sandbox) fn read(
        site: &str,
        institution: &Institution,
        query: &str,
    ) -> Result<Self, Refusal> {
        let given = Parameters::read(query);
        if given.one("client_id").ok().flatten() != Some(CLIENT_ID) {
            return Err(Refusal::Here("the app that sent you is not known to this bank"));
        }
        let redirect_uri = return_address(site);
        if given.one("redirect_uri").ok().flatten() != Some(redirect_uri.as_str()) {
            return Err(Refusal::Here(
                "the return address is not one that the app registered",
            ));
        }
        let issuer = issuer(site, &institution.id);
        let state = given.one("state").ok().flatten().filter(|state| is_state(state));
        let refuse = |error: &str, words: &str| {
            let mut back = vec![("error", error), ("error_description", words), ("iss", &issuer)];
            if let Some(state) = state {
                back.push(("state", state));
            }
            Refusal::Back(with_query(&redirect_uri, &back))
        };
        let Some(state) = state else {
            return Err(refuse(
                "invalid_request",
                "state must be there once, in plain characters",
            ));
        };
        let challenge = given.check().map_err(|(error, words)| refuse(error, words))?;
        let scopes = given.scopes().map_err(|(error, words)| refuse(error, words))?;
        Ok(Self {
            institution: institution.id.clone(),
            state: Sensitive::from(state),
            challenge: challenge.to_owned(),
            scopes,
            app_name: given.app_name(),
            redirect_uri,
        })
    }
}

/// The address that begins a visit.
pub(in crate::sandbox) fn address(site: &str, request: &Authorize<'_>) -> String {
    // Which accounts there are is part of everything, and all that is left where nothing else is asked for.
    let least = DataScope::AccountBalanceInfo;
    let others = request.scopes.iter().filter(|scope| **scope != least);
    let scopes: Vec<&str> = std::iter::once(&least)
        .chain(others)
        .map(|scope| scope.as_str())
        .collect();
    let scope = scopes.join(" ");
    let mut query = vec![
        ("response_type", "code"),
        ("client_id", CLIENT_ID),
        ("redirect_uri", request.redirect_uri),
        ("scope", &scope),
        ("state", request.state.expose()),
        ("code_challenge", request.challenge),
        ("code_challenge_method", "S256"),
    ];
    query.extend(request.app_name.map(|name| ("app_name", name)));
    let issuer = issuer(site, &request.institution.id);
    with_query(&format!("{issuer}/authorize"), &query)
}

/// Who signs what `institution`'s pages send back.
pub(in crate::sandbox) fn issuer(site: &str, institution: &InstitutionId) -> String {
    format!("{site}{SITE_PATH}/{institution}")
}

/// Our one return address.
pub(super) fn return_address(site: &str) -> String {
    format!("{site}{RETURN_PATH}")
}

/// `address` with a query, which it does not have yet.
pub(super) fn with_query(address: &str, pairs: &[(&str, &str)]) -> String {
    let query = form_urlencoded::Serializer::new(String::new())
        .extend_pairs(pairs)
        .finish();
    format!("{address}?{query}")
}

/// An OAuth error and words for the developer.
type Fault = (&'static str, &'static str);

/// The parameters of a query. One that is there twice counts as wrong (RFC 6749 §3.1).
struct Parameters(HashMap<String, Vec<String>>);

impl Parameters {
    fn read(query: &str) -> Self {
        let mut given: HashMap<String, Vec<String>> = HashMap::new();
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            given
                .entry(name.into_owned())
                .or_default()
                .push(value.into_owned());
        }
        Self(given)
    }

    fn one(&self, name: &str) -> Result<Option<&str>, Fault> {
        match self.0.get(name).map(Vec::as_slice) {
            None | Some([]) => Ok(None),
            Some([value]) => Ok(Some(value)),
            Some(_) => Err(("invalid_request", "a parameter is there twice")),
        }
    }

    /// The challenge, when all else is as it must be.
    fn check(&self) -> Result<&str, Fault> {
        match self.one("response_type")? {
            Some("code") => {}
            Some(_) => return Err(("unsupported_response_type", "response_type must be code")),
            None => return Err(("invalid_request", "response_type is missing")),
        }
        if self.one("code_challenge_method")? != Some("S256") {
            return Err(("invalid_request", "code_challenge_method must be S256"));
        }
        self.one("code_challenge")?
            .filter(|challenge| {
                URL_SAFE_NO_PAD
                    .decode(challenge)
                    .is_ok_and(|hash| hash.len() == 32)
            })
            .ok_or((
                "invalid_request",
                "code_challenge must be a SHA-256 hash in base64url",
            ))
    }

    fn scopes(&self) -> Result<Vec<DataScope>, Fault> {
        let mut scopes = Vec::new();
        for word in self.one("scope")?.unwrap_or_default().split_ascii_whitespace() {
            let scope = DataScope::parse(word).ok_or(("invalid_scope", "scope names unknown data"))?;
            if !scopes.contains(&scope) {
                scopes.push(scope);
            }
        }
        if scopes.is_empty() {
            return Err(("invalid_scope", "scope is missing"));
        }
        Ok(scopes)
    }

    /// A name that cannot be shown is left out: it is for the person's eyes only.
    fn app_name(&self) -> Option<String> {
        let name = self.one("app_name").ok()??.trim();
        let fits =
            !name.is_empty() && name.chars().count() <= LONGEST_NAME && !name.chars().any(char::is_control);
        fits.then(|| name.to_owned())
    }
}

/// Visible ASCII, as OAuth has it.
fn is_state(state: &str) -> bool {
    (1..=LONGEST_STATE).contains(&state.len()) && state.bytes().all(|byte| matches!(byte, 0x20..=0x7e))
}
