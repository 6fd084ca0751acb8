//! The documents that hold Link: in an app's frame, as tiles, hosted, and in a webview.
//!
//! A document says nothing of a session: that comes once its module has shown a valid token.

use super::{assets, moment, oauth};
use crate::App;
use crate::words::Words;
use askama::Template;
use axum::Extension;
use axum::extract::{Path, State};
use axum::response::{IntoResponse as _, Response};
use http::header::{
    ACCEPT_LANGUAGE, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue,
    REFERRER_POLICY, X_FRAME_OPTIONS,
};
use http::{StatusCode, Uri};
use selvedge_engine::link::Hosted;
use selvedge_model::Error;
use selvedge_model::language::Language;
use selvedge_web::{Failure, Visit};
use std::sync::Arc;

const HTML: HeaderValue = HeaderValue::from_static("text/html; charset=utf-8");
const NO_REFERRER: HeaderValue = HeaderValue::from_static("no-referrer");
const DENY: HeaderValue = HeaderValue::from_static("DENY");
const PERMISSIONS: HeaderName = HeaderName::from_static("permissions-policy");
const NONE_OF_THESE: HeaderValue = HeaderValue::from_static(
    "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()",
);
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; \
    form-action 'self'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types selvedge";
/// Who may put a page into a frame.
pub(super) enum Framing {
    /// Nobody.
    Nobody,
    /// These sources.
    By(Vec<String>),
}

/// A document with an empty sheet.
#[derive(Template)]
#[template(path = "document.html")]
pub(super) struct Document<'a> {
    w: &'a Words,
    style: String,
    entry: String,
    way: &'static str,
    dialog: bool,
}

/// A document that only says something.
#[derive(Template)]
#[template(path = "notice.html")]
pub(super) struct Notice<'a> {
    pub(super) w: &'a Words,
    pub(super) style: String,
    pub(super) script: Option<String>,
    pub(super) name: &'static str,
    pub(super) title: String,
    pub(super) body: String,
}

/// The frame of the overlay.
pub(super) async fn frame(
    State(app): State<Arc<App>>,
    Extension(visit): Extension<Visit>,
    Path(lookup): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let framing = framing(&app, &visit, &lookup).await?;
    page(&Document::new(&headers, "overlay", "frame.js"), &framing)
}

/// The frame of the embedded tiles.
pub(super) async fn tiles(
    State(app): State<Arc<App>>,
    Extension(visit): Extension<Visit>,
    Path(lookup): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let framing = framing(&app, &visit, &lookup).await?;
    page(&Document::new(&headers, "tiles", "tiles.js"), &framing)
}

/// The page in an app's webview.
pub(super) async fn webview(headers: HeaderMap) -> Result<Response, Failure> {
    page(
        &Document::new(&headers, "webview", "webview.js"),
        &Framing::Nobody,
    )
}

/// The hosted page, or a notice that there is none.
pub(super) async fn hosted(
    State(app): State<Arc<App>>,
    Extension(visit): Extension<Visit>,
    Path(name): Path<String>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    // What ties the session to this browser has to be there when the bank sends it back to the public address.
    if uri.query().is_none() && oauth::is_elsewhere(&uri, &headers, app.engine.public_url()) {
        let public = app.engine.public_url();
        return oauth::redirect(&format!("{public}{}?{}", uri.path(), oauth::HERE));
    }
    let leads_to = if is_hosted_name(&name) {
        app.engine.link_hosted(&moment(&app, &visit), &name).await?
    } else {
        Hosted::Unknown
    };
    let (status, name, key) = match leads_to {
        Hosted::Open => {
            let document = Document::new(&headers, "hosted", "hosted.js");
            return page(&document, &Framing::Nobody);
        }
        Hosted::Gone => (StatusCode::GONE, "GONE", "hosted-gone"),
        Hosted::Unknown => (StatusCode::NOT_FOUND, "UNKNOWN", "hosted-unknown"),
    };
    let notice = Notice::new(Words::of(preferred(&headers)), name, key);
    let mut response = page(&notice, &Framing::Nobody)?;
    *response.status_mut() = status;
    Ok(response)
}

impl Document<'_> {
    fn new(headers: &HeaderMap, way: &'static str, entry: &str) -> Self {
        Self {
            w: Words::of(preferred(headers)),
            style: assets::path("link.css"),
            entry: assets::path(entry),
            way,
            dialog: way == "overlay",
        }
    }
}

impl<'a> Notice<'a> {
    /// The notice that the words call `key`.
    pub(super) fn new(w: &'a Words, name: &'static str, key: &str) -> Self {
        Self {
            w,
            style: assets::path("link.css"),
            script: None,
            name,
            title: w.say(&format!("{key}-title")).into_owned(),
            body: w.say(&format!("{key}-body")).into_owned(),
        }
    }
}

/// A page with the headers that every page has.
pub(super) fn page(template: &impl Template, framing: &Framing) -> Result<Response, Failure> {
    let html = template.render().map_err(Error::internal)?;
    let ancestors = match framing {
        Framing::Nobody => "'none'".to_owned(),
        Framing::By(sources) => ancestors(sources),
    };
    let policy = format!("{POLICY}; frame-ancestors {ancestors}");
    let mut response = html.into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HTML);
    headers.insert(
        CONTENT_SECURITY_POLICY,
        HeaderValue::try_from(policy).map_err(Error::internal)?,
    );
    headers.insert(REFERRER_POLICY, NO_REFERRER);
    headers.insert(PERMISSIONS, NONE_OF_THESE);
    if matches!(framing, Framing::Nobody) {
        headers.insert(X_FRAME_OPTIONS, DENY);
    }
    Ok(response)
}

async fn framing(app: &App, visit: &Visit, lookup: &str) -> Result<Framing, Failure> {
    let ctx = moment(app, visit);
    Ok(Framing::By(app.engine.link_framing(&ctx, lookup).await?))
}

/// The sources as a list; one that could end the directive is left out.
fn ancestors(sources: &[String]) -> String {
    let sound = |source: &&String| {
        !source.is_empty()
            && source
                .bytes()
                .all(|byte| byte.is_ascii_graphic() && !b";,".contains(&byte))
    };
    let sources: Vec<&str> = sources.iter().filter(sound).map(String::as_str).collect();
    if sources.is_empty() {
        "'none'".to_owned()
    } else {
        sources.join(" ")
    }
}

/// `lp` and 32 hex digits.
fn is_hosted_name(name: &str) -> bool {
    name.strip_prefix("lp").is_some_and(|rest| {
        rest.len() == 32 && rest.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
    })
}

/// The first language of the browser that Link speaks. Only what is shown before a session has begun, or without
/// one, is in it.
pub(super) fn preferred(headers: &HeaderMap) -> Language {
    let wanted = headers
        .get(ACCEPT_LANGUAGE)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    let mut tags = wanted
        .split(',')
        .map(|tag| tag.split([';', '-']).next().unwrap_or_default().trim());
    let spoken = tags.find_map(|tag| match tag {
        "nb" | "nn" => Some(Language::Norwegian),
        tag => Language::parse(tag),
    });
    spoken.unwrap_or(Language::English)
}

#[cfg(test)]
mod tests {
    use super::*;

    impl Document<'_> {
        /// The overlay with a pane in it, for the gallery.
        pub(in crate::pages) fn sample(w: &'static Words, drawn: &str, header: &str) -> String {
            let document = Self {
                w,
                ..Self::new(&HeaderMap::new(), "overlay", "frame.js")
            };
            let page = document.render().unwrap();
            let (before, rest) = page.split_once(r#"<div id="header" class="header">"#).unwrap();
            let (_, after) = rest.split_once("</main>").unwrap();
            format!(
                r#"{before}<div id="header" class="header">{header}</div></header><main id="pane" class="slot">{drawn}</main>{after}"#
            )
        }

        /// The embedded tiles, for the gallery.
        pub(in crate::pages) fn sample_tiles(w: &'static Words, tiles: &str) -> String {
            let document = Self {
                w,
                ..Self::new(&HeaderMap::new(), "tiles", "tiles.js")
            };
            let page = document.render().unwrap().replace(r#" aria-busy="true""#, "");
            page.replace("</main>", &format!("{tiles}</main>"))
        }
    }

    #[test]
    fn a_source_cannot_end_its_directive() {
        let sources = [
            "https://a.example",
            "https:; script-src *",
            "https://b.example:8443",
            "",
            "a b",
        ]
        .map(str::to_owned);
        assert_eq!(ancestors(&sources), "https://a.example https://b.example:8443");
        assert_eq!(ancestors(&[]), "'none'");
    }

    #[test]
    fn a_hosted_name_has_one_shape() {
        assert!(is_hosted_name("lp0123456789abcdef0123456789abcdef"));
        for other in [
            "lp",
            "lp0123456789abcdef0123456789abcde",
            "lp0123456789ABCDEF0123456789abcdef",
            "xx0123456789abcdef0123456789abcdef",
        ] {
            assert!(!is_hosted_name(other), "{other}");
        }
    }

    #[test]
    fn the_first_language_that_link_speaks_is_taken() {
        for (wanted, language) in [
            ("de-CH,de;q=0.9,en;q=0.8", Language::German),
            ("ja, nb;q=0.5", Language::Norwegian),
            ("ja", Language::English),
            ("", Language::English),
        ] {
            let headers = HeaderMap::from_iter([(ACCEPT_LANGUAGE, HeaderValue::from_static(wanted))]);
            assert_eq!(preferred(&headers), language, "{wanted}");
        }
    }
}
