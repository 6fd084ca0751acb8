//! What happened to Items: consents and activities.

use crate::exchange::later;
use crate::item::scopes;
use crate::{Call, Engine};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use selvedge_model::id::{ItemId, base62};
use selvedge_model::scope::DataScope;
use selvedge_model::{Ctx, Error, Product, Sensitive, limits};
use selvedge_store::repo::history::{ActivityPage, ActivityRow};
use selvedge_store::repo::items::Sealed;
use selvedge_wire::endpoint::item::{
    Activity, ActivityKind, ActivityListRequest, ActivityListResponse, ConsentCode, ConsentEvent,
    ConsentEventsResponse, ConsentInitiator, ConsentType, ConsentedAccount,
};
use selvedge_wire::shape::account::Account;

/// A new activity of the team.
pub(crate) fn activity(ctx: &Ctx<'_>, item: &ItemId, kind: ActivityKind) -> ActivityRow {
    ActivityRow {
        activity_id: format!("act_{}", base62(ctx.entropy, 20)),
        item_id: item.clone(),
        kind: kind.as_str().to_owned(),
        initiator: ConsentInitiator::Customer.as_str().to_owned(),
        created_at: ctx.now,
    }
}

/// The consents of a new Item: to the agreement, the use cases, the scopes and the accounts.
pub(crate) fn first_consents(
    item: &ItemId,
    institution: (&str, &str),
    products: &[Product],
    accounts: &[Account],
    at: Timestamp,
) -> Vec<ConsentEvent> {
    let event = |code, scopes, accounts| {
        let what = (ConsentType::Granted, code);
        consent(item, institution, what, (scopes, accounts), at)
    };
    vec![
        event(ConsentCode::UserAgreement, Vec::new(), Vec::new()),
        event(ConsentCode::UseCases, Vec::new(), Vec::new()),
        event(ConsentCode::DataScopes, scopes(products), Vec::new()),
        event(ConsentCode::AccountScopes, Vec::new(), consented(accounts)),
    ]
}

/// The consents of an Item that was renewed: to the scopes and the accounts as they are now.
pub(crate) fn renewed_consents(
    item: &ItemId,
    institution: (&str, &str),
    products: &[Product],
    accounts: &[Account],
    at: Timestamp,
) -> Vec<ConsentEvent> {
    let of_now = |event: &ConsentEvent| {
        let code = event.event_code;
        matches!(code, ConsentCode::DataScopes | ConsentCode::AccountScopes)
    };
    let first = first_consents(item, institution, products, accounts, at);
    let renewed = first.into_iter().filter(of_now).map(|event| ConsentEvent {
        event_type: ConsentType::Updated,
        ..event
    });
    renewed.collect()
}

fn consent(
    item: &ItemId,
    institution: (&str, &str),
    (event_type, event_code): (ConsentType, ConsentCode),
    (scopes, accounts): (Vec<DataScope>, Vec<ConsentedAccount>),
    created_at: Timestamp,
) -> ConsentEvent {
    ConsentEvent {
        consented_accounts: accounts,
        consented_data_scopes: scopes,
        consented_use_cases: Vec::new(),
        created_at,
        event_code,
        event_type,
        initiator: ConsentInitiator::EndUser,
        institution_id: Some(selvedge_model::id::InstitutionId::new(institution.0)),
        institution_name: Some(institution.1.to_owned()),
        item_id: item.clone(),
    }
}

fn consented(accounts: &[Account]) -> Vec<ConsentedAccount> {
    let shared = accounts.iter().map(|account| ConsentedAccount {
        account_id: account.account_id.clone(),
        mask: account.mask.clone(),
        name: account.name.clone(),
        official_name: account.official_name.clone(),
        subtype: account.subtype.clone(),
        kind: account.kind,
    });
    shared.collect()
}

impl Engine {
    /// What the end user of an Item agreed to, oldest first.
    pub async fn consent_events(
        &self,
        call: &Call<'_>,
        token: &Sensitive,
    ) -> Result<ConsentEventsResponse, Error> {
        let item = self.open_item(call, token, Sealed::Numbers).await?;
        let bodies = self.store.reader().team(&item.team).consents(item.id()).await?;
        let consent_events = bodies
            .iter()
            .map(|body| serde_json::from_str(body).map_err(Error::internal))
            .collect::<Result<_, _>>()?;
        Ok(ConsentEventsResponse {
            consent_events,
            request_id: call.request_id(),
        })
    }

    /// A page of what happened to the team's Items, newest first.
    pub async fn activities(
        &self,
        call: &Call<'_>,
        request: &ActivityListRequest,
    ) -> Result<ActivityListResponse, Error> {
        let (team, item_id) = match &request.access_token {
            None => (self.caller(call).await?, None),
            Some(token) => {
                let item = self.open_item(call, token, Sealed::Numbers).await?;
                (item.team.clone(), Some(item.id().clone()))
            }
        };
        let count = request.count.unwrap_or(limits::ACTIVITY_PAGE);
        // One more than asked for tells whether there is a next page.
        let past = later(call.ctx.now, jiff::SignedDuration::from_hours(1));
        let (before, before_id) = match request.cursor.as_deref().filter(|cursor| !cursor.is_empty()) {
            None => (past, String::new()),
            Some(cursor) => parse_cursor(cursor)?,
        };
        let page = ActivityPage {
            item_id: item_id.as_ref(),
            before,
            before_id: &before_id,
            count: count.saturating_add(1),
        };
        let mut rows = self.store.reader().team(&team).activities(page).await?;
        let wanted = usize::try_from(count).unwrap_or(usize::MAX);
        let more = rows.len() > wanted;
        rows.truncate(wanted);
        let cursor = rows
            .last()
            .filter(|_| more)
            .map(|row| format!("{}.{}", row.created_at.as_microsecond(), row.activity_id));
        let activities = rows
            .into_iter()
            .filter_map(|row| shown(row, team.as_str()))
            .collect();
        let request_id = call.request_id();
        Ok(ActivityListResponse {
            activities,
            cursor,
            last_data_access_times: Vec::new(),
            request_id,
        })
    }
}

fn parse_cursor(cursor: &str) -> Result<(Timestamp, String), Error> {
    let parsed = cursor
        .split_once('.')
        .and_then(|(at, id)| Some((Timestamp::from_microsecond(at.parse().ok()?).ok()?, id.to_owned())));
    parsed.ok_or_else(|| Error::field("cursor must be one that this endpoint gave"))
}

fn shown(row: ActivityRow, application: &str) -> Option<Activity> {
    Some(Activity {
        activity: ActivityKind::parse(&row.kind)?,
        authentication: "PLAID".to_owned(),
        id: row.activity_id,
        initiated_date: row.created_at.to_zoned(TimeZone::UTC).date(),
        initiator: row.initiator,
        state: "SUCCESS".to_owned(),
        target_application_id: application.to_owned(),
    })
}
