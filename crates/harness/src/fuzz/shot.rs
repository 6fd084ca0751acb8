//! One request: which endpoint, which keys, which headers, and in rare cases no request at all.

use super::body;
use super::known::Known;
use super::schema::Schemas;
use crate::outside::{Dice, Keys};
use selvedge_model::limits::BODY_BYTES;
use serde_json::Value;

/// How much of a request a report shows, bytes.
const SHOWN: usize = 600;

/// What is sent.
#[derive(Debug)]
pub(super) struct Shot {
    pub(super) bytes: Vec<u8>,
    pub(super) manners: Manners,
}

/// Whether an answer is sure to come, and the connection to go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Manners {
    /// A whole request, that others may follow.
    Polite,
    /// A whole request, after whose answer the server may end the connection.
    Parting,
    /// Bytes that are no request; they get a connection of their own, and an answer.
    Rude,
    /// Bytes whose connection the server may end without an answer: its answer would not be HTTP/1, or the
    /// request is whole and its sender leaves without waiting.
    Cuttable,
}

/// An endpoint, as the document describes it.
#[derive(Debug, Clone)]
pub(super) struct Target {
    pub(super) path: String,
    schema: Value,
    example: Value,
}

/// Every endpoint of the document.
pub(super) fn targets(document: &Value) -> Vec<Target> {
    let paths = document.get("paths").and_then(Value::as_object);
    paths
        .into_iter()
        .flatten()
        .filter_map(|(path, described)| {
            let content = described.pointer("/post/requestBody/content/application~1json")?;
            Some(Target {
                path: path.clone(),
                schema: content.get("schema")?.clone(),
                example: content.get("example")?.clone(),
            })
        })
        .collect()
}

/// Paths that are no endpoint.
const STRANGE_PATHS: &[&str] = &[
    "/",
    "//",
    "/auth/get/",
    "/AUTH/GET",
    "/auth//get",
    "/auth/%67et",
    "/%2e%2e/auth/get",
    "/transactions/sync",
    "/no/such/path",
    "/healthz",
    "/openapi.json",
    "/auth/get?secret=x&client_id=y",
    "/auth/get?x=1",
    "/%00",
    "/%ff",
    "http://elsewhere.example/auth/get",
    "*",
];
const STRANGE_TYPES: &[&str] = &[
    "text/plain",
    "application/json; charset=utf-16",
    "application/json;charset=UTF-8",
    "application/xml",
    "",
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "application/json, text/plain",
];
const METHODS: &[&str] = &["GET", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "BREW"];
const STRANGE_HEADERS: &[&str] = &[
    "Content-Encoding: gzip",
    "Content-Encoding: identity",
    "Plaid-Version: 1999-01-01",
    "Accept: text/html",
    "X-Forwarded-For: 127.0.0.1, ::1",
    "Idempotency-Key: ",
    "Idempotency-Key: same",
    "Idempotency-Key: \u{e9}",
    "Plaid-Client-Id: twice",
    "Upgrade: h2c",
    "Cookie: a=b; a=c",
    "Authorization: Bearer x",
    "Range: bytes=0-1",
    "If-None-Match: *",
    "X-Long: 0123456789012345678901234567890123456789012345678901234567890123456789",
];
/// How HTTP/2 begins, and a frame that may not follow.
const HTTP2: &[u8] = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\x00\x00\x00\x04\x00\x00\x00\x00\x00\xff\xff\xff";
/// A whole request, in chunks.
const CHUNKED: &[u8] = b"POST /auth/get HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nContent-Type: application/json\r\n\r\n2\r\n{}\r\n0\r\n\r\n";
/// Most header lines of a head that may pass, these included that all heads have.
const LINES: usize = 100;
/// Beginnings that are no request, or two, or whose sender leaves.
const RUDE: &[&[u8]] = &[
    b"POST /auth/get HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n{}",
    b"POST /auth/get HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
    b"POST /auth/get HTTP/1.1\nHost: a\n\n",
    b"POST /auth/get HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
    b"POST /auth/get HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: +2\r\n\r\n{}",
    b"POST /auth/get HTTP/1.1\r\nHost: a\r\nX: a\r\n b\r\n\r\n",
    b"POST /auth/get HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nContent-Type: application/json\r\n\r\nzz\r\n",
    CHUNKED,
    b"POST /auth/get HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 900\r\n\r\n{",
    b"GET / HTTP/0.9\r\n\r\n",
    HTTP2,
    b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
    b"\0\0\0\0",
    b"POST /auth/get HTTP/1.1\r\nHost: a\r\nX: \0\r\n\r\n",
];

/// Makes requests.
pub(super) struct Gunner<'d> {
    pub(super) schemas: Schemas<'d>,
    pub(super) targets: &'d [Target],
    pub(super) dice: Dice,
}

impl Gunner<'_> {
    /// The next request.
    pub(super) fn next(&mut self) -> Shot {
        if self.dice.one_in(300) {
            return self.rude();
        }
        let Some(target) = self.dice.pick(self.targets) else {
            return self.rude();
        };
        let (path, body) = (target.path.clone(), self.body(target));
        // Some are as they should be: what follows a refusal has to work.
        let bytes = if self.dice.one_in(4) {
            body.to_string().into_bytes()
        } else {
            body::written(body, &mut self.dice)
        };
        self.polite(path, &bytes)
    }

    fn body(&mut self, target: &Target) -> Value {
        let mut body = if self.dice.one_in(2) {
            target.example.clone()
        } else {
            self.schemas.value(&target.schema, "", 0, &mut self.dice)
        };
        let known = self.schemas.known;
        if let Some(object) = body.as_object_mut() {
            for (field, values) in &known.values {
                if let (Some(value), Some(known)) = (object.get_mut(*field), self.dice.pick(values)) {
                    *value = Value::from(known.as_str());
                }
            }
        }
        if target.path == "/sandbox/public_token/create" && self.dice.one_in(3) {
            let options = serde_json::json!({
                "override_username": "user_custom", "override_password": body::recipe(&mut self.dice),
            });
            if let Some(object) = body.as_object_mut() {
                object.insert("options".to_owned(), options);
            }
        }
        if self.dice.one_in(5) {
            let keys = self.keys();
            if let Some(object) = body.as_object_mut() {
                object.insert("client_id".to_owned(), Value::from(keys.client_id));
                object.insert("secret".to_owned(), Value::from(keys.secret));
            }
        }
        body
    }

    /// Mostly the right keys.
    fn keys(&mut self) -> Keys {
        let Known {
            keys,
            foreign,
            partner,
            ..
        } = self.schemas.known;
        match self.dice.below(20) {
            0 => foreign.clone(),
            1 | 2 => partner.clone(),
            3 => Keys {
                client_id: keys.client_id.clone(),
                secret: foreign.secret.clone(),
            },
            4 => Keys {
                client_id: self.dice.hex(24),
                secret: self.dice.hex(30),
            },
            _ => keys.clone(),
        }
    }

    fn polite(&mut self, mut path: String, body: &[u8]) -> Shot {
        let dice = &mut self.dice;
        let mut method = "POST";
        let mut content_type = "application/json";
        let mut manners = if body.len() > BODY_BYTES {
            Manners::Parting
        } else {
            Manners::Polite
        };
        let strange = dice.below(40);
        if strange < 2 {
            manners = Manners::Parting;
        }
        match strange {
            0 => dice
                .pick(STRANGE_PATHS)
                .copied()
                .unwrap_or("/")
                .clone_into(&mut path),
            1 => method = dice.pick(METHODS).copied().unwrap_or("GET"),
            2 => content_type = dice.pick(STRANGE_TYPES).copied().unwrap_or_default(),
            _ => {}
        }
        let mut extra = vec![format!("Content-Type: {content_type}")];
        if dice.one_in(12) {
            manners = Manners::Parting;
            extra.push(dice.pick(STRANGE_HEADERS).copied().unwrap_or_default().to_owned());
        }
        if dice.one_in(12) {
            extra.push(format!("Idempotency-Key: {}", dice.hex(2)));
        }
        if !dice.one_in(8) {
            let Keys { client_id, secret } = self.keys();
            extra.push(format!("PLAID-CLIENT-ID: {client_id}\r\nPLAID-SECRET: {secret}"));
        }
        let (extra, length) = (extra.join("\r\n"), body.len());
        let head = format!(
            "{method} {path} HTTP/1.1\r\nHost: a.example\r\n{extra}\r\nContent-Length: {length}\r\n\r\n"
        );
        let mut bytes = head.into_bytes();
        bytes.extend_from_slice(body);
        Shot { bytes, manners }
    }

    fn rude(&mut self) -> Shot {
        let dice = &mut self.dice;
        let mut whole = false;
        let bytes: Vec<u8> = match dice.below(4) {
            0 => (0..dice.below(400)).map(|_| dice.byte()).collect(),
            1 => {
                let count = dice.below(6_000);
                whole = count < LINES;
                let lines = "X-Filler: 0123456789\r\n".repeat(count);
                format!("POST /auth/get HTTP/1.1\r\nHost: a\r\n{lines}\r\n").into_bytes()
            }
            _ => dice.pick(RUDE).copied().unwrap_or_default().to_vec(),
        };
        // A connection that says nothing, or breaks off where it might become HTTP/2, is owed nothing.
        let manners = if whole || bytes == CHUNKED || HTTP2.starts_with(&bytes) {
            Manners::Cuttable
        } else {
            Manners::Rude
        };
        Shot { bytes, manners }
    }
}

impl Shot {
    /// Its beginning, for a report: enough to send it again.
    pub(super) fn shown(&self) -> String {
        let beginning = self.bytes.get(..SHOWN).unwrap_or(&self.bytes);
        beginning.escape_ascii().to_string()
    }
}
