//! The verdict: after a restart, whether the server still stands by what it acknowledged.
//!
//! What no answer came for may have happened or not, but it must be one of the two.

use super::grant::{Attempt, Change, Grant, Outcome, Settled};
use super::load::{EXCHANGE, KEY, ROTATE};
use crate::outside::{Connection, Keys, Reply};
use anyhow::Result;
use serde_json::{Value, json};
use std::collections::BTreeSet;

const GET: &str = "/item/get";
const USED: &str = "INVALID_PUBLIC_TOKEN";
const NO_TOKEN: &str = "INVALID_ACCESS_TOKEN";
const GONE: &str = "ITEM_NOT_FOUND";

/// How a promise was broken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Wrong {
    /// Something acknowledged is no longer there.
    Lost,
    /// A public token was exchanged more than once.
    ExchangedTwice,
    /// A token works that was acknowledged to work no longer.
    Resurrected,
    /// The same request under the same key was answered in two ways.
    AnsweredTwoWays,
    /// An answer that is none of those that the contract knows here.
    Odd,
}

/// A broken promise.
#[derive(Debug, Clone)]
pub struct Violation {
    /// How it was broken.
    pub wrong: Wrong,
    /// What was seen.
    pub seen: String,
}

/// Asks a restarted server about the grants of one client after another.
pub(super) struct Inspector {
    pub(super) connection: Connection,
    pub(super) keys: Keys,
    pub(super) violations: Vec<Violation>,
}

impl Inspector {
    /// Brings a grant to its end, and says what must be true of it from now on.
    pub(super) async fn settle(&mut self, grant: &mut Grant) -> Result<Settled> {
        self.check_history(grant);
        self.finish_exchange(grant).await?;
        let settled = match grant.change.take() {
            _ if grant.access_tokens.is_empty() => Settled::Orphaned,
            None => Settled::Live,
            Some(Change::Removal(outcome)) => self.finish_removal(grant, &outcome).await?,
            Some(Change::Rotation(key, outcome)) => self.finish_rotation(grant, key, outcome).await?,
        };
        self.confirm(grant, settled).await?;
        Ok(settled)
    }

    /// Whether everything that was settled about a grant is still so.
    pub(super) async fn confirm(&mut self, grant: &Grant, settled: Settled) -> Result<()> {
        let outcome = self.exchange(grant, None).await?;
        self.expect_code(
            &outcome,
            USED,
            Wrong::ExchangedTwice,
            "a used public token, exchanged again",
        );
        let Some((last, earlier)) = grant.access_tokens.split_last() else {
            return Ok(());
        };
        for token in earlier {
            let outcome = self.get(token).await?;
            self.expect_code(
                &outcome,
                NO_TOKEN,
                Wrong::Resurrected,
                "an access token that was replaced",
            );
        }
        let outcome = self.get(last).await?;
        match settled {
            Settled::Live if outcome.acknowledged().is_none() => {
                self.report(Wrong::Lost, format!("an acknowledged access token: {outcome:?}"));
            }
            Settled::Live => {}
            Settled::Removed => self.expect_code(&outcome, GONE, Wrong::Resurrected, "a removed Item"),
            Settled::Orphaned => {
                self.expect_code(
                    &outcome,
                    NO_TOKEN,
                    Wrong::Resurrected,
                    "a token that was replaced unseen",
                );
            }
        }
        Ok(())
    }

    /// What the history alone tells: one effect at most, and nothing refused without a reason.
    fn check_history(&mut self, grant: &Grant) {
        let mut effects = BTreeSet::new();
        for (index, attempt) in grant.attempts.iter().enumerate() {
            match &attempt.outcome {
                Outcome::Acknowledged(reply) => {
                    // Attempts under one key are one effect, and have one answer.
                    effects.insert(attempt.key.clone().unwrap_or_else(|| format!("unkeyed {index}")));
                    let first = grant.attempts.iter().find(|first| first.key == attempt.key);
                    let first = first.and_then(|first| first.outcome.acknowledged());
                    if attempt.key.is_some() && first.is_some_and(|first| first.body != reply.body) {
                        self.report(Wrong::AnsweredTwoWays, format!("{:?}", grant.attempts));
                    }
                }
                Outcome::Refused(code) => {
                    let other = grant
                        .attempts
                        .iter()
                        .any(|other| !matches!(other.outcome, Outcome::Refused(_)));
                    if code != USED || !other {
                        self.report(Wrong::Lost, format!("a token refused before its use: {code}"));
                    }
                }
                Outcome::Unknown => {}
            }
        }
        if effects.len() > 1 {
            self.report(Wrong::ExchangedTwice, format!("{:?}", grant.attempts));
        }
    }

    /// Exchanges what was not exchanged, recovers what was lost under a key, and accepts what is orphaned.
    async fn finish_exchange(&mut self, grant: &mut Grant) -> Result<()> {
        let keyed = grant
            .attempts
            .iter()
            .find(|attempt| attempt.key.is_some())
            .cloned();
        let acknowledged = grant
            .attempts
            .iter()
            .any(|attempt| attempt.outcome.acknowledged().is_some());
        if let Some(attempt) = keyed {
            let again = self.exchange(grant, attempt.key.as_deref()).await?;
            match (&again, attempt.outcome.acknowledged()) {
                (Outcome::Acknowledged(reply), Some(before)) if reply.body != before.body => {
                    self.report(Wrong::AnsweredTwoWays, format!("{reply:?} and before {before:?}"));
                }
                (Outcome::Acknowledged(_), _) => {}
                // The key is this attempt's alone, so the token is unused or was used under it.
                (Outcome::Refused(_) | Outcome::Unknown, _) => {
                    self.report(
                        Wrong::Lost,
                        format!("an exchange under a key, sent again: {again:?}"),
                    );
                }
            }
            grant.note(attempt.key, again);
        } else if !acknowledged {
            let tried = !grant.attempts.is_empty();
            let refused = |attempt: &Attempt| matches!(attempt.outcome, Outcome::Refused(_));
            let outcome = self.exchange(grant, None).await?;
            match &outcome {
                Outcome::Acknowledged(_) if grant.attempts.iter().any(refused) => {
                    self.report(Wrong::Resurrected, format!("{:?}", grant.attempts));
                }
                Outcome::Acknowledged(_) => {}
                Outcome::Refused(code) if tried && code == USED => {}
                Outcome::Refused(_) | Outcome::Unknown => {
                    self.report(Wrong::Lost, format!("an acknowledged public token: {outcome:?}"));
                }
            }
            grant.note(None, outcome);
        }
        Ok(())
    }

    async fn finish_removal(&mut self, grant: &Grant, outcome: &Outcome) -> Result<Settled> {
        let Some(token) = grant.access_tokens.last() else {
            return Ok(Settled::Orphaned);
        };
        match outcome {
            Outcome::Acknowledged(_) => return Ok(Settled::Removed),
            Outcome::Refused(code) => self.report(Wrong::Lost, format!("a removal was refused: {code}")),
            Outcome::Unknown => {}
        }
        match self.get(token).await? {
            Outcome::Refused(code) if code == GONE => Ok(Settled::Removed),
            Outcome::Acknowledged(_) | Outcome::Refused(_) | Outcome::Unknown => Ok(Settled::Live),
        }
    }

    async fn finish_rotation(
        &mut self,
        grant: &mut Grant,
        key: Option<String>,
        outcome: Outcome,
    ) -> Result<Settled> {
        let Some(token) = grant.access_tokens.last().cloned() else {
            return Ok(Settled::Orphaned);
        };
        let body = json!({ "access_token": token });
        let outcome = match (outcome, key) {
            (Outcome::Unknown, None) => match self.get(&token).await? {
                Outcome::Refused(code) if code == NO_TOKEN => return Ok(Settled::Orphaned),
                Outcome::Acknowledged(_) | Outcome::Refused(_) | Outcome::Unknown => {
                    return Ok(Settled::Live);
                }
            },
            (outcome, None) => outcome,
            (before, Some(key)) => {
                let again = self.ask(ROTATE, Some(&key), &body).await?;
                if let (Some(before), Some(again)) = (before.acknowledged(), again.acknowledged())
                    && before.body != again.body
                {
                    self.report(Wrong::AnsweredTwoWays, format!("{again:?} and before {before:?}"));
                }
                again
            }
        };
        match &outcome {
            Outcome::Acknowledged(reply) => grant.note_access(reply.text("new_access_token")),
            Outcome::Refused(_) | Outcome::Unknown => {
                self.report(Wrong::Lost, format!("a rotation: {outcome:?}"));
            }
        }
        Ok(Settled::Live)
    }

    async fn exchange(&mut self, grant: &Grant, key: Option<&str>) -> Result<Outcome> {
        let body = json!({ "public_token": grant.public_token });
        self.ask(EXCHANGE, key, &body).await
    }

    async fn get(&mut self, access_token: &str) -> Result<Outcome> {
        self.ask(GET, None, &json!({ "access_token": access_token }))
            .await
    }

    /// The server is up now, so every question has an answer.
    async fn ask(&mut self, path: &str, key: Option<&str>, body: &Value) -> Result<Outcome> {
        let extra = key.map(|key| (KEY, key));
        let reply: Reply = self
            .connection
            .call(path, &self.keys, extra.as_slice(), body)
            .await?;
        if reply.status >= 500 {
            let told = String::from_utf8_lossy(&reply.body);
            self.report(Wrong::Odd, format!("{path} answered {} {told}", reply.status));
        }
        Ok(Outcome::of(Ok(reply)))
    }

    fn expect_code(&mut self, outcome: &Outcome, code: &str, wrong: Wrong, of: &str) {
        match outcome {
            Outcome::Refused(refused) if refused == code => {}
            Outcome::Refused(refused) => {
                self.report(Wrong::Odd, format!("{of}: {refused} in place of {code}"));
            }
            Outcome::Acknowledged(_) | Outcome::Unknown => self.report(wrong, of.to_owned()),
        }
    }

    fn report(&mut self, wrong: Wrong, seen: String) {
        self.violations.push(Violation { wrong, seen });
    }
}
