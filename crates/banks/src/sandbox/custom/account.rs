//! One entry of `override_accounts`.
//!
//! Holdings, liabilities, incomes and the like are kept as they were written, for the products that will
//! read them.

use super::identity::IdentityOverride;
use super::read::Object;
use crate::checksum::{is_iban, is_routing_number};
use crate::connector::Currency;
use crate::sandbox::fixture::is_iso_currency;
use jiff::civil::Date;
use rust_decimal::Decimal;
use selvedge_model::Sensitive;
use selvedge_model::account::{AccountType, subtypes_of};
use serde_json::value::RawValue;
use std::collections::BTreeMap;

pub(super) const KEYS: &[&str] = &[
    "type",
    "subtype",
    "starting_balance",
    "force_available_balance",
    "has_null_available_balance",
    "currency",
    "meta",
    "numbers",
    "transactions",
    "holdings",
    "investment_transactions",
    "identity",
    "liability",
    "inflow_model",
    "income",
    "apy",
    "has_perpetual_otp",
];
/// Keys whose values are kept as they are.
const KEPT: &[&str] = &[
    "holdings",
    "investment_transactions",
    "liability",
    "inflow_model",
    "income",
    "apy",
    "has_perpetual_otp",
];
const META_KEYS: &[&str] = &["name", "official_name", "limit", "mask"];
const NUMBERS_KEYS: &[&str] = &[
    "account",
    "ach_routing",
    "ach_wire_routing",
    "eft_institution",
    "eft_branch",
    "international_bic",
    "international_iban",
    "bacs_sort_code",
];
const TRANSACTION_KEYS: &[&str] = &[
    "date_transacted",
    "date_posted",
    "amount",
    "description",
    "currency",
];

/// An IBAN of the contract's documentation whose check digits are wrong (they should be 17). Recipes carry
/// it, so it passes here and nowhere else.
const PUBLISHED_WITH_WRONG_CHECK_DIGITS: &str = "IE64BOFI90583812345678";

/// A described account.
#[expect(missing_debug_implementations, reason = "holds account numbers")]
pub struct OverrideAccount {
    /// The family.
    pub kind: AccountType,
    /// The subtype; belongs to the family.
    pub subtype: String,
    /// What is booked at the start.
    pub starting_balance: Option<Decimal>,
    /// What can be spent.
    pub available: Available,
    /// The currency, where given.
    pub currency: Option<Currency>,
    /// The name.
    pub name: Option<String>,
    /// The official name.
    pub official_name: Option<String>,
    /// The limit.
    pub limit: Option<Decimal>,
    /// The mask; empty text means that the bank shows none.
    pub mask: Option<String>,
    /// The numbers.
    pub numbers: NumbersOverride,
    /// The holders.
    pub identity: IdentityOverride,
    /// The transactions.
    pub transactions: Vec<TransactionOverride>,
    /// What other products will read, as it was written.
    pub kept: BTreeMap<String, Box<RawValue>>,
}

/// What can be spent from a described account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Available {
    /// What follows from the balance.
    Derived,
    /// This much.
    Forced(Decimal),
    /// The bank does not say.
    Untold,
}

/// The numbers of a described account, each with valid check digits.
#[derive(Default)]
#[expect(missing_debug_implementations, reason = "holds account numbers")]
pub struct NumbersOverride {
    /// The account number.
    pub account: Option<Sensitive>,
    /// For transfers in the United States.
    pub ach_routing: Option<String>,
    /// For wires in the United States.
    pub ach_wire_routing: Option<String>,
    /// Institution and branch, for transfers in Canada.
    pub eft: Option<(String, String)>,
    /// IBAN and BIC.
    pub international: Option<(Sensitive, String)>,
    /// For transfers in the United Kingdom.
    pub bacs_sort_code: Option<String>,
}

/// A described transaction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TransactionOverride {
    /// When it was made.
    pub transacted_on: Date,
    /// When it is booked; a day to come makes it pending.
    pub posted_on: Date,
    /// How much; positive leaves the account.
    pub amount: Decimal,
    /// What the statement says.
    pub description: String,
    /// The currency, where given.
    pub currency: Option<Currency>,
}

impl OverrideAccount {
    pub(super) fn read(account: &Object<'_>) -> Self {
        let kind = account
            .choice("type", parse_kind, KINDS)
            .unwrap_or(AccountType::Depository);
        let subtypes = subtypes_of(kind);
        let wanted = format!("a subtype of {kind}: {}", subtypes.join(", "));
        let subtype = account
            .choice(
                "subtype",
                |text| subtypes.iter().copied().find(|known| *known == text),
                &wanted,
            )
            .or_else(|| subtypes.first().copied())
            .unwrap_or_default();
        let meta = account.object("meta", META_KEYS);
        let part = |key: &str| meta.as_ref().and_then(|meta| meta.text(key));
        let mask = part("mask");
        if let (Some(mask), Some(meta)) = (&mask, &meta)
            && !(mask.is_empty()
                || (2..=4).contains(&mask.len()) && mask.bytes().all(|byte| byte.is_ascii_alphanumeric()))
        {
            meta.problem("mask", "must be empty or two to four letters or digits");
        }
        Self {
            kind,
            subtype: subtype.to_owned(),
            starting_balance: account.decimal("starting_balance"),
            available: read_available(account),
            currency: read_currency(account),
            name: part("name"),
            official_name: part("official_name"),
            limit: meta.as_ref().and_then(|meta| meta.decimal("limit")),
            mask,
            numbers: account
                .object("numbers", NUMBERS_KEYS)
                .map(|numbers| read_numbers(&numbers))
                .unwrap_or_default(),
            identity: IdentityOverride::read(account),
            transactions: account
                .list("transactions")
                .filter_map(|entry| read_transaction(&account.open_entry(&entry, TRANSACTION_KEYS)?))
                .collect(),
            kept: KEPT
                .iter()
                .filter_map(|key| Some(((*key).to_owned(), account.get(key)?.to_owned())))
                .collect(),
        }
    }
}

const KINDS: &str = "\"investment\", \"credit\", \"depository\", \"loan\", \"payroll\" or \"other\"";

fn parse_kind(text: &str) -> Option<AccountType> {
    AccountType::parse(text).filter(|kind| *kind != AccountType::Brokerage)
}

fn read_available(account: &Object<'_>) -> Available {
    let forced = account.decimal("force_available_balance");
    match (forced, account.boolean("has_null_available_balance")) {
        (Some(_), Some(true)) => {
            account.problem_here("sets both force_available_balance and has_null_available_balance");
            Available::Untold
        }
        (Some(amount), _) => Available::Forced(amount),
        (None, Some(true)) => Available::Untold,
        (None, _) => Available::Derived,
    }
}

fn read_currency(object: &Object<'_>) -> Option<Currency> {
    object.choice(
        "currency",
        |text| {
            let plausible = (3..=5).contains(&text.len())
                && text
                    .bytes()
                    .all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
            match (is_iso_currency(text), plausible) {
                (true, _) => Some(Currency::Iso(text.to_owned())),
                (false, true) => Some(Currency::Unofficial(text.to_owned())),
                (false, false) => None,
            }
        },
        "a currency code of three to five capitals",
    )
}

fn read_transaction(entry: &Object<'_>) -> Option<TransactionOverride> {
    for key in ["date_transacted", "date_posted", "amount", "description"] {
        if entry.get(key).is_none() {
            entry.problem(key, "is required");
        }
    }
    let (transacted_on, posted_on) = (entry.date("date_transacted"), entry.date("date_posted"));
    let (amount, description) = (entry.decimal("amount"), entry.text("description"));
    Some(TransactionOverride {
        currency: read_currency(entry),
        transacted_on: transacted_on?,
        posted_on: posted_on?,
        amount: amount?,
        description: description?,
    })
}

fn read_numbers(numbers: &Object<'_>) -> NumbersOverride {
    let checked = |key: &str, fits: fn(&str) -> bool, words: &str| {
        let text = compact(&numbers.text(key)?);
        if text.is_empty() {
            return None;
        }
        if !fits(&text) {
            numbers.problem(key, words);
        }
        Some(text)
    };
    let routing = "must be a routing number: nine digits with a valid checksum";
    NumbersOverride {
        account: checked("account", is_account, "must be 1 to 34 letters or digits").map(Sensitive::new),
        ach_routing: checked("ach_routing", is_routing_number, routing),
        ach_wire_routing: checked("ach_wire_routing", is_routing_number, routing),
        eft: pair(
            numbers,
            (
                "eft_institution",
                checked(
                    "eft_institution",
                    |text| is_digits(text, 3),
                    "must be three digits",
                ),
            ),
            (
                "eft_branch",
                checked("eft_branch", |text| is_digits(text, 5), "must be five digits"),
            ),
        ),
        international: pair(
            numbers,
            (
                "international_iban",
                checked(
                    "international_iban",
                    is_known_iban,
                    "must be an IBAN with valid check digits",
                ),
            ),
            (
                "international_bic",
                checked(
                    "international_bic",
                    is_account,
                    "must be 1 to 34 letters or digits",
                ),
            ),
        )
        .map(|(iban, bic)| (Sensitive::new(iban), bic)),
        bacs_sort_code: checked("bacs_sort_code", |text| is_digits(text, 6), "must be six digits"),
    }
}

/// Both parts, or neither; one alone is a mistake.
fn pair(
    numbers: &Object<'_>,
    (first_key, first): (&str, Option<String>),
    (second_key, second): (&str, Option<String>),
) -> Option<(String, String)> {
    match (&first, &second) {
        (Some(_), None) => numbers.problem(second_key, &format!("is required alongside {first_key}")),
        (None, Some(_)) => numbers.problem(first_key, &format!("is required alongside {second_key}")),
        (Some(_), Some(_)) | (None, None) => {}
    }
    first.zip(second)
}

/// Without the spaces and hyphens that people put into numbers.
fn compact(text: &str) -> String {
    text.chars()
        .filter(|character| !matches!(character, ' ' | '-'))
        .collect()
}

fn is_account(text: &str) -> bool {
    text.len() <= 34 && text.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

fn is_digits(text: &str, count: usize) -> bool {
    text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_known_iban(text: &str) -> bool {
    is_iban(text) || text == PUBLISHED_WITH_WRONG_CHECK_DIGITS
}
