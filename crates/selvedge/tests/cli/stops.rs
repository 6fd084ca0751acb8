//! Stops: graceful at the first signal, at once at the second.

use crate::home::Home;
use crate::http::{connect, status};
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::time::Duration;

/// C19's bound.
const TEN_SECONDS: Duration = Duration::from_secs(10);
const BODY: &str = r#"{"client_id":"a","secret":"b"}"#;

#[test]
fn c19_an_idle_server_stops_with_code_0_at_either_signal() {
    for signal in ["TERM", "INT"] {
        let home = Home::new();
        let mut server = home.start();
        // A client that keeps its connection open does not hold the server up.
        let _idle = connect(&server.url);
        server.signal(signal);
        let ended = server.ended_within(TEN_SECONDS).expect("still running");
        assert_eq!(ended.code(), Some(0), "{signal}: {}", server.log());
        assert!(server.log().contains("stopped"), "{}", server.log());
    }
}

/// Sends all of a request but the last byte, so that it is in flight for as long as the test likes.
fn begin(url: &str) -> TcpStream {
    let mut stream = connect(url);
    let length = BODY.len();
    let head = format!(
        "POST /accounts/get HTTP/1.1\r\nHost: test\r\nContent-Type: application/json\r\n\
         Expect: 100-continue\r\nContent-Length: {length}\r\n\r\n"
    );
    stream.write_all(head.as_bytes()).unwrap();
    // The server has taken the request up once it asks for the body.
    let mut interim = [0; 25];
    stream.read_exact(&mut interim).unwrap();
    assert_eq!(&interim, b"HTTP/1.1 100 Continue\r\n\r\n");
    stream.write_all(&BODY.as_bytes()[..length - 1]).unwrap();
    stream
}

/// Waits until nothing more is accepted, which says that the signal has arrived.
fn wait_until_closed(url: &str) {
    let address = url.strip_prefix("http://").unwrap();
    while TcpStream::connect(address).is_ok() {
        std::thread::yield_now();
    }
}

#[test]
fn c19_a_hundred_requests_in_flight_are_answered_after_the_signal() {
    let home = Home::new();
    let mut server = home.start();
    let streams: Vec<_> = (0..100).map(|_| begin(&server.url)).collect();
    server.signal("TERM");
    wait_until_closed(&server.url);
    for mut stream in streams {
        stream.write_all(&BODY.as_bytes()[BODY.len() - 1..]).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        assert_eq!(status(&answer), 400, "{answer}");
    }
    let ended = server.ended_within(TEN_SECONDS).expect("still running");
    assert_eq!(ended.code(), Some(0), "{}", server.log());
}

#[test]
fn c19_a_request_that_never_ends_is_cut_within_ten_seconds() {
    let home = Home::new();
    let mut server = home.start();
    let _stuck = begin(&server.url);
    server.signal("TERM");
    let ended = server.ended_within(TEN_SECONDS).expect("still running");
    assert_eq!(ended.code(), Some(0), "{}", server.log());
    assert!(server.log().contains("connections.cut=1"), "{}", server.log());
}

#[test]
fn a_second_signal_ends_the_server_at_once() {
    let home = Home::new();
    home.write(
        "patient.toml",
        "[limits]\ngrace_seconds = 3600\nbody_seconds = 3600\n",
    );
    let mut server = crate::home::Running::start(&mut home.serve(&["--config", "patient.toml"]));
    let _stuck = begin(&server.url);
    server.signal("TERM");
    wait_until_closed(&server.url);
    server.signal("TERM");
    let ended = server.ended_within(TEN_SECONDS).expect("still running");
    assert_eq!(ended.code(), Some(130), "{}", server.log());
    home.start().stop();
}
