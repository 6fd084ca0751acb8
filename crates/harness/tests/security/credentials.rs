//! Keys in two places at once, and keys where they must not be.

use selvedge_harness::{Answer, Bench, Keys};
use selvedge_model::ErrorCode;
use serde_json::{Value, json};

const PATH: &str = "/item/activity/list";

async fn ask(
    bench: &Bench,
    header: (Option<&str>, Option<&str>),
    body: (Option<&str>, Option<&str>),
) -> Answer {
    let mut sent = json!({ "count": 1 });
    for (name, value) in [("client_id", body.0), ("secret", body.1)] {
        if let Some(value) = value {
            sent[name] = Value::from(value);
        }
    }
    let mut call = bench.call(PATH, &sent).without_keys();
    for (name, value) in [("plaid-client-id", header.0), ("plaid-secret", header.1)] {
        if let Some(value) = value {
            call = call.header(name, value);
        }
    }
    call.send().await
}

/// T19: keys that are in the headers and in the body must agree; no pair is ever put together from both.
#[tokio::test]
async fn t19_keys_in_two_places_agree_or_are_refused() {
    let bench = Bench::new().await;
    let (a, b): (Keys, Keys) = (bench.keys().clone(), bench.new_team().await);
    let both = |keys: &Keys| (Some(keys.client_id.clone()), Some(keys.secret.clone()));
    let (a_pair, b_pair) = (both(&a), both(&b));
    let (own, foreign) = (
        (a_pair.0.as_deref(), a_pair.1.as_deref()),
        (b_pair.0.as_deref(), b_pair.1.as_deref()),
    );
    // The same pair twice, and one pair in halves, say the same thing.
    for (header, body) in [(own, own), (own, (None, None)), ((None, None), own)] {
        ask(&bench, header, body).await.ok();
    }
    for (header, body) in [((own.0, None), (None, own.1)), ((None, own.1), (own.0, None))] {
        ask(&bench, header, body).await.ok();
    }
    // Two whole pairs, or a pair and a half of another.
    for (header, body) in [
        (own, foreign),
        (foreign, own),
        (own, (foreign.0, None)),
        (own, (None, foreign.1)),
        ((foreign.0, None), own),
        ((None, foreign.1), own),
        (own, (Some(""), None)),
        ((None, Some("")), own),
    ] {
        let answer = ask(&bench, header, body).await;
        assert!(
            answer.status.is_client_error(),
            "{header:?} {body:?}: {}",
            answer.text
        );
    }
    // Halves of two pairs are a wrong pair.
    for (header, body) in [
        ((own.0, None), (None, foreign.1)),
        ((None, own.1), (foreign.0, None)),
    ] {
        ask(&bench, header, body).await.refused(ErrorCode::InvalidApiKeys);
    }
    // A header that is there twice has no meaning.
    let twice = bench
        .call(PATH, &json!({ "count": 1 }))
        .header("plaid-secret", &b.secret);
    twice.send().await.refused(ErrorCode::InvalidHeaders);
}

/// T20: keys and tokens in the query are refused even when the rest of the request is right.
#[tokio::test]
async fn t20_what_is_secret_is_refused_in_a_query() {
    let bench = Bench::new().await;
    let keys = bench.keys().clone();
    for query in [
        format!("client_id={}&secret={}", keys.client_id, keys.secret),
        format!("SECRET={}", keys.secret),
        format!("a=1&%73ecret={}", keys.secret),
        "access_token=access-sandbox-00000000-0000-0000-0000-000000000000".to_owned(),
    ] {
        let answer = bench
            .call(&format!("{PATH}?{query}"), &json!({ "count": 1 }))
            .send()
            .await;
        let words = answer.refused(ErrorCode::InvalidField);
        assert!(!words.contains(&keys.secret), "{words}");
    }
}
