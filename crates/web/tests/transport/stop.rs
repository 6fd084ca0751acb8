//! The graceful stop (C19).

use crate::support::{Server, read_answers, read_to_end, request};
use selvedge_web::{Limits, Stopped};
use std::time::Duration;
use tokio::io::AsyncWriteExt as _;
use tokio::net::TcpStream;
use tokio::time::Instant;

/// C19: 100 requests in flight finish, idle connections end, nothing new is accepted, all within 10 s.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn c19_a_stop_lets_a_hundred_requests_finish() {
    let server = Server::start().await;
    let (address, gate) = (server.address, server.gate.clone());
    let mut idle = server.connect().await;
    idle.write_all(b"GET /page HTTP/1.1\r\nHost: a\r\n\r\n")
        .await
        .unwrap();
    read_answers(&mut idle, 1).await;
    let mut silent = server.connect().await;
    let mut streams = Vec::new();
    for _ in 0..100 {
        let mut stream = server.connect().await;
        let held = request("/gate", "", "[1]").replace("Connection: close\r\n", "");
        stream.write_all(held.as_bytes()).await.unwrap();
        streams.push(stream);
    }
    gate.arrived.acquire_many(100).await.unwrap().forget();

    let began = Instant::now();
    let running = server.begin_stop();
    assert!(
        read_to_end(&mut idle).await.is_empty(),
        "an idle connection ends at once"
    );
    assert!(
        read_to_end(&mut silent).await.is_empty(),
        "and so does one that said nothing yet"
    );
    assert!(
        TcpStream::connect(address).await.is_err(),
        "nothing new is accepted"
    );
    gate.open.add_permits(100);
    for stream in &mut streams {
        let answer = read_answers(stream, 1).await.remove(0);
        assert_eq!((answer.status, answer.body.as_str()), (200, "3"));
        assert_eq!(answer.header("connection"), Some("close"));
    }
    assert_eq!(running.await.unwrap(), Stopped { cut: 0 });
    assert!(began.elapsed() < Duration::from_secs(10));
}

#[tokio::test]
async fn what_does_not_finish_is_cut_when_the_grace_is_over() {
    let grace = Duration::from_millis(300);
    let server = Server::with(
        Limits {
            grace,
            ..Limits::default()
        },
        None,
    )
    .await;
    let mut stream = server.connect().await;
    stream
        .write_all(request("/gate", "", "[1]").as_bytes())
        .await
        .unwrap();
    server.gate.arrived.acquire().await.unwrap().forget();
    let began = Instant::now();
    assert_eq!(server.begin_stop().await.unwrap(), Stopped { cut: 1 });
    assert!(began.elapsed() >= grace && began.elapsed() < grace + Duration::from_secs(2));
    assert!(read_to_end(&mut stream).await.is_empty());
}
