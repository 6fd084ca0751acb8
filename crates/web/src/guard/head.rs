//! One HTTP/1 request head, judged: stricter than the parser behind it wherever two parsers could disagree.
//!
//! Where a proxy and a server read a message differently, one request can be hidden in another (ASVS 4.2.1).
//! So a head passes only if its lines end in CR LF, its length is stated once and in one way, and it names
//! one host. Routing and the meaning of headers are no matter here.

use crate::answer::Failure;
use crate::limits::{HEADERS, TARGET_BYTES};
use http::{StatusCode, Uri};
use httparse::{Error as Fault, Header, Request, Status};
use selvedge_model::ErrorCode::{InvalidBody, InvalidHeaders};
use std::mem::MaybeUninit;

/// The first character of the method that the guard itself uses, see [`super::NO_METHOD`].
pub(super) const RESERVED: u8 = b'!';

/// What follows a head.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Body {
    /// So many bytes; 0 when there is no body.
    Length(u64),
    /// Chunks, whose framing only hyper reads.
    Chunked,
}

/// A head that may pass.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Head {
    pub(super) length: usize,
    pub(super) body: Body,
}

/// Judges the head that `bytes` begin with; `None` while it is unfinished.
pub(super) fn judge(bytes: &[u8], most: usize) -> Result<Option<Head>, Failure> {
    if bytes.starts_with(b"\n") || bytes.starts_with(b"\r\n\r") {
        return Err(malformed("a request must begin with its request line"));
    }
    let mut lines = [const { MaybeUninit::<Header<'_>>::uninit() }; HEADERS];
    let mut request = Request::new(&mut []);
    let length = match request.parse_with_uninit_headers(bytes, &mut lines) {
        Ok(Status::Complete(length)) if length <= most => length,
        Ok(Status::Partial) if bytes.len() <= most => return Ok(None),
        Ok(_) => return Err(too_large(most)),
        Err(fault) => return Err(explain(fault)),
    };
    let head = bytes.get(..length).unwrap_or_default();
    if memchr::memchr_iter(b'\n', head)
        .any(|at| at.checked_sub(1).and_then(|at| head.get(at)) != Some(&b'\r'))
    {
        return Err(malformed("every line of the head must end in CR LF"));
    }
    check_request_line(&request)?;
    let body = check_headers(&request)?;
    Ok(Some(Head { length, body }))
}

fn check_request_line(request: &Request<'_, '_>) -> Result<(), Failure> {
    if request
        .method
        .is_none_or(|method| method.as_bytes().first() == Some(&RESERVED))
    {
        return Err(malformed("the method must be a word"));
    }
    let target = request.path.unwrap_or_default();
    if target.len() > TARGET_BYTES {
        return Err(Failure::new(
            StatusCode::URI_TOO_LONG,
            InvalidHeaders,
            format!("the request target is longer than {TARGET_BYTES} bytes"),
        ));
    }
    // Almost every target is a plain path; the rest is left to the parser that hyper uses.
    let plain = target.starts_with('/') && target.bytes().all(is_plain);
    if plain || target.parse::<Uri>().is_ok() {
        Ok(())
    } else {
        Err(malformed("the request target is not a valid URL"))
    }
}

fn is_plain(byte: u8) -> bool {
    matches!(byte, b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'.' | b'_' | b'~' | b'%' | b'?' | b'&' | b'=' | b'+')
}

fn check_headers(request: &Request<'_, '_>) -> Result<Body, Failure> {
    let mut hosts = 0_usize;
    let mut length = None;
    let mut chunked = false;
    for Header { name, value } in request.headers.iter() {
        if name.eq_ignore_ascii_case("host") {
            hosts += 1;
        } else if name.eq_ignore_ascii_case("content-length") {
            if length.is_some() {
                return Err(unframed("the Content-Length header must be present at most once"));
            }
            length = Some(parse_length(value)?);
        } else if name.eq_ignore_ascii_case("transfer-encoding") {
            if chunked || !value.eq_ignore_ascii_case(b"chunked") {
                return Err(unframed(
                    "the only Transfer-Encoding that is accepted is chunked, once",
                ));
            }
            chunked = true;
        }
    }
    let old = request.version == Some(0);
    match hosts {
        1 => {}
        0 if old => {}
        0 => return Err(malformed("the Host header is missing")),
        _ => return Err(malformed("the Host header must be present exactly once")),
    }
    match (length, chunked) {
        (Some(_), true) => Err(unframed(
            "Content-Length and Transfer-Encoding exclude each other",
        )),
        (None, true) if old => Err(unframed("HTTP/1.0 has no Transfer-Encoding")),
        (None, true) => Ok(Body::Chunked),
        (length, false) => Ok(Body::Length(length.unwrap_or(0))),
    }
}

fn parse_length(value: &[u8]) -> Result<u64, Failure> {
    let digits = !value.is_empty() && value.iter().all(u8::is_ascii_digit);
    let number = std::str::from_utf8(value)
        .ok()
        .filter(|_| digits)
        .and_then(|text| text.parse::<u64>().ok());
    // hyper reserves the two highest values for itself.
    number
        .filter(|length| *length <= u64::MAX / 2)
        .ok_or_else(|| unframed("the Content-Length header must be a decimal number"))
}

fn explain(fault: Fault) -> Failure {
    match fault {
        Fault::TooManyHeaders => Failure::new(
            StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE,
            InvalidHeaders,
            format!("the request has more than {HEADERS} header lines"),
        ),
        Fault::HeaderName | Fault::HeaderValue => malformed("a header line is malformed"),
        Fault::NewLine | Fault::Status | Fault::Token | Fault::Version => {
            malformed("the request line is malformed")
        }
    }
}

pub(super) fn too_large(most: usize) -> Failure {
    Failure::new(
        StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE,
        InvalidHeaders,
        format!("the request head is larger than {most} bytes"),
    )
}

fn malformed(message: &'static str) -> Failure {
    Failure::new(StatusCode::BAD_REQUEST, InvalidHeaders, message)
}

fn unframed(message: &'static str) -> Failure {
    Failure::new(StatusCode::BAD_REQUEST, InvalidBody, message)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judged(head: &str) -> Result<Option<Head>, String> {
        judge(head.as_bytes(), 64 * 1024).map_err(|failure| {
            format!(
                "{} {}: {}",
                failure.status.as_u16(),
                failure.error.code.as_str(),
                failure.error.message
            )
        })
    }

    fn body_of(headers: &str) -> Result<Body, String> {
        judged(&format!("POST /x HTTP/1.1\r\nHost: a\r\n{headers}\r\n")).map(|head| head.unwrap().body)
    }

    #[test]
    fn ordinary_heads_pass() {
        assert_eq!(body_of("Content-Length: 12\r\n"), Ok(Body::Length(12)));
        assert_eq!(body_of("transfer-encoding: Chunked\r\n"), Ok(Body::Chunked));
        assert_eq!(body_of(""), Ok(Body::Length(0)));
        for head in [
            "POST https://sandbox.plaid.com/item/get HTTP/1.1\r\nHost: sandbox.plaid.com\r\n\r\n",
            "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n",
            "CONNECT a:443 HTTP/1.1\r\nHost: a:443\r\n\r\n",
            "GET / HTTP/1.0\r\n\r\n",
            "\r\nGET / HTTP/1.1\r\nHost:\r\n\r\n",
        ] {
            assert_eq!(judged(head).unwrap().unwrap().length, head.len(), "{head:?}");
        }
    }

    #[test]
    fn h1_a_length_and_chunks_together_are_refused_in_both_orders() {
        for headers in [
            "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n",
            "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n",
        ] {
            assert!(
                body_of(headers).unwrap_err().starts_with("400 INVALID_BODY"),
                "{headers:?}"
            );
        }
    }

    #[test]
    fn h2_any_doubt_about_the_length_is_refused() {
        for headers in [
            "Content-Length: 4\r\nContent-Length: 5\r\n",
            "Content-Length: 4\r\nContent-Length: 4\r\n",
            "Content-Length: 4, 4\r\n",
            "Content-Length: +3\r\n",
            "Content-Length: -3\r\n",
            "Content-Length: 0x3\r\n",
            "Content-Length:\r\n",
            "Content-Length: 99999999999999999999\r\n",
            "Content-Length: 18446744073709551615\r\n",
            "Transfer-Encoding: gzip, chunked\r\n",
            "Transfer-Encoding: chunked, chunked\r\n",
            "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n",
            "Transfer-Encoding: identity\r\n",
            "Transfer-Encoding: \u{b}chunked\r\n",
        ] {
            assert!(
                body_of(headers).unwrap_err().starts_with("400 INVALID_"),
                "{headers:?}"
            );
        }
        for headers in [
            "Content-Length : 4\r\n",
            "A: b\r\n folded\r\n",
            "A: b\0c\r\n",
            "A\0: b\r\n",
            "A: b\rc\r\n",
            ": b\r\n",
        ] {
            let refusal = body_of(headers).unwrap_err();
            assert_eq!(
                refusal, "400 INVALID_HEADERS: a header line is malformed",
                "{headers:?}"
            );
        }
    }

    #[test]
    fn h3_bare_line_feeds_and_any_number_of_hosts_but_one_are_refused() {
        for head in [
            "GET / HTTP/1.1\nHost: a\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: a\n\r\n",
            "GET / HTTP/1.1\r\nHost: a\r\n\n",
            "\nGET / HTTP/1.1\r\nHost: a\r\n\r\n",
            "\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n",
            "GET / HTTP/1.1\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: a\r\nhost: a\r\n\r\n",
            "GET / HTTP/1.0\r\nHost: a\r\nHost: b\r\n\r\n",
        ] {
            assert!(
                judged(head).unwrap_err().starts_with("400 INVALID_HEADERS"),
                "{head:?}"
            );
        }
    }

    #[test]
    fn h4_a_head_may_have_so_many_lines_and_bytes_and_not_one_more() {
        let lines = |count: usize| "A: b\r\n".repeat(count - 1);
        assert_eq!(body_of(&lines(HEADERS)), Ok(Body::Length(0)));
        assert!(
            body_of(&lines(HEADERS + 1))
                .unwrap_err()
                .starts_with("431 INVALID_HEADERS")
        );

        let of_length = |length: usize| {
            let start = "GET / HTTP/1.1\r\nHost: a\r\nA: ";
            format!("{start}{}\r\n\r\n", "b".repeat(length - start.len() - 4))
        };
        assert!(judged(&of_length(64 * 1024)).unwrap().is_some());
        assert!(
            judged(&of_length(64 * 1024 + 1))
                .unwrap_err()
                .starts_with("431 INVALID_HEADERS")
        );
        let target = |length: usize| format!("GET /{} HTTP/1.1\r\nHost: a\r\n\r\n", "a".repeat(length - 1));
        assert!(judged(&target(TARGET_BYTES)).unwrap().is_some());
        assert!(
            judged(&target(TARGET_BYTES + 1))
                .unwrap_err()
                .starts_with("414 INVALID_HEADERS")
        );
    }

    #[test]
    fn a_request_line_that_hyper_would_refuse_is_refused_here_in_our_words() {
        for line in [
            "GET  / HTTP/1.1",
            "GET / HTTP/2.0",
            "GET / HTTP/1.2",
            "GET /a b HTTP/1.1",
            "GET a HTTP/1.1 x",
            "G@T / HTTP/1.1",
            "! / HTTP/1.1",
            "!x / HTTP/1.1",
            "GET http:// HTTP/1.1",
            "GET /\0 HTTP/1.1",
            "GET",
            "\u{16}\u{3}\u{1}",
        ] {
            let refusal = judged(&format!("{line}\r\nHost: a\r\n\r\n")).unwrap_err();
            assert!(refusal.starts_with("400 INVALID_HEADERS"), "{line:?}: {refusal}");
        }
    }

    #[test]
    fn an_unfinished_head_is_waited_for() {
        let whole = "POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\n";
        for end in 0..whole.len() {
            assert_eq!(judged(whole.get(..end).unwrap()), Ok(None), "{end} bytes");
        }
    }
}
