//! Linking an Item the way a test without a person does: a public token from the sandbox, exchanged.

use crate::bench::{Bench, Keys};
use serde_json::{Value, json};

/// Which Item to link.
#[derive(Debug, Clone)]
#[must_use = "nothing is linked before `Bench::link`"]
pub struct Order {
    institution: String,
    products: Value,
    options: Value,
}

impl Order {
    /// The usual user of `institution`, with `products`.
    pub fn at(institution: &str, products: &[&str]) -> Self {
        Self {
            institution: institution.to_owned(),
            products: json!(products),
            options: json!({}),
        }
    }

    /// With a webhook.
    pub fn webhook(self, url: &str) -> Self {
        self.option("webhook", url.into())
    }

    /// As another user.
    pub fn user(self, username: &str, password: &str) -> Self {
        self.option("override_username", username.into())
            .option("override_password", password.into())
    }

    /// As the user whose accounts `recipe` describes.
    pub fn custom(self, recipe: &Value) -> Self {
        let recipe = recipe.to_string();
        self.user("user_custom", &recipe)
    }

    /// With one more option of `/sandbox/public_token/create`.
    pub fn option(mut self, name: &str, value: Value) -> Self {
        self.options[name] = value;
        self
    }

    /// The body of `/sandbox/public_token/create`.
    pub fn body(&self) -> Value {
        json!({
            "institution_id": self.institution,
            "initial_products": self.products,
            "options": self.options,
        })
    }
}

/// A linked Item.
#[derive(Debug, Clone)]
pub struct Linked {
    /// Its access token.
    pub access_token: String,
    /// Its id.
    pub item_id: String,
    /// The public token it was exchanged from.
    pub public_token: String,
}

impl Linked {
    /// A body with the access token alone.
    pub fn body(&self) -> Value {
        json!({ "access_token": self.access_token })
    }
}

impl Bench {
    /// A public token of the first team.
    pub async fn public_token(&self, order: &Order) -> String {
        self.public_token_as(self.keys(), order).await
    }

    /// A public token of `keys`' team.
    pub async fn public_token_as(&self, keys: &Keys, order: &Order) -> String {
        let made = self
            .post_as(keys, "/sandbox/public_token/create", order.body())
            .await
            .ok();
        made["public_token"].as_str().unwrap().to_owned()
    }

    /// An Item of the first team: the usual user of `institution`, with `products`.
    pub async fn item(&self, institution: &str, products: &[&str]) -> Linked {
        self.link(&Order::at(institution, products)).await
    }

    /// An Item of the first team.
    pub async fn link(&self, order: &Order) -> Linked {
        self.link_as(self.keys(), order).await
    }

    /// An Item of `keys`' team.
    pub async fn link_as(&self, keys: &Keys, order: &Order) -> Linked {
        let public_token = self.public_token_as(keys, order).await;
        self.exchange_as(keys, &public_token).await
    }

    /// The Item of the first team that this public token stands for.
    pub async fn exchange(&self, public_token: &str) -> Linked {
        self.exchange_as(self.keys(), public_token).await
    }

    /// The Item of `keys`' team that this public token stands for.
    pub async fn exchange_as(&self, keys: &Keys, public_token: &str) -> Linked {
        let body = json!({ "public_token": public_token });
        let made = self.post_as(keys, "/item/public_token/exchange", body).await.ok();
        Linked {
            access_token: made["access_token"].as_str().unwrap().to_owned(),
            item_id: made["item_id"].as_str().unwrap().to_owned(),
            public_token: public_token.to_owned(),
        }
    }

    /// The ids of the Item's accounts, in order.
    pub async fn account_ids(&self, item: &Linked) -> Vec<String> {
        let answer = self.post("/accounts/get", item.body()).await.ok();
        let accounts = answer["accounts"].as_array().unwrap().iter();
        accounts
            .map(|account| account["account_id"].as_str().unwrap().to_owned())
            .collect()
    }

    /// A token with which `processor` may open the Item's account `account`.
    pub async fn processor_token(&self, item: &Linked, account: &str, processor: &str) -> String {
        let body =
            json!({ "access_token": item.access_token, "account_id": account, "processor": processor });
        let made = self.post("/processor/token/create", body).await.ok();
        made["processor_token"].as_str().unwrap().to_owned()
    }
}
