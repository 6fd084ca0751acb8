//! What an app is told about sessions of Link, in the form of `webhook`.
//!
//! These bodies name tokens, so whoever keeps one keeps it sealed.

use crate::endpoint::link::LinkEvent;
use crate::webhook::indented;
use selvedge_model::id::UserId;
use selvedge_model::{Environment, Sensitive, named_enum};
use serde_json::{Map, Value, json};

/// What a webhook about a session says.
#[expect(missing_debug_implementations, reason = "holds tokens")]
pub struct LinkWebhook<'a> {
    /// The session.
    pub link_session_id: &'a str,
    /// The link token that it was opened with.
    pub link_token: &'a Sensitive,
    /// The end user, when one was named.
    pub user_id: Option<&'a UserId>,
    /// What happened.
    pub news: LinkNews<'a>,
}

/// What happened in a session.
#[expect(missing_debug_implementations, reason = "holds tokens")]
pub enum LinkNews<'a> {
    /// `SESSION_FINISHED`: it is over.
    Finished {
        /// How.
        status: SessionStatus,
        /// The public tokens that came of it.
        public_tokens: &'a [Sensitive],
    },
    /// `ITEM_ADD_RESULT`: an Item was linked; its public token.
    ItemAdded(&'a Sensitive),
    /// `EVENTS`: all that happened so far.
    Events(&'a [LinkEvent]),
}

named_enum! {
    /// How a session ended.
    pub enum SessionStatus { Success = "SUCCESS", Exited = "EXITED", }
}

impl LinkWebhook<'_> {
    /// The type of all of them.
    pub const TYPE: &'static str = "LINK";

    /// The code.
    pub const fn code(&self) -> &'static str {
        match self.news {
            LinkNews::Finished { .. } => "SESSION_FINISHED",
            LinkNews::ItemAdded(_) => "ITEM_ADD_RESULT",
            LinkNews::Events(_) => "EVENTS",
        }
    }

    /// The exact text that is signed and sent.
    pub fn body(&self, environment: Environment) -> Sensitive {
        let mut body = Map::new();
        let mut add = |name: &str, value: Value| body.insert(name.to_owned(), value);
        add("webhook_type", Self::TYPE.into());
        add("webhook_code", self.code().into());
        add("environment", environment.as_str().into());
        add("link_session_id", self.link_session_id.into());
        add("link_token", self.link_token.expose().into());
        match &self.news {
            LinkNews::Finished {
                status,
                public_tokens,
            } => {
                let tokens: Vec<&str> = public_tokens.iter().map(Sensitive::expose).collect();
                add("status", status.as_str().into());
                // Deprecated: the last of them.
                if let Some(last) = tokens.last() {
                    add("public_token", (*last).into());
                }
                add("public_tokens", json!(tokens));
                if let Some(user) = self.user_id {
                    add("user_id", user.as_str().into());
                }
            }
            LinkNews::ItemAdded(token) => {
                add("public_token", token.expose().into());
            }
            LinkNews::Events(events) => {
                add("events", json!(events));
            }
        }
        Sensitive::new(indented(body))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn body(news: LinkNews<'_>) -> Value {
        let webhook = LinkWebhook {
            link_session_id: "session",
            link_token: &Sensitive::from("link-sandbox-1"),
            user_id: Some(&UserId::new("usr_1")),
            news,
        };
        serde_json::from_str(webhook.body(Environment::Sandbox).expose()).unwrap()
    }

    #[test]
    fn a_finished_session_names_its_tokens_twice_as_older_receivers_want() {
        let tokens = ["a", "b"].map(Sensitive::from);
        let finished = body(LinkNews::Finished {
            status: SessionStatus::Success,
            public_tokens: &tokens,
        });
        assert_eq!(
            finished,
            json!({
                "environment": "sandbox", "link_session_id": "session", "link_token": "link-sandbox-1",
                "public_token": "b", "public_tokens": ["a", "b"], "status": "SUCCESS", "user_id": "usr_1",
                "webhook_code": "SESSION_FINISHED", "webhook_type": "LINK",
            })
        );
    }

    #[test]
    fn a_session_that_was_left_has_no_token_to_name() {
        let left = body(LinkNews::Finished {
            status: SessionStatus::Exited,
            public_tokens: &[],
        });
        assert_eq!(left["public_tokens"], json!([]));
        assert!(left.get("public_token").is_none());
    }

    #[test]
    fn an_added_item_is_told_by_its_public_token() {
        let added = body(LinkNews::ItemAdded(&Sensitive::from("public-sandbox-1")));
        assert_eq!(
            added,
            json!({
                "environment": "sandbox", "link_session_id": "session", "link_token": "link-sandbox-1",
                "public_token": "public-sandbox-1", "webhook_code": "ITEM_ADD_RESULT", "webhook_type": "LINK",
            })
        );
    }
}
