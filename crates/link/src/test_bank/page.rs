//! The pages of the site as data, and the headers under which each leaves.

use super::{style, words};
use crate::words::Words;
use askama::Template;
use axum::response::{IntoResponse as _, Response};
use http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderName, HeaderValue, REFERRER_POLICY, REFRESH,
    X_FRAME_OPTIONS,
};
use http::{HeaderMap, StatusCode};
use selvedge_banks::connector::{Ask, BankAccount, Selection};
use selvedge_banks::sandbox::oauth::{AuthorizationRequest, Outcome, Scene, Stage};
use selvedge_banks::{Institution, swatch};
use selvedge_model::Error;
use selvedge_model::language::Language;
use selvedge_model::scope::DataScope;
use selvedge_web::Failure;
use std::borrow::Cow;

const HTML: HeaderValue = HeaderValue::from_static("text/html; charset=utf-8");
const NO_STORE: HeaderValue = HeaderValue::from_static("no-store");
const DENY: HeaderValue = HeaderValue::from_static("DENY");
/// Not `no-referrer`: a browser without fetch metadata would then hide where a form comes from.
const TO_OURSELVES: HeaderValue = HeaderValue::from_static("same-origin");
/// The forms lead to pages of ours only; the way back is a page that moves on by itself, because browsers hold
/// every hop of a form's answer against `form-action`, and where the app lives is none of the bank's business.
const POLICY: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
);
const OPENER: HeaderName = HeaderName::from_static("cross-origin-opener-policy");
const SAME_ORIGIN: HeaderValue = HeaderValue::from_static("same-origin");
/// The bank that cuts the ties to whoever opened its window.
const ALOOF: &str = "ins_132241";

/// What every page shows of its bank.
pub(super) struct Brand<'a> {
    id: &'a str,
    name: &'a str,
    swatch: String,
    style: String,
}

/// An ending that a tester can pick.
struct Choice {
    value: &'static str,
    words: &'static str,
}

/// The sign-in.
#[derive(Template)]
#[template(path = "bank_sign_in.html")]
struct SignIn<'a> {
    bank: Brand<'a>,
    app: &'a str,
    ticket: &'a str,
    username: &'a str,
    password: &'a str,
    trouble: Option<String>,
    endings: Vec<Choice>,
}

/// A question.
#[derive(Template)]
#[template(path = "bank_ask.html")]
struct Question<'a> {
    bank: Brand<'a>,
    ticket: &'a str,
    ask: Asked<'a>,
    trouble: Option<String>,
    hint: &'static str,
    endings: Vec<Choice>,
}

/// A question, by its kind.
enum Asked<'a> {
    SendTo(&'a [String]),
    Code(&'a str),
    Questions(&'a [String]),
    Selections(&'a [Selection]),
    Captcha,
}

/// The consent.
#[derive(Template)]
#[template(path = "bank_consent.html")]
struct Consent<'a> {
    bank: Brand<'a>,
    app: &'a str,
    ticket: &'a str,
    accounts: Vec<Row<'a>>,
    kinds: Vec<Kind>,
    lasts: &'static str,
    trouble: Option<String>,
    endings: Vec<Choice>,
}

/// An account on the consent page.
struct Row<'a> {
    id: &'a str,
    name: &'a str,
    mask: Option<&'a str>,
    /// What kind it is, in the words that Link uses.
    kind: Cow<'a, str>,
}

/// A kind of data on the consent page.
struct Kind {
    value: &'static str,
    words: &'static str,
    fixed: bool,
}

/// A page without a form.
#[derive(Template)]
#[template(path = "bank_notice.html")]
struct Notice<'a> {
    bank: Option<Brand<'a>>,
    style: String,
    title: &'a str,
    words: &'a str,
    link: Option<&'a str>,
    name: &'static str,
}

impl<'a> Brand<'a> {
    fn of(institution: &'a Institution) -> Self {
        Self {
            id: institution.id.as_str(),
            name: &institution.name,
            swatch: swatch::svg(institution),
            style: style::path(institution),
        }
    }
}

/// The page of a stage; with the login name that was given, where it did not fit.
pub(super) fn of_stage(institution: &Institution, stage: &Stage, given: &str) -> Result<Response, Failure> {
    let bank = Brand::of(institution);
    let (app, ticket) = (name_of(&stage.request), stage.ticket.expose());
    match &stage.scene {
        Scene::SignIn(why) => {
            let fresh = given.is_empty();
            let page = SignIn {
                bank,
                app,
                ticket,
                username: if fresh { "user_good" } else { given },
                password: if fresh { "pass_good" } else { "" },
                trouble: why.as_ref().map(words::trouble),
                endings: endings(Outcome::is_early),
            };
            shown(&page, institution)
        }
        Scene::Ask(ask, why) => {
            let page = Question {
                bank,
                ticket,
                ask: asked(ask),
                trouble: why.as_ref().map(words::trouble),
                hint: words::hint(ask),
                endings: endings(Outcome::is_early),
            };
            shown(&page, institution)
        }
        Scene::Consent { accounts, chose_none } => {
            let page = Consent {
                bank,
                app,
                ticket,
                accounts: accounts.iter().map(Row::of).collect(),
                kinds: stage.request.scopes().iter().copied().map(Kind::of).collect(),
                lasts: words::duration(institution.home()),
                trouble: chose_none.then(|| "Choose at least one account.".to_owned()),
                endings: endings(|outcome| outcome != Outcome::Denied),
            };
            shown(&page, institution)
        }
    }
}

/// The page that moves on to `url`, which is ours, by itself.
pub(super) fn back_to(institution: &Institution, url: &str) -> Result<Response, Failure> {
    let page = Notice {
        link: Some(url),
        ..notice(institution, "Going back", "You are on your way back.", "RETURN")
    };
    let mut response = shown(&page, institution)?;
    let refresh = HeaderValue::try_from(format!("0;url={url}")).map_err(Error::internal)?;
    response.headers_mut().insert(REFRESH, refresh);
    Ok(response)
}

/// A page that only says something, at a bank.
pub(super) fn told(institution: &Institution, title: &str, words: &str) -> Result<Response, Failure> {
    shown(&notice(institution, title, words, "NOTICE"), institution)
}

/// A page that only says something, at no bank in particular.
pub(super) fn nowhere(words: &str) -> Result<Response, Failure> {
    let page = Notice {
        bank: None,
        style: String::new(),
        title: "Test bank",
        words,
        link: None,
        name: "NOTICE",
    };
    let mut response = page.render().map_err(Error::internal)?.into_response();
    *response.status_mut() = StatusCode::NOT_FOUND;
    protect(response.headers_mut());
    Ok(response)
}

fn notice<'a>(
    institution: &'a Institution,
    title: &'a str,
    words: &'a str,
    name: &'static str,
) -> Notice<'a> {
    Notice {
        bank: Some(Brand::of(institution)),
        style: style::path(institution),
        title,
        words,
        link: None,
        name,
    }
}

fn shown(page: &impl Template, institution: &Institution) -> Result<Response, Failure> {
    let mut response = page.render().map_err(Error::internal)?.into_response();
    let headers = response.headers_mut();
    protect(headers);
    if institution.id.as_str() == ALOOF {
        headers.insert(OPENER, SAME_ORIGIN);
    }
    Ok(response)
}

fn protect(headers: &mut HeaderMap) {
    headers.insert(CONTENT_TYPE, HTML);
    headers.insert(CACHE_CONTROL, NO_STORE);
    headers.insert(CONTENT_SECURITY_POLICY, POLICY);
    headers.insert(X_FRAME_OPTIONS, DENY);
    headers.insert(REFERRER_POLICY, TO_OURSELVES);
}

fn name_of(request: &AuthorizationRequest) -> &str {
    request.app_name().unwrap_or("The app that sent you")
}

fn endings(fits: fn(Outcome) -> bool) -> Vec<Choice> {
    let fitting = Outcome::ALL.iter().copied().filter(|outcome| fits(*outcome));
    let choice = |outcome: Outcome| Choice {
        value: outcome.as_str(),
        words: words::outcome(outcome),
    };
    fitting.map(choice).collect()
}

fn asked(ask: &Ask) -> Asked<'_> {
    match ask {
        Ask::SendTo(places) => Asked::SendTo(places),
        Ask::Code { sent_to } => Asked::Code(sent_to),
        Ask::Questions(questions) => Asked::Questions(questions),
        Ask::Selections(questions) => Asked::Selections(questions),
        Ask::Captcha => Asked::Captcha,
    }
}

impl<'a> Row<'a> {
    fn of(account: &'a BankAccount) -> Self {
        Self {
            id: account.id.as_str(),
            name: &account.name,
            mask: account.mask.as_deref(),
            kind: Words::of(Language::English).account(account.kind, &account.subtype),
        }
    }
}

impl Kind {
    fn of(scope: DataScope) -> Self {
        Self {
            value: scope.as_str(),
            words: words::kind(scope),
            fixed: scope == DataScope::AccountBalanceInfo,
        }
    }
}

#[cfg(test)]
mod tests;
