//! As much of an HTTP client as these tests need, and the keys that they send.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::time::Duration;

const PATIENCE: Duration = Duration::from_mins(1);

/// A key pair as `credentials.env` and `selvedge keys` print it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Keys {
    pub(crate) client_id: String,
    pub(crate) secret: String,
}

impl Keys {
    pub(crate) fn parse(text: &str) -> Self {
        let value = |name: &str| {
            let line = text
                .lines()
                .find_map(|line| line.strip_prefix(name)?.strip_prefix('='));
            line.expect(text).to_owned()
        };
        Self {
            client_id: value("PLAID_CLIENT_ID"),
            secret: value("PLAID_SECRET"),
        }
    }

    /// The status with which a call with these keys is answered.
    pub(crate) fn status(&self, url: &str) -> u16 {
        let body = serde_json::json!({
            "client_id": self.client_id, "secret": self.secret,
            "institution_id": "ins_109508", "initial_products": ["auth"],
        });
        post(url, "/sandbox/public_token/create", &body.to_string())
    }
}

pub(crate) fn connect(url: &str) -> TcpStream {
    let stream = TcpStream::connect(url.strip_prefix("http://").expect(url)).unwrap();
    stream.set_read_timeout(Some(PATIENCE)).unwrap();
    stream
}

pub(crate) fn post(url: &str, path: &str, body: &str) -> u16 {
    let length = body.len();
    exchange(
        url,
        &format!(
            "POST {path} HTTP/1.1\r\nHost: test\r\nConnection: close\r\nContent-Type: application/json\r\n\
             Content-Length: {length}\r\n\r\n{body}"
        ),
    )
}

pub(crate) fn get(url: &str, path: &str) -> u16 {
    exchange(
        url,
        &format!("GET {path} HTTP/1.1\r\nHost: test\r\nConnection: close\r\n\r\n"),
    )
}

fn exchange(url: &str, request: &str) -> u16 {
    let mut stream = connect(url);
    stream.write_all(request.as_bytes()).unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    status(&answer)
}

pub(crate) fn status(answer: &str) -> u16 {
    answer.split(' ').nth(1).expect(answer).parse().unwrap()
}
