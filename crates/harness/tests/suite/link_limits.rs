//! What one link token and one session of Link may cost, and sessions that were left in great number.

use crate::BANK;
use futures_util::future::join_all;
use jiff::SignedDuration;
use selvedge_engine::link::flow::{Input, Pane};
use selvedge_engine::link::{Turn, View};
use selvedge_harness::{Bench, Page, overlay};
use selvedge_model::{ErrorCode as Code, Sensitive, limits};
use selvedge_store::{Failure, Sql};
use serde_json::json;

static BREAK_ONE: Sql = Sql::shared(
    "BREAK_ONE",
    "UPDATE link_sessions SET state = $1 WHERE session_id IN (SELECT MIN(session_id) FROM link_sessions)",
);
static COUNT_OPEN: Sql = Sql::shared(
    "COUNT_OPEN",
    "SELECT COUNT(*) FROM link_sessions WHERE finished_at IS NULL",
);

fn keys(username: &str, password: &str) -> Input {
    let fields = [("username", username), ("password", password)];
    Input::Credentials(
        fields
            .map(|(name, value)| (name.to_owned(), Sensitive::from(value)))
            .to_vec(),
    )
}

async fn at_credentials<'b>(bench: &'b Bench, token: &str) -> Page<'b> {
    let mut page = bench.open_link(token).await;
    page.pick(BANK).await;
    page
}

async fn is_over(bench: &Bench, token: &str) -> bool {
    match bench.open_link_with(overlay(token)).await {
        Ok(_) => false,
        Err(error) => {
            assert_eq!(error.code, Code::InvalidLinkToken);
            true
        }
    }
}

#[tokio::test]
async fn the_sessions_of_a_link_token_share_its_tries_to_sign_in() {
    let bench = Bench::new().await;
    let token = bench.link_token(&json!({})).await;
    for tried in 1..=limits::SIGN_IN_TRIES {
        assert!(!is_over(&bench, &token).await, "after {tried}");
        let mut page = at_credentials(&bench, &token).await;
        page.sign_in("user_good", "wrong").await;
        let ended = matches!(page.view.pane, Pane::Expired);
        assert_eq!(ended, tried == limits::SIGN_IN_TRIES, "{tried}");
    }
    assert!(is_over(&bench, &token).await);
    let fresh = bench.link_token(&json!({})).await;
    assert!(
        !is_over(&bench, &fresh).await,
        "another token has tries of its own"
    );
}

#[tokio::test]
async fn a_try_that_the_bank_did_not_refuse_does_not_count() {
    let bench = Bench::new().await;
    let token = bench.link_token(&json!({})).await;
    for _ in 0..=limits::SIGN_IN_TRIES {
        let mut page = at_credentials(&bench, &token).await;
        page.sign_in("user_good", "pass_good").await;
        assert!(matches!(page.view.pane, Pane::Accounts { .. }));
    }
}

#[tokio::test]
async fn as_many_tries_at_once_as_there_are_sessions_ask_the_bank_no_oftener() {
    let bench = Bench::new().await;
    let token = bench.link_token(&json!({})).await;
    let most = usize::from(limits::SIGN_IN_TRIES);
    let mut pages = Vec::new();
    for _ in 0..most + 5 {
        pages.push(at_credentials(&bench, &token).await);
    }
    bench.bank.hold();
    let ctx = bench.with_ctx("many");
    let tries = join_all(pages.iter().map(|page| {
        let turn = Turn {
            secret: page.secret.clone(),
            step: page.view.step,
            input: keys("user_good", "wrong"),
        };
        bench.engine.link_turn(&ctx, turn)
    }));
    let letting_go = async {
        bench.bank.has_visitors(most).await;
        // Those who are too many have had their answer by the time that the bank answers one.
        for _ in 0..1_000 {
            tokio::task::yield_now().await;
        }
        let came = bench.bank.visitors();
        bench.bank.let_go();
        came
    };
    let (views, came) = tokio::join!(tries, letting_go);
    assert_eq!(came, most);
    let is_ended = |view: &View| matches!(view.pane, Pane::Expired);
    assert!(
        views
            .iter()
            .filter(|view| is_ended(view.as_ref().unwrap()))
            .count()
            >= 5
    );
    assert!(is_over(&bench, &token).await);
}

#[tokio::test]
async fn what_is_longer_than_any_name_or_password_is_asked_of_no_bank() {
    let bench = Bench::new().await;
    let token = bench.link_token(&json!({})).await;
    let mut page = at_credentials(&bench, &token).await;
    bench.bank.hold();
    page.send(keys(&"u".repeat(limits::USERNAME_CHARS + 1), "pass_good"))
        .await;
    page.send(keys("user_good", &"p".repeat(limits::PASSWORD_CHARS + 1)))
        .await;
    assert_eq!(bench.bank.visitors(), 0);
    bench.bank.let_go();
    page.send(keys(
        &"u".repeat(limits::USERNAME_CHARS),
        &"p".repeat(limits::PASSWORD_CHARS),
    ))
    .await;
    page.sign_in("user_good", "pass_good").await;
    assert!(matches!(page.view.pane, Pane::Accounts { .. }));
}

#[tokio::test]
async fn a_link_token_opens_so_many_sessions_and_no_more() {
    let bench = Bench::new().await;
    let token = bench.link_token(&json!({})).await;
    for _ in 0..limits::LINK_SESSIONS {
        bench.open_link(&token).await;
    }
    let refused = bench.open_link_with(overlay(&token)).await;
    assert_eq!(refused.err().unwrap().code, Code::RateLimit);
}

#[tokio::test]
async fn an_origin_is_as_long_as_an_origin_can_be_and_no_longer() {
    let bench = Bench::new().await;
    let token = bench.link_token(&json!({})).await;
    let open = async |origin: String| {
        let mut start = overlay(&token);
        start.origin = Some(origin);
        bench.open_link_with(start).await.is_ok()
    };
    let scheme = "https://";
    assert!(
        open(format!(
            "{scheme}{}",
            "a".repeat(limits::ORIGIN_CHARS - scheme.len())
        ))
        .await
    );
    assert!(
        !open(format!(
            "{scheme}{}",
            "a".repeat(limits::ORIGIN_CHARS + 1 - scheme.len())
        ))
        .await
    );
    assert!(open("null".to_owned()).await);
    assert!(!open("https://app.example\u{0}".to_owned()).await);
}

#[tokio::test]
async fn a_session_of_too_many_steps_ends_with_its_token() {
    let bench = Bench::new().await;
    let token = bench.link_token(&json!({})).await;
    let mut page = bench.open_link(&token).await;
    while page.view.step < limits::LINK_STEPS {
        let there = matches!(page.view.pane, Pane::Consent { .. });
        page.send(if there { Input::Agree } else { Input::Back }).await;
        assert!(!matches!(page.view.pane, Pane::Expired));
    }
    page.send(Input::Search("a".to_owned())).await;
    assert!(matches!(page.view.pane, Pane::Expired));
    assert!(is_over(&bench, &token).await);
}

#[tokio::test]
async fn one_round_ends_every_session_that_was_left_and_one_that_is_broken_stops_none() {
    let bench = Bench::new().await;
    let half = limits::LINK_SESSIONS / 2 + 1;
    let total = 2 * half;
    for _ in 0..2 {
        let token = bench.link_token(&json!({})).await;
        for _ in 0..half {
            bench.open_link(&token).await;
        }
    }
    let broken: Result<u64, Failure> = bench
        .engine
        .store()
        .write(|tx| {
            Box::pin(async move {
                let args = [b"no state".as_slice().into()];
                tx.execute(&BREAK_ONE, &args).await
            })
        })
        .await;
    assert_eq!(broken.unwrap(), 1);
    bench.advance(limits::LINK_TOKEN_LIFE + SignedDuration::from_secs(1));
    let tended = bench.engine.tend_sessions(&bench.with_ctx("tend")).await.unwrap();
    assert_eq!(i64::try_from(tended).unwrap(), total - 1);
    let reader = bench.engine.store().reader();
    let open = reader.all(&COUNT_OPEN, &[], |row| row.int(0)).await.unwrap();
    assert_eq!(open, [1]);
}

#[tokio::test]
async fn a_link_token_is_kept_until_its_sessions_were_ended() {
    let bench = Bench::new().await;
    let token = bench
        .link_token(&json!({ "hosted_link": {}, "webhook": "https://app.example/hook" }))
        .await;
    bench.open_link(&token).await;
    bench.advance(limits::LINK_TOKEN_LIFE + limits::LINK_TOKEN_MEMORY + SignedDuration::from_secs(1));
    bench.engine.sweep(&bench.with_ctx("sweep")).await.unwrap();
    bench.engine.tend_sessions(&bench.with_ctx("tend")).await.unwrap();
    let told = bench.events().await;
    assert!(told.iter().any(|event| event.webhook_code == "SESSION_FINISHED"));
    bench.engine.sweep(&bench.with_ctx("sweep")).await.unwrap();
    let gone = bench
        .post("/link/token/get", json!({ "link_token": token }))
        .await;
    assert!(!gone.status.is_success());
}
