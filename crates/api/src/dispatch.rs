//! From a request to a call of the engine, and from its answer to a response: the same for every endpoint.

use crate::App;
use axum::response::{IntoResponse as _, Response};
use bytes::Bytes;
use http::header::{CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue};
use selvedge_engine::{Answer, Call, Credentials, Engine, Once};
use selvedge_model::id::{ClientId, TeamId};
use selvedge_model::{Ctx, Error, ErrorCode, Sensitive};
use selvedge_web::{Failure, Received};
use selvedge_wire::request::BodyCredentials;
use selvedge_wire::{Availability, Endpoint, HeaderCredentials, Keys, Parser, Request, missing_fields};
use std::sync::OnceLock;

const CLIENT_ID: HeaderName = HeaderName::from_static("plaid-client-id");
const SECRET: HeaderName = HeaderName::from_static("plaid-secret");
const IDEMPOTENCY_KEY: HeaderName = HeaderName::from_static("idempotency-key");
const JSON: HeaderValue = HeaderValue::from_static("application/json");
/// Most answers are smaller.
const ANSWER_BYTES: usize = 4_096;

/// An endpoint's use case.
pub(crate) trait Handle: Endpoint {
    /// Carries the request out.
    fn handle(
        engine: &Engine,
        call: Call<'_>,
        request: Self::Request,
    ) -> impl Future<Output = Result<Answer<Self::Response>, Error>> + Send;
}

/// Declares use cases of endpoints, a line each: `Endpoint: |engine, call, request| answer`, where the answer
/// is a `Result` of the response or of an [`Answer`].
macro_rules! handlers {
    ($($endpoint:ident: |$engine:ident, $call:ident, $request:pat_param| $answer:expr;)+) => {
        $(impl $crate::dispatch::Handle for $endpoint {
            async fn handle(
                $engine: &selvedge_engine::Engine,
                $call: selvedge_engine::Call<'_>,
                $request: Self::Request,
            ) -> Result<selvedge_engine::Answer<Self::Response>, selvedge_model::Error> {
                $answer.map(Into::into)
            }
        })+
    };
}
pub(crate) use handlers;

/// Reads the request, makes the call, writes the answer, and notes on it whose keys came with the request.
pub(crate) async fn dispatch<E: Handle>(
    app: &App,
    parser: &Parser<E::Request>,
    received: Received,
) -> Response {
    let team = OnceLock::new();
    let mut response = answer::<E>(app, parser, received, &team).await.into_response();
    if let Some(team) = team.into_inner() {
        response.extensions_mut().insert(team);
    }
    response
}

async fn answer<E: Handle>(
    app: &App,
    parser: &Parser<E::Request>,
    received: Received,
    team: &OnceLock<TeamId>,
) -> Result<Response, Failure> {
    if E::AVAILABLE == Availability::Sandbox {
        app.engine.sandbox_only()?;
    }
    let headers = Headers::read(&received.head.headers)?;
    let mut request = parser.parse(&received.body, headers.present::<E>())?;
    let credentials = headers.joined_with(request.take_credentials(), E::KEYS)?;
    let once = match &headers.idempotency_key {
        Some(key) => Some(Once::new(key, E::PATH, &received.body)?),
        None => None,
    };
    let ctx = Ctx {
        now: app.clock.now(),
        entropy: &*app.entropy,
        request_id: received.request_id.as_str(),
    };
    let call = Call {
        ctx,
        credentials: &credentials,
        once: once.as_ref(),
        team,
    };
    let answer = carry_out::<E>(&app.engine, call, request).await?;
    Ok(written(answer)?)
}

/// A call with an `Idempotency-Key` is looked up before it is carried out, and again when it failed: what
/// it would have done may have been done meanwhile under the same key.
async fn carry_out<E: Handle>(
    engine: &Engine,
    call: Call<'_>,
    request: E::Request,
) -> Result<Answer<E::Response>, Error> {
    if call.once.is_none() {
        return E::handle(engine, call, request).await;
    }
    if let Some(kept) = engine.kept(&call).await? {
        return Ok(Answer::Kept(kept));
    }
    match E::handle(engine, call, request).await {
        Ok(answer) => Ok(answer),
        Err(error) => engine.kept(&call).await?.map(Answer::Kept).ok_or(error),
    }
}

fn written<T: serde::Serialize>(answer: Answer<T>) -> Result<Response, Error> {
    let bytes = match answer {
        Answer::Kept(bytes) => bytes,
        Answer::Fresh(answer) => {
            let mut bytes = Vec::with_capacity(ANSWER_BYTES);
            serde_json::to_writer(&mut bytes, &answer).map_err(Error::internal)?;
            bytes
        }
    };
    let mut response = Response::new(Bytes::from(bytes).into());
    response.headers_mut().insert(CONTENT_TYPE, JSON);
    Ok(response)
}

/// The headers that an endpoint looks at.
struct Headers {
    client_id: Option<String>,
    secret: Option<Sensitive>,
    idempotency_key: Option<String>,
}

impl Headers {
    fn read(headers: &HeaderMap) -> Result<Self, Error> {
        Ok(Self {
            client_id: once(headers, &CLIENT_ID)?.map(str::to_owned),
            secret: once(headers, &SECRET)?.map(Sensitive::from),
            idempotency_key: once(headers, &IDEMPOTENCY_KEY)?.map(str::to_owned),
        })
    }

    fn present<E: Endpoint>(&self) -> HeaderCredentials {
        match E::KEYS {
            Keys::NotNeeded => HeaderCredentials {
                client_id: true,
                secret: true,
            },
            Keys::Needed => HeaderCredentials {
                client_id: self.client_id.is_some(),
                secret: self.secret.is_some(),
            },
        }
    }

    /// Each half from the place that has it; never one half's text from two places that disagree.
    fn joined_with(&self, body: BodyCredentials, keys: Keys) -> Result<Credentials, Error> {
        let disagree = |name: &str| Error::field(format!("{name} differs between the header and the body"));
        let client_id = match (self.client_id.clone(), body.client_id) {
            (Some(header), Some(body)) if header != body => return Err(disagree("client_id")),
            (header, body) => header.or(body),
        };
        let secret = match (self.secret.clone(), body.secret) {
            (Some(header), Some(body)) if header.expose() != body.expose() => return Err(disagree("secret")),
            (header, body) => header.or(body),
        };
        match (client_id, secret, keys) {
            (Some(client_id), Some(secret), _) => Ok(Credentials {
                client_id: ClientId::new(client_id),
                secret,
            }),
            (client_id, secret, Keys::NotNeeded) => Ok(Credentials {
                client_id: ClientId::new(client_id.unwrap_or_default()),
                secret: secret.unwrap_or_else(|| Sensitive::from("")),
            }),
            (client_id, secret, Keys::Needed) => {
                let missing = [("client_id", client_id.is_none()), ("secret", secret.is_none())];
                let names: Vec<&str> = missing
                    .iter()
                    .filter(|(_, absent)| *absent)
                    .map(|(name, _)| *name)
                    .collect();
                Err(missing_fields(&names))
            }
        }
    }
}

/// A header's text; an error when it is there twice or is not text.
fn once<'h>(headers: &'h HeaderMap, name: &HeaderName) -> Result<Option<&'h str>, Error> {
    let mut values = headers.get_all(name).iter();
    match (values.next(), values.next()) {
        (None, _) => Ok(None),
        (Some(value), None) if value.to_str().is_ok() => Ok(value.to_str().ok()),
        _ => Err(Error::with(
            ErrorCode::InvalidHeaders,
            format!("the header {name} must be there once and be plain text"),
        )),
    }
}
