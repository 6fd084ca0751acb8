//! Sessions of Link, from opening to the Item and to what the app can read of them.

use crate::{BANK, PLAIN, each};
use jiff::SignedDuration;
use selvedge_engine::link::flow::{Input, Pane};
use selvedge_harness::{Bench, assert_pane};
use selvedge_model::{ErrorCode as Code, limits};
use serde_json::{Value, json};

async fn token_get(bench: &Bench, token: &str) -> Value {
    let body = json!({ "link_token": token });
    bench.post("/link/token/get", body).await.ok()
}

#[tokio::test]
async fn a_person_links_a_bank_and_the_app_reads_the_numbers() {
    let bench = Bench::new().await;
    let user = bench
        .post("/user/create", json!({ "client_user_id": "u-1" }))
        .await
        .ok();
    let token = bench
        .link_token(&json!({
            "user_id": user["user_id"], "webhook": "https://app.example/hooks",
            "optional_products": ["identity"], "additional_consented_products": ["transactions"],
        }))
        .await;
    let mut page = bench.open_link(&token).await;
    page.pick(BANK).await.sign_in("user_good", "pass_good").await;
    page.share(&["Plaid Checking", "Plaid Saving"])
        .await
        .send(Input::Finish)
        .await;
    let (_, metadata) = page.success();
    assert_eq!(metadata.accounts.len(), 2);
    assert_eq!(metadata.account_id, None, "there are two");
    let item = page.exchanged().await;
    let body = item.body();
    let numbers = bench.post("/auth/get", body.clone()).await.ok();
    let ids = metadata
        .accounts
        .iter()
        .map(|account| account.id.as_str())
        .collect::<Vec<_>>();
    assert_eq!(each(&numbers["accounts"], "account_id"), ids);
    assert_eq!(
        each(&numbers["numbers"]["ach"], "account_id"),
        ids,
        "only what was shared"
    );
    let shown = bench.post("/item/get", body.clone()).await.ok();
    assert_eq!(shown["item"]["products"], json!(["auth", "identity"]));
    assert_eq!(
        shown["item"]["billed_products"],
        json!(["auth"]),
        "optional ones are paid by use"
    );
    assert_eq!(
        shown["item"]["consented_products"],
        json!(["auth", "identity", "transactions"])
    );
    assert_eq!(shown["item"]["webhook"], "https://app.example/hooks");
    let consents = bench.post("/consent/events/get", body).await.ok();
    assert_eq!(
        each(&consents["consent_events"], "event_code"),
        ["USER_AGREEMENT", "USE_CASES", "DATA_SCOPES", "ACCOUNT_SCOPES"]
    );
}

#[tokio::test]
async fn events_come_in_order_and_each_is_later_than_the_one_before() {
    let bench = Bench::new().await;
    let token = bench.link_token(&json!({})).await;
    let mut page = bench.open_link(&token).await;
    page.link_at(BANK).await;
    assert_eq!(page.told(), PLAIN);
    let times: Vec<_> = page.events.iter().map(|event| event.metadata.timestamp).collect();
    assert!(
        times.is_sorted_by(|a, b| a < b),
        "the clock stands still, and times do not: {times:?}"
    );
    assert!(times.iter().all(|at| at.subsec_nanosecond() % 1_000_000 == 0));
    let mut ids: Vec<_> = page.events.iter().map(|event| &event.event_id).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), page.events.len());
    let session = &page.success().1.link_session_id;
    assert!(
        page.events
            .iter()
            .all(|event| &event.metadata.link_session_id == session)
    );
    assert!(
        page.events
            .iter()
            .all(|event| event.metadata.request_id.len() == 15)
    );
}

#[tokio::test]
async fn a_token_shows_its_sessions_newest_first_with_all_that_happened() {
    let bench = Bench::new().await;
    let token = bench.link_token(&json!({})).await;
    assert!(token_get(&bench, &token).await.get("link_sessions").is_none());
    let mut left = bench.open_link(&token).await;
    left.pick(BANK).await.sign_in("user_good", "wrong").await;
    left.send(Input::LeaveNow).await;
    bench.advance(SignedDuration::from_mins(1));
    let mut page = bench.open_link(&token).await;
    page.link_at(BANK).await;
    let shown = token_get(&bench, &token).await;
    let [newest, oldest] = shown["link_sessions"].as_array().unwrap().as_slice() else {
        panic!("two sessions: {shown}");
    };
    let (public_token, metadata) = page.success();
    assert_eq!(newest["link_session_id"], metadata.link_session_id.as_str());
    let results = newest["results"].as_object().unwrap();
    let keys: Vec<&str> = results.keys().map(String::as_str).collect();
    assert_eq!(
        keys,
        [
            "bank_income_results",
            "cra_item_add_results",
            "cra_update_results",
            "document_income_results",
            "item_add_results",
            "payroll_income_results",
        ]
    );
    let added = &results["item_add_results"][0];
    assert_eq!(added["public_token"], public_token.unwrap().as_str());
    assert_eq!(added["accounts"], json!(metadata.accounts));
    assert_eq!(newest["on_success"]["public_token"], added["public_token"]);
    assert!(newest.get("exit").is_none() && newest.get("on_exit").is_none());
    assert_eq!(newest["events"][0]["event_name"], "HANDOFF", "newest first");
    assert_eq!(newest["events"].as_array().unwrap().len(), page.events.len());
    let opened = newest["events"].as_array().unwrap().last().unwrap();
    assert_eq!(opened["event_metadata"]["is_update_mode"], "false");
    assert!(
        opened["event_metadata"].get("error_code").is_none(),
        "empty keys are left out"
    );
    assert!(oldest.get("results").is_none() && oldest.get("on_success").is_none());
    assert_eq!(oldest["exit"]["error"]["error_code"], "INVALID_CREDENTIALS");
    assert_eq!(oldest["exit"]["metadata"]["status"], "requires_credentials");
    assert_eq!(oldest["exit"], oldest["on_exit"]);
    assert!(oldest["finished_at"].is_string() && oldest["started_at"].is_string());
}

#[tokio::test]
async fn each_session_of_a_token_shows_what_happened_in_it_and_what_came_of_it() {
    let bench = Bench::new().await;
    let token = bench.link_token(&json!({})).await;
    let mut expected = Vec::new();
    for linked in [true, false, true] {
        let mut page = bench.open_link(&token).await;
        if linked {
            page.link_at(BANK).await;
        } else {
            page.send(Input::LeaveNow).await;
        }
        let events = page.events.iter().rev();
        let ids: Vec<String> = events.map(|event| event.event_id.clone()).collect();
        expected.push((ids, linked.then(|| page.public_token())));
    }
    let shown = token_get(&bench, &token).await;
    let sessions = shown["link_sessions"].as_array().unwrap();
    let mut seen: Vec<(Vec<String>, Option<String>)> = Vec::new();
    for session in sessions {
        let events = session["events"].as_array().unwrap().iter();
        let ids = events.map(|event| event["event_id"].as_str().unwrap().to_owned());
        let results = session["results"]["item_add_results"].as_array();
        let tokens = results.into_iter().flatten();
        let mut tokens = tokens.map(|result| result["public_token"].as_str().unwrap().to_owned());
        seen.push((ids.collect(), tokens.next()));
        assert_eq!(tokens.next(), None);
    }
    seen.sort();
    expected.sort();
    assert_eq!(seen, expected);
}

#[tokio::test]
async fn details_are_kept_for_six_hours_after_the_end() {
    let bench = Bench::new().await;
    let token = bench
        .link_token(&json!({ "hosted_link": { "url_lifetime_seconds": 86_400 } }))
        .await;
    let mut page = bench.open_link(&token).await;
    page.link_at(BANK).await;
    let forget = async |bench: &Bench| bench.engine.sweep(&bench.with_ctx("sweep")).await.unwrap();
    bench.advance(limits::LINK_SESSION_MEMORY - SignedDuration::from_secs(1));
    forget(&bench).await;
    assert!(token_get(&bench, &token).await["link_sessions"].is_array());
    bench.advance(SignedDuration::from_secs(1));
    forget(&bench).await;
    assert!(token_get(&bench, &token).await.get("link_sessions").is_none());
}

#[tokio::test]
async fn a_page_that_is_behind_is_told_what_it_missed_and_changes_nothing() {
    let bench = Bench::new().await;
    let token = bench.link_token(&json!({})).await;
    let mut page = bench.open_link(&token).await;
    let first = page.view.step;
    page.pick(BANK).await;
    let (step, told) = (page.view.step, page.events.len());
    page.events.clear();
    page.send_at(first, Input::Agree).await.unwrap();
    assert_eq!(page.view.step, step);
    assert!(matches!(page.view.pane, Pane::Credentials { .. }));
    assert_eq!(page.events.len(), told - 1, "all but OPEN");
    assert!(!page.poll().await.unwrap(), "nothing happened since");
}

#[tokio::test]
async fn a_reload_shows_the_same_pane_and_tells_nothing_twice() {
    let bench = Bench::new().await;
    let token = bench.link_token(&json!({})).await;
    let mut page = bench.open_link(&token).await;
    page.pick(BANK).await.sign_in("user_good", "mfa_device").await;
    let engine = &bench.engine;
    let again = engine
        .link_view(&bench.with_ctx("reload"), &page.secret, None)
        .await;
    let again = again.unwrap().unwrap();
    assert_eq!(again.step, page.view.step);
    assert_eq!(again.pane, page.view.pane);
    assert!(again.events.is_empty());
}

#[tokio::test]
async fn a_session_ends_with_its_token_but_a_linked_bank_stays_linked() {
    let bench = Bench::new().await;
    let brief = json!({ "hosted_link": { "url_lifetime_seconds": 600 } });
    let token = bench.link_token(&brief).await;
    let mut idle = bench.open_link(&token).await;
    idle.pick(BANK).await;
    let mut linked = bench.open_link(&token).await;
    linked
        .pick(BANK)
        .await
        .sign_in("user_good", "pass_good")
        .await
        .share(&[])
        .await;
    bench.advance(SignedDuration::from_secs(600));
    idle.sign_in("user_good", "pass_good").await;
    assert_eq!(idle.view.pane, Pane::Expired);
    idle.send(Input::Finish).await;
    let standing = &idle.view.standing;
    assert_eq!(standing.error.as_ref().unwrap().error_code, "INVALID_LINK_TOKEN");
    assert!(idle.view.ended.is_some());
    linked.send(Input::Finish).await;
    linked.exchanged().await;
    let refused = bench
        .open_link_with(selvedge_harness::overlay(&token))
        .await
        .err()
        .unwrap();
    assert_eq!(refused.code, Code::InvalidLinkToken);
}

#[tokio::test]
async fn a_token_that_dies_on_the_way_opens_nothing_any_more() {
    let bench = Bench::new().await;
    let token = bench.link_token(&json!({})).await;
    let mut page = bench.open_link(&token).await;
    let dying = json!({ "force_error": "INVALID_LINK_TOKEN" }).to_string();
    page.pick(BANK).await.sign_in("user_custom", &dying).await;
    assert_eq!(page.view.pane, Pane::Expired);
    let refused = bench
        .open_link_with(selvedge_harness::overlay(&token))
        .await
        .err()
        .unwrap();
    assert_eq!(refused.code, Code::InvalidLinkToken);
    assert!(
        token_get(&bench, &token).await["link_sessions"].is_array(),
        "it stays readable"
    );
}

#[tokio::test]
async fn a_step_that_was_cut_off_is_given_up_after_a_while() {
    let bench = Bench::new().await;
    let token = bench.link_token(&json!({})).await;
    let mut page = bench.open_link(&token).await;
    page.pick(BANK).await;
    let step = page.view.step;
    let fields = [("username", "user_good"), ("password", "pass_good")]
        .map(|(name, value)| (name.to_owned(), selvedge_model::Sensitive::from(value)));
    // Whoever runs it goes away while the bank is asked.
    bench.bank.hold();
    tokio::select! {
        _ = page.send_at(step, Input::Credentials(fields.to_vec())) => panic!("the bank was not held"),
        () = bench.bank.has_visitors(1) => {}
    }
    bench.bank.let_go();
    page.poll().await.unwrap();
    assert_pane!(page, Pane::Waiting { .. });
    assert!(!page.poll().await.unwrap(), "somebody may still be at it");
    bench.advance(limits::LINK_EFFECT_TIME);
    assert!(page.poll().await.unwrap());
    assert_pane!(page, Pane::Failed { .. });
    page.send(Input::Retry).await;
    page.pick(BANK).await;
    page.sign_in("user_good", "pass_good")
        .await
        .share(&[])
        .await
        .send(Input::Finish)
        .await;
    page.exchanged().await;
}

/// A link token for several banks, whose app is told by webhook; and its end user.
async fn token_for_several(bench: &Bench) -> (String, Value) {
    let user = bench
        .post("/user/create", json!({ "client_user_id": "u-1" }))
        .await
        .ok();
    let token = bench
        .link_token(&json!({
            "enable_multi_item_link": true, "user_id": user["user_id"], "webhook": "https://app.example/hooks",
        }))
        .await;
    (token, user)
}

#[tokio::test]
async fn several_banks_in_one_session_are_told_one_by_one_and_at_the_end() {
    let bench = Bench::new().await;
    let (token, user) = token_for_several(&bench).await;
    let mut page = bench.open_link(&token).await;
    page.pick(BANK)
        .await
        .sign_in("user_good", "pass_good")
        .await
        .share(&[])
        .await;
    page.send(Input::Another).await;
    page.link_at("ins_109511").await;
    assert_eq!(page.success().0, None, "the tokens come by webhook");
    assert_eq!(page.told().iter().filter(|name| *name == "HANDOFF").count(), 2);
    let shown = token_get(&bench, &token).await;
    let results = &shown["link_sessions"][0]["results"]["item_add_results"];
    let tokens = each(results, "public_token");
    assert_eq!(tokens.len(), 2);
    let events = bench.events().await;
    let bodies: Vec<Value> = events
        .iter()
        .map(|event| serde_json::from_str(&event.body).unwrap())
        .collect();
    let of = |code: &str| {
        bodies
            .iter()
            .filter(|body| body["webhook_code"] == code)
            .collect::<Vec<_>>()
    };
    let added: Vec<&str> = of("ITEM_ADD_RESULT")
        .iter()
        .map(|body| body["public_token"].as_str().unwrap())
        .collect();
    assert!(tokens.iter().all(|token| added.contains(token)) && added.len() == 2);
    let [finished] = of("SESSION_FINISHED")[..] else {
        panic!("one end: {bodies:?}")
    };
    assert_eq!(finished["public_tokens"], json!(tokens));
    assert_eq!(finished["status"], "SUCCESS");
    assert_eq!(finished["link_token"], token.as_str());
    assert_eq!(finished["user_id"], user["user_id"]);
    let [told] = of("EVENTS")[..] else {
        panic!("told once: {bodies:?}")
    };
    assert_eq!(told["events"].as_array().unwrap().len(), page.events.len());
    for token in tokens {
        bench
            .post("/item/public_token/exchange", json!({ "public_token": token }))
            .await
            .ok();
    }
}

#[tokio::test]
async fn an_ordinary_session_is_not_told_by_webhook_unless_the_team_wants_it() {
    let bench = Bench::new().await;
    let hooked = json!({ "webhook": "https://app.example/hooks" });
    let token = bench.link_token(&hooked).await;
    bench.open_link(&token).await.link_at(BANK).await;
    assert!(bench.events().await.is_empty());
    let wanted = json!({ "link_webhooks": true });
    bench.post("/selvedge/link/settings/update", wanted).await.ok();
    let token = bench.link_token(&hooked).await;
    bench.open_link(&token).await.send(Input::LeaveNow).await;
    let codes: Vec<String> = bench
        .events()
        .await
        .into_iter()
        .map(|event| event.webhook_code)
        .collect();
    assert!(
        codes.contains(&"SESSION_FINISHED".to_owned()) && codes.contains(&"EVENTS".to_owned()),
        "{codes:?}"
    );
    assert_eq!(codes.len(), 2);
}

async fn tended(bench: &Bench, after: SignedDuration) -> Vec<Value> {
    bench.advance(after);
    bench.engine.tend_sessions(&bench.with_ctx("tend")).await.unwrap();
    let events = bench.events().await;
    events
        .iter()
        .map(|event| serde_json::from_str(&event.body).unwrap())
        .collect()
}

#[tokio::test]
async fn a_session_that_is_left_open_is_told_of_once_and_ends_with_its_token() {
    let bench = Bench::new().await;
    let token = bench
        .link_token(&json!({ "hosted_link": {}, "webhook": "https://app.example/hooks" }))
        .await;
    let mut page = bench.open_link(&token).await;
    page.pick(BANK).await;
    let second = SignedDuration::from_secs(1);
    assert!(
        tended(&bench, limits::LINK_SESSION_QUIET - second)
            .await
            .is_empty()
    );
    let told = tended(&bench, second).await;
    assert_eq!(told.len(), 1);
    assert_eq!(told[0]["webhook_code"], "EVENTS");
    assert_eq!(told[0]["events"].as_array().unwrap().len(), page.events.len());
    assert_eq!(
        tended(&bench, SignedDuration::from_mins(5)).await.len(),
        1,
        "nothing new"
    );
    // The token lives for thirty minutes; the session is closed when nobody came back for ten more.
    tended(&bench, SignedDuration::from_mins(20)).await;
    let told = tended(&bench, limits::LINK_SESSION_QUIET).await;
    let ends: Vec<&Value> = told
        .iter()
        .filter(|body| body["webhook_code"] == "SESSION_FINISHED")
        .collect();
    let [end] = ends[..] else {
        panic!("one end: {told:?}")
    };
    assert_eq!(end["status"], "EXITED");
    assert_eq!(end["public_tokens"], json!([]));
    let after = tended(&bench, SignedDuration::from_hours(1)).await;
    assert_eq!(after.len(), told.len(), "nothing is told twice");
}

#[tokio::test]
async fn a_hosted_page_opens_by_its_name_and_sends_the_person_on() {
    use selvedge_engine::link::{Handle, Start, Way};
    let bench = Bench::new().await;
    let made = bench
        .post(
            "/link/token/create",
            json!({
                "client_name": "Demo", "language": "en", "country_codes": ["US"], "products": ["auth"],
                "user": { "client_user_id": "u" },
                "hosted_link": { "completion_redirect_uri": "https://app.example/done" },
            }),
        )
        .await
        .ok();
    let url = made["hosted_link_url"].as_str().unwrap();
    let start = |name: &str| Start {
        handle: Handle::Hosted(selvedge_model::Sensitive::from(name)),
        way: Way::Hosted,
        origin: None,
        in_webview: false,
        received_redirect_uri: None,
        key: None,
        browser: None,
    };
    let name = url.rsplit_once('/').unwrap().1;
    let mut page = bench.open_link_with(start(name)).await.unwrap();
    page.link_at(BANK).await;
    let ended = page.view.ended.as_ref().unwrap();
    assert_eq!(ended.return_to.as_deref(), Some("https://app.example/done"));
    let unknown = bench
        .open_link_with(start("lp00000000000000000000000000000000"))
        .await;
    assert_eq!(unknown.err().unwrap().code, Code::InvalidLinkToken);
    // It works as an ordinary token, too; then nobody is sent anywhere.
    let token = made["link_token"].as_str().unwrap();
    let mut page = bench.open_link(token).await;
    page.link_at(BANK).await;
    assert_eq!(page.view.ended.as_ref().unwrap().return_to, None);
}

#[tokio::test]
async fn a_removed_item_is_forgotten_by_the_session_that_it_came_of() {
    let bench = Bench::new().await;
    let token = bench.link_token(&json!({})).await;
    let mut page = bench.open_link(&token).await;
    page.link_at(BANK).await;
    let item = page.exchanged().await;
    let body = item.body();
    bench.post("/item/remove", body).await.ok();
    let shown = token_get(&bench, &token).await;
    assert!(shown["link_sessions"][0].get("results").is_none(), "{shown}");
    let gone = page.poll().await.err().unwrap();
    assert_eq!(gone.code, Code::InvalidLinkToken);
}

#[tokio::test]
async fn a_removed_item_is_forgotten_by_a_session_that_is_still_open() {
    let bench = Bench::new().await;
    let (token, _user) = token_for_several(&bench).await;
    let mut page = bench.open_link(&token).await;
    page.pick(BANK).await.sign_in("user_good", "pass_good").await;
    page.share(&[]).await.send(Input::Another).await;
    let shown = token_get(&bench, &token).await;
    let results = &shown["link_sessions"][0]["results"]["item_add_results"];
    let removed = results[0]["public_token"].as_str().unwrap().to_owned();
    let body = json!({ "public_token": removed });
    let item = bench.post("/item/public_token/exchange", body).await.ok();
    let body = json!({ "access_token": item["access_token"] });
    bench.post("/item/remove", body).await.ok();
    page.poll().await.unwrap();
    page.link_at("ins_109511").await;
    let events = bench.events().await;
    let finished: Vec<Value> = events
        .iter()
        .filter(|event| event.webhook_code == "SESSION_FINISHED")
        .map(|event| serde_json::from_str(&event.body).unwrap())
        .collect();
    assert_eq!(finished.len(), 1);
    let told = finished[0]["public_tokens"].as_array().unwrap();
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(!told.contains(&json!(removed)));
    let shown = token_get(&bench, &token).await;
    let results = &shown["link_sessions"][0]["results"]["item_add_results"];
    assert_eq!(each(results, "public_token"), [told[0].as_str().unwrap()]);
}

#[tokio::test]
async fn a_session_whose_only_item_was_removed_meanwhile_is_no_success() {
    let bench = Bench::new().await;
    let token = bench.link_token(&json!({})).await;
    let mut page = bench.open_link(&token).await;
    page.pick(BANK).await.sign_in("user_good", "pass_good").await;
    page.share(&[]).await;
    let shown = token_get(&bench, &token).await;
    let results = &shown["link_sessions"][0]["results"]["item_add_results"];
    let body = json!({ "public_token": results[0]["public_token"] });
    let item = bench.post("/item/public_token/exchange", body).await.ok();
    let body = json!({ "access_token": item["access_token"] });
    bench.post("/item/remove", body).await.ok();
    page.poll().await.unwrap();
    page.send(Input::Finish).await;
    let ended = page.view.ended.as_ref().unwrap();
    let selvedge_engine::link::Callback::Exit(standing) = &ended.callback else {
        panic!("there is nothing that the app could get")
    };
    assert!(standing.error.is_none());
    assert_eq!(page.told().last().unwrap(), "EXIT");
}

/// L5: in production a team says which pages may open Link.
#[tokio::test]
async fn l5_in_production_no_page_opens_link_before_the_team_lists_its_origin() {
    let bench = Bench::production().await;
    let token = bench.link_token(&json!({})).await;
    let refused = bench.open_link_with(selvedge_harness::overlay(&token)).await;
    let refused = refused.err().unwrap();
    assert_eq!(refused.code, Code::InvalidField);
    assert!(
        refused.message.contains("selvedge link allow-origin"),
        "{}",
        refused.message
    );
    for name in [lookup(&token), "0".repeat(32)] {
        let page = http::Request::get(format!("/link/frame/{name}"));
        let page = bench.send(page.body(axum::body::Body::empty()).unwrap()).await;
        let policy = page.headers["content-security-policy"].to_str().unwrap();
        assert!(policy.ends_with("frame-ancestors 'none'"), "{policy}");
    }
    let named = json!({ "web_origins": ["https://app.example"] });
    bench.post("/selvedge/link/settings/update", named).await.ok();
    assert!(
        bench
            .open_link_with(selvedge_harness::overlay(&token))
            .await
            .is_ok()
    );
}

#[tokio::test]
async fn a_removed_user_takes_their_sessions_along() {
    let bench = Bench::new().await;
    let user = bench
        .post("/user/create", json!({ "client_user_id": "u-1" }))
        .await
        .ok();
    let token = bench
        .link_token(&json!({ "user": null, "user_id": user["user_id"] }))
        .await;
    let mut page = bench.open_link(&token).await;
    bench
        .post("/user/remove", json!({ "user_id": user["user_id"] }))
        .await
        .ok();
    assert_eq!(page.poll().await.err().unwrap().code, Code::InvalidLinkToken);
}

#[tokio::test]
async fn only_named_origins_open_link_where_the_team_names_some() {
    let bench = Bench::new().await;
    let token = bench.link_token(&json!({})).await;
    let lookup = lookup(&token);
    let framing = async |name: &str| {
        bench
            .engine
            .link_framing(&bench.with_ctx("f"), name)
            .await
            .unwrap()
    };
    assert!(framing(&lookup).await.contains(&"https:".to_owned()));
    let named = json!({ "web_origins": ["https://shop.example"] });
    bench.post("/selvedge/link/settings/update", named).await.ok();
    assert_eq!(framing(&lookup).await, ["https://shop.example"]);
    assert!(
        framing("00000000000000000000000000000000")
            .await
            .contains(&"https:".to_owned())
    );
    let mut start = selvedge_harness::overlay(&token);
    assert_eq!(
        bench.open_link_with(start).await.err().unwrap().code,
        Code::InvalidField
    );
    start = selvedge_harness::overlay(&token);
    start.origin = Some("https://shop.example".to_owned());
    assert!(bench.open_link_with(start).await.is_ok());
}

/// The name by which a page asks who may frame it.
fn lookup(token: &str) -> String {
    let digest = selvedge_vault::sha256(format!("selvedge frame {token}").as_bytes());
    selvedge_model::id::hex(&digest)[..32].to_owned()
}
