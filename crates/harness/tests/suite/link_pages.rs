//! The pages of Link as a browser gets them: what their headers promise, where they lead, and a whole session in
//! the calls that a page makes.

use axum::body::Body;
use http::{Request, StatusCode};
use jiff::SignedDuration;
use selvedge_harness::{Answer, Bench};
use selvedge_model::limits::LINK_QUERY_CHARS;
use serde_json::{Value, json};

async fn get(bench: &Bench, target: &str) -> Answer {
    bench
        .send(Request::get(target).body(Body::empty()).unwrap())
        .await
}

/// A call as a page of ours makes it.
async fn call(bench: &Bench, path: &str, body: &Value) -> Answer {
    let request = Request::post(path)
        .header("content-type", "application/json")
        .header("sec-fetch-site", "same-origin");
    bench
        .send(request.body(Body::from(body.to_string())).unwrap())
        .await
}

async fn token(bench: &Bench, extra: Value) -> Value {
    let mut body = json!({
        "client_name": "Funding App", "language": "en", "country_codes": ["US"], "products": ["auth"],
        "user": {"client_user_id": "u"},
    });
    body.as_object_mut()
        .unwrap()
        .extend(extra.as_object().unwrap().clone());
    bench.post("/link/token/create", body).await.ok()
}

fn header<'a>(answer: &'a Answer, name: &str) -> &'a str {
    answer
        .headers
        .get(name)
        .map_or("", |value| value.to_str().unwrap())
}

/// What stands between quotes after `before`.
fn quoted<'a>(text: &'a str, before: &str) -> Vec<&'a str> {
    let rests = text.split(before).skip(1);
    rests.filter_map(|rest| rest.split('"').next()).collect()
}

#[tokio::test]
async fn l17_every_document_of_link_has_its_headers() {
    let bench = Bench::new().await;
    let hosted = token(&bench, json!({"hosted_link": {}})).await;
    let hosted = hosted["hosted_link_url"].as_str().unwrap();
    let hosted = &hosted[hosted.find("/link/").unwrap()..];
    let nobody = "0".repeat(32);
    for (target, framed) in [
        (format!("/link/frame/{nobody}"), true),
        (format!("/link/tiles/{nobody}"), true),
        (
            "/link/v2/stable/link.html?isWebview=true&token=x".to_owned(),
            false,
        ),
        (hosted.to_owned(), false),
        (format!("/link/lp{nobody}"), false),
        ("/link/oauth/return".to_owned(), false),
        ("/link/oauth/nothing".to_owned(), false),
    ] {
        let page = get(&bench, &target).await;
        let policy = header(&page, "content-security-policy");
        assert!(
            policy.starts_with("default-src 'none'; script-src 'self';"),
            "{target}: {policy}"
        );
        assert!(
            policy.contains("require-trusted-types-for 'script'") && !policy.contains("unsafe"),
            "{target}"
        );
        assert!(
            policy.contains("base-uri 'none'") && policy.contains("form-action 'self'"),
            "{target}"
        );
        assert_eq!(
            policy.contains("frame-ancestors 'none'"),
            !framed,
            "{target}: {policy}"
        );
        assert_eq!(header(&page, "x-frame-options") == "DENY", !framed, "{target}");
        assert_eq!(header(&page, "x-content-type-options"), "nosniff", "{target}");
        assert_eq!(header(&page, "referrer-policy"), "no-referrer", "{target}");
        assert_eq!(header(&page, "cache-control"), "no-store", "{target}");
        assert!(
            header(&page, "permissions-policy").contains("camera=()"),
            "{target}"
        );
        assert!(header(&page, "content-type").starts_with("text/html"), "{target}");
        assert!(
            !page.text.contains(" style=") && !page.text.contains("<style"),
            "{target}"
        );
        assert!(!page.text.contains("http-equiv=\"refresh\""), "{target}");
    }
}

#[tokio::test]
async fn l5_only_the_team_s_origins_may_embed_link() {
    let bench = Bench::new().await;
    let origins = json!({"web_origins": ["https://app.example"]});
    bench.post("/selvedge/link/settings/update", origins).await.ok();
    let token = token(&bench, json!({})).await;
    let token = token["link_token"].as_str().unwrap();
    let digest = selvedge_vault::sha256(format!("selvedge frame {token}").as_bytes());
    let lookup = &selvedge_model::id::hex(&digest)[..32];
    let page = get(&bench, &format!("/link/frame/{lookup}")).await;
    let policy = header(&page, "content-security-policy");
    assert!(
        policy.ends_with("frame-ancestors https://app.example"),
        "{policy}"
    );
}

#[tokio::test]
async fn everything_that_a_document_names_is_there_and_stays() {
    let bench = Bench::new().await;
    let page = get(&bench, &format!("/link/frame/{}", "0".repeat(32))).await;
    let mut paths = quoted(&page.text, "href=\"/link/assets/");
    paths.extend(quoted(&page.text, "src=\"/link/assets/"));
    let names = paths.iter().map(|path| path.rsplit_once('/').unwrap().1);
    assert_eq!(
        names.collect::<Vec<_>>(),
        ["link.css", "frame.js"],
        "one request for all modules"
    );
    for path in paths {
        let target = format!("/link/assets/{path}");
        let asset = get(&bench, &target).await;
        assert_eq!(asset.status, StatusCode::OK, "{target}");
        assert!(!asset.text.is_empty(), "{target}");
        assert_eq!(header(&asset, "vary"), "accept-encoding", "{target}");
        assert!(header(&asset, "cache-control").contains("immutable"), "{target}");
        let again = Request::get(&target).header("if-none-match", header(&asset, "etag"));
        let again = bench.send(again.body(Body::empty()).unwrap()).await;
        assert_eq!(again.status, StatusCode::NOT_MODIFIED, "{target}");
    }
    let other = get(&bench, "/link/assets/0000000000000000/frame.js").await;
    assert_eq!(
        other.status,
        StatusCode::NOT_FOUND,
        "another version is not this one"
    );
}

#[tokio::test]
async fn pictures_are_drawn_for_banks_that_are_there() {
    let bench = Bench::new().await;
    let swatch = get(&bench, "/link/swatch/ins_109508.svg").await;
    assert_eq!(header(&swatch, "content-type"), "image/svg+xml");
    assert!(header(&swatch, "content-security-policy").starts_with("default-src 'none'"));
    assert!(header(&swatch, "cache-control").contains("immutable"));
    for target in [
        "/link/swatch/ins_0.svg",
        "/link/swatch/ins_109508",
        "/link/logo/0.png",
    ] {
        assert_eq!(
            get(&bench, target).await.status,
            StatusCode::NOT_FOUND,
            "{target}"
        );
    }
    assert_eq!(get(&bench, "/favicon.ico").await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_hosted_address_that_ran_out_is_gone_and_one_that_never_was_is_not_found() {
    let bench = Bench::new().await;
    let made = token(&bench, json!({"hosted_link": {"url_lifetime_seconds": 60}})).await;
    let url = made["hosted_link_url"].as_str().unwrap();
    let path = &url[url.find("/link/").unwrap()..];
    assert_eq!(get(&bench, path).await.status, StatusCode::OK);
    bench.advance(SignedDuration::from_secs(61));
    let gone = get(&bench, path).await;
    assert_eq!(gone.status, StatusCode::GONE);
    assert!(gone.text.contains("data-pane=\"GONE\""));
    for nothing in [
        "/link/lp00000000000000000000000000000000",
        "/link/lp0",
        "/link/anything",
    ] {
        assert_eq!(
            get(&bench, nothing).await.status,
            StatusCode::NOT_FOUND,
            "{nothing}"
        );
    }
}

#[tokio::test]
async fn l15_a_call_that_no_page_of_ours_made_is_forbidden() {
    let bench = Bench::new().await;
    let body = json!({"token": "x", "way": "overlay"}).to_string();
    for path in [
        "/link/session",
        "/link/session/turn",
        "/link/session/view",
        "/link/session/search",
        "/link/tiles",
    ] {
        for (name, value) in [
            ("sec-fetch-site", "cross-site"),
            ("sec-fetch-site", "same-site"),
            ("origin", "https://evil.example"),
            ("x-nothing", "said"),
        ] {
            let request = Request::post(path)
                .header("content-type", "application/json")
                .header(name, value);
            let answer = bench.send(request.body(Body::from(body.clone())).unwrap()).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{path} {name}: {value}");
        }
        let form = Request::post(path)
            .header("content-type", "text/plain")
            .header("sec-fetch-site", "same-origin");
        let answer = bench.send(form.body(Body::from(body.clone())).unwrap()).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{path} as a form");
    }
}

#[tokio::test]
async fn a_body_that_cannot_be_read_is_refused_without_being_quoted() {
    let bench = Bench::new().await;
    let body = json!({"session": "s", "step": 0, "input": {"kind": "credentials", "fields": "my-password"}});
    let answer = call(&bench, "/link/session/turn", &body).await;
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    assert!(!answer.text.contains("my-password"), "{}", answer.text);
}

/// A session in the calls of its page.
struct Session<'b> {
    bench: &'b Bench,
    secret: String,
    shown: Value,
}

impl<'b> Session<'b> {
    async fn open(bench: &'b Bench) -> Self {
        let made = token(bench, json!({})).await;
        let start = json!({"token": made["link_token"], "way": "overlay", "origin": "https://app.example"});
        let shown = call(bench, "/link/session", &start).await.ok();
        let secret = shown["session"].as_str().unwrap().to_owned();
        Self { bench, secret, shown }
    }

    async fn turn(&mut self, input: Value) -> &Value {
        let body = json!({"session": self.secret, "step": self.shown["step"], "input": input});
        self.shown = call(self.bench, "/link/session/turn", &body).await.ok();
        &self.shown
    }

    fn html(&self) -> &str {
        self.shown["html"].as_str().unwrap()
    }
}

#[tokio::test]
async fn a_page_takes_a_session_from_consent_to_success() {
    let bench = Bench::new().await;
    let mut session = Session::open(&bench).await;
    assert_eq!(session.shown["pane"], "CONSENT");
    assert_eq!(session.shown["events"][0]["event_name"], "OPEN");
    assert!(
        session.shown["chrome"]["header"]
            .as_str()
            .unwrap()
            .contains("Funding App")
    );
    session.turn(json!({"kind": "agree"})).await;
    assert!(session.html().contains("data-testid=\"institution-ins_109508\""));
    session
        .turn(json!({"kind": "choose", "institution": "ins_109508", "query": "plat"}))
        .await;
    assert_eq!(session.shown["pane"], "CREDENTIAL");
    let fields = json!([["username", "user_good"], ["password", "pass_good"]]);
    session
        .turn(json!({"kind": "credentials", "fields": fields}))
        .await;
    assert_eq!(session.shown["pane"], "SELECT_ACCOUNT");
    let key = quoted(session.html(), "name=\"account\" value=\"")[0].to_owned();
    session.turn(json!({"kind": "accounts", "keys": [key]})).await;
    assert_eq!(session.shown["pane"], "CONNECTED");
    let ended = session.turn(json!({"kind": "finish"})).await["ended"].clone();
    assert_eq!(ended["callback"], "success");
    let token = ended["public_token"].as_str().unwrap();
    assert!(token.starts_with("public-sandbox-"));
    assert_eq!(ended["metadata"]["public_token"], token);
}

#[tokio::test]
async fn a_page_that_looks_again_learns_only_what_is_new() {
    let bench = Bench::new().await;
    let session = Session::open(&bench).await;
    let seen = json!({"session": session.secret, "seen": session.shown["step"]});
    let again = call(&bench, "/link/session/view", &seen).await.ok();
    assert_eq!(again, json!({"unchanged": true}));
    let whole = json!({"session": session.secret, "seen": null});
    let whole = call(&bench, "/link/session/view", &whole).await.ok();
    assert_eq!(whole["pane"], "CONSENT");
    assert_eq!(whole["html"], session.shown["html"]);
}

#[tokio::test]
async fn a_search_says_what_it_found_in_the_session_s_language() {
    let bench = Bench::new().await;
    let session = Session::open(&bench).await;
    let search = async |query: &str| {
        let body = json!({"session": session.secret, "query": query, "lang": "de"});
        call(&bench, "/link/session/search", &body).await.ok()
    };
    let found = search("tartan").await;
    assert!(found["html"].as_str().unwrap().contains("Tartan Bank"), "{found}");
    let none = search("zzzzqqqq<b>").await;
    assert!(
        none["html"].as_str().unwrap().contains("zzzzqqqq&#60;b&#62;"),
        "{none}"
    );
    let long = format!("{}{}", "q".repeat(LINK_QUERY_CHARS), "END");
    assert!(!search(&long).await["html"].as_str().unwrap().contains("END"));
}
