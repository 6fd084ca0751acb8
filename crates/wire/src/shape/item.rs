//! Items (contract §4.2).

use jiff::Timestamp;
use schemars::JsonSchema;
use selvedge_model::account::AuthMethod;
use selvedge_model::id::{InstitutionId, ItemId};
use selvedge_model::scope::DataScope;
use selvedge_model::{Error, Product};
use serde::{Deserialize, Serialize};

/// One linked login.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Item {
    /// How the numbers were obtained; null until they were.
    pub auth_method: Option<AuthMethod>,
    /// Products that the institution offers and the Item does not use yet.
    pub available_products: Vec<Product>,
    /// Products in use.
    pub billed_products: Vec<Product>,
    /// When the end user's consent ends, where it does.
    pub consent_expiration_time: Option<Timestamp>,
    /// Products that the end user's consent covers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub consented_products: Option<Vec<Product>>,
    /// Why the Item is broken; only `/item/get` shows it, other endpoints answer with the error itself.
    pub error: Option<ItemErrorBody>,
    /// Null for Items that were linked by numbers alone.
    pub institution_id: Option<InstitutionId>,
    /// Null for Items that were linked by numbers alone.
    pub institution_name: Option<String>,
    /// The Item's id; case-sensitive.
    pub item_id: ItemId,
    /// Products that were added, whether used yet or not.
    pub products: Vec<Product>,
    /// `background`, or `user_present_required` where the bank wants the user there.
    pub update_type: UpdateType,
    /// Where this Item's webhooks go; empty when nowhere.
    pub webhook: Option<String>,
}

selvedge_model::named_enum! {
    /// Whether an Item can be updated without its user.
    pub enum UpdateType { Background = "background", UserPresentRequired = "user_present_required", }
}

/// An Item as `/item/get` shows it.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ItemWithConsent {
    /// What the end user consented to.
    pub consented_data_scopes: Vec<DataScope>,
    /// Why, in the customization's words.
    pub consented_use_cases: Vec<String>,
    /// When the Item was linked.
    pub created_at: Timestamp,
    /// The Item.
    #[serde(flatten)]
    pub item: Item,
}

/// An error inside an Item or a webhook: no request id, because no request caused it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ItemErrorBody {
    /// Words for the end user; null unless they can act.
    pub display_message: Option<String>,
    /// The stable code.
    pub error_code: String,
    /// Words for the developer.
    pub error_message: String,
    /// The family of the code.
    pub error_type: String,
    /// HTTP status that an endpoint would answer with.
    pub status: u16,
}

impl From<&Error> for ItemErrorBody {
    fn from(error: &Error) -> Self {
        let entry = error.code.entry();
        Self {
            display_message: entry.display.map(str::to_owned),
            error_code: error.code.as_str().to_owned(),
            error_message: error.message.clone().into_owned(),
            error_type: entry.kind.as_str().to_owned(),
            status: entry.status,
        }
    }
}

/// When data was last fetched and the last webhook sent.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ItemStatus {
    /// Null without the product.
    pub investments: Option<UpdateTimes>,
    /// Null until a webhook was sent.
    pub last_webhook: Option<LastWebhook>,
    /// Null without the product.
    pub transactions: Option<UpdateTimes>,
}

/// Times of the last updates of a product.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct UpdateTimes {
    /// The last failure.
    pub last_failed_update: Option<Timestamp>,
    /// The last success.
    pub last_successful_update: Option<Timestamp>,
}

/// The last webhook of an Item.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct LastWebhook {
    /// Its code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code_sent: Option<String>,
    /// When it was sent.
    pub sent_at: Option<Timestamp>,
}
