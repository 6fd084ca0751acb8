//! What the engine may ask of a bank, and the words in which a bank answers.
//!
//! The trait has no default methods: a bank that cannot do something says so. It knows nothing of tokens,
//! Items or the contract's JSON.

mod error;
mod oauth;

pub use error::{BankError, CodeFault};
pub use oauth::{Authorization, Authorize, Redeem};

use crate::institution::{AuthMethods, Institution};
use async_trait::async_trait;
use jiff::Timestamp;
use rust_decimal::Decimal;
use selvedge_model::account::{AccountType, HolderCategory, VerificationStatus};
use selvedge_model::{Sensitive, named_enum};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

/// A bank, or a protocol that many banks speak.
#[async_trait]
pub trait Connector: Send + Sync {
    /// What this connector can do at `institution`.
    fn capabilities(&self, institution: &Institution) -> Capabilities;

    /// What the bank asks for at its sign-in in Link, in order.
    fn fields(&self, institution: &Institution) -> Vec<CredentialField>;

    /// Begins a connection with the end user's own credentials.
    async fn sign_in(&self, visit: &Visit<'_>, request: SignIn<'_>) -> Result<Step, BankError>;

    /// Goes on with a sign-in that [`Step::Challenge`] interrupted.
    async fn resume(&self, visit: &Visit<'_>, request: Resume<'_>) -> Result<Step, BankError>;

    /// Who signs what the bank's own pages send back (`iss`), where the bank has such pages and says so.
    fn issuer(&self, institution: &Institution) -> Option<String>;

    /// Begins a visit to the bank's own pages.
    async fn authorize(&self, visit: &Visit<'_>, request: Authorize<'_>) -> Result<Authorization, BankError>;

    /// Turns the code that came back from the bank's own pages into a grant.
    async fn redeem(&self, visit: &Visit<'_>, request: Redeem<'_>) -> Result<Grant, BankError>;

    /// What is the same for two grants of the same login at the same bank, and for no others; `None` where the
    /// bank does not tell. As secret as the login name: hash it before it is kept.
    fn login_key(&self, grant: &Grant) -> Option<Vec<u8>>;

    /// Every open account of the grant, always in the same order.
    async fn accounts(&self, visit: &Visit<'_>, grant: &Grant) -> Result<Vec<BankAccount>, BankError>;

    /// Fresh balances, in the order asked for.
    async fn balances(
        &self,
        visit: &Visit<'_>,
        grant: &Grant,
        accounts: &[ExternalId],
    ) -> Result<Vec<(ExternalId, Balances)>, BankError>;

    /// The numbers that money can be sent to, in the order asked for; none for an account that cannot be
    /// debited. [`BankError::AccessNotGranted`] where the end user does not share numbers.
    async fn numbers(
        &self,
        visit: &Visit<'_>,
        grant: &Grant,
        accounts: &[ExternalId],
    ) -> Result<Vec<(ExternalId, Vec<PaymentRoute>)>, BankError>;

    /// Who holds each account, in the order asked for. [`BankError::AccessNotGranted`] where the end user does
    /// not share that.
    async fn owners(
        &self,
        visit: &Visit<'_>,
        grant: &Grant,
        accounts: &[ExternalId],
    ) -> Result<Vec<(ExternalId, Owner)>, BankError>;

    /// Ends the grant at the bank. Revoking twice is no error.
    async fn revoke(&self, visit: &Visit<'_>, grant: &Grant) -> Result<(), BankError>;
}

/// The circumstances of one call to a bank.
#[derive(Debug, Clone, Copy)]
pub struct Visit<'a> {
    /// The instant of the call.
    pub now: Timestamp,
    /// The id under which both sides log the call. A connection made by a sign-in keeps the sign-in's id.
    pub interaction_id: &'a str,
}

/// What a connector can do at one institution.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Capabilities {
    /// Where the end user gives their credentials.
    pub sign_in: SignInPlace,
    /// How account numbers can be had and verified.
    pub auth_methods: AuthMethods,
}

/// Where the end user gives their credentials.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SignInPlace {
    /// In Link.
    Link,
    /// On the bank's own pages, by OAuth.
    Bank,
}

/// A field of a bank's sign-in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CredentialField {
    /// The name that it goes by.
    pub name: String,
    /// What it is.
    pub kind: CredentialKind,
}

named_enum! {
    /// What a field of a sign-in is.
    pub enum CredentialKind { Username = "username", Password = "password", }
}

/// A sign-in with credentials.
#[derive(Clone, Copy)]
#[expect(missing_debug_implementations, reason = "holds credentials")]
pub struct SignIn<'a> {
    /// The bank to sign in to.
    pub institution: &'a Institution,
    /// The login name.
    pub username: &'a Sensitive,
    /// The password.
    pub password: &'a Sensitive,
    /// Whether somebody is there to answer questions.
    pub presence: Presence,
}

/// Whether the end user takes part in the sign-in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Presence {
    /// The end user is in Link and can answer a challenge.
    Attended,
    /// Nobody is there: the test bank then leaves its challenges out, a real bank answers
    /// [`BankError::UserInputTimeout`] where it would have posed one.
    Unattended,
}

/// How far a sign-in got.
#[expect(missing_debug_implementations, reason = "holds a grant")]
pub enum Step {
    /// The bank lets us in.
    Done(Grant),
    /// The bank wants to know more first.
    Challenge(Challenge),
}

/// A question that the bank puts to the end user, and what to bring back with the answer.
#[derive(Clone)]
#[expect(missing_debug_implementations, reason = "holds the state of a sign-in")]
pub struct Challenge {
    /// What to ask.
    pub ask: Ask,
    /// The state to resume with; as secret as the credentials.
    pub state: Pending,
}

/// What to ask the end user.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Ask {
    /// Where to send a one-time code; the answer is one of the names.
    SendTo(Vec<String>),
    /// The code that was sent.
    Code {
        /// Where it went.
        sent_to: String,
    },
    /// Free-text questions; one answer each.
    Questions(Vec<String>),
    /// Questions with options; one answer each.
    Selections(Vec<Selection>),
    /// Proof of being human; the answer says that the captcha was solved.
    Captcha,
}

/// A question with its options.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Selection {
    /// The question.
    pub question: String,
    /// What may be answered.
    pub options: Vec<String>,
}

/// The answers to a challenge.
#[derive(Clone, Copy)]
#[expect(missing_debug_implementations, reason = "holds the end user's answers")]
pub struct Resume<'a> {
    /// The bank that asked.
    pub institution: &'a Institution,
    /// The state that came with the challenge.
    pub state: &'a Pending,
    /// The answers, in the order of the questions.
    pub answers: &'a [Sensitive],
}

macro_rules! sealed_bytes {
    ($(#[$meta:meta])* $name:ident) => {
        $(#[$meta])*
        #[derive(Clone, PartialEq, Eq)]
        #[expect(missing_debug_implementations, reason = "a secret must not be printable")]
        pub struct $name(Zeroizing<Vec<u8>>);

        impl $name {
            /// Takes the bytes, fresh from the connector or opened from their seal.
            pub fn from_bytes(bytes: Vec<u8>) -> Self {
                Self(Zeroizing::new(bytes))
            }

            /// The bytes, for sealing. Every call is a place to review.
            pub fn expose(&self) -> &[u8] {
                &self.0
            }
        }
    };
}

sealed_bytes!(
    /// What a bank gave us to come back with. Opaque: only the connector that made it reads it; its first
    /// byte is the version of what follows.
    Grant
);
sealed_bytes!(
    /// A sign-in that waits for an answer. Opaque and versioned like a [`Grant`].
    Pending
);

/// The bank's own stable id of an account.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ExternalId(String);

impl ExternalId {
    /// Wraps the bank's id.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The id's text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The id's text, owned.
    pub fn into_text(self) -> String {
        self.0
    }
}

/// An account as the bank tells of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BankAccount {
    /// The bank's id; the same at every visit.
    pub id: ExternalId,
    /// What the holder sees.
    pub name: String,
    /// What the bank calls the product.
    pub official_name: Option<String>,
    /// The last two to four characters that the bank shows.
    pub mask: Option<String>,
    /// The family of the account.
    pub kind: AccountType,
    /// The subtype; one of [`selvedge_model::account::subtypes_of`] the kind.
    pub subtype: String,
    /// What is on it.
    pub balances: Balances,
    /// Whose it is, where the bank says.
    pub holder: Option<HolderCategory>,
    /// An id that is the same for the same real account over all connections, where the bank has one.
    pub persistent_id: Option<String>,
    /// Set where the account's numbers need a proof beyond the sign-in.
    pub verification: Option<VerificationStatus>,
}

/// What is on an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Balances {
    /// What can be spent.
    pub available: Option<Decimal>,
    /// What is booked.
    pub current: Option<Decimal>,
    /// The credit limit or agreed overdraft.
    pub limit: Option<Decimal>,
    /// In which currency.
    pub currency: Currency,
    /// How old the figures are, where the bank says.
    pub last_updated_at: Option<Timestamp>,
}

/// A currency, inside or outside ISO 4217.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Currency {
    /// An ISO 4217 code.
    Iso(String),
    /// A code that the bank uses and ISO does not know.
    Unofficial(String),
}

/// A way to move money to or from an account.
#[derive(Clone)]
#[expect(missing_debug_implementations, reason = "holds account numbers")]
pub enum PaymentRoute {
    /// The automated clearing house of the United States.
    Ach {
        /// The account number, or the token that stands for it.
        account: Sensitive,
        /// The routing number for transfers.
        routing: String,
        /// The routing number for wires, where the account takes them.
        wire_routing: Option<String>,
        /// Whether `account` is a token.
        tokenized: Tokenized,
    },
    /// Electronic funds transfer in Canada.
    Eft {
        /// The account number.
        account: Sensitive,
        /// Three digits.
        institution: String,
        /// Five digits.
        branch: String,
    },
    /// Transfers within the United Kingdom.
    Bacs {
        /// The account number.
        account: Sensitive,
        /// Six digits.
        sort_code: String,
    },
    /// Transfers by IBAN.
    International {
        /// The account number with country and check digits.
        iban: Sensitive,
        /// The bank's identifier code.
        bic: String,
    },
}

/// Whether an account number is the real one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tokenized {
    /// A token that stands for the number for one connection.
    Yes,
    /// The number itself.
    No,
}

/// All holders of an account, together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Owner {
    /// Never empty.
    pub names: Vec<String>,
    /// Their e-mail addresses.
    pub emails: Vec<Email>,
    /// Their telephone numbers.
    pub phones: Vec<Phone>,
    /// Their postal addresses.
    pub addresses: Vec<Address>,
}

named_enum! {
    /// How the bank files an e-mail address.
    pub enum EmailKind { Primary = "primary", Secondary = "secondary", Other = "other", }
}

named_enum! {
    /// How the bank files a telephone number.
    pub enum PhoneKind {
        Home = "home", Work = "work", Office = "office", Mobile = "mobile", Mobile1 = "mobile1",
        Other = "other",
    }
}

/// An e-mail address of a holder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Email {
    /// The address.
    pub data: String,
    /// Whether it is the one to use.
    pub primary: bool,
    /// How the bank files it.
    pub kind: EmailKind,
}

/// A telephone number of a holder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phone {
    /// The number.
    pub data: String,
    /// Whether it is the one to use.
    pub primary: bool,
    /// How the bank files it.
    pub kind: PhoneKind,
}

/// A postal address of a holder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    /// Street and house.
    pub street: String,
    /// Town.
    pub city: Option<String>,
    /// State, province or county.
    pub region: Option<String>,
    /// Postal code.
    pub postal_code: Option<String>,
    /// ISO 3166-1 alpha-2 code.
    pub country: Option<String>,
    /// Whether it is the one to use.
    pub primary: bool,
}
