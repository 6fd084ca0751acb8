//! The calls that a page makes: opening a session, turning it, looking at it again, searching, tiles.

use super::answer::{Opened, Shown, Unchanged, json};
use super::chrome::Chrome;
use super::cookie::{Jar, kept};
use super::input::Given;
use super::origin::Ours;
use super::pane::{self, Scene};
use crate::App;
use crate::words::Words;
use axum::extract::State;
use axum::response::Response;
use selvedge_engine::link::{Handle, Start, Turn, Way};
use selvedge_model::id::InstitutionId;
use selvedge_model::language::Language;
use selvedge_model::limits::LINK_QUERY_CHARS;
use selvedge_model::{Error, ErrorCode, Sensitive};
use selvedge_web::{Failure, Received};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StartBody {
    token: Option<Sensitive>,
    hosted: Option<Sensitive>,
    way: WayName,
    origin: Option<String>,
    institution: Option<String>,
    #[serde(default)]
    webview: bool,
    received_redirect_uri: Option<String>,
    /// What the page made up for this start: asked twice, it opens one session.
    key: Option<Sensitive>,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum WayName {
    Overlay,
    Embedded,
    Hosted,
    Webview,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TurnBody {
    session: Sensitive,
    step: i64,
    input: Given,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ViewBody {
    session: Sensitive,
    seen: Option<i64>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SearchBody {
    session: Sensitive,
    query: String,
    /// The session's language, as the page was told.
    lang: Language,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TilesBody {
    token: Sensitive,
    #[serde(default)]
    query: String,
}

#[derive(Serialize)]
struct Found {
    html: String,
    said: String,
}

#[derive(Serialize)]
struct Offered {
    html: String,
    title: String,
    chrome: Chrome,
}

/// Opens a session.
pub(super) async fn start(State(app): State<Arc<App>>, Ours(received): Ours) -> Result<Response, Failure> {
    let body: StartBody = read(&received)?;
    let mut start = body.into_start()?;
    let jar = Jar::of(app.engine.public_url());
    start.browser = kept(&received.head.headers, jar.browser());
    let (running, request_id) = (Arc::clone(&app), received.request_id);
    let work = Box::pin(async move { running.engine.link_start(&running.ctx(&request_id), start).await });
    let started = app.errands.run(work).await?;
    let shown = Shown::of(&started.view, app.engine.catalogue())?;
    let mut response = json(&Opened {
        session: started.secret.expose(),
        shown,
    })?;
    if let Some(browser) = &started.browser {
        jar.keep_browser(response.headers_mut(), browser)?;
    }
    Ok(response)
}

/// Carries out one step.
pub(super) async fn turn(State(app): State<Arc<App>>, Ours(received): Ours) -> Result<Response, Failure> {
    let body: TurnBody = read(&received)?;
    let turn = Turn {
        secret: body.session,
        step: body.step,
        input: body.input.into(),
    };
    let (running, request_id) = (Arc::clone(&app), received.request_id);
    let work = Box::pin(async move { running.engine.link_turn(&running.ctx(&request_id), turn).await });
    let view = app.errands.run(work).await?;
    Ok(json(&Shown::of(&view, app.engine.catalogue())?)?)
}

/// The session as it is, where it is not as the page saw it last.
pub(super) async fn view(State(app): State<Arc<App>>, Ours(received): Ours) -> Result<Response, Failure> {
    let body: ViewBody = read(&received)?;
    let ctx = app.ctx(&received.request_id);
    let answer = match app.engine.link_view(&ctx, &body.session, body.seen).await? {
        Some(view) => json(&Shown::of(&view, app.engine.catalogue())?)?,
        None => json(&Unchanged::since())?,
    };
    Ok(answer)
}

/// Banks that a typed name may mean.
pub(super) async fn search(State(app): State<Arc<App>>, Ours(received): Ours) -> Result<Response, Failure> {
    let body: SearchBody = read(&received)?;
    let query = cut(&body.query);
    let ctx = app.ctx(&received.request_id);
    let banks = app.engine.link_search(&ctx, &body.session, query).await?;
    let (html, said) = pane::results(Words::of(body.lang), &banks, query)?;
    Ok(json(&Found { html, said })?)
}

/// The tiles of an embedded Link.
pub(super) async fn tiles(State(app): State<Arc<App>>, Ours(received): Ours) -> Result<Response, Failure> {
    let body: TilesBody = read(&received)?;
    let query = cut(&body.query);
    let ctx = app.ctx(&received.request_id);
    let tiles = app.engine.link_tiles(&ctx, &body.token, query).await?;
    let scene = Scene::of(&tiles.look, app.engine.catalogue());
    let (html, title) = pane::tiles(&scene, &tiles, query)?;
    Ok(json(&Offered {
        html,
        title,
        chrome: Chrome::of(&scene)?,
    })?)
}

/// What whoever does not POST is told.
pub(super) async fn not_posted() -> Failure {
    Failure::only_post()
}

impl StartBody {
    fn into_start(self) -> Result<Start, Error> {
        let handle = match (self.token, self.hosted) {
            (Some(token), None) => Handle::Token(token),
            (None, Some(hosted)) => Handle::Hosted(hosted),
            _ => return Err(unreadable("either a token or a hosted name opens Link")),
        };
        let is_hosted = matches!(handle, Handle::Hosted(_));
        if is_hosted != matches!(self.way, WayName::Hosted) {
            return Err(unreadable(
                "a hosted name opens a hosted page, and a token every other way",
            ));
        }
        let way = match (self.way, self.institution) {
            (WayName::Overlay, None) => Way::Overlay,
            (WayName::Embedded, Some(bank)) => Way::Embedded(InstitutionId::new(bank)),
            (WayName::Hosted, None) => Way::Hosted,
            (WayName::Webview, None) => Way::Webview,
            _ => return Err(unreadable("an institution belongs to a tile that was pressed")),
        };
        Ok(Start {
            handle,
            way,
            origin: self.origin,
            in_webview: self.webview,
            received_redirect_uri: self.received_redirect_uri,
            key: self.key,
            browser: None,
        })
    }
}

/// The body of a call.
pub(super) fn read<T: DeserializeOwned>(received: &Received) -> Result<T, Error> {
    // What serde says of a body may quote it, and it may hold a password.
    match serde_json::from_slice(&received.body) {
        Ok(body) => Ok(body),
        Err(_) => Err(unreadable("the body is not what Link's pages send")),
    }
}

fn unreadable(message: &'static str) -> Error {
    Error::with(ErrorCode::InvalidBody, message)
}

/// As much of a query as is looked at.
fn cut(query: &str) -> &str {
    let end = query
        .char_indices()
        .nth(LINK_QUERY_CHARS)
        .map_or(query.len(), |(end, _)| end);
    query.get(..end).unwrap_or_default().trim()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_is_looked_at_as_far_as_the_limit() {
        let whole = "ü".repeat(LINK_QUERY_CHARS);
        assert_eq!(cut(&whole), whole);
        assert_eq!(cut(&format!("{whole}x")), whole);
        assert_eq!(cut("  first  "), "first");
    }

    #[test]
    fn a_start_names_one_handle_and_a_bank_only_with_a_tile() {
        let started = |text: &str| {
            serde_json::from_str::<StartBody>(text)
                .map_err(Error::internal)
                .and_then(StartBody::into_start)
        };
        assert!(started(r#"{"token":"t","way":"overlay"}"#).is_ok());
        assert!(started(r#"{"hosted":"lp0","way":"hosted"}"#).is_ok());
        let embedded = started(r#"{"token":"t","way":"embedded","institution":"ins_1"}"#).unwrap();
        assert_eq!(embedded.way, Way::Embedded(InstitutionId::new("ins_1")));
        for refused in [
            r#"{"way":"overlay"}"#,
            r#"{"token":"t","hosted":"lp0","way":"hosted"}"#,
            r#"{"token":"t","way":"embedded"}"#,
            r#"{"token":"t","way":"overlay","institution":"ins_1"}"#,
            r#"{"token":"t","way":"popup"}"#,
            r#"{"token":"t","way":"hosted"}"#,
            r#"{"hosted":"lp0","way":"overlay"}"#,
            r#"{"hosted":"lp0","way":"webview"}"#,
            r#"{"hosted":"lp0","way":"embedded","institution":"ins_1"}"#,
        ] {
            assert!(started(refused).is_err(), "{refused}");
        }
    }
}
