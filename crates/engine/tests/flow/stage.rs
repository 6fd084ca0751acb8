//! A session with the test bank behind it and nothing else: every effect is carried out at once.
//!
//! Not a test itself.

use futures_util::FutureExt as _;
use jiff::Timestamp;
use selvedge_banks::connector::{
    Balances, BankAccount, Currency, ExternalId, Grant, Presence, Resume, SignIn, Step, Visit,
};
use selvedge_banks::institution::Catalogue;
use selvedge_banks::sandbox::SandboxBank;
use selvedge_banks::{BankError, Connector as _};
use selvedge_engine::link::flow::{
    AccountMode, Done, Effect, Ending, Input, Listing, Login, OauthEnd, OauthWay, Pane, Plan, Purpose,
    Settled, Shared, State, Told, can_go_back, ending, pane, standing, step,
};
use selvedge_model::account::{AccountType, VerificationStatus};
use selvedge_model::country::Country;
use selvedge_model::id::{AccountId, InstitutionId, ItemId};
use selvedge_model::scope::DataScope;
use selvedge_model::{Environment, ErrorCode, Product, Sensitive};
use selvedge_vault::{MasterKey, Vault};
use selvedge_wire::endpoint::link::LinkedAccount;
use std::sync::Arc;

pub(crate) const FIRST_PLATYPUS: &str = "ins_109508";
pub(crate) const TARTAN: &str = "ins_109511";
pub(crate) const HOUNDSTOOTH: &str = "ins_109512";
pub(crate) const WINDOWPANE: &str = "ins_135858";
pub(crate) const OAUTH: &str = "ins_127287";
pub(crate) const DEGRADED: &str = "ins_132363";
pub(crate) const DOWN: &str = "ins_132361";
pub(crate) const UNSUPPORTED: &str = "ins_133402";

/// What the app of a plain session asks for.
pub(crate) fn plan() -> Plan {
    Plan {
        purpose: Purpose::Link,
        products: vec![Product::Auth],
        if_supported: Vec::new(),
        optional: Vec::new(),
        scopes: vec![DataScope::AccountBalanceInfo, DataScope::AccountRoutingNumber],
        countries: vec![Country::Us],
        filters: None,
        accounts: AccountMode::Several,
        only_banks: Vec::new(),
        begin_with: None,
        routing_number: None,
        several: false,
        oauth: OauthWay::Popup,
    }
}

/// A plan that updates an Item at `institution`.
pub(crate) fn update(institution: &str) -> Plan {
    Plan {
        purpose: Purpose::Update {
            item: ItemId::new("item-1"),
            institution: InstitutionId::new(institution),
            sign_in: false,
            choose_accounts: false,
            consent: false,
        },
        ..plan()
    }
}

pub(crate) fn sensitive(text: &str) -> Sensitive {
    Sensitive::from(text)
}

pub(crate) fn credentials(username: &str, password: &str) -> Input {
    Input::Credentials(vec![
        ("username".to_owned(), sensitive(username)),
        ("password".to_owned(), sensitive(password)),
    ])
}

pub(crate) fn answers(answers: &[&str]) -> Input {
    Input::Answers(answers.iter().map(|answer| sensitive(answer)).collect())
}

pub(crate) fn choose(id: &str) -> Input {
    Input::Choose {
        institution: InstitutionId::new(id),
        query: None,
    }
}

/// A session, the bank behind it, and what happened so far.
pub(crate) struct Stage {
    pub(crate) plan: Plan,
    pub(crate) banks: Arc<Catalogue>,
    bank: SandboxBank,
    pub(crate) state: State,
    /// What was told, in words.
    pub(crate) told: Vec<String>,
    /// The masks of the accounts that each settled Item shares.
    pub(crate) settled: Vec<Vec<String>>,
    /// The masks of the accounts that the Item to update shares.
    pub(crate) shared: Vec<&'static str>,
    /// What the bank says of the login.
    pub(crate) login: Login,
    /// The login behind the stored grant and the bank's own pages.
    pub(crate) there: (&'static str, &'static str),
    /// How the stored grant is refused, where it is.
    pub(crate) regain: Option<BankError>,
    /// How writing the Item fails, where it does.
    pub(crate) settle: Option<ErrorCode>,
    visits: u32,
}

impl Stage {
    pub(crate) fn new(plan: Plan) -> Self {
        let banks = Arc::new(Catalogue::load().unwrap());
        let key = MasterKey::parse(&"5e".repeat(32)).ok().unwrap();
        let vault = Arc::new(Vault::new(key, Environment::Sandbox));
        Self {
            bank: SandboxBank::new(Arc::clone(&banks), vault, "http://bank.test".to_owned()),
            banks,
            plan,
            state: State::new(),
            told: Vec::new(),
            settled: Vec::new(),
            shared: Vec::new(),
            login: Login::Unknown,
            there: ("user_good", "pass_good"),
            regain: None,
            settle: None,
            visits: 0,
        }
    }

    /// A session that is open.
    pub(crate) fn open(plan: Plan) -> Self {
        let mut stage = Self::new(plan);
        stage.give(Input::Open);
        stage
    }

    /// A session that is at the pane of `institution`.
    pub(crate) fn at_bank(plan: Plan, institution: &str) -> Self {
        let mut stage = Self::open(plan);
        stage.give(Input::Agree).give(choose(institution));
        stage
    }

    /// Gives an input, and carries out what follows from it.
    pub(crate) fn give(&mut self, input: Input) -> &mut Self {
        let mut effect = self.step(input);
        while let Some(todo) = effect {
            let done = self.carry_out(todo);
            effect = self.step(Input::Done(Box::new(done)));
        }
        self
    }

    /// Gives an input and leaves what follows from it undone.
    pub(crate) fn step(&mut self, input: Input) -> Option<Effect> {
        let outcome = step(&self.plan, &self.banks, self.state.clone(), input);
        self.state = outcome.state;
        self.told.extend(outcome.told.iter().map(words));
        outcome.effect
    }

    pub(crate) fn pane(&self) -> Pane {
        pane(&self.plan, &self.banks, &self.state)
    }

    pub(crate) fn can_go_back(&self) -> bool {
        can_go_back(&self.plan, &self.state)
    }

    pub(crate) fn ending(&self) -> Option<Ending> {
        ending(&self.state)
    }

    /// Error and status of `onExit`, in words.
    pub(crate) fn standing(&self) -> (Option<&'static str>, Option<&'static str>) {
        let (error, status) = standing(&self.state);
        (
            error.map(ErrorCode::as_str),
            status.map(selvedge_wire::callback::ExitStatus::as_str),
        )
    }

    /// What was told since the last time this was asked.
    pub(crate) fn news(&mut self) -> Vec<String> {
        std::mem::take(&mut self.told)
    }

    /// Chooses accounts by their masks.
    pub(crate) fn pick(&mut self, masks: &[&str]) -> &mut Self {
        let Pane::Accounts { choices, .. } = self.pane() else {
            panic!("no accounts to choose among")
        };
        let keys = masks.iter().map(|mask| {
            let choice = choices.iter().find(|choice| choice.mask.as_deref() == Some(mask));
            choice.unwrap().key.clone()
        });
        let keys = keys.collect();
        self.give(Input::Accounts(keys))
    }

    /// Goes to the bank's own pages and comes back with a code.
    pub(crate) fn come_back(&mut self) -> &mut Self {
        self.give(Input::OauthLeft)
            .give(Input::OauthBack(OauthEnd::Code(sensitive("code"))))
    }

    fn carry_out(&mut self, effect: Effect) -> Done {
        match effect {
            Effect::SignIn {
                institution,
                username,
                password,
            } => Done::SignedIn(self.sign_in(&institution, &username, &password, Presence::Attended)),
            Effect::Resume {
                institution,
                pending,
                answers,
            } => {
                let request = Resume {
                    institution: self.banks.find(&institution).unwrap(),
                    state: &pending,
                    answers: &answers,
                };
                Done::SignedIn(self.bank.resume(&visit(), request).now_or_never().unwrap())
            }
            Effect::Authorize { .. } => {
                self.visits += 1;
                Done::Authorized(Ok(format!("/link/oauth/{}", self.visits)))
            }
            Effect::Redeem { institution, .. } => Done::SignedIn(self.enter_there(&institution)),
            Effect::Regain => {
                let institution = self.state.bank.clone().unwrap().id;
                Done::SignedIn(match self.regain.clone() {
                    Some(error) => Err(error),
                    None => self.enter_there(&institution),
                })
            }
            Effect::Accounts { grant, .. } => Done::Accounts(self.list(&grant)),
            Effect::Settle { grant, accounts, .. } => Done::Settled(match self.settle {
                Some(code) => Err(code),
                None => Ok(self.write(&grant, &accounts)),
            }),
        }
    }

    fn enter_there(&self, institution: &InstitutionId) -> Result<Step, BankError> {
        let (username, password) = (sensitive(self.there.0), sensitive(self.there.1));
        self.sign_in(institution, &username, &password, Presence::Unattended)
    }

    fn sign_in(
        &self,
        institution: &InstitutionId,
        username: &Sensitive,
        password: &Sensitive,
        presence: Presence,
    ) -> Result<Step, BankError> {
        let request = SignIn {
            institution: self.banks.find(institution).unwrap(),
            username,
            password,
            presence,
        };
        self.bank.sign_in(&visit(), request).now_or_never().unwrap()
    }

    fn accounts(&self, grant: &Grant) -> Result<Vec<BankAccount>, BankError> {
        self.bank.accounts(&visit(), grant).now_or_never().unwrap()
    }

    fn list(&self, grant: &Grant) -> Result<Listing, BankError> {
        let shared = |account: &BankAccount| {
            if account
                .mask
                .as_deref()
                .is_some_and(|mask| self.shared.contains(&mask))
            {
                Shared::Already
            } else {
                Shared::NotYet
            }
        };
        let accounts = self.accounts(grant)?.into_iter();
        Ok(Listing {
            accounts: accounts
                .map(|account| (account.clone(), shared(&account)))
                .collect(),
            login: self.login,
        })
    }

    fn write(&mut self, grant: &Grant, chosen: &[String]) -> Settled {
        let accounts: Vec<LinkedAccount> = self
            .accounts(grant)
            .unwrap()
            .into_iter()
            .filter(|account| chosen.iter().any(|id| id == account.id.as_str()))
            .map(|account| LinkedAccount {
                class_type: None,
                id: AccountId::new(format!("account-{}", account.id.as_str())),
                mask: account.mask,
                name: account.name,
                subtype: Some(account.subtype),
                kind: account.kind.as_str().to_owned(),
                verification_status: account.verification.map(|status| status.as_str().to_owned()),
            })
            .collect();
        let masks = accounts.iter().filter_map(|account| account.mask.clone());
        self.settled.push(masks.collect());
        Settled {
            public_token: sensitive(&format!("public-{}", self.settled.len())),
            ids: accounts.iter().map(|account| account.id.clone()).collect(),
            accounts,
        }
    }
}

fn visit() -> Visit<'static> {
    Visit {
        now: Timestamp::from_second(1_800_000_000).unwrap(),
        interaction_id: "visit-1",
    }
}

/// An event on one line.
pub(crate) fn words(told: &Told) -> String {
    let mut words = vec![match told.name.as_str() {
        "TRANSITION_VIEW" => "TV",
        name => name,
    }];
    words.extend(told.view.map(selvedge_wire::callback::ViewName::as_str));
    words.extend(told.mfa.map(selvedge_wire::callback::MfaType::as_str));
    words.extend(told.error.map(ErrorCode::as_str));
    words.extend(told.status.map(selvedge_wire::callback::ExitStatus::as_str));
    words.extend(told.query.as_deref());
    words.extend(told.matched.map(selvedge_wire::callback::MatchReason::as_str));
    words.join(" ")
}

/// A plain account of a bank.
pub(crate) fn account(id: &str, subtype: &str, verification: Option<VerificationStatus>) -> BankAccount {
    BankAccount {
        id: ExternalId::new(id),
        name: id.to_owned(),
        official_name: None,
        mask: None,
        kind: AccountType::Depository,
        subtype: subtype.to_owned(),
        balances: Balances {
            available: None,
            current: None,
            limit: None,
            currency: Currency::Iso("USD".to_owned()),
            last_updated_at: Some(Timestamp::UNIX_EPOCH),
        },
        holder: None,
        persistent_id: None,
        verification,
    }
}
