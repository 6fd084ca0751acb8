//! Why a bank did not do what was asked, and the code under which callers learn of it.
//!
//! Words for end users are in the error catalogue, not here.

use super::ExternalId;
use selvedge_model::ErrorCode;

/// Why a bank did not do what was asked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BankError {
    /// The end user did not share what is needed.
    #[error("the end user did not grant the access that is needed")]
    AccessNotGranted,
    /// The bank's country is not served.
    #[error("the bank's country is not supported")]
    CountryNotSupported,
    /// The bank is offline.
    #[error("the bank is down")]
    InstitutionDown,
    /// The bank is not available now.
    #[error("the bank is not available")]
    InstitutionNotAvailable,
    /// The bank does not answer now.
    #[error("the bank does not answer")]
    InstitutionNotResponding,
    /// The bank was dropped.
    #[error("the bank is no longer supported")]
    InstitutionNoLongerSupported,
    /// The bank wants the app to be registered first.
    #[error("the bank wants the app to be registered")]
    InstitutionRegistrationRequired,
    /// The sign-in on the bank's pages was not finished.
    #[error("the sign-in at the bank was not finished")]
    InsufficientCredentials,
    /// Login name or password is wrong.
    #[error("the bank does not accept the credentials")]
    InvalidCredentials,
    /// The link token of the session can no longer be used.
    #[error("the session's link token can no longer be used")]
    InvalidLinkToken,
    /// The answer to a challenge is wrong.
    #[error("the bank does not accept the answer")]
    InvalidMfa,
    /// The device that the end user chose is not one of theirs.
    #[error("the bank cannot send a code there")]
    InvalidSendMethod,
    /// The bank locked the login.
    #[error("the bank has locked the login")]
    ItemLocked,
    /// The grant is no longer good; the end user must sign in again.
    #[error("the bank wants a new sign-in")]
    ItemLoginRequired,
    /// The account cannot be linked.
    #[error("the bank does not share this kind of account")]
    ItemNotSupported,
    /// The bank poses a challenge that we cannot pass on.
    #[error("the bank's challenge is not supported")]
    MfaNotSupported,
    /// Nothing is open under this login.
    #[error("the login has no open accounts")]
    NoAccounts,
    /// The bank demands a new password first.
    #[error("the bank wants a new password")]
    PasswordResetRequired,
    /// The recipient of a payment is not acceptable.
    #[error("the bank does not accept the recipient")]
    PaymentInvalidRecipient,
    /// The captcha was not solved.
    #[error("the captcha was not solved")]
    RecaptchaBad,
    /// The app may not use this bank.
    #[error("the app may not use this bank")]
    UnauthorizedInstitution,
    /// The bank's answer cannot be read.
    #[error("the bank's answer cannot be read")]
    UnsupportedResponse,
    /// Nobody answered in time.
    #[error("nobody answered the bank's challenge")]
    UserInputTimeout,
    /// The end user must first finish something at the bank.
    #[error("the login is not set up fully at the bank")]
    UserSetupRequired,
    /// No account that money can be drawn from was shared.
    #[error("the end user shared no account that can be debited")]
    NoAuthAccounts,
    /// The code that came back from the bank's own pages cannot be redeemed.
    #[error("the bank does not redeem the code: {0}")]
    CodeRefused(CodeFault),
    /// The bank no longer has an account of that id.
    #[error("the bank has no account of this id")]
    AccountGone(ExternalId),
    /// The description of a custom test user is wrong; each entry names a place and what is wrong there.
    #[error("the custom user is not valid: {}", .0.join("; "))]
    CustomUser(Vec<String>),
    /// The test bank was told to fail in a way that it does not know.
    #[error("the password error_{code} names no code that can be forced; known are {}", known.join(", "))]
    UnknownForcedError {
        /// The code that was asked for.
        code: String,
        /// The codes that can be forced.
        known: Vec<&'static str>,
    },
    /// The test bank was told to fail as if the program had.
    #[error("an internal failure was asked for")]
    Forced,
    /// Something broke on the way, for a reason that only the log may tell.
    #[error("the bank connection failed: {0}")]
    Failed(String),
}

/// Why a bank does not redeem a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CodeFault {
    /// It is not one of the bank's, or somebody changed it.
    #[error("it is not one of the bank's")]
    Altered,
    /// It came too late.
    #[error("it has expired")]
    Expired,
    /// It was given for another return address.
    #[error("it was given for another address")]
    OtherAddress,
    /// Whoever redeems it is not who asked for it.
    #[error("the verifier does not fit")]
    WrongVerifier,
}

impl BankError {
    /// The code under which callers learn of it.
    pub const fn code(&self) -> ErrorCode {
        match self {
            Self::AccessNotGranted => ErrorCode::AccessNotGranted,
            Self::CountryNotSupported => ErrorCode::CountryNotSupported,
            Self::InstitutionDown => ErrorCode::InstitutionDown,
            Self::InstitutionNotAvailable => ErrorCode::InstitutionNotAvailable,
            Self::InstitutionNotResponding => ErrorCode::InstitutionNotResponding,
            Self::InstitutionNoLongerSupported => ErrorCode::InstitutionNoLongerSupported,
            Self::InstitutionRegistrationRequired => ErrorCode::InstitutionRegistrationRequired,
            // Whoever comes back with a code that is no good has not finished the sign-in.
            Self::InsufficientCredentials | Self::CodeRefused(_) => ErrorCode::InsufficientCredentials,
            Self::InvalidCredentials => ErrorCode::InvalidCredentials,
            Self::InvalidLinkToken => ErrorCode::InvalidLinkToken,
            Self::InvalidMfa => ErrorCode::InvalidMfa,
            Self::InvalidSendMethod => ErrorCode::InvalidSendMethod,
            Self::ItemLocked => ErrorCode::ItemLocked,
            Self::ItemLoginRequired => ErrorCode::ItemLoginRequired,
            Self::ItemNotSupported => ErrorCode::ItemNotSupported,
            Self::MfaNotSupported => ErrorCode::MfaNotSupported,
            Self::NoAccounts => ErrorCode::NoAccounts,
            Self::NoAuthAccounts => ErrorCode::NoAuthAccounts,
            Self::PasswordResetRequired => ErrorCode::PasswordResetRequired,
            Self::PaymentInvalidRecipient => ErrorCode::PaymentInvalidRecipient,
            Self::RecaptchaBad => ErrorCode::RecaptchaBad,
            Self::UnauthorizedInstitution => ErrorCode::UnauthorizedInstitution,
            Self::UnsupportedResponse => ErrorCode::UnsupportedResponse,
            Self::UserInputTimeout => ErrorCode::UserInputTimeout,
            Self::UserSetupRequired => ErrorCode::UserSetupRequired,
            Self::AccountGone(_) => ErrorCode::InvalidAccountId,
            Self::CustomUser(_) | Self::UnknownForcedError { .. } => ErrorCode::InvalidField,
            Self::Forced | Self::Failed(_) => ErrorCode::InternalServerError,
        }
    }
}

impl From<BankError> for selvedge_model::Error {
    fn from(error: BankError) -> Self {
        let (code, words) = (error.code(), error.to_string());
        if matches!(
            error,
            BankError::CustomUser(_) | BankError::UnknownForcedError { .. }
        ) {
            return Self::with(code, words);
        }
        Self {
            context: Some(words),
            ..Self::new(code)
        }
    }
}
