//! A visit to the site, page by page.

use super::{form, page, words};
use crate::App;
use axum::Extension;
use axum::extract::{Path, State};
use axum::response::Response;
use http::{StatusCode, Uri};
use selvedge_banks::Institution;
use selvedge_banks::sandbox::SandboxBank;
use selvedge_banks::sandbox::oauth::{Decision, Ending, Refusal, SiteError, Stage};
use selvedge_model::Ctx;
use selvedge_model::id::InstitutionId;
use selvedge_web::{Failure, Form, TARGET_BYTES, Visit};
use std::sync::Arc;

/// What an address may have beside the query, so that its request is still within the transport's limit.
const ROOM: usize = 256;

/// One request for a page of one bank.
struct Call<'a> {
    test_bank: &'a SandboxBank,
    institution: &'a Institution,
    ctx: Ctx<'a>,
}

/// Where a bank's front door would be.
pub(super) async fn home(State(app): State<Arc<App>>, Path(bank): Path<String>) -> Result<Response, Failure> {
    let Some(institution) = known(&app, &bank) else {
        return page::nowhere(&words::no_page(&SiteError::NoSuchBank));
    };
    let about = "This is a test bank. It is part of Selvedge and holds no money: its customers, accounts and \
        numbers are made up.";
    page::told(institution, &format!("Welcome to {}", institution.name), about)
}

/// A page that only a form leads to was opened by its address.
pub(super) async fn stray(
    State(app): State<Arc<App>>,
    Path(bank): Path<String>,
) -> Result<Response, Failure> {
    match known(&app, &bank) {
        Some(institution) => page::told(institution, "Start again", START_AGAIN),
        None => page::nowhere(&words::no_page(&SiteError::NoSuchBank)),
    }
}

const START_AGAIN: &str = "Close this page and start again in the app that you came from.";

/// Begins a visit.
pub(super) async fn arrive(
    State(app): State<Arc<App>>,
    Extension(visit): Extension<Visit>,
    Path(bank): Path<String>,
    uri: Uri,
) -> Result<Response, Failure> {
    answered(&app, visit.request_id.as_str(), &bank, |call| {
        let stage =
            call.test_bank
                .arrive(&call.ctx, &call.institution.id, uri.query().unwrap_or_default())?;
        Ok(Next::Stage(Box::new(stage)))
    })
}

/// Signs in.
pub(super) async fn enter(
    State(app): State<Arc<App>>,
    Path(bank): Path<String>,
    form: Form,
) -> Result<Response, Failure> {
    let empty = selvedge_model::Sensitive::from("");
    let keys = ["username", "password"].map(|name| form.get(name).unwrap_or(&empty));
    answered(&app, form.request_id.as_str(), &bank, |call| {
        let (bank, ticket) = (&call.institution.id, form::ticket(&form));
        let stage = call.test_bank.enter(&call.ctx, bank, ticket, keys)?;
        Ok(Next::Again(
            Box::new(stage),
            form::text(&form, "username").to_owned(),
        ))
    })
}

/// Answers a question.
pub(super) async fn answer(
    State(app): State<Arc<App>>,
    Path(bank): Path<String>,
    form: Form,
) -> Result<Response, Failure> {
    answered(&app, form.request_id.as_str(), &bank, |call| {
        let (bank, ticket) = (&call.institution.id, form::ticket(&form));
        let stage = call
            .test_bank
            .answer(&call.ctx, bank, ticket, &form::answers(&form))?;
        Ok(Next::Stage(Box::new(stage)))
    })
}

/// Shares, or does not.
pub(super) async fn consent(
    State(app): State<Arc<App>>,
    Path(bank): Path<String>,
    form: Form,
) -> Result<Response, Failure> {
    decided(&app, &bank, &form, &form::decision(&form))
}

/// Ends the visit before anything is shared.
pub(super) async fn end(
    State(app): State<Arc<App>>,
    Path(bank): Path<String>,
    form: Form,
) -> Result<Response, Failure> {
    decided(&app, &bank, &form, &form::ending(&form))
}

/// What comes next.
enum Next {
    /// This page.
    Stage(Box<Stage>),
    /// This page; the sign-in with the name that was given.
    Again(Box<Stage>, String),
    /// Back to where the person came from.
    Back(String),
    /// Nothing.
    Nothing,
}

fn decided(app: &App, bank: &str, form: &Form, decision: &Decision) -> Result<Response, Failure> {
    answered(app, form.request_id.as_str(), bank, |call| {
        let (bank, ticket) = (&call.institution.id, form::ticket(form));
        Ok(match call.test_bank.decide(&call.ctx, bank, ticket, decision)? {
            Ending::Again(stage) => Next::Stage(stage),
            Ending::Back(url) => Next::Back(url),
            Ending::Nowhere => Next::Nothing,
        })
    })
}

fn answered(
    app: &App,
    request_id: &str,
    bank: &str,
    go: impl FnOnce(&Call<'_>) -> Result<Next, SiteError>,
) -> Result<Response, Failure> {
    let id = InstitutionId::new(bank);
    let here = app
        .engine
        .test_bank()
        .and_then(|bank| Some((&**bank, bank.site_of(&id)?)));
    let Some((test_bank, institution)) = here else {
        return page::nowhere(&words::no_page(&SiteError::NoSuchBank));
    };
    let ctx = Ctx {
        now: app.clock.now(),
        entropy: &*app.entropy,
        request_id,
    };
    let call = Call {
        test_bank,
        institution,
        ctx,
    };
    match go(&call) {
        Ok(Next::Stage(stage)) => page::of_stage(institution, &stage, ""),
        Ok(Next::Again(stage, given)) => page::of_stage(institution, &stage, &given),
        Ok(Next::Back(url)) | Err(SiteError::Request(Refusal::Back(url))) => back(institution, &url),
        Ok(Next::Nothing) => page::told(
            institution,
            "Nothing more happens here",
            "This is how it looks when a bank’s pages end nowhere. Close this window.",
        ),
        Err(error) => {
            let words = format!("{} {START_AGAIN}", words::no_page(&error));
            let mut response = page::told(institution, "This does not work", &words)?;
            *response.status_mut() = StatusCode::BAD_REQUEST;
            Ok(response)
        }
    }
}

/// A code travels in the address, and an address has a longest length; only the description of a very large test
/// user can be too long for it.
fn back(institution: &Institution, url: &str) -> Result<Response, Failure> {
    if url.len() > TARGET_BYTES - ROOM {
        let words = format!(
            "The password describes so much that it does not fit into an address. Describe fewer accounts or \
             transactions, or use a bank where you sign in in Link. {START_AGAIN}"
        );
        let mut response = page::told(institution, "This test user is too large", &words)?;
        *response.status_mut() = StatusCode::BAD_REQUEST;
        return Ok(response);
    }
    page::back_to(institution, url)
}

fn known<'a>(app: &'a App, bank: &str) -> Option<&'a Institution> {
    app.engine.test_bank()?.any(&InstitutionId::new(bank))
}
