//! Facts about the database itself: its environment, the fingerprint of its master key, its first team.

use crate::Failure;
use crate::repo::AcrossTeams;
use crate::sql::statements;
use jiff::Timestamp;

statements! {
    FIND_META = "SELECT value FROM meta WHERE name = $1";
    SWEEP_PUBLIC_TOKENS = "DELETE FROM public_tokens WHERE expires_at <= $1";
    SWEEP_LINK_TOKENS = "\
        DELETE FROM link_tokens WHERE expires_at <= $1 AND (expires_at <= $2 OR NOT EXISTS (\
          SELECT 1 FROM link_sessions s WHERE s.team_id = link_tokens.team_id \
            AND s.token_hash = link_tokens.token_hash AND s.finished_at IS NULL AND s.state IS NOT NULL))";
    INSERT_META = "INSERT INTO meta (name, value) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING";
}

impl AcrossTeams<'_> {
    /// The fact of this name.
    pub async fn meta(&self, name: &str) -> Result<Option<String>, Failure> {
        self.tx
            .optional(&FIND_META, &[name.into()], |row| row.text(0).map(str::to_owned))
            .await
    }

    /// Notes a fact unless it is known; the first word stands.
    pub async fn note_meta(&self, name: &str, value: &str) -> Result<bool, Failure> {
        self.tx
            .execute(&INSERT_META, &[name.into(), value.into()])
            .await
            .map(|rows| rows == 1)
    }

    /// Forgets public tokens that ended before `public` and link tokens that ended before `link`; says how many. A
    /// link token with a session that is still to be ended is kept for that until `public`.
    pub async fn sweep_tokens(&self, public: Timestamp, link: Timestamp) -> Result<u64, Failure> {
        let tokens = self.tx.execute(&SWEEP_PUBLIC_TOKENS, &[public.into()]).await?;
        let links = self
            .tx
            .execute(&SWEEP_LINK_TOKENS, &[link.into(), public.into()])
            .await?;
        Ok(tokens.saturating_add(links))
    }
}
