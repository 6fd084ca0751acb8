//! A visit to the bank's own pages: from the address that begins it to the one that it ends at.

use super::code::{self, Worth};
use super::outcome::{Back, Outcome};
use super::request::{self, AuthorizationRequest, Refusal};
use super::ticket::{At, Keys, Ticket, TicketFault};
use super::{SITE_PATH, issuer};
use crate::connector::{Ask, BankAccount, BankError, ExternalId, Step};
use crate::institution::Institution;
use crate::sandbox::challenge::Place;
use crate::sandbox::consent::Consent;
use crate::sandbox::login::Login;
use crate::sandbox::profile::Profile;
use crate::sandbox::{SandboxBank, challenge, login};
use selvedge_model::id::InstitutionId;
use selvedge_model::scope::DataScope;
use selvedge_model::{Ctx, Sensitive};

/// Why there is no page to show.
#[derive(Clone, PartialEq, Eq)]
#[expect(missing_debug_implementations, reason = "an address may carry a state")]
pub enum SiteError {
    /// No bank of this id has pages of its own.
    NoSuchBank,
    /// The request is not one to be shown.
    Request(Refusal),
    /// The visit cannot go on.
    Ticket(TicketFault),
    /// The bank itself failed.
    Bank(BankError),
}

impl From<TicketFault> for SiteError {
    fn from(fault: TicketFault) -> Self {
        Self::Ticket(fault)
    }
}

impl From<BankError> for SiteError {
    fn from(error: BankError) -> Self {
        Self::Bank(error)
    }
}

/// A page of the visit.
#[expect(missing_debug_implementations, reason = "holds a ticket")]
pub struct Stage {
    /// What was asked of the bank.
    pub request: AuthorizationRequest,
    /// What the page's forms bring back.
    pub ticket: Sensitive,
    /// What the page shows.
    pub scene: Scene,
}

/// What a page of the visit shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scene {
    /// The sign-in; with why the last one failed.
    SignIn(Option<BankError>),
    /// A question; with why the last answer failed.
    Ask(Ask, Option<BankError>),
    /// The consent.
    Consent {
        /// Everything that could be shared.
        accounts: Vec<BankAccount>,
        /// Whether the last choice was to share no account at all.
        chose_none: bool,
    },
}

/// What the person decided on the consent page, or a tester anywhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// The accounts to share, by the bank's ids.
    pub accounts: Vec<ExternalId>,
    /// The kinds of data to share; what was not asked for counts for nothing.
    pub kinds: Vec<DataScope>,
    /// How the visit ends.
    pub outcome: Outcome,
}

/// Where a decision leads.
#[expect(missing_debug_implementations, reason = "an address carries a code")]
pub enum Ending {
    /// To the consent page again.
    Again(Box<Stage>),
    /// To this address, which is ours.
    Back(String),
    /// Nowhere.
    Nowhere,
}

/// A whole visit by somebody who knows all answers beforehand.
#[derive(Clone, Copy)]
#[expect(missing_debug_implementations, reason = "holds credentials")]
pub struct Walk<'a> {
    /// The address that begins the visit.
    pub url: &'a str,
    /// The login name.
    pub username: &'a Sensitive,
    /// The password.
    pub password: &'a Sensitive,
    /// The answers, for each time that the bank asks.
    pub answers: &'a [Vec<Sensitive>],
    /// Which accounts to share.
    pub choose: &'a (dyn Fn(&BankAccount) -> bool + Sync),
    /// The kinds of data to keep back.
    pub withhold: &'a [DataScope],
    /// How the visit ends.
    pub outcome: Outcome,
}

impl SandboxBank {
    /// The institution with this id, wherever people sign in.
    pub fn any(&self, id: &InstitutionId) -> Option<&Institution> {
        self.catalogue.find(id)
    }

    /// The institution with this id, where people sign in on its own pages.
    pub fn site_of(&self, id: &InstitutionId) -> Option<&Institution> {
        self.catalogue.find(id).filter(|institution| institution.oauth)
    }

    /// Begins a visit: `query` is that of the authorize address.
    pub fn arrive(&self, ctx: &Ctx<'_>, bank: &InstitutionId, query: &str) -> Result<Stage, SiteError> {
        let institution = self.site_of(bank).ok_or(SiteError::NoSuchBank)?;
        let request =
            AuthorizationRequest::read(&self.site, institution, query).map_err(SiteError::Request)?;
        Ok(self.begin(ctx, request, login::serves(institution).err()))
    }

    /// Signs in.
    pub fn enter(
        &self,
        ctx: &Ctx<'_>,
        bank: &InstitutionId,
        ticket: &str,
        [username, password]: [&Sensitive; 2],
    ) -> Result<Stage, SiteError> {
        let institution = self.site_of(bank).ok_or(SiteError::NoSuchBank)?;
        let Ticket { request, .. } = Ticket::open(&self.vault, ctx.now, bank, ticket)?;
        let login = Login::at(bank, username, password);
        let step = login::admit(institution, &login)
            .and_then(|questions| challenge::ask(&login, &questions, Place::default()));
        match step {
            Ok(step) => self.go_on(ctx, institution, request, step),
            Err(trouble) => Ok(self.begin(ctx, request, Some(trouble))),
        }
    }

    /// Answers what the bank asked.
    pub fn answer(
        &self,
        ctx: &Ctx<'_>,
        bank: &InstitutionId,
        ticket: &str,
        answers: &[Sensitive],
    ) -> Result<Stage, SiteError> {
        let institution = self.site_of(bank).ok_or(SiteError::NoSuchBank)?;
        let Ticket { request, at } = Ticket::open(&self.vault, ctx.now, bank, ticket)?;
        let (login, place) = challenge::read(&at.pending()?)?;
        let questions = login::admit(institution, &login)?;
        match challenge::check(&questions, place, answers) {
            Ok(next) => {
                let step = challenge::ask(&login, &questions, next)?;
                self.go_on(ctx, institution, request, step)
            }
            Err(trouble @ BankError::RecaptchaBad) => Ok(self.begin(ctx, request, Some(trouble))),
            Err(trouble) => {
                let again = challenge::ask(&login, &questions, place)?;
                let mut stage = self.go_on(ctx, institution, request, again)?;
                if let Scene::Ask(_, why) = &mut stage.scene {
                    *why = Some(trouble);
                }
                Ok(stage)
            }
        }
    }

    /// Ends the visit.
    pub fn decide(
        &self,
        ctx: &Ctx<'_>,
        bank: &InstitutionId,
        ticket: &str,
        decision: &Decision,
    ) -> Result<Ending, SiteError> {
        let institution = self.site_of(bank).ok_or(SiteError::NoSuchBank)?;
        let Ticket { request, at } = Ticket::open(&self.vault, ctx.now, bank, ticket)?;
        let worth = match (decision.outcome.back(), decision.outcome.refusal()) {
            (Back::Nothing, _) => return Ok(Ending::Nowhere),
            (Back::Error(error), _) => {
                let address = self.back(&request, Outcome::AsChosen, ("error", error));
                return Ok(Ending::Back(address));
            }
            (Back::Code, Some(_)) => Worth::Failure(decision.outcome),
            (Back::Code, None) => {
                let At::SignedIn(keys) = at else {
                    return Err(TicketFault::OtherPage.into());
                };
                let held = held(ctx, institution, &keys)?;
                let chosen: Vec<ExternalId> = held
                    .iter()
                    .map(|account| account.id.clone())
                    .filter(|id| decision.accounts.contains(id))
                    .collect();
                if chosen.is_empty() {
                    let again = self.consent_page(ctx, request, keys, (held, true));
                    return Ok(Ending::Again(Box::new(again)));
                }
                Worth::Consent(keys, Consent::to(chosen, shared(&request, &decision.kinds)))
            }
        };
        let code = code::mint(&self.vault, ctx, &request, worth)?;
        let address = self.back(&request, decision.outcome, ("code", code.expose()));
        Ok(Ending::Back(address))
    }

    /// Walks through a whole visit without pages; gives the query that the browser would bring back.
    pub fn consent(&self, ctx: &Ctx<'_>, walk: &Walk<'_>) -> Result<String, BankError> {
        let prefix = format!("{}{SITE_PATH}/", self.site);
        let (bank, query) = walk
            .url
            .strip_prefix(&prefix)
            .and_then(|rest| rest.split_once("/authorize?"))
            .ok_or_else(|| BankError::Failed("the address is not one of the test bank's".to_owned()))?;
        let bank = InstitutionId::new(bank);
        match self.walk(ctx, &bank, query, walk) {
            Ok(Ending::Back(url)) | Err(SiteError::Request(Refusal::Back(url))) => {
                let query = url.split_once('?').map(|(_, query)| query.to_owned());
                Ok(query.unwrap_or_default())
            }
            Ok(Ending::Again(_)) => Err(BankError::NoAccounts),
            Ok(Ending::Nowhere) => Err(BankError::InsufficientCredentials),
            Err(SiteError::Bank(error)) => Err(error),
            Err(SiteError::NoSuchBank) => Err(BankError::InstitutionNoLongerSupported),
            Err(SiteError::Request(Refusal::Here(words))) => Err(BankError::Failed(words.to_owned())),
            Err(SiteError::Ticket(fault)) => Err(BankError::Failed(fault.to_string())),
        }
    }

    fn walk(
        &self,
        ctx: &Ctx<'_>,
        bank: &InstitutionId,
        query: &str,
        walk: &Walk<'_>,
    ) -> Result<Ending, SiteError> {
        let mut stage = self.arrive(ctx, bank, query)?;
        let mut decision = Decision {
            accounts: Vec::new(),
            kinds: Vec::new(),
            outcome: walk.outcome,
        };
        if walk.outcome.is_early() {
            return self.decide(ctx, bank, stage.ticket.expose(), &decision);
        }
        stage = self.enter(ctx, bank, stage.ticket.expose(), [walk.username, walk.password])?;
        let mut answers = walk.answers.iter();
        let accounts = loop {
            match stage.scene {
                Scene::SignIn(Some(trouble)) | Scene::Ask(_, Some(trouble)) => return Err(trouble.into()),
                Scene::SignIn(None) => return Err(BankError::InsufficientCredentials.into()),
                Scene::Ask(_, None) => {
                    let given = answers.next().ok_or(BankError::UserInputTimeout)?;
                    stage = self.answer(ctx, bank, stage.ticket.expose(), given)?;
                }
                Scene::Consent { accounts, .. } => break accounts,
            }
        };
        let chosen = accounts.into_iter().filter(|account| (walk.choose)(account));
        decision.accounts = chosen.map(|account| account.id).collect();
        decision.kinds.clone_from(&stage.request.scopes);
        decision.kinds.retain(|kind| !walk.withhold.contains(kind));
        self.decide(ctx, bank, stage.ticket.expose(), &decision)
    }

    fn begin(&self, ctx: &Ctx<'_>, request: AuthorizationRequest, trouble: Option<BankError>) -> Stage {
        Stage {
            ticket: self.ticket(ctx, &request, At::Begun),
            scene: Scene::SignIn(trouble),
            request,
        }
    }

    fn go_on(
        &self,
        ctx: &Ctx<'_>,
        institution: &Institution,
        request: AuthorizationRequest,
        step: Step,
    ) -> Result<Stage, SiteError> {
        match step {
            Step::Challenge(challenge) => Ok(Stage {
                ticket: self.ticket(ctx, &request, At::asked(&challenge.state)),
                scene: Scene::Ask(challenge.ask, None),
                request,
            }),
            Step::Done(grant) => {
                let keys = Login::of_grant(&grant)?.into_keys();
                let held = held(ctx, institution, &keys)?;
                Ok(self.consent_page(ctx, request, keys, (held, false)))
            }
        }
    }

    fn consent_page(
        &self,
        ctx: &Ctx<'_>,
        request: AuthorizationRequest,
        keys: Keys,
        (accounts, chose_none): (Vec<BankAccount>, bool),
    ) -> Stage {
        Stage {
            ticket: self.ticket(ctx, &request, At::SignedIn(keys)),
            scene: Scene::Consent { accounts, chose_none },
            request,
        }
    }

    fn ticket(&self, ctx: &Ctx<'_>, request: &AuthorizationRequest, at: At) -> Sensitive {
        let request = request.clone();
        Ticket { request, at }.seal(&self.vault, ctx)
    }

    /// The address that the visit ends at.
    fn back(&self, request: &AuthorizationRequest, outcome: Outcome, (name, value): (&str, &str)) -> String {
        let mut state = request.state.expose().to_owned();
        let mut issuer = issuer(&self.site, &request.institution);
        if outcome == Outcome::WrongState {
            state.insert(0, '0');
        }
        if outcome == Outcome::WrongIssuer {
            issuer.push('0');
        }
        let pairs = [(name, value), ("state", &state), ("iss", &issuer)];
        request::with_query(&request.redirect_uri, &pairs)
    }
}

/// Everything that the login could share.
fn held(ctx: &Ctx<'_>, institution: &Institution, keys: &Keys) -> Result<Vec<BankAccount>, BankError> {
    let login = Login::at(&institution.id, &keys.username, &keys.password);
    let profile = Profile::of(institution, &login, ctx.now)?;
    Ok(profile.accounts.into_iter().map(|held| held.account).collect())
}

/// What was asked for and is given.
fn shared(request: &AuthorizationRequest, given: &[DataScope]) -> Vec<DataScope> {
    let asked = request.scopes.iter().copied();
    asked.filter(|scope| given.contains(scope)).collect()
}
