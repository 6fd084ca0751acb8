//! Errors: a stable code for programs, words for the developer, words for the end user, context for the log.
//!
//! No HTTP type appears here; the status is a plain number that the transport turns into one.

use crate::named_enum;

macro_rules! catalogue {
    ($($variant:ident = $code:literal { kind: $kind:expr, status: $status:literal, display: $display:expr,
        message: $message:literal, remedy: $remedy:literal, },)+) => {
        crate::named_enum! {
            /// A stable code that programs dispatch on.
            pub enum ErrorCode { $($variant = $code,)+ }
        }

        impl ErrorCode {
            /// The row of the catalogue.
            pub const fn entry(self) -> &'static Entry {
                match self {
                    $(Self::$variant => &Entry {
                        kind: $kind, status: $status, display: $display, message: $message, remedy: $remedy,
                    },)+
                }
            }
        }
    };
}

mod catalogue;
pub use catalogue::ErrorCode;

named_enum! {
    /// The family of an error code.
    pub enum ErrorType {
        InvalidRequest = "INVALID_REQUEST", InvalidResult = "INVALID_RESULT", InvalidInput = "INVALID_INPUT",
        InstitutionError = "INSTITUTION_ERROR", RateLimitExceeded = "RATE_LIMIT_EXCEEDED",
        ApiError = "API_ERROR", ItemError = "ITEM_ERROR", RecaptchaError = "RECAPTCHA_ERROR",
        OauthError = "OAUTH_ERROR", BankTransferError = "BANK_TRANSFER_ERROR",
        PaymentError = "PAYMENT_ERROR", SandboxError = "SANDBOX_ERROR",
        TransactionsError = "TRANSACTIONS_ERROR", UserError = "USER_ERROR",
    }
}

/// One row of the catalogue.
#[derive(Debug, Clone, Copy)]
pub struct Entry {
    /// The code's family.
    pub kind: ErrorType,
    /// HTTP status of an answer with this code.
    pub status: u16,
    /// Words for the end user, where they can act.
    pub display: Option<&'static str>,
    /// Words for the developer when no exacter ones are known.
    pub message: &'static str,
    /// How the developer mends it.
    pub remedy: &'static str,
}

/// What a use case answers when it cannot do what was asked.
#[derive(Debug, Clone, thiserror::Error)]
#[error("{}: {message}", code.as_str())]
pub struct Error {
    /// The stable code.
    pub code: ErrorCode,
    /// Words for the developer; never a secret, a type name, SQL or a path.
    pub message: std::borrow::Cow<'static, str>,
    /// Why, for the log only: never sent.
    pub context: Option<String>,
}

impl Error {
    /// The code with its own words.
    pub const fn new(code: ErrorCode) -> Self {
        Self {
            code,
            message: std::borrow::Cow::Borrowed(code.entry().message),
            context: None,
        }
    }

    /// The code with exacter words for the developer.
    pub fn with(code: ErrorCode, message: impl Into<std::borrow::Cow<'static, str>>) -> Self {
        Self {
            code,
            message: message.into(),
            context: None,
        }
    }

    /// An `INVALID_FIELD` with a message that names the field.
    pub fn field(message: impl Into<std::borrow::Cow<'static, str>>) -> Self {
        Self::with(ErrorCode::InvalidField, message)
    }

    /// A failure of our own: the developer gets an opaque message, the log gets the cause.
    pub fn internal(cause: impl std::fmt::Display) -> Self {
        Self {
            context: Some(cause.to_string()),
            ..Self::new(ErrorCode::InternalServerError)
        }
    }
}

impl From<ErrorCode> for Error {
    fn from(code: ErrorCode) -> Self {
        Self::new(code)
    }
}
