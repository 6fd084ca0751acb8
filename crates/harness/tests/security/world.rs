//! A team with one of everything, and another team that would like to have it.

use crate::BANK;
use selvedge_harness::{Bench, Keys, Linked, Order};
use serde_json::{Value, json};

/// What one team owns.
pub(crate) struct Estate {
    pub(crate) owner: Keys,
    pub(crate) partner: Keys,
    pub(crate) item: Linked,
    pub(crate) account: String,
    pub(crate) tokens: Vec<(&'static str, String)>,
    pub(crate) user: String,
}

impl Estate {
    /// Makes one for `owner`.
    pub(crate) async fn of(bench: &Bench, owner: &Keys) -> Self {
        let order =
            Order::at(BANK, &["auth", "identity", "transactions"]).webhook("https://app.example/hook");
        let item = bench.link_as(owner, &order).await;
        let unused = bench.public_token_as(owner, &order).await;
        let partner = bench.partner_of(owner, "dwolla").await;
        let ask = async |path: &str, body: Value| bench.post_as(owner, path, body).await.ok();
        let accounts = ask("/accounts/get", item.body()).await;
        let account = text(&accounts["accounts"][0], "account_id");
        let body = json!({ "access_token": item.access_token, "account_id": account, "processor": "dwolla" });
        let processor = text(&ask("/processor/token/create", body).await, "processor_token");
        let body = json!({
            "client_name": "Estate", "language": "en", "country_codes": ["US"],
            "user": { "client_user_id": "estate" }, "access_token": item.access_token,
        });
        let link = text(&ask("/link/token/create", body).await, "link_token");
        let user = text(
            &ask("/user/create", json!({ "client_user_id": "estate" })).await,
            "user_id",
        );
        Self {
            owner: owner.clone(),
            partner,
            tokens: vec![
                ("access_token", item.access_token.clone()),
                ("public_token", unused),
                ("processor_token", processor),
                ("link_token", link),
            ],
            item,
            account,
            user,
        }
    }

    /// The token for the field `field`.
    pub(crate) fn token(&self, field: &str) -> &str {
        let found = self.tokens.iter().find(|(name, _)| *name == field);
        &found.unwrap().1
    }

    /// What fits the field `field`, if this estate has it.
    pub(crate) fn value(&self, field: &str) -> Option<&str> {
        match field {
            "user_id" => Some(&self.user),
            "account_id" => Some(&self.account),
            _ => self
                .tokens
                .iter()
                .find(|(name, _)| *name == field)
                .map(|(_, token)| token.as_str()),
        }
    }
}

pub(crate) fn text(body: &Value, key: &str) -> String {
    body[key].as_str().unwrap().to_owned()
}
