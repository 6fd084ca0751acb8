//! Groups of error codes that endpoints share.

use selvedge_model::ErrorCode as Code;

/// What every endpoint can answer.
pub const BASE: &[Code] = &[
    Code::MissingFields,
    Code::UnknownFields,
    Code::InvalidField,
    Code::InvalidBody,
    Code::InvalidHeaders,
    Code::IncompatibleApiVersion,
    Code::InvalidApiKeys,
    Code::NotFound,
    Code::InternalServerError,
    Code::PlannedMaintenance,
];
/// What an endpoint that takes an access token can answer.
pub const ITEM: &[Code] = &[
    Code::InvalidAccessToken,
    Code::ItemNotFound,
    Code::UserPermissionRevoked,
];
/// What an endpoint that shows a product's data can answer.
pub const DATA: &[Code] = &[
    Code::ItemLoginRequired,
    Code::ItemConcurrentlyDeleted,
    Code::ItemLocked,
    Code::PasswordResetRequired,
    Code::UserSetupRequired,
    Code::MfaNotSupported,
    Code::NoAccounts,
    Code::AccessNotGranted,
    Code::ProductNotReady,
    Code::ProductsNotSupported,
    Code::ProductNotEnabled,
    Code::AdditionalConsentRequired,
    Code::InvalidProduct,
    Code::InvalidAccountId,
    Code::InstitutionDown,
    Code::InstitutionNotResponding,
    Code::InstitutionNotAvailable,
    Code::InstitutionNoLongerSupported,
    Code::UnsupportedResponse,
];
/// What an endpoint that takes a processor token can answer.
pub const PROCESSOR: &[Code] = &[
    Code::InvalidProcessorToken,
    Code::InvalidAccountId,
    Code::ItemNotFound,
    Code::InvalidProduct,
    Code::ProductsNotSupported,
];
/// What a sandbox endpoint can answer.
pub const SANDBOX: &[Code] = &[Code::SandboxOnly];
/// What an endpoint that signs in at a bank can answer, besides what it answers about the data.
pub const SIGN_IN: &[Code] = &[
    Code::InvalidInstitution,
    Code::InstitutionNotEnabledInEnvironment,
    Code::UnauthorizedInstitution,
    Code::InstitutionRegistrationRequired,
    Code::InvalidCredentials,
    Code::InvalidMfa,
    Code::InvalidSendMethod,
    Code::InsufficientCredentials,
    Code::RecaptchaBad,
    Code::UserInputTimeout,
    Code::ItemNotSupported,
    Code::CountryNotSupported,
    Code::PaymentInvalidRecipient,
    Code::InvalidLinkToken,
];
