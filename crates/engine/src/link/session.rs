//! Sessions of Link: how one is opened, and what is done with it then: turned one step at a time, looked at again.

use super::driver::Driven;
use super::flow::{Bank, Input, Plan};
use super::record::Session;
use super::terms::Opening;
use super::view::{Look, View};
use crate::Engine;
use selvedge_banks::institution::Institution;
use selvedge_model::id::InstitutionId;
use selvedge_model::{Ctx, Error, Sensitive, limits};

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
    /// What the page made up for this start, so that it may ask twice and opens one session: as hard to guess as
    /// the secret of a session, for it leads to it.
    pub key: Option<Sensitive>,
    /// What the browser is known again by, where it has begun a session on a page of ours.
    pub browser: Option<Sensitive>,
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
    /// What the browser is to be known again by, on a page of ours.
    pub browser: Option<Sensitive>,
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
#[derive(Clone)]
#[expect(missing_debug_implementations, reason = "holds an authorization code")]
pub struct Return {
    /// `state`.
    pub state: Sensitive,
    /// `code`, or `error`.
    pub end: super::flow::OauthEnd,
    /// `iss`: who says so.
    pub issuer: Option<String>,
    /// What the browser kept of the visit.
    pub cookie: Option<Sensitive>,
    /// What the browser is known again by, where it has begun a session on a page of ours.
    pub browser: Option<Sensitive>,
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

impl Way {
    /// How it is stored.
    pub(super) const fn name(&self) -> &'static str {
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

/// Whether an input is one that a page may send; the others come of what was done outside.
fn is_the_persons(input: &Input) -> bool {
    !matches!(
        input,
        Input::Open
            | Input::Reopen
            | Input::OauthBack(_)
            | Input::Expire
            | Input::Removed(_)
            | Input::Done(_)
            | Input::Interrupted
    )
}
