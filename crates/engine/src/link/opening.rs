//! Opening Link: a session is begun with a link token, or taken up again where the page came back from a bank.
//!
//! A page may ask twice with the same key, because the first answer got lost, and gets the same session. Nothing
//! more is kept for that: what names the session is worked out of the key by the server's own.

use super::driver::Driven;
use super::flow::Input;
use super::record::Next;
use super::session::{Handle, Start, Started, Way};
use super::terms::{Opening, Terms};
use crate::Engine;
use selvedge_model::id::{TeamId, base62, hex};
use selvedge_model::{Ctx, Environment, Error, ErrorCode, Sensitive, limits};
use selvedge_store::Failure;
use selvedge_store::repo::links::FoundLinkToken;
use selvedge_wire::callback::{CallbackEvent, EventName};

/// Characters of a session's secret: 256 bits.
const SECRET: usize = 43;

impl Engine {
    /// Opens a session; or takes one up again, where the page came back from a bank. Asked twice with the same
    /// key, it opens one.
    pub async fn link_start(&self, ctx: &Ctx<'_>, start: Start) -> Result<Started, Error> {
        let token = self.usable_token(ctx, &start.handle).await?;
        self.check_origin(&token.team_id, &start).await?;
        let Some(key) = &start.key else {
            let secret = Sensitive::new(base62(ctx.entropy, SECRET));
            return self.begin(ctx, &token, &start, secret).await;
        };
        let secret = self.secret_of(&token, &start, key)?;
        if let Some(begun) = self.begun(ctx, &start, &secret).await? {
            return Ok(begun);
        }
        match self.begin(ctx, &token, &start, secret.clone()).await {
            Ok(started) => Ok(started),
            // It may have been begun with this key meanwhile.
            Err(error) => self.begun(ctx, &start, &secret).await?.ok_or(error),
        }
    }

    /// The secret of the session that a page gets for its key, whichever answer arrives. Another link token, way or
    /// return makes it another session's.
    fn secret_of(&self, token: &FoundLinkToken, start: &Start, key: &Sensitive) -> Result<Sensitive, Error> {
        let key = key.expose();
        let is_key = limits::LINK_KEY_CHARS.contains(&key.len())
            && key.bytes().all(|byte| byte.is_ascii_alphanumeric());
        if !is_key {
            return Err(Error::field("key must be made of 32 to 64 letters and digits"));
        }
        let (token, way) = (hex(&token.hash), start.way.name());
        let bank = match &start.way {
            Way::Embedded(bank) => bank.as_str(),
            Way::Overlay | Way::Hosted | Way::Webview => "",
        };
        let received = start.received_redirect_uri.as_deref();
        let named = format!("session of {key} {token} {way} {bank:?} {received:?}");
        Ok(Sensitive::new(hex(self.vault.hash_token(&named).as_bytes())))
    }

    /// The session that was begun already, with all that happened in it since it was opened last.
    async fn begun(
        &self,
        ctx: &Ctx<'_>,
        start: &Start,
        secret: &Sensitive,
    ) -> Result<Option<Started>, Error> {
        let Some(session) = self.session_if_any(secret).await? else {
            return Ok(None);
        };
        let browser = self.browser_of(start, secret);
        let browser = browser.filter(|browser| self.is_of(&session, Some(browser)));
        let session = self.awake(ctx, session).await?;
        let mut events = self.events_after(&session.team, &session.id, 0).await?;
        let is_open = |event: &CallbackEvent| event.event_name == EventName::Open;
        let last = events.iter().rposition(is_open).unwrap_or_default();
        let events = events.split_off(last);
        Ok(Some(Started {
            secret: secret.clone(),
            view: self.view(ctx, Driven { session, events }),
            browser,
        }))
    }

    async fn begin(
        &self,
        ctx: &Ctx<'_>,
        token: &FoundLinkToken,
        start: &Start,
        secret: Sensitive,
    ) -> Result<Started, Error> {
        let resumes = start.received_redirect_uri.is_some();
        if token.row.used_at.is_some() && self.environment() == Environment::Production && !resumes {
            return Err(ErrorCode::InvalidLinkToken.into());
        }
        let config = self.link_config(&token.team_id, &token.row)?;
        let hosted_url = match &start.handle {
            Handle::Hosted(name) => Some(format!("{}/link/{}", self.public_url, name.expose())),
            Handle::Token(_) => None,
        };
        let browser = self.browser_of(start, &secret);
        let driven = if let Some(received) = &start.received_redirect_uri {
            let expected = hosted_url.or(config.metadata.redirect_uri);
            let named = (&token.team_id, token.hash.as_slice());
            let page = (&secret, browser.as_ref());
            self.resume(ctx, named, (received, expected.as_deref()), page)
                .await?
        } else {
            let opening = Opening {
                way: &start.way,
                in_webview: start.in_webview,
                hosted_url,
            };
            let mut terms = self
                .terms(ctx, &token.team_id, (&token.row, config), opening)
                .await?;
            terms.browser = browser.as_ref().map(|browser| self.browser_hash(browser));
            let from = (&secret, start.way.name(), start.origin.clone());
            self.open_session(ctx, token, terms, from).await?
        };
        let view = self.view(ctx, driven);
        Ok(Started {
            secret,
            view,
            browser,
        })
    }

    async fn open_session(
        &self,
        ctx: &Ctx<'_>,
        token: &FoundLinkToken,
        terms: Terms,
        from: (&Sensitive, &str, Option<String>),
    ) -> Result<Driven, Error> {
        let (session, row) = self.fresh(ctx, token, terms, from)?;
        let mut outcome = self.step(&session, Input::Open);
        let effect = outcome.effect.take();
        let Next {
            commit,
            session,
            events,
        } = self.next(ctx, &session, (outcome, effect.is_some())).await?;
        let team = session.team.clone();
        let written: Result<bool, Failure> = self
            .store
            .write(move |tx| {
                Box::pin(async move {
                    let scope = tx.team(&team);
                    if scope.count_sessions(&row.token_hash).await? >= limits::LINK_SESSIONS {
                        return Ok(false);
                    }
                    scope.insert_session(&row).await?;
                    commit.write(tx).await
                })
            })
            .await;
        if !written? {
            return Err(Error::with(
                ErrorCode::RateLimit,
                "the link token opened as many sessions as a link token may; create another one",
            ));
        }
        self.follow(ctx, Driven { session, events }, effect).await
    }

    /// The link token that a page holds, while it lasts.
    pub(super) async fn usable_token(&self, ctx: &Ctx<'_>, handle: &Handle) -> Result<FoundLinkToken, Error> {
        let reader = self.store.reader();
        let every = reader.across_teams();
        let found = match handle {
            Handle::Token(token) => {
                let hash = self.vault.hash_token(token.expose());
                every.link_token_anywhere(hash.as_bytes()).await?
            }
            Handle::Hosted(name) => {
                let hash = self.hosted_hash(name.expose());
                every.hosted_link_token(hash.as_bytes()).await?
            }
        };
        found
            .filter(|token| token.row.expires_at > ctx.now)
            .ok_or_else(|| ErrorCode::InvalidLinkToken.into())
    }

    /// An error when this is none of the origins that the team lets embed Link; in the sandbox a team that names
    /// none lets every page.
    async fn check_origin(&self, team: &TeamId, start: &Start) -> Result<(), Error> {
        if !start.origin.as_deref().is_none_or(is_origin) {
            return Err(Error::field("origin must be the origin of a page"));
        }
        if matches!(start.way, Way::Hosted | Way::Webview) {
            return Ok(());
        }
        let named = self.link_settings(team).await?.web_origins;
        let is_named = |origin: &String| named.contains(origin);
        let is_open = named.is_empty() && self.environment() == Environment::Sandbox;
        if is_open || start.origin.as_ref().is_some_and(is_named) {
            return Ok(());
        }
        Err(Error::field(
            "origin must be one of the team's web origins: add it with `selvedge link allow-origin` or by \
             /selvedge/link/settings/update",
        ))
    }
}

/// Whether a text may be an origin as a browser tells of it, `null` among them.
fn is_origin(text: &str) -> bool {
    text.len() <= limits::ORIGIN_CHARS && text.bytes().all(|byte| byte.is_ascii_graphic())
}
