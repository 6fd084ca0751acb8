//! What a caller may know: keys, tokens and ids that open something, so that requests get past the door.

use crate::outside::{Connection, Dice, Keys, Reply, Server};
use anyhow::{Context as _, Result, ensure};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Keys of two teams, and values by the name of the field they fit.
#[derive(Clone)]
pub(super) struct Known {
    pub(super) keys: Keys,
    pub(super) foreign: Keys,
    pub(super) partner: Keys,
    pub(super) values: BTreeMap<&'static str, Vec<String>>,
}

/// Items that are linked to begin with.
const ITEMS: usize = 6;

impl Known {
    /// Makes everything on a running server, anew.
    pub(super) async fn make(server: &Server, dice: &mut Dice) -> Result<Self> {
        let mut maker = Maker {
            connection: server.connect().await?,
            keys: server.keys()?,
            values: BTreeMap::new(),
        };
        maker.items().await?;
        maker.others(&dice.hex(12)).await?;
        let foreign = maker.ask("/selvedge/teams/create", &json!({})).await?;
        let partner = maker
            .ask("/selvedge/partners/create", &json!({ "processor": "dwolla" }))
            .await?;
        Ok(Self {
            keys: maker.keys,
            foreign: keys_of(&foreign),
            partner: keys_of(&partner),
            values: maker.values,
        })
    }
}

fn keys_of(reply: &Reply) -> Keys {
    Keys {
        client_id: reply.text("client_id"),
        secret: reply.text("secret"),
    }
}

struct Maker {
    connection: Connection,
    keys: Keys,
    values: BTreeMap<&'static str, Vec<String>>,
}

impl Maker {
    async fn ask(&mut self, path: &str, body: &Value) -> Result<Reply> {
        let reply = self.connection.call(path, &self.keys, &[], body).await?;
        ensure!(
            reply.status == 200,
            "{path}: {}",
            String::from_utf8_lossy(&reply.body)
        );
        Ok(reply)
    }

    fn note(&mut self, field: &'static str, value: String) {
        self.values.entry(field).or_default().push(value);
    }

    async fn public_token(&mut self) -> Result<String> {
        let body = json!({ "institution_id": "ins_109508", "initial_products": ["auth", "identity"] });
        Ok(self
            .ask("/sandbox/public_token/create", &body)
            .await?
            .text("public_token"))
    }

    async fn items(&mut self) -> Result<()> {
        for _ in 0..ITEMS {
            let public_token = self.public_token().await?;
            let body = json!({ "public_token": public_token });
            let exchanged = self.ask("/item/public_token/exchange", &body).await?;
            let access_token = exchanged.text("access_token");
            self.note("item_id", exchanged.text("item_id"));
            let unused = self.public_token().await?;
            self.note("public_token", unused);
            let accounts = self
                .ask("/accounts/get", &json!({ "access_token": access_token }))
                .await?
                .json();
            let account = accounts
                .pointer("/accounts/0/account_id")
                .and_then(Value::as_str)
                .context("an Item without accounts")?;
            let body = json!({ "access_token": access_token, "account_id": account, "processor": "dwolla" });
            let token = self.ask("/processor/token/create", &body).await?;
            self.note("processor_token", token.text("processor_token"));
            self.note("account_id", account.to_owned());
            self.note("access_token", access_token);
        }
        Ok(())
    }

    async fn others(&mut self, user: &str) -> Result<()> {
        let body = json!({
            "client_name": "Fuzz", "language": "en", "country_codes": ["US"], "products": ["auth"],
            "user": { "client_user_id": user },
        });
        let link = self.ask("/link/token/create", &body).await?;
        self.note("link_token", link.text("link_token"));
        let user = self
            .ask("/user/create", &json!({ "client_user_id": user }))
            .await?;
        self.note("user_id", user.text("user_id"));
        for bank in ["ins_109508", "ins_109509", "ins_109511", "ins_117650", "ins_12"] {
            self.note("institution_id", bank.to_owned());
        }
        Ok(())
    }
}
