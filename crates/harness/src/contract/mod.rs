//! What holds for every answer: it fits the schema that we publish and the public one, an error is one that
//! the endpoint says it can give, and none is a failure of our own.

mod own;
mod public;

use crate::answer::Answer;
use jsonschema::Validator;
use selvedge_store::repo::webhooks::WebhookEvent;
use serde_json::Value;

/// Stops the test when the answer to a POST breaks what is published.
#[track_caller]
pub(crate) fn check(answer: &Answer) {
    assert!(
        answer.status.as_u16() < 500,
        "{} answered {}: {}",
        answer.path,
        answer.status,
        answer.text
    );
    assert_eq!(answer.headers["cache-control"], "no-store", "{}", answer.path);
    assert_eq!(
        answer.headers["content-type"], "application/json",
        "{}",
        answer.path
    );
    assert!(answer.headers.contains_key("x-request-id"), "{}", answer.path);
    own::check(answer);
    public::check(answer);
}

/// Stops the test when a webhook is not what its type and code promise.
#[track_caller]
pub(crate) fn check_webhook(event: &WebhookEvent) {
    let body: Value = serde_json::from_str(&event.body).unwrap();
    assert_eq!(body["webhook_type"], event.webhook_type.as_str());
    assert_eq!(body["webhook_code"], event.webhook_code.as_str());
    assert!(body["environment"].is_string(), "{body}");
    public::check_webhook((&event.webhook_type, &event.webhook_code), &body);
}

#[track_caller]
fn fits(validator: &Validator, answer: &Answer, whose: &str) {
    let errors: Vec<String> = validator
        .iter_errors(&answer.body)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert!(
        errors.is_empty(),
        "an answer of {} does not fit {whose}:\n{}\n{}",
        answer.path,
        errors.join("\n"),
        answer.text
    );
}

#[cfg(test)]
mod tests {
    use super::{check, public};
    use crate::answer::Answer;
    use http::StatusCode;
    use http::header::{CACHE_CONTROL, CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue};
    use serde_json::{Value, json};

    fn answer(status: u16, path: &str, body: Value) -> Answer {
        Answer {
            path: path.to_owned(),
            status: StatusCode::from_u16(status).unwrap(),
            headers: HeaderMap::from_iter([
                (CACHE_CONTROL, HeaderValue::from_static("no-store")),
                (CONTENT_TYPE, HeaderValue::from_static("application/json")),
                (
                    HeaderName::from_static("x-request-id"),
                    HeaderValue::from_static("0"),
                ),
            ]),
            text: body.to_string(),
            body,
        }
    }

    fn error(code: &str) -> Value {
        json!({
            "display_message": null, "documentation_url": "http://selvedge.test/docs/errors",
            "error_code": code, "error_message": "words", "error_type": "INVALID_INPUT",
            "request_id": "0123456789abcde", "suggested_action": null,
        })
    }

    #[test]
    fn what_is_published_passes() {
        check(&answer(
            200,
            "/item/remove",
            json!({ "request_id": "0123456789abcde" }),
        ));
        check(&answer(400, "/item/remove", error("INVALID_ACCESS_TOKEN")));
    }

    #[test]
    #[should_panic(expected = "does not fit what is published")]
    fn a_key_that_is_not_published_is_noticed() {
        check(&answer(
            200,
            "/item/remove",
            json!({ "request_id": "0", "removed": true }),
        ));
    }

    #[test]
    #[should_panic(expected = "does not fit what is published")]
    fn a_key_that_is_missing_is_noticed() {
        check(&answer(
            200,
            "/item/public_token/exchange",
            json!({ "request_id": "0", "item_id": "i" }),
        ));
    }

    #[test]
    #[should_panic(expected = "does not fit the published error")]
    fn an_error_of_another_shape_is_noticed() {
        check(&answer(400, "/item/remove", json!({ "error": "no" })));
    }

    #[test]
    #[should_panic(expected = "which it does not publish")]
    fn a_code_that_the_endpoint_does_not_list_is_noticed() {
        check(&answer(400, "/item/remove", error("INVALID_PUBLIC_TOKEN")));
    }

    /// Nothing to compare where there is no copy of the public schema.
    #[test]
    fn an_answer_that_a_public_client_could_not_read_is_noticed() {
        let short = answer(200, "/accounts/get", json!({ "accounts": [], "request_id": "0" }));
        let noticed = std::panic::catch_unwind(|| public::check(&short)).is_err();
        assert_eq!(noticed, public::is_present());
    }

    #[test]
    #[should_panic(expected = "answered 500")]
    fn a_failure_of_our_own_is_noticed() {
        check(&answer(500, "/item/remove", error("INTERNAL_SERVER_ERROR")));
    }
}
