//! Whoever asks Link for something may go away before the answer is there. What was begun arrives all the same.

use crate::BANK;
use axum::body::Body;
use http::Request;
use selvedge_engine::link::flow::{Input, Pane};
use selvedge_harness::{Answer, Bench, Order, Page};
use serde_json::{Value, json};
use std::time::Duration;
use tokio::task::yield_now;
use tokio::time::timeout;

/// Longer than anything here takes.
const PATIENCE: Duration = Duration::from_secs(20);

fn call(path: &str, body: &Value) -> Request<Body> {
    let request = Request::post(path)
        .header("content-type", "application/json")
        .header("sec-fetch-site", "same-origin");
    request.body(Body::from(body.to_string())).unwrap()
}

/// Sends a request, goes away while the bank is busy with it, and lets the bank answer then.
pub(crate) async fn gone_from(bench: &Bench, request: Request<Body>) {
    bench.bank.hold();
    let answer: Option<Answer> = tokio::select! {
        answer = bench.send(request) => Some(answer),
        () = bench.bank.has_visitors(1) => None,
    };
    bench.bank.let_go();
    assert!(answer.is_none(), "no bank was asked: {answer:?}");
}

/// Looks again until the page shows something other than that it waits.
pub(crate) async fn arrive(page: &mut Page<'_>) {
    let arriving = async {
        while matches!(page.view.pane, Pane::Waiting { .. }) {
            page.poll().await.unwrap();
            yield_now().await;
        }
    };
    assert!(
        timeout(PATIENCE, arriving).await.is_ok(),
        "still {:?}",
        page.view.pane
    );
}

#[tokio::test]
async fn credentials_that_a_page_gave_before_it_went_away_lead_on() {
    let bench = Bench::new().await;
    let token = bench.link_token(&json!({})).await;
    let mut page = bench.open_link(&token).await;
    page.pick(BANK).await;
    let fields = json!([["username", "user_good"], ["password", "pass_good"]]);
    let turn = json!({
        "session": page.secret.expose(), "step": page.view.step,
        "input": { "kind": "credentials", "fields": fields },
    });
    gone_from(&bench, call("/link/session/turn", &turn)).await;
    page.poll().await.unwrap();
    arrive(&mut page).await;
    page.share(&[]).await.send(Input::Finish).await;
    assert!(page.public_token().starts_with("public-sandbox-"));
}

#[tokio::test]
async fn a_session_that_is_gone_through_at_one_request_ends_when_whoever_asked_went_away() {
    let bench = Bench::new().await;
    let token = bench.link_token(&json!({})).await;
    let asked = json!({
        "client_id": bench.keys().client_id, "secret": bench.keys().secret,
        "link_token": token, "institution_id": BANK,
    });
    gone_from(&bench, call("/selvedge/link/complete", &asked)).await;
    let arriving = async {
        loop {
            let told = bench
                .post("/link/token/get", json!({ "link_token": token }))
                .await
                .ok();
            let session = &told["link_sessions"][0];
            if !session["finished_at"].is_null() {
                break session["on_success"]["public_token"].as_str().map(str::to_owned);
            }
            yield_now().await;
        }
    };
    let linked = timeout(PATIENCE, arriving).await.unwrap();
    assert!(linked.unwrap().starts_with("public-sandbox-"));
}

#[tokio::test]
async fn a_session_that_asks_a_bank_first_gets_past_that_when_the_page_went_away() {
    let bench = Bench::new().await;
    let item = bench.link(&Order::at(BANK, &["auth"])).await;
    let update = json!({
        "access_token": item.access_token, "products": null, "update": { "account_selection_enabled": true },
    });
    let token = bench.link_token(&update).await;
    let start = json!({ "token": token, "way": "overlay", "origin": "https://app.example" });
    gone_from(&bench, call("/link/session", &start)).await;
    let arriving = async {
        loop {
            let told = bench
                .post("/link/token/get", json!({ "link_token": token }))
                .await
                .ok();
            let events = told["link_sessions"][0]["events"].to_string();
            if events.contains("SELECT_ACCOUNT") {
                break;
            }
            yield_now().await;
        }
    };
    timeout(PATIENCE, arriving).await.unwrap();
}
