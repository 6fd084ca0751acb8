//! The way to a bank's own pages: whose it is, and who may go it.
//!
//! Whoever goes to the bank is whoever runs the session, or their accounts would be linked for somebody else. So
//! a window leaves only with a proof that the page of Link holds which opened it. Where Link is left in its own
//! place no page is there to prove anything: then it is the way back that is held to the app's page; and where that
//! is a page of ours, the way there and back is held to the browser that began the session.

use super::flow::{At, OauthWay};
use super::oauth::{SECRET, WAY};
use super::record::Session;
use super::session::{Crossing, Departure, Handle, Start};
use super::view::WindowProof;
use crate::Engine;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use selvedge_model::id::{base62, hex};
use selvedge_model::{Ctx, Error, ErrorCode, Sensitive};
use selvedge_store::repo::oauth::VisitRow;
use selvedge_vault::TokenHash;
use url::Url;

impl Engine {
    /// Where a way to a bank leads, and for whom. Looking at it uses nothing up.
    pub async fn oauth_way(&self, ctx: &Ctx<'_>, ticket: &Sensitive) -> Result<Crossing, Error> {
        let (visit, session) = self.visit_ahead(ctx, ticket).await?;
        if visit.left_at.is_some() {
            return Err(ErrorCode::OauthStateIdAlreadyProcessed.into());
        }
        let institution = self.catalogue.find(&visit.institution_id);
        let institution = institution.ok_or(ErrorCode::OauthStateIdNotFound)?;
        Ok(Crossing {
            look: session.terms.look.clone(),
            bank: institution.name.clone(),
            needs_proof: needs_proof(&session),
        })
    }

    /// Begins a visit to a bank's own pages; each way there is good once. A window goes it only with its proof,
    /// and for a session of a page of ours the proof is what the browser is known again by.
    pub async fn oauth_leave(
        &self,
        ctx: &Ctx<'_>,
        ticket: &Sensitive,
        proof: Option<&Sensitive>,
    ) -> Result<Departure, Error> {
        let (visit, session) = self.visit_ahead(ctx, ticket).await?;
        self.check_proof(&session, ticket, proof)?;
        let url = self.secrets(&visit)?.url;
        let cookie = Sensitive::new(base62(ctx.entropy, SECRET));
        let (kept, now) = (self.visit_hash("cookie", &cookie), ctx.now);
        let left = self
            .store
            .write(move |tx| {
                Box::pin(async move {
                    let every = tx.across_teams();
                    every.leave_visit(&visit.state_hash, kept.as_bytes(), now).await
                })
            })
            .await?;
        if left {
            Ok(Departure { url, cookie })
        } else {
            Err(ErrorCode::OauthStateIdAlreadyProcessed.into())
        }
    }

    /// An error when whoever leaves is not whoever runs the session.
    fn check_proof(
        &self,
        session: &Session,
        ticket: &Sensitive,
        proof: Option<&Sensitive>,
    ) -> Result<(), Error> {
        if !needs_proof(session) {
            return if self.is_of(session, proof) {
                Ok(())
            } else {
                Err(strange_browser())
            };
        }
        let expected = self.proof_hash(&self.visit_proof(ticket));
        if proof.is_some_and(|proof| self.proof_hash(proof).matches(expected.as_bytes())) {
            return Ok(());
        }
        Err(refused("no page of Link's proved that it opened this window"))
    }

    /// What a browser is known again by that opens Link on a page of ours: what it kept, else something that
    /// belongs to the session's secret, so that it is the same when the page asks twice.
    pub(super) fn browser_of(&self, start: &Start, secret: &Sensitive) -> Option<Sensitive> {
        if matches!(start.handle, Handle::Token(_)) {
            return None;
        }
        let is_ours = |kept: &&Sensitive| {
            let kept = kept.expose().as_bytes();
            kept.len() == TokenHash::LENGTH * 2 && kept.iter().all(u8::is_ascii_hexdigit)
        };
        let kept = start.browser.as_ref().filter(is_ours).cloned();
        Some(kept.unwrap_or_else(|| {
            let hash = self.visit_hash("new browser", secret);
            Sensitive::new(hex(hash.as_bytes()))
        }))
    }

    /// How that is kept with the session.
    pub(super) fn browser_hash(&self, browser: &Sensitive) -> Vec<u8> {
        self.visit_hash("browser", browser).as_bytes().to_vec()
    }

    /// Whether a browser may go to a bank for a session: any, where it began on somebody else's page.
    pub(super) fn is_of(&self, session: &Session, browser: Option<&Sensitive>) -> bool {
        let Some(kept) = &session.terms.browser else {
            return true;
        };
        browser.is_some_and(|browser| self.visit_hash("browser", browser).matches(kept))
    }

    /// A visit that may be begun, if nobody has: it and its session last.
    async fn visit_ahead(&self, ctx: &Ctx<'_>, ticket: &Sensitive) -> Result<(VisitRow, Session), Error> {
        let hash = self.visit_hash("ticket", ticket);
        let reader = self.store.reader();
        let found = reader.across_teams().visit_by_ticket(hash.as_bytes()).await?;
        let visit = found
            .filter(|visit| visit.expires_at > ctx.now)
            .ok_or(ErrorCode::OauthStateIdNotFound)?;
        let session = self.session_again(&visit.team_id, &visit.session_id).await?;
        // Nobody consents for nothing.
        if session.state.is_over() || session.expires_at <= ctx.now {
            return Err(ErrorCode::OauthStateIdNotFound.into());
        }
        Ok((visit, session))
    }

    /// What the page of a session proves with that it opened a window; `None` where none is opened.
    pub(super) fn window_proof(&self, session: &Session) -> Option<WindowProof> {
        let At::Oauth { path, .. } = &session.state.at else {
            return None;
        };
        let ticket = Sensitive::from(path.strip_prefix(WAY).filter(|_| needs_proof(session))?);
        let origin = Url::parse(&self.public_url).ok()?.origin();
        Some(WindowProof {
            proof: self.visit_proof(&ticket),
            origin: origin.ascii_serialization(),
        })
    }

    /// The proof that belongs to a ticket: nobody can work it out who was only given the ticket.
    fn visit_proof(&self, ticket: &Sensitive) -> Sensitive {
        let hash = self.visit_hash("proof", ticket);
        Sensitive::new(URL_SAFE_NO_PAD.encode(hash.as_bytes()))
    }

    fn proof_hash(&self, proof: &Sensitive) -> TokenHash {
        self.visit_hash("shown proof", proof)
    }
}

/// Another browser comes than the one that began the session.
pub(super) fn strange_browser() -> Error {
    refused("the session was begun in another browser")
}

fn refused(why: &str) -> Error {
    Error {
        context: Some(String::from(why)),
        ..Error::new(ErrorCode::IncorrectOauthNonce)
    }
}

/// Whether the visits of a session have a window of their own.
fn needs_proof(session: &Session) -> bool {
    session.terms.plan.oauth == OauthWay::Popup
}
