//! What an app can read of the sessions that were opened with a link token (`/link/token/get`).

use crate::Engine;
use selvedge_model::Error;
use selvedge_model::id::TeamId;
use selvedge_store::repo::sessions::SessionSummary;
use selvedge_wire::callback::CallbackEvent;
use selvedge_wire::endpoint::link::{
    LinkEvent, LinkExit, LinkResults, LinkSession, LinkSuccess, LinkSuccessMetadata,
};
use std::collections::HashMap;

impl Engine {
    /// The sessions of a link token, newest first.
    pub(super) async fn sessions_of(
        &self,
        team: &TeamId,
        token_hash: &[u8],
    ) -> Result<Vec<LinkSession>, Error> {
        let reader = self.store.reader();
        let scope = reader.team(team);
        let rows = scope.sessions_of(token_hash).await?;
        if rows.is_empty() {
            return Ok(Vec::new());
        }
        let mut events: HashMap<String, Vec<CallbackEvent>> = HashMap::with_capacity(rows.len());
        for (session, body) in scope.link_events_of_token(token_hash).await? {
            let event = serde_json::from_str(&body).map_err(Error::internal)?;
            events.entry(session).or_default().push(event);
        }
        let mut results: HashMap<String, LinkResults> = HashMap::new();
        for (session, result) in scope.link_results_of_token(token_hash).await? {
            let result = self.opened_result(team, &session, &result)?;
            results.entry(session).or_default().item_add_results.push(result);
        }
        rows.into_iter()
            .map(|row| {
                let events = events.remove(&row.session_id).unwrap_or_default();
                let results = results.remove(&row.session_id).unwrap_or_default();
                shown(row, &events, results)
            })
            .collect()
    }
}

/// A session with what happened in it, oldest first, and what came of it.
fn shown(row: SessionSummary, events: &[CallbackEvent], results: LinkResults) -> Result<LinkSession, Error> {
    let id = row.session_id;
    let exit: Option<LinkExit> = row
        .outcome
        .map(|outcome| serde_json::from_str(&outcome).map_err(Error::internal))
        .transpose()?;
    let last = results.item_add_results.last().cloned();
    Ok(LinkSession {
        events: events.iter().rev().map(LinkEvent::from).collect(),
        on_exit: exit.clone(),
        exit,
        finished_at: row.finished_at,
        on_success: last.map(|last| LinkSuccess {
            metadata: LinkSuccessMetadata {
                accounts: last.accounts,
                institution: last.institution,
                link_session_id: id.clone(),
                transfer_status: None,
            },
            public_token: last.public_token,
        }),
        results: Some(results).filter(|results| !results.item_add_results.is_empty()),
        link_session_id: id,
        started_at: Some(row.started_at),
    })
}
