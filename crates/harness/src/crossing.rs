//! The way to a bank with pages of its own and back, as a browser goes it, without a browser.

use crate::page::request_id;
use crate::{Bench, Page};
use selvedge_banks::connector::BankAccount;
use selvedge_banks::sandbox::oauth::{Outcome, Walk};
use selvedge_engine::link::flow::{Input, OauthEnd, Pane};
use selvedge_engine::link::{Departure, Landing, Return};
use selvedge_model::scope::DataScope;
use selvedge_model::{Error, Sensitive};

impl Page<'_> {
    /// The way to the bank that it shows.
    pub fn way(&self) -> &str {
        let Pane::Oauth { path, .. } = &self.view.pane else {
            panic!("not at a bank's own pages, but {:?}", self.view.pane)
        };
        path
    }

    /// What makes the way good, once.
    pub fn ticket(&self) -> Sensitive {
        Sensitive::from(self.way().strip_prefix("/link/oauth/").unwrap())
    }

    /// What shows that whoever takes the way began the session: the page's own window, or its browser.
    pub fn proof(&self) -> Option<Sensitive> {
        let window = self.view.window_proof.as_ref().map(|window| &window.proof);
        window.or(self.browser.as_ref()).cloned()
    }

    /// Goes to the bank.
    pub async fn leave(&mut self) -> Departure {
        let (ticket, proof) = (self.ticket(), self.proof());
        self.send(Input::OauthLeft).await;
        let bench = self.bench;
        let left = bench
            .engine
            .oauth_leave(&bench.with_ctx("leave"), &ticket, proof.as_ref())
            .await;
        left.unwrap()
    }

    /// There and back in a window, as the usual user who shares everything.
    pub async fn visit_bank(&mut self) -> &mut Self {
        if matches!(self.view.pane, Pane::Consent { .. }) {
            self.send(Input::Agree).await;
        }
        let departure = self.leave().await;
        let bench = self.bench;
        let back = bench.consented(&departure, Outcome::AsChosen, &[]);
        let landing = bench.come_back(back).await.unwrap();
        assert!(matches!(landing, Landing::Window(_)));
        assert!(self.poll().await.unwrap());
        self
    }
}

impl Bench {
    /// What a browser brings back from the bank when the usual user shares everything but `withhold`.
    pub fn consented(&self, departure: &Departure, outcome: Outcome, withhold: &[DataScope]) -> Return {
        let everything = |_account: &BankAccount| true;
        let walk = Walk {
            url: &departure.url,
            username: &Sensitive::from("user_good"),
            password: &Sensitive::from("pass_good"),
            answers: &[],
            choose: &everything,
            withhold,
            outcome,
        };
        let bank = self.engine.test_bank().unwrap();
        let query = bank.consent(&self.with_ctx("bank"), &walk).ok().unwrap();
        let address = url::Url::parse(&format!("http://bank.test/?{query}")).unwrap();
        let one = |name: &str| {
            let found = address.query_pairs().find(|(key, _)| key == name);
            found.map(|(_, value)| value.into_owned())
        };
        Return {
            state: Sensitive::new(one("state").unwrap()),
            end: match one("code") {
                Some(code) => OauthEnd::Code(Sensitive::new(code)),
                None => OauthEnd::Refused(one("error").unwrap()),
            },
            issuer: one("iss"),
            cookie: Some(departure.cookie.clone()),
            browser: None,
        }
    }

    /// Comes back from the bank. Each time is a request of its own.
    pub async fn come_back(&self, back: Return) -> Result<Landing, Error> {
        let id = request_id();
        self.engine.oauth_return(&self.with_ctx(&id), back).await
    }
}
