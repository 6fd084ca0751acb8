//! Tickets: what a visit has come to, sealed, as the person's browser carries it from page to page.
//!
//! A ticket opens at its own bank only. It can be shown again until it expires, as a page can be loaded again.

use super::request::AuthorizationRequest;
use crate::connector::Pending;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::{SignedDuration, Timestamp};
use selvedge_model::id::InstitutionId;
use selvedge_model::scope::DataScope;
use selvedge_model::{Ctx, Sensitive};
use selvedge_vault::{Place, Vault};
use serde::{Deserialize, Serialize, Serializer};
use zeroize::Zeroizing;

/// How long a visit may take.
const LIFE: SignedDuration = SignedDuration::from_mins(30);

/// Why a ticket leads nowhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TicketFault {
    /// It is not one of this bank's, or somebody changed it.
    #[error("the ticket is not one of this bank's")]
    Altered,
    /// The visit took too long.
    #[error("the ticket has expired")]
    Expired,
    /// It belongs to another page of the visit.
    #[error("the ticket is for another page")]
    OtherPage,
}

/// A visit on its way.
pub(super) struct Ticket {
    pub(super) request: AuthorizationRequest,
    pub(super) at: At,
}

/// Where a visit is.
#[derive(Serialize, Deserialize)]
pub(super) enum At {
    /// Nobody is signed in.
    Begun,
    /// The bank asked something; with the state of the sign-in, in base64.
    Asked(#[serde(serialize_with = "plain")] Sensitive),
    /// Somebody is signed in.
    SignedIn(Keys),
}

/// A login name and its password.
#[derive(Clone, Serialize, Deserialize)]
pub(in crate::sandbox) struct Keys {
    #[serde(serialize_with = "plain")]
    pub(in crate::sandbox) username: Sensitive,
    #[serde(serialize_with = "plain")]
    pub(in crate::sandbox) password: Sensitive,
}

impl At {
    /// The bank asked something, and goes on with this state.
    pub(super) fn asked(state: &Pending) -> Self {
        Self::Asked(Sensitive::new(URL_SAFE_NO_PAD.encode(state.expose())))
    }

    /// The state of the sign-in, when the bank asked something.
    pub(super) fn pending(&self) -> Result<Pending, TicketFault> {
        match self {
            Self::Asked(state) => URL_SAFE_NO_PAD
                .decode(state.expose())
                .map(Pending::from_bytes)
                .or(Err(TicketFault::Altered)),
            Self::Begun | Self::SignedIn(_) => Err(TicketFault::OtherPage),
        }
    }
}

/// Only for what is sealed at once.
fn plain<S: Serializer>(secret: &Sensitive, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(secret.expose())
}

/// What is sealed.
#[derive(Serialize, Deserialize)]
struct Record {
    until: i64,
    redirect_uri: String,
    #[serde(serialize_with = "plain")]
    state: Sensitive,
    challenge: String,
    scopes: Vec<DataScope>,
    app_name: Option<String>,
    at: At,
}

impl Ticket {
    /// The ticket as text, good from now on.
    pub(super) fn seal(self, vault: &Vault, ctx: &Ctx<'_>) -> Sensitive {
        let Self { request, at } = self;
        let institution = request.institution;
        let record = Record {
            until: ctx.now.as_second().saturating_add(LIFE.as_secs()),
            redirect_uri: request.redirect_uri,
            state: request.state,
            challenge: request.challenge,
            scopes: request.scopes,
            app_name: request.app_name,
            at,
        };
        // A record of texts and numbers can always be written.
        let json = Zeroizing::new(serde_json::to_vec(&record).unwrap_or_default());
        let sealed = vault.seal_global(ctx, place(&institution), &json);
        Sensitive::new(URL_SAFE_NO_PAD.encode(sealed))
    }

    /// The ticket in `text`, as `institution` gave it.
    pub(super) fn open(
        vault: &Vault,
        now: Timestamp,
        institution: &InstitutionId,
        text: &str,
    ) -> Result<Self, TicketFault> {
        let sealed = URL_SAFE_NO_PAD.decode(text).or(Err(TicketFault::Altered))?;
        let json = vault
            .open_global(place(institution), &sealed)
            .or(Err(TicketFault::Altered))?;
        let record: Record = serde_json::from_slice(&json).or(Err(TicketFault::Altered))?;
        if now.as_second() >= record.until {
            return Err(TicketFault::Expired);
        }
        Ok(Self {
            request: AuthorizationRequest {
                institution: institution.clone(),
                redirect_uri: record.redirect_uri,
                state: record.state,
                challenge: record.challenge,
                scopes: record.scopes,
                app_name: record.app_name,
            },
            at: record.at,
        })
    }
}

fn place(institution: &InstitutionId) -> Place<'_> {
    Place::new("test_bank", "ticket", institution.as_str())
}
