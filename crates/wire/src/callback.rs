//! What Link tells the page that opened it: the names and payloads of `onEvent`, `onSuccess` and `onExit`.
//!
//! Every key is always there, null where it says nothing. The server's own record of a session
//! (`/link/token/get`, the `EVENTS` webhook) leaves empty keys out; see [`EventMetadata::recorded`].

use crate::doc::Revealed;
use crate::endpoint::link::{LinkedAccount, LinkedInstitution};
use jiff::Timestamp;
use schemars::JsonSchema;
use selvedge_model::{Error, named_enum};
use serde::{Deserialize, Serialize, Serializer};
use std::collections::BTreeMap;

named_enum! {
    /// What happened in a session of Link.
    pub enum EventName {
        Open = "OPEN", Exit = "EXIT", Handoff = "HANDOFF", Error = "ERROR", TransitionView = "TRANSITION_VIEW",
        SelectInstitution = "SELECT_INSTITUTION", MatchedSelectInstitution = "MATCHED_SELECT_INSTITUTION",
        SearchInstitution = "SEARCH_INSTITUTION", SelectFilteredInstitution = "SELECT_FILTERED_INSTITUTION",
        SelectDegradedInstitution = "SELECT_DEGRADED_INSTITUTION",
        SelectDownInstitution = "SELECT_DOWN_INSTITUTION", SubmitCredentials = "SUBMIT_CREDENTIALS",
        SubmitMfa = "SUBMIT_MFA", OpenOauth = "OPEN_OAUTH", CloseOauth = "CLOSE_OAUTH",
        FailOauth = "FAIL_OAUTH", ViewDataTypes = "VIEW_DATA_TYPES",
    }
}

named_enum! {
    /// A pane, as events name it.
    pub enum ViewName {
        Consent = "CONSENT", SelectInstitution = "SELECT_INSTITUTION", Credential = "CREDENTIAL",
        Oauth = "OAUTH", Recaptcha = "RECAPTCHA", Mfa = "MFA", Loading = "LOADING",
        SelectAccount = "SELECT_ACCOUNT", Connected = "CONNECTED", Error = "ERROR", Exit = "EXIT",
    }
}

named_enum! {
    /// Where a session was left.
    pub enum ExitStatus {
        RequiresQuestions = "requires_questions", RequiresSelections = "requires_selections",
        RequiresCode = "requires_code", ChooseDevice = "choose_device",
        RequiresCredentials = "requires_credentials",
        RequiresAccountSelection = "requires_account_selection", RequiresOauth = "requires_oauth",
        RequiresRecaptcha = "requires_recaptcha", InstitutionNotFound = "institution_not_found",
        InstitutionNotSupported = "institution_not_supported",
    }
}

named_enum! {
    /// A kind of second factor.
    pub enum MfaType { Code = "code", Device = "device", Questions = "questions", Selections = "selections", }
}

named_enum! {
    /// Why an institution was offered before others.
    pub enum MatchReason { ReturningUser = "returning_user", RoutingNumber = "routing_number", }
}

/// One event, as `onEvent` gets it.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct CallbackEvent {
    /// The id under which the server keeps it.
    pub event_id: String,
    /// Its name.
    pub event_name: EventName,
    /// The second argument of `onEvent`.
    pub metadata: EventMetadata,
}

/// The second argument of `onEvent`.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct EventMetadata {
    /// The end of an account number that was typed.
    pub account_number_mask: Option<String>,
    /// Which brand of a bank was chosen.
    pub brand_name: Option<String>,
    /// On `ERROR` and `EXIT`.
    pub error_code: Option<String>,
    /// On `ERROR` and `EXIT`.
    pub error_message: Option<String>,
    /// On `ERROR` and `EXIT`.
    pub error_type: Option<String>,
    /// On `EXIT`.
    pub exit_status: Option<ExitStatus>,
    /// The chosen institution, once there is one.
    pub institution_id: Option<String>,
    /// Its name.
    pub institution_name: Option<String>,
    /// What was searched for.
    pub institution_search_query: Option<String>,
    /// On `OPEN`: `"true"` or `"false"`.
    pub is_update_mode: Option<String>,
    /// The session.
    pub link_session_id: String,
    /// Why the institution was offered first.
    pub match_reason: Option<MatchReason>,
    /// On the pane and the answer of a second factor.
    pub mfa_type: Option<MfaType>,
    /// The request that this came of.
    pub request_id: String,
    /// A routing number that was typed.
    pub routing_number: Option<String>,
    /// At once, or by hand.
    pub selection: Option<String>,
    /// When, to the millisecond; later than every earlier event of the session.
    #[serde(serialize_with = "to_the_millisecond")]
    pub timestamp: Timestamp,
    /// The pane.
    pub view_name: Option<ViewName>,
    /// Which form of the pane.
    pub view_variant: Option<String>,
}

/// With three decimals, even where they are zeros: apps sort these texts.
fn to_the_millisecond<S: Serializer>(at: &Timestamp, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(&format_args!("{at:.3}"))
}

impl EventMetadata {
    /// The keys that say something, as the server's record of a session has them.
    pub fn recorded(&self) -> BTreeMap<String, String> {
        let named = |text: Option<&str>| text.map(str::to_owned);
        let keys = [
            ("account_number_mask", self.account_number_mask.clone()),
            ("brand_name", self.brand_name.clone()),
            ("error_code", self.error_code.clone()),
            ("error_message", self.error_message.clone()),
            ("error_type", self.error_type.clone()),
            ("exit_status", named(self.exit_status.map(ExitStatus::as_str))),
            ("institution_id", self.institution_id.clone()),
            ("institution_name", self.institution_name.clone()),
            ("institution_search_query", self.institution_search_query.clone()),
            ("is_update_mode", self.is_update_mode.clone()),
            ("match_reason", named(self.match_reason.map(MatchReason::as_str))),
            ("mfa_type", named(self.mfa_type.map(MfaType::as_str))),
            ("request_id", Some(self.request_id.clone())),
            ("routing_number", self.routing_number.clone()),
            ("selection", self.selection.clone()),
            ("view_name", named(self.view_name.map(ViewName::as_str))),
            ("view_variant", self.view_variant.clone()),
        ];
        keys.into_iter()
            .filter_map(|(key, text)| Some((key.to_owned(), text?)))
            .collect()
    }
}

/// The first argument of `onExit`, where an error was seen.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct CallbackError {
    /// The family.
    pub error_type: String,
    /// The code.
    pub error_code: String,
    /// Words for the developer.
    pub error_message: String,
    /// Words for the end user.
    pub display_message: Option<String>,
}

impl From<&Error> for CallbackError {
    fn from(error: &Error) -> Self {
        let entry = error.code.entry();
        Self {
            error_type: entry.kind.as_str().to_owned(),
            error_code: error.code.as_str().to_owned(),
            error_message: error.message.to_string(),
            display_message: entry.display.map(str::to_owned),
        }
    }
}

/// The second argument of `onExit`.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct ExitMetadata {
    /// The chosen institution, once there is one.
    pub institution: Option<LinkedInstitution>,
    /// The session.
    pub link_session_id: String,
    /// The last request that Link made.
    pub request_id: String,
    /// Where it was left; null when it never began.
    pub status: Option<ExitStatus>,
}

/// The second argument of `onSuccess`.
#[derive(Serialize, JsonSchema)]
#[expect(missing_debug_implementations, reason = "holds a token")]
pub struct SuccessMetadata {
    /// The account, when exactly one was chosen; older apps read it.
    pub account: Option<LinkedAccount>,
    /// Its id.
    pub account_id: Option<String>,
    /// The chosen accounts.
    pub accounts: Vec<LinkedAccount>,
    /// The bank.
    pub institution: Option<LinkedInstitution>,
    /// The session.
    pub link_session_id: String,
    /// The first argument once more; older apps read it here. Null in a session of several Items.
    pub public_token: Option<Revealed>,
    /// Of a product that is not served: null.
    pub transfer_status: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_has_three_decimals_whatever_it_is() {
        let event = EventMetadata {
            account_number_mask: None,
            brand_name: None,
            error_code: None,
            error_message: None,
            error_type: None,
            exit_status: None,
            institution_id: None,
            institution_name: None,
            institution_search_query: None,
            is_update_mode: Some("false".to_owned()),
            link_session_id: "s".to_owned(),
            match_reason: None,
            mfa_type: None,
            request_id: "r".to_owned(),
            routing_number: None,
            selection: None,
            timestamp: Timestamp::UNIX_EPOCH,
            view_name: Some(ViewName::Consent),
            view_variant: None,
        };
        let mut json = serde_json::to_value(&event).unwrap();
        assert_eq!(json["timestamp"], "1970-01-01T00:00:00.000Z");
        assert_eq!(json.as_object().unwrap().len(), 19, "every key is there: {json}");
        json["timestamp"] = "2026-11-22T12:00:00.120Z".into();
        let again: EventMetadata = serde_json::from_value(json.clone()).unwrap();
        assert_eq!(serde_json::to_value(again).unwrap(), json);
        let recorded = event.recorded();
        let keys: Vec<&str> = recorded.keys().map(String::as_str).collect();
        assert_eq!(keys, ["is_update_mode", "request_id", "view_name"]);
    }
}
