//! `/selvedge/link/complete`: a session of Link from its first pane to its end, in one call.
//!
//! It is for tests of an app's server: nobody has to open a browser. The session is a real one, so what is
//! missing or wrong stops it where it would stop a person.

use super::{Availability, endpoint, groups};
use crate::callback::{CallbackError, CallbackEvent, ExitMetadata, SuccessMetadata};
use crate::doc::Revealed;
use crate::request;
use schemars::JsonSchema;
use selvedge_model::id::InstitutionId;
use selvedge_model::scope::DataScope;
use selvedge_model::{ErrorCode, Sensitive};
use serde::Serialize;

request! {
    /// What a person would do in Link.
    pub struct LinkCompleteRequest {
        /// The accounts to share: masks, subtypes, names, or `all`. When absent: all that may be shared, or the
        /// first where only one may.
        #[serde(default)]
        pub accounts: Option<Vec<String>>,
        /// What to answer, one list for each time that the bank asks. A captcha is solved by any answer.
        #[serde(default)]
        pub answers: Option<Vec<Vec<Sensitive>>>,
        /// How the visit to the bank's own pages ends, where it has such; `as_chosen` when absent.
        #[serde(default)]
        pub bank_outcome: Option<BankOutcome>,
        /// The bank; needed unless the link token names one.
        #[serde(default)]
        pub institution_id: Option<InstitutionId>,
        /// The link token.
        pub link_token: Sensitive,
        /// `success` when absent.
        #[serde(default)]
        pub outcome: Option<CompleteOutcome>,
        /// The password; `pass_good` when absent, unless the outcome is `exit`.
        #[serde(default)]
        pub password: Option<Sensitive>,
        /// The login name; `user_good` when absent, unless the outcome is `exit`.
        #[serde(default)]
        pub username: Option<Sensitive>,
        /// The kinds of data to keep back on the bank's own pages.
        #[serde(default)]
        pub withhold: Option<Vec<DataScope>>,
    }
}

selvedge_model::named_enum! {
    /// How the session is to end.
    pub enum CompleteOutcome {
        /// With a bank that is linked; anything else is an error.
        Success = "success",
        /// Link is closed at the first pane for which nothing is given, at an error, or before accounts are
        /// shared.
        Exit = "exit",
    }
}

selvedge_model::named_enum! {
    /// How a visit to the bank's own pages ends.
    pub enum BankOutcome {
        /// The person consents.
        AsChosen = "as_chosen",
        /// The person says no.
        AccessDenied = "access_denied",
        /// The bank says afterwards that the sign-in was not finished.
        InsufficientCredentials = "INSUFFICIENT_CREDENTIALS",
        /// The bank says afterwards that too little was shared.
        AccessNotGranted = "ACCESS_NOT_GRANTED",
        /// The bank says afterwards that no account that can be debited was shared.
        NoAuthAccounts = "NO_AUTH_ACCOUNTS",
        /// The bank's pages break, and say so.
        ServerError = "server_error",
        /// The bank's pages are closed for now, and say so.
        TemporarilyUnavailable = "temporarily_unavailable",
        /// The bank's server does not answer.
        NoAnswer = "no_answer",
        /// The bank's server answers with a web page.
        WebPage = "web_page",
        /// Another bank says that it gave the code.
        WrongIssuer = "wrong_issuer",
        /// The person comes back with a state that is not ours.
        WrongState = "wrong_state",
        /// The person closes the bank's window.
        DeadEnd = "dead_end",
    }
}

/// A session that ended, as the app's page would have learned of it.
#[derive(Serialize, JsonSchema)]
#[expect(missing_debug_implementations, reason = "holds a token")]
pub struct LinkCompleteResponse {
    /// What `onEvent` got, in order.
    pub events: Vec<CallbackEvent>,
    /// What `onExit` got; null after a success.
    pub exit: Option<CompleteExit>,
    /// The session.
    pub link_session_id: String,
    /// The second argument of `onSuccess`; null after an exit.
    pub metadata: Option<SuccessMetadata>,
    /// The first argument of `onSuccess`; null after an exit, and in a session of several Items.
    pub public_token: Option<Revealed>,
    /// The id of the request.
    pub request_id: String,
}

/// The arguments of `onExit`.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct CompleteExit {
    /// The first: the last error that the person met, if any.
    pub error: Option<CallbackError>,
    /// The second.
    pub metadata: ExitMetadata,
}

/// What a session of Link can stop at besides what a bank says.
const LINK: &[ErrorCode] = &[
    ErrorCode::InternalServerError,
    ErrorCode::InvalidUpdatedUsername,
    ErrorCode::NoAuthAccounts,
    ErrorCode::IncorrectOauthNonce,
    ErrorCode::OauthStateIdNotFound,
    ErrorCode::OauthStateIdAlreadyProcessed,
];

endpoint! {
    LinkComplete: LinkCompleteRequest => LinkCompleteResponse, "/selvedge/link/complete", "goes through Link without a browser",
    errors: [groups::SANDBOX, groups::ITEM, groups::DATA, groups::SIGN_IN, LINK],
    example: r#"{"link_token":"link-sandbox-33792986-2b9c-4b80-b1f2-518caaac6183","institution_id":"ins_109508","username":"user_good","password":"mfa_device","answers":[["Phone ending in 3333"],["1234"]],"accounts":["0000","savings"]}"#,
    available: Availability::Sandbox,
}
