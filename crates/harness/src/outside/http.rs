//! Just enough HTTP/1.1 over a plain socket to send anything at all, and to read what comes back.
//!
//! It repairs nothing and retries nothing: what a library would hide is what is tested.

use super::Keys;
use anyhow::{Context as _, Result, bail};
use serde_json::Value;
use std::net::SocketAddr;
use std::time::Duration;
use tokio::io::{AsyncBufReadExt as _, AsyncReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::TcpStream;
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};
use tokio::time::timeout;

/// How long an answer may take before it counts as none.
const PATIENCE: Duration = Duration::from_secs(30);
/// The most header lines of an answer.
const HEADERS: usize = 100;

/// One kept-alive connection.
#[derive(Debug)]
pub struct Connection {
    reader: BufReader<OwnedReadHalf>,
    writer: OwnedWriteHalf,
}

/// An answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    /// The status.
    pub status: u16,
    /// The header lines, names in lower case.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: Vec<u8>,
}

impl Reply {
    /// The body as JSON; null when it is none.
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or(Value::Null)
    }

    /// A text of the body, by its key; empty when it is not there.
    pub fn text(&self, key: &str) -> String {
        let json = self.json();
        json.get(key)
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_owned()
    }

    /// A header, by its name in lower case.
    pub fn header(&self, name: &str) -> Option<&str> {
        let found = self.headers.iter().find(|(key, _)| key == name)?;
        Some(&found.1)
    }

    /// Whether the connection ends with this answer.
    pub fn closes(&self) -> bool {
        self.header("connection")
            .is_some_and(|value| value.eq_ignore_ascii_case("close"))
    }
}

/// The bytes of a request with the keys and `extra` header lines.
pub fn request(path: &str, keys: Option<&Keys>, extra: &[(&str, &str)], body: &[u8]) -> Vec<u8> {
    let mut lines = vec![
        format!("POST {path} HTTP/1.1"),
        "Host: selvedge.test".to_owned(),
        "Content-Type: application/json".to_owned(),
        format!("Content-Length: {}", body.len()),
    ];
    if let Some(Keys { client_id, secret }) = keys {
        lines.push(format!("PLAID-CLIENT-ID: {client_id}"));
        lines.push(format!("PLAID-SECRET: {secret}"));
    }
    lines.extend(extra.iter().map(|(name, value)| format!("{name}: {value}")));
    let mut bytes = format!("{}\r\n\r\n", lines.join("\r\n")).into_bytes();
    bytes.extend_from_slice(body);
    bytes
}

impl Connection {
    /// Connects.
    pub async fn open(address: SocketAddr) -> Result<Self> {
        let stream = TcpStream::connect(address).await.context("connect")?;
        stream.set_nodelay(true).context("set no delay")?;
        let (reader, writer) = stream.into_split();
        Ok(Self {
            reader: BufReader::new(reader),
            writer,
        })
    }

    /// Sends bytes as they are.
    pub async fn send(&mut self, bytes: &[u8]) -> Result<()> {
        self.writer.write_all(bytes).await.context("send")
    }

    /// Says that nothing more will be sent.
    pub async fn finish(&mut self) -> Result<()> {
        self.writer.shutdown().await.context("finish")
    }

    /// Sends several requests in one piece while reading their answers. Fewer come back when the server ends
    /// the connection before.
    pub async fn pipeline(&mut self, bytes: &[u8], requests: usize) -> Vec<Reply> {
        let Self { reader, writer } = self;
        let reading = async {
            let mut replies = Vec::new();
            while replies.len() < requests {
                let Ok(Ok(reply)) = timeout(PATIENCE, read_from(reader)).await else {
                    break;
                };
                let last = reply.closes();
                replies.push(reply);
                if last {
                    break;
                }
            }
            replies
        };
        // A server that ends the connection need not read on; its answers say why.
        let writing = async {
            drop(writer.write_all(bytes).await);
            std::future::pending::<()>().await;
        };
        tokio::select! {
            replies = reading => replies,
            () = writing => Vec::new(),
        }
    }

    /// Reads one answer.
    pub async fn read(&mut self) -> Result<Reply> {
        timeout(PATIENCE, read_from(&mut self.reader))
            .await
            .context("no answer in time")?
    }

    /// One request and its answer.
    pub async fn call(
        &mut self,
        path: &str,
        keys: &Keys,
        extra: &[(&str, &str)],
        body: &Value,
    ) -> Result<Reply> {
        let bytes = request(path, Some(keys), extra, body.to_string().as_bytes());
        self.send(&bytes).await?;
        self.read().await
    }

    /// Whatever comes until the other side closes.
    pub async fn rest(&mut self) -> Result<Vec<u8>> {
        let mut bytes = Vec::new();
        timeout(PATIENCE, self.reader.read_to_end(&mut bytes))
            .await
            .context("the connection was not closed in time")?
            .context("read")?;
        Ok(bytes)
    }
}

async fn line(reader: &mut BufReader<OwnedReadHalf>) -> Result<String> {
    let mut line = String::new();
    reader.read_line(&mut line).await.context("read a line")?;
    match line.strip_suffix("\r\n") {
        Some(line) => Ok(line.to_owned()),
        None => bail!("the connection ended in the head of an answer"),
    }
}

async fn read_from(reader: &mut BufReader<OwnedReadHalf>) -> Result<Reply> {
    let first = line(reader).await?;
    let status = first
        .split(' ')
        .nth(1)
        .and_then(|status| status.parse().ok())
        .with_context(|| format!("no status in {first:?}"))?;
    let mut headers = Vec::new();
    loop {
        let line = line(reader).await?;
        if line.is_empty() {
            break;
        }
        let (name, value) = line
            .split_once(':')
            .with_context(|| format!("no header: {line:?}"))?;
        headers.push((name.to_ascii_lowercase(), value.trim().to_owned()));
        if headers.len() > HEADERS {
            bail!("too many headers in an answer");
        }
    }
    let mut reply = Reply {
        status,
        headers,
        body: Vec::new(),
    };
    let length = reply
        .header("content-length")
        .context("an answer without a length")?
        .parse()
        .context("read the length of an answer")?;
    reply.body = vec![0; length];
    reader.read_exact(&mut reply.body).await.context("read a body")?;
    Ok(reply)
}
