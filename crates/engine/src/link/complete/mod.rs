//! `/selvedge/link/complete`: a session of Link gone through by somebody who knows what to answer.
//!
//! It takes the same steps as a page: a session is opened, each pane gets an input, and the bank's own pages
//! are visited where it has some. Nothing that a person would have to know is made up, so what is missing
//! stops the session, and the answer says at which pane.

mod pane;
mod visit;

use super::flow::{Input, Pane};
use super::session::{Handle, Start, Started, Turn, Way};
use super::view::{Callback, View};
use crate::{Call, Engine};
use selvedge_model::{Ctx, Error, ErrorCode, Sensitive};
use selvedge_vault::{TokenKind, token_shape};
use selvedge_wire::Revealed;
use selvedge_wire::callback::CallbackEvent;
use selvedge_wire::endpoint::complete::{
    CompleteExit, CompleteOutcome, LinkCompleteRequest, LinkCompleteResponse,
};

/// Who goes through Link.
struct Person<'a> {
    engine: &'a Engine,
    ctx: &'a Ctx<'a>,
    asked: &'a LinkCompleteRequest,
    secret: Sensitive,
    view: View,
    events: Vec<CallbackEvent>,
    /// How many challenges were answered.
    answered: usize,
    /// Whether the bank's own pages were visited.
    visited: bool,
}

impl Engine {
    /// Goes through Link as the request says.
    pub async fn link_complete(
        &self,
        call: &Call<'_>,
        request: LinkCompleteRequest,
    ) -> Result<LinkCompleteResponse, Error> {
        self.sandbox_only()?;
        self.check_own(call, &request.link_token).await?;
        if let Some(id) = &request.institution_id {
            self.institution(id)?;
        }
        let team = self.caller(call).await?;
        let start = Start {
            handle: Handle::Token(request.link_token.clone()),
            way: Way::Overlay,
            origin: self.link_settings(&team).await?.web_origins.into_iter().next(),
            in_webview: false,
            received_redirect_uri: None,
            key: None,
            browser: None,
        };
        let Started { secret, mut view, .. } = Box::pin(self.link_start(&call.ctx, start)).await?;
        let mut person = Person {
            engine: self,
            ctx: &call.ctx,
            asked: &request,
            secret,
            events: std::mem::take(&mut view.events),
            view,
            answered: 0,
            visited: false,
        };
        let stopped = person.walk().await;
        let closed = person.close().await;
        if !person.exits() {
            stopped?;
        }
        closed?;
        person.answer(call.request_id())
    }

    /// An error unless the caller made the link token.
    async fn check_own(&self, call: &Call<'_>, token: &Sensitive) -> Result<(), Error> {
        let shape = token_shape(token.expose());
        if !matches!(shape, Some((TokenKind::Link, _environment))) {
            return Err(Error::field("link_token must be a valid link token"));
        }
        let team = self.caller(call).await?;
        let hash = self.vault.hash_token(token.expose());
        let found = self
            .store
            .reader()
            .team(&team)
            .link_token(hash.as_bytes())
            .await?;
        found.map(drop).ok_or_else(|| ErrorCode::InvalidLinkToken.into())
    }
}

impl Person<'_> {
    /// Whether Link is to be closed before a bank is linked.
    fn exits(&self) -> bool {
        self.asked.outcome == Some(CompleteOutcome::Exit)
    }

    /// Goes from pane to pane until the session is over, or an error says where it cannot go on.
    async fn walk(&mut self) -> Result<(), Error> {
        while self.view.ended.is_none() {
            if let Pane::Oauth { path, .. } = &self.view.pane {
                let path = path.clone();
                self.visit(&path).await?;
                continue;
            }
            let input = self.input()?;
            let step = self.view.step;
            self.give(input).await?;
            if self.view.step == step {
                return Err(self.not_taken());
            }
        }
        Ok(())
    }

    async fn give(&mut self, input: Input) -> Result<(), Error> {
        let turn = Turn {
            secret: self.secret.clone(),
            step: self.view.step,
            input,
        };
        let view = Box::pin(self.engine.link_turn(self.ctx, turn)).await?;
        self.see(view);
        Ok(())
    }

    /// Looks again, after something happened elsewhere.
    async fn look(&mut self) -> Result<(), Error> {
        let seen = Some(self.view.step);
        let view = Box::pin(self.engine.link_view(self.ctx, &self.secret, seen)).await?;
        if let Some(view) = view {
            self.see(view);
        }
        Ok(())
    }

    fn see(&mut self, mut view: View) {
        self.events.append(&mut view.events);
        self.view = view;
    }

    /// Closes Link as a person would: they are asked, and mean it.
    async fn close(&mut self) -> Result<(), Error> {
        if self.view.ended.is_none() {
            self.give(Input::Leave).await?;
        }
        if self.view.ended.is_none() {
            self.give(Input::LeaveNow).await?;
        }
        Ok(())
    }

    fn answer(self, request_id: String) -> Result<LinkCompleteResponse, Error> {
        let link_session_id = self.view.standing.metadata.link_session_id;
        let ended = self
            .view
            .ended
            .ok_or_else(|| Error::internal("a session that was closed is not over"))?;
        let (public_token, metadata, exit) = match ended.callback {
            Callback::Success {
                public_token,
                metadata,
            } => (public_token.map(Revealed), Some(*metadata), None),
            Callback::Exit(standing) => {
                let exit = CompleteExit {
                    error: standing.error,
                    metadata: standing.metadata,
                };
                (None, None, Some(exit))
            }
        };
        Ok(LinkCompleteResponse {
            events: self.events,
            exit,
            link_session_id,
            metadata,
            public_token,
            request_id,
        })
    }
}
