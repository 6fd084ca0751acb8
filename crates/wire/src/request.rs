//! Requests: typed bodies, each of which also takes the two credentials.
//!
//! A body is parsed by serde into its type. Only when that fails is it looked at again, slowly, to tell the
//! developer everything that is wrong with it (see `explain`).

use crate::explain::{Rules, explain};
use crate::strict;
use memchr::{memchr, memmem};
use schemars::JsonSchema;
use selvedge_model::{Error, ErrorCode, Sensitive};
use serde::de::DeserializeOwned;
use std::marker::PhantomData;
use std::sync::OnceLock;

/// The credentials that a body carried, if any.
#[derive(Default)]
#[expect(missing_debug_implementations, reason = "holds a secret")]
pub struct BodyCredentials {
    /// The public half.
    pub client_id: Option<String>,
    /// The secret half.
    pub secret: Option<Sensitive>,
}

/// A request body.
pub trait Request: DeserializeOwned + JsonSchema + Send + 'static {
    /// Moves the credentials out of the body.
    fn take_credentials(&mut self) -> BodyCredentials;
}

/// Declares a request struct: unknown keys are refused, and `client_id` and `secret` may come with it.
#[macro_export]
macro_rules! request {
    ($(#[$meta:meta])* $vis:vis struct $name:ident { $($(#[$fmeta:meta])* $fvis:vis $field:ident : $ty:ty,)* }) => {
        #[derive(serde::Deserialize, schemars::JsonSchema)]
        $(#[$meta])*
        #[serde(deny_unknown_fields)]
        #[expect(missing_debug_implementations, reason = "a request carries credentials")]
        $vis struct $name {
            /// The API key's public half; may come as the header `PLAID-CLIENT-ID` instead.
            #[serde(default)]
            client_id: Option<String>,
            /// The API key's secret half; may come as the header `PLAID-SECRET` instead.
            #[serde(default)]
            secret: Option<selvedge_model::Sensitive>,
            $($(#[$fmeta])* $fvis $field: $ty,)*
        }

        impl $crate::request::Request for $name {
            fn take_credentials(&mut self) -> $crate::request::BodyCredentials {
                $crate::request::BodyCredentials { client_id: self.client_id.take(), secret: self.secret.take() }
            }
        }
    };
}

/// Reads the bodies of one request type; made once per endpoint, its schema on first use.
#[derive(Debug)]
pub struct Parser<R> {
    rules: OnceLock<Rules>,
    nested_type_error: ErrorCode,
    of: PhantomData<fn() -> R>,
}

impl<R: Request> Parser<R> {
    /// `nested_type_error` is the code for a nested value of the wrong type.
    pub const fn new(nested_type_error: ErrorCode) -> Self {
        Self {
            rules: OnceLock::new(),
            nested_type_error,
            of: PhantomData,
        }
    }

    /// Parses a body, or says in the contract's words everything that is wrong with it.
    ///
    /// `headers` tells which credentials came as headers, so that a body without them is not blamed. A bare
    /// `null` is read as `{}`: one official client sends it where nothing is required.
    pub fn parse(&self, body: &[u8], headers: HeaderCredentials) -> Result<R, Error> {
        let body = if body.trim_ascii() == b"null" { b"{}" } else { body };
        let rules = self.rules.get_or_init(Rules::of::<R>);
        let typed = serde_json::from_slice::<R>(body);
        if let Ok(request) = typed
            && !rules.constrained
            && !is_suspect(body)
        {
            return Ok(request);
        }
        let value = strict::parse(body)?;
        if let Some(error) = explain(&rules.schema, &value, headers, self.nested_type_error) {
            return Err(error);
        }
        serde_json::from_slice(body)
            .map_err(|_refused| Error::field("a field has a value that its type does not allow"))
    }
}

/// Whether a body that its type took must still be looked at slowly: it may hold a NUL, or an array where
/// the contract has an object (a struct can be read from an array by position).
fn is_suspect(body: &[u8]) -> bool {
    memchr(b'[', body).is_some() || memmem::find(body, br"\u0000").is_some()
}

/// Which halves of the credentials the headers carried.
#[derive(Debug, Clone, Copy, Default)]
pub struct HeaderCredentials {
    /// `PLAID-CLIENT-ID` was there.
    pub client_id: bool,
    /// `PLAID-SECRET` was there.
    pub secret: bool,
}
