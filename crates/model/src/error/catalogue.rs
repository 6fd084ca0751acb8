//! Every error code of the contract that Selvedge can answer with, as one table.
//!
//! Each row: type, code, HTTP status, words for the end user (or none), what went wrong for the developer
//! (replaced by a more exact message where one is known), and how to mend it. docs/errors.md is generated
//! from this table.

use super::{Entry, ErrorType as T};

catalogue! {
    MissingFields = "MISSING_FIELDS" {
        kind: T::InvalidRequest, status: 400, display: None,
        message: "a required field is absent",
        remedy: "Send every field that the message names.",
    },
    UnknownFields = "UNKNOWN_FIELDS" {
        kind: T::InvalidRequest, status: 400, display: None,
        message: "the body has a field that this endpoint does not know",
        remedy: "Remove or correct the fields that the message names.",
    },
    InvalidField = "INVALID_FIELD" {
        kind: T::InvalidRequest, status: 400, display: None,
        message: "a field has a value of the wrong type, format or range",
        remedy: "Correct the field that the message names.",
    },
    InvalidBody = "INVALID_BODY" {
        kind: T::InvalidRequest, status: 400, display: None,
        message: "the body is not JSON, or its content type is not application/json",
        remedy: "Send one JSON object with `Content-Type: application/json`.",
    },
    InvalidHeaders = "INVALID_HEADERS" {
        kind: T::InvalidRequest, status: 400, display: None,
        message: "a header is missing or malformed",
        remedy: "Correct the header that the message names.",
    },
    InvalidConfiguration = "INVALID_CONFIGURATION" {
        kind: T::InvalidRequest, status: 400, display: None,
        message: "an object of /link/token/create does not match its schema",
        remedy: "Correct the object that the message names.",
    },
    InvalidAccountNumber = "INVALID_ACCOUNT_NUMBER" {
        kind: T::InvalidRequest, status: 400, display: None,
        message: "the typed account number does not match the account",
        remedy: "Ask the person to type the number again.",
    },
    IncompatibleApiVersion = "INCOMPATIBLE_API_VERSION" {
        kind: T::InvalidRequest, status: 400, display: None,
        message: "the request uses a field of an API version that is not served",
        remedy: "Use version 2020-09-14 with client_id and secret.",
    },
    NoLongerAvailable = "NO_LONGER_AVAILABLE" {
        kind: T::InvalidRequest, status: 404, display: None,
        message: "the endpoint was retired",
        remedy: "Use its successor.",
    },
    NotFound = "NOT_FOUND" {
        kind: T::InvalidRequest, status: 404, display: None,
        message: "there is no such endpoint",
        remedy: "Check the path and the method: the endpoints of the API are POSTs; by GET there are /healthz, /readyz, /openapi.json and /docs/errors.",
    },
    SandboxOnly = "SANDBOX_ONLY" {
        kind: T::InvalidRequest, status: 400, display: None,
        message: "the endpoint exists in the sandbox only",
        remedy: "Call it on a sandbox server.",
    },
    InvalidApiKeys = "INVALID_API_KEYS" {
        kind: T::InvalidInput, status: 400, display: None,
        message: "invalid client_id or secret provided",
        remedy: "Use the pair in this server's credentials.env, or what `selvedge keys create` and `selvedge keys rotate` printed.",
    },
    UnauthorizedEnvironment = "UNAUTHORIZED_ENVIRONMENT" {
        kind: T::InvalidInput, status: 400, display: None,
        message: "these keys are not for this environment",
        remedy: "Use keys that were made for this environment.",
    },
    UnauthorizedRouteAccess = "UNAUTHORIZED_ROUTE_ACCESS" {
        kind: T::InvalidInput, status: 400, display: None,
        message: "this endpoint is not enabled",
        remedy: "See docs/compatibility.md for what is served.",
    },
    InvalidAccessToken = "INVALID_ACCESS_TOKEN" {
        kind: T::InvalidInput, status: 400, display: None,
        message: "could not find matching access token",
        remedy: "Use the access token that the exchange returned, with the keys of the same team.",
    },
    InvalidPublicToken = "INVALID_PUBLIC_TOKEN" {
        kind: T::InvalidInput, status: 400, display: None,
        message: "could not find matching public token",
        remedy: "Public tokens work once and for 30 minutes; run Link again.",
    },
    InvalidLinkToken = "INVALID_LINK_TOKEN" {
        kind: T::InvalidInput, status: 400, display: None,
        message: "the link token is invalid or expired",
        remedy: "Create a new link token.",
    },
    InvalidProcessorToken = "INVALID_PROCESSOR_TOKEN" {
        kind: T::InvalidInput, status: 400, display: None,
        message: "could not find matching processor token",
        remedy: "Use the token with the keys of the partner it was made for.",
    },
    InvalidAccountId = "INVALID_ACCOUNT_ID" {
        kind: T::InvalidInput, status: 400, display: None,
        message: "the account is not part of this Item",
        remedy: "Take account ids from /accounts/get.",
    },
    InvalidInstitution = "INVALID_INSTITUTION" {
        kind: T::InvalidInput, status: 400, display: None,
        message: "no such institution in the requested countries",
        remedy: "Take institution ids from /institutions/search.",
    },
    InvalidProduct = "INVALID_PRODUCT" {
        kind: T::InvalidInput, status: 400, display: None,
        message: "the product is unknown, not enabled, or may not be listed here",
        remedy: "Correct the product that the message names.",
    },
    InvalidLinkCustomization = "INVALID_LINK_CUSTOMIZATION" {
        kind: T::InvalidInput, status: 400, display: None,
        message: "the Link customization does not allow this",
        remedy: "Change the customization.",
    },
    InvalidUserId = "INVALID_USER_ID" {
        kind: T::InvalidInput, status: 400, display: None,
        message: "no such user",
        remedy: "Take user ids from /user/create.",
    },
    InvalidUserToken = "INVALID_USER_TOKEN" {
        kind: T::InvalidInput, status: 400, display: None,
        message: "no such user token",
        remedy: "Use user_id instead.",
    },
    AdditionalConsentRequired = "ADDITIONAL_CONSENT_REQUIRED" {
        kind: T::InvalidInput, status: 400, display: None,
        message: "the end user has not consented to this product",
        remedy: "Send the user through Link in update mode with additional_consented_products.",
    },
    UserPermissionRevoked = "USER_PERMISSION_REVOKED" {
        kind: T::InvalidInput, status: 400, display: None,
        message: "the end user revoked access",
        remedy: "Remove the Item and link again.",
    },
    InvalidWebhookVerificationKeyId = "INVALID_WEBHOOK_VERIFICATION_KEY_ID" {
        kind: T::InvalidInput, status: 400, display: None,
        message: "no such webhook verification key",
        remedy: "Take the key id from the header of a Plaid-Verification token of this environment.",
    },
    IncorrectDepositVerification = "INCORRECT_DEPOSIT_VERIFICATION" {
        kind: T::InvalidInput, status: 400, display: None,
        message: "the micro-deposit code is wrong",
        remedy: "Ask the person to look at the statement again.",
    },
    TooManyVerificationAttempts = "TOO_MANY_VERIFICATION_ATTEMPTS" {
        kind: T::InvalidInput, status: 400, display: None,
        message: "all verification attempts are used",
        remedy: "Link the account again.",
    },
    InvalidStripeAccount = "INVALID_STRIPE_ACCOUNT" {
        kind: T::InvalidInput, status: 400, display: None,
        message: "the connected Stripe account was refused",
        remedy: "Connect a Stripe account.",
    },
    AccessNotGranted = "ACCESS_NOT_GRANTED" {
        kind: T::ItemError, status: 400, display: Some("You did not share what this needs. Link your account again and allow access."),
        message: "the end user did not grant the access this product needs",
        remedy: "Send the user through Link in update mode.",
    },
    InstantMatchFailed = "INSTANT_MATCH_FAILED" {
        kind: T::ItemError, status: 400, display: None,
        message: "Instant Match is not possible here",
        remedy: "Let Link fall back to micro-deposits.",
    },
    InsufficientCredentials = "INSUFFICIENT_CREDENTIALS" {
        kind: T::ItemError, status: 400, display: Some("The sign-in at your bank was not finished. Try again."),
        message: "the sign-in at the bank was not finished",
        remedy: "Send the user through Link again.",
    },
    InvalidCredentials = "INVALID_CREDENTIALS" {
        kind: T::ItemError, status: 400, display: Some("The username or password was not right. Check them and try again."),
        message: "the bank refused the credentials",
        remedy: "Send the user through Link again.",
    },
    InvalidMfa = "INVALID_MFA" {
        kind: T::ItemError, status: 400, display: Some("The answer was not right. Try again."),
        message: "the bank refused the MFA answer",
        remedy: "Send the user through Link again.",
    },
    InvalidSendMethod = "INVALID_SEND_METHOD" {
        kind: T::ItemError, status: 400, display: None,
        message: "the MFA device id is not one that was offered",
        remedy: "Use one of the offered devices.",
    },
    InvalidUpdatedUsername = "INVALID_UPDATED_USERNAME" {
        kind: T::ItemError, status: 400, display: None,
        message: "the login is another one than the Item was linked with",
        remedy: "Use the same login, or link a new Item.",
    },
    ItemConcurrentlyDeleted = "ITEM_CONCURRENTLY_DELETED" {
        kind: T::ItemError, status: 400, display: None,
        message: "the Item was removed while the request ran",
        remedy: "Nothing is left to do.",
    },
    ItemLocked = "ITEM_LOCKED" {
        kind: T::ItemError, status: 400, display: Some("Your bank has locked this login. Unlock it at your bank, then try again."),
        message: "the bank locked the login",
        remedy: "Send the user through Link in update mode once the login is unlocked.",
    },
    ItemLoginRequired = "ITEM_LOGIN_REQUIRED" {
        kind: T::ItemError, status: 400, display: None,
        message: "the login details of this Item have changed and must be given again",
        remedy: "Send the user through Link in update mode.",
    },
    ItemNotFound = "ITEM_NOT_FOUND" {
        kind: T::ItemError, status: 400, display: None,
        message: "The Item you requested cannot be found. This Item does not exist, has been previously removed via /item/remove, or has had access removed by the user.",
        remedy: "Forget the access token.",
    },
    ItemNotSupported = "ITEM_NOT_SUPPORTED" {
        kind: T::ItemError, status: 400, display: Some("This account is not supported."),
        message: "this account or partner does not support the Item",
        remedy: "Use another account.",
    },
    MfaNotSupported = "MFA_NOT_SUPPORTED" {
        kind: T::ItemError, status: 400, display: Some("Your bank asks for a security step that is not supported."),
        message: "the bank's MFA step is not supported",
        remedy: "Use another bank.",
    },
    NoAccounts = "NO_ACCOUNTS" {
        kind: T::ItemError, status: 400, display: Some("No open accounts were found."),
        message: "the Item has no accounts to show",
        remedy: "Link another login.",
    },
    NoAuthAccounts = "NO_AUTH_ACCOUNTS" {
        kind: T::ItemError, status: 400, display: None,
        message: "no account of this Item can be debited",
        remedy: "Ask the user to link a checking, savings or cash management account.",
    },
    PasswordResetRequired = "PASSWORD_RESET_REQUIRED" {
        kind: T::ItemError, status: 400, display: Some("Your bank asks you to reset your password. Do that first, then try again."),
        message: "the bank demands a new password",
        remedy: "Send the user through Link in update mode after the reset.",
    },
    ProductNotEnabled = "PRODUCT_NOT_ENABLED" {
        kind: T::ItemError, status: 400, display: None,
        message: "the product is not enabled on this Item",
        remedy: "Link again with the product.",
    },
    ProductNotReady = "PRODUCT_NOT_READY" {
        kind: T::ItemError, status: 400, display: None,
        message: "the requested product is not yet ready",
        remedy: "Wait for the verification to finish, then try again.",
    },
    ProductsNotSupported = "PRODUCTS_NOT_SUPPORTED" {
        kind: T::ItemError, status: 400, display: None,
        message: "the Item does not support the requested product",
        remedy: "Use an Item at an institution that supports it.",
    },
    UserSetupRequired = "USER_SETUP_REQUIRED" {
        kind: T::ItemError, status: 400, display: Some("Your bank asks you to finish setting up your login. Do that first, then try again."),
        message: "the login is not fully set up at the bank",
        remedy: "Send the user through Link in update mode after the set-up.",
    },
    UserInputTimeout = "USER_INPUT_TIMEOUT" {
        kind: T::ItemError, status: 400, display: Some("That took too long. Try again."),
        message: "the end user did not answer in time",
        remedy: "Send the user through Link again.",
    },
    CountryNotSupported = "COUNTRY_NOT_SUPPORTED" {
        kind: T::ItemError, status: 400, display: Some("Your bank's country is not supported."),
        message: "the institution's country is not supported",
        remedy: "Use another bank.",
    },
    InstitutionDown = "INSTITUTION_DOWN" {
        kind: T::InstitutionError, status: 400, display: Some("Your bank cannot be reached right now. Try again later."),
        message: "the institution is down",
        remedy: "Try again later.",
    },
    InstitutionNotResponding = "INSTITUTION_NOT_RESPONDING" {
        kind: T::InstitutionError, status: 400, display: Some("Your bank does not answer right now. Try again later."),
        message: "the institution is not responding",
        remedy: "Try again later.",
    },
    InstitutionNotAvailable = "INSTITUTION_NOT_AVAILABLE" {
        kind: T::InstitutionError, status: 400, display: Some("Your bank is not available right now. Try again later."),
        message: "the institution is not available",
        remedy: "Try again later.",
    },
    InstitutionNoLongerSupported = "INSTITUTION_NO_LONGER_SUPPORTED" {
        kind: T::InstitutionError, status: 400, display: Some("This bank is no longer supported."),
        message: "the institution is no longer supported",
        remedy: "Use another bank.",
    },
    InstitutionNotEnabledInEnvironment = "INSTITUTION_NOT_ENABLED_IN_ENVIRONMENT" {
        kind: T::InstitutionError, status: 400, display: None,
        message: "the institution is not served in this environment",
        remedy: "Use an institution of this environment.",
    },
    UnauthorizedInstitution = "UNAUTHORIZED_INSTITUTION" {
        kind: T::InstitutionError, status: 400, display: Some("This bank is not available in this app."),
        message: "the team may not use this institution",
        remedy: "Ask the operator.",
    },
    InstitutionRegistrationRequired = "INSTITUTION_REGISTRATION_REQUIRED" {
        kind: T::InstitutionError, status: 400, display: Some("This bank is not available in this app yet."),
        message: "the institution wants the app to be registered first",
        remedy: "Ask the operator.",
    },
    UnsupportedResponse = "UNSUPPORTED_RESPONSE" {
        kind: T::InstitutionError, status: 400, display: Some("Your bank sent an answer that could not be read. Try again later."),
        message: "the institution sent an unreadable answer",
        remedy: "Try again later.",
    },
    LastUpdatedDatetimeOutOfRange = "LAST_UPDATED_DATETIME_OUT_OF_RANGE" {
        kind: T::InvalidResult, status: 400, display: None,
        message: "the balance is older than min_last_updated_datetime",
        remedy: "Ask for an older balance, or try again later.",
    },
    InternalServerError = "INTERNAL_SERVER_ERROR" {
        kind: T::ApiError, status: 500, display: None,
        message: "an unexpected error occurred",
        remedy: "Try again; send the request id to the operator if it stays.",
    },
    PlannedMaintenance = "PLANNED_MAINTENANCE" {
        kind: T::ApiError, status: 503, display: None,
        message: "the server cannot take the request right now",
        remedy: "Try again later.",
    },
    IncorrectOauthNonce = "INCORRECT_OAUTH_NONCE" {
        kind: T::OauthError, status: 400, display: None,
        message: "the OAuth nonce does not match",
        remedy: "Start Link again.",
    },
    IncorrectLinkToken = "INCORRECT_LINK_TOKEN" {
        kind: T::OauthError, status: 400, display: None,
        message: "Link was resumed with another link token",
        remedy: "Resume with the link token that started the session.",
    },
    OauthStateIdNotFound = "OAUTH_STATE_ID_NOT_FOUND" {
        kind: T::OauthError, status: 404, display: None,
        message: "no such OAuth state id",
        remedy: "Start Link again.",
    },
    OauthStateIdAlreadyProcessed = "OAUTH_STATE_ID_ALREADY_PROCESSED" {
        kind: T::OauthError, status: 208, display: None,
        message: "the OAuth state id was used before",
        remedy: "Start Link again.",
    },
    RecaptchaRequired = "RECAPTCHA_REQUIRED" {
        kind: T::RecaptchaError, status: 400, display: None,
        message: "a captcha must be answered",
        remedy: "Let Link show it.",
    },
    RecaptchaBad = "RECAPTCHA_BAD" {
        kind: T::RecaptchaError, status: 400, display: None,
        message: "the captcha was not answered rightly",
        remedy: "Let Link show it again.",
    },
    SandboxProductNotEnabled = "SANDBOX_PRODUCT_NOT_ENABLED" {
        kind: T::SandboxError, status: 400, display: None,
        message: "the Item lacks the product of this webhook",
        remedy: "Create the Item with the product.",
    },
    SandboxWebhookInvalid = "SANDBOX_WEBHOOK_INVALID" {
        kind: T::SandboxError, status: 400, display: None,
        message: "the Item has no webhook URL",
        remedy: "Set one by /item/webhook/update.",
    },
    SandboxTransferEventTransitionInvalid = "SANDBOX_TRANSFER_EVENT_TRANSITION_INVALID" {
        kind: T::SandboxError, status: 400, display: None,
        message: "the transfer cannot move to that state",
        remedy: "Look at its last event.",
    },
    BankTransferAccountBlocked = "BANK_TRANSFER_ACCOUNT_BLOCKED" {
        kind: T::BankTransferError, status: 400, display: None,
        message: "deposits to this account are blocked after an earlier return",
        remedy: "Use another account.",
    },
    PaymentInvalidRecipient = "PAYMENT_INVALID_RECIPIENT" {
        kind: T::PaymentError, status: 400, display: Some("Your bank does not accept the recipient of this payment."),
        message: "the institution does not accept the recipient of the payment",
        remedy: "Use another recipient.",
    },
    TransactionsSyncMutationDuringPagination = "TRANSACTIONS_SYNC_MUTATION_DURING_PAGINATION" {
        kind: T::TransactionsError, status: 400, display: None,
        message: "the data changed while it was paged",
        remedy: "Start again from the first cursor of this run.",
    },
    UserNotFound = "USER_NOT_FOUND" {
        kind: T::UserError, status: 400, display: None,
        message: "no such user",
        remedy: "Take user ids from /user/create.",
    },
    InvalidUserIdentityData = "INVALID_USER_IDENTITY_DATA" {
        kind: T::UserError, status: 403, display: None,
        message: "the identity object is not valid",
        remedy: "Correct the field that the message names.",
    },
    RateLimit = "RATE_LIMIT" {
        kind: T::RateLimitExceeded, status: 429, display: None,
        message: "too many requests",
        remedy: "Wait for the time in Retry-After.",
    },
    InstitutionRateLimit = "INSTITUTION_RATE_LIMIT" {
        kind: T::RateLimitExceeded, status: 429, display: None,
        message: "the institution limits requests",
        remedy: "Try again later.",
    },
    AccountsLimit = "ACCOUNTS_LIMIT" {
        kind: T::RateLimitExceeded, status: 429, display: None,
        message: "too many requests to /accounts/get",
        remedy: "Wait for the time in Retry-After.",
    },
    BalanceLimit = "BALANCE_LIMIT" {
        kind: T::RateLimitExceeded, status: 429, display: None,
        message: "too many requests to /accounts/balance/get for this Item",
        remedy: "Wait for the time in Retry-After.",
    },
    AccountsBalanceGetLimit = "ACCOUNTS_BALANCE_GET_LIMIT" {
        kind: T::RateLimitExceeded, status: 429, display: None,
        message: "too many requests to /accounts/balance/get",
        remedy: "Wait for the time in Retry-After.",
    },
    AuthLimit = "AUTH_LIMIT" {
        kind: T::RateLimitExceeded, status: 429, display: None,
        message: "too many requests to /auth/get",
        remedy: "Wait for the time in Retry-After.",
    },
    IdentityLimit = "IDENTITY_LIMIT" {
        kind: T::RateLimitExceeded, status: 429, display: None,
        message: "too many requests to /identity/get",
        remedy: "Wait for the time in Retry-After.",
    },
    InstitutionsGetLimit = "INSTITUTIONS_GET_LIMIT" {
        kind: T::RateLimitExceeded, status: 429, display: None,
        message: "too many requests to /institutions/get",
        remedy: "Wait for the time in Retry-After.",
    },
    InstitutionsGetByIdLimit = "INSTITUTIONS_GET_BY_ID_LIMIT" {
        kind: T::RateLimitExceeded, status: 429, display: None,
        message: "too many requests to /institutions/get_by_id",
        remedy: "Wait for the time in Retry-After.",
    },
    ItemGetLimit = "ITEM_GET_LIMIT" {
        kind: T::RateLimitExceeded, status: 429, display: None,
        message: "too many requests to /item/get",
        remedy: "Wait for the time in Retry-After.",
    },
}
