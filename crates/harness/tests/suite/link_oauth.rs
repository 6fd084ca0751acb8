//! Banks with pages of their own: the way there and back, and everything that can be wrong with it.

use axum::body::Body;
use http::Request;
use selvedge_banks::sandbox::oauth::Outcome;
use selvedge_engine::link::flow::{Input, Pane};
use selvedge_engine::link::{Departure, Landing, Start, Way};
use selvedge_harness::{Bench, Page, assert_pane, overlay};
use selvedge_model::scope::DataScope;
use selvedge_model::{ErrorCode as Code, Sensitive, limits};
use serde_json::json;

/// A bank with pages of its own.
const OAUTH: &str = "ins_127287";
/// Another one.
const OTHER: &str = "ins_132241";
pub(crate) const BACK: &str = "https://app.example/oauth";

async fn at_bank<'b>(bench: &'b Bench, token: &str) -> Page<'b> {
    let mut page = bench.open_link(token).await;
    page.pick(OAUTH).await;
    page
}

#[tokio::test]
async fn a_window_goes_to_the_bank_and_link_goes_on_by_itself() {
    let bench = Bench::new().await;
    let token = bench.link_token(&json!({})).await;
    let mut page = at_bank(&bench, &token).await;
    page.visit_bank().await;
    assert_pane!(page, Pane::Connected { .. });
    page.send(Input::Finish).await;
    assert_eq!(
        page.told(),
        [
            "OPEN CONSENT",
            "TV SELECT_INSTITUTION",
            "SELECT_INSTITUTION",
            "TV OAUTH",
            "OPEN_OAUTH",
            "TV CONNECTED",
            "HANDOFF",
        ]
    );
    let body = page.exchanged().await.body();
    bench.post("/auth/get", body).await.ok();
}

#[tokio::test]
async fn each_way_is_good_once_there_and_once_back() {
    let bench = Bench::new().await;
    let token = bench.link_token(&json!({})).await;
    let mut page = at_bank(&bench, &token).await;
    let (ticket, proof) = (page.ticket(), page.proof());
    let departure = page.leave().await;
    let twice = bench
        .engine
        .oauth_leave(&bench.with_ctx("leave"), &ticket, proof.as_ref())
        .await;
    assert_eq!(twice.err().unwrap().code, Code::OauthStateIdAlreadyProcessed);
    let unknown = bench
        .engine
        .oauth_leave(&bench.with_ctx("leave"), &Sensitive::from("x"), proof.as_ref())
        .await;
    assert_eq!(unknown.err().unwrap().code, Code::OauthStateIdNotFound);
    let sent = bench.consented(&departure, Outcome::AsChosen, &[]);
    bench.come_back(sent.clone()).await.unwrap();
    let twice = bench.come_back(sent.clone()).await.unwrap_err();
    assert_eq!(twice.code, Code::OauthStateIdAlreadyProcessed);
    page.poll().await.unwrap();
    assert!(
        matches!(page.view.pane, Pane::Connected { .. }),
        "the second time changed nothing"
    );
}

#[tokio::test]
async fn a_way_that_nobody_takes_in_time_is_closed() {
    let bench = Bench::new().await;
    let token = bench.link_token(&json!({})).await;
    let mut page = at_bank(&bench, &token).await;
    let departure = page.leave().await;
    let sent = bench.consented(&departure, Outcome::AsChosen, &[]);
    bench.advance(limits::OAUTH_VISIT_LIFE);
    let late = bench.come_back(sent).await.unwrap_err();
    assert_eq!(late.code, Code::OauthStateIdNotFound);
    page.send(Input::OauthLate).await;
    assert!(page.told().contains(&"FAIL_OAUTH".to_owned()));
    page.visit_bank().await;
    assert_pane!(page, Pane::Connected { .. });
}

#[tokio::test]
async fn a_window_that_only_seemed_closed_still_counts() {
    let bench = Bench::new().await;
    let token = bench.link_token(&json!({})).await;
    let mut page = at_bank(&bench, &token).await;
    let departure = page.leave().await;
    page.send(Input::OauthClosed).await;
    let sent = bench.consented(&departure, Outcome::AsChosen, &[]);
    bench.come_back(sent).await.unwrap();
    page.poll().await.unwrap();
    assert_pane!(page, Pane::Connected { .. });
}

#[tokio::test]
async fn what_a_bank_says_instead_of_a_code_is_told() {
    for (outcome, code) in [
        (Outcome::Denied, Code::AccessNotGranted),
        (Outcome::ServerError, Code::InstitutionNotResponding),
        (Outcome::TemporarilyUnavailable, Code::InstitutionDown),
        (Outcome::InsufficientCredentials, Code::InsufficientCredentials),
        (Outcome::AccessNotGranted, Code::AccessNotGranted),
        (Outcome::NoAuthAccounts, Code::NoAuthAccounts),
    ] {
        let bench = Bench::new().await;
        let token = bench.link_token(&json!({})).await;
        let mut page = at_bank(&bench, &token).await;
        let departure = page.leave().await;
        let sent = bench.consented(&departure, outcome, &[]);
        bench.come_back(sent).await.unwrap();
        page.poll().await.unwrap();
        assert_eq!(page.trouble(), code);
        page.send(Input::LeaveNow).await;
        let standing = &page.view.standing;
        assert_eq!(standing.error.as_ref().unwrap().error_code, code.as_str());
        assert_eq!(standing.metadata.status.unwrap().as_str(), "requires_oauth");
    }
}

#[tokio::test]
async fn numbers_that_are_withheld_make_no_item_that_needs_them() {
    let bench = Bench::new().await;
    let token = bench.link_token(&json!({})).await;
    let mut page = at_bank(&bench, &token).await;
    let departure = page.leave().await;
    let sent = bench.consented(&departure, Outcome::AsChosen, &[DataScope::AccountRoutingNumber]);
    bench.come_back(sent).await.unwrap();
    page.poll().await.unwrap();
    assert_eq!(page.trouble(), Code::AccessNotGranted);
}

pub(crate) fn webview(token: &str) -> Start {
    Start {
        way: Way::Webview,
        origin: None,
        in_webview: true,
        ..overlay(token)
    }
}

pub(crate) fn again(start: Start, received: &str) -> Start {
    Start {
        received_redirect_uri: Some(received.to_owned()),
        ..start
    }
}

/// A session in a webview that came back from the bank: where the browser is sent.
pub(crate) async fn redirected(bench: &Bench, token: &str, outcome: Outcome) -> String {
    let mut page = bench.open_link_with(webview(token)).await.unwrap();
    page.pick(OAUTH).await;
    let departure = page.leave().await;
    let sent = bench.consented(&departure, outcome, &[]);
    match bench.come_back(sent.clone()).await.unwrap() {
        Landing::Redirect(url) => url,
        Landing::Window(_) => panic!("a webview has no windows"),
    }
}

#[tokio::test]
async fn a_webview_is_left_and_link_opens_again_where_it_was() {
    let bench = Bench::new().await;
    let token = bench.link_token(&json!({ "redirect_uri": BACK })).await;
    let url = redirected(&bench, &token, Outcome::AsChosen).await;
    assert!(url.starts_with(&format!("{BACK}?oauth_state_id=")), "{url}");
    let mut page = bench.open_link_with(again(webview(&token), &url)).await.unwrap();
    assert_eq!(page.told()[0], "OPEN", "without a pane: it was open before");
    assert_pane!(page, Pane::Connected { .. });
    page.send(Input::Finish).await;
    assert_eq!(page.told(), ["OPEN", "TV CONNECTED", "HANDOFF"]);
    let shown = bench
        .post("/link/token/get", json!({ "link_token": token }))
        .await
        .ok();
    assert_eq!(
        shown["link_sessions"].as_array().unwrap().len(),
        1,
        "one session, opened twice"
    );
}

#[tokio::test]
async fn an_error_of_the_bank_is_told_after_link_opened_again() {
    let bench = Bench::new().await;
    let token = bench.link_token(&json!({ "redirect_uri": BACK })).await;
    let url = redirected(&bench, &token, Outcome::Denied).await;
    let page = bench.open_link_with(again(webview(&token), &url)).await.unwrap();
    assert_eq!(page.told(), ["OPEN", "ERROR", "TV ERROR"]);
}

#[tokio::test]
async fn a_session_is_taken_up_again_once_and_only_with_its_own_token() {
    let bench = Bench::new().await;
    let token = bench.link_token(&json!({ "redirect_uri": BACK })).await;
    let url = redirected(&bench, &token, Outcome::AsChosen).await;
    let open = async |token: &str, received: &str| {
        let opened = bench.open_link_with(again(webview(token), received)).await;
        opened.err().map(|error| error.code)
    };
    let other = bench.link_token(&json!({ "redirect_uri": BACK })).await;
    assert_eq!(open(&other, &url).await, Some(Code::IncorrectLinkToken));
    let keys = bench.new_team().await;
    let foreign = bench.link_token_as(&keys, &json!({ "redirect_uri": BACK })).await;
    assert_eq!(open(&foreign, &url).await, Some(Code::OauthStateIdNotFound));
    assert_eq!(
        open(&token, &format!("{url}&more=1")).await,
        Some(Code::InvalidField)
    );
    assert_eq!(
        open(&token, &format!("{url}#part")).await,
        Some(Code::InvalidField)
    );
    let unknown = format!("{BACK}?oauth_state_id=00000000-0000-0000-0000-000000000000");
    assert_eq!(open(&token, &unknown).await, Some(Code::OauthStateIdNotFound));
    assert_eq!(open(&token, &url).await, None, "none of these used it up");
    assert_eq!(open(&token, &url).await, Some(Code::OauthStateIdAlreadyProcessed));
}

#[tokio::test]
async fn the_page_that_was_left_cannot_go_on_beside_the_one_that_came_back() {
    let bench = Bench::new().await;
    let token = bench.link_token(&json!({ "redirect_uri": BACK })).await;
    let mut old = bench.open_link_with(webview(&token)).await.unwrap();
    old.pick(OAUTH).await;
    let departure = old.leave().await;
    let sent = bench.consented(&departure, Outcome::AsChosen, &[]);
    let landing = bench.come_back(sent).await.unwrap();
    let Landing::Redirect(url) = landing else {
        panic!("a webview has no windows")
    };
    bench.open_link_with(again(webview(&token), &url)).await.unwrap();
    assert_eq!(old.poll().await.err().unwrap().code, Code::InvalidLinkToken);
}

#[tokio::test]
async fn a_session_that_went_on_with_another_bank_takes_no_code_of_the_first() {
    let bench = Bench::new().await;
    let token = bench.link_token(&json!({})).await;
    let mut page = at_bank(&bench, &token).await;
    let departure = page.leave().await;
    let sent = bench.consented(&departure, Outcome::AsChosen, &[]);
    page.send(Input::Back).await;
    page.pick(OTHER).await;
    let step = page.view.step;
    let refused = bench.come_back(sent).await.unwrap_err();
    assert_eq!(refused.code, Code::OauthStateIdNotFound);
    assert!(!page.poll().await.unwrap(), "nothing happened since {step}");
    page.visit_bank().await;
    assert_pane!(page, Pane::Connected { .. });
}

/// L12: somebody who was given the address would link their accounts for whoever gave it.
#[tokio::test]
async fn l12_a_ticket_alone_leads_nobody_to_the_bank() {
    let bench = Bench::new().await;
    let token = bench.link_token(&json!({})).await;
    let mut page = at_bank(&bench, &token).await;
    let (ticket, proof) = (page.ticket(), page.proof().unwrap());
    let leave = async |proof: Option<&Sensitive>| {
        let left = bench
            .engine
            .oauth_leave(&bench.with_ctx("leave"), &ticket, proof)
            .await;
        left.err().map(|error| error.code)
    };
    let other = at_bank(&bench, &bench.link_token(&json!({})).await).await;
    let foreign = other.proof().unwrap();
    for wrong in [None, Some(&Sensitive::from("")), Some(&ticket), Some(&foreign)] {
        assert_eq!(leave(wrong).await, Some(Code::IncorrectOauthNonce));
    }
    let crossing = bench
        .engine
        .oauth_way(&bench.with_ctx("way"), &ticket)
        .await
        .unwrap();
    assert!(crossing.needs_proof, "looking at it used nothing up");
    assert_eq!(leave(Some(&proof)).await, None);
    assert_eq!(
        leave(Some(&proof)).await,
        Some(Code::OauthStateIdAlreadyProcessed)
    );
    assert!(!page.poll().await.unwrap(), "nothing of this moved the session");
}

/// L12: the same over HTTP, where the page in between gives away neither the bank's address nor a cookie.
#[tokio::test]
async fn l12_the_page_in_between_says_whose_it_is_and_goes_on_with_the_proof_only() {
    let bench = Bench::new().await;
    let token = bench.link_token(&json!({})).await;
    let page = at_bank(&bench, &token).await;
    let (path, proof) = (page.way().to_owned(), page.proof().unwrap());
    for _twice in 0..2 {
        let looked = Request::get(&path).header("host", "selvedge.test");
        let looked = bench.send(looked.body(Body::empty()).unwrap()).await;
        assert_eq!(looked.status, 200);
        assert!(looked.text.contains("Platypus OAuth Bank"), "{}", looked.text);
        assert!(!looked.headers.contains_key("set-cookie"));
        assert!(!looked.text.contains("code_challenge"), "{}", looked.text);
    }
    let post = async |site: &str, body: serde_json::Value| {
        let asked = Request::post(&path)
            .header("content-type", "application/json")
            .header("sec-fetch-site", site)
            .body(Body::from(body.to_string()));
        bench.send(asked.unwrap()).await
    };
    let wrong = post("same-origin", json!({ "proof": "x" })).await;
    assert_eq!(wrong.status, 400);
    assert!(!wrong.headers.contains_key("set-cookie"));
    let foreign = post("cross-site", json!({ "proof": proof.expose() })).await;
    assert_eq!(foreign.status, 403);
    let right = post("same-origin", json!({ "proof": proof.expose() })).await;
    assert_eq!(right.status, 200, "{}", right.text);
    assert!(right.headers.contains_key("set-cookie"));
    assert!(right.text.contains("code_challenge"), "{}", right.text);
}

/// L12: where Link is left in its own place, the page that was left learns nothing of who went to the bank.
#[tokio::test]
async fn l12_the_page_that_was_left_sees_nothing_until_the_app_took_the_session_up_again() {
    let bench = Bench::new().await;
    let token = bench.link_token(&json!({ "redirect_uri": BACK })).await;
    let mut old = bench.open_link_with(webview(&token)).await.unwrap();
    old.pick(OAUTH).await;
    assert!(old.proof().is_none(), "no window, no proof");
    let departure = old.leave().await;
    let sent = bench.consented(&departure, Outcome::AsChosen, &[]);
    let landing = bench.come_back(sent.clone()).await.unwrap();
    assert!(!old.poll().await.unwrap(), "{:?}", old.view.pane);
    assert_pane!(old, Pane::Oauth { waiting: true, .. });
    let again_sent = bench.come_back(sent.clone()).await;
    assert_eq!(again_sent.unwrap_err().code, Code::OauthStateIdAlreadyProcessed);
    let Landing::Redirect(url) = landing else {
        panic!("a webview has no windows")
    };
    let resumed = bench.open_link_with(again(webview(&token), &url)).await.unwrap();
    assert!(matches!(resumed.view.pane, Pane::Connected { .. }));
    assert_eq!(old.poll().await.err().unwrap().code, Code::InvalidLinkToken);
}

#[tokio::test]
async fn nobody_goes_to_the_bank_for_a_session_that_is_over() {
    let bench = Bench::new().await;
    let token = bench.link_token(&json!({})).await;
    let mut page = at_bank(&bench, &token).await;
    let (ticket, proof) = (page.ticket(), page.proof());
    page.send(Input::LeaveNow).await;
    let left = bench
        .engine
        .oauth_leave(&bench.with_ctx("leave"), &ticket, proof.as_ref())
        .await;
    assert_eq!(left.err().unwrap().code, Code::OauthStateIdNotFound);
}

#[tokio::test]
async fn a_session_is_not_taken_up_again_after_the_time_of_its_visit() {
    let bench = Bench::new().await;
    let token = bench.link_token(&json!({ "redirect_uri": BACK })).await;
    let url = redirected(&bench, &token, Outcome::AsChosen).await;
    bench.advance(limits::OAUTH_VISIT_LIFE);
    let late = bench.open_link_with(again(webview(&token), &url)).await;
    assert_eq!(late.err().unwrap().code, Code::OauthStateIdNotFound);
}

/// Each try to go to the bank makes a way there; an earlier one may still be in use.
#[tokio::test]
async fn a_session_has_a_few_ways_to_the_bank_open_and_the_oldest_is_closed() {
    let bench = Bench::new().await;
    let token = bench.link_token(&json!({})).await;
    let mut page = at_bank(&bench, &token).await;
    let mut departures = vec![page.leave().await];
    let most = usize::try_from(limits::OAUTH_VISITS).unwrap();
    let again = async |page: &mut Page<'_>| {
        bench.advance(jiff::SignedDuration::from_secs(1));
        page.send(Input::OauthClosed).await;
        page.leave().await
    };
    for _more in 1..most {
        departures.push(again(&mut page).await);
    }
    let way = bench
        .engine
        .oauth_way(&bench.with_ctx("way"), &page.ticket())
        .await;
    assert_eq!(
        way.err().unwrap().code,
        Code::OauthStateIdAlreadyProcessed,
        "it was left by"
    );
    departures.push(again(&mut page).await);
    let back = async |departure: &Departure| {
        let sent = bench.consented(departure, Outcome::AsChosen, &[]);
        bench.come_back(sent).await
    };
    let closed = back(&departures[0]).await.unwrap_err();
    assert_eq!(
        closed.code,
        Code::OauthStateIdNotFound,
        "one more than there may be"
    );
    assert!(!page.poll().await.unwrap(), "nothing came of it");
    back(&departures[1]).await.unwrap();
    page.poll().await.unwrap();
    assert_pane!(page, Pane::Connected { .. });
}

#[tokio::test]
async fn the_state_id_is_a_uuid_of_version_4() {
    let bench = Bench::new().await;
    let token = bench.link_token(&json!({ "redirect_uri": BACK })).await;
    let url = redirected(&bench, &token, Outcome::AsChosen).await;
    let (_, id) = url.split_once("?oauth_state_id=").unwrap();
    assert_eq!(id.as_bytes()[14], b'4', "{id}");
    assert!(b"89ab".contains(&id.as_bytes()[19]), "{id}");
}
