//! What is done at each pane, and what is said where nothing can be.

use super::Person;
use crate::link::flow::{AccountChoice, AccountMode, Field, FieldKind, Input, Pane};
use selvedge_banks::institution::Health;
use selvedge_model::{Error, ErrorCode, Sensitive};

const GOOD_USER: &str = "user_good";
const GOOD_PASSWORD: &str = "pass_good";
const ALL: &str = "all";

impl Person<'_> {
    /// What to do at the pane; an error where nothing that was given fits.
    pub(super) fn input(&mut self) -> Result<Input, Error> {
        match &self.view.pane {
            Pane::Consent { .. } => Ok(Input::Agree),
            Pane::Institutions { .. } => self.choose(),
            Pane::Unwell {
                health: Health::Degraded,
                ..
            } => Ok(Input::GoOn),
            Pane::Unwell { health, .. } => Err(unwell(*health)),
            Pane::Credentials {
                trouble: None,
                fields,
                ..
            } => self.credentials(fields),
            Pane::Captcha { .. } => self.respond("the captcha", 1),
            Pane::SendTo {
                trouble: None,
                places,
                ..
            } => self.respond(&format!("where the code goes ({})", places.join(", ")), 1),
            Pane::Code {
                trouble: None,
                sent_to,
                ..
            } => self.respond(&format!("the code that went to {sent_to}"), 1),
            Pane::Questions {
                trouble: None,
                questions,
                ..
            } => self.respond(&questions.join(" / "), questions.len()),
            Pane::Selections {
                trouble: None,
                questions,
                ..
            } => {
                let shown = questions
                    .iter()
                    .map(|one| format!("{} ({})", one.question, one.options.join(", ")));
                let asked = shown.collect::<Vec<_>>().join(" / ");
                let count = questions.len();
                self.respond(&asked, count)
            }
            Pane::Accounts {
                trouble: None,
                choices,
                mode,
                ..
            } => self.share(choices, *mode),
            Pane::Connected { .. } => Ok(Input::Finish),
            Pane::Credentials { .. }
            | Pane::SendTo { .. }
            | Pane::Code { .. }
            | Pane::Questions { .. }
            | Pane::Selections { .. }
            | Pane::Accounts { .. }
            | Pane::Oauth { .. }
            | Pane::Failed { .. }
            | Pane::Leaving { .. }
            | Pane::Waiting { .. }
            | Pane::Expired
            | Pane::Over => Err(self.failed()),
        }
    }

    fn choose(&self) -> Result<Input, Error> {
        match &self.asked.institution_id {
            Some(id) => Ok(Input::Choose {
                institution: id.clone(),
                query: None,
            }),
            None => Err(self.missing("institution_id is needed: the link token names no bank")),
        }
    }

    fn credentials(&self, fields: &[Field]) -> Result<Input, Error> {
        let [username, password] = self.login();
        let (Some(username), Some(password)) = (username, password) else {
            return Err(self.missing("username and password are needed"));
        };
        let filled = fields.iter().map(|field| {
            let value = match field.kind {
                FieldKind::Username => &username,
                FieldKind::Password => &password,
            };
            (field.name.clone(), value.clone())
        });
        Ok(Input::Credentials(filled.collect()))
    }

    /// Login name and password. Whoever wants to leave gives a login, or half of one, or none.
    pub(super) fn login(&self) -> [Option<Sensitive>; 2] {
        let (username, password) = (&self.asked.username, &self.asked.password);
        let signs_in = !self.exits() || username.is_some() || password.is_some();
        let usual = |good| signs_in.then(|| Sensitive::from(good));
        [
            username.clone().or_else(|| usual(GOOD_USER)),
            password.clone().or_else(|| usual(GOOD_PASSWORD)),
        ]
    }

    /// The next list of answers.
    fn respond(&mut self, asked: &str, wanted: usize) -> Result<Input, Error> {
        let given = self
            .asked
            .answers
            .as_ref()
            .and_then(|lists| lists.get(self.answered));
        match given {
            None => Err(self.missing(&format!("answers are needed to: {asked}"))),
            Some(answers) if answers.len() != wanted || answers.iter().any(|one| one.expose().is_empty()) => {
                let place = self.answered;
                let words =
                    format!("answers[{place}] must have {wanted} answers, none of them empty, to: {asked}");
                Err(self.missing(&words))
            }
            Some(answers) => {
                self.answered += 1;
                Ok(Input::Answers(answers.clone()))
            }
        }
    }

    fn share(&self, choices: &[AccountChoice], mode: AccountMode) -> Result<Input, Error> {
        let free: Vec<&AccountChoice> = choices.iter().filter(|one| one.barred.is_none()).collect();
        if self.exits() {
            return Err(self.failed());
        }
        let most = if mode == AccountMode::One { 1 } else { usize::MAX };
        let chosen: Vec<&AccountChoice> = match &self.asked.accounts {
            None => free.iter().copied().take(most).collect(),
            Some(_) => free
                .iter()
                .copied()
                .filter(|one| self.wants_choice(one))
                .collect(),
        };
        if chosen.is_empty() || chosen.len() > most {
            let shown: Vec<String> = free.iter().map(|one| described(one)).collect();
            let words = format!(
                "accounts must name {} of: {}",
                if mode == AccountMode::One { "one" } else { "some" },
                shown.join(", ")
            );
            return Err(self.missing(&words));
        }
        Ok(Input::Accounts(
            chosen.into_iter().map(|one| one.key.clone()).collect(),
        ))
    }

    fn wants_choice(&self, choice: &AccountChoice) -> bool {
        self.wants(choice.mask.as_deref(), &choice.subtype, &choice.name)
    }

    /// Whether an account is one of those to share.
    pub(super) fn wants(&self, mask: Option<&str>, subtype: &str, name: &str) -> bool {
        self.asked.accounts.as_ref().is_none_or(|selectors| {
            selectors
                .iter()
                .any(|one| one == ALL || mask == Some(one) || one == subtype || one == name)
        })
    }

    /// The error that the session stands at.
    pub(super) fn failed(&self) -> Error {
        let met = self.view.standing.error.as_ref();
        let code = met.and_then(|error| ErrorCode::parse(&error.error_code));
        match code {
            Some(code) => self.stopped(code),
            None => self.missing("nothing more is given"),
        }
    }

    /// An error with the place where the session stopped.
    pub(super) fn stopped(&self, code: ErrorCode) -> Error {
        let words = format!("{}; Link stopped at {}", code.entry().message, self.place());
        Error::with(code, words)
    }

    fn missing(&self, what: &str) -> Error {
        Error::field(format!("{what}; Link stopped at {}", self.place()))
    }

    /// An input that changed nothing.
    pub(super) fn not_taken(&self) -> Error {
        self.missing("what is given does not fit")
    }

    /// How events name the pane.
    fn place(&self) -> &'static str {
        match &self.view.pane {
            Pane::Consent { .. } => "CONSENT",
            Pane::Institutions { .. } | Pane::Unwell { .. } => "SELECT_INSTITUTION",
            Pane::Credentials { .. } => "CREDENTIAL",
            Pane::Captcha { .. } => "RECAPTCHA",
            Pane::SendTo { .. } | Pane::Code { .. } | Pane::Questions { .. } | Pane::Selections { .. } => {
                "MFA"
            }
            Pane::Oauth { .. } => "OAUTH",
            Pane::Accounts { .. } => "SELECT_ACCOUNT",
            Pane::Connected { .. } => "CONNECTED",
            Pane::Leaving { .. } | Pane::Over => "EXIT",
            Pane::Waiting { .. } => "LOADING",
            Pane::Failed { .. } | Pane::Expired => "ERROR",
        }
    }
}

fn unwell(health: Health) -> Error {
    if health == Health::Down {
        return Error::with(
            ErrorCode::InstitutionDown,
            "the bank is down; Link stopped at SELECT_INSTITUTION",
        );
    }
    Error::with(
        ErrorCode::InstitutionNoLongerSupported,
        "the bank is not offered in this session, for its own sake or for the link token's countries, products \
         or list of banks; Link stopped at SELECT_INSTITUTION",
    )
}

fn described(choice: &AccountChoice) -> String {
    let mask = choice.mask.as_deref().unwrap_or("no mask");
    format!("{} ({mask}, {})", choice.name, choice.subtype)
}
