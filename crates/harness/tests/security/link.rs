//! Sessions of Link under attack: foreign secrets, skipped and reordered steps, two tabs, and everything that can
//! be swapped on the way to a bank and back.

use crate::BANK;
use futures_util::future::join_all;
use proptest::strategy::{Strategy as _, ValueTree as _};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use selvedge_banks::sandbox::oauth::Outcome;
use selvedge_engine::link::flow::{Input, OauthEnd, Pane};
use selvedge_engine::link::{Departure, Return, Turn};
use selvedge_harness::{Bench, Page, assert_pane, overlay};
use selvedge_model::id::InstitutionId;
use selvedge_model::{ErrorCode as Code, Sensitive};
use selvedge_store::Sql;
use serde_json::json;
use std::sync::Arc;

/// Banks with pages of their own.
const OAUTH: &str = "ins_127287";
const OTHER: &str = "ins_132241";

static COUNT_ITEMS: Sql = Sql::shared("COUNT_ITEMS", "SELECT COUNT(*) FROM items");
static COUNT_PUBLIC: Sql = Sql::shared("COUNT_PUBLIC", "SELECT COUNT(*) FROM public_tokens");
static STEPS: Sql = Sql::shared(
    "STEPS",
    "SELECT session_id, step, state FROM link_sessions ORDER BY session_id",
);

async fn count(bench: &Bench, sql: &'static Sql) -> i64 {
    let found = bench
        .engine
        .store()
        .reader()
        .all(sql, &[], |row| row.int(0))
        .await;
    found.unwrap()[0]
}

/// Where every session is, as it is stored.
async fn steps(bench: &Bench) -> Vec<(String, i64, Vec<u8>)> {
    let reader = bench.engine.store().reader();
    let found = reader
        .all(&STEPS, &[], |row| {
            Ok((row.text(0)?.to_owned(), row.int(1)?, row.bytes(2)?.to_vec()))
        })
        .await;
    found.unwrap()
}

/// L1: no secret but its own opens a session, and trying changes nothing.
#[tokio::test]
async fn l1_a_secret_opens_its_own_session_and_no_other() {
    let bench = Bench::new().await;
    let token = bench.link_token(&json!({})).await;
    let other = bench.link_token_as(&bench.new_team().await, &json!({})).await;
    let mut mine = bench.open_link(&token).await;
    let mut theirs = bench.open_link(&other).await;
    mine.pick(BANK).await;
    theirs.pick(BANK).await.sign_in("user_good", "pass_good").await;
    let before = steps(&bench).await;
    let session = theirs.view.standing.metadata.link_session_id.clone();
    let step = theirs.view.step;
    let secrets = [
        "",
        "0",
        &session,
        &token,
        &other,
        &mine.secret.expose().to_uppercase(),
        &theirs.secret.expose()[1..],
        &format!("{} ", theirs.secret.expose()),
        "' OR 1=1 --",
        "\u{0}",
    ]
    .map(Sensitive::from);
    for secret in secrets {
        let ctx = bench.with_ctx("foreign");
        let turn = Turn {
            secret: secret.clone(),
            step,
            input: Input::LeaveNow,
        };
        assert_eq!(
            bench.engine.link_turn(&ctx, turn).await.err().unwrap().code,
            Code::InvalidLinkToken
        );
        let view = bench.engine.link_view(&ctx, &secret, None).await;
        assert_eq!(view.err().unwrap().code, Code::InvalidLinkToken);
        let found = bench.engine.link_search(&ctx, &secret, "bank").await;
        assert_eq!(found.err().unwrap().code, Code::InvalidLinkToken);
    }
    // My own secret with the step of their session, and with the keys of their accounts.
    mine.send_at(step, Input::Accounts(vec!["0".to_owned()]))
        .await
        .unwrap();
    assert_eq!(steps(&bench).await, before);
    assert_eq!(count(&bench, &COUNT_ITEMS).await, 0);
    theirs.share(&[]).await.send(Input::Finish).await;
    assert_eq!(count(&bench, &COUNT_ITEMS).await, 1);
}

/// L1: the link token of another team, and one that was never made, look the same.
#[tokio::test]
async fn l1_a_token_that_nobody_was_given_opens_nothing() {
    let bench = Bench::new().await;
    bench.link_token(&json!({})).await;
    for token in [
        "link-sandbox-00000000-0000-0000-0000-000000000000",
        "link-production-00000000-0000-0000-0000-000000000000",
        "public-sandbox-00000000-0000-0000-0000-000000000000",
        "",
        "\u{0}",
    ] {
        let refused = bench.open_link_with(overlay(token)).await.err().unwrap();
        assert_eq!(refused.code, Code::InvalidLinkToken);
        let ctx = bench.with_ctx("tiles");
        let tiles = bench.engine.link_tiles(&ctx, &Sensitive::from(token), "").await;
        assert_eq!(tiles.err().unwrap().code, Code::InvalidLinkToken);
    }
    assert!(steps(&bench).await.is_empty());
}

/// An input of any kind, with values that sometimes fit.
fn any_input(number: u8, word: u8) -> Input {
    let bank = ["ins_109508", OAUTH, "ins_132361", "ins_0"][usize::from(word % 4)];
    let key = format!("{}", word % 3);
    let text = |value: &str| Sensitive::from(value);
    match number % 18 {
        0 => Input::Agree,
        1 => Input::ShowDataTypes,
        2 => Input::Search("plat".to_owned()),
        3 => Input::Choose {
            institution: InstitutionId::new(bank),
            query: None,
        },
        4 => Input::GoOn,
        // Nobody gets in, so no order of steps may lead to an Item.
        5 => Input::Credentials(vec![
            ("username".to_owned(), text("user_good")),
            ("password".to_owned(), text("wrong")),
        ]),
        6 => Input::Answers(vec![text("1234")]),
        7 => Input::OauthLeft,
        8 => Input::OauthClosed,
        9 => Input::OauthLate,
        10 => Input::Accounts(vec![key]),
        11 => Input::Back,
        12 => Input::Retry,
        13 => Input::AnotherBank,
        14 => Input::Another,
        15 => Input::Finish,
        16 => Input::Leave,
        _ => Input::Stay,
    }
}

/// L2: inputs in any order, some for steps long gone or never reached, end in no Item and no token.
#[tokio::test]
async fn l2_no_order_of_steps_leads_past_the_bank() {
    let bench = Bench::new().await;
    let token = bench.link_token(&json!({})).await;
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[7; 32]);
    let mut runner = TestRunner::new_with_rng(Config::default(), rng);
    let shots = proptest::collection::vec((0..18_u8, 0..=255_u8, -2..=2_i64), 60);
    for _round in 0..25 {
        let mut page = bench.open_link(&token).await;
        for (number, word, off) in shots.new_tree(&mut runner).unwrap().current() {
            // Most answer the step that is shown; the others an earlier one, or one that never was.
            let step = page.view.step + if word % 4 == 0 { off } else { 0 };
            page.send_at(step, any_input(number, word)).await.unwrap();
            assert!(!matches!(page.view.pane, Pane::Connected { .. }));
        }
        page.send(Input::LeaveNow).await;
        assert!(page.told().iter().all(|name| name != "HANDOFF"));
    }
    assert_eq!(count(&bench, &COUNT_ITEMS).await, 0);
    assert_eq!(count(&bench, &COUNT_PUBLIC).await, 0);
}

/// L2: what only the server may say of a session does nothing when a page says it.
#[tokio::test]
async fn l2_a_page_cannot_say_what_only_the_server_knows() {
    let bench = Bench::new().await;
    let token = bench.link_token(&json!({})).await;
    let mut page = bench.open_link(&token).await;
    page.pick(OAUTH).await.send(Input::OauthLeft).await;
    let before = steps(&bench).await;
    for input in [
        Input::OauthBack(OauthEnd::Code(Sensitive::from("code"))),
        Input::OauthBack(OauthEnd::Refused("access_denied".to_owned())),
        Input::Open,
        Input::Reopen,
        Input::Expire,
        Input::Interrupted,
    ] {
        page.send(input).await;
        assert_eq!(steps(&bench).await, before);
    }
}

/// L20: two tabs of one session finish it at the same moment; one Item comes of it.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn l20_two_tabs_finish_one_session_and_one_item_comes_of_it() {
    let bench = Arc::new(Bench::new().await);
    let token = bench.link_token(&json!({})).await;
    for round in 1..=10 {
        let mut page = bench.open_link(&token).await;
        page.pick(BANK).await.sign_in("user_good", "pass_good").await;
        let keys: Vec<String> = page.choices().iter().map(|choice| choice.key.clone()).collect();
        let (secret, step) = (page.secret.clone(), page.view.step);
        let tabs = (0..8).map(|_| {
            let (bench, keys, secret) = (Arc::clone(&bench), keys[..1].to_vec(), secret.clone());
            tokio::spawn(async move {
                let turn = Turn {
                    secret,
                    step,
                    input: Input::Accounts(keys),
                };
                let view = bench
                    .engine
                    .link_turn(&bench.with_ctx("tab"), turn)
                    .await
                    .unwrap();
                matches!(view.pane, Pane::Connected { .. })
            })
        });
        let seen: Vec<bool> = join_all(tabs).await.into_iter().map(Result::unwrap).collect();
        assert!(seen.contains(&true));
        assert_eq!(count(&bench, &COUNT_ITEMS).await, round);
        assert_eq!(count(&bench, &COUNT_PUBLIC).await, round);
        page.poll().await.unwrap();
        page.send(Input::Finish).await;
        assert_eq!(
            page.told().iter().filter(|name| *name == "TV CONNECTED").count(),
            1
        );
    }
}

/// L20: one tab closes Link while the other shares accounts: either there is one Item and a success, or none.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn l20_a_tab_that_closes_and_one_that_finishes_agree_on_the_end() {
    let bench = Arc::new(Bench::new().await);
    let token = bench.link_token(&json!({})).await;
    for _round in 0..10 {
        let before = count(&bench, &COUNT_ITEMS).await;
        let mut page = bench.open_link(&token).await;
        page.pick(BANK).await.sign_in("user_good", "pass_good").await;
        let tabs = [
            Input::Accounts(vec![page.choices()[0].key.clone()]),
            Input::LeaveNow,
        ]
        .map(|input| {
            let (bench, secret, step) = (Arc::clone(&bench), page.secret.clone(), page.view.step);
            tokio::spawn(async move {
                let turn = Turn { secret, step, input };
                bench
                    .engine
                    .link_turn(&bench.with_ctx("tab"), turn)
                    .await
                    .map(drop)
            })
        });
        for tab in join_all(tabs).await {
            tab.unwrap().unwrap();
        }
        page.poll().await.unwrap();
        let ended = page.view.ended.as_ref().expect("closed for good");
        let linked = matches!(ended.callback, selvedge_engine::link::Callback::Success { .. });
        assert_eq!(count(&bench, &COUNT_ITEMS).await - before, i64::from(linked));
    }
}

async fn at_bank<'b>(bench: &'b Bench, bank: &str) -> (Page<'b>, Departure) {
    let token = bench.link_token(&json!({})).await;
    let mut page = bench.open_link(&token).await;
    page.pick(bank).await;
    let departure = page.leave().await;
    (page, departure)
}

/// Refused with `code`; the flow is cancelled, and nothing is linked.
async fn is_cancelled(bench: &Bench, page: &mut Page<'_>, answer: Return, code: Code) {
    let refused = bench.come_back(answer).await.expect_err("it is refused");
    assert_eq!(refused.code, code);
    page.poll().await.unwrap();
    assert_pane!(page, Pane::Failed { .. });
    assert_eq!(count(bench, &COUNT_ITEMS).await, 0);
}

/// L12: the state is unknown, or of another visit.
#[tokio::test]
async fn l12_a_state_that_nobody_was_given_is_refused() {
    let bench = Bench::new().await;
    let (mut page, departure) = at_bank(&bench, OAUTH).await;
    let good = bench.consented(&departure, Outcome::AsChosen, &[]);
    let own = good.state.expose();
    for state in ["", "x", "\u{0}", &own[1..], &own.to_lowercase()] {
        let answer = Return {
            state: Sensitive::from(state),
            ..good.clone()
        };
        let refused = bench.come_back(answer).await.err().unwrap();
        assert_eq!(refused.code, Code::OauthStateIdNotFound);
    }
    assert!(!page.poll().await.unwrap(), "nothing happened");
    let wrong = bench.consented(&departure, Outcome::WrongState, &[]);
    assert_eq!(
        bench.come_back(wrong).await.err().unwrap().code,
        Code::OauthStateIdNotFound
    );
    bench.come_back(good).await.unwrap();
}

/// L12: another browser comes back, or none that left.
#[tokio::test]
async fn l12_another_browser_than_the_one_that_left_is_refused() {
    let bench = Bench::new().await;
    for cookie in [
        None,
        Some(Sensitive::from("")),
        Some(Sensitive::from("of another browser")),
    ] {
        let (mut page, departure) = at_bank(&bench, OAUTH).await;
        let good = bench.consented(&departure, Outcome::AsChosen, &[]);
        let bad = Return {
            cookie,
            ..good.clone()
        };
        is_cancelled(&bench, &mut page, bad, Code::IncorrectOauthNonce).await;
        let late = bench.come_back(good).await.err().unwrap();
        assert_eq!(late.code, Code::OauthStateIdAlreadyProcessed, "the visit is over");
    }
    // The attacker's own visit, finished by the victim's browser, which left on a visit of its own.
    let (mut attacker, theirs) = at_bank(&bench, OAUTH).await;
    let (_victim, own) = at_bank(&bench, OAUTH).await;
    let mixed = Return {
        cookie: Some(own.cookie.clone()),
        ..bench.consented(&theirs, Outcome::AsChosen, &[])
    };
    is_cancelled(&bench, &mut attacker, mixed, Code::IncorrectOauthNonce).await;
}

/// L12: a code without the visit to the bank that makes it good: nobody went through our page.
#[tokio::test]
async fn l12_a_visit_that_nobody_left_for_is_not_come_back_from() {
    let bench = Bench::new().await;
    let (mut page, departure) = at_bank(&bench, OAUTH).await;
    // A second way is made, and not taken.
    page.send(Input::OauthClosed).await;
    let Pane::Oauth { path, .. } = page.view.pane.clone() else {
        panic!("still at the bank")
    };
    let again = Sensitive::from(path.strip_prefix("/link/oauth/").unwrap());
    let proof = page.view.window_proof.as_ref().unwrap().proof.clone();
    let unused = bench
        .engine
        .oauth_leave(&bench.with_ctx("peek"), &again, Some(&proof))
        .await
        .unwrap();
    let mixed = Return {
        cookie: Some(departure.cookie.clone()),
        ..bench.consented(&unused, Outcome::AsChosen, &[])
    };
    is_cancelled(&bench, &mut page, mixed, Code::IncorrectOauthNonce).await;
}

/// L13: another bank says that it gave the code, or no bank says so.
#[tokio::test]
async fn l13_a_code_of_another_bank_is_refused() {
    let bench = Bench::new().await;
    let (mut page, departure) = at_bank(&bench, OAUTH).await;
    let wrong = bench.consented(&departure, Outcome::WrongIssuer, &[]);
    is_cancelled(&bench, &mut page, wrong, Code::IncorrectOauthNonce).await;
    let (mut page, departure) = at_bank(&bench, OAUTH).await;
    let silent = Return {
        issuer: None,
        ..bench.consented(&departure, Outcome::AsChosen, &[])
    };
    is_cancelled(&bench, &mut page, silent, Code::IncorrectOauthNonce).await;
}

/// L13: a code that was got in another session, or at another bank, is injected under the right state.
#[tokio::test]
async fn l13_an_injected_code_is_not_redeemed() {
    let bench = Bench::new().await;
    for bank in [OAUTH, OTHER] {
        let (_attacker, theirs) = at_bank(&bench, bank).await;
        let stolen = bench.consented(&theirs, Outcome::AsChosen, &[]);
        let (mut page, departure) = at_bank(&bench, OAUTH).await;
        let injected = Return {
            end: stolen.end,
            ..bench.consented(&departure, Outcome::AsChosen, &[])
        };
        bench.come_back(injected).await.unwrap();
        page.poll().await.unwrap();
        assert_eq!(page.trouble(), Code::InsufficientCredentials);
    }
    for made_up in ["", "x", "0.0", ".", "zz.code"] {
        let (mut page, departure) = at_bank(&bench, OAUTH).await;
        let answer = Return {
            end: OauthEnd::Code(Sensitive::from(made_up)),
            ..bench.consented(&departure, Outcome::AsChosen, &[])
        };
        bench.come_back(answer).await.unwrap();
        page.poll().await.unwrap();
        assert_pane!(page, Pane::Failed { .. });
    }
    assert_eq!(count(&bench, &COUNT_ITEMS).await, 0);
}

/// L14: what a bank's server may do instead of answering ends in an error that Link knows.
#[tokio::test]
async fn l14_a_bank_that_answers_with_nothing_or_nonsense_is_an_error_with_a_name() {
    let bench = Bench::new().await;
    for (outcome, code) in [
        (Outcome::Silence, Code::InstitutionNotResponding),
        (Outcome::WebPage, Code::UnsupportedResponse),
        (Outcome::ServerError, Code::InstitutionNotResponding),
        (Outcome::TemporarilyUnavailable, Code::InstitutionDown),
    ] {
        let (mut page, departure) = at_bank(&bench, OAUTH).await;
        bench
            .come_back(bench.consented(&departure, outcome, &[]))
            .await
            .unwrap();
        page.poll().await.unwrap();
        assert_eq!(page.trouble(), code);
    }
    for name in ["", "no_such_error", "<script>", &"x".repeat(1_000_000)] {
        let (mut page, departure) = at_bank(&bench, OAUTH).await;
        let answer = Return {
            end: OauthEnd::Refused(name.to_owned()),
            ..bench.consented(&departure, Outcome::AsChosen, &[])
        };
        bench.come_back(answer).await.unwrap();
        page.poll().await.unwrap();
        assert_eq!(page.trouble(), Code::UnsupportedResponse);
    }
}

/// L14: a bank that answers twice is heard once, also when both answers come at the same moment.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn l14_a_bank_that_answers_twice_is_heard_once() {
    let bench = Arc::new(Bench::new().await);
    let (mut page, departure) = at_bank(&bench, OAUTH).await;
    let answer = bench.consented(&departure, Outcome::AsChosen, &[]);
    let answers = (0..8).map(|_| {
        let (bench, answer) = (Arc::clone(&bench), answer.clone());
        tokio::spawn(async move { bench.come_back(answer).await.map(drop) })
    });
    let results: Vec<_> = join_all(answers).await.into_iter().map(Result::unwrap).collect();
    assert_eq!(results.iter().filter(|result| result.is_ok()).count(), 1);
    for refused in results.into_iter().filter_map(Result::err) {
        assert_eq!(refused.code, Code::OauthStateIdAlreadyProcessed);
    }
    page.poll().await.unwrap();
    page.send(Input::Finish).await;
    assert_eq!(count(&bench, &COUNT_ITEMS).await, 1);
}

/// L21: a page whose script breaks in the middle leaves a session that ends by itself, and no Item.
#[tokio::test]
async fn l21_a_page_that_breaks_leaves_nothing_behind() {
    let bench = Bench::new().await;
    let token = bench.link_token(&json!({})).await;
    {
        let mut page = bench.open_link(&token).await;
        page.pick(BANK).await.sign_in("user_good", "pass_good").await;
    }
    bench.advance(selvedge_model::limits::LINK_TOKEN_LIFE);
    for _ in 0..2 {
        bench.engine.tend_sessions(&bench.with_ctx("tend")).await.unwrap();
        bench.advance(selvedge_model::limits::LINK_SESSION_QUIET);
    }
    let shown = bench
        .post("/link/token/get", json!({ "link_token": token }))
        .await
        .ok();
    let session = &shown["link_sessions"][0];
    assert!(session["finished_at"].is_string(), "{session}");
    assert_eq!(session["exit"]["error"]["error_code"], "INVALID_LINK_TOKEN");
    assert_eq!(count(&bench, &COUNT_ITEMS).await, 0);
}

/// D1: what an app is told of a session names tokens, so its text is in no row.
#[tokio::test]
async fn d1_webhooks_about_sessions_are_kept_sealed() {
    static BODIES: Sql = Sql::shared("BODIES", "SELECT body, sealed FROM webhook_events");
    let bench = Bench::new().await;
    let hosted = json!({ "hosted_link": {}, "webhook": "https://app.example/hooks" });
    let token = bench.link_token(&hosted).await;
    let mut page = bench.open_link(&token).await;
    page.link_at(BANK).await;
    let reader = bench.engine.store().reader();
    let rows = reader
        .all(&BODIES, &[], |row| {
            Ok((row.text(0)?.to_owned(), row.bytes(1)?.to_vec()))
        })
        .await
        .unwrap();
    assert_eq!(rows.len(), 3);
    for (body, sealed) in rows {
        assert_eq!(body, "");
        for secret in [token.as_str(), &page.public_token()] {
            assert!(memchr::memmem::find(&sealed, secret.as_bytes()).is_none());
        }
    }
    let told = bench.events().await;
    assert!(
        told.iter().all(|event| event.body.contains(&token)),
        "whoever delivers them can read them"
    );
}
