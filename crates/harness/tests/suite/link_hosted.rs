//! Hosted sessions and banks with pages of their own: only the browser that began one goes to the bank for it.

use axum::body::Body;
use http::{Request, StatusCode};
use selvedge_banks::sandbox::oauth::Outcome;
use selvedge_engine::link::flow::{OauthEnd, Pane};
use selvedge_engine::link::{Handle, Landing, Return, Start, Way};
use selvedge_harness::{Answer, Bench, Page, assert_pane};
use selvedge_model::{ErrorCode as Code, Sensitive};
use serde_json::{Value, json};

const OAUTH: &str = "ins_127287";

async fn hosted_name(bench: &Bench) -> String {
    let made = bench
        .post(
            "/link/token/create",
            json!({
                "client_name": "Demo", "language": "en", "country_codes": ["US"], "products": ["auth"],
                "user": { "client_user_id": "u" }, "hosted_link": {},
            }),
        )
        .await
        .ok();
    let url = made["hosted_link_url"].as_str().unwrap();
    url.rsplit_once('/').unwrap().1.to_owned()
}

fn hosted(name: &str, browser: Option<&Sensitive>, back: Option<&str>) -> Start {
    Start {
        handle: Handle::Hosted(Sensitive::from(name)),
        way: Way::Hosted,
        origin: None,
        in_webview: false,
        received_redirect_uri: back.map(str::to_owned),
        key: None,
        browser: browser.cloned(),
    }
}

async fn at_bank<'b>(bench: &'b Bench, name: &str) -> Page<'b> {
    let mut page = bench.open_link_with(hosted(name, None, None)).await.unwrap();
    page.pick(OAUTH).await;
    page
}

/// The same, in a browser that is known again by this.
fn in_browser(back: Return, browser: Option<&Sensitive>) -> Return {
    Return {
        browser: browser.cloned(),
        ..back
    }
}

fn cookies(answer: &Answer) -> Vec<&str> {
    let cookies = answer.headers.get_all("set-cookie").iter();
    cookies.map(|cookie| cookie.to_str().unwrap()).collect()
}

async fn start(bench: &Bench, body: &Value, cookie: &str) -> Answer {
    let asked = Request::post("/link/session")
        .header("content-type", "application/json")
        .header("sec-fetch-site", "same-origin")
        .header("cookie", cookie)
        .body(Body::from(body.to_string()));
    bench.send(asked.unwrap()).await
}

/// L12: whoever is sent the way to the bank is told to go on where it was begun, and nothing is used up.
#[tokio::test]
async fn l12_another_browser_does_not_go_to_the_bank_for_a_hosted_session() {
    let bench = Bench::new().await;
    let name = hosted_name(&bench).await;
    let page = at_bank(&bench, &name).await;
    let own = page.browser.clone().unwrap();
    let other = at_bank(&bench, &name).await.browser.unwrap();
    assert_ne!(own.expose(), other.expose());
    let way = page.way().to_owned();
    let go = async |cookie: &str| {
        let asked = Request::get(&way)
            .header("host", "selvedge.test")
            .header("cookie", cookie);
        bench.send(asked.body(Body::empty()).unwrap()).await
    };
    for cookie in [
        "x=1".to_owned(),
        "selvedge_browser=".to_owned(),
        format!("selvedge_browser={}", other.expose()),
    ] {
        let refused = go(&cookie).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN, "{cookie}");
        assert!(
            refused.text.contains("data-pane=\"ELSEWHERE\""),
            "{}",
            refused.text
        );
        assert!(!refused.text.contains("code_challenge"), "{}", refused.text);
        assert!(cookies(&refused).is_empty());
    }
    let gone = go(&format!("selvedge_browser={}", own.expose())).await;
    assert_eq!(gone.status, StatusCode::OK, "{}", gone.text);
    assert!(gone.text.contains("code_challenge"), "{}", gone.text);
    assert_eq!(cookies(&gone).len(), 1);
}

/// L12: the bank's answer counts only in the browser that began the session, even where the visit's own cookie is
/// there.
#[tokio::test]
async fn l12_another_browser_does_not_bring_the_banks_answer_to_a_hosted_session() {
    let bench = Bench::new().await;
    let name = hosted_name(&bench).await;
    let other = at_bank(&bench, &name).await.browser.unwrap();
    for browser in [None, Some(&other)] {
        let mut page = at_bank(&bench, &name).await;
        let departure = page.leave().await;
        let sent = bench.consented(&departure, Outcome::AsChosen, &[]);
        let refused = bench.come_back(in_browser(sent, browser)).await.unwrap_err();
        assert_eq!(refused.code, Code::IncorrectOauthNonce);
        page.poll().await.unwrap();
        assert!(!matches!(page.view.pane, Pane::Connected { .. }));
    }
    // The same with neither, as over HTTP: a calm page.
    let mut page = at_bank(&bench, &name).await;
    let departure = page.leave().await;
    let sent = bench.consented(&departure, Outcome::AsChosen, &[]);
    let OauthEnd::Code(code) = &sent.end else {
        panic!("the bank gave no code")
    };
    let query = url::form_urlencoded::Serializer::new(String::new())
        .append_pair("state", sent.state.expose())
        .append_pair("code", code.expose())
        .append_pair("iss", sent.issuer.as_deref().unwrap())
        .finish();
    let target = format!("/link/oauth/return?{query}");
    let answer = bench
        .send(Request::get(target).body(Body::empty()).unwrap())
        .await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
    assert!(answer.text.contains("data-pane=\"ELSEWHERE\""), "{}", answer.text);
    assert!(answer.text.contains("Go on where you began"), "{}", answer.text);
    assert!(bench.come_back(sent).await.is_err(), "the visit is over");
}

/// L12: the address with the state id opens the session again in that browser only, and is not used up elsewhere.
#[tokio::test]
async fn l12_a_hosted_session_is_taken_up_again_in_the_browser_that_began_it() {
    let bench = Bench::new().await;
    let name = hosted_name(&bench).await;
    let mut page = at_bank(&bench, &name).await;
    let own = page.browser.clone().unwrap();
    let departure = page.leave().await;
    let sent = bench.consented(&departure, Outcome::AsChosen, &[]);
    let landing = bench.come_back(in_browser(sent, Some(&own))).await.unwrap();
    let Landing::Redirect(url) = landing else {
        panic!("a hosted page is left in its own place")
    };
    let other = at_bank(&bench, &name).await.browser.unwrap();
    for browser in [None, Some(&other)] {
        let refused = bench.open_link_with(hosted(&name, browser, Some(&url))).await;
        assert_eq!(refused.err().unwrap().code, Code::IncorrectOauthNonce);
    }
    let page = bench
        .open_link_with(hosted(&name, Some(&own), Some(&url)))
        .await
        .unwrap();
    assert_pane!(page, Pane::Connected { .. });
}

/// L17: what ties them is set where a hosted session begins, and nowhere else.
#[tokio::test]
async fn l17_only_a_hosted_start_sets_a_cookie_and_it_stays_the_browsers() {
    let bench = Bench::new().await;
    let name = hosted_name(&bench).await;
    let body = json!({ "hosted": name, "way": "hosted", "key": "0123456789abcdef0123456789abcdef" });
    let first = start(&bench, &body, "x=1").await;
    assert_eq!(first.status, StatusCode::OK, "{}", first.text);
    let set = cookies(&first);
    assert_eq!(set.len(), 1);
    assert!(set[0].starts_with("selvedge_browser=") && set[0].contains("HttpOnly; SameSite=Lax"));
    let pair = set[0].split(';').next().unwrap();
    // Its answer got lost, and with it the cookie.
    assert_eq!(cookies(&start(&bench, &body, "x=1").await), set);
    // Another session of the same browser leaves the first one its own.
    let other = json!({ "hosted": name, "way": "hosted", "key": "1123456789abcdef0123456789abcdef" });
    let second = start(&bench, &other, pair).await;
    assert!(cookies(&second)[0].starts_with(pair));
    // What is not ours is not taken.
    let made_up = start(
        &bench,
        &json!({ "hosted": name, "way": "hosted" }),
        "selvedge_browser=mine",
    )
    .await;
    assert!(!cookies(&made_up)[0].contains("=mine;"));
    let token = bench.link_token(&json!({})).await;
    let overlay = start(&bench, &json!({ "token": token, "way": "overlay" }), pair).await;
    assert_eq!(overlay.status, StatusCode::OK, "{}", overlay.text);
    assert!(cookies(&overlay).is_empty());
}

#[tokio::test]
async fn a_hosted_page_that_is_opened_by_another_name_moves_to_the_public_address_once() {
    let bench = Bench::new().await;
    let name = hosted_name(&bench).await;
    let get = async |target: &str, host: &str| {
        let asked = Request::get(target).header("host", host).body(Body::empty());
        bench.send(asked.unwrap()).await
    };
    let own = format!("/link/{name}");
    let moved = get(&own, "localhost:7358").await;
    assert_eq!(moved.status, StatusCode::SEE_OTHER);
    let target = moved.headers["location"].to_str().unwrap().to_owned();
    assert!(target.ends_with(&format!("selvedge.test{own}?here")), "{target}");
    assert_eq!(
        get(&format!("{own}?here"), "localhost:7358").await.status,
        StatusCode::OK
    );
    assert_eq!(get(&own, "selvedge.test").await.status, StatusCode::OK);
}
