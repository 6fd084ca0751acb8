//! What is not an endpoint of the contract: health, the OpenAPI document, the error catalogue, and the
//! answer to paths that lead nowhere.

use crate::{App, docs};
use axum::extract::State;
use axum::response::{IntoResponse as _, Response};
use http::header::{CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderValue};
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
    let mut response = typed(HTML, docs::errors_page()?);
    response
        .headers_mut()
        .insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(docs::POLICY));
    Ok(response)
}

/// The catalogue's style sheet.
pub(crate) async fn errors_style() -> Response {
    typed(CSS, docs::STYLE.to_owned())
}

/// A path of the public contract that is not served says so; any other does not exist.
pub(crate) async fn unserved(method: Method, uri: Uri) -> Failure {
    if method == Method::POST && selvedge_wire::routes::is_public(uri.path()) {
        let message = format!(
            "{} is part of the public contract but is not served here; docs/compatibility.md lists what is",
            uri.path()
        );
        return Failure::from(Error::with(ErrorCode::UnauthorizedRouteAccess, message)).by_the_head();
    }
    Failure::from(Error::new(ErrorCode::NotFound)).by_the_head()
}

fn typed(content_type: HeaderValue, body: String) -> Response {
    let mut response = body.into_response();
    response.headers_mut().insert(CONTENT_TYPE, content_type);
    response
}
