//! The load: clients that make tokens, exchange them once, at once, twice under one key, and go on from there.

use super::grant::{Change, Grant, Outcome};
use crate::outside::{Connection, Dice, Keys};
use serde_json::json;
use std::net::SocketAddr;

pub(super) const CREATE: &str = "/sandbox/public_token/create";
pub(super) const EXCHANGE: &str = "/item/public_token/exchange";
pub(super) const ROTATE: &str = "/item/access_token/invalidate";
pub(super) const REMOVE: &str = "/item/remove";
pub(super) const KEY: &str = "Idempotency-Key";

/// How many exchanges of one token race each other.
const RACERS: usize = 3;

/// A client: it works until the server stops answering.
pub(super) struct Client {
    pub(super) address: SocketAddr,
    pub(super) keys: Keys,
    pub(super) dice: Dice,
    /// Tokens of earlier rounds that were not exchanged yet.
    pub(super) waiting: Vec<Grant>,
}

impl Client {
    /// Works until an answer stays out, and returns everything it learnt.
    pub(super) async fn work(mut self) -> Vec<Grant> {
        let mut grants = Vec::new();
        let Ok(mut connection) = Connection::open(self.address).await else {
            return self.waiting;
        };
        loop {
            let grant = match self.waiting.pop() {
                Some(grant) => Some(grant),
                None => self.create(&mut connection).await,
            };
            let Some(mut grant) = grant else { break };
            let answered = self.use_up(&mut connection, &mut grant).await;
            grants.push(grant);
            if answered.is_none() {
                break;
            }
        }
        grants.append(&mut self.waiting);
        grants
    }

    /// A token, if it was acknowledged.
    pub(super) async fn create(&self, connection: &mut Connection) -> Option<Grant> {
        let body = json!({ "institution_id": "ins_109508", "initial_products": ["auth"] });
        let reply = connection.call(CREATE, &self.keys, &[], &body).await.ok()?;
        // A token that was not acknowledged is nobody's: there is nothing to check about it.
        (reply.status == 200).then(|| Grant::new(reply.text("public_token")))
    }

    /// Does one of the things that clients do; none when the server stopped answering.
    async fn use_up(&mut self, connection: &mut Connection, grant: &mut Grant) -> Option<()> {
        match self.dice.below(10) {
            0 | 1 => return Some(()),
            2 | 3 => self.race(connection, grant).await?,
            4..=6 => {
                let key = self.dice.hex(24);
                self.exchange(connection, grant, Some(key.clone())).await?;
                if self.dice.one_in(2) {
                    self.exchange(connection, grant, Some(key)).await?;
                }
            }
            _ => self.exchange(connection, grant, None).await?,
        }
        match self.dice.below(6) {
            0 => self.rotate(connection, grant, None).await,
            1 => {
                let key = self.dice.hex(24);
                self.rotate(connection, grant, Some(key)).await
            }
            2 => self.remove(connection, grant).await,
            _ => Some(()),
        }
    }

    async fn send(
        &self,
        connection: &mut Connection,
        path: &str,
        key: Option<&str>,
        body: serde_json::Value,
    ) -> Outcome {
        let extra = key.map(|key| (KEY, key));
        Outcome::of(connection.call(path, &self.keys, extra.as_slice(), &body).await)
    }

    async fn exchange(
        &self,
        connection: &mut Connection,
        grant: &mut Grant,
        key: Option<String>,
    ) -> Option<()> {
        let body = json!({ "public_token": grant.public_token });
        let outcome = self.send(connection, EXCHANGE, key.as_deref(), body).await;
        let answered = (outcome != Outcome::Unknown).then_some(());
        grant.note(key, outcome);
        answered
    }

    async fn race(&self, connection: &mut Connection, grant: &mut Grant) -> Option<()> {
        let mut rivals = Vec::new();
        for _ in 1..RACERS {
            let (address, keys, token) = (self.address, self.keys.clone(), grant.public_token.clone());
            rivals.push(tokio::spawn(async move {
                let mut connection = Connection::open(address).await?;
                let body = json!({ "public_token": token });
                connection.call(EXCHANGE, &keys, &[], &body).await
            }));
        }
        let own = self.exchange(connection, grant, None).await;
        for rival in rivals {
            let outcome = rival.await.map_or(Outcome::Unknown, Outcome::of);
            grant.note(None, outcome);
        }
        own
    }

    async fn rotate(
        &self,
        connection: &mut Connection,
        grant: &mut Grant,
        key: Option<String>,
    ) -> Option<()> {
        let Some(token) = grant.access_tokens.last() else {
            return Some(());
        };
        let body = json!({ "access_token": token });
        let outcome = self.send(connection, ROTATE, key.as_deref(), body).await;
        let answered = (outcome != Outcome::Unknown).then_some(());
        grant.change = Some(Change::Rotation(key, outcome));
        answered
    }

    async fn remove(&self, connection: &mut Connection, grant: &mut Grant) -> Option<()> {
        let Some(token) = grant.access_tokens.last() else {
            return Some(());
        };
        let body = json!({ "access_token": token });
        let outcome = self.send(connection, REMOVE, None, body).await;
        let answered = (outcome != Outcome::Unknown).then_some(());
        grant.change = Some(Change::Removal(outcome));
        answered
    }
}
