//! End users that a team named.

use crate::Failure;
use crate::repo::Team;
use crate::sql::statements;
use jiff::Timestamp;
use selvedge_model::id::UserId;

/// An end user as stored.
#[derive(Debug, Clone)]
pub struct UserRow {
    /// `usr_…`.
    pub user_id: UserId,
    /// The team's own id of the person.
    pub client_user_id: String,
    /// Who the person is, sealed.
    pub identity: Option<Vec<u8>>,
    /// When the user was named.
    pub created_at: Timestamp,
}

statements! {
    INSERT_USER = "\
        INSERT INTO users (team_id, user_id, client_user_id, identity, created_at) VALUES ($1, $2, $3, $4, $5) \
        ON CONFLICT (team_id, client_user_id) DO UPDATE SET client_user_id = excluded.client_user_id \
        RETURNING user_id";
    FIND_USER = "\
        SELECT user_id, client_user_id, identity, created_at FROM users WHERE team_id = $1 AND user_id = $2";
    DELETE_USER = "DELETE FROM users WHERE team_id = $1 AND user_id = $2";
    DELETE_USERS = "DELETE FROM users WHERE team_id = $1";
}

fn read(row: &crate::Row<'_>) -> Result<UserRow, Failure> {
    Ok(UserRow {
        user_id: UserId::new(row.text(0)?),
        client_user_id: row.text(1)?.to_owned(),
        identity: row.opt_bytes(2)?.map(<[u8]>::to_vec),
        created_at: row.time(3)?,
    })
}

impl Team<'_> {
    /// Adds a user, unless the team has named this person before; the id of the one that stands.
    pub async fn insert_user(&self, user: &UserRow) -> Result<Option<UserId>, Failure> {
        let args = [
            self.id.as_str().into(),
            user.user_id.as_str().into(),
            (&user.client_user_id).into(),
            user.identity.as_deref().into(),
            user.created_at.into(),
        ];
        self.tx
            .optional(&INSERT_USER, &args, |row| row.text(0).map(UserId::new))
            .await
    }

    /// The user with this id.
    pub async fn user(&self, id: &UserId) -> Result<Option<UserRow>, Failure> {
        self.tx
            .optional(&FIND_USER, &[self.id.as_str().into(), id.as_str().into()], read)
            .await
    }

    /// Deletes a user; says whether there was one.
    pub async fn delete_user(&self, id: &UserId) -> Result<bool, Failure> {
        let args = [self.id.as_str().into(), id.as_str().into()];
        self.tx.execute(&DELETE_USER, &args).await.map(|rows| rows == 1)
    }

    /// Deletes every user.
    pub async fn delete_users(&self) -> Result<(), Failure> {
        self.tx
            .execute(&DELETE_USERS, &[self.id.as_str().into()])
            .await
            .map(drop)
    }
}
