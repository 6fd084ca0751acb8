//! Clients that keep a connection and say too little (H5), and those that keep too many.

use crate::support::{PATIENCE, Server, read_answers, read_to_end, request};
use selvedge_web::{BindError, Limits, bind};
use std::time::Duration;
use tokio::io::AsyncWriteExt as _;
use tokio::net::TcpStream;
use tokio::time::Instant;

const SHORT: Duration = Duration::from_millis(400);

fn impatient() -> Limits {
    Limits {
        first_byte: SHORT,
        head: SHORT,
        idle: SHORT,
        ..Limits::default()
    }
}

/// H5: a connection on which nothing is ever said.
#[tokio::test]
async fn h5_a_silent_connection_is_closed() {
    let server = Server::with(impatient(), None).await;
    let began = Instant::now();
    assert!(read_to_end(&mut server.connect().await).await.is_empty());
    assert!(began.elapsed() >= SHORT && began.elapsed() < PATIENCE);
}

/// H5: a head that stops half-way is answered in shape and closed, at the start and after a good request.
#[tokio::test]
async fn h5_a_half_sent_head_is_given_up() {
    let server = Server::with(
        Limits {
            idle: PATIENCE,
            ..impatient()
        },
        None,
    )
    .await;
    for before in ["", "GET /page HTTP/1.1\r\nHost: a\r\n\r\n"] {
        let mut stream = server.connect().await;
        stream
            .write_all(format!("{before}GET /page HTTP/1.1\r\nHos").as_bytes())
            .await
            .unwrap();
        let answers = read_answers(&mut stream, if before.is_empty() { 1 } else { 2 }).await;
        let answer = answers.last().unwrap();
        let (status, code, _) = answer.error();
        assert_eq!((status, code.as_str()), (408, "INVALID_HEADERS"));
        assert_eq!(answer.header("connection"), Some("close"));
        assert!(read_to_end(&mut stream).await.is_empty());
    }
}

/// H5: a head that comes byte by byte has no more time than one that stops.
#[tokio::test]
async fn h5_a_dripping_head_is_given_up() {
    let server = Server::with(impatient(), None).await;
    let stream = server.connect().await;
    let (mut read, mut write) = stream.into_split();
    let dripping = tokio::spawn(async move {
        let mut pause = tokio::time::interval(Duration::from_millis(20));
        write
            .write_all(b"GET /page HTTP/1.1\r\nHost: a\r\nX: ")
            .await
            .unwrap();
        while write.write_all(b"x").await.is_ok() {
            pause.tick().await;
        }
    });
    let mut reply = Vec::new();
    let read = tokio::time::timeout(
        PATIENCE,
        tokio::io::AsyncReadExt::read_to_end(&mut read, &mut reply),
    )
    .await;
    read.expect("the server closes the connection").ok();
    assert!(
        reply.starts_with(b"HTTP/1.1 408"),
        "{:?}",
        String::from_utf8_lossy(&reply)
    );
    dripping.await.unwrap();
}

/// H5: an HTTP/2 preface that stops half-way.
#[tokio::test]
async fn h5_a_half_sent_preface_is_closed() {
    let server = Server::with(impatient(), None).await;
    let mut stream = server.connect().await;
    stream.write_all(b"PRI * HT").await.unwrap();
    assert!(read_to_end(&mut stream).await.is_empty());
}

/// H5: 1,000 silent connections at once; the API answers meanwhile, and all of them are closed.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn h5_a_thousand_silent_connections_do_not_keep_others_waiting() {
    let server = Server::with(
        Limits {
            first_byte: Duration::from_secs(5),
            ..Limits::default()
        },
        None,
    )
    .await;
    let mut silent = Vec::new();
    for _ in 0..1_000 {
        silent.push(server.connect().await);
    }
    let answer = tokio::time::timeout(Duration::from_secs(4), server.ask(request("/echo", "", "[1]"))).await;
    assert_eq!(answer.expect("an answer while the silent ones wait").status, 200);
    for stream in &mut silent {
        assert!(read_to_end(stream).await.is_empty());
    }
}

#[tokio::test]
async fn a_connection_without_requests_is_closed_and_a_busy_one_is_not() {
    let server = Server::with(impatient(), None).await;
    let mut stream = server.connect().await;
    // Eight requests, each within the idle time of the one before, last longer than it altogether.
    let mut pause = tokio::time::interval(SHORT / 3);
    for _ in 0..8 {
        pause.tick().await;
        stream
            .write_all(b"GET /page HTTP/1.1\r\nHost: a\r\n\r\n")
            .await
            .unwrap();
        assert_eq!(read_answers(&mut stream, 1).await[0].status, 200);
    }
    let quiet = Instant::now();
    assert!(read_to_end(&mut stream).await.is_empty());
    assert!(quiet.elapsed() < PATIENCE);
}

#[tokio::test]
async fn a_slow_handler_is_not_an_idle_connection() {
    let server = Server::with(impatient(), None).await;
    let mut stream = server.connect().await;
    stream
        .write_all(request("/gate", "", "[1]").as_bytes())
        .await
        .unwrap();
    server.gate.arrived.acquire().await.unwrap().forget();
    tokio::time::interval_at(Instant::now() + SHORT * 4, SHORT)
        .tick()
        .await;
    server.gate.open.add_permits(1);
    assert_eq!(read_answers(&mut stream, 1).await[0].body, "3");
}

async fn is_served(server: &Server) -> bool {
    let mut stream = server.connect().await;
    stream
        .write_all(b"GET /page HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
        .await
        .ok();
    read_to_end(&mut stream).await.starts_with(b"HTTP/1.1 200")
}

async fn until_served(server: &Server) {
    while !is_served(server).await {
        tokio::task::yield_now().await;
    }
}

async fn fill(server: &Server, count: usize) -> Vec<TcpStream> {
    let mut streams = Vec::new();
    for _ in 0..count {
        let mut stream = server.connect().await;
        stream
            .write_all(b"GET /page HTTP/1.1\r\nHost: a\r\n\r\n")
            .await
            .unwrap();
        assert_eq!(read_answers(&mut stream, 1).await[0].status, 200);
        streams.push(stream);
    }
    streams
}

#[tokio::test]
async fn connections_beyond_a_cap_are_closed_and_a_freed_place_is_given_again() {
    for limits in [
        Limits {
            connections: 3,
            ..Limits::default()
        },
        Limits {
            connections_per_ip: 3,
            ..Limits::default()
        },
    ] {
        let server = Server::with(limits, None).await;
        let mut streams = fill(&server, 3).await;
        assert!(!is_served(&server).await, "the fourth connection is closed");
        let mut leaving = streams.pop().unwrap();
        leaving.shutdown().await.unwrap();
        read_to_end(&mut leaving).await;
        tokio::time::timeout(PATIENCE, until_served(&server))
            .await
            .expect("the place is given again");
        assert_eq!(streams.len(), 2);
    }
}

/// C18: the port is taken.
#[tokio::test]
async fn c18_a_taken_port_is_named_with_the_remedy() {
    let first = bind("127.0.0.1:0".parse().unwrap()).await.unwrap();
    let error = bind(first.address()).await.unwrap_err();
    assert!(matches!(error, BindError::Taken(_)));
    let text = error.to_string();
    assert!(
        text.contains(&first.address().to_string()) && text.contains("--listen"),
        "{text}"
    );
    assert_eq!(text.lines().count(), 1);
    let foreign = bind("192.0.2.1:0".parse().unwrap())
        .await
        .unwrap_err()
        .to_string();
    assert!(
        foreign.contains("192.0.2.1") && foreign.contains("--listen"),
        "{foreign}"
    );
}
