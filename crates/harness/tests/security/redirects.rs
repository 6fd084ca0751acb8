//! Where a session may send people: L10 and L11 through the endpoint, in both environments, with an empty list and
//! with entries. The forms of an address one by one are tests of the engine.

use selvedge_harness::{Bench, session};
use selvedge_model::ErrorCode;
use serde_json::{Value, json};

const UPDATE: &str = "/selvedge/link/settings/update";

fn back(uri: &str) -> Value {
    json!({ "redirect_uri": uri })
}

fn done(uri: &str) -> Value {
    json!({ "hosted_link": { "completion_redirect_uri": uri } })
}

async fn assert_taken(bench: &Bench, extra: &Value) {
    let answer = bench.post("/link/token/create", session(extra)).await;
    assert_eq!(answer.status, 200, "{extra}: {}", answer.text);
}

async fn assert_refused(bench: &Bench, extra: &Value, words: &str) {
    let answer = bench.post("/link/token/create", session(extra)).await;
    let said = answer.refused(ErrorCode::InvalidField);
    assert!(said.contains(words), "{extra}: {said}");
}

/// Addresses that resemble `https://app.example/back` and are another, or are no address to send anybody to.
const RESEMBLING: &[&str] = &[
    "https://app.example/back/",
    "https://app.example/back/more",
    "https://app.example/Back",
    "https://APP.example/back",
    "https://app.example/back?a=b",
    "https://app.example/back?",
    "https://app.example/back#a",
    "https://app.example/back#",
    "https://user@app.example/back",
    "https://user:word@app.example/back",
    "https://app.example@evil.example/back",
    "https://app.example//back",
    "https://app.example\\back",
    "https://app.example\\@evil.example/back",
    "https://evil.example\\.app.example/back",
    "https://app.example/a/../back",
    "https://app.example/./back",
    "https://app.example/%2e%2e/back",
    "https://app.example/%62ack",
    "https://app.example/back%2f..%2fevil",
    "https://app.example/back%00",
    "https://app.example%2eevil.example/back",
    "https://app.example.evil.example/back",
    "https://app.example.:443/back",
    "https://app.example./back",
    "https://app.example:443/back",
    "https://app.example:8443/back",
    "https://аpp.example/back",
    "https://xn--pp-6kc.example/back",
    "https://app。example/back",
    "https://sub.app.example/back",
    "https://app.example/back ",
    "https://app.example/ba\tck",
    "https://app.example/back\r\nlocation: https://evil.example",
    "//app.example/back",
    "https:app.example/back",
    "https:///app.example/back",
    "http://app.example/back",
    "http://localhost.evil/back",
    "http://localhost.evil.example/back",
    "http://localhost@evil.example/back",
    "http://127.0.0.1.evil.example/back",
    "https://*.app.example/back",
    "app://back",
    "javascript:alert(1)",
    "data:text/html,x",
    "",
];

#[tokio::test]
async fn l10_a_redirect_uri_is_the_entry_itself() {
    for bench in [Bench::new().await, Bench::production().await] {
        let list = json!({ "redirect_uris": ["https://app.example/back", "acme://done"] });
        bench.post(UPDATE, list).await.ok();
        assert_taken(&bench, &back("https://app.example/back")).await;
        for resembling in RESEMBLING {
            assert_refused(&bench, &back(resembling), "redirect_uri").await;
        }
        // On the list, but no address that a bank can send people to.
        assert_refused(&bench, &back("acme://done"), "https").await;
    }
}

#[tokio::test]
async fn l10_without_a_list_the_sandbox_takes_what_is_well_formed_and_production_nothing() {
    let (sandbox, production) = (Bench::new().await, Bench::production().await);
    for good in [
        "https://app.example/back",
        "https://anything.else.example:8443/a/b",
        "http://localhost:3000/back",
        "http://127.0.0.1:3000/back",
        "http://[::1]:3000/back",
    ] {
        assert_taken(&sandbox, &back(good)).await;
        assert_refused(&production, &back(good), "redirect_uri").await;
    }
    assert_refused(&production, &back("http://localhost:3000/back"), "https").await;
    for bad in [
        "http://app.example/back",
        "http://localhost.evil/back",
        "https://app.example/back?a",
        "https://APP.example/back",
        "acme://done",
    ] {
        assert_refused(&sandbox, &back(bad), "redirect_uri").await;
    }
}

#[tokio::test]
async fn l10_a_wildcard_of_the_list_stands_for_one_label() {
    for bench in [Bench::new().await, Bench::production().await] {
        let list = json!({ "redirect_uris": ["https://*.app.example/back"] });
        bench.post(UPDATE, list).await.ok();
        assert_taken(&bench, &back("https://pr-7.app.example/back")).await;
        for bad in [
            "https://app.example/back",
            "https://a.b.app.example/back",
            "https://evil/a.app.example/back",
            "https://evil.example/a.app.example/back",
            "https://a.app.example/back/more",
            "https://a.app.example:8443/back",
        ] {
            assert_refused(&bench, &back(bad), "selvedge link allow-redirect").await;
        }
        for bad in [
            "https://*.com/back",
            "https://*.co.uk/back",
            "https://*.github.io/back",
            "http://*.app.example/back",
        ] {
            let list = json!({ "redirect_uris": [bad] });
            bench.post(UPDATE, list).await.refused(ErrorCode::InvalidField);
        }
    }
}

#[tokio::test]
async fn l10_an_entry_that_is_taken_off_the_list_is_refused_from_then_on() {
    let bench = Bench::production().await;
    let list = |entries: Value| json!({ "redirect_uris": entries });
    bench
        .post(UPDATE, list(json!(["https://app.example/back"])))
        .await
        .ok();
    assert_taken(&bench, &back("https://app.example/back")).await;
    bench.post(UPDATE, list(json!([]))).await.ok();
    assert_refused(
        &bench,
        &back("https://app.example/back"),
        "/selvedge/link/settings/update",
    )
    .await;
}

#[tokio::test]
async fn l11_no_list_makes_a_script_a_place_to_go() {
    for bench in [Bench::new().await, Bench::production().await] {
        for bad in [
            "javascript:alert(1)",
            "JAVASCRIPT:alert(1)",
            "java\nscript:alert(1)",
            " javascript:alert(1)",
            "javascript://app.example/%0aalert(1)",
            "data:text/html,<script>alert(1)</script>",
            "vbscript:x",
            "blob:https://app.example/1",
            "file:///etc/passwd",
            "about:blank",
            "view-source:https://app.example/",
            "intent://x#Intent;end",
            "https://user:word@app.example/",
            "//app.example/",
            "/done",
            "",
        ] {
            assert_refused(&bench, &done(bad), "completion_redirect_uri").await;
            let list = json!({ "redirect_uris": [bad] });
            bench.post(UPDATE, list).await.refused(ErrorCode::InvalidField);
        }
    }
}

#[tokio::test]
async fn l11_a_completion_redirect_uri_is_on_the_list_where_there_is_one() {
    let (sandbox, production) = (Bench::new().await, Bench::production().await);
    let own = [
        "https://app.example/done?a=b#c",
        "http://app.example/done",
        "acme://done",
        "com.acme.app:/done",
    ];
    for good in own {
        assert_taken(&sandbox, &done(good)).await;
        assert_refused(&production, &done(good), "selvedge link allow-redirect").await;
    }
    for bench in [sandbox, production] {
        let list = json!({ "redirect_uris": ["https://app.example/done?a=b", "acme://done"] });
        bench.post(UPDATE, list).await.ok();
        assert_taken(&bench, &done("https://app.example/done?a=b")).await;
        assert_taken(&bench, &done("acme://done")).await;
        for bad in [
            "https://evil.example/done?a=b",
            "https://app.example/done",
            "https://app.example/done?a=b&c=d",
            "https://app.example.evil.example/done?a=b",
            "acme://done/more",
            "acme2://done",
            "evil://done",
        ] {
            assert_refused(&bench, &done(bad), "selvedge link allow-redirect").await;
        }
    }
}

#[tokio::test]
async fn l10_one_teams_list_is_no_other_teams() {
    let bench = Bench::new().await;
    let other = bench.new_team().await;
    let list = |uri: &str| json!({ "redirect_uris": [uri] });
    bench.post(UPDATE, list("https://app.example/back")).await.ok();
    bench
        .post_as(&other, UPDATE, list("https://other.example/back"))
        .await
        .ok();
    assert_taken(&bench, &back("https://app.example/back")).await;
    assert_refused(&bench, &back("https://other.example/back"), "allow-redirect").await;
}
