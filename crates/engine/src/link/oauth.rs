//! Visits to a bank's own pages: the way there, the way back, and the code that comes with it.
//!
//! Each visit can be left for, come back from and taken up again once. Whoever comes back must bring what the
//! bank was given, what the browser was given, and the name of the bank that was visited (RFC 9207); else the
//! visit is over and nothing is linked.
//!
//! Where Link was left in its own place, what the bank says waits until the app's page shows, with its token,
//! that this very browser came back: else whoever is sent there would link their accounts for somebody else.

use super::crossing::strange_browser;
use super::driver::Driven;
use super::flow::{Input, OauthEnd, OauthWay};
use super::record::Session;
use super::session::{Landing, Return};
use crate::Engine;
use crate::exchange::later;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use selvedge_banks::BankError;
use selvedge_banks::connector::{Authorize, Redeem, Step, Visit};
use selvedge_model::id::{InstitutionId, TeamId, base62, uuid_v4};
use selvedge_model::{Ctx, Error, ErrorCode, Sensitive, limits};
use selvedge_store::Failure;
use selvedge_store::repo::oauth::{NewVisit, VisitRow};
use selvedge_vault::{Place, TokenHash, sha256};
use serde::{Deserialize, Serialize};
use url::Url;

/// Characters of everything here that must not be guessed: 256 bits.
pub(super) const SECRET: usize = 43;
/// What the app's page comes back with.
const STATE_ID: &str = "oauth_state_id";
/// The path of a way to a bank, before its ticket.
pub(super) const WAY: &str = "/link/oauth/";
/// What a bank could have said of a visit that ends because somebody tampered with it.
const TAMPERED: &str = "invalid_request";

/// What is sealed of a visit.
#[derive(Serialize, Deserialize)]
pub(super) struct Secrets {
    /// What the code is redeemed with (PKCE).
    verifier: String,
    /// The bank's address.
    pub(super) url: String,
    /// What the bank said, until the app's page takes the session up again.
    #[serde(default)]
    said: Option<Said>,
}

/// What a bank said, as it is sealed.
#[derive(Serialize, Deserialize)]
enum Said {
    Code(String),
    Refused(String),
}

impl Engine {
    /// Makes a way to the bank's own pages: a path on our own site.
    pub(super) async fn authorize(
        &self,
        ctx: &Ctx<'_>,
        session: &Session,
        id: &InstitutionId,
    ) -> Result<Result<String, BankError>, Error> {
        let institution = match self.bank_of(id) {
            Ok(institution) => institution,
            Err(error) => return Ok(Err(error)),
        };
        let [state, ticket, verifier] = [(); 3].map(|()| Sensitive::new(base62(ctx.entropy, SECRET)));
        let challenge = URL_SAFE_NO_PAD.encode(sha256(verifier.expose().as_bytes()));
        let request = Authorize {
            institution,
            redirect_uri: &self.return_address(),
            state: &state,
            challenge: &challenge,
            scopes: &session.terms.plan.scopes,
            app_name: session.terms.look.app_name.as_deref(),
        };
        let visit = Visit {
            now: ctx.now,
            interaction_id: ctx.request_id,
        };
        let url = match self.bank.authorize(&visit, request).await {
            Ok(authorization) => authorization.url,
            Err(error) => return Ok(Err(error)),
        };
        let secrets = Secrets {
            verifier: verifier.expose().to_owned(),
            url,
            said: None,
        };
        let state_hash = self.visit_hash("state", &state);
        let new = NewVisit {
            state_hash: state_hash.as_bytes().to_vec(),
            session_id: session.id.clone(),
            ticket_hash: self.visit_hash("ticket", &ticket).as_bytes().to_vec(),
            institution_id: id.clone(),
            secrets: self.sealed(ctx, (&session.team, state_hash.as_bytes()), &secrets)?,
            created_at: ctx.now,
            expires_at: later(ctx.now, limits::OAUTH_VISIT_LIFE),
        };
        let team = session.team.clone();
        self.store
            .write(move |tx| {
                Box::pin(async move { tx.team(&team).insert_visit(&new, limits::OAUTH_VISITS).await })
            })
            .await?;
        Ok(Ok(format!("{WAY}{}", ticket.expose())))
    }

    /// Ends a visit to a bank's own pages, and takes its session forward: at once where Link waits for a window,
    /// else when the app's page takes it up again.
    pub async fn oauth_return(&self, ctx: &Ctx<'_>, back: Return) -> Result<Landing, Error> {
        let hash = self.visit_hash("state", &back.state);
        let reader = self.store.reader();
        let found = reader.across_teams().visit_by_state(hash.as_bytes()).await?;
        let visit = found.ok_or(ErrorCode::OauthStateIdNotFound)?;
        if visit.returned_at.is_some() {
            return Err(ErrorCode::OauthStateIdAlreadyProcessed.into());
        }
        if visit.expires_at <= ctx.now {
            return Err(ErrorCode::OauthStateIdNotFound.into());
        }
        let session = self.session_again(&visit.team_id, &visit.session_id).await?;
        let refused = self.tampered(&visit, &session, &back);
        let resume = Sensitive::new(uuid_v4(ctx.entropy));
        let resume_hash = self.visit_hash("resume", &resume);
        let redirects = session.terms.plan.oauth == OauthWay::Redirect && refused.is_none();
        let (team, now) = (visit.team_id.clone(), ctx.now);
        let end = match &refused {
            Some(_) => OauthEnd::Refused(TAMPERED.to_owned()),
            None => named(back.end, hash.as_bytes()),
        };
        let mut secrets = self.secrets(&visit)?;
        secrets.said = redirects.then(|| Said::of(&end));
        let kept = self.sealed(ctx, (&team, &visit.state_hash), &secrets)?;
        let is_there = is_at(&session, &visit.institution_id);
        let first = self
            .store
            .write(move |tx| {
                Box::pin(async move {
                    let resume = redirects.then(|| resume_hash.as_bytes());
                    let every = tx.across_teams();
                    every.return_visit((&visit.state_hash, &kept), resume, now).await
                })
            })
            .await?;
        if !first {
            return Err(ErrorCode::OauthStateIdAlreadyProcessed.into());
        }
        let (look, back_to) = (session.terms.look.clone(), session.terms.back_to.clone());
        if is_there && !redirects {
            self.come_back(ctx, &team, session, &end).await?;
        }
        if let Some(error) = refused {
            return Err(error);
        }
        match back_to.filter(|_| redirects) {
            None => Ok(Landing::Window(look)),
            Some(address) => {
                let mut url = Url::parse(&address).map_err(Error::internal)?;
                url.query_pairs_mut().append_pair(STATE_ID, resume.expose());
                Ok(Landing::Redirect(url.into()))
            }
        }
    }

    /// Why whoever comes back is not who left, or comes from elsewhere than they went.
    fn tampered(&self, visit: &VisitRow, session: &Session, back: &Return) -> Option<Error> {
        let refused = |code, why| {
            Some(Error {
                context: Some(String::from(why)),
                ..Error::new(code)
            })
        };
        if !self.is_of(session, back.browser.as_ref()) {
            return Some(strange_browser());
        }
        let kept = visit.cookie_hash.as_deref();
        let brought = back
            .cookie
            .as_ref()
            .map(|cookie| self.visit_hash("cookie", cookie));
        if !kept
            .zip(brought)
            .is_some_and(|(kept, brought)| brought.matches(kept))
        {
            return refused(
                ErrorCode::IncorrectOauthNonce,
                "the browser that came back is not the one that left",
            );
        }
        let institution = self.catalogue.find(&visit.institution_id);
        let issuer = institution.and_then(|institution| self.bank.issuer(institution));
        if issuer.is_some() && issuer != back.issuer {
            return refused(
                ErrorCode::IncorrectOauthNonce,
                "another bank answers than the one that was visited",
            );
        }
        if !is_at(session, &visit.institution_id) {
            return refused(
                ErrorCode::OauthStateIdNotFound,
                "the session went on with another bank",
            );
        }
        None
    }

    /// Tells a session how a visit ended, wherever it is by now.
    async fn come_back(
        &self,
        ctx: &Ctx<'_>,
        team: &TeamId,
        mut session: Session,
        end: &OauthEnd,
    ) -> Result<(), Error> {
        loop {
            let id = session.id.clone();
            let input = if session.expires_at <= ctx.now {
                Input::Expire
            } else {
                Input::OauthBack(end.clone())
            };
            if self.drive(ctx, session, input).await?.is_some() {
                return Ok(());
            }
            session = self.session_again(team, &id).await?;
        }
    }

    /// Turns a code into a grant, with what the visit that it came from was begun with.
    pub(super) async fn redeem(
        &self,
        ctx: &Ctx<'_>,
        session: &Session,
        (id, code): (&InstitutionId, &Sensitive),
    ) -> Result<Result<Step, BankError>, Error> {
        let Some((state_hash, code)) = unnamed(code) else {
            return Ok(Err(BankError::InsufficientCredentials));
        };
        let reader = self.store.reader();
        let visit = reader.across_teams().visit_by_state(&state_hash).await?;
        let visit = visit.filter(|visit| {
            visit.team_id == session.team && visit.session_id == session.id && visit.institution_id == *id
        });
        let Some(visit) = visit else {
            return Ok(Err(BankError::InsufficientCredentials));
        };
        let institution = match self.bank_of(id) {
            Ok(institution) => institution,
            Err(error) => return Ok(Err(error)),
        };
        let verifier = Sensitive::new(self.secrets(&visit)?.verifier);
        let request = Redeem {
            institution,
            code: &code,
            verifier: &verifier,
            redirect_uri: &self.return_address(),
        };
        let visit = Visit {
            now: ctx.now,
            interaction_id: ctx.request_id,
        };
        Ok(self.bank.redeem(&visit, request).await.map(Step::Done))
    }

    /// Takes a session up again on the app's page, which came back with `received`. The page gets a secret of
    /// its own; the one before opens nothing any more.
    pub(super) async fn resume(
        &self,
        ctx: &Ctx<'_>,
        (team, token_hash): (&TeamId, &[u8]),
        (received, expected): (&str, Option<&str>),
        (secret, browser): (&Sensitive, Option<&Sensitive>),
    ) -> Result<Driven, Error> {
        let id = state_id(received, expected).ok_or_else(|| {
            Error::field(
                "received_redirect_uri must be the redirect_uri of the link token with one more query parameter, \
                 oauth_state_id",
            )
        })?;
        let hash = self.visit_hash("resume", &id);
        let reader = self.store.reader();
        let found = reader.across_teams().visit_by_resume(hash.as_bytes()).await?;
        // What another team was given looks like what nobody was given.
        let visit = found
            .filter(|visit| visit.team_id == *team && visit.expires_at > ctx.now)
            .ok_or(ErrorCode::OauthStateIdNotFound)?;
        if visit.resumed_at.is_some() {
            return Err(ErrorCode::OauthStateIdAlreadyProcessed.into());
        }
        let session = self.session_again(team, &visit.session_id).await?;
        if session.token_hash != token_hash {
            return Err(ErrorCode::IncorrectLinkToken.into());
        }
        if !self.is_of(&session, browser) {
            return Err(strange_browser());
        }
        let (said, institution) = (self.secrets(&visit)?.said, visit.institution_id.clone());
        let (owner, now, session_id) = (team.clone(), ctx.now, session.id.clone());
        let secret_hash = self.session_hash(secret);
        let first = self
            .store
            .write(move |tx| {
                Box::pin(async move {
                    if !tx.across_teams().resume_visit(&visit.state_hash, now).await? {
                        return Ok::<_, Failure>(false);
                    }
                    let scope = tx.team(&owner);
                    scope
                        .set_session_secret(&session_id, secret_hash.as_bytes())
                        .await
                })
            })
            .await?;
        if !first {
            return Err(ErrorCode::OauthStateIdAlreadyProcessed.into());
        }
        if let Some(said) = said.filter(|_| is_at(&session, &institution)) {
            let id = session.id.clone();
            self.come_back(ctx, team, session, &said.into()).await?;
            let session = self.session_again(team, &id).await?;
            return self.reopen(ctx, team, session).await;
        }
        self.reopen(ctx, team, session).await
    }

    async fn reopen(&self, ctx: &Ctx<'_>, team: &TeamId, mut session: Session) -> Result<Driven, Error> {
        loop {
            let id = session.id.clone();
            if let Some(driven) = self.drive(ctx, session, Input::Reopen).await? {
                return Ok(driven);
            }
            session = self.session_again(team, &id).await?;
        }
    }

    pub(super) fn secrets(&self, visit: &VisitRow) -> Result<Secrets, Error> {
        let row = row_of(&visit.state_hash);
        let json = self
            .vault
            .open_team(&visit.team_id, place(&row), &visit.secrets)?;
        serde_json::from_slice(&json).map_err(Error::internal)
    }

    fn sealed(
        &self,
        ctx: &Ctx<'_>,
        (team, state_hash): (&TeamId, &[u8]),
        secrets: &Secrets,
    ) -> Result<Vec<u8>, Error> {
        let json = zeroize::Zeroizing::new(serde_json::to_vec(secrets).map_err(Error::internal)?);
        let row = row_of(state_hash);
        Ok(self.vault.seal_team(ctx, team, place(&row), &json))
    }

    pub(super) fn visit_hash(&self, what: &str, secret: &Sensitive) -> TokenHash {
        self.vault
            .hash_token(&format!("oauth {what} {}", secret.expose()))
    }

    /// Where banks send people back to.
    fn return_address(&self) -> String {
        format!("{}/link/oauth/return", self.public_url)
    }
}

impl Said {
    fn of(end: &OauthEnd) -> Self {
        match end {
            OauthEnd::Code(code) => Self::Code(code.expose().to_owned()),
            OauthEnd::Refused(name) => Self::Refused(name.clone()),
        }
    }
}

impl From<Said> for OauthEnd {
    fn from(said: Said) -> Self {
        match said {
            Said::Code(code) => Self::Code(Sensitive::new(code)),
            Said::Refused(name) => Self::Refused(name),
        }
    }
}

/// A code with the visit that it came from, so that it meets the verifier of that visit and no other.
fn named(end: OauthEnd, state_hash: &[u8]) -> OauthEnd {
    match end {
        OauthEnd::Code(code) => OauthEnd::Code(Sensitive::new(format!(
            "{}.{}",
            row_of(state_hash),
            code.expose()
        ))),
        OauthEnd::Refused(name) => OauthEnd::Refused(name),
    }
}

/// The hash of a visit's state, and the code that came from the visit.
fn unnamed(code: &Sensitive) -> Option<(Vec<u8>, Sensitive)> {
    let (row, code) = code.expose().split_once('.')?;
    let bytes = row.as_bytes().chunks(2).map(|pair| {
        let digits = std::str::from_utf8(pair).ok()?;
        u8::from_str_radix(digits, 16).ok()
    });
    Some((bytes.collect::<Option<_>>()?, Sensitive::from(code)))
}

/// Whether a session is about this bank.
fn is_at(session: &Session, institution: &InstitutionId) -> bool {
    let bank = session.state.bank.as_ref();
    bank.is_some_and(|bank| bank.id == *institution)
}

/// The state id in `received`, where that is `expected` and nothing else beside.
fn state_id(received: &str, expected: Option<&str>) -> Option<Sensitive> {
    let (received, expected) = (Url::parse(received).ok()?, Url::parse(expected?).ok()?);
    let same = received.origin() == expected.origin()
        && received.path() == expected.path()
        && received.username().is_empty()
        && received.password().is_none()
        && received.fragment().is_none();
    let mut pairs = received.query_pairs();
    let (name, value) = pairs.next()?;
    (same && name == STATE_ID && pairs.next().is_none() && selvedge_model::id::is_uuid(&value))
        .then(|| Sensitive::from(&*value))
}

fn row_of(state_hash: &[u8]) -> String {
    selvedge_model::id::hex(state_hash)
}

fn place(row: &str) -> Place<'_> {
    Place::new("oauth_visits", "secrets", row)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "3f0e5c1a-0000-4000-8000-0123456789ab";

    fn is_taken(received: &str) -> bool {
        state_id(received, Some("https://app.example/oauth")).is_some()
    }

    #[test]
    fn only_the_redirect_uri_with_a_state_id_and_nothing_else_is_taken() {
        assert!(is_taken(&format!(
            "https://app.example/oauth?oauth_state_id={ID}"
        )));
        assert!(is_taken(&format!(
            "https://APP.example:443/oauth?oauth_state_id={ID}"
        )));
        for wrong in [
            "https://app.example/oauth".to_owned(),
            "https://app.example/oauth?oauth_state_id=".to_owned(),
            "https://app.example/oauth?oauth_state_id=no-uuid".to_owned(),
            format!("https://app.example/oauth?oauth_state_id={ID}&x=1"),
            format!("https://app.example/oauth?x=1&oauth_state_id={ID}"),
            format!("https://app.example/oauth?oauth_state_id={ID}&oauth_state_id={ID}"),
            format!("https://app.example/oauth?oauth_state_id={ID}#part"),
            format!("https://app.example/oauth/?oauth_state_id={ID}"),
            format!("https://app.example/other?oauth_state_id={ID}"),
            format!("http://app.example/oauth?oauth_state_id={ID}"),
            format!("https://app.example.evil/oauth?oauth_state_id={ID}"),
            format!("https://user@app.example/oauth?oauth_state_id={ID}"),
            format!("https://app.example:8443/oauth?oauth_state_id={ID}"),
            format!("/oauth?oauth_state_id={ID}"),
        ] {
            assert!(!is_taken(&wrong), "{wrong}");
        }
        assert!(state_id(&format!("https://app.example/oauth?oauth_state_id={ID}"), None).is_none());
    }
}
