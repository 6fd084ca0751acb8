//! One request, shaped step by step.

use crate::answer::Answer;
use crate::bench::{Bench, Keys};
use axum::body::Body;
use http::{Method, Request, Uri};
use selvedge_vault::token_shape;

/// A request that is not sent yet; by default a POST of JSON with the first team's keys in its headers.
#[expect(missing_debug_implementations, reason = "holds keys")]
#[must_use = "nothing is sent before `send`"]
pub struct Call<'b> {
    bench: &'b Bench,
    method: Method,
    target: String,
    keys: Option<Keys>,
    content_type: Option<&'static str>,
    headers: Vec<(&'static str, String)>,
    body: Vec<u8>,
}

impl<'b> Call<'b> {
    pub(crate) fn new(bench: &'b Bench, path: &str, body: Vec<u8>) -> Self {
        Self {
            bench,
            method: Method::POST,
            target: path.to_owned(),
            keys: Some(bench.keys().clone()),
            content_type: Some("application/json"),
            headers: Vec::new(),
            body,
        }
    }

    /// With another method.
    pub fn method(mut self, method: Method) -> Self {
        self.method = method;
        self
    }

    /// With other keys.
    pub fn by(mut self, keys: &Keys) -> Self {
        self.keys = Some(keys.clone());
        self
    }

    /// Without keys in the headers.
    pub fn without_keys(mut self) -> Self {
        self.keys = None;
        self
    }

    /// Under this `Idempotency-Key`.
    pub fn once(self, key: &str) -> Self {
        self.header("idempotency-key", key)
    }

    /// With another content type, or none.
    pub fn content_type(mut self, content_type: Option<&'static str>) -> Self {
        self.content_type = content_type;
        self
    }

    /// With one more header.
    pub fn header(mut self, name: &'static str, value: &str) -> Self {
        self.headers.push((name, value.to_owned()));
        self
    }

    /// Sends it. An error that repeats a secret of the request stops the test.
    pub async fn send(self) -> Answer {
        let secrets = self.secrets();
        let answer = self.sent().await;
        for secret in secrets.iter().filter(|_| !answer.status.is_success()) {
            assert!(
                !answer.text.contains(secret),
                "an error repeats a secret: {}",
                answer.text
            );
        }
        answer
    }

    /// What no error may repeat: the keys' secret, and every token in the body.
    fn secrets(&self) -> Vec<String> {
        let text = String::from_utf8_lossy(&self.body);
        let quoted = text.split('"').filter(|part| token_shape(part).is_some());
        let secret = self.keys.iter().map(|keys| keys.secret.clone());
        secret
            .filter(|text| text.len() > 8)
            .chain(quoted.map(str::to_owned))
            .collect()
    }

    async fn sent(self) -> Answer {
        let uri: Uri = self.target.parse().unwrap();
        let mut request = Request::builder().method(self.method).uri(uri);
        if let Some(content_type) = self.content_type {
            request = request.header("content-type", content_type);
        }
        if let Some(keys) = self.keys {
            request = request
                .header("plaid-client-id", keys.client_id)
                .header("plaid-secret", keys.secret);
        }
        for (name, value) in self.headers {
            request = request.header(name, value);
        }
        self.bench
            .send(request.body(Body::from(self.body)).unwrap())
            .await
    }
}
