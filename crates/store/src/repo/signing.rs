//! The keys that sign webhooks: they belong to the server, not to a team.

use crate::Failure;
use crate::repo::AcrossTeams;
use crate::sql::statements;
use jiff::Timestamp;

/// A signing key as stored.
#[derive(Debug, Clone)]
pub struct SigningKeyRow {
    /// Its `kid`.
    pub key_id: String,
    /// The private key, sealed.
    pub private_key: Vec<u8>,
    /// X coordinate, base64url.
    pub x: String,
    /// Y coordinate, base64url.
    pub y: String,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it stopped being used.
    pub expired_at: Option<Timestamp>,
}

statements! {
    INSERT_SIGNING_KEY = "\
        INSERT INTO signing_keys (key_id, private_key, x, y, created_at) VALUES ($1, $2, $3, $4, $5)";
    FIND_SIGNING_KEY = "\
        SELECT key_id, private_key, x, y, created_at, expired_at FROM signing_keys WHERE key_id = $1";
    NEWEST_SIGNING_KEY = "\
        SELECT key_id, private_key, x, y, created_at, expired_at FROM signing_keys \
        WHERE expired_at IS NULL ORDER BY created_at DESC, key_id LIMIT 1";
    EXPIRE_SIGNING_KEYS = "\
        UPDATE signing_keys SET expired_at = $1 WHERE key_id <> $2 AND expired_at IS NULL";
}

fn read(row: &crate::Row<'_>) -> Result<SigningKeyRow, Failure> {
    Ok(SigningKeyRow {
        key_id: row.text(0)?.to_owned(),
        private_key: row.bytes(1)?.to_vec(),
        x: row.text(2)?.to_owned(),
        y: row.text(3)?.to_owned(),
        created_at: row.time(4)?,
        expired_at: row.opt_time(5)?,
    })
}

impl AcrossTeams<'_> {
    /// Adds a key.
    pub async fn insert_signing_key(&self, key: &SigningKeyRow) -> Result<(), Failure> {
        let args = [
            (&key.key_id).into(),
            (&key.private_key).into(),
            (&key.x).into(),
            (&key.y).into(),
            key.created_at.into(),
        ];
        self.tx.execute(&INSERT_SIGNING_KEY, &args).await.map(drop)
    }

    /// The key with this id, live or expired.
    pub async fn signing_key(&self, key_id: &str) -> Result<Option<SigningKeyRow>, Failure> {
        self.tx.optional(&FIND_SIGNING_KEY, &[key_id.into()], read).await
    }

    /// The key that signs now.
    pub async fn newest_signing_key(&self) -> Result<Option<SigningKeyRow>, Failure> {
        self.tx.optional(&NEWEST_SIGNING_KEY, &[], read).await
    }

    /// Ends the use of every key but one.
    pub async fn expire_signing_keys(&self, keep: &str, now: Timestamp) -> Result<(), Failure> {
        self.tx
            .execute(&EXPIRE_SIGNING_KEYS, &[now.into(), keep.into()])
            .await
            .map(drop)
    }
}
