//! What an app can read of the sessions that were opened with a link token (`/link/token/get`).

use crate::Engine;
use selvedge_model::Error;
use selvedge_model::id::TeamId;
use selvedge_store::repo::sessions::SessionSummary;
use selvedge_wire::endpoint::link::{
    LinkEvent, LinkExit, LinkResults, LinkSession, LinkSuccess, LinkSuccessMetadata,
};

impl Engine {
    /// The sessions of a link token, newest first.
    pub(super) async fn sessions_of(
        &self,
        team: &TeamId,
        token_hash: &[u8],
    ) -> Result<Vec<LinkSession>, Error> {
        let rows = self.store.reader().team(team).sessions_of(token_hash).await?;
        let mut sessions = Vec::with_capacity(rows.len());
        for row in rows {
            sessions.push(self.shown_session(team, row).await?);
        }
        Ok(sessions)
    }

    async fn shown_session(&self, team: &TeamId, row: SessionSummary) -> Result<LinkSession, Error> {
        let id = row.session_id;
        let events = self.events_after(team, &id, -1).await?;
        let mut results = LinkResults::default();
        for result in self.store.reader().team(team).link_results(&id).await? {
            results
                .item_add_results
                .push(self.opened_result(team, &id, &result)?);
        }
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
}
