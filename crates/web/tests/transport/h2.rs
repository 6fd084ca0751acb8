//! HTTP/2: by prior knowledge, in the same shape, and its cheap abuses (H17).

use crate::support::{PATIENCE, Server, contract_error, read_to_end};
use http::{Request, Version};
use http_body_util::{BodyExt as _, Full};
use hyper::body::Bytes;
use hyper::client::conn::http2::{SendRequest, handshake};
use hyper_util::rt::{TokioExecutor, TokioIo};
use selvedge_web::Stopped;
use tokio::io::{AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _};
use tokio::time::timeout;

/// A client on an open stream.
pub(crate) async fn client<S>(stream: S) -> SendRequest<Full<Bytes>>
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let (client, connection) = handshake(TokioExecutor::new(), TokioIo::new(stream))
        .await
        .unwrap();
    tokio::spawn(connection);
    client
}

/// Status, request id and body of a POST.
pub(crate) async fn post(
    client: &mut SendRequest<Full<Bytes>>,
    path: &str,
    body: &'static str,
) -> (u16, String, String) {
    let request = Request::post(format!("http://anything{path}"))
        .header("content-type", "application/json")
        .body(Full::new(Bytes::from_static(body.as_bytes())))
        .unwrap();
    let response = timeout(PATIENCE, client.send_request(request))
        .await
        .expect("an answer in time")
        .unwrap();
    assert_eq!(response.version(), Version::HTTP_2);
    assert_eq!(response.headers()["x-content-type-options"], "nosniff");
    let (status, id) = (
        response.status().as_u16(),
        response.headers()["x-request-id"].to_str().unwrap().to_owned(),
    );
    let body = response.into_body().collect().await.unwrap().to_bytes();
    (status, id, String::from_utf8(body.to_vec()).unwrap())
}

#[tokio::test]
async fn http2_by_prior_knowledge_is_served_in_the_same_shape() {
    let server = Server::start().await;
    let mut client = client(server.connect().await).await;
    let (status, _, body) = post(&mut client, "/echo", "[1]").await;
    assert_eq!((status, body.as_str()), (200, "[1]"));
    let (status, id, body) = post(&mut client, "/nothing", "[1]").await;
    assert_eq!(
        (status, contract_error(&body, &id).0.as_str()),
        (404, "NOT_FOUND")
    );
    let (status, id, body) = post(&mut client, "/echo?secret=x", "[1]").await;
    assert_eq!(
        (status, contract_error(&body, &id).0.as_str()),
        (400, "INVALID_FIELD")
    );
}

#[tokio::test]
async fn a_stop_lets_http2_streams_finish() {
    let server = Server::start().await;
    let gate = server.gate.clone();
    let mut client = client(server.connect().await).await;
    let mut other = client.clone();
    let held = tokio::spawn(async move { post(&mut other, "/gate", "[1]").await });
    gate.arrived.acquire().await.unwrap().forget();
    let running = server.begin_stop();
    gate.open.add_permits(1);
    let (status, _, body) = held.await.unwrap();
    assert_eq!((status, body.as_str()), (200, "3"));
    assert_eq!(running.await.unwrap(), Stopped { cut: 0 });
    assert!(client.ready().await.is_err(), "the connection is closed");
}

const PREFACE: &[u8] = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
const SETTINGS: u8 = 4;
const HEADERS: u8 = 1;
const RST_STREAM: u8 = 3;
const GOAWAY: u8 = 7;
const CONTINUATION: u8 = 9;
const END_STREAM_AND_HEADERS: u8 = 0x5;
/// `:method GET`, `:path /`, `:scheme http`, `:authority a`, by HPACK's static table.
const GET_ROOT: &[u8] = &[0x82, 0x84, 0x86, 0x41, 0x01, b'a'];

fn frame(kind: u8, flags: u8, stream: u32, payload: &[u8]) -> Vec<u8> {
    let length = u32::try_from(payload.len()).unwrap().to_be_bytes();
    let mut frame = vec![length[1], length[2], length[3], kind, flags];
    frame.extend_from_slice(&stream.to_be_bytes());
    frame.extend_from_slice(payload);
    frame
}

fn kinds(mut bytes: &[u8]) -> Vec<u8> {
    let mut kinds = Vec::new();
    while let [a, b, c, kind, ..] = bytes {
        kinds.push(*kind);
        let length = usize::try_from(u32::from_be_bytes([0, *a, *b, *c])).unwrap();
        bytes = bytes.get(9 + length..).unwrap_or_default();
    }
    kinds
}

/// H17: streams opened and reset at once, again and again.
#[tokio::test]
async fn h17_a_rapid_reset_ends_the_connection() {
    let server = Server::start().await;
    let mut bytes = [PREFACE, &frame(SETTINGS, 0, 0, &[])].concat();
    for stream in (1..20_001).step_by(2) {
        bytes.extend(frame(HEADERS, END_STREAM_AND_HEADERS, stream, GET_ROOT));
        bytes.extend(frame(RST_STREAM, 0, stream, &8_u32.to_be_bytes()));
    }
    let reply = server.talk(bytes).await;
    assert!(kinds(&reply).contains(&GOAWAY), "{:?}", kinds(&reply));
}

/// H17: a header block that never ends.
#[tokio::test]
async fn h17_an_endless_header_block_ends_the_connection() {
    let server = Server::start().await;
    let mut stream = server.connect().await;
    let start = [
        PREFACE,
        &frame(SETTINGS, 0, 0, &[]),
        &frame(HEADERS, 0x1, 1, GET_ROOT),
    ]
    .concat();
    stream.write_all(&start).await.unwrap();
    // A literal header of 16 kB, over and over: 64 MB if nobody stops it.
    let mut literal = vec![0x00, 0x01, b'x', 0x7f, 0x80, 0x7d];
    literal.resize(16_000, b'y');
    let part = frame(CONTINUATION, 0, 1, &literal);
    let (mut read, mut write) = stream.split();
    let mut reply = Vec::new();
    let writing = async {
        let mut sent = 0;
        while sent < 4_000 && write.write_all(&part).await.is_ok() {
            sent += 1;
        }
        sent
    };
    let (sent, _) = timeout(PATIENCE, async {
        tokio::join!(writing, read.read_to_end(&mut reply))
    })
    .await
    .expect("an end");
    assert!(
        sent < 4_000,
        "the connection ended while the block was being sent"
    );
}

/// H17: a request without a method.
#[tokio::test]
async fn h17_bad_pseudo_headers_end_the_stream_and_no_handler_runs() {
    let server = Server::start().await;
    let mut stream = server.connect().await;
    let bytes = [
        PREFACE,
        &frame(SETTINGS, 0, 0, &[]),
        &frame(HEADERS, END_STREAM_AND_HEADERS, 1, &GET_ROOT[1..]),
    ]
    .concat();
    stream.write_all(&bytes).await.unwrap();
    stream.shutdown().await.unwrap();
    let reply = kinds(&read_to_end(&mut stream).await);
    assert!(
        reply.contains(&RST_STREAM) || reply.contains(&GOAWAY),
        "{reply:?}"
    );
    assert!(!reply.contains(&HEADERS), "{reply:?}");
}
