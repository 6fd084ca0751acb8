//! Request heads that must not pass (H1 to H4), and unusual ones that must.

use crate::support::{Answer, Server, read_answers, read_to_end, request};
use tokio::io::AsyncWriteExt as _;

/// H1: Content-Length and Transfer-Encoding together, in both orders.
#[tokio::test]
async fn h1_a_body_with_two_kinds_of_length_is_refused_in_shape() {
    let server = Server::start().await;
    for (one, two) in [
        ("Content-Length: 5", "Transfer-Encoding: chunked"),
        ("Transfer-Encoding: chunked", "Content-Length: 5"),
    ] {
        let smuggle = format!(
            "POST /echo HTTP/1.1\r\nHost: a\r\n{one}\r\n{two}\r\n\r\n0\r\n\r\nGET /page HTTP/1.1\r\nHost: a\r\n\r\n"
        );
        let reply = server.talk(smuggle).await;
        let answer = Answer::parse(&reply).unwrap();
        let (status, code, message) = answer.error();
        assert_eq!((status, code.as_str()), (400, "INVALID_BODY"));
        assert!(
            message.contains("Content-Length and Transfer-Encoding"),
            "{message}"
        );
        assert_eq!(answer.header("connection"), Some("close"));
        assert!(
            !String::from_utf8_lossy(&reply).contains("a page"),
            "the hidden request is not served"
        );
    }
}

/// H2: lengths that two readers could read differently, folded lines, bad names and NUL.
#[tokio::test]
async fn h2_a_head_that_could_be_read_in_two_ways_is_refused_in_shape() {
    let server = Server::start().await;
    for (lines, expected) in [
        ("Content-Length: 1\r\nContent-Length: 2\r\n", "INVALID_BODY"),
        ("Content-Length: +3\r\n", "INVALID_BODY"),
        ("Content-Length : 3\r\n", "INVALID_HEADERS"),
        ("Transfer-Encoding: xchunked\r\n", "INVALID_BODY"),
        ("Transfer-Encoding: gzip, chunked\r\n", "INVALID_BODY"),
        ("X: a\r\n b\r\n", "INVALID_HEADERS"),
        ("X: a\0b\r\n", "INVALID_HEADERS"),
        ("X: a\rb\r\n", "INVALID_HEADERS"),
    ] {
        let answer = server
            .ask(format!("POST /echo HTTP/1.1\r\nHost: a\r\n{lines}\r\n"))
            .await;
        let (status, code, _) = answer.error();
        assert_eq!((status, code.as_str()), (400, expected), "{lines:?}");
    }
    let (status, code, _) = server.ask("GET /a\0b HTTP/1.1\r\nHost: a\r\n\r\n").await.error();
    assert_eq!((status, code.as_str()), (400, "INVALID_HEADERS"));
}

/// H3: bare line feeds, no Host, two Hosts.
#[tokio::test]
async fn h3_bare_line_feeds_and_a_host_that_is_not_exactly_one_are_refused_in_shape() {
    let server = Server::start().await;
    for head in [
        "GET /page HTTP/1.1\nHost: a\n\n",
        "GET /page HTTP/1.1\r\nHost: a\n\r\n",
        "GET /page HTTP/1.1\r\n\r\n",
        "GET /page HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        "GET http://a/page HTTP/1.1\r\n\r\n",
    ] {
        let answer = server.ask(head).await;
        let (status, code, _) = answer.error();
        assert_eq!((status, code.as_str()), (400, "INVALID_HEADERS"), "{head:?}");
        assert_eq!(answer.header("connection"), Some("close"));
    }
}

/// H4: a header of 1 MB, and 200 headers.
#[tokio::test]
async fn h4_a_huge_head_is_refused_in_shape() {
    let server = Server::start().await;
    let huge = format!(
        "GET /page HTTP/1.1\r\nHost: a\r\nX: {}\r\n\r\n",
        "a".repeat(1024 * 1024)
    );
    let many = format!("GET /page HTTP/1.1\r\nHost: a\r\n{}\r\n", "X: a\r\n".repeat(200));
    for head in [huge, many] {
        let (status, code, _) = server.ask(head).await.error();
        assert_eq!((status, code.as_str()), (431, "INVALID_HEADERS"));
    }
}

#[tokio::test]
async fn what_is_no_http_at_all_is_answered_in_shape() {
    let server = Server::start().await;
    for noise in [
        "\u{16}\u{3}\u{1}\u{2}hello\r\n\r\n",
        "hello\r\n\r\n",
        "GET / HTTP/3.0\r\n\r\n",
        "! / HTTP/1.1\r\nhost: -\r\n\r\n",
    ] {
        let (status, code, _) = server.ask(noise).await.error();
        assert_eq!((status, code.as_str()), (400, "INVALID_HEADERS"), "{noise:?}");
    }
}

#[tokio::test]
async fn any_host_and_an_absolute_target_are_served() {
    let server = Server::start().await;
    let absolute = "POST https://sandbox.plaid.com/echo HTTP/1.1\r\nHost: sandbox.plaid.com\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}";
    let old = "POST /echo HTTP/1.0\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}";
    let empty_host = "POST /echo HTTP/1.1\r\nHost:\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}";
    for head in [absolute, old, empty_host] {
        let answer = server.ask(head).await;
        assert_eq!((answer.status, answer.body.as_str()), (200, "{}"), "{head:?}");
        answer.assert_headers();
    }
}

#[tokio::test]
async fn requests_that_come_at_once_are_answered_in_order_and_a_bad_one_ends_the_connection() {
    let server = Server::start().await;
    let good = |body: &str| {
        format!(
            "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
            body.len()
        )
    };
    let bytes = format!(
        "{}{}GET /page HTTP/1.1\r\n\r\n{}",
        good("[1]"),
        good("[22]"),
        good("[333]")
    );
    // Whole, and in pieces that cut heads and bodies anywhere.
    for step in [bytes.len(), 7, 64, 150] {
        let mut stream = server.connect().await;
        stream.set_nodelay(true).unwrap();
        for piece in bytes.as_bytes().chunks(step) {
            stream.write_all(piece).await.ok();
            tokio::task::yield_now().await;
        }
        let answers = read_answers(&mut stream, 3).await;
        assert_eq!((answers[0].status, answers[0].body.as_str()), (200, "[1]"));
        assert_eq!((answers[1].status, answers[1].body.as_str()), (200, "[22]"));
        assert_eq!(answers[2].error().1, "INVALID_HEADERS");
        assert_eq!(answers[2].header("connection"), Some("close"));
        assert!(
            read_to_end(&mut stream).await.is_empty(),
            "nothing is answered after the bad one"
        );
    }
}

#[tokio::test]
async fn a_head_in_single_bytes_is_put_together() {
    let server = Server::start().await;
    let mut stream = server.connect().await;
    stream.set_nodelay(true).unwrap();
    for byte in request("/echo", "", "[1, 2]").as_bytes() {
        stream.write_all(&[*byte]).await.unwrap();
        tokio::task::yield_now().await;
    }
    assert_eq!(
        Answer::parse(&read_to_end(&mut stream).await).unwrap().body,
        "[1, 2]"
    );
}

#[tokio::test]
async fn a_chunked_request_is_read_and_is_the_last_of_its_connection() {
    let server = Server::start().await;
    let chunked = "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n3\r\n[1,\r\n2\r\n2]\r\n0\r\n\r\n";
    let reply = server
        .talk(format!("{chunked}GET /page HTTP/1.1\r\nHost: a\r\n\r\n"))
        .await;
    let answer = Answer::parse(&reply).unwrap();
    assert_eq!((answer.status, answer.body.as_str()), (200, "[1,2]"));
    assert_eq!(answer.header("connection"), Some("close"));
    assert!(
        !String::from_utf8_lossy(&reply).contains("a page"),
        "what follows is not served"
    );
}
