//! The words that belong to values of the contract: kinds of data, kinds of accounts, errors.
//!
//! All keys that are put together from a value are put together here, so that a test can find each of them.

use super::Words;
use selvedge_engine::link::flow::{FieldKind, Trouble, WayOn, Why};
use selvedge_model::ErrorCode;
use selvedge_model::account::AccountType;
use selvedge_model::scope::DataScope;
use std::borrow::Cow;

impl Words {
    /// A kind of data, in two or three words.
    pub(crate) fn scope_title(&self, scope: DataScope) -> Cow<'_, str> {
        self.say(&format!("scope-{scope}-title"))
    }

    /// What a kind of data contains, in one line.
    pub(crate) fn scope_body(&self, scope: DataScope) -> Cow<'_, str> {
        self.say(&format!("scope-{scope}-body"))
    }

    /// The label of a field of a sign-in.
    pub(crate) fn field(&self, kind: FieldKind) -> Cow<'_, str> {
        self.say(&format!("credentials-{kind}"))
    }

    /// Why an account cannot be chosen.
    pub(crate) fn barred(&self, why: Why) -> Cow<'_, str> {
        self.say(&format!("accounts-barred-{why}"))
    }

    /// The button that leads on from an error.
    pub(crate) fn way_on(&self, way: WayOn) -> Cow<'_, str> {
        self.say(match way {
            WayOn::Retry => "button-retry",
            WayOn::AnotherBank => "button-another-bank",
            WayOn::BankSite => "button-bank-site",
            WayOn::Close => "button-close",
        })
    }

    /// What went wrong, as a heading.
    pub(crate) fn error_title(&self, code: ErrorCode) -> String {
        self.error(code, "title", WayOn::Retry)
    }

    /// What went wrong and what to do about it, in a sentence or two above the button that leads on.
    pub(crate) fn error_body(&self, trouble: Trouble) -> String {
        self.error(trouble.code, "body", trouble.way_on)
    }

    /// What was wrong with an input, in a sentence or two beside it.
    pub(crate) fn error_beside(&self, code: ErrorCode) -> String {
        self.error(code, "body", WayOn::Retry)
    }

    fn error(&self, code: ErrorCode, part: &str, way: WayOn) -> String {
        let own = format!("error-{}-{part}", code.as_str());
        let key = if self.has(&own) {
            own
        } else {
            format!("error-general-{part}")
        };
        self.say_with(&key, &[("way", way.as_str())])
    }

    /// What stands out of sight before the words of a button that submits: test suites written for the vendor look
    /// for "Submit" in its name. They do so in English, and there the two are one phrase when they are read out.
    pub(crate) fn submit_and(&self) -> Option<&'static str> {
        self.is_plain_english().then_some("Submit and ")
    }

    /// The same of a button that goes on: "Continue".
    pub(crate) fn continue_and(&self) -> Option<&'static str> {
        self.is_plain_english().then_some("Continue and ")
    }

    /// What kind of account it is: the subtype, or the family where the subtype is not known.
    pub(crate) fn account(&self, kind: AccountType, subtype: &str) -> Cow<'_, str> {
        if let Some(name) = proper_name(subtype) {
            return Cow::Borrowed(name);
        }
        let own = format!("account-{}", subtype.replace(' ', "-"));
        if subtype != "other" && self.has(&own) {
            return self.say(&own);
        }
        self.say(&format!("account-type-{kind}"))
    }
}

/// Accounts that are called the same in every language, because a law or a firm of one country named them.
fn proper_name(subtype: &str) -> Option<&'static str> {
    Some(match subtype {
        "hsa" => "HSA",
        "paypal" => "PayPal",
        "ebt" => "EBT",
        "529" => "529",
        "401a" => "401(a)",
        "401k" => "401(k)",
        "403B" => "403(b)",
        "457b" => "457(b)",
        "cash isa" => "Cash ISA",
        "fhsa" => "FHSA",
        "gic" => "GIC",
        "ira" => "IRA",
        "isa" => "ISA",
        "keogh" => "Keogh",
        "lif" => "LIF",
        "lira" => "LIRA",
        "lrif" => "LRIF",
        "lrsp" => "LRSP",
        "prif" => "PRIF",
        "qshr" => "QSHR",
        "rdsp" => "RDSP",
        "resp" => "RESP",
        "rlif" => "RLIF",
        "roth" => "Roth IRA",
        "roth 401k" => "Roth 401(k)",
        "roth 403B" => "Roth 403(b)",
        "roth 457b" => "Roth 457(b)",
        "rrif" => "RRIF",
        "rrsp" => "RRSP",
        "sarsep" => "SARSEP",
        "sep ira" => "SEP IRA",
        "simple ira" => "SIMPLE IRA",
        "sipp" => "SIPP",
        "tfsa" => "TFSA",
        "thrift savings plan" => "TSP",
        "roth thrift savings plan" => "Roth TSP",
        "ugma" => "UGMA",
        "utma" => "UTMA",
        _ => return None,
    })
}
