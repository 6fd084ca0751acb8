//! End users that an app names once and refers to later.

use crate::{Answer, Call, Engine, validate};
use selvedge_model::country::Country;
use selvedge_model::id::{TeamId, UserId};
use selvedge_model::{Error, ErrorCode, limits};
use selvedge_store::repo::users::UserRow;
use selvedge_vault::Place;
use selvedge_wire::endpoint::Done;
use selvedge_wire::endpoint::user::{
    UserCreateRequest, UserCreateResponse, UserGetResponse, UserIdentity, UserRemoveRequest,
};
use selvedge_wire::missing_fields;

impl Engine {
    /// Names an end user; the same `client_user_id` gives the same user again.
    pub async fn create_user(
        &self,
        call: &Call<'_>,
        request: &UserCreateRequest,
    ) -> Result<Answer<UserCreateResponse>, Error> {
        if request.client_user_id.chars().count() > limits::CLIENT_USER_ID_CHARS {
            return Err(Error::field("client_user_id must have at most 128 characters"));
        }
        request.identity.as_ref().map_or(Ok(()), check_identity)?;
        let team = self.caller(call).await?;
        let user_id = UserId::mint(&call.ctx);
        let identity = match &request.identity {
            None => None,
            Some(identity) => {
                let json = serde_json::to_vec(identity).map_err(Error::internal)?;
                Some(self.vault.seal_team(&call.ctx, &team, place(&user_id), &json))
            }
        };
        let client_user_id = request.client_user_id.clone();
        let row = UserRow {
            user_id,
            client_user_id,
            identity,
            created_at: call.ctx.now,
        };
        let (owner, request_id) = (team.clone(), call.request_id());
        self.write(call, &team, move |tx| {
            Box::pin(async move {
                let user_id = tx.team(&owner).insert_user(&row).await?;
                let user_id = user_id.ok_or_else(|| Error::internal("a named user has no id"))?;
                Ok(UserCreateResponse { request_id, user_id })
            })
        })
        .await
    }

    /// Shows an end user.
    pub async fn user_get(&self, call: &Call<'_>, id: &UserId) -> Result<UserGetResponse, Error> {
        let team = self.caller(call).await?;
        check_id(id)?;
        let row = self
            .store
            .reader()
            .team(&team)
            .user(id)
            .await?
            .ok_or(ErrorCode::UserNotFound)?;
        let identity = match &row.identity {
            None => None,
            Some(sealed) => {
                let json = self.vault.open_team(&team, place(id), sealed)?;
                Some(serde_json::from_slice::<UserIdentity>(&json).map_err(Error::internal)?)
            }
        };
        Ok(UserGetResponse {
            client_user_id: Some(row.client_user_id),
            created_at: row.created_at,
            identity,
            request_id: call.request_id(),
            updated_at: row.created_at,
            user_id: row.user_id,
        })
    }

    /// Forgets an end user, and the sessions of Link that were for them.
    pub async fn remove_user(
        &self,
        call: &Call<'_>,
        request: UserRemoveRequest,
    ) -> Result<Answer<Done>, Error> {
        let id = match (request.user_id, request.user_token) {
            (Some(id), _) => id,
            (None, Some(_)) => return Err(ErrorCode::InvalidUserToken.into()),
            (None, None) => return Err(missing_fields(&["user_id"])),
        };
        let team = self.caller(call).await?;
        check_id(&id)?;
        let answer = Done {
            request_id: call.request_id(),
        };
        let owner = team.clone();
        self.write(call, &team, move |tx| {
            Box::pin(async move {
                let scope = tx.team(&owner);
                if !scope.delete_user(&id).await? {
                    return Err(ErrorCode::UserNotFound.into());
                }
                scope.delete_link_tokens_for(&id).await?;
                Ok(answer)
            })
        })
        .await
    }

    /// An error unless the team named this end user.
    pub(crate) async fn known_user(&self, team: &TeamId, user: &UserId) -> Result<(), Error> {
        match self.store.reader().team(team).user(user).await? {
            Some(_) => Ok(()),
            None => Err(ErrorCode::InvalidUserId.into()),
        }
    }
}

fn place(id: &UserId) -> Place<'_> {
    Place::new("users", "identity", id.as_str())
}

fn check_id(id: &UserId) -> Result<(), Error> {
    if id.as_str().starts_with("usr_") {
        Ok(())
    } else {
        Err(ErrorCode::InvalidUserId.into())
    }
}

fn check_identity(identity: &UserIdentity) -> Result<(), Error> {
    let bad = |why: &str| Error::with(ErrorCode::InvalidUserIdentityData, why.to_owned());
    for email in identity.emails.iter().flatten() {
        if !validate::is_email(&email.data) {
            return Err(bad("identity.emails must contain valid e-mail addresses"));
        }
    }
    for phone in identity.phone_numbers.iter().flatten() {
        validate::phone(&phone.data, "identity.phone_numbers").map_err(|error| Error {
            code: ErrorCode::InvalidUserIdentityData,
            ..error
        })?;
    }
    for address in identity.addresses.iter().flatten() {
        let two_letters =
            address.country.len() == 2 && address.country.bytes().all(|b| b.is_ascii_uppercase());
        if Country::parse(&address.country).is_none() && !two_letters {
            return Err(bad("identity.addresses must have two-letter country codes"));
        }
    }
    match identity
        .date_of_birth
        .as_deref()
        .map(str::parse::<jiff::civil::Date>)
    {
        Some(Err(_)) => Err(bad("identity.date_of_birth must be a date, YYYY-MM-DD")),
        Some(Ok(_)) | None => Ok(()),
    }
}
