//! Teams and partners as a test makes them, with keys that it holds already.

use crate::keys::Partner;
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
    ) -> Result<Answer<TeamCreateResponse>, Error> {
        let name = checked_name(request.name.as_deref(), "test team")?;
        let caller = self.caller(call).await?;
        let (
            team,
            NewKeys {
                team_id,
                client_id,
                secret,
                ..
            },
        ) = self.new_team(&call.ctx, name, None);
        let request_id = call.request_id();
        let answer = TeamCreateResponse {
            client_id,
            request_id,
            secret: Revealed(secret),
            team_id,
        };
        self.write(call, &caller, move |tx| {
            Box::pin(async move {
                team.insert(tx).await?;
                Ok(answer)
            })
        })
        .await
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
                    scope.delete_link_settings().await?;
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
    ) -> Result<Answer<PartnerCreateResponse>, Error> {
        let processor = request.processor.as_str();
        let well_formed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
        if processor.len() > limits::PROCESSOR_CHARS || !processor.chars().all(well_formed) {
            return Err(Error::field(
                "processor must have at most 64 of a to z, 0 to 9 and _",
            ));
        }
        let name = checked_name(request.name.as_deref(), processor)?;
        let caller = self.caller(call).await?;
        let partner = Partner::new(&call.ctx, processor, Some(caller.clone()));
        let (team, keys) = self.new_team(&call.ctx, name, Some(partner));
        let answer = PartnerCreateResponse {
            client_id: keys.client_id,
            partner_id: keys.partner_id.ok_or(ErrorCode::InternalServerError)?,
            processor: processor.to_owned(),
            request_id: call.request_id(),
            secret: Revealed(keys.secret),
        };
        self.write(call, &caller, move |tx| {
            Box::pin(async move {
                team.insert(tx).await?;
                Ok(answer)
            })
        })
        .await
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
