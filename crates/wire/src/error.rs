//! The error answer: the contract's seven keys, in the order a reader looks for them.

use schemars::JsonSchema;
use selvedge_model::Error;
use serde::Serialize;

/// The body of every answer that is not a success.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ErrorBody {
    /// Words for the end user; null unless they can act.
    pub display_message: Option<String>,
    /// Where the code is explained, with its remedy.
    pub documentation_url: String,
    /// The stable code.
    pub error_code: String,
    /// Words for the developer; not stable.
    pub error_message: String,
    /// The family of the code.
    pub error_type: String,
    /// The id of the request, also in the server's log.
    pub request_id: String,
    /// Always null: the remedy stands behind `documentation_url`.
    pub suggested_action: Option<String>,
}

impl ErrorBody {
    /// The answer for `error`; `public_url` is this server's own address, without a trailing slash.
    pub fn new(error: &Error, request_id: &str, public_url: &str) -> Self {
        let entry = error.code.entry();
        Self {
            display_message: entry.display.map(str::to_owned),
            documentation_url: format!(
                "{public_url}/docs/errors#{}",
                error.code.as_str().to_ascii_lowercase()
            ),
            error_code: error.code.as_str().to_owned(),
            error_message: error.message.clone().into_owned(),
            error_type: entry.kind.as_str().to_owned(),
            request_id: request_id.to_owned(),
            suggested_action: None,
        }
    }

    /// The JSON of this answer.
    pub fn to_json(&self) -> Vec<u8> {
        // A struct of strings cannot fail to serialise; an empty object is still JSON.
        serde_json::to_vec(self).unwrap_or_else(|_| b"{}".to_vec())
    }
}
