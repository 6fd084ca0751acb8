//! The numbers that money can be sent to: which schemes an account has in its country, and the digits.
//!
//! National check digits inside an IBAN are not computed; the IBAN's own are.

use super::custom::NumbersOverride;
use crate::checksum::iban;
use crate::connector::{PaymentRoute, Tokenized};
use crate::draw::Draw;
use selvedge_model::Sensitive;
use selvedge_model::country::Country;

const ROUTING: &str = "011401533";
const WIRE_ROUTING: &str = "021000021";
/// The routing number that goes with accounts proved by a deposit.
const DEPOSIT_ROUTING: &str = "021000021";
const EFT_INSTITUTION: &str = "114";
const EFT_BRANCH: &str = "01533";
const SORT_CODE: &str = "040004";
const GB_BANK: &str = "MONZ";
const GB_BIC: &str = "MONZGB21XXX";

/// Where the digits of an account come from.
pub(super) enum Digits {
    /// The fixture person's pattern, ended by the mask.
    Fixture,
    /// Drawn, ended by the mask.
    Drawn(Draw),
}

/// What is known of an account before its numbers are written out.
pub(super) struct Numbering<'a> {
    /// Where the account is held.
    pub(super) home: Country,
    /// The last four digits.
    pub(super) tail: String,
    /// Where the digits before them come from.
    pub(super) digits: Digits,
    /// What a description fixed.
    pub(super) given: &'a NumbersOverride,
    /// What stands in for the account number in the United States.
    pub(super) token: Option<String>,
    /// Whether the numbers are to be proved by a deposit.
    pub(super) proof: Proof,
}

/// How the numbers came to be known.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Proof {
    SignIn,
    Deposit,
}

/// The ways to move money that the contract knows.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Scheme {
    Ach,
    Eft,
    Bacs,
    International,
}

impl Numbering<'_> {
    /// The ways to the account: those of its country, and those that a description asks for. A description
    /// that asks only for foreign ones gets only those.
    pub(super) fn routes(&self) -> Vec<PaymentRoute> {
        let local = local_schemes(self.home);
        let asked = self.asked();
        let only_foreign = !asked.is_empty() && !asked.iter().any(|scheme| local.contains(scheme));
        [Scheme::Ach, Scheme::Eft, Scheme::Bacs, Scheme::International]
            .into_iter()
            .filter(|scheme| asked.contains(scheme) || (local.contains(scheme) && !only_foreign))
            .map(|scheme| self.route(scheme))
            .collect()
    }

    fn asked(&self) -> Vec<Scheme> {
        let given = self.given;
        [
            (
                Scheme::Ach,
                given.ach_routing.is_some() || given.ach_wire_routing.is_some(),
            ),
            (Scheme::Eft, given.eft.is_some()),
            (Scheme::Bacs, given.bacs_sort_code.is_some()),
            (Scheme::International, given.international.is_some()),
        ]
        .into_iter()
        .filter_map(|(scheme, asked)| asked.then_some(scheme))
        .collect()
    }

    fn route(&self, scheme: Scheme) -> PaymentRoute {
        let given = self.given;
        match scheme {
            Scheme::Ach => PaymentRoute::Ach {
                account: Sensitive::new(
                    self.token
                        .clone()
                        .unwrap_or_else(|| self.account(16, "111122223333")),
                ),
                routing: given.ach_routing.clone().unwrap_or_else(|| match self.proof {
                    Proof::SignIn => ROUTING.to_owned(),
                    Proof::Deposit => DEPOSIT_ROUTING.to_owned(),
                }),
                wire_routing: match self.proof {
                    Proof::SignIn => Some(
                        given
                            .ach_wire_routing
                            .clone()
                            .unwrap_or_else(|| WIRE_ROUTING.to_owned()),
                    ),
                    Proof::Deposit => None,
                },
                tokenized: if self.token.is_some() {
                    Tokenized::Yes
                } else {
                    Tokenized::No
                },
            },
            Scheme::Eft => {
                let (institution, branch) = given
                    .eft
                    .clone()
                    .unwrap_or_else(|| (EFT_INSTITUTION.to_owned(), EFT_BRANCH.to_owned()));
                PaymentRoute::Eft {
                    account: Sensitive::new(self.account(12, "11112222")),
                    institution,
                    branch,
                }
            }
            Scheme::Bacs => PaymentRoute::Bacs {
                account: Sensitive::new(self.bacs_account()),
                sort_code: self.sort_code(),
            },
            Scheme::International => match &given.international {
                Some((iban, bic)) => PaymentRoute::International {
                    iban: iban.clone(),
                    bic: bic.clone(),
                },
                None => self.home_iban(),
            },
        }
    }

    /// The account number as given; else the IBAN that was given; else `count` digits that begin with
    /// `pattern` for the fixture person and end with the mask.
    fn account(&self, count: usize, pattern: &str) -> String {
        let iban = self.given.international.as_ref().map(|(iban, _)| iban);
        match self.given.account.as_ref().or(iban) {
            Some(given) => given.expose().to_owned(),
            None => self.generated(count, pattern),
        }
    }

    fn generated(&self, count: usize, pattern: &str) -> String {
        let body = count.saturating_sub(self.tail.len());
        match &self.digits {
            Digits::Fixture => pattern
                .chars()
                .cycle()
                .take(body)
                .chain(self.tail.chars())
                .collect(),
            Digits::Drawn(draw) => draw.clone().digits(body) + &self.tail,
        }
    }

    /// The last `count` characters of a British IBAN that was given, up to `skip` from its end.
    fn of_british_iban(&self, skip: usize, count: usize) -> Option<String> {
        let iban = self.given.international.as_ref()?.0.expose();
        let start = iban.len().checked_sub(skip + count)?;
        iban.starts_with("GB")
            .then(|| iban.chars().skip(start).take(count).collect())
    }

    fn bacs_account(&self) -> String {
        match &self.given.account {
            Some(given) => given.expose().to_owned(),
            None => self
                .of_british_iban(0, 8)
                .unwrap_or_else(|| self.generated(8, "8000")),
        }
    }

    fn sort_code(&self) -> String {
        let given = self.given.bacs_sort_code.clone();
        given
            .or_else(|| self.of_british_iban(8, 6))
            .unwrap_or_else(|| SORT_CODE.to_owned())
    }

    fn home_iban(&self) -> PaymentRoute {
        let (bank, bic) = iban_pattern(self.home);
        let bank = if self.home == Country::Gb {
            format!("{GB_BANK}{}", self.sort_code())
        } else {
            bank.to_owned()
        };
        let count = bban_length(self.home).saturating_sub(bank.len());
        let pattern = if self.home == Country::Gb {
            "8000"
        } else {
            "1234567890"
        };
        let given = self.given.account.as_ref().map(Sensitive::expose);
        let account = given
            .filter(|text| text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit()))
            .map_or_else(|| self.generated(count, pattern), str::to_owned);
        let text = iban(self.home.as_str(), &(bank + &account));
        PaymentRoute::International {
            iban: Sensitive::new(text),
            bic: bic.to_owned(),
        }
    }
}

fn local_schemes(home: Country) -> &'static [Scheme] {
    match home {
        Country::Us => &[Scheme::Ach],
        Country::Ca => &[Scheme::Eft],
        Country::Gb => &[Scheme::Bacs, Scheme::International],
        Country::Es
        | Country::Nl
        | Country::Fr
        | Country::Ie
        | Country::De
        | Country::It
        | Country::Pl
        | Country::Dk
        | Country::No
        | Country::Se
        | Country::Ee
        | Country::Lt
        | Country::Lv
        | Country::Pt
        | Country::Be
        | Country::At
        | Country::Fi => &[Scheme::International],
    }
}

/// The bank's part of an account number inside an IBAN, and the bank's BIC.
const fn iban_pattern(home: Country) -> (&'static str, &'static str) {
    match home {
        Country::Gb => ("MONZ040004", GB_BIC),
        Country::Ie => ("BOFI905838", "BOFIIE2DXXX"),
        Country::Es => ("9000000100", "LOOMES2LXXX"),
        Country::Nl => ("LOOM", "LOOMNL2LXXX"),
        Country::Fr => ("9000000100", "LOOMFR2LXXX"),
        Country::De => ("90000001", "LOOMDE2LXXX"),
        Country::It => ("X9000000100", "LOOMIT2LXXX"),
        Country::Pl => ("90000001", "LOOMPL2LXXX"),
        Country::Dk => ("9001", "LOOMDK2LXXX"),
        Country::No => ("9001", "LOOMNO2LXXX"),
        Country::Se => ("900", "LOOMSE2LXXX"),
        Country::Ee => ("9001", "LOOMEE2LXXX"),
        Country::Lt => ("90001", "LOOMLT2LXXX"),
        Country::Lv => ("LOOM", "LOOMLV2LXXX"),
        Country::Pt => ("90000001", "LOOMPT2LXXX"),
        Country::Be => ("900", "LOOMBE2LXXX"),
        Country::At => ("90001", "LOOMAT2LXXX"),
        Country::Fi => ("900001", "LOOMFI2LXXX"),
        Country::Us | Country::Ca => ("", ""),
    }
}

/// How many characters follow the check digits of an IBAN.
const fn bban_length(home: Country) -> usize {
    match home {
        Country::No => 11,
        Country::Be => 12,
        Country::Nl | Country::Dk | Country::Fi => 14,
        Country::Ee | Country::Lt | Country::At => 16,
        Country::Lv => 17,
        Country::Gb | Country::Ie | Country::De => 18,
        Country::Es | Country::Se => 20,
        Country::Pt => 21,
        Country::Fr | Country::It => 23,
        Country::Pl => 24,
        Country::Us | Country::Ca => 0,
    }
}
