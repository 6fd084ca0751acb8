//! Paths: served, of the public contract but not served, unknown; and the pages beside the endpoints.

use http::Method;
use selvedge_harness::Bench;
use selvedge_model::ErrorCode as Code;
use selvedge_wire::endpoint::OPERATIONS;
use serde_json::json;

#[tokio::test]
async fn a_public_path_that_is_not_served_is_named() {
    let bench = Bench::new().await;
    let answer = bench.post("/transactions/sync", json!({})).await;
    let words = answer.refused(Code::UnauthorizedRouteAccess);
    assert!(words.contains("/transactions/sync"), "{words}");
}

#[tokio::test]
async fn an_unknown_path_is_not_found_whatever_is_sent_there() {
    let bench = Bench::new().await;
    for path in [
        "/nope",
        "/",
        "/accounts/get/",
        "/accounts//get",
        "/ACCOUNTS/GET",
        "/accounts",
        "/selvedge/nope",
    ] {
        for body in ["{}", "", "nope"] {
            let answer = bench.raw(path, body).send().await;
            answer.refused(Code::NotFound);
            assert_eq!(answer.status, 404);
        }
    }
}

#[tokio::test]
async fn an_endpoint_answers_to_post_alone() {
    let bench = Bench::new().await;
    for operation in OPERATIONS {
        for method in [
            Method::GET,
            Method::PUT,
            Method::DELETE,
            Method::PATCH,
            Method::OPTIONS,
        ] {
            let answer = bench.raw(operation.path, "").method(method.clone()).send().await;
            assert_eq!(answer.status, 404, "{method} {}", operation.path);
            let words = answer.refused(Code::NotFound);
            assert!(words.contains("POST"), "{words}");
        }
    }
}

#[tokio::test]
async fn pages_are_there_for_people_and_probes() {
    let bench = Bench::new().await;
    let get = |path: &'static str| {
        bench
            .raw(path, "")
            .method(Method::GET)
            .content_type(None)
            .without_keys()
            .send()
    };
    assert_eq!(get("/healthz").await.ok()["status"], "alive");
    assert_eq!(get("/readyz").await.ok()["status"], "ready");
    let errors = get("/docs/errors").await;
    assert_eq!(errors.status, 200);
    assert!(errors.text.contains("INVALID_ACCESS_TOKEN"));
    let document = get("/openapi.json").await.ok();
    assert_eq!(document["servers"][0]["url"], "http://selvedge.test");
    assert_eq!(document["paths"].as_object().unwrap().len(), OPERATIONS.len());
    bench.post("/healthz", json!({})).await.refused(Code::NotFound);
}

/// The address itself: a page for a browser, the refusal in shape for a program.
#[tokio::test]
async fn the_front_page_is_for_people_and_programs_are_told_not_found() {
    let bench = Bench::new().await;
    let open = |method: Method, accept: &'static str| {
        let call = bench.raw("/", "").method(method).content_type(None);
        call.header("accept", accept).without_keys().send()
    };
    let page = open(Method::GET, "text/html,application/xhtml+xml,*/*;q=0.8").await;
    assert_eq!(page.status, 200);
    for part in [
        "<!doctype html>",
        "http://selvedge.test/institutions/get",
        "href=\"/docs/errors\"",
        "href=\"/openapi.json\"",
        "href=\"/healthz\"",
        "sandbox",
    ] {
        assert!(page.text.contains(part), "{part}: {}", page.text);
    }
    for accept in ["*/*", "application/json", ""] {
        open(Method::GET, accept).await.refused(Code::NotFound);
    }
    open(Method::POST, "text/html").await.refused(Code::NotFound);
}

#[tokio::test]
async fn a_path_beside_links_own_does_not_exist() {
    let bench = Bench::new().await;
    for path in ["/link/else/where", "/elsewhere"] {
        let get = bench.raw(path, "").method(Method::GET).content_type(None);
        get.send().await.refused(Code::NotFound);
    }
}

#[tokio::test]
async fn every_error_leads_to_its_own_explanation() {
    let bench = Bench::new().await;
    let page = bench
        .raw("/docs/errors", "")
        .method(Method::GET)
        .content_type(None)
        .send()
        .await
        .text;
    let answer = bench.post("/item/get", json!({})).await;
    let url = answer.body["documentation_url"].as_str().unwrap();
    assert_eq!(url, "http://selvedge.test/docs/errors#missing_fields");
    assert!(page.contains("MISSING_FIELDS"));
}

#[tokio::test]
async fn a_credential_in_the_query_string_is_refused() {
    let bench = Bench::new().await;
    for target in [
        "/item/get?secret=abc",
        "/item/get?client_id=abc",
        "/item/get?access_token=abc",
    ] {
        let answer = bench.raw(target, "{}").send().await;
        answer.refused(Code::InvalidField);
    }
}

/// Every path of the public contract, one a line.
const PUBLIC: &str = include_str!("../../../wire/src/public_routes.txt");

#[tokio::test]
async fn every_path_of_the_public_contract_is_served_or_says_that_it_is_not() {
    let bench = Bench::new().await;
    let served: Vec<&str> = OPERATIONS.iter().map(|operation| operation.path).collect();
    let mut unserved = 0;
    for path in PUBLIC.lines().filter(|path| !served.contains(path)) {
        unserved += 1;
        for body in ["{}", "nope"] {
            let answer = bench.raw(path, body).without_keys().send().await;
            answer.refused(Code::UnauthorizedRouteAccess);
        }
        let answer = bench.raw(path, "").method(Method::GET).send().await;
        answer.refused(Code::NotFound);
    }
    assert!(unserved > 200, "only {unserved} paths are not served");
}
