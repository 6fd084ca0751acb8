//! What the person sees, without words and without HTML.

use super::plan::{AccountMode, OauthWay};
use selvedge_banks::connector::Selection;
use selvedge_banks::institution::Health;
use selvedge_model::ErrorCode;
use selvedge_model::account::AccountType;
use selvedge_model::id::InstitutionId;
use selvedge_model::named_enum;
use selvedge_model::scope::DataScope;
use selvedge_wire::endpoint::link::LinkedAccount;
use serde::{Deserialize, Serialize};

/// A bank, as panes name it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bank {
    /// Its id; the woven swatch follows from it.
    pub id: InstitutionId,
    /// Its name.
    pub name: String,
}

/// A pane.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pane {
    /// What will be shared, with whom, and that it can be undone.
    Consent {
        /// What will be shared.
        scopes: Vec<DataScope>,
        /// The bank, where it is known already.
        bank: Option<Bank>,
        /// Whether an existing connection is renewed.
        update: bool,
    },
    /// Picking a bank.
    Institutions {
        /// The first banks to offer, the one of the known routing number first.
        banks: Vec<Bank>,
        /// Whether the first one is there because its routing number is known.
        matched: bool,
    },
    /// The picked bank works badly (go on or pick another) or not at all (pick another).
    Unwell {
        /// The bank.
        bank: Bank,
        /// How it is.
        health: Health,
    },
    /// Credentials, as the bank defines them.
    Credentials {
        /// The bank.
        bank: Bank,
        /// Its fields.
        fields: Vec<Field>,
        /// What will be shared.
        scopes: Vec<DataScope>,
        /// What was wrong.
        trouble: Option<ErrorCode>,
        /// Whether an existing connection is repaired.
        update: bool,
    },
    /// A plain checkbox against programs.
    Captcha {
        /// The bank.
        bank: Bank,
    },
    /// Where the code goes.
    SendTo {
        /// The bank.
        bank: Bank,
        /// Where it can go.
        places: Vec<String>,
        /// What was wrong.
        trouble: Option<ErrorCode>,
    },
    /// The code.
    Code {
        /// The bank.
        bank: Bank,
        /// Where it went.
        sent_to: String,
        /// What was wrong.
        trouble: Option<ErrorCode>,
    },
    /// Free-text questions.
    Questions {
        /// The bank.
        bank: Bank,
        /// What it asks.
        questions: Vec<String>,
        /// What was wrong.
        trouble: Option<ErrorCode>,
    },
    /// Questions with options.
    Selections {
        /// The bank.
        bank: Bank,
        /// What it asks.
        questions: Vec<Selection>,
        /// What was wrong.
        trouble: Option<ErrorCode>,
    },
    /// Going to the bank's own pages.
    Oauth {
        /// The bank.
        bank: Bank,
        /// What will be shared.
        scopes: Vec<DataScope>,
        /// The path on our own site that leads there.
        path: String,
        /// In a window, or in Link's place.
        way: OauthWay,
        /// Whether the person went there and Link waits.
        waiting: bool,
    },
    /// Choosing accounts.
    Accounts {
        /// The bank.
        bank: Bank,
        /// All of them; those that cannot be chosen say why.
        choices: Vec<AccountChoice>,
        /// How many may be chosen.
        mode: AccountMode,
        /// What will be shared.
        scopes: Vec<DataScope>,
        /// What was wrong with the last choice.
        trouble: Option<ErrorCode>,
    },
    /// Something went wrong.
    Failed {
        /// What.
        trouble: Trouble,
        /// Where.
        bank: Option<Bank>,
    },
    /// Whether to leave.
    Leaving {
        /// Where the person was.
        bank: Option<Bank>,
    },
    /// The bank is linked.
    Connected {
        /// The bank.
        bank: Bank,
        /// The shared accounts.
        accounts: Vec<LinkedAccount>,
        /// Whether an existing connection was renewed.
        update: bool,
        /// Banks that were linked before in this session, when several can be; `None` when only one can.
        earlier: Option<Vec<Bank>>,
    },
    /// An effect runs.
    Waiting {
        /// For whom.
        bank: Option<Bank>,
    },
    /// The link token ended.
    Expired,
    /// Nothing more to see.
    Over,
}

/// A field of the bank's sign-in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// The name to send it under.
    pub name: String,
    /// What it is.
    pub kind: FieldKind,
}

named_enum! {
    /// What a field of a sign-in is.
    pub enum FieldKind { Username = "username", Password = "password", }
}

/// An error and the way on from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Trouble {
    /// What went wrong.
    pub code: ErrorCode,
    /// What the primary button does.
    pub way_on: WayOn,
}

named_enum! {
    /// What the primary button of an error does.
    pub enum WayOn {
        /// Tries again where it failed.
        Retry = "retry",
        /// Picks another bank.
        AnotherBank = "another_bank",
        /// Opens the bank's own site in a new window, then picks a bank.
        BankSite = "bank_site",
        /// Closes Link.
        Close = "close",
    }
}

/// An account to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountChoice {
    /// What to send when it is chosen.
    pub key: String,
    /// What the holder sees.
    pub name: String,
    /// The end of its number.
    pub mask: Option<String>,
    /// The family.
    pub kind: AccountType,
    /// The subtype.
    pub subtype: String,
    /// Why it cannot be chosen.
    pub barred: Option<Why>,
    /// Whether it is chosen at first.
    pub chosen: bool,
}

named_enum! {
    /// Why an account cannot be chosen.
    pub enum Why {
        /// The products need another kind of account.
        Product = "product",
        /// The app asked for other kinds of accounts.
        Filter = "filter",
    }
}
