//! A page of Link without a browser: it sends inputs to the engine and keeps what it is told.

use crate::bench::Bench;
use selvedge_engine::link::flow::{AccountChoice, Input, Pane};
use selvedge_engine::link::{Callback, Handle, Start, Turn, View, Way};
use selvedge_model::id::InstitutionId;
use selvedge_model::{Clock as _, Ctx, Error, ErrorCode, Sensitive};
use selvedge_wire::callback::{CallbackEvent, EventName, SuccessMetadata};
use serde_json::Value;
use std::sync::atomic::{AtomicU64, Ordering};

/// A page with an open session.
#[expect(missing_debug_implementations, reason = "holds a secret")]
pub struct Page<'b> {
    pub(crate) bench: &'b Bench,
    /// What names the session.
    pub secret: Sensitive,
    /// What the page shows.
    pub view: View,
    /// What its browser is known again by, on a page of ours.
    pub browser: Option<Sensitive>,
    /// All that it was told.
    pub events: Vec<CallbackEvent>,
}

static REQUESTS: AtomicU64 = AtomicU64::new(0);

/// Asserts that a page shows such a pane.
#[macro_export]
macro_rules! assert_pane {
    ($page:expr, $pane:pat) => {
        assert!(matches!($page.view.pane, $pane), "{:?}", $page.view.pane)
    };
}

/// The id of the next request.
pub(crate) fn request_id() -> String {
    format!("page{:011}", REQUESTS.fetch_add(1, Ordering::Relaxed))
}

/// The way an app's own page opens Link.
pub fn overlay(token: &str) -> Start {
    Start {
        handle: Handle::Token(Sensitive::from(token)),
        way: Way::Overlay,
        origin: Some("https://app.example".to_owned()),
        in_webview: false,
        received_redirect_uri: None,
        key: None,
        browser: None,
    }
}

impl Bench {
    /// A link token of the first team: the usual one, with `extra` over it.
    pub async fn link_token(&self, extra: &Value) -> String {
        self.link_token_as(self.keys(), extra).await
    }

    /// A link token of `keys`' team.
    pub async fn link_token_as(&self, keys: &crate::Keys, extra: &Value) -> String {
        let made = self
            .post_as(keys, "/link/token/create", crate::session(extra))
            .await
            .ok();
        made["link_token"].as_str().unwrap().to_owned()
    }

    /// The context of one request that a page makes at this moment.
    pub fn with_ctx<'c>(&'c self, request_id: &'c str) -> Ctx<'c> {
        Ctx {
            now: self.clock.now(),
            entropy: &*self.entropy,
            request_id,
        }
    }

    /// Opens Link with a token, as an app's page does.
    pub async fn open_link(&self, token: &str) -> Page<'_> {
        self.open_link_with(overlay(token))
            .await
            .unwrap_or_else(|error| panic!("Link did not open: {} {:?}", error.message, error.context))
    }

    /// Opens Link in some other way.
    pub async fn open_link_with(&self, start: Start) -> Result<Page<'_>, Error> {
        let id = request_id();
        let started = self.engine.link_start(&self.with_ctx(&id), start).await?;
        Ok(Page {
            bench: self,
            secret: started.secret,
            browser: started.browser,
            events: started.view.events.clone(),
            view: started.view,
        })
    }
}

impl Page<'_> {
    /// Sends an input at the step that the page shows.
    pub async fn send(&mut self, input: Input) -> &mut Self {
        let step = self.view.step;
        self.send_at(step, input)
            .await
            .unwrap_or_else(|error| panic!("a step failed: {} {:?}", error.message, error.context));
        self
    }

    /// Sends an input that answers `step`.
    pub async fn send_at(&mut self, step: i64, input: Input) -> Result<(), Error> {
        let id = request_id();
        let turn = Turn {
            secret: self.secret.clone(),
            step,
            input,
        };
        let view = self
            .bench
            .engine
            .link_turn(&self.bench.with_ctx(&id), turn)
            .await?;
        self.events.extend(view.events.iter().cloned());
        self.view = view;
        Ok(())
    }

    /// Asks whether anything happened since the step that the page shows.
    pub async fn poll(&mut self) -> Result<bool, Error> {
        let id = request_id();
        let ctx = self.bench.with_ctx(&id);
        let engine = &self.bench.engine;
        let Some(view) = engine.link_view(&ctx, &self.secret, Some(self.view.step)).await? else {
            return Ok(false);
        };
        self.events.extend(view.events.iter().cloned());
        self.view = view;
        Ok(true)
    }

    /// Agrees, and picks a bank where none is picked yet.
    pub async fn pick(&mut self, bank: &str) -> &mut Self {
        if matches!(self.view.pane, Pane::Consent { .. }) {
            self.send(Input::Agree).await;
        }
        if matches!(self.view.pane, Pane::Institutions { .. }) {
            let choice = Input::Choose {
                institution: InstitutionId::new(bank),
                query: None,
            };
            self.send(choice).await;
        }
        self
    }

    /// Gives credentials.
    pub async fn sign_in(&mut self, username: &str, password: &str) -> &mut Self {
        let fields = [("username", username), ("password", password)];
        let fields = fields.map(|(name, value)| (name.to_owned(), Sensitive::from(value)));
        self.send(Input::Credentials(fields.to_vec())).await
    }

    /// The error that the page shows.
    pub fn trouble(&self) -> ErrorCode {
        let Pane::Failed { trouble, .. } = &self.view.pane else {
            panic!("no error, but {:?}", self.view.pane)
        };
        trouble.code
    }

    /// The accounts that the page offers.
    pub fn choices(&self) -> &[AccountChoice] {
        let Pane::Accounts { choices, .. } = &self.view.pane else {
            panic!("no accounts to choose, but {:?}", self.view.pane)
        };
        choices
    }

    /// Chooses the accounts with these names; all that can be chosen when there is none.
    pub async fn share(&mut self, names: &[&str]) -> &mut Self {
        let free = self.choices().iter().filter(|choice| choice.barred.is_none());
        let keys = free
            .filter(|choice| names.is_empty() || names.contains(&choice.name.as_str()))
            .map(|choice| choice.key.clone())
            .collect();
        self.send(Input::Accounts(keys)).await
    }

    /// The whole way for the usual user at `bank`, to the end.
    pub async fn link_at(&mut self, bank: &str) -> &mut Self {
        self.pick(bank).await;
        self.sign_in("user_good", "pass_good").await;
        self.share(&[]).await;
        self.send(Input::Finish).await
    }

    /// What `onSuccess` gets.
    pub fn success(&self) -> (Option<String>, &SuccessMetadata) {
        match &self.view.ended.as_ref().expect("the session is over").callback {
            Callback::Success {
                public_token,
                metadata,
            } => (
                public_token.as_ref().map(|token| token.expose().to_owned()),
                metadata,
            ),
            Callback::Exit(standing) => panic!("left without success: {standing:?}"),
        }
    }

    /// The public token that `onSuccess` gets.
    pub fn public_token(&self) -> String {
        self.success().0.expect("there is one Item")
    }

    /// The Item that was linked, in the app's hands.
    pub async fn exchanged(&self) -> crate::Linked {
        self.bench.exchange(&self.public_token()).await
    }

    /// What it was told, by name, with the pane where one is named.
    pub fn told(&self) -> Vec<String> {
        let name = |event: &CallbackEvent| match (event.event_name, event.metadata.view_name) {
            (EventName::TransitionView, Some(view)) => format!("TV {}", view.as_str()),
            (name, Some(view)) => format!("{} {}", name.as_str(), view.as_str()),
            (name, None) => name.as_str().to_owned(),
        };
        self.events.iter().map(name).collect()
    }
}
