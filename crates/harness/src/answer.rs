//! An answer as a test looks at it.

use axum::response::Response;
use http::{HeaderMap, StatusCode};
use http_body_util::BodyExt as _;
use selvedge_model::ErrorCode;
use serde_json::Value;

/// Keys whose values differ from call to call or are long; snapshots show the key's name in their place.
const NAMED: &[&str] = &[
    "request_id",
    "item_id",
    "account_id",
    "persistent_account_id",
    "access_token",
    "new_access_token",
    "public_token",
    "link_token",
    "processor_token",
    "stripe_bank_account_token",
    "hosted_link_url",
    "user_id",
    "client_id",
    "secret",
    "team_id",
    "partner_id",
    "kid",
    "x",
    "y",
    "logo",
    "target_application_id",
];

/// An answer, read to its end.
#[derive(Debug, Clone)]
pub struct Answer {
    /// The path that was asked.
    pub path: String,
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The body as it came.
    pub text: String,
    /// The body as JSON; null when it is something else.
    pub body: Value,
}

impl Answer {
    pub(crate) async fn read(path: &str, response: Response) -> Self {
        let (head, body) = response.into_parts();
        let bytes = body.collect().await.unwrap().to_bytes();
        let text = String::from_utf8(bytes.to_vec()).unwrap();
        Self {
            path: path.to_owned(),
            status: head.status,
            headers: head.headers,
            body: serde_json::from_str(&text).unwrap_or(Value::Null),
            text,
        }
    }

    /// The body of a success; stops the test when this is none.
    #[track_caller]
    pub fn ok(self) -> Value {
        assert!(
            self.status.is_success(),
            "{} answered {}: {}",
            self.path,
            self.status,
            self.text
        );
        self.body
    }

    /// Stops the test unless this is the error `code`, with the type and status of the catalogue. Gives the
    /// words for the developer.
    #[track_caller]
    pub fn refused(&self, code: ErrorCode) -> &str {
        let entry = code.entry();
        let seen = (self.status.as_u16(), self.body["error_code"].as_str());
        assert_eq!(
            seen,
            (entry.status, Some(code.as_str())),
            "{} answered {}",
            self.path,
            self.text
        );
        assert_eq!(self.body["error_type"], entry.kind.as_str(), "{}", self.text);
        self.body["error_message"].as_str().unwrap()
    }

    /// The body with ids, tokens and other values that say nothing replaced by the names of their keys.
    pub fn redacted(&self) -> Value {
        redacted(&self.body)
    }
}

/// `value` with ids, tokens and other values that say nothing replaced by the names of their keys.
pub fn redacted(value: &Value) -> Value {
    match value {
        Value::Object(map) => map
            .iter()
            .map(|(key, value)| {
                let hidden = value.is_string() && NAMED.contains(&key.as_str());
                let shown = if hidden {
                    format!("[{key}]").into()
                } else {
                    redacted(value)
                };
                (key.clone(), shown)
            })
            .collect::<serde_json::Map<_, _>>()
            .into(),
        Value::Array(list) => list.iter().map(redacted).collect(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => value.clone(),
    }
}
