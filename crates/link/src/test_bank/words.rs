//! What the test bank says: why it does not let somebody in, what is shared, and what a tester can try.
//!
//! The words for Link's own panes are elsewhere: a bank speaks for itself.

use selvedge_banks::BankError;
use selvedge_banks::connector::Ask;
use selvedge_banks::sandbox::oauth::{Outcome, Refusal, SiteError, TicketFault};
use selvedge_model::country::Country;
use selvedge_model::scope::DataScope;

/// Why somebody is not let in.
#[expect(clippy::wildcard_enum_match_arm, reason = "the rest is told by its code")]
pub(super) fn trouble(error: &BankError) -> String {
    match error {
        BankError::InvalidCredentials => {
            "This name and password do not fit. Try user_good and pass_good.".to_owned()
        }
        BankError::InvalidMfa => "This answer is not right.".to_owned(),
        BankError::InvalidSendMethod => "Choose where we send the code.".to_owned(),
        BankError::RecaptchaBad => "We could not tell that you are a person. Sign in again.".to_owned(),
        BankError::ItemLocked => "This login is locked.".to_owned(),
        BankError::PasswordResetRequired => "Your password has to be changed first.".to_owned(),
        BankError::UserSetupRequired => "Finish setting up your login first.".to_owned(),
        BankError::NoAccounts => "There are no open accounts under this login.".to_owned(),
        BankError::InstitutionDown => "We are down for maintenance. Try again later.".to_owned(),
        BankError::CustomUser(problems) => format!(
            "The password is not a valid description of a test user: {}.",
            problems.join("; ")
        ),
        other => format!("We cannot sign you in now ({}).", other.code().as_str()),
    }
}

/// Why there is no page to show.
pub(super) fn no_page(error: &SiteError) -> String {
    match error {
        SiteError::NoSuchBank => "There is no bank here.".to_owned(),
        SiteError::Request(Refusal::Here(words)) => sentence(words),
        SiteError::Request(Refusal::Back(_)) => String::new(),
        SiteError::Ticket(TicketFault::Expired) => "This visit took too long.".to_owned(),
        SiteError::Ticket(TicketFault::Altered | TicketFault::OtherPage) => {
            "This page cannot be used any more.".to_owned()
        }
        SiteError::Bank(error) => trouble(error),
    }
}

fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().map(char::to_uppercase);
    let mut sentence: String = first.into_iter().flatten().collect();
    sentence.push_str(letters.as_str());
    sentence.push('.');
    sentence
}

/// What sharing a kind of data means.
pub(super) const fn kind(scope: DataScope) -> &'static str {
    match scope {
        DataScope::AccountBalanceInfo => "Account names, types and balances",
        DataScope::ContactInfo => "Your name, address, e-mail and phone number",
        DataScope::AccountRoutingNumber => "Account and routing numbers",
        DataScope::Transactions => "Transactions",
        DataScope::CreditLoanInfo => "Credit cards and loans",
        DataScope::Investments => "Investments",
        DataScope::RiskInfo => "How the account is used, to tell fraud",
        DataScope::BankStatements => "Statements",
        DataScope::IncomeVerificationBankStatements => "Statements, to verify income",
    }
}

/// How long the consent lasts: open banking in Europe ends it by law.
pub(super) const fn duration(home: Country) -> &'static str {
    if matches!(home, Country::Us | Country::Ca) {
        "Until you stop it."
    } else {
        "For 180 days, unless you stop it sooner."
    }
}

/// What a tester needs to know to answer.
pub(super) const fn hint(ask: &Ask) -> &'static str {
    match ask {
        Ask::SendTo(_) => "Test bank: nothing is sent; any of them will do.",
        Ask::Code { .. } => "Test bank: the code is 1234.",
        Ask::Questions(_) => "Test bank: the answer to “Question 0-1” is answer_0_1, and so on.",
        Ask::Selections(_) => "Test bank: the first choice is right.",
        Ask::Captcha => "Test bank: nobody is really checked.",
    }
}

/// What an ending does.
pub(super) const fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::AsChosen => "As you choose above",
        Outcome::Denied => "You say no (access_denied)",
        Outcome::InsufficientCredentials => "The bank says INSUFFICIENT_CREDENTIALS",
        Outcome::AccessNotGranted => "The bank says ACCESS_NOT_GRANTED",
        Outcome::NoAuthAccounts => "The bank says NO_AUTH_ACCOUNTS",
        Outcome::ServerError => "The bank’s site breaks (server_error)",
        Outcome::TemporarilyUnavailable => "The bank’s site is busy (temporarily_unavailable)",
        Outcome::Silence => "The bank’s server does not answer",
        Outcome::WebPage => "The bank’s server answers with a web page",
        Outcome::WrongIssuer => "Another bank signs the answer (wrong iss)",
        Outcome::WrongState => "The answer belongs to another visit (wrong state)",
        Outcome::DeadEnd => "Nothing happens: you close the window",
    }
}
