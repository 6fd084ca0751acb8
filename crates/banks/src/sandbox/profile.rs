//! What a login holds: its accounts with balances, numbers and owners, worked out anew at every visit.
//!
//! Nothing here depends on the hour but the age of a balance.

use super::custom::{Available, CustomUser, NumbersOverride, OverrideAccount};
use super::fixture::{self, Row};
use super::login::{Login, USER_CUSTOM, USER_GOOD, USER_LIMITED};
use super::numbers::{Digits, Numbering, Proof};
use super::persona::{self, Persona};
use crate::connector::{Balances, BankAccount, BankError, Currency, ExternalId, Owner, PaymentRoute};
use crate::draw::Draw;
use crate::institution::{Institution, Tan};
use jiff::Timestamp;
use rust_decimal::Decimal;
use selvedge_model::account::{AccountType, HolderCategory, VerificationStatus, is_auth_eligible};
use selvedge_model::country::Country;
use std::collections::HashMap;

/// The accounts of a login, in the bank's order.
pub(super) struct Profile {
    pub(super) accounts: Vec<Held>,
}

/// One account with all that the bank tells of it.
pub(super) struct Held {
    pub(super) account: BankAccount,
    pub(super) routes: Vec<PaymentRoute>,
    pub(super) owner: Owner,
}

impl Profile {
    /// What `login` holds at `institution`.
    pub(super) fn of(institution: &Institution, login: &Login, now: Timestamp) -> Result<Self, BankError> {
        let scene = |identity: &str| Scene {
            institution,
            login,
            now,
            begun: Begun::of(login, identity),
        };
        let accounts = match login.username() {
            USER_GOOD => scene(USER_GOOD).fixture(),
            USER_CUSTOM => {
                let user = CustomUser::parse(login.password())?;
                scene(user.seed.as_deref().unwrap_or(login.password())).custom(&user)
            }
            USER_LIMITED => vec![scene(USER_LIMITED).limited()],
            name => match persona::find(name) {
                Some(persona) => scene(name).persona(persona),
                None => return Err(BankError::InvalidCredentials),
            },
        };
        Ok(Self { accounts })
    }

    /// The accounts by their ids.
    pub(super) fn by_id(&self) -> HashMap<&ExternalId, &Held> {
        self.accounts
            .iter()
            .map(|held| (&held.account.id, held))
            .collect()
    }
}

/// Where and for whom accounts are made up.
struct Scene<'a> {
    institution: &'a Institution,
    login: &'a Login,
    now: Timestamp,
    begun: Begun,
}

/// The streams that ids and drawn figures are taken from, up to the word that tells the accounts apart. What
/// they follow from may be a whole description, so it is read once for each of them and not for each account.
struct Begun {
    account: Draw,
    figures: Draw,
    number: Draw,
    persistent: Draw,
    tail: Draw,
    token: Draw,
}

impl Begun {
    fn of(login: &Login, identity: &str) -> Self {
        let (institution, username) = (login.institution(), login.username());
        let begin = |purpose: &str| Draw::of(&[purpose, institution, username, identity]);
        Self {
            account: begin("account"),
            figures: begin("figures"),
            number: begin("number"),
            persistent: begin("persistent"),
            tail: begin("tail"),
            token: Draw::of(&["token", institution, identity]),
        }
    }
}

/// An account before it has ids and numbers.
struct Sketch<'a> {
    /// What tells it from the login's other accounts.
    key: String,
    kind: AccountType,
    subtype: &'a str,
    name: String,
    official_name: Option<String>,
    mask: Option<String>,
    available: Option<Decimal>,
    current: Option<Decimal>,
    limit: Option<Decimal>,
    currency: Currency,
    holder: Option<HolderCategory>,
    verification: Option<VerificationStatus>,
    row: Option<&'static Row>,
    numbers: &'a NumbersOverride,
    owner: Owner,
}

/// A description that fixes no number.
const NO_NUMBERS: &NumbersOverride = &NumbersOverride {
    account: None,
    ach_routing: None,
    ach_wire_routing: None,
    eft: None,
    international: None,
    bacs_sort_code: None,
};

impl Scene<'_> {
    /// The fixture person's accounts; where a deposit must prove them, checking and savings only, and it is
    /// the checking account that waits.
    fn fixture(&self) -> Vec<Held> {
        let deposits = self.by_deposit();
        fixture::ROWS
            .iter()
            .filter(|row| !deposits || matches!(row.subtype, "checking" | "savings"))
            .map(|row| {
                let waits = deposits && row.subtype == "checking";
                self.finish(Sketch {
                    key: row.mask.to_owned(),
                    kind: row.kind,
                    subtype: row.subtype,
                    name: row.name.to_owned(),
                    official_name: row.official_name.map(str::to_owned),
                    mask: Some(row.mask.to_owned()),
                    available: row.available(),
                    current: Some(row.current()),
                    limit: row.limit(),
                    currency: self.currency(),
                    holder: row.holder,
                    verification: waits.then_some(VerificationStatus::PendingAutomaticVerification),
                    row: Some(row),
                    numbers: NO_NUMBERS,
                    owner: fixture::owner(),
                })
            })
            .collect()
    }

    fn by_deposit(&self) -> bool {
        self.login.wants_micro_deposits() && self.institution.auth_methods.automated_micro_deposits
    }

    fn limited(&self) -> Held {
        let subtype = "limited purpose checking";
        self.finish(Sketch {
            available: None,
            current: None,
            ..self.drawn(0, AccountType::Depository, subtype)
        })
    }

    fn persona(&self, persona: &Persona) -> Vec<Held> {
        let accounts = persona.accounts.iter().enumerate();
        accounts
            .map(|(index, (kind, subtype))| {
                self.finish(Sketch {
                    holder: Some(persona.holder),
                    ..self.drawn(index, *kind, subtype)
                })
            })
            .collect()
    }

    fn custom(&self, user: &CustomUser) -> Vec<Held> {
        if user.accounts.is_empty() {
            return self.persona(persona::UNDESCRIBED);
        }
        let names = user
            .accounts
            .iter()
            .map(|account| &account.identity.names)
            .find(|names| !names.is_empty());
        user.accounts
            .iter()
            .enumerate()
            .map(|(index, account)| {
                let mut owner = described_owner(account);
                if let Some(names) = names {
                    owner.names.clone_from(names);
                }
                self.finish(Sketch {
                    owner,
                    ..self.described(index, account)
                })
            })
            .collect()
    }

    fn described<'a>(&self, index: usize, account: &'a OverrideAccount) -> Sketch<'a> {
        let drawn = self.drawn(index, account.kind, &account.subtype);
        let current = account.starting_balance.or(drawn.current);
        let limit = account.limit.or(if account.starting_balance.is_none() {
            drawn.limit
        } else {
            None
        });
        let shown = account.numbers.account.as_ref().or(account
            .numbers
            .international
            .as_ref()
            .map(|(iban, _)| iban));
        let mask = match (&account.mask, shown) {
            (Some(mask), _) => Some(mask.clone()).filter(|mask| !mask.is_empty()),
            (None, Some(number)) => Some(last_four(number.expose())),
            (None, None) => drawn.mask,
        };
        Sketch {
            available: match account.available {
                Available::Forced(amount) => Some(amount),
                Available::Untold => None,
                Available::Derived => derived_available(account.kind, current, limit),
            },
            current,
            limit,
            official_name: account.official_name.clone().or(if account.name.is_none() {
                drawn.official_name
            } else {
                None
            }),
            name: account.name.clone().unwrap_or(drawn.name),
            mask,
            currency: account.currency.clone().unwrap_or(drawn.currency),
            numbers: &account.numbers,
            ..drawn
        }
    }

    /// An account of which only family and subtype are known.
    fn drawn<'a>(&self, index: usize, kind: AccountType, subtype: &'a str) -> Sketch<'a> {
        let key = index.to_string();
        let mut draw = self.begun.figures.and(&key);
        let mask = draw.digits(4);
        let (low, high) = match kind {
            AccountType::Depository => (10_000, 1_500_000),
            AccountType::Credit => (5_000, 400_000),
            AccountType::Loan => (500_000, 20_000_000),
            AccountType::Investment | AccountType::Brokerage => (200_000, 15_000_000),
            AccountType::Payroll | AccountType::Other => (0, 100_000),
        };
        let cents = |amount: u64| Decimal::new(i64::try_from(amount).unwrap_or(i64::MAX), 2);
        let current = Some(cents(draw.between(low, high)));
        let limit = (kind == AccountType::Credit).then(|| cents(draw.between(5, 16) * 100_000));
        let like = fixture::ROWS
            .iter()
            .find(|row| row.kind == kind && row.subtype == subtype);
        Sketch {
            name: like.map_or_else(|| format!("Plaid {}", title(subtype)), |row| row.name.to_owned()),
            official_name: like.and_then(|row| row.official_name).map(str::to_owned),
            mask: Some(mask),
            available: derived_available(kind, current, limit),
            current,
            limit,
            currency: self.currency(),
            holder: None,
            verification: None,
            row: None,
            numbers: NO_NUMBERS,
            owner: fixture::owner(),
            key,
            kind,
            subtype,
        }
    }

    /// Gives an account its ids and numbers.
    fn finish(&self, sketch: Sketch<'_>) -> Held {
        let routes = if is_auth_eligible(sketch.kind, sketch.subtype) {
            self.routes(&sketch)
        } else {
            Vec::new()
        };
        let account = BankAccount {
            id: ExternalId::new(self.begun.account.and(&sketch.key).hex(24)),
            persistent_id: self.persistent_id(&sketch),
            name: sketch.name,
            official_name: sketch.official_name,
            mask: sketch.mask,
            kind: sketch.kind,
            subtype: sketch.subtype.to_owned(),
            balances: Balances {
                available: sketch.available,
                current: sketch.current,
                limit: sketch.limit,
                currency: sketch.currency,
                last_updated_at: self.institution.tells_balance_age.then_some(self.now),
            },
            holder: sketch.holder,
            verification: sketch.verification,
        };
        Held {
            account,
            routes,
            owner: sketch.owner,
        }
    }

    fn routes(&self, sketch: &Sketch<'_>) -> Vec<PaymentRoute> {
        let plain = |mask: &&str| mask.len() == 4 && mask.bytes().all(|byte| byte.is_ascii_digit());
        let tail = sketch.mask.as_deref().filter(plain).map(str::to_owned);
        Numbering {
            home: self.institution.home(),
            tail: tail.unwrap_or_else(|| self.begun.tail.and(&sketch.key).digits(4)),
            digits: match sketch.row {
                Some(_) => Digits::Fixture,
                None => Digits::Drawn(self.begun.number.and(&sketch.key)),
            },
            given: sketch.numbers,
            token: self.token(&sketch.key),
            proof: if self.by_deposit() {
                Proof::Deposit
            } else {
                Proof::SignIn
            },
        }
        .routes()
    }

    /// Sixteen digits in place of the account number, where the bank gives out such.
    fn token(&self, key: &str) -> Option<String> {
        let connection = match self.institution.tan {
            Tan::None => return None,
            Tan::PerConnection => self.login.connection(),
            Tan::PerLogin => "",
        };
        Some(self.begun.token.and(key).and(connection).digits(16))
    }

    /// The same for the same account over all connections; the fixture person's are the same at every bank.
    /// Official clients expect the known ones of the fixture at banks without tokenized numbers too.
    fn persistent_id(&self, sketch: &Sketch<'_>) -> Option<String> {
        let known = sketch.row.and_then(|row| row.persistent_id);
        match (self.institution.tan, sketch.row) {
            (Tan::None, _) => known
                .filter(|_| self.institution.home() == Country::Us)
                .map(str::to_owned),
            (_, Some(row)) => Some(match known {
                Some(known) => known.to_owned(),
                None => Draw::of(&["persistent", USER_GOOD, row.mask]).hex(56),
            }),
            (_, None) => Some(self.begun.persistent.and(&sketch.key).hex(56)),
        }
    }

    fn currency(&self) -> Currency {
        Currency::Iso(fixture::currency_of(self.institution.home()).to_owned())
    }
}

/// The holders that a description names, the fixture person for what it leaves out.
fn described_owner(account: &OverrideAccount) -> Owner {
    let (person, described) = (fixture::owner(), &account.identity);
    Owner {
        names: or(&described.names, person.names),
        emails: or(&described.emails, person.emails),
        phones: or(&described.phones, person.phones),
        addresses: or(&described.addresses, person.addresses),
    }
}

fn or<T: Clone>(described: &[T], default: Vec<T>) -> Vec<T> {
    if described.is_empty() {
        default
    } else {
        described.to_vec()
    }
}

/// What can be spent, as far as it follows from the balance.
fn derived_available(kind: AccountType, current: Option<Decimal>, limit: Option<Decimal>) -> Option<Decimal> {
    match kind {
        AccountType::Depository => current,
        AccountType::Credit => limit?.checked_sub(current?),
        AccountType::Loan
        | AccountType::Investment
        | AccountType::Brokerage
        | AccountType::Payroll
        | AccountType::Other => None,
    }
}

/// The last four characters, or all of a shorter text.
fn last_four(text: &str) -> String {
    text.chars()
        .skip(text.chars().count().saturating_sub(4))
        .collect()
}

/// Each word with a capital.
fn title(text: &str) -> String {
    let words = text.split(' ').map(|word| {
        let mut letters = word.chars();
        letters.next().map_or_else(String::new, |first| {
            first.to_uppercase().collect::<String>() + letters.as_str()
        })
    });
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::connector::{Presence, SignIn};
    use crate::draw::tests::READ;
    use crate::institution::Catalogue;
    use selvedge_model::Sensitive;
    use selvedge_model::id::InstitutionId;

    #[test]
    fn a_long_description_is_read_as_often_for_many_accounts_as_for_few() {
        let catalogue = Catalogue::load().unwrap();
        // Chase: its accounts have every drawn part, a token and an id of their own among them.
        let institution = catalogue.find(&InstitutionId::new("ins_56")).unwrap();
        let read = |count: usize| {
            let accounts = vec![r#"{"type":"depository","subtype":"checking"}"#; count].join(",");
            let description = format!(r#"{{"override_accounts":[{accounts}]}}"#);
            let (username, password) = (Sensitive::from(USER_CUSTOM), Sensitive::from(&*description));
            let request = SignIn {
                institution,
                username: &username,
                password: &password,
                presence: Presence::Unattended,
            };
            READ.set(0);
            let profile =
                Profile::of(institution, &Login::new(&request, "c"), Timestamp::UNIX_EPOCH).unwrap();
            assert_eq!(profile.by_id().len(), count);
            READ.get() / description.len()
        };
        let few = read(50);
        assert!((5..=6).contains(&few), "{few}");
        assert_eq!(read(5000), few);
    }
}
