//! A server with a few routes, a client that is a socket, and the shape that every error must have.

use axum::Router;
use axum::response::{IntoResponse as _, Response};
use axum::routing::{get, post};
use selvedge_model::id::TeamId;
use selvedge_model::{Entropy, Environment, Error};
use selvedge_web::{AccessLog, Edge, Failure, Limits, Received, Stopped, Tls, bind, layer, serve};
use std::io::Write;
use std::net::SocketAddr;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, OnceLock};
use std::time::Duration;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::sync::{Semaphore, oneshot};
use tokio::task::JoinHandle;
use tokio::time::timeout;

/// The address that answers carry.
pub(crate) const PUBLIC_URL: &str = "https://bank.test";

/// No test waits longer than this for anything.
pub(crate) const PATIENCE: Duration = Duration::from_secs(20);

/// Different bytes at every call, in all tests of the process.
struct Counter;

impl Entropy for Counter {
    fn fill(&self, bytes: &mut [u8]) {
        static NEXT: AtomicU64 = AtomicU64::new(1);
        for chunk in bytes.chunks_mut(8) {
            let value = NEXT
                .fetch_add(1, Ordering::Relaxed)
                .wrapping_mul(0x9E37_79B9_7F4A_7C15)
                .to_le_bytes();
            chunk.copy_from_slice(&value[..chunk.len()]);
        }
    }
}

/// Holds requests to `/gate` until it is opened, and counts those that have come.
pub(crate) struct Gate {
    pub(crate) arrived: Semaphore,
    pub(crate) open: Semaphore,
}

/// A running server.
pub(crate) struct Server {
    pub(crate) address: SocketAddr,
    pub(crate) gate: Arc<Gate>,
    stop: oneshot::Sender<()>,
    running: JoinHandle<Stopped>,
}

impl Server {
    pub(crate) async fn start() -> Self {
        Self::with(Limits::default(), None).await
    }

    pub(crate) async fn with(limits: Limits, tls: Option<Tls>) -> Self {
        start_log();
        let gate = Arc::new(Gate {
            arrived: Semaphore::new(0),
            open: Semaphore::new(0),
        });
        let edge = Edge {
            public_url: PUBLIC_URL.to_owned(),
            environment: Environment::Sandbox,
            entropy: Arc::new(Counter),
            access_log: AccessLog::On,
            secret_paths: &["/secret/"],
        };
        let app = layer(routes(Arc::clone(&gate)), edge);
        let listener = bind("127.0.0.1:0".parse().unwrap()).await.unwrap();
        let address = listener.address();
        let (stop, stopped) = oneshot::channel();
        let running = tokio::spawn(serve(listener, tls, limits, app, async {
            stopped.await.ok();
        }));
        Self {
            address,
            gate,
            stop,
            running,
        }
    }

    pub(crate) async fn connect(&self) -> TcpStream {
        TcpStream::connect(self.address).await.unwrap()
    }

    /// Sends `bytes` on a new connection and reads until the server closes it.
    pub(crate) async fn talk(&self, bytes: impl AsRef<[u8]>) -> Vec<u8> {
        let mut stream = self.connect().await;
        // A server that has seen enough may close before all is written.
        stream.write_all(bytes.as_ref()).await.ok();
        read_to_end(&mut stream).await
    }

    /// The one answer to `bytes`.
    pub(crate) async fn ask(&self, bytes: impl AsRef<[u8]>) -> Answer {
        let reply = self.talk(bytes).await;
        Answer::parse(&reply).unwrap_or_else(|| panic!("no answer in {:?}", String::from_utf8_lossy(&reply)))
    }

    /// Tells the server to stop, without waiting for it.
    pub(crate) fn begin_stop(self) -> JoinHandle<Stopped> {
        self.stop.send(()).unwrap();
        self.running
    }
}

fn routes(gate: Arc<Gate>) -> Router {
    Router::new()
        .route("/echo", post(echo))
        .route("/page", get(async || axum::response::Html("<p>a page</p>")))
        .route("/deaf", post(async || "did not read"))
        .route(
            "/broken",
            post(async || Failure::from(Error::internal("the cause, for the log only"))),
        )
        .route(
            "/panic",
            post(async || -> &'static str { panic!("a handler's own panic") }),
        )
        .route(
            "/gate",
            post(async move |received: Received| {
                gate.arrived.add_permits(1);
                gate.open.acquire().await.unwrap().forget();
                format!("{}", received.body.len())
            }),
        )
}

async fn echo(received: Received) -> Response {
    assert_eq!(received.peer, Some("127.0.0.1".parse().unwrap()));
    let mut response = received.body.into_response();
    response.extensions_mut().insert(TeamId::new("team_of_the_echo"));
    response
}

/// A complete request; the connection ends after it.
pub(crate) fn request(path: &str, headers: &str, body: &str) -> String {
    format!(
        "POST {path} HTTP/1.1\r\nHost: anything\r\nConnection: close\r\n{headers}Content-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    )
}

pub(crate) async fn read_to_end(stream: &mut TcpStream) -> Vec<u8> {
    let mut reply = Vec::new();
    let ended = timeout(PATIENCE, stream.read_to_end(&mut reply)).await;
    ended.expect("the server closes the connection").ok();
    reply
}

/// Reads until `count` answers with bodies have come.
pub(crate) async fn read_answers(stream: &mut TcpStream, count: usize) -> Vec<Answer> {
    let mut reply = Vec::new();
    let mut answers = Vec::new();
    while answers.len() < count {
        if let Some(answer) = Answer::parse(&reply) {
            reply.drain(..answer.length);
            answers.push(answer);
        } else {
            let read = timeout(PATIENCE, stream.read_buf(&mut reply))
                .await
                .expect("an answer in time")
                .unwrap();
            assert!(
                read > 0,
                "the connection ended after {} of {count} answers",
                answers.len()
            );
        }
    }
    answers
}

/// One answer.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) body: String,
    head: String,
    length: usize,
}

impl Answer {
    pub(crate) fn parse(bytes: &[u8]) -> Option<Self> {
        let text = std::str::from_utf8(bytes).ok()?;
        let (head, rest) = text.split_once("\r\n\r\n")?;
        let mut answer = Self {
            status: head.split(' ').nth(1)?.parse().ok()?,
            body: String::new(),
            head: head.to_owned(),
            length: 0,
        };
        let length = answer
            .header("content-length")
            .map_or(0, |length| length.parse().unwrap());
        rest.get(..length)?.clone_into(&mut answer.body);
        answer.length = head.len() + 4 + length;
        Some(answer)
    }

    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let mut lines = self.head.lines().skip(1).filter_map(|line| line.split_once(": "));
        lines
            .find(|(found, _)| found.eq_ignore_ascii_case(name))
            .map(|(_, value)| value)
    }

    /// Asserts that this is an error in the contract's shape; its status, code and words.
    pub(crate) fn error(&self) -> (u16, String, String) {
        assert_eq!(self.header("content-type"), Some("application/json"), "{self:?}");
        let words = contract_error(&self.body, self.header("x-request-id").expect("a request id"));
        self.assert_headers();
        (self.status, words.0, words.1)
    }

    /// Asserts the headers that every answer has, and the absence of the one that none has.
    pub(crate) fn assert_headers(&self) {
        assert_eq!(self.header("x-content-type-options"), Some("nosniff"), "{self:?}");
        assert_eq!(self.header("cache-control"), Some("no-store"), "{self:?}");
        assert_eq!(self.header("x-request-id").map(str::len), Some(15), "{self:?}");
        assert_eq!(self.header("server"), None, "{self:?}");
    }
}

/// Asserts that `body` is the contract's error for this request; its code and words.
pub(crate) fn contract_error(body: &str, request_id: &str) -> (String, String) {
    let json: serde_json::Map<String, serde_json::Value> = serde_json::from_str(body).expect(body);
    let keys: Vec<_> = json.keys().map(String::as_str).collect();
    assert_eq!(
        keys,
        [
            "display_message",
            "documentation_url",
            "error_code",
            "error_message",
            "error_type",
            "request_id",
            "suggested_action"
        ]
    );
    assert_eq!(json["request_id"], request_id);
    assert!(
        json["documentation_url"]
            .as_str()
            .unwrap()
            .starts_with(PUBLIC_URL)
    );
    let message = json["error_message"].as_str().unwrap();
    for leak in ["::", "httparse", "hyper", "serde", "Err(", "/src/"] {
        assert!(!message.contains(leak), "{message}");
    }
    (
        json["error_code"].as_str().unwrap().to_owned(),
        message.to_owned(),
    )
}

/// Everything logged by this process so far, as JSON lines.
static LOG: OnceLock<Arc<Mutex<Vec<u8>>>> = OnceLock::new();

struct Tee(Arc<Mutex<Vec<u8>>>);

impl Write for Tee {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

fn start_log() {
    LOG.get_or_init(|| {
        let kept = Arc::new(Mutex::new(Vec::new()));
        let writer = Arc::clone(&kept);
        tracing_subscriber::fmt()
            .json()
            .with_writer(move || Tee(Arc::clone(&writer)))
            .init();
        kept
    });
}

/// The whole log as text.
pub(crate) fn log_text() -> String {
    String::from_utf8(LOG.get().unwrap().lock().unwrap().clone()).unwrap()
}

/// The lines of the log about one request.
pub(crate) fn logged(request_id: &str) -> Vec<serde_json::Value> {
    let lines = log_text();
    let parsed = lines.lines().map(|line| serde_json::from_str(line).expect(line));
    parsed
        .filter(|line: &serde_json::Value| line["fields"]["request_id"] == request_id)
        .collect()
}
