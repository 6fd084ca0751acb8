//! The error answer.

use selvedge_model::{Error, ErrorCode};
use selvedge_wire::ErrorBody;
use serde_json::{Value, json};

#[test]
fn an_error_answer_has_exactly_the_seven_keys() {
    for code in ErrorCode::ALL {
        let body = ErrorBody::new(&Error::new(*code), "k3QzVbN8rTw1LmX", "http://127.0.0.1:7358");
        let json: Value = serde_json::from_slice(&body.to_json()).unwrap();
        let keys: Vec<&String> = json.as_object().unwrap().keys().collect();
        assert_eq!(
            keys,
            [
                "display_message",
                "documentation_url",
                "error_code",
                "error_message",
                "error_type",
                "request_id",
                "suggested_action"
            ],
            "{code}"
        );
    }
}

#[test]
fn an_error_answer_says_what_the_catalogue_says() {
    let error = Error::with(ErrorCode::InvalidAccessToken, "no such token");
    let json: Value =
        serde_json::from_slice(&ErrorBody::new(&error, "r", "https://x.example").to_json()).unwrap();
    assert_eq!(
        json,
        json!({
            "display_message": null,
            "documentation_url": "https://x.example/docs/errors#invalid_access_token",
            "error_code": "INVALID_ACCESS_TOKEN",
            "error_message": "no such token",
            "error_type": "INVALID_INPUT",
            "request_id": "r",
            "suggested_action": null,
        })
    );
}

/// H19: what the log may know, the caller does not learn.
#[test]
fn h19_the_cause_of_an_internal_error_is_not_sent() {
    let error = Error::internal("relation \"items\" does not exist at /srv/selvedge/items.sql");
    let sent = String::from_utf8(ErrorBody::new(&error, "r", "").to_json()).unwrap();
    assert!(sent.contains("INTERNAL_SERVER_ERROR"));
    for word in ["items", "relation", "srv", "sql"] {
        assert!(!sent.contains(word), "{sent}");
    }
}

#[test]
fn every_row_of_the_catalogue_keeps_the_house_style() {
    for code in ErrorCode::ALL {
        let entry = code.entry();
        assert!((200..=599).contains(&entry.status), "{code}");
        assert!(!entry.message.is_empty() && !entry.remedy.is_empty(), "{code}");
        assert!(entry.remedy.ends_with('.'), "{code}: a remedy is a sentence");
        let shown = entry.display.unwrap_or("Shown.");
        assert!(
            shown.ends_with('.') && shown.starts_with(char::is_uppercase),
            "{code}: words for the end user are sentences"
        );
    }
}
