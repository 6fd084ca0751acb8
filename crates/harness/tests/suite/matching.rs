//! Scores of `/identity/match`: exact is a hundred whatever the writing, worse is never better, and the
//! recommended threshold of seventy tells the same person from another.

use crate::BANK;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use selvedge_harness::{Bench, Linked, Order};
use serde_json::{Value, json};

/// A custom user who is `name`, reached at `email` and `phone`, living in `street`.
fn person(name: &str, email: &str, phone: &str, street: &str) -> Value {
    json!({ "override_accounts": [{
        "type": "depository", "subtype": "checking",
        "identity": {
            "names": [name],
            "emails": [{ "data": email, "primary": true, "type": "primary" }],
            "phone_numbers": [{ "data": phone, "primary": true, "type": "mobile" }],
            "addresses": [{ "primary": true, "data": {
                "street": street, "city": "Paisley", "region": "OR", "postal_code": "97636", "country": "US",
            } }],
        },
    }] })
}

async fn linked(bench: &Bench, person: &Value) -> Linked {
    bench
        .link(&Order::at(BANK, &["auth", "identity"]).custom(person))
        .await
}

async fn matched(bench: &Bench, item: &Linked, user: Value) -> Value {
    let body = json!({ "access_token": item.access_token, "user": user });
    bench.post("/identity/match", body).await.ok()["accounts"][0].clone()
}

fn score(account: &Value, kind: &str) -> u64 {
    account[kind]["score"].as_u64().unwrap()
}

#[tokio::test]
async fn scores_fall_from_exact_to_strong_to_partial_to_none() {
    let bench = Bench::new().await;
    let item = linked(
        &bench,
        &person(
            "Robert James Weaver",
            "robert.weaver@loom.example",
            "2025550123",
            "12 Shuttle Street",
        ),
    )
    .await;
    let cases = [
        ("legal_name", json!("Robert James Weaver"), 100..=100),
        ("legal_name", json!("ROBERT  JAMES, WEAVER"), 100..=100),
        ("legal_name", json!("Weaver Robert James"), 85..=99),
        ("legal_name", json!("Robert Weaver"), 85..=99),
        ("legal_name", json!("Bob Weaver"), 85..=99),
        ("legal_name", json!("Roberta Weavers"), 0..=84),
        ("legal_name", json!("Ulla Nøgle"), 0..=69),
        ("phone_number", json!("+1 (202) 555-0123"), 100..=100),
        ("phone_number", json!("2025550123"), 100..=100),
        ("phone_number", json!("2025550199"), 0..=69),
        ("email_address", json!("Robert.Weaver@LOOM.example"), 100..=100),
        ("email_address", json!("robertweaver+bank@loom.example"), 70..=99),
        ("email_address", json!("someone@else.example"), 0..=69),
    ];
    for (kind, value, expected) in cases {
        let account = matched(&bench, &item, json!({ kind: value })).await;
        let score = score(&account, kind);
        assert!(expected.contains(&score), "{kind} {value} has {score}");
    }
}

#[tokio::test]
async fn addresses_are_compared_part_by_part() {
    let bench = Bench::new().await;
    let item = linked(
        &bench,
        &person("Ada Example", "a@loom.example", "2025550123", "12 Shuttle Street"),
    )
    .await;
    let at = |street: &str, city: &str, code: &str| json!({ "address": { "street": street, "city": city, "region": "OR", "postal_code": code, "country": "US" } });
    let exact = matched(&bench, &item, at("12 Shuttle Street", "Paisley", "97636")).await;
    assert_eq!(
        (
            score(&exact, "address"),
            &exact["address"]["is_postal_code_match"]
        ),
        (100, &json!(true))
    );
    let short = matched(&bench, &item, at("12 shuttle st", "PAISLEY", "97636-1234")).await;
    assert!(score(&short, "address") >= 90, "{short}");
    assert_eq!(short["address"]["is_postal_code_match"], true);
    let moved = matched(&bench, &item, at("900 Harbour Walk", "Newport", "97365")).await;
    assert!(score(&moved, "address") < 70, "{moved}");
    assert_eq!(moved["address"]["is_postal_code_match"], false);
    let street = matched(
        &bench,
        &item,
        json!({ "address": { "street": "12 Shuttle Street" } }),
    )
    .await;
    assert_eq!(score(&street, "address"), 100);
    assert!(street["address"]["is_postal_code_match"].is_null());
}

#[tokio::test]
async fn a_company_is_noticed_in_its_name() {
    let bench = Bench::new().await;
    let item = linked(
        &bench,
        &person("Loom Works LLC", "a@loom.example", "2025550123", "1 Mill Road"),
    )
    .await;
    let account = matched(&bench, &item, json!({ "legal_name": "Loom Works" })).await;
    assert_eq!(account["legal_name"]["is_business_name_detected"], true);
    let item = linked(
        &bench,
        &person("Ada Example", "a@loom.example", "2025550123", "1 Mill Road"),
    )
    .await;
    let account = matched(&bench, &item, json!({ "legal_name": "Ada Example" })).await;
    assert_eq!(account["legal_name"]["is_business_name_detected"], false);
}

/// Runs `property` on `cases` random inputs of a fixed seed. Each input costs an Item, so there are few.
fn check<S: Strategy>(strategy: &S, property: impl Fn(S::Value) -> Result<(), TestCaseError>) {
    let config = Config {
        cases: 12,
        failure_persistence: None,
        ..Config::default()
    };
    let seed = TestRng::from_seed(RngAlgorithm::ChaCha, &[7; 32]);
    TestRunner::new_with_rng(config, seed)
        .run(strategy, property)
        .unwrap();
}

fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap()
}

/// Whichever of two people is the bank's and whichever the app's, they are equally much alike; and a name
/// is exactly itself in any case and spacing.
#[test]
fn exactness_and_likeness_do_not_depend_on_the_side() {
    let runtime = runtime();
    let bench = runtime.block_on(Bench::new());
    let name = || "[A-Z][a-z]{2,7}( [A-Z][a-z]{2,7}){1,2}";
    check(&(name(), name()), |(left, right)| {
        let (ours, theirs, same) = runtime.block_on(async {
            let one = linked(
                &bench,
                &person(&left, "a@loom.example", "2025550123", "1 Mill Road"),
            )
            .await;
            let two = linked(
                &bench,
                &person(&right, "a@loom.example", "2025550123", "1 Mill Road"),
            )
            .await;
            let ours = matched(&bench, &one, json!({ "legal_name": right })).await;
            let theirs = matched(&bench, &two, json!({ "legal_name": left })).await;
            let spaced = format!("  {}  ", left.to_uppercase().replace(' ', "   "));
            let same = matched(&bench, &one, json!({ "legal_name": spaced })).await;
            (ours, theirs, same)
        });
        prop_assert_eq!(score(&same, "legal_name"), 100);
        prop_assert_eq!(score(&ours, "legal_name"), score(&theirs, "legal_name"));
        prop_assert_eq!(score(&ours, "legal_name") == 100, left == right);
        Ok(())
    });
}

/// Of two e-mail addresses at one domain the one with fewer letters changed never scores less.
#[test]
fn more_mistakes_never_score_more() {
    let runtime = runtime();
    let bench = runtime.block_on(Bench::new());
    check(&"[a-m]{8,14}", |local| {
        let scores = runtime.block_on(async {
            let email = format!("{local}@loom.example");
            let item = linked(
                &bench,
                &person("Ada Example", &email, "2025550123", "1 Mill Road"),
            )
            .await;
            let mut scores = Vec::new();
            for wrong in 0..=local.len() {
                // Letters that the address does not have, so that each is a mistake of its own.
                let typed = format!("{}{}@loom.example", "z".repeat(wrong), &local[wrong..]);
                let account = matched(&bench, &item, json!({ "email_address": typed })).await;
                scores.push(score(&account, "email_address"));
            }
            scores
        });
        prop_assert_eq!(scores[0], 100);
        prop_assert!(scores.windows(2).all(|pair| pair[0] >= pair[1]), "{:?}", scores);
        prop_assert!(*scores.last().unwrap() < 70, "{:?}", scores);
        Ok(())
    });
}
