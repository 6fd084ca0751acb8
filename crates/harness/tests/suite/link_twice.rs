//! A page that asks twice to open Link, because the first answer got lost, gets the session that it has.

use crate::BANK;
use crate::link_oauth::{BACK, again, redirected, webview};
use axum::body::Body;
use http::Request;
use selvedge_banks::sandbox::oauth::Outcome;
use selvedge_engine::link::flow::{Input, Pane};
use selvedge_engine::link::{Start, Way};
use selvedge_harness::{Bench, Order, overlay};
use selvedge_model::id::InstitutionId;
use selvedge_model::{ErrorCode, Sensitive};
use serde_json::{Value, json};

const KEY: &str = "0123456789abcdef0123456789abcdef";

fn keyed(start: Start, key: &str) -> Start {
    Start {
        key: Some(Sensitive::from(key)),
        ..start
    }
}

/// The sessions of a token, each as the names of its events.
async fn sessions(bench: &Bench, token: &str) -> Vec<Vec<String>> {
    let shown = bench
        .post("/link/token/get", json!({ "link_token": token }))
        .await
        .ok();
    let names = |session: &Value| {
        let events = session["events"].as_array().unwrap().iter();
        events
            .map(|event| event["event_name"].as_str().unwrap().to_owned())
            .collect()
    };
    let listed = shown["link_sessions"].as_array();
    listed.map_or_else(Vec::new, |all| all.iter().map(names).collect())
}

#[tokio::test]
async fn l21_the_same_key_opens_the_same_session_and_tells_the_same() {
    let bench = Bench::new().await;
    let token = bench.link_token(&json!({})).await;
    let first = bench.open_link_with(keyed(overlay(&token), KEY)).await.unwrap();
    let mut second = bench.open_link_with(keyed(overlay(&token), KEY)).await.unwrap();
    assert_eq!(first.secret.expose(), second.secret.expose());
    assert_eq!(first.view.step, second.view.step);
    let ids = |events: &[selvedge_wire::callback::CallbackEvent]| -> Vec<String> {
        events.iter().map(|event| event.event_id.clone()).collect()
    };
    assert_eq!(ids(&first.events), ids(&second.events));
    assert_eq!(second.told(), ["OPEN CONSENT"]);
    second.pick(BANK).await;
    let third = bench.open_link_with(keyed(overlay(&token), KEY)).await.unwrap();
    assert!(matches!(third.view.pane, Pane::Credentials { .. }));
    assert_eq!(third.events.len(), second.events.len());
    assert_eq!(sessions(&bench, &token).await.len(), 1);
}

#[tokio::test]
async fn l21_two_starts_at_once_with_one_key_open_one_session() {
    let bench = Bench::new().await;
    let token = bench.link_token(&json!({})).await;
    let open = async || bench.open_link_with(keyed(overlay(&token), KEY)).await.unwrap();
    let (one, two, three) = tokio::join!(open(), open(), open());
    assert_eq!(one.secret.expose(), two.secret.expose());
    assert_eq!(one.secret.expose(), three.secret.expose());
    assert_eq!(sessions(&bench, &token).await, [["OPEN"]]);
}

#[tokio::test]
async fn another_key_token_or_way_opens_a_session_of_its_own() {
    let bench = Bench::new().await;
    let (token, other) = (
        bench.link_token(&json!({})).await,
        bench.link_token(&json!({})).await,
    );
    let tile = Start {
        way: Way::Embedded(InstitutionId::new(BANK)),
        ..keyed(overlay(&token), KEY)
    };
    let mut secrets = Vec::new();
    for start in [
        keyed(overlay(&token), KEY),
        keyed(overlay(&token), "fedcba9876543210fedcba9876543210"),
        keyed(overlay(&other), KEY),
        keyed(webview(&token), KEY),
        tile,
        overlay(&token),
        overlay(&token),
    ] {
        let page = bench.open_link_with(start).await.unwrap();
        secrets.push(page.secret.expose().to_owned());
    }
    secrets.sort();
    secrets.dedup();
    assert_eq!(secrets.len(), 7);
    assert_eq!(sessions(&bench, &token).await.len(), 6);
}

#[tokio::test]
async fn l12_a_return_from_a_bank_that_is_asked_for_twice_is_taken_up_once_and_answered_twice() {
    let bench = Bench::new().await;
    let token = bench.link_token(&json!({ "redirect_uri": BACK })).await;
    let url = redirected(&bench, &token, Outcome::AsChosen).await;
    let start = || again(keyed(webview(&token), KEY), &url);
    let first = bench.open_link_with(start()).await.unwrap();
    let mut second = bench.open_link_with(start()).await.unwrap();
    assert_eq!(first.told(), ["OPEN", "TV CONNECTED"]);
    assert_eq!(
        second.told(),
        first.told(),
        "nothing of before it left is told again"
    );
    second.send(Input::Finish).await;
    assert!(second.public_token().starts_with("public-sandbox-"));
    let refused = bench.open_link_with(again(webview(&token), &url)).await;
    assert_eq!(
        refused.err().map(|error| error.code),
        Some(ErrorCode::OauthStateIdAlreadyProcessed),
        "without the key the way back is used up"
    );
}

#[tokio::test]
async fn a_key_is_long_enough_that_nobody_guesses_it_and_no_longer_than_needed() {
    let bench = Bench::new().await;
    let token = bench.link_token(&json!({})).await;
    for good in ["a".repeat(32), "Z9".repeat(32)] {
        assert!(bench.open_link_with(keyed(overlay(&token), &good)).await.is_ok());
    }
    for bad in [
        String::new(),
        "a".repeat(31),
        "a".repeat(65),
        format!("{}-", "a".repeat(40)),
    ] {
        let refused = bench.open_link_with(keyed(overlay(&token), &bad)).await;
        assert_eq!(
            refused.err().map(|error| error.code),
            Some(ErrorCode::InvalidField),
            "{bad}"
        );
    }
}

#[tokio::test]
async fn a_key_whose_sessions_item_was_removed_opens_nothing() {
    let bench = Bench::new().await;
    let token = bench.link_token(&json!({})).await;
    let mut page = bench.open_link_with(keyed(overlay(&token), KEY)).await.unwrap();
    page.link_at(BANK).await;
    let item = page.exchanged().await;
    bench.post("/item/remove", item.body()).await.ok();
    let refused = bench.open_link_with(keyed(overlay(&token), KEY)).await;
    assert_eq!(
        refused.err().map(|error| error.code),
        Some(ErrorCode::InvalidLinkToken)
    );
}

#[tokio::test]
async fn the_calls_of_pages_name_the_method_that_they_take() {
    let bench = Bench::new().await;
    for path in [
        "/link/session",
        "/link/session/turn",
        "/link/session/view",
        "/link/session/search",
        "/link/tiles",
    ] {
        let answer = bench.send(Request::get(path).body(Body::empty()).unwrap()).await;
        assert_eq!(answer.status, 405, "{path}");
        assert_eq!(answer.headers["allow"], "POST", "{path}");
        assert_eq!(answer.body["error_type"], "INVALID_REQUEST", "{path}");
    }
}

#[tokio::test]
async fn an_item_that_was_asked_for_its_bank_is_asked_once() {
    let bench = Bench::new().await;
    let item = bench.link(&Order::at(BANK, &["auth"])).await;
    let update = json!({ "access_token": item.access_token, "products": null });
    let token = bench.link_token(&update).await;
    bench.bank.hold();
    let open = async || bench.open_link_with(keyed(overlay(&token), KEY)).await.unwrap();
    let (one, ()) = tokio::join!(open(), async {
        bench.bank.has_visitors(1).await;
        let two = open().await;
        assert!(matches!(two.view.pane, Pane::Waiting { .. }));
        assert_eq!(bench.bank.visitors(), 1);
        bench.bank.let_go();
    });
    assert!(!matches!(one.view.pane, Pane::Waiting { .. }));
    assert_eq!(sessions(&bench, &token).await.len(), 1);
}
