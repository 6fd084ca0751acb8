//! How much of request bodies is held at once, and what happens to the one that is too much.

use crate::h2::client;
use crate::support::{PATIENCE, Server, contract_error, read_answers, read_to_end, request};
use http::Request;
use http_body_util::{BodyExt as _, Full};
use hyper::body::Bytes;
use selvedge_model::limits::BODY_BYTES;
use selvedge_web::Limits;
use std::process::Command;
use std::time::Duration;
use tokio::io::AsyncWriteExt as _;
use tokio::net::TcpStream;
use tokio::task::JoinSet;
use tokio::time::timeout;

async fn server(body_budget: usize) -> Server {
    let limits = Limits {
        body_budget,
        ..Limits::default()
    };
    Server::with(limits, None).await
}

fn echo(length: usize) -> String {
    request("/echo", "", &"x".repeat(length))
}

/// Sends a request but for its last byte.
async fn begin(server: &Server, length: usize) -> TcpStream {
    let mut stream = server.connect().await;
    let whole = echo(length);
    stream
        .write_all(&whole.as_bytes()[..whole.len() - 1])
        .await
        .unwrap();
    stream
}

/// Asks with a body of `length` until the answer has `status`; the bodies before it may still be coming in.
async fn ask_until(server: &Server, length: usize, status: u16) {
    let asking = async { while server.ask(echo(length)).await.status != status {} };
    timeout(PATIENCE, asking).await.expect("the status in time");
}

#[tokio::test]
async fn a_body_may_take_the_whole_budget_and_not_one_byte_more() {
    let server = server(100_000).await;
    for _ in 0..3 {
        let answer = server.ask(echo(100_000)).await;
        assert_eq!((answer.status, answer.body.len()), (200, 100_000));
        let answer = server.ask(echo(100_001)).await;
        let (status, code, _) = answer.error();
        assert_eq!((status, code.as_str()), (503, "PLANNED_MAINTENANCE"));
        assert_eq!(answer.header("retry-after"), Some("1"));
        assert_eq!(answer.header("connection"), Some("close"));
    }
}

#[tokio::test]
async fn bodies_of_several_connections_share_the_budget() {
    let server = server(100_000).await;
    let mut first = begin(&server, 80_000).await;
    ask_until(&server, 20_002, 503).await;
    // What is left is still there, and small bodies do not need it.
    assert_eq!(server.ask(echo(20_001)).await.status, 200);
    assert_eq!(server.ask(echo(2)).await.status, 200);
    first.write_all(b"x").await.unwrap();
    assert_eq!(read_answers(&mut first, 1).await[0].body.len(), 80_000);
    assert_eq!(server.ask(echo(100_000)).await.status, 200, "it was given back");
}

/// A small body whose end does not come counts like any other.
#[tokio::test]
async fn many_small_beginnings_count_too() {
    let server = server(1_000).await;
    let mut begun = Vec::new();
    for _ in 0..10 {
        begun.push(begin(&server, 101).await);
    }
    // Nothing is left, so the next beginning is refused at once.
    let asking = async {
        loop {
            let mut one_more = begin(&server, 3).await;
            if let Ok(reply) = timeout(Duration::from_millis(200), read_to_end(&mut one_more)).await {
                break String::from_utf8(reply).unwrap();
            }
        }
    };
    let reply = timeout(PATIENCE, asking).await.expect("a refusal in time");
    assert!(reply.starts_with("HTTP/1.1 503 "), "{reply}");
    drop(begun);
    let again = async {
        loop {
            let mut whole = begin(&server, 1_000).await;
            whole.write_all(b"x").await.ok();
            if read_to_end(&mut whole).await.starts_with(b"HTTP/1.1 200 ") {
                break;
            }
        }
    };
    timeout(PATIENCE, again)
        .await
        .expect("what was held is given back");
}

#[tokio::test]
async fn a_client_that_goes_away_gives_its_share_back() {
    let server = server(100_000).await;
    let first = begin(&server, 100_000).await;
    ask_until(&server, 20_000, 503).await;
    drop(first);
    ask_until(&server, 100_000, 200).await;
}

/// The body is held for as long as the handler has it.
#[tokio::test]
async fn a_share_is_held_until_the_request_is_done() {
    let server = server(100_000).await;
    let mut first = server.connect().await;
    let whole = request("/gate", "", &"x".repeat(90_000));
    first.write_all(whole.as_bytes()).await.unwrap();
    server.gate.arrived.acquire().await.unwrap().forget();
    assert_eq!(server.ask(echo(20_000)).await.status, 503);
    server.gate.open.add_permits(1);
    assert_eq!(read_answers(&mut first, 1).await[0].body, "90000");
    ask_until(&server, 100_000, 200).await;
}

#[tokio::test]
async fn http2_bodies_share_the_same_budget() {
    let server = server(100_000).await;
    let mut client = client(server.connect().await).await;
    for (length, expected) in [(100_000, 200), (100_001, 503), (100_000, 200)] {
        let request = Request::post("http://anything/echo")
            .header("content-type", "application/json")
            .body(Full::new(Bytes::from(vec![b'x'; length])))
            .unwrap();
        let response = timeout(PATIENCE, client.send_request(request))
            .await
            .expect("an answer in time")
            .unwrap();
        let (head, body) = response.into_parts();
        assert_eq!(head.status, expected, "{length}");
        if expected == 503 {
            let body = body.collect().await.unwrap().to_bytes();
            let id = head.headers["x-request-id"].to_str().unwrap();
            let (code, _) = contract_error(std::str::from_utf8(&body).unwrap(), id);
            assert_eq!(code, "PLANNED_MAINTENANCE");
            assert_eq!(head.headers["retry-after"], "1");
        } else {
            assert_eq!(body.collect().await.unwrap().to_bytes().len(), length);
        }
    }
}

/// Marks the process of a test that runs by itself.
const ALONE: &str = "SELVEDGE_TEST_ALONE";

/// Whether this is a process for the test of this name alone. In any other, such a process is started and has to
/// pass: the memory of this one is that of all tests that run beside it.
fn is_alone(name: &str) -> bool {
    if std::env::var_os(ALONE).is_some() {
        return true;
    }
    let mut alone = Command::new(std::env::current_exe().unwrap());
    let ran = alone.args(["--exact", name]).env(ALONE, "1").output().unwrap();
    let said = String::from_utf8_lossy(&ran.stdout);
    assert!(ran.status.success() && said.contains("1 passed"), "{said}");
    false
}

/// This process's memory, MiB.
fn resident_mib() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmRSS:"))
        .unwrap();
    let kib: u64 = line.split_whitespace().next().unwrap().parse().unwrap();
    kib / 1024
}

/// 120 bodies of 2 MiB that lack their last byte would be 240 MiB; there is room for three of them.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn unfinished_bodies_cannot_fill_the_memory() {
    const BODIES: usize = 120;
    if !is_alone("budget::unfinished_bodies_cannot_fill_the_memory") {
        return;
    }
    let server = server(8 * 1024 * 1024).await;
    let whole = Bytes::from(echo(BODY_BYTES));
    let before = resident_mib();
    let mut sending = JoinSet::new();
    for _ in 0..BODIES {
        let mut stream = server.connect().await;
        let unfinished = whole.slice(..whole.len() - 1);
        sending.spawn(async move {
            stream.write_all(&unfinished).await.ok();
            let reply = timeout(Duration::from_secs(4), read_to_end(&mut stream)).await;
            (
                stream,
                reply.is_ok_and(|reply| reply.starts_with(b"HTTP/1.1 503 ")),
            )
        });
    }
    let ended = sending.join_all().await;
    let refused = ended.iter().filter(|(_, refused)| *refused).count();
    let grown = resident_mib().saturating_sub(before);
    assert!(refused >= BODIES - 4, "{refused} of {BODIES} were refused");
    assert!(grown < 100, "{grown} MiB for 8 MiB of bodies");
    drop(ended);
    ask_until(&server, BODY_BYTES, 200).await;
}
