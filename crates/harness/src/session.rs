//! The request for a link token that most tests begin with.

use serde_json::{Value, json};

/// What asks for a link token: the least that it needs, with `extra` over it; a null takes a key away.
pub fn session(extra: &Value) -> Value {
    let mut body = json!({
        "client_name": "Demo", "language": "en", "country_codes": ["US"], "products": ["auth"],
        "user": { "client_user_id": "u-1" },
    });
    for (name, value) in extra.as_object().unwrap() {
        if value.is_null() {
            body.as_object_mut().unwrap().remove(name);
        } else {
            body[name] = value.clone();
        }
    }
    body
}
