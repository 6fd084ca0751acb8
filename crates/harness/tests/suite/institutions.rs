//! `/institutions/…`, `/categories/get` and `/webhook_verification_key/get`.

use crate::{BANK, each};
use insta::assert_json_snapshot;
use selvedge_harness::Bench;
use selvedge_model::{ErrorCode as Code, limits};
use serde_json::{Value, json};

fn page(count: i64, offset: i64, countries: &[&str], options: Value) -> Value {
    json!({ "count": count, "offset": offset, "country_codes": countries, "options": options })
}

fn one(id: &str, countries: &[&str], options: Value) -> Value {
    json!({ "institution_id": id, "country_codes": countries, "options": options })
}

fn search(query: &str, countries: &[&str], products: Value, options: Value) -> Value {
    json!({ "query": query, "country_codes": countries, "products": products, "options": options })
}

#[tokio::test]
async fn an_institution_is_shown_bare_and_with_everything() {
    let bench = Bench::new().await;
    let path = "/institutions/get_by_id";
    let bare = bench.post(path, one(BANK, &["US"], json!({}))).await;
    assert_json_snapshot!("institution_bare", bare.redacted());
    let all = json!({
        "include_optional_metadata": true, "include_status": true, "include_auth_metadata": true,
        "include_payment_initiation_metadata": true,
    });
    let full = bench.post(path, one("ins_117650", &["GB"], all)).await;
    assert_json_snapshot!("institution_full", full.redacted());
}

#[tokio::test]
async fn optional_metadata_is_absent_unless_asked_for() {
    let bench = Bench::new().await;
    for (asked, there) in [(false, false), (true, true)] {
        let body = page(50, 0, &["US"], json!({ "include_optional_metadata": asked }));
        let answer = bench.post("/institutions/get", body).await.ok();
        for institution in answer["institutions"].as_array().unwrap() {
            for key in ["primary_color", "url", "logo"] {
                assert_eq!(institution.get(key).is_some_and(Value::is_string), there, "{key}");
                assert!(there || institution.get(key).is_none());
            }
            assert!(institution.get("status").is_none_or(Value::is_null));
        }
    }
}

#[tokio::test]
async fn a_page_has_as_many_institutions_as_were_asked_for() {
    let bench = Bench::new().await;
    let path = "/institutions/get";
    let cases = [
        (page(3, 4, &["US"], json!(null)), 3),
        (page(3, 4, &["US"], json!({ "products": ["identity"] })), 3),
        (page(3, 4, &["US"], json!({ "products": ["transactions"] })), 3),
        (page(3, 1, &["GB"], json!({ "oauth": true })), 3),
        (
            page(
                1,
                0,
                &["US"],
                json!({ "routing_numbers": ["021200339", "052001633"] }),
            ),
            1,
        ),
        (page(10, 10_000, &["US"], json!({})), 0),
    ];
    for (body, count) in cases {
        let answer = bench.post(path, body.clone()).await.ok();
        assert_eq!(answer["institutions"].as_array().unwrap().len(), count, "{body}");
    }
    bench
        .post(path, page(3, 0, &["GB"], json!({ "oauth": false })))
        .await
        .ok();
}

#[tokio::test]
async fn pages_follow_one_another_without_gap_or_overlap() {
    let bench = Bench::new().await;
    let path = "/institutions/get";
    let all = bench
        .post(path, page(500, 0, &["US", "CA", "GB"], json!({})))
        .await
        .ok();
    let total = usize::try_from(all["total"].as_u64().unwrap()).unwrap();
    let whole = each(&all["institutions"], "institution_id");
    assert_eq!(whole.len(), total);
    let mut walked = Vec::new();
    for offset in (0..total).step_by(7) {
        let body = page(7, i64::try_from(offset).unwrap(), &["US", "CA", "GB"], json!({}));
        let answer = bench.post(path, body).await.ok();
        assert_eq!(answer["total"], total);
        walked.extend(
            each(&answer["institutions"], "institution_id")
                .into_iter()
                .map(str::to_owned),
        );
    }
    assert_eq!(walked, whole);
}

#[tokio::test]
async fn filters_let_through_only_what_they_name() {
    let bench = Bench::new().await;
    let ask = |options: Value| bench.post("/institutions/get", page(500, 0, &["US", "GB"], options));
    for oauth in [true, false] {
        let answer = ask(json!({ "oauth": oauth })).await.ok();
        let list = answer["institutions"].as_array().unwrap();
        assert!(!list.is_empty() && list.iter().all(|one| one["oauth"] == oauth));
    }
    let answer = ask(json!({ "products": ["auth", "identity"] })).await.ok();
    for institution in answer["institutions"].as_array().unwrap() {
        let products = institution["products"].as_array().unwrap();
        assert!(products.contains(&json!("auth")) && products.contains(&json!("identity")));
    }
    let answer = ask(json!({ "routing_numbers": ["011401533", "nonsense"] }))
        .await
        .ok();
    let list = answer["institutions"].as_array().unwrap();
    assert!(!list.is_empty());
    assert!(list.iter().all(|one| {
        one["routing_numbers"]
            .as_array()
            .unwrap()
            .contains(&json!("011401533"))
    }));
}

#[tokio::test]
async fn institutions_that_only_match_numbers_do_not_list_auth() {
    let bench = Bench::new().await;
    let body = one("ins_109512", &["US"], json!({ "include_auth_metadata": true }));
    let answer = bench.post("/institutions/get_by_id", body).await.ok();
    let institution = &answer["institution"];
    assert!(
        !institution["products"]
            .as_array()
            .unwrap()
            .contains(&json!("auth"))
    );
    let methods = &institution["auth_metadata"]["supported_methods"];
    assert_eq!(
        *methods,
        json!({ "instant_auth": false, "instant_match": true, "automated_micro_deposits": true,
                "instant_micro_deposits": false })
    );
}

#[tokio::test]
async fn the_institutions_that_clients_name_are_as_they_expect() {
    let bench = Bench::new().await;
    let ask = |id: &'static str, country: &'static str, options: Value| {
        let bench = &bench;
        async move {
            let answer = bench
                .post("/institutions/get_by_id", one(id, &[country], options))
                .await
                .ok();
            answer["institution"].clone()
        }
    };
    let first = ask(BANK, "US", json!({ "include_status": true })).await;
    assert!(first["name"].as_str().unwrap().contains("First Platypus Bank"));
    assert_eq!(first["country_codes"], json!(["US"]));
    for product in ["transactions_updates", "auth", "identity"] {
        assert!(first["status"][product].is_object(), "{product}");
    }
    let tartan = ask("ins_109511", "US", json!({ "include_optional_metadata": true })).await;
    assert_eq!(tartan["name"], "Tartan Bank");
    assert_eq!(tartan["url"], "https://www.plaid.com/");
    assert_eq!(tartan["primary_color"], "#174e7c");
    assert!(tartan["logo"].is_string());
    let payments = json!({ "include_payment_initiation_metadata": true });
    let royal = ask("ins_117650", "GB", payments).await;
    assert!(royal["payment_initiation_metadata"].is_object());
    for (id, country) in [
        ("ins_12", "US"),
        ("ins_109509", "US"),
        ("ins_109510", "US"),
        ("ins_109512", "US"),
        ("ins_127287", "US"),
        ("ins_3", "US"),
        ("ins_1", "US"),
        ("ins_20", "US"),
        ("ins_129571", "US"),
        ("ins_43", "CA"),
        ("ins_116834", "GB"),
    ] {
        let institution = ask(id, country, json!({})).await;
        assert!(!institution["products"].as_array().unwrap().is_empty(), "{id}");
    }
}

#[tokio::test]
async fn an_institution_that_is_not_there_or_not_in_the_country_is_unknown() {
    let bench = Bench::new().await;
    let path = "/institutions/get_by_id";
    for (id, country) in [
        ("ins_0", "US"),
        ("notreal", "US"),
        ("ABCDEFG1234567", "US"),
        (BANK, "GB"),
    ] {
        bench
            .post(path, one(id, &[country], json!({})))
            .await
            .refused(Code::InvalidInstitution);
    }
    bench
        .post(path, one("", &["US"], json!({})))
        .await
        .refused(Code::InvalidField);
    bench
        .post(path, one(BANK, &[], json!({})))
        .await
        .refused(Code::InvalidField);
    bench
        .post(path, one(BANK, &["XX"], json!({})))
        .await
        .refused(Code::InvalidField);
    bench
        .post(path, json!({ "institution_id": BANK }))
        .await
        .refused(Code::MissingFields);
}

#[tokio::test]
async fn a_page_that_cannot_be_is_refused() {
    let bench = Bench::new().await;
    let path = "/institutions/get";
    let largest = limits::INSTITUTIONS_PAGE;
    bench.post(path, page(largest, 0, &["US"], json!({}))).await.ok();
    bench.post(path, page(1, 0, &["US"], json!({}))).await.ok();
    for body in [
        page(largest + 1, 0, &["US"], json!({})),
        page(0, 0, &["US"], json!({})),
        page(1, -1, &["US"], json!({})),
        page(1, 0, &[], json!({})),
        page(1, 0, &["XX"], json!({})),
        page(1, 0, &["US"], json!({ "products": ["nope"] })),
        page(1, 0, &["US"], json!({ "routing_numbers": ["nope"] })),
        json!({ "count": "3", "offset": 0, "country_codes": ["US"] }),
    ] {
        bench.post(path, body).await.refused(Code::InvalidField);
    }
    let nothing = json!({ "count": 1, "offset": -1, "country_codes": null });
    assert_eq!(bench.post(path, nothing).await.status, 400);
    bench.post(path, json!({})).await.refused(Code::MissingFields);
}

#[tokio::test]
async fn a_search_finds_what_was_typed_and_at_most_ten() {
    let bench = Bench::new().await;
    let path = "/institutions/search";
    let none = json!({});
    let cases = [
        (search("t", &["US"], json!(["identity"]), none.clone()), 1),
        (
            search("Bank", &["US"], json!(null), none.clone()),
            limits::INSTITUTIONS_FOUND,
        ),
        (
            search("Platypus", &["US"], json!(["transactions"]), none.clone()),
            1,
        ),
        (
            search(
                "First Platypus Bank",
                &["US"],
                json!(["transactions"]),
                none.clone(),
            ),
            1,
        ),
        (search("Chase", &["US"], json!(["auth"]), none.clone()), 1),
        (
            search("Pl", &["GB"], json!(["auth"]), json!({ "oauth": true })),
            1,
        ),
    ];
    for (body, least) in cases {
        let answer = bench.post(path, body.clone()).await.ok();
        let found = answer["institutions"].as_array().unwrap().len();
        assert!(
            (least..=limits::INSTITUTIONS_FOUND).contains(&found),
            "{body} found {found}"
        );
    }
    let best = search("First Platypus Bank", &["US"], json!(null), none.clone());
    let answer = bench.post(path, best).await.ok();
    assert_eq!(answer["institutions"][0]["institution_id"], BANK);
    let answer = bench
        .post(path, search("zebra", &["US"], json!(null), none.clone()))
        .await
        .ok();
    assert_eq!(answer["institutions"], json!([]));
    bench
        .post(path, search("ins_109508", &["US"], json!(null), none))
        .await
        .ok();
}

#[tokio::test]
async fn a_search_in_britain_tells_what_payments_can_be_started() {
    let bench = Bench::new().await;
    let body = search(
        "Royal Bank of Plaid",
        &["GB"],
        json!(["transactions"]),
        json!({ "include_payment_initiation_metadata": true }),
    );
    let answer = bench.post("/institutions/search", body).await.ok();
    let list = answer["institutions"].as_array().unwrap();
    assert!(!list.is_empty());
    assert!(
        list.iter()
            .all(|one| one["payment_initiation_metadata"].is_object())
    );
}

#[tokio::test]
async fn a_search_that_cannot_be_is_refused_in_the_order_that_clients_expect() {
    let bench = Bench::new().await;
    let path = "/institutions/search";
    let none = json!({});
    bench
        .post(path, search("", &["US"], json!(null), none.clone()))
        .await
        .refused(Code::InvalidField);
    bench
        .post(
            path,
            search("Pl", &["XX"], json!(["ABCDEFG1234567"]), none.clone()),
        )
        .await
        .refused(Code::InvalidProduct);
    bench
        .post(path, search("Pl", &["XX"], json!(["auth"]), none.clone()))
        .await
        .refused(Code::InvalidField);
    bench
        .post(path, search("Pl", &["US"], json!("auth"), none))
        .await
        .refused(Code::InvalidField);
    bench
        .post(path, json!({ "query": "Pl" }))
        .await
        .refused(Code::MissingFields);
}

#[tokio::test]
async fn categories_are_listed_to_anybody() {
    let bench = Bench::new().await;
    let answer = bench
        .raw("/categories/get", "null")
        .without_keys()
        .send()
        .await
        .ok();
    assert_json_snapshot!("categories_first", answer["categories"].as_array().unwrap()[..3]);
    let again = bench
        .call("/categories/get", &json!({}))
        .without_keys()
        .send()
        .await
        .ok();
    assert_eq!(again["categories"], answer["categories"]);
}

#[tokio::test]
async fn the_key_that_verifies_webhooks_is_shown_under_its_own_id_and_that_of_the_suites() {
    let bench = Bench::new().await;
    let path = "/webhook_verification_key/get";
    let known = "6c5516e1-92dc-479e-a8ff-5a51992e0001";
    let answer = bench.post(path, json!({ "key_id": known })).await;
    assert_json_snapshot!("webhook_key", answer.redacted());
    let alias = answer.ok()["key"].clone();
    assert_eq!(alias["kid"], known);
    for half in ["x", "y"] {
        let text = alias[half].as_str().unwrap();
        assert_eq!(text.len(), 43);
        assert!(
            text.bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
        );
    }
    for bad in ["foo", "", "6c5516e1-92dc-479e-a8ff-5a51992e0002"] {
        bench
            .post(path, json!({ "key_id": bad }))
            .await
            .refused(Code::InvalidWebhookVerificationKeyId);
    }
}

#[tokio::test]
async fn a_rotated_key_stays_readable_and_says_when_it_ended() {
    let bench = Bench::new().await;
    let path = "/webhook_verification_key/get";
    let entropy = &*bench.entropy;
    let rotate = async || {
        let now = selvedge_model::Clock::now(&*bench.clock);
        let ctx = selvedge_model::Ctx {
            now,
            entropy,
            request_id: "rotation",
        };
        bench.engine.rotate_signing_key(&ctx).await.unwrap()
    };
    let first = rotate().await;
    bench.advance(jiff::SignedDuration::from_secs(60));
    let second = rotate().await;
    let old = bench.post(path, json!({ "key_id": first })).await.ok();
    let new = bench.post(path, json!({ "key_id": second })).await.ok();
    assert_eq!(old["key"]["expired_at"], 1_795_348_860);
    assert_eq!(old["key"]["created_at"], 1_795_348_800);
    assert!(new["key"]["expired_at"].is_null());
    assert_ne!(old["key"]["x"], new["key"]["x"]);
}
