//! A team with one of everything, and every operation's own example made to fit it.

use crate::BANK;
use selvedge_harness::{Bench, Keys, Linked, Order};
use serde_json::{Value, json};

/// A team with one of everything.
pub(crate) struct World {
    pub(crate) bench: Bench,
    partner: Keys,
    pub(crate) item: Linked,
    pub(crate) pending: Linked,
    pub(crate) values: Value,
}

impl World {
    pub(crate) async fn new() -> Self {
        let bench = Bench::new().await;
        let partner = bench.partner("dwolla").await;
        let order = Order::at(BANK, &["auth", "identity"]).webhook("https://app.example/hooks");
        let item = bench.link(&order).await;
        let account = bench.account_ids(&item).await.remove(0);
        let public = bench.public_token(&order).await;
        let processor = bench.processor_token(&item, &account, "dwolla").await;
        let link = bench.link_token(&json!({})).await;
        let user = bench
            .post("/user/create", json!({ "client_user_id": "u" }))
            .await
            .ok();
        let waiting = Order::at(crate::HOUNDSTOOTH, &["identity"]).user("user_good", "microdeposits_good");
        let pending = bench.link(&waiting).await;
        let values = json!({
            "access_token": item.access_token, "account_id": account, "account_ids": [account],
            "public_token": public, "processor_token": processor, "link_token": link,
            "user_id": user["user_id"],
        });
        Self {
            bench,
            partner,
            item,
            pending,
            values,
        }
    }

    /// The operation's own example, with the tokens and ids of this world.
    pub(crate) async fn body(&self, path: &str, example: &str) -> Value {
        let mut body = filled(&serde_json::from_str(example).unwrap(), &self.values);
        if path.starts_with("/selvedge/link/customization/") {
            let customization = json!({ "name": "default" });
            self.bench
                .post("/selvedge/link/customization/set", customization)
                .await
                .ok();
        }
        if path == "/sandbox/item/set_verification_status" {
            body["access_token"] = self.pending.access_token.clone().into();
            body["account_id"] = self.bench.account_ids(&self.pending).await.remove(0).into();
        }
        body
    }

    /// Whose business a path is.
    pub(crate) fn caller(&self, path: &str) -> &Keys {
        let partners =
            path.starts_with("/processor/") && path.ends_with("/get") && !path.contains("permissions");
        let partners = partners
            || matches!(
                path,
                "/processor/identity/match" | "/processor/token/webhook/update"
            );
        if partners {
            &self.partner
        } else {
            self.bench.keys()
        }
    }
}

fn filled(example: &Value, values: &Value) -> Value {
    match example {
        // A login's own names are not ids of ours.
        Value::Object(map) if map.contains_key("auth_token") => example.clone(),
        Value::Object(map) => map
            .iter()
            .map(|(key, value)| {
                let known = values.get(key).cloned();
                (key.clone(), known.unwrap_or_else(|| filled(value, values)))
            })
            .collect::<serde_json::Map<_, _>>()
            .into(),
        Value::Array(_) | Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {
            example.clone()
        }
    }
}

/// The one token in a body, by its key.
pub(crate) fn token_in(body: &Value) -> Option<&'static str> {
    ["access_token", "public_token", "processor_token", "link_token"]
        .into_iter()
        .find(|key| body.get(key).is_some_and(Value::is_string))
}
