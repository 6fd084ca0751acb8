//! Facts about the database itself: its environment, the fingerprint of its master key, its first team.

use crate::Failure;
use crate::repo::AcrossTeams;
use crate::sql::statements;

statements! {
    FIND_META = "SELECT value FROM meta WHERE name = $1";
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
}
