//! The way to a bank's own pages and back.
//!
//! On the way there a page of ours has the Link that opened it prove that it did, and lets go of it, so that the
//! bank's page cannot reach Link. Whoever was only given the address is told whose it is, and gets no further.
//! On the way back the browser must bring what it was given when it left.

use super::answer::json;
use super::call::read;
use super::cookie::{Jar, kept};
use super::document::{Framing, Notice, page, preferred};
use super::origin::Ours;
use super::{assets, moment, query};
use crate::App;
use crate::words::Words;
use askama::Template;
use axum::Extension;
use axum::extract::{Path, State};
use axum::response::{IntoResponse as _, Response};
use http::header::{HOST, HeaderMap, HeaderValue, LOCATION, REFERRER_POLICY};
use http::uri::Authority;
use http::{StatusCode, Uri};
use selvedge_engine::link::flow::OauthEnd;
use selvedge_engine::link::{Crossing, Departure, Landing, Return};
use selvedge_model::{Environment, Error, ErrorCode, Sensitive};
use selvedge_web::{Failure, Visit};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::sync::Arc;

/// The query of a way to a bank that was sent to the public address already.
pub(super) const HERE: &str = "here";

/// The page between Link and a bank.
#[derive(Template)]
#[template(path = "leave.html")]
struct Leave<'a> {
    w: &'a Words,
    style: String,
    script: String,
    /// The bank's address, where nothing is left to prove.
    url: Option<String>,
    /// Whose way it is, for whoever was only given the address.
    whose: String,
    /// Whether Link may have been opened by another name of this server.
    hopped: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Proven {
    proof: Sensitive,
}

#[derive(Serialize)]
struct Onward {
    url: String,
}

/// The page on the way to the bank. Looking at it uses the way up only where Link itself was left for it.
pub(super) async fn leave(
    State(app): State<Arc<App>>,
    Extension(visit): Extension<Visit>,
    Path(ticket): Path<String>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    // The bank sends people back to the public address, and cookies do not follow from one name to another.
    if uri.query() != Some(HERE) && is_elsewhere(&uri, &headers, app.engine.public_url()) {
        return redirect(&format!("{}{}?{HERE}", app.engine.public_url(), uri.path()));
    }
    let w = Words::of(preferred(&headers));
    let ctx = moment(&app, &visit);
    let ticket = Sensitive::new(ticket);
    let crossing = match app.engine.oauth_way(&ctx, &ticket).await {
        Ok(crossing) => crossing,
        Err(error) => return stale(w, &error),
    };
    let mut leave = Leave {
        w,
        style: assets::path("link.css"),
        script: assets::path("leave.js"),
        url: None,
        whose: whose(w, &crossing),
        hopped: uri.query() == Some(HERE) && crossing.look.environment == Environment::Sandbox,
    };
    if crossing.needs_proof {
        return page(&leave, &Framing::Nobody);
    }
    let browser = kept(&headers, jar(&app).browser());
    let departure = match app.engine.oauth_leave(&ctx, &ticket, browser.as_ref()).await {
        Ok(departure) => departure,
        Err(error) if error.code == ErrorCode::IncorrectOauthNonce => return elsewhere(w),
        Err(error) => return stale(w, &error),
    };
    let mut cookies = HeaderMap::new();
    departed(&app, &departure, (&headers, &mut cookies))?;
    leave.url = Some(departure.url);
    let mut response = page(&leave, &Framing::Nobody)?;
    response.headers_mut().extend(cookies);
    Ok(response)
}

/// Goes to the bank, with the proof of the page that opened the window.
pub(super) async fn go(
    State(app): State<Arc<App>>,
    Path(ticket): Path<String>,
    asked: HeaderMap,
    Ours(received): Ours,
) -> Result<Response, Failure> {
    let Proven { proof } = read(&received)?;
    let ctx = app.ctx(&received.request_id);
    let departure = app
        .engine
        .oauth_leave(&ctx, &Sensitive::new(ticket), Some(&proof))
        .await?;
    let mut cookies = HeaderMap::new();
    departed(&app, &departure, (&asked, &mut cookies))?;
    let mut response = json(&Onward { url: departure.url })?;
    response.headers_mut().extend(cookies);
    Ok(response)
}

/// Has the browser keep what it must bring back.
fn departed(app: &App, departure: &Departure, headers: (&HeaderMap, &mut HeaderMap)) -> Result<(), Error> {
    if !(departure.url.starts_with("https://") || departure.url.starts_with("http://")) {
        return Err(Error::internal("a bank's address is not a web address"));
    }
    let query = departure.url.split_once('?').map_or("", |(_, query)| query);
    let jar = jar(app);
    jar.keep_visit(headers, (&jar.visit(query), &departure.cookie))
}

/// Whose a way to a bank is, in words.
fn whose(w: &Words, crossing: &Crossing) -> String {
    let app = crossing.look.app_name.as_deref();
    w.say_app("consent-title-bank", app, &[("bank", &crossing.bank)])
}

/// Comes back from the bank.
pub(super) async fn back(
    State(app): State<Arc<App>>,
    Extension(visit): Extension<Visit>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let w = Words::of(preferred(&headers));
    let answer = uri.query().unwrap_or_default();
    let jar = jar(&app);
    let name = jar.visit(answer);
    let Some((state, end)) = said(answer) else {
        let mut response = page(&Notice::new(w, "STALE", "oauth-stale"), &Framing::Nobody)?;
        *response.status_mut() = StatusCode::BAD_REQUEST;
        return Ok(response);
    };
    let back = Return {
        state,
        end,
        issuer: query::one(answer, "iss").map(Cow::into_owned),
        cookie: kept(&headers, &name),
        browser: kept(&headers, jar.browser()),
    };
    let is_stranger = back.cookie.is_none();
    // The window may be closed as soon as the bank let go of it, and the code is good only once.
    let running = Arc::clone(&app);
    let work = Box::pin(async move { running.engine.oauth_return(&moment(&running, &visit), back).await });
    let mut response = match app.errands.run(work).await {
        Ok(Landing::Window(look)) => {
            let mut notice = Notice::new(Words::of(look.language), "RETURNED", "oauth-returned");
            notice.script = Some(assets::path("close.js"));
            page(&notice, &Framing::Nobody)?
        }
        Ok(Landing::Redirect(url)) => redirect(&url)?,
        Err(error) if is_stranger && error.code == ErrorCode::IncorrectOauthNonce => elsewhere(w)?,
        Err(error) => stale(w, &error)?,
    };
    jar.forget_visit(response.headers_mut(), &name)?;
    Ok(response)
}

/// Whether the browser came by another name than the public address has. It is sent there once: a proxy may show
/// us a host that no browser sees.
pub(super) fn is_elsewhere(uri: &Uri, headers: &HeaderMap, public_url: &str) -> bool {
    let host = uri
        .authority()
        .map(Authority::as_str)
        .or_else(|| headers.get(HOST)?.to_str().ok());
    let public = public_url.split_once("://").map(|(_, rest)| rest);
    let public = public.map(|rest| rest.split_once('/').map_or(rest, |(authority, _)| authority));
    host.is_some() && host != public
}

/// What the bank's answer says: whose it is, and how the visit ended.
fn said(answer: &str) -> Option<(Sensitive, OauthEnd)> {
    let one = |name| query::one(answer, name);
    let state = Sensitive::new(one("state")?.into_owned());
    let end = match (one("code"), one("error")) {
        (Some(code), None) => OauthEnd::Code(Sensitive::new(code.into_owned())),
        (None, Some(error)) => OauthEnd::Refused(error.into_owned()),
        _ => return None,
    };
    Some((state, end))
}

/// A browser in which nothing was begun.
fn elsewhere(w: &Words) -> Result<Response, Failure> {
    let mut response = page(&Notice::new(w, "ELSEWHERE", "oauth-elsewhere"), &Framing::Nobody)?;
    *response.status_mut() = StatusCode::FORBIDDEN;
    Ok(response)
}

/// A way that leads nowhere any more.
fn stale(w: &Words, error: &Error) -> Result<Response, Failure> {
    let status = StatusCode::from_u16(error.code.entry().status).unwrap_or(StatusCode::BAD_REQUEST);
    if status.is_server_error() {
        return Err(Failure::from(error.clone()));
    }
    let mut response = page(&Notice::new(w, "STALE", "oauth-stale"), &Framing::Nobody)?;
    *response.status_mut() = status;
    Ok(response)
}

pub(super) fn redirect(url: &str) -> Result<Response, Failure> {
    let mut response = StatusCode::SEE_OTHER.into_response();
    let headers = response.headers_mut();
    headers.insert(LOCATION, HeaderValue::from_str(url).map_err(Error::internal)?);
    headers.insert(REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    Ok(response)
}

fn jar(app: &App) -> Jar {
    Jar::of(app.engine.public_url())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_a_code_or_an_error_and_never_both() {
        assert!(matches!(
            said("state=s&code=c&iss=i"),
            Some((_, OauthEnd::Code(_)))
        ));
        assert!(
            matches!(said("error=access_denied&state=s"), Some((_, OauthEnd::Refused(error))) if error == "access_denied")
        );
        for neither in [
            "",
            "state=s",
            "code=c",
            "state=s&code=c&error=e",
            "state=s&state=t&code=c",
            "state=s&code=a&code=b",
        ] {
            assert!(said(neither).is_none(), "{neither}");
        }
    }

    #[test]
    fn a_browser_that_came_by_another_name_is_elsewhere() {
        let elsewhere = |target: &str, host: &'static str, public: &str| {
            let headers = HeaderMap::from_iter([(HOST, HeaderValue::from_static(host))]);
            is_elsewhere(&target.parse().unwrap(), &headers, public)
        };
        assert!(!elsewhere(
            "/link/oauth/t",
            "127.0.0.1:7358",
            "http://127.0.0.1:7358"
        ));
        assert!(!elsewhere(
            "/link/oauth/t",
            "link.example",
            "https://link.example/below"
        ));
        assert!(elsewhere(
            "/link/oauth/t",
            "localhost:7358",
            "http://127.0.0.1:7358"
        ));
        assert!(!elsewhere(
            "http://127.0.0.1:7358/link/oauth/t",
            "other",
            "http://127.0.0.1:7358"
        ));
    }
}
