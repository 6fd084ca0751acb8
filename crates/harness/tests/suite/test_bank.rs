//! The test bank's own site as a browser without JavaScript sees it, and Link by way of it.

use crate::link_gone::{arrive, gone_from};
use axum::body::Body;
use http::{HeaderMap, Request, StatusCode};
use selvedge_engine::link::flow::{Input, Pane};
use selvedge_harness::{Answer, Bench, Page};
use selvedge_model::ErrorCode as Code;
use serde_json::json;
use std::collections::HashMap;
use url::form_urlencoded;

const BANK: &str = "ins_127287";
const ALOOF: &str = "ins_132241";
const RETURN: &str = "http://selvedge.test/link/oauth/return";
const CHALLENGE: &str = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

/// A browser window on the site.
struct Window<'b> {
    bench: &'b Bench,
    bank: &'b str,
    page: Answer,
}

fn query(pairs: &[(&str, &str)]) -> String {
    form_urlencoded::Serializer::new(String::new())
        .extend_pairs(pairs)
        .finish()
}

fn request(state: &str, app: &str) -> String {
    query(&[
        ("response_type", "code"),
        ("client_id", "selvedge"),
        ("redirect_uri", RETURN),
        (
            "scope",
            "account_balance_info contact_info account_routing_number",
        ),
        ("state", state),
        ("code_challenge", CHALLENGE),
        ("code_challenge_method", "S256"),
        ("app_name", app),
    ])
}

async fn get(bench: &Bench, target: &str) -> Answer {
    bench
        .send(Request::get(target).body(Body::empty()).unwrap())
        .await
}

impl<'b> Window<'b> {
    async fn open(bench: &'b Bench, bank: &'b str) -> Self {
        let target = format!(
            "/test-bank/{bank}/authorize?{}",
            request("state-1", "Funding App")
        );
        let page = get(bench, &target).await;
        Self { bench, bank, page }
    }

    /// The `data-page` of the page.
    fn name(&self) -> &str {
        attribute(&self.page.text, "data-page").unwrap_or_default()
    }

    /// Sends the page's form to `path`, with the ticket that the page holds.
    async fn submit(&mut self, path: &str, fields: &[(&str, &str)]) {
        let ticket = self.page.text.split_once("name=\"ticket\" value=\"");
        let ticket = ticket.map(|(_, rest)| rest.split('"').next().unwrap());
        let mut pairs = vec![("ticket", ticket.unwrap_or_default())];
        pairs.extend_from_slice(fields);
        self.page = post(self.bench, self.bank, path, &query(&pairs)).await;
    }

    async fn sign_in(&mut self, username: &str, password: &str) {
        let fields = [("username", username), ("password", password)];
        self.submit("sign-in", &fields).await;
    }

    /// Allows, with the boxes ticked whose `data-testid` passes.
    async fn allow(&mut self, ticked: impl Fn(&str) -> bool) {
        let text = self.page.text.clone();
        let boxes = text.split("<input type=\"checkbox\" ").skip(1);
        let mut fields: Vec<(&str, &str)> = boxes
            .filter(|input| ticked(attribute(input, "data-testid").unwrap()))
            .map(|input| {
                (
                    attribute(input, "name").unwrap(),
                    attribute(input, "value").unwrap(),
                )
            })
            .collect();
        fields.push(("decision", "allow"));
        self.submit("consent", &fields).await;
    }

    /// Where the page sends the browser.
    fn way_back(&self) -> HashMap<String, String> {
        let refresh = self.page.headers["refresh"].to_str().unwrap();
        let url = refresh.strip_prefix("0;url=").unwrap();
        let (there, query) = url.split_once('?').unwrap();
        assert_eq!(there, RETURN);
        form_urlencoded::parse(query.as_bytes()).into_owned().collect()
    }
}

async fn post(bench: &Bench, bank: &str, path: &str, body: &str) -> Answer {
    let request = Request::post(format!("/test-bank/{bank}/{path}"))
        .header("host", "selvedge.test")
        .header("origin", "http://selvedge.test")
        .header("content-type", "application/x-www-form-urlencoded")
        .body(Body::from(body.to_owned()))
        .unwrap();
    bench.send(request).await
}

/// The value of the first attribute of that name.
fn attribute<'t>(html: &'t str, name: &str) -> Option<&'t str> {
    let (_, rest) = html.split_once(&format!("{name}=\""))?;
    rest.split('"').next()
}

#[tokio::test]
async fn a_visit_leads_from_the_sign_in_over_the_consent_back() {
    let bench = Bench::new().await;
    let mut window = Window::open(&bench, BANK).await;
    assert_eq!((window.page.status, window.name()), (StatusCode::OK, "SIGN_IN"));
    assert!(window.page.text.contains("Funding App asks"));
    window.sign_in("user_good", "wrong").await;
    assert_eq!(window.name(), "SIGN_IN");
    assert!(window.page.text.contains("role=\"alert\""));
    window.sign_in("user_good", "pass_good").await;
    assert_eq!(window.name(), "CONSENT");
    assert_eq!(window.page.text.matches("name=\"account\"").count(), 12);
    for kind in ["Certificate of deposit", "Student loan", "401(k)"] {
        assert!(window.page.text.contains(&format!("<small>{kind} ••")), "{kind}");
    }
    window.allow(|_| false).await;
    assert_eq!(window.name(), "CONSENT", "nothing is shared");
    assert!(window.page.text.contains("Choose at least one account"));
    window.allow(|_| true).await;
    assert_eq!(window.name(), "RETURN");
    let back = window.way_back();
    assert_eq!(back["state"], "state-1");
    assert_eq!(back["iss"], format!("http://selvedge.test/test-bank/{BANK}"));
    assert!(!back["code"].is_empty());
}

#[tokio::test]
async fn a_second_factor_is_asked_on_the_way() {
    let bench = Bench::new().await;
    let mut window = Window::open(&bench, BANK).await;
    window.sign_in("user_good", "mfa_device").await;
    assert_eq!(window.name(), "ASK");
    window
        .submit("answer", &[("answer_0", "Phone ending in 3333")])
        .await;
    window.submit("answer", &[("answer_0", "0000")]).await;
    assert!(window.page.text.contains("This answer is not right"));
    window.submit("answer", &[("answer_0", "1234")]).await;
    assert_eq!(window.name(), "CONSENT");
    let mut window = Window::open(&bench, BANK).await;
    window.sign_in("user_good", "mfa_selections_1_2_3").await;
    let fields = [("answer_0", "answer_0_0_0"), ("answer_1", "answer_0_1_0")];
    window.submit("answer", &fields).await;
    assert_eq!(window.name(), "CONSENT");
}

#[tokio::test]
async fn somebody_may_say_no_at_any_page() {
    let bench = Bench::new().await;
    let denied = [("outcome", "access_denied")];
    let mut window = Window::open(&bench, BANK).await;
    window.submit("end", &denied).await;
    assert_eq!(window.way_back()["error"], "access_denied");
    let mut window = Window::open(&bench, BANK).await;
    window.sign_in("user_good", "mfa_device").await;
    window.submit("end", &denied).await;
    assert_eq!(window.way_back()["error"], "access_denied");
    let mut window = Window::open(&bench, BANK).await;
    window.sign_in("user_good", "pass_good").await;
    window.submit("consent", &[("decision", "deny")]).await;
    assert_eq!(window.way_back()["error"], "access_denied");
    assert!(!window.way_back().contains_key("code"));
}

#[tokio::test]
async fn a_tester_can_pick_another_ending() {
    let bench = Bench::new().await;
    for outcome in [
        "INSUFFICIENT_CREDENTIALS",
        "ACCESS_NOT_GRANTED",
        "NO_AUTH_ACCOUNTS",
    ] {
        let mut window = Window::open(&bench, BANK).await;
        assert!(
            window.page.text.contains(&format!("value=\"{outcome}\"")),
            "{outcome}"
        );
        window.submit("end", &[("outcome", outcome)]).await;
        assert!(window.way_back().contains_key("code"), "{outcome}");
    }
    let mut window = Window::open(&bench, BANK).await;
    window.submit("end", &[("outcome", "server_error")]).await;
    assert_eq!(window.way_back()["error"], "server_error");
    let mut window = Window::open(&bench, BANK).await;
    window.submit("end", &[("outcome", "dead_end")]).await;
    assert_eq!(window.page.status, StatusCode::OK);
    assert!(!window.page.headers.contains_key("refresh"), "it leads nowhere");
}

#[tokio::test]
async fn every_page_is_kept_from_frames_caches_scripts_and_other_windows() {
    let bench = Bench::new().await;
    let mut window = Window::open(&bench, BANK).await;
    let mut pages = vec![window.page.clone()];
    window.sign_in("user_good", "mfa_device").await;
    pages.push(window.page.clone());
    let mut window = Window::open(&bench, BANK).await;
    window.sign_in("user_good", "pass_good").await;
    pages.push(window.page.clone());
    window.allow(|_| true).await;
    pages.push(window.page.clone());
    pages.push(get(&bench, &format!("/test-bank/{BANK}")).await);
    pages.push(get(&bench, "/test-bank/ins_none").await);
    pages.push(get(&bench, &format!("/test-bank/{BANK}/sign-in")).await);
    for page in pages {
        assert_eq!(page.headers["content-type"], "text/html; charset=utf-8");
        assert_eq!(page.headers["cache-control"], "no-store", "{}", page.path);
        assert_eq!(page.headers["x-frame-options"], "DENY");
        assert_eq!(page.headers["referrer-policy"], "same-origin");
        let policy = page.headers["content-security-policy"].to_str().unwrap();
        for part in [
            "default-src 'none'",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'",
        ] {
            assert!(policy.contains(part), "{policy}");
        }
        assert!(!page.text.contains("<script") && !page.text.contains(" style="));
        assert!(!page.headers.contains_key("cross-origin-opener-policy"));
    }
}

#[tokio::test]
async fn one_bank_cuts_the_ties_to_whoever_opened_it() {
    let bench = Bench::new().await;
    let mut window = Window::open(&bench, ALOOF).await;
    let opener = |headers: &HeaderMap| headers["cross-origin-opener-policy"] == "same-origin";
    assert!(opener(&window.page.headers));
    window.sign_in("user_good", "pass_good").await;
    assert!(opener(&window.page.headers));
}

#[tokio::test]
async fn the_style_sheet_has_the_bank_s_colours_and_lasts() {
    let bench = Bench::new().await;
    let window = Window::open(&bench, BANK).await;
    let href = attribute(&window.page.text, "rel=\"stylesheet\" href")
        .unwrap()
        .to_owned();
    let sheet = get(&bench, &href).await;
    assert_eq!(sheet.headers["content-type"], "text/css; charset=utf-8");
    assert!(
        sheet.headers["cache-control"]
            .to_str()
            .unwrap()
            .contains("immutable")
    );
    let other = get(&bench, &href.replace(BANK, "ins_900105")).await;
    let colours = |sheet: &Answer| sheet.text.lines().next().unwrap().to_owned();
    assert!(colours(&sheet).starts_with(":root { --ground: #"));
    assert_ne!(colours(&sheet), colours(&other));
    get(&bench, &format!("/test-bank/{BANK}/bank-0.css"))
        .await
        .refused(Code::NotFound);
}

#[tokio::test]
async fn l15_a_form_of_another_site_is_refused() {
    let bench = Bench::new().await;
    for path in ["sign-in", "answer", "consent", "end"] {
        let request = Request::post(format!("/test-bank/{BANK}/{path}"))
            .header("host", "selvedge.test")
            .header("content-type", "application/x-www-form-urlencoded");
        let foreign = request.header("sec-fetch-site", "cross-site");
        let answer = bench.send(foreign.body(Body::from("ticket=x")).unwrap()).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{path}");
    }
}

#[tokio::test]
async fn a_request_that_cannot_be_trusted_is_told_of_here_and_sent_nowhere() {
    let bench = Bench::new().await;
    let good = request("state-1", "App");
    let evil = good.replace("selvedge.test%2Flink%2Foauth%2Freturn", "evil.test%2F");
    for target in [
        format!("/test-bank/{BANK}/authorize"),
        format!("/test-bank/{BANK}/authorize?{evil}"),
        format!(
            "/test-bank/{BANK}/authorize?{}",
            good.replace("client_id=selvedge", "client_id=x")
        ),
    ] {
        let page = get(&bench, &target).await;
        assert_eq!(page.status, StatusCode::BAD_REQUEST, "{target}");
        assert!(!page.headers.contains_key("refresh") && !page.text.contains("evil.test"));
    }
    let plain = good.replace("S256", "plain");
    let page = get(&bench, &format!("/test-bank/{BANK}/authorize?{plain}")).await;
    let window = Window {
        bench: &bench,
        bank: BANK,
        page,
    };
    assert_eq!(window.way_back()["error"], "invalid_request");
}

#[tokio::test]
async fn a_ticket_that_is_old_changed_or_from_another_bank_leads_nowhere() {
    let bench = Bench::new().await;
    let mut window = Window::open(&bench, BANK).await;
    window.page.text = window
        .page
        .text
        .replace("name=\"ticket\" value=\"", "name=\"ticket\" value=\"A");
    window.sign_in("user_good", "pass_good").await;
    assert_eq!(window.page.status, StatusCode::BAD_REQUEST);
    let mut window = Window::open(&bench, BANK).await;
    window.bank = ALOOF;
    window.sign_in("user_good", "pass_good").await;
    assert_eq!(window.page.status, StatusCode::BAD_REQUEST);
    let mut window = Window::open(&bench, BANK).await;
    bench.advance(jiff::SignedDuration::from_mins(31));
    window.sign_in("user_good", "pass_good").await;
    assert_eq!(window.page.status, StatusCode::BAD_REQUEST);
    assert!(window.page.text.contains("took too long"));
}

#[tokio::test]
async fn l7_what_an_app_and_a_person_call_themselves_stays_text() {
    let bench = Bench::new().await;
    let nasty = "\"><script>alert(1)</script>";
    let target = format!("/test-bank/{BANK}/authorize?{}", request("state-1", nasty));
    let page = get(&bench, &target).await;
    assert!(!page.text.contains("<script") && page.text.contains("&#60;script"));
    let mut window = Window {
        bench: &bench,
        bank: BANK,
        page,
    };
    window.sign_in(nasty, nasty).await;
    assert!(!window.page.text.contains("<script"));
    assert!(
        !window.page.text.contains("value=\"\">"),
        "the value stays inside its quotes"
    );
    let account = json!({ "override_accounts": [{
        "type": "depository", "subtype": "checking", "meta": { "name": nasty } }] });
    window.sign_in("user_custom", &account.to_string()).await;
    assert_eq!(window.name(), "CONSENT");
    assert!(!window.page.text.contains("<script"));
}

#[tokio::test]
async fn l19_no_password_stands_on_a_page_that_refuses_it() {
    let bench = Bench::new().await;
    let mut window = Window::open(&bench, BANK).await;
    window.sign_in("user_good", "canary-7f3a").await;
    assert!(!window.page.text.contains("canary-7f3a"));
    window.sign_in("user_custom", "{\"canary-7f3a\":1}").await;
    assert!(window.page.text.contains("role=\"alert\""));
    window.sign_in("user_good", "mfa_device").await;
    assert!(!window.page.text.contains("mfa_device"), "the ticket is sealed");
}

/// Only a description that cannot be made shorter is too long.
#[tokio::test]
async fn a_test_user_that_does_not_fit_into_an_address_is_refused_in_words() {
    let bench = Bench::new().await;
    let noise = |index: u64| -> String {
        let begin = index.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let next = |state: &u64| Some(state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(index));
        let states = std::iter::successors(Some(begin), next).skip(1);
        let words: Vec<String> = states.take(8).map(|state| format!("{state:016x}")).collect();
        words.concat()
    };
    let shop = |index: u64| {
        json!({ "date_transacted": "2026-01-01", "date_posted": "2026-01-01", "amount": 1,
            "description": noise(index), "currency": "USD" })
    };
    let shops: Vec<_> = (0..120).map(shop).collect();
    let user = json!({ "override_accounts": [{
        "type": "depository", "subtype": "checking", "transactions": shops }] });
    let mut window = Window::open(&bench, BANK).await;
    window.sign_in("user_custom", &user.to_string()).await;
    assert_eq!(window.name(), "CONSENT");
    window.allow(|_| true).await;
    assert_eq!(window.page.status, StatusCode::BAD_REQUEST);
    assert!(window.page.text.contains("too large") && !window.page.headers.contains_key("refresh"));
}

#[tokio::test]
async fn the_site_is_the_sandbox_s_alone_and_only_of_banks_with_pages() {
    let production = Bench::production().await;
    let page = get(&production, &format!("/test-bank/{BANK}")).await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);
    let target = format!("/test-bank/{BANK}/authorize?{}", request("s", "App"));
    assert_eq!(get(&production, &target).await.status, StatusCode::NOT_FOUND);
    let sandbox = Bench::new().await;
    let target = format!("/test-bank/ins_109508/authorize?{}", request("s", "App"));
    assert_eq!(get(&sandbox, &target).await.status, StatusCode::NOT_FOUND);
    let front = get(&sandbox, "/test-bank/ins_109508").await;
    assert_eq!(front.status, StatusCode::OK);
    assert!(front.text.contains("Welcome to First Platypus Bank"));
}

/// A visit to a bank's own pages out of a session of Link.
struct Visit<'b> {
    window: Window<'b>,
    cookie: String,
}

impl<'b> Visit<'b> {
    /// Leaves the page of Link for the bank, and signs in there.
    async fn begin(bench: &'b Bench, page: &mut Page<'_>) -> Self {
        page.pick(BANK).await;
        let Pane::Oauth { path, .. } = &page.view.pane else {
            panic!("not on the way to a bank, but {:?}", page.view.pane)
        };
        let path = path.clone();
        page.send(Input::OauthLeft).await;
        let proof = &page.view.window_proof.as_ref().unwrap().proof;
        let leave = Request::post(&path)
            .header("content-type", "application/json")
            .header("sec-fetch-site", "same-origin")
            .body(Body::from(json!({ "proof": proof.expose() }).to_string()));
        let leave = bench.send(leave.unwrap()).await;
        let cookie = leave.headers["set-cookie"].to_str().unwrap().to_owned();
        let url = leave.ok()["url"].as_str().unwrap().to_owned();
        let (_, url) = url.split_once("http://selvedge.test/test-bank/").unwrap();
        let mut window = Window {
            bench,
            bank: BANK,
            page: get(bench, &format!("/test-bank/{url}")).await,
        };
        window.sign_in("user_good", "pass_good").await;
        assert_eq!(window.name(), "CONSENT");
        Self {
            window,
            cookie: cookie.split(';').next().unwrap().to_owned(),
        }
    }

    /// Follows the bank's way back, with what the browser kept.
    async fn follow(&self) -> Answer {
        self.window.bench.send(self.way_back()).await
    }

    fn way_back(&self) -> Request<Body> {
        let refresh = self.window.page.headers["refresh"].to_str().unwrap();
        let target = refresh.strip_prefix("0;url=http://selvedge.test").unwrap();
        let request = Request::get(target).header("cookie", &self.cookie);
        request.body(Body::empty()).unwrap()
    }
}

#[tokio::test]
async fn link_goes_to_the_bank_and_shares_what_was_ticked_there() {
    let bench = Bench::new().await;
    let token = bench.link_token(&json!({})).await;
    let mut page = bench.open_link(&token).await;
    let mut visit = Visit::begin(&bench, &mut page).await;
    visit
        .window
        .allow(|name| matches!(name, "bank-account-1" | "bank-kind-account_routing_number"))
        .await;
    assert_eq!(visit.follow().await.status, StatusCode::OK);
    assert!(page.poll().await.unwrap());
    if matches!(page.view.pane, Pane::Accounts { .. }) {
        assert_eq!(page.choices().len(), 1);
        page.share(&[]).await;
    }
    page.send(Input::Finish).await;
    let body = page.exchanged().await.body();
    let numbers = bench.post("/auth/get", body.clone()).await.ok();
    assert_eq!(crate::each(&numbers["accounts"], "mask"), ["1111"]);
    assert_eq!(numbers["numbers"]["ach"].as_array().unwrap().len(), 1);
    let identity = bench.post("/identity/get", body).await;
    identity.refused(Code::AccessNotGranted);
}

#[tokio::test]
async fn a_code_that_came_in_a_window_that_was_closed_at_once_is_redeemed() {
    let bench = Bench::new().await;
    let token = bench.link_token(&json!({})).await;
    let mut page = bench.open_link(&token).await;
    let mut visit = Visit::begin(&bench, &mut page).await;
    visit.window.allow(|_| true).await;
    gone_from(&bench, visit.way_back()).await;
    page.poll().await.unwrap();
    arrive(&mut page).await;
    page.send(Input::Finish).await;
    assert!(page.public_token().starts_with("public-sandbox-"));
}

#[tokio::test]
async fn an_app_that_needs_numbers_is_told_when_they_were_not_ticked() {
    let bench = Bench::new().await;
    let token = bench.link_token(&json!({})).await;
    let mut page = bench.open_link(&token).await;
    let mut visit = Visit::begin(&bench, &mut page).await;
    visit.window.allow(|name| name == "bank-account-0").await;
    visit.follow().await;
    page.poll().await.unwrap();
    if matches!(page.view.pane, Pane::Accounts { .. }) {
        page.share(&[]).await;
    }
    let Pane::Failed { trouble, .. } = &page.view.pane else {
        panic!("no error, but {:?}", page.view.pane)
    };
    assert_eq!(trouble.code, Code::AccessNotGranted);
}

#[tokio::test]
async fn l13_an_answer_that_another_bank_signs_links_nothing() {
    let bench = Bench::new().await;
    let token = bench.link_token(&json!({})).await;
    let mut page = bench.open_link(&token).await;
    let mut visit = Visit::begin(&bench, &mut page).await;
    let fields = [("decision", "allow"), ("outcome", "wrong_issuer")];
    let account = attribute(&visit.window.page.text, "name=\"account\" value")
        .unwrap()
        .to_owned();
    visit
        .window
        .submit("consent", &[fields[0], fields[1], ("account", &account)])
        .await;
    assert_eq!(visit.follow().await.status, StatusCode::BAD_REQUEST);
    page.poll().await.unwrap();
    assert!(
        matches!(page.view.pane, Pane::Failed { .. }),
        "{:?}",
        page.view.pane
    );
}

#[tokio::test]
async fn l12_an_answer_of_another_visit_another_browser_or_a_second_time_links_nothing() {
    let bench = Bench::new().await;
    let token = bench.link_token(&json!({})).await;
    let mut page = bench.open_link(&token).await;
    let mut visit = Visit::begin(&bench, &mut page).await;
    let account = attribute(&visit.window.page.text, "name=\"account\" value")
        .unwrap()
        .to_owned();
    let wrong = [
        ("decision", "allow"),
        ("outcome", "wrong_state"),
        ("account", account.as_str()),
    ];
    let consent = visit.window.page.clone();
    visit.window.submit("consent", &wrong).await;
    assert_ne!(visit.follow().await.status, StatusCode::OK, "an unknown state");
    assert!(!page.poll().await.unwrap(), "Link still waits");
    visit.window.page = consent;
    visit.window.allow(|_| true).await;
    assert_eq!(visit.follow().await.status, StatusCode::OK);
    assert_ne!(visit.follow().await.status, StatusCode::OK, "once is enough");
    let mut page = bench.open_link(&token).await;
    let mut visit = Visit::begin(&bench, &mut page).await;
    visit.window.allow(|_| true).await;
    visit.cookie = "other=1".to_owned();
    assert_eq!(
        visit.follow().await.status,
        StatusCode::FORBIDDEN,
        "another browser"
    );
    page.poll().await.unwrap();
    assert!(!matches!(
        page.view.pane,
        Pane::Accounts { .. } | Pane::Connected { .. }
    ));
}
