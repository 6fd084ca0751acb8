//! What is not an endpoint of the contract: health, the OpenAPI document, the error catalogue, the front
//! page, and the answer to paths that lead nowhere.

use crate::{App, docs};
use askama::Template as _;
use axum::extract::State;
use axum::response::{IntoResponse as _, Response};
use http::header::{ACCEPT, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderMap, HeaderValue};
use http::{Method, Uri};
use selvedge_model::{Error, ErrorCode};
use selvedge_web::Failure;
use std::sync::Arc;

const JSON: HeaderValue = HeaderValue::from_static("application/json");
const HTML: HeaderValue = HeaderValue::from_static("text/html; charset=utf-8");
const CSS: HeaderValue = HeaderValue::from_static("text/css; charset=utf-8");

/// Alive.
pub(crate) async fn healthz() -> Response {
    typed(JSON, r#"{"status":"alive"}"#.to_owned())
}

/// The database can be reached and is migrated.
pub(crate) async fn readyz(State(app): State<Arc<App>>) -> Result<Response, Failure> {
    app.engine.store().ready().await.map_err(Error::from)?;
    Ok(typed(JSON, r#"{"status":"ready"}"#.to_owned()))
}

/// The OpenAPI document.
pub(crate) async fn openapi(State(app): State<Arc<App>>) -> Response {
    typed(
        JSON,
        selvedge_wire::openapi::document(app.engine.public_url()).to_string(),
    )
}

/// The error catalogue: `documentation_url` of every error leads here.
pub(crate) async fn errors() -> Result<Response, Failure> {
    Ok(html(docs::errors_page()?))
}

/// The catalogue's style sheet.
pub(crate) async fn errors_style() -> Response {
    typed(CSS, docs::STYLE.to_owned())
}

/// What people find who open the server's address in a browser.
#[derive(askama::Template)]
#[template(path = "home.html")]
struct Home<'a> {
    environment: &'static str,
    public_url: &'a str,
}

/// The front page for people; for programs, and at every other path, the refusal of [`nowhere`].
pub(crate) async fn unserved(
    State(app): State<Arc<App>>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let reads = matches!(method, Method::GET | Method::HEAD);
    if !(reads && uri.path() == "/" && is_for_people(&headers)) {
        return Err(nowhere(&method, &uri));
    }
    let home = Home {
        environment: app.engine.environment().as_str(),
        public_url: app.engine.public_url(),
    };
    Ok(html(home.render().map_err(Error::internal)?))
}

/// Browsers name HTML; clients take JSON, or anything.
fn is_for_people(headers: &HeaderMap) -> bool {
    let mut accepted = headers.get_all(ACCEPT).iter();
    accepted.any(|types| types.to_str().is_ok_and(|types| types.contains("text/html")))
}

/// A path of the public contract that is not served says so; any other does not exist.
fn nowhere(method: &Method, uri: &Uri) -> Failure {
    if method == Method::POST && selvedge_wire::routes::is_public(uri.path()) {
        let message = format!(
            "{} is part of the public contract but is not served here; docs/compatibility.md lists what is",
            uri.path()
        );
        return Failure::from(Error::with(ErrorCode::UnauthorizedRouteAccess, message)).by_the_head();
    }
    Failure::from(Error::new(ErrorCode::NotFound)).by_the_head()
}

fn html(page: String) -> Response {
    let mut response = typed(HTML, page);
    response
        .headers_mut()
        .insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(docs::POLICY));
    response
}

fn typed(content_type: HeaderValue, body: String) -> Response {
    let mut response = body.into_response();
    response.headers_mut().insert(CONTENT_TYPE, content_type);
    response
}
