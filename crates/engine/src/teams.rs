//! Teams and partners as a test makes them, with keys that it holds already.

use crate::{Answer, Call, Engine, NewKeys};
use selvedge_model::{Error, ErrorCode, limits};
use selvedge_wire::Revealed;
use selvedge_wire::endpoint::Done;
use selvedge_wire::endpoint::operator::{
    PartnerCreateRequest, PartnerCreateResponse, TeamCreateRequest, TeamCreateResponse,
};

impl Engine {
    /// An isolated team with keys of its own.
    pub async fn team_create(
        &self,
        call: &Call<'_>,
        request: &TeamCreateRequest,
    ) -> Result<TeamCreateResponse, Error> {
        let name = checked_name(request.name.as_deref(), "test team")?;
        self.caller(call).await?;
        let NewKeys {
            team_id,
            client_id,
            secret,
            ..
        } = self.create_team(&call.ctx, name).await?;
        Ok(TeamCreateResponse {
            client_id,
            request_id: call.request_id(),
            secret: Revealed(secret),
            team_id,
        })
    }

    /// Takes the caller's team back to its seed: its keys stay, everything else goes.
    pub async fn team_reset(&self, call: &Call<'_>) -> Result<Answer<Done>, Error> {
        let team = self.caller(call).await?;
        let answer = Done {
            request_id: call.request_id(),
        };
        self.store
            .write(move |tx| {
                Box::pin(async move {
                    let scope = tx.team(&team);
                    scope.delete_items().await?;
                    scope.delete_link_tokens().await?;
                    scope.delete_events().await?;
                    scope.delete_activities().await?;
                    scope.delete_users().await?;
                    scope.delete_kept().await?;
                    scope.delete_partners().await?;
                    Ok::<_, Error>(answer)
                })
            })
            .await
            .map(Answer::Fresh)
    }

    /// A payment partner for processor tokens of the caller's team.
    pub async fn partner_create(
        &self,
        call: &Call<'_>,
        request: &PartnerCreateRequest,
    ) -> Result<PartnerCreateResponse, Error> {
        let well_formed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
        if request.processor.len() > 64 || !request.processor.chars().all(well_formed) {
            return Err(Error::field(
                "processor must have at most 64 of a to z, 0 to 9 and _",
            ));
        }
        let name = checked_name(request.name.as_deref(), &request.processor)?;
        let team = self.caller(call).await?;
        let made = self
            .create_partner(&call.ctx, &request.processor, name, Some(&team))
            .await?;
        let partner_id = made.partner_id.ok_or(ErrorCode::InternalServerError)?;
        Ok(PartnerCreateResponse {
            client_id: made.client_id,
            partner_id,
            processor: request.processor.clone(),
            request_id: call.request_id(),
            secret: Revealed(made.secret),
        })
    }
}

fn checked_name<'a>(name: Option<&'a str>, default: &'a str) -> Result<&'a str, Error> {
    let name = name.unwrap_or(default);
    let fits =
        !name.is_empty() && name.chars().count() <= limits::NAME_CHARS && !name.chars().any(char::is_control);
    if fits {
        Ok(name)
    } else {
        Err(Error::field("name must have 1 to 100 printable characters"))
    }
}
