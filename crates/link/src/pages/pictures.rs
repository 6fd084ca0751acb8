//! Pictures: the woven swatches of banks, and logos of apps.
//!
//! A swatch follows from the bank's id, a logo is named by its content: neither ever changes at its address.

use crate::App;
use axum::extract::{Path, State};
use axum::response::{IntoResponse as _, Response};
use http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderValue};
use selvedge_banks::swatch;
use selvedge_model::id::InstitutionId;
use selvedge_model::{Error, ErrorCode};
use selvedge_web::Failure;
use std::sync::Arc;

const SVG: HeaderValue = HeaderValue::from_static("image/svg+xml");
const PNG: HeaderValue = HeaderValue::from_static("image/png");
const FOR_EVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");
/// This one is at an address that stays.
const FOR_A_DAY: HeaderValue = HeaderValue::from_static("public, max-age=86400");
/// A picture that is opened by itself is a document.
const INERT: HeaderValue = HeaderValue::from_static("default-src 'none'; frame-ancestors 'none'");

/// The mark of Selvedge, where browsers look for one.
pub(super) async fn icon() -> Response {
    let mut response = picture(SVG, include_bytes!("../../assets/icon.svg").to_vec());
    response.headers_mut().insert(CACHE_CONTROL, FOR_A_DAY);
    response
}

/// The swatch of `{institution}.svg`.
pub(super) async fn swatch(
    State(app): State<Arc<App>>,
    Path(name): Path<String>,
) -> Result<Response, Failure> {
    let id = name.strip_suffix(".svg").map(InstitutionId::new);
    let bank = id.as_ref().and_then(|id| app.engine.catalogue().find(id));
    let bank = bank.ok_or_else(|| Error::new(ErrorCode::NotFound))?;
    Ok(picture(SVG, swatch::svg(bank).into_bytes()))
}

/// The logo of `{hash}.png`.
pub(super) async fn logo(State(app): State<Arc<App>>, Path(name): Path<String>) -> Result<Response, Failure> {
    let hash = name.strip_suffix(".png").unwrap_or_default();
    let logo = app.engine.link_logo(hash).await?;
    Ok(picture(PNG, logo.ok_or_else(|| Error::new(ErrorCode::NotFound))?))
}

fn picture(kind: HeaderValue, bytes: Vec<u8>) -> Response {
    let mut response = bytes.into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, kind);
    headers.insert(CACHE_CONTROL, FOR_EVER);
    headers.insert(CONTENT_SECURITY_POLICY, INERT);
    response
}
