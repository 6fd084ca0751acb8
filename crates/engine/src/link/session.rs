//! Sessions of Link: opened with a link token, turned one step at a time, looked at again.

use super::driver::Driven;
use super::flow::{Bank, Input, Plan};
use super::record::{Next, Session};
use super::terms::{Opening, Terms};
use super::view::{Look, View};
use crate::Engine;
use selvedge_banks::institution::Institution;
use selvedge_model::id::{InstitutionId, TeamId, base62};
use selvedge_model::{Ctx, Environment, Error, ErrorCode, Sensitive, limits};
use selvedge_store::Failure;
use selvedge_store::repo::links::FoundLinkToken;

/// How a page opens Link.
#[expect(missing_debug_implementations, reason = "holds a token")]
pub struct Start {
    /// With what.
    pub handle: Handle,
    /// Where Link runs.
    pub way: Way,
    /// The origin of the page that embeds Link, where one does.
    pub origin: Option<String>,
    /// Whether the browser is a webview inside an app, where no window can be opened.
    pub in_webview: bool,
    /// Where the bank sent the person back to, when the page opens Link again after that: the whole address.
    pub received_redirect_uri: Option<String>,
}

/// What a session is opened with.
#[expect(missing_debug_implementations, reason = "holds a token")]
pub enum Handle {
    /// The link token.
    Token(Sensitive),
    /// The name in a hosted address, `lp…`.
    Hosted(Sensitive),
}

/// Where Link runs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Way {
    /// Over the app's page.
    Overlay,
    /// Over the app's page, after this bank's tile was pressed in it.
    Embedded(InstitutionId),
    /// On a page of ours.
    Hosted,
    /// In a webview inside an app.
    Webview,
}

/// A session that was opened.
#[expect(missing_debug_implementations, reason = "holds a secret")]
pub struct Started {
    /// What every further call names the session by.
    pub secret: Sensitive,
    /// The first pane.
    pub view: View,
}

/// One step of a session.
#[expect(missing_debug_implementations, reason = "holds a secret")]
pub struct Turn {
    /// The session.
    pub secret: Sensitive,
    /// The step that the input answers. An input to an earlier step does nothing and gets the present pane.
    pub step: i64,
    /// The input.
    pub input: Input,
}

/// The tiles of an embedded Link.
#[derive(Debug, Clone)]
pub struct Tiles {
    /// How it looks.
    pub look: Look,
    /// The banks to offer.
    pub banks: Vec<Bank>,
    /// Whether the first one is there because its routing number is known.
    pub matched: bool,
}

/// Where a way to a bank leads, and for whom.
#[derive(Debug, Clone)]
pub struct Crossing {
    /// How Link looks there: the app's name, and the language.
    pub look: Look,
    /// The bank's name.
    pub bank: String,
    /// Whether it is gone only with a proof of the page that opened it.
    pub needs_proof: bool,
}

/// Where a visit to a bank's own pages begins.
#[expect(missing_debug_implementations, reason = "holds a secret")]
pub struct Departure {
    /// The bank's address.
    pub url: String,
    /// What the browser keeps, so that only it can come back.
    pub cookie: Sensitive,
}

/// What came back from a bank's own pages.
#[expect(missing_debug_implementations, reason = "holds an authorization code")]
pub struct Return {
    /// `state`.
    pub state: Sensitive,
    /// `code`, or `error`.
    pub end: super::flow::OauthEnd,
    /// `iss`: who says so.
    pub issuer: Option<String>,
    /// What the browser kept.
    pub cookie: Option<Sensitive>,
}

/// Where the browser goes after a visit to a bank's own pages.
#[derive(Debug, Clone)]
pub enum Landing {
    /// It is a window of its own: it closes.
    Window(Look),
    /// It goes on at the app's, or at a hosted page of ours.
    Redirect(String),
}

/// Most banks that a search gives.
const FOUND: usize = 20;
/// Characters of a session's secret: 256 bits.
const SECRET: usize = 43;

impl Way {
    const fn name(&self) -> &'static str {
        match self {
            Self::Overlay => "overlay",
            Self::Embedded(_) => "embedded",
            Self::Hosted => "hosted",
            Self::Webview => "webview",
        }
    }
}

impl Engine {
    /// Which origins may embed the page of the session with this lookup name (`frame-ancestors` sources).
    pub async fn link_framing(&self, _ctx: &Ctx<'_>, lookup: &str) -> Result<Vec<String>, Error> {
        let team = self.store.reader().across_teams().team_by_lookup(lookup).await?;
        match team {
            Some(team) => self.framing(&team).await,
            None => Ok(self.open_framing()),
        }
    }

    /// Opens a session; or takes one up again, where the page came back from a bank.
    pub async fn link_start(&self, ctx: &Ctx<'_>, start: Start) -> Result<Started, Error> {
        let token = self.usable_token(ctx, &start.handle).await?;
        let resumes = start.received_redirect_uri.is_some();
        if token.row.used_at.is_some() && self.environment() == Environment::Production && !resumes {
            return Err(ErrorCode::InvalidLinkToken.into());
        }
        self.check_origin(&token.team_id, &start).await?;
        let config = self.link_config(&token.team_id, &token.row)?;
        let hosted_url = match &start.handle {
            Handle::Hosted(name) => Some(format!("{}/link/{}", self.public_url, name.expose())),
            Handle::Token(_) => None,
        };
        let secret = Sensitive::new(base62(ctx.entropy, SECRET));
        let driven = if let Some(received) = &start.received_redirect_uri {
            let expected = hosted_url.or(config.metadata.redirect_uri);
            let named = (&token.team_id, token.hash.as_slice());
            self.resume(ctx, named, (received, expected.as_deref()), &secret)
                .await?
        } else {
            let opening = Opening {
                way: &start.way,
                in_webview: start.in_webview,
                hosted_url,
            };
            let terms = self
                .terms(ctx, &token.team_id, (&token.row, config), opening)
                .await?;
            let from = (&secret, start.way.name(), start.origin);
            self.open_session(ctx, &token, terms, from).await?
        };
        let view = self.view(ctx, driven);
        Ok(Started { secret, view })
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
    async fn usable_token(&self, ctx: &Ctx<'_>, handle: &Handle) -> Result<FoundLinkToken, Error> {
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

    /// An error when the team names the origins that may embed Link, and this is none of them.
    async fn check_origin(&self, team: &TeamId, start: &Start) -> Result<(), Error> {
        if !start.origin.as_deref().is_none_or(is_origin) {
            return Err(Error::field("origin must be the origin of a page"));
        }
        if matches!(start.way, Way::Hosted | Way::Webview) {
            return Ok(());
        }
        let named = self.link_settings(team).await?.web_origins;
        let is_named = |origin: &String| named.contains(origin);
        if named.is_empty() || start.origin.as_ref().is_some_and(is_named) {
            return Ok(());
        }
        Err(Error::field(
            "origin must be one of the team's web origins: add it with `selvedge link allow-origin` or by \
             /selvedge/link/settings/update",
        ))
    }

    /// Carries out one step. An input to an earlier step does nothing and gets what happened since.
    pub async fn link_turn(&self, ctx: &Ctx<'_>, turn: Turn) -> Result<View, Error> {
        let session = self.session_by(&turn.secret).await?;
        let session = self.awake(ctx, session).await?;
        if matches!(turn.input, Input::LeaveNow) {
            return self.leave_now(ctx, session, turn.step).await;
        }
        if session.step != turn.step || !is_the_persons(&turn.input) {
            return self.since(ctx, session, turn.step).await;
        }
        let (team, id) = (session.team.clone(), session.id.clone());
        let is_last = matches!(turn.input, Input::Leave | Input::Finish);
        let input = if session.step < limits::LINK_STEPS || is_last {
            turn.input
        } else {
            Input::Expire
        };
        if let Some(driven) = self.drive(ctx, session, input).await? {
            return self.since(ctx, driven.session, turn.step).await;
        }
        let session = self.session_again(&team, &id).await?;
        let mut session = self.awake(ctx, session).await?;
        if session.step == turn.step {
            // Nobody was first: the link token takes no more tries.
            session = self.nudge(ctx, session, Input::Expire).await?;
        }
        self.since(ctx, session, turn.step).await
    }

    /// Closes Link for good, at whichever step the session is: the page is gone, and does not try again.
    async fn leave_now(&self, ctx: &Ctx<'_>, mut session: Session, seen: i64) -> Result<View, Error> {
        loop {
            let (team, id) = (session.team.clone(), session.id.clone());
            if let Some(driven) = self.drive(ctx, session, Input::LeaveNow).await? {
                return self.since(ctx, driven.session, seen).await;
            }
            session = self.session_again(&team, &id).await?;
        }
    }

    /// The session as it is, with what happened since the step that was seen; `None` when it is still there.
    pub async fn link_view(
        &self,
        ctx: &Ctx<'_>,
        secret: &Sensitive,
        seen: Option<i64>,
    ) -> Result<Option<View>, Error> {
        let session = self.session_by(secret).await?;
        let session = self.awake(ctx, session).await?;
        match seen {
            Some(seen) if seen == session.step => Ok(None),
            Some(seen) => self.since(ctx, session, seen).await.map(Some),
            None => {
                let events = Vec::new();
                Ok(Some(self.view(ctx, Driven { session, events })))
            }
        }
    }

    async fn since(&self, ctx: &Ctx<'_>, session: Session, seen: i64) -> Result<View, Error> {
        let events = if (0..session.step).contains(&seen) {
            self.events_after(&session.team, &session.id, seen).await?
        } else {
            Vec::new()
        };
        Ok(self.view(ctx, Driven { session, events }))
    }

    /// Banks that a typed name may mean, best first; the first ones offered when nothing is typed.
    pub async fn link_search(
        &self,
        _ctx: &Ctx<'_>,
        secret: &Sensitive,
        query: &str,
    ) -> Result<Vec<Bank>, Error> {
        let session = self.session_by(secret).await?;
        Ok(self.banks(&session.terms.plan, query).0)
    }

    /// The tiles that an embedded Link shows before a session begins; with banks that a typed name may mean.
    pub async fn link_tiles(&self, ctx: &Ctx<'_>, token: &Sensitive, query: &str) -> Result<Tiles, Error> {
        let token = self.usable_token(ctx, &Handle::Token(token.clone())).await?;
        let config = self.link_config(&token.team_id, &token.row)?;
        let opening = Opening {
            way: &Way::Overlay,
            in_webview: false,
            hosted_url: None,
        };
        let terms = self
            .terms(ctx, &token.team_id, (&token.row, config), opening)
            .await?;
        let (banks, matched) = self.banks(&terms.plan, query);
        Ok(Tiles {
            look: terms.look,
            banks,
            matched,
        })
    }

    /// A search finds what serves the app's countries and is on its list, also what lacks a product: whoever
    /// looks for their bank is told why it is of no use.
    fn banks(&self, plan: &Plan, query: &str) -> (Vec<Bank>, bool) {
        if query.trim().is_empty() {
            return plan.first_banks(&self.catalogue);
        }
        let listed = |bank: &&Institution| {
            bank.serves(&plan.countries) && (plan.only_banks.is_empty() || plan.only_banks.contains(&bank.id))
        };
        let found = self.catalogue.search(query).filter(listed).take(FOUND);
        (found.map(Bank::of).collect(), false)
    }
}

/// Whether a text may be an origin as a browser tells of it, `null` among them.
fn is_origin(text: &str) -> bool {
    text.len() <= limits::ORIGIN_CHARS && text.bytes().all(|byte| byte.is_ascii_graphic())
}

/// Whether an input is one that a page may send; the others come of what was done outside.
fn is_the_persons(input: &Input) -> bool {
    !matches!(
        input,
        Input::Open
            | Input::Reopen
            | Input::OauthBack(_)
            | Input::Expire
            | Input::Done(_)
            | Input::Interrupted
    )
}
