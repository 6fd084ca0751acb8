//! A visit to the test bank's own pages, there and back.

use super::Person;
use crate::link::flow::{Input, OauthEnd};
use crate::link::session::Return;
use selvedge_banks::connector::BankAccount;
use selvedge_banks::sandbox::oauth::{Outcome, Walk};
use selvedge_model::{Error, ErrorCode, Sensitive};
use selvedge_wire::endpoint::complete::BankOutcome;

impl Person<'_> {
    /// Goes to the bank's own pages by `path`, once, and comes back with whatever they gave.
    pub(super) async fn visit(&mut self, path: &str) -> Result<(), Error> {
        let leaves = self.exits() && self.asked.bank_outcome.is_none();
        if self.visited || leaves {
            return Err(self.failed());
        }
        self.visited = true;
        let ticket = Sensitive::from(path.rsplit('/').next().unwrap_or_default());
        let proof = self.view.window_proof.as_ref().map(|proof| &proof.proof);
        let departure = self.engine.oauth_leave(self.ctx, &ticket, proof).await?;
        self.give(Input::OauthLeft).await?;
        let back = match self.consent(&departure.url) {
            Ok(query) => read(&query, departure.cookie),
            Err(code) => {
                let refused = self.stopped(code);
                self.give(Input::OauthClosed).await?;
                return Err(refused);
            }
        };
        let returned = Box::pin(self.engine.oauth_return(self.ctx, back)).await;
        self.look().await?;
        returned.map(drop)
    }

    /// What the person does there; the query that the browser brings back.
    fn consent(&self, url: &str) -> Result<String, ErrorCode> {
        let Some(bank) = self.engine.test_bank() else {
            return Err(ErrorCode::InstitutionNotResponding);
        };
        let [username, password] = self
            .login()
            .map(|given| given.unwrap_or_else(|| Sensitive::from("")));
        let outcome = self.asked.bank_outcome.map_or("as_chosen", BankOutcome::as_str);
        let walk = Walk {
            url,
            username: &username,
            password: &password,
            answers: self.asked.answers.as_deref().unwrap_or_default(),
            choose: &|account: &BankAccount| {
                self.wants(account.mask.as_deref(), &account.subtype, &account.name)
            },
            withhold: self.asked.withhold.as_deref().unwrap_or_default(),
            outcome: Outcome::parse(outcome).unwrap_or(Outcome::AsChosen),
        };
        bank.consent(self.ctx, &walk).map_err(|error| error.code())
    }
}

/// What a browser brings back in `query`.
fn read(query: &str, cookie: Sensitive) -> Return {
    let mut pairs: std::collections::HashMap<_, _> = url::form_urlencoded::parse(query.as_bytes())
        .into_owned()
        .collect();
    let end = match (pairs.remove("code"), pairs.remove("error")) {
        (Some(code), _) => OauthEnd::Code(Sensitive::new(code)),
        (None, error) => OauthEnd::Refused(error.unwrap_or_default()),
    };
    Return {
        state: Sensitive::new(pairs.remove("state").unwrap_or_default()),
        end,
        issuer: pairs.remove("iss"),
        cookie: Some(cookie),
        browser: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_outcome_of_the_bank_can_be_asked_for() {
        let known: Vec<&str> = Outcome::ALL.iter().map(|one| one.as_str()).collect();
        let published: Vec<&str> = BankOutcome::ALL.iter().map(|one| one.as_str()).collect();
        assert_eq!(known, published);
    }
}
