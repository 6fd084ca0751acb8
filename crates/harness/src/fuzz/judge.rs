//! What is right about an answer, whatever was asked.

use crate::outside::Reply;
use selvedge_model::ErrorCode;
use serde_json::Value;

/// The keys of every refusal.
const KEYS: [&str; 7] = [
    "display_message",
    "documentation_url",
    "error_code",
    "error_message",
    "error_type",
    "request_id",
    "suggested_action",
];

/// Words about how the server is made; the requests hold none of them, so no echo brings them in.
const INNARDS: &[&str] = &[
    "serde",
    " at line ",
    "struct",
    "::",
    "i64",
    "u64",
    "Option",
    "crates",
    ".rs",
    "variant",
    "SELECT ",
    "INSERT INTO",
    " WHERE ",
    "sqlite",
    "SQLite",
    "postgres",
    "UNIQUE",
    "FOREIGN KEY",
    "panicked",
    "hyper",
    "tokio",
    "axum",
    "rusqlite",
    "/tmp/",
    "selvedge.db",
    "No such file",
];

/// What is wrong with an answer, if anything.
pub(super) fn fault(reply: &Reply) -> Option<String> {
    if reply.status >= 500 {
        return Some(format!("a server error, {}", reply.status));
    }
    let json = reply
        .header("content-type")
        .is_some_and(|kind| kind.starts_with("application/json"));
    if reply.status == 200 && !json {
        // A page for people.
        return None;
    }
    if !json {
        return Some(format!("{} without JSON", reply.status));
    }
    let Value::Object(body) = reply.json() else {
        return Some("a body that is no object".to_owned());
    };
    if reply.status == 200 {
        let identified = body.contains_key("request_id") || body.contains_key("openapi");
        return (!identified).then(|| "a success without a request id".to_owned());
    }
    let mut keys: Vec<&str> = body.keys().map(String::as_str).collect();
    keys.sort_unstable();
    if keys != KEYS {
        return Some(format!("a refusal with the keys {keys:?}"));
    }
    let code = body
        .get("error_code")
        .and_then(Value::as_str)
        .and_then(ErrorCode::parse);
    if code.is_none() {
        return Some("a code that is in no catalogue".to_owned());
    }
    let message = body
        .get("error_message")
        .and_then(Value::as_str)
        .unwrap_or_default();
    if message.is_empty() {
        return Some("a refusal without words".to_owned());
    }
    let told = INNARDS.iter().find(|word| message.contains(**word));
    told.map(|word| format!("a message that tells {word:?}: {message}"))
}

#[cfg(test)]
mod tests {
    use super::fault;
    use crate::outside::Reply;
    use serde_json::{Value, json};

    fn reply(status: u16, body: &Value) -> Reply {
        Reply {
            status,
            headers: vec![("content-type".to_owned(), "application/json".to_owned())],
            body: body.to_string().into_bytes(),
        }
    }

    fn refusal() -> Value {
        json!({
            "display_message": null, "documentation_url": "http://a/docs/errors#invalid_field",
            "error_code": "INVALID_FIELD", "error_message": "options must be an object",
            "error_type": "INVALID_REQUEST", "request_id": "abc", "suggested_action": null,
        })
    }

    #[test]
    fn a_refusal_of_the_contract_is_right() {
        assert_eq!(fault(&reply(400, &refusal())), None);
    }

    #[test]
    fn whatever_is_wrong_with_an_answer_is_found() {
        assert!(fault(&reply(500, &refusal())).is_some());
        assert!(fault(&reply(200, &json!({}))).is_some());
        for (key, value) in [
            ("error_code", json!("SURPRISE")),
            ("error_message", json!("")),
            ("error_message", json!("invalid type: map, at line 1 of the body")),
            ("extra", json!(1)),
        ] {
            let mut body = refusal();
            body[key] = value;
            assert!(fault(&reply(400, &body)).is_some(), "{body}");
        }
    }
}
