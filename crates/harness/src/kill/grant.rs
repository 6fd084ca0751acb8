//! What a client knows of one public token and all that came of it.

use crate::outside::Reply;

/// What became of a request, as its sender saw it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Outcome {
    /// It was answered with 200.
    Acknowledged(Reply),
    /// It was answered with an error, of this code.
    Refused(String),
    /// No answer came: it may have happened, or not.
    Unknown,
}

impl Outcome {
    pub(super) fn of(reply: anyhow::Result<Reply>) -> Self {
        match reply {
            Ok(reply) if reply.status == 200 => Self::Acknowledged(reply),
            Ok(reply) => Self::Refused(reply.text("error_code")),
            Err(_) => Self::Unknown,
        }
    }

    pub(super) const fn acknowledged(&self) -> Option<&Reply> {
        match self {
            Self::Acknowledged(reply) => Some(reply),
            Self::Refused(_) | Self::Unknown => None,
        }
    }
}

/// One exchange of the token.
#[derive(Debug, Clone)]
pub(super) struct Attempt {
    /// The `Idempotency-Key` it was sent with.
    pub(super) key: Option<String>,
    pub(super) outcome: Outcome,
}

/// A change to the Item after the exchange.
#[derive(Debug, Clone)]
pub(super) enum Change {
    /// The access token was replaced, with an `Idempotency-Key` or without.
    Rotation(Option<String>, Outcome),
    /// The Item was removed.
    Removal(Outcome),
}

/// A public token that was acknowledged, and its history.
#[derive(Debug, Clone)]
pub(super) struct Grant {
    pub(super) public_token: String,
    pub(super) attempts: Vec<Attempt>,
    /// The last change, whose outcome may be unknown; those before it were acknowledged.
    pub(super) change: Option<Change>,
    /// Every access token that this public token led to, in their order.
    pub(super) access_tokens: Vec<String>,
}

impl Grant {
    pub(super) const fn new(public_token: String) -> Self {
        Self {
            public_token,
            attempts: Vec::new(),
            change: None,
            access_tokens: Vec::new(),
        }
    }

    /// Notes an exchange, and the access token that it gave.
    pub(super) fn note(&mut self, key: Option<String>, outcome: Outcome) {
        if let Some(reply) = outcome.acknowledged() {
            self.note_access(reply.text("access_token"));
        }
        self.attempts.push(Attempt { key, outcome });
    }

    pub(super) fn note_access(&mut self, token: String) {
        if !self.access_tokens.contains(&token) {
            self.access_tokens.push(token);
        }
    }
}

/// What must be true of a grant from now on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Settled {
    /// The last access token works, and no other.
    Live,
    /// The Item is gone.
    Removed,
    /// It was exchanged, or rotated, and the answer is lost for good: nobody holds a token that works.
    Orphaned,
}
