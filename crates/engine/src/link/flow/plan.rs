//! What does not change while a session lasts: what it is for, and what the app asked for.

use selvedge_model::Product;
use selvedge_model::country::Country;
use selvedge_model::id::{InstitutionId, ItemId};
use selvedge_model::scope::DataScope;
use selvedge_wire::endpoint::link::AccountFilters;
use serde::{Deserialize, Serialize};

/// The terms of a session, drawn up when it is opened from the link token and the customization.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Plan {
    /// What the session is for.
    pub purpose: Purpose,
    /// Products that the bank must have.
    pub products: Vec<Product>,
    /// Products that are added wherever the bank has them.
    pub if_supported: Vec<Product>,
    /// Products that are added where possible; their failure stops nothing.
    pub optional: Vec<Product>,
    /// What the person is asked to share, over all products, in the order of [`DataScope::ALL`].
    pub scopes: Vec<DataScope>,
    /// Whose banks are offered.
    pub countries: Vec<Country>,
    /// Which accounts may be chosen.
    pub filters: Option<AccountFilters>,
    /// How many accounts may be chosen.
    pub accounts: AccountMode,
    /// Only these banks, in this order; all when empty.
    pub only_banks: Vec<InstitutionId>,
    /// The bank to begin with, so that none has to be picked: the app named it, or a tile was pressed.
    pub begin_with: Option<InstitutionId>,
    /// A routing number that the app knows; a bank that has it is offered first.
    pub routing_number: Option<String>,
    /// Whether several banks can be linked, one after the other.
    pub several: bool,
    /// How a bank's own pages are reached from where Link runs.
    pub oauth: OauthWay,
}

/// What a session is for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Purpose {
    /// Linking a new Item.
    Link,
    /// Repairing or changing an Item that exists.
    Update {
        /// The Item.
        item: ItemId,
        /// Its bank.
        institution: InstitutionId,
        /// Whether the bank wants the person to sign in again; else the stored grant is tried.
        sign_in: bool,
        /// Whether accounts are chosen anew.
        choose_accounts: bool,
        /// Whether there is something new to agree to, so that the consent is shown.
        consent: bool,
    },
}

/// How many accounts may be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum AccountMode {
    /// Exactly one.
    One,
    /// Any number.
    Several,
    /// Any number, and all are chosen at first.
    All,
}

/// How a bank's own pages are reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum OauthWay {
    /// In a window of its own, while Link waits.
    Popup,
    /// In Link's place: the page is left and comes back.
    Redirect,
}
