//! Kept answers of requests with an `Idempotency-Key`, written in the transaction of their effect.

use crate::Failure;
use crate::repo::{AcrossTeams, Team};
use crate::sql::statements;
use jiff::Timestamp;

/// What is kept for a key.
#[derive(Debug, Clone)]
pub struct KeptRow {
    /// Hash of the path and body that the key was first used with.
    pub fingerprint: Vec<u8>,
    /// The answer, sealed; `None` only inside the transaction that makes it.
    pub reply: Option<Vec<u8>>,
}

statements! {
    FIND_KEPT = "\
        SELECT fingerprint, reply FROM idempotency \
        WHERE team_id = $1 AND key_hash = $2 AND expires_at > $3";
    DROP_EXPIRED = "DELETE FROM idempotency WHERE team_id = $1 AND key_hash = $2 AND expires_at <= $3";
    CLAIM = "\
        INSERT INTO idempotency (team_id, key_hash, fingerprint, expires_at) VALUES ($1, $2, $3, $4) \
        ON CONFLICT (team_id, key_hash) DO NOTHING";
    KEEP = "UPDATE idempotency SET reply = $1 WHERE team_id = $2 AND key_hash = $3";
    SWEEP_KEPT = "DELETE FROM idempotency WHERE expires_at <= $1";
    DELETE_KEPT = "DELETE FROM idempotency WHERE team_id = $1";
}

impl Team<'_> {
    /// What is kept for this key.
    pub async fn kept(&self, key_hash: &[u8], now: Timestamp) -> Result<Option<KeptRow>, Failure> {
        self.tx
            .optional(
                &FIND_KEPT,
                &[self.id.as_str().into(), key_hash.into(), now.into()],
                |row| {
                    Ok(KeptRow {
                        fingerprint: row.bytes(0)?.to_vec(),
                        reply: row.opt_bytes(1)?.map(<[u8]>::to_vec),
                    })
                },
            )
            .await
    }

    /// Takes the key for this transaction; false when it is taken. On PostgreSQL this waits for the
    /// transaction that took it.
    pub async fn claim_key(
        &self,
        key_hash: &[u8],
        fingerprint: &[u8],
        now: Timestamp,
        expires_at: Timestamp,
    ) -> Result<bool, Failure> {
        self.tx
            .execute(
                &DROP_EXPIRED,
                &[self.id.as_str().into(), key_hash.into(), now.into()],
            )
            .await?;
        let args = [
            self.id.as_str().into(),
            key_hash.into(),
            fingerprint.into(),
            expires_at.into(),
        ];
        self.tx.execute(&CLAIM, &args).await.map(|rows| rows == 1)
    }

    /// Keeps the answer of the transaction that took the key.
    pub async fn keep_reply(&self, key_hash: &[u8], reply: &[u8]) -> Result<(), Failure> {
        self.tx
            .execute(&KEEP, &[reply.into(), self.id.as_str().into(), key_hash.into()])
            .await
            .map(drop)
    }

    /// Forgets every kept answer.
    pub async fn delete_kept(&self) -> Result<(), Failure> {
        self.tx
            .execute(&DELETE_KEPT, &[self.id.as_str().into()])
            .await
            .map(drop)
    }
}

impl AcrossTeams<'_> {
    /// Forgets the answers whose time is over.
    pub async fn sweep_kept(&self, now: Timestamp) -> Result<u64, Failure> {
        self.tx.execute(&SWEEP_KEPT, &[now.into()]).await
    }
}
