//! Bodies: their size, their time, their label (H5, H6, H7, H15).

use crate::support::{Answer, PATIENCE, Server, read_answers, read_to_end, request};
use selvedge_model::limits::BODY_BYTES;
use selvedge_web::Limits;
use std::time::Duration;
use tokio::io::AsyncWriteExt as _;
use tokio::time::Instant;

/// H6: a body of the largest size passes; one byte more is refused in shape.
#[tokio::test]
async fn h6_a_body_may_be_so_large_and_not_one_byte_larger() {
    let server = Server::start().await;
    let body = "x".repeat(BODY_BYTES);
    let answer = server.ask(request("/echo", "", &body)).await;
    assert_eq!((answer.status, answer.body.len()), (200, BODY_BYTES));
    let answer = server.ask(request("/echo", "", &format!("{body}x"))).await;
    let (status, code, _) = answer.error();
    assert_eq!((status, code.as_str()), (413, "INVALID_BODY"));
    assert_eq!(answer.header("connection"), Some("close"));
}

/// H6, for a body that does not say how large it is.
#[tokio::test]
async fn h6_a_chunked_body_is_cut_at_the_same_size() {
    let server = Server::start().await;
    let head = "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n";
    let chunk = "x".repeat(64 * 1024);
    let fitting = format!("10000\r\n{chunk}\r\n").repeat(BODY_BYTES / chunk.len());
    let answer = server.ask(format!("{head}{fitting}0\r\n\r\n")).await;
    assert_eq!((answer.status, answer.body.len()), (200, BODY_BYTES));
    let (status, code, _) = server
        .ask(format!("{head}{fitting}1\r\nx\r\n0\r\n\r\n"))
        .await
        .error();
    assert_eq!((status, code.as_str()), (413, "INVALID_BODY"));
}

/// H7: no content coding is decoded, so no bomb can go off.
#[tokio::test]
async fn h7_an_encoded_body_is_refused_in_shape() {
    let server = Server::start().await;
    for coding in ["gzip", "zstd", "gzip, gzip", "br", ""] {
        let (status, code, message) = server
            .ask(request("/echo", &format!("Content-Encoding: {coding}\r\n"), "[]"))
            .await
            .error();
        assert_eq!((status, code.as_str()), (415, "INVALID_BODY"), "{coding:?}");
        assert!(message.contains("Content-Encoding"), "{message}");
    }
    for coding in ["identity", "Identity"] {
        assert_eq!(
            server
                .ask(request("/echo", &format!("Content-Encoding: {coding}\r\n"), "[]"))
                .await
                .status,
            200
        );
    }
    let two = "Content-Encoding: identity\r\nContent-Encoding: gzip\r\n";
    assert_eq!(server.ask(request("/echo", two, "[]")).await.error().0, 415);
}

/// H15: the content type.
#[tokio::test]
async fn h15_a_body_that_is_not_called_json_is_refused_in_shape() {
    let server = Server::start().await;
    let with = |lines: &str| {
        format!("POST /echo HTTP/1.1\r\nHost: a\r\nConnection: close\r\n{lines}Content-Length: 2\r\n\r\n[]")
    };
    for lines in [
        "",
        "Content-Type:\r\n",
        "Content-Type: text/plain\r\n",
        "Content-Type: application/jsonp\r\n",
        "Content-Type: application/x-www-form-urlencoded\r\n",
        "Content-Type: application/json; charset=utf-16\r\n",
        "Content-Type: application/json\r\nContent-Type: text/plain\r\n",
        "Content-Type: application/json\u{e9}\r\n",
    ] {
        let (status, code, message) = server.ask(with(lines)).await.error();
        assert_eq!((status, code.as_str()), (400, "INVALID_BODY"), "{lines:?}");
        assert!(message.contains("Content-Type"), "{message}");
    }
    for value in [
        "application/json",
        "Application/JSON",
        "application/json; charset=utf-8",
        "application/json;charset=\"UTF-8\"",
        "application/json;",
    ] {
        assert_eq!(
            server
                .ask(with(&format!("Content-Type: {value}\r\n")))
                .await
                .status,
            200,
            "{value}"
        );
    }
}

/// H5: a body that stops half-way.
#[tokio::test]
async fn h5_a_body_that_does_not_come_is_given_up_in_shape() {
    let limits = Limits {
        body: Duration::from_millis(200),
        ..Limits::default()
    };
    let server = Server::with(limits, None).await;
    let began = Instant::now();
    let mut stream = server.connect().await;
    let whole = request("/echo", "", "[1, 2, 3]");
    stream
        .write_all(&whole.as_bytes()[..whole.len() - 3])
        .await
        .unwrap();
    let answer = read_answers(&mut stream, 1).await.remove(0);
    let (status, code, _) = answer.error();
    assert_eq!((status, code.as_str()), (408, "INVALID_BODY"));
    assert_eq!(answer.header("connection"), Some("close"));
    assert!(began.elapsed() >= Duration::from_millis(200) && began.elapsed() < PATIENCE);
}

#[tokio::test]
async fn broken_chunks_are_refused_in_shape() {
    let server = Server::start().await;
    let head = "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n";
    for chunks in [
        "zz\r\n[]\r\n0\r\n\r\n",
        "2\r\n[]xx\r\n0\r\n\r\n",
        "fffffffffffffffff\r\n",
    ] {
        let (status, code, _) = server.ask(format!("{head}{chunks}")).await.error();
        assert_eq!((status, code.as_str()), (400, "INVALID_BODY"), "{chunks:?}");
    }
}

#[tokio::test]
async fn a_client_that_is_still_sending_when_it_is_answered_is_not_reset() {
    let server = Server::start().await;
    let mut stream = server.connect().await;
    let whole = request("/deaf", "", &"x".repeat(1024 * 1024));
    let (first, rest) = whole.as_bytes().split_at(1024);
    stream.write_all(first).await.unwrap();
    let answer = Answer::parse(&read_to_end(&mut stream).await).unwrap();
    assert_eq!((answer.status, answer.body.as_str()), (200, "did not read"));
    for piece in rest.chunks(16 * 1024) {
        stream.write_all(piece).await.expect("the server still reads");
        tokio::task::yield_now().await;
    }
}

#[tokio::test]
async fn a_client_that_asks_before_it_sends_is_told_to_go_on() {
    let server = Server::start().await;
    let mut stream = server.connect().await;
    let whole = request("/echo", "Expect: 100-continue\r\n", "[1]");
    let (head, body) = whole.split_at(whole.len() - 3);
    stream.write_all(head.as_bytes()).await.unwrap();
    assert_eq!(read_answers(&mut stream, 1).await[0].status, 100);
    stream.write_all(body.as_bytes()).await.unwrap();
    assert_eq!(read_answers(&mut stream, 1).await[0].body, "[1]");
}

/// A body that nobody read stands before the next request, so the client is told to begin anew; one that was
/// read and found wanting does not end the connection.
#[tokio::test]
async fn an_answer_that_did_not_wait_for_the_body_ends_the_connection() {
    let server = Server::start().await;
    let kept = |path: &str, kind: &str| {
        let body = "x".repeat(100_000);
        let head = format!(
            "POST {path} HTTP/1.1\r\nHost: a\r\nContent-Type: {kind}\r\nContent-Length: 100000\r\n\r\n"
        );
        head + &body
    };
    for path in ["/nothing", "/page", "/echo?secret=1"] {
        let reply = String::from_utf8(server.talk(kept(path, "application/json")).await).unwrap();
        assert!(reply.contains("\r\nconnection: close\r\n"), "{path}: {reply}");
    }
    let mut stream = server.connect().await;
    let twice = kept("/echo", "text/plain") + &request("/echo", "", "[1]");
    stream.write_all(twice.as_bytes()).await.unwrap();
    let answers = read_answers(&mut stream, 2).await;
    assert_eq!((answers[0].status, answers[1].body.as_str()), (400, "[1]"));
}

/// A socket that is closed with unread bytes is reset, and a reset takes answers along that were sent before.
#[tokio::test]
async fn requests_behind_the_last_answer_do_not_cost_the_answers_before_it() {
    let server = Server::start().await;
    let kept = |path: &str| {
        format!(
            "POST {path} HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 3\r\n\r\n[1]"
        )
    };
    let bytes = kept("/echo").repeat(50) + &kept("/nothing") + &kept("/echo").repeat(2_000);
    for _ in 0..20 {
        let mut stream = server.connect().await;
        stream.write_all(bytes.as_bytes()).await.unwrap();
        let answers = read_answers(&mut stream, 51).await;
        assert_eq!(
            (answers[50].status, answers[50].header("connection")),
            (404, Some("close"))
        );
    }
}
