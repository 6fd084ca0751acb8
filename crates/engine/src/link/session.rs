//! Sessions of Link: opened with a link token, turned one step at a time, looked at again.

use super::flow::{Bank, Input};
use super::view::{Look, View};
use crate::Engine;
use selvedge_model::id::InstitutionId;
use selvedge_model::{Ctx, Error, Sensitive};

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

impl Engine {
    /// Which origins may embed the page of the session with this lookup name (`frame-ancestors` sources).
    pub async fn link_framing(&self, ctx: &Ctx<'_>, lookup: &str) -> Result<Vec<String>, Error> {
        let _ = (ctx, lookup);
        Err(Error::internal("sessions are not written yet"))
    }

    /// Opens a session.
    pub async fn link_start(&self, ctx: &Ctx<'_>, start: Start) -> Result<Started, Error> {
        let _ = (ctx, start);
        Err(Error::internal("sessions are not written yet"))
    }

    /// Carries out one step.
    pub async fn link_turn(&self, ctx: &Ctx<'_>, turn: Turn) -> Result<View, Error> {
        let _ = (ctx, turn);
        Err(Error::internal("sessions are not written yet"))
    }

    /// The session as it is; `None` when it is still at the step that was seen.
    pub async fn link_view(
        &self,
        ctx: &Ctx<'_>,
        secret: &Sensitive,
        seen: Option<i64>,
    ) -> Result<Option<View>, Error> {
        let _ = (ctx, secret, seen);
        Err(Error::internal("sessions are not written yet"))
    }

    /// Banks that a typed name may mean, best first; the first ones offered when nothing is typed.
    pub async fn link_search(
        &self,
        ctx: &Ctx<'_>,
        secret: &Sensitive,
        query: &str,
    ) -> Result<Vec<Bank>, Error> {
        let _ = (ctx, secret, query);
        Err(Error::internal("sessions are not written yet"))
    }

    /// The tiles that an embedded Link shows before a session begins; with banks that a typed name may mean.
    pub async fn link_tiles(&self, ctx: &Ctx<'_>, token: &Sensitive, query: &str) -> Result<Tiles, Error> {
        let _ = (ctx, token, query);
        Err(Error::internal("sessions are not written yet"))
    }

    /// Begins a visit to a bank's own pages; each way there is good once.
    pub async fn oauth_leave(&self, ctx: &Ctx<'_>, ticket: &Sensitive) -> Result<Departure, Error> {
        let _ = (ctx, ticket);
        Err(Error::internal("sessions are not written yet"))
    }

    /// Ends a visit to a bank's own pages.
    pub async fn oauth_return(&self, ctx: &Ctx<'_>, back: Return) -> Result<Landing, Error> {
        let _ = (ctx, back);
        Err(Error::internal("sessions are not written yet"))
    }
}
