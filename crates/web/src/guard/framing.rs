//! Where on a connection heads begin and bodies end, without copying either.
//!
//! Pure: bytes in, a verdict out. Reading, waiting and answering are the guard's.

use super::head::{self, Body};
use crate::answer::Failure;

/// What comes next on the connection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Expect {
    Head,
    Body(u64),
    /// The chunks of the connection's last request.
    Chunks,
    /// HTTP/2.
    Opaque,
}

/// The position in a connection's requests.
#[derive(Debug, Clone)]
pub(super) struct Framing {
    expect: Expect,
    head_bytes: usize,
}

/// The verdict on some bytes.
#[derive(Debug)]
pub(super) struct Verdict {
    /// How many of them may go on.
    pub(super) pass: usize,
    /// What is to be done about those after.
    pub(super) then: Then,
}

/// What the bytes that may not go on are.
#[derive(Debug)]
pub(super) enum Then {
    /// There are none.
    Forward,
    /// The beginning of a head: judge them again with more.
    Hold,
    /// A head that may not pass.
    Refuse(Failure),
}

impl Framing {
    /// The start of an HTTP/1 connection.
    pub(super) fn http1(head_bytes: usize) -> Self {
        Self {
            expect: Expect::Head,
            head_bytes,
        }
    }

    /// A connection whose framing is not ours to read.
    pub(super) fn opaque() -> Self {
        Self {
            expect: Expect::Opaque,
            head_bytes: 0,
        }
    }

    /// Whether the framing is not ours to read.
    pub(super) fn is_opaque(&self) -> bool {
        self.expect == Expect::Opaque
    }

    /// Whether part of an HTTP/1 body may still be to come.
    pub(super) fn is_mid_body(&self) -> bool {
        matches!(self.expect, Expect::Body(_) | Expect::Chunks)
    }

    /// Judges the next bytes of the connection, as many as have come.
    pub(super) fn admit(&mut self, bytes: &[u8]) -> Verdict {
        let mut pass = 0;
        loop {
            let rest = bytes.get(pass..).unwrap_or_default();
            if rest.is_empty() {
                return Verdict {
                    pass,
                    then: Then::Forward,
                };
            }
            match self.next(rest) {
                Ok(0) => {
                    return Verdict {
                        pass,
                        then: Then::Hold,
                    };
                }
                Ok(count) => pass += count,
                Err(failure) => {
                    return Verdict {
                        pass,
                        then: Then::Refuse(failure),
                    };
                }
            }
        }
    }

    /// How many of the bytes belong to what is expected now; 0 for an unfinished head. Moves on behind them.
    fn next(&mut self, bytes: &[u8]) -> Result<usize, Failure> {
        let count = match self.expect {
            Expect::Chunks | Expect::Opaque => bytes.len(),
            Expect::Body(left) => {
                let here = usize::try_from(left).unwrap_or(usize::MAX).min(bytes.len());
                self.expect = Expect::body(left.saturating_sub(u64::try_from(here).unwrap_or(u64::MAX)));
                here
            }
            Expect::Head => {
                let Some(head) = head::judge(bytes, self.head_bytes)? else {
                    return Ok(0);
                };
                self.expect = match head.body {
                    Body::Length(length) => Expect::body(length),
                    Body::Chunked => Expect::Chunks,
                };
                head.length
            }
        };
        Ok(count)
    }
}

impl Expect {
    /// A body with so many bytes still to come, or what follows one that is complete.
    fn body(left: u64) -> Self {
        if left == 0 { Self::Head } else { Self::Body(left) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str =
        "POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhelloGET /b HTTP/1.1\r\nHost: a\r\n\r\n";

    /// Feeds `text` in pieces of `step` bytes, as a guard would; what passed, and whether the rest was refused.
    fn feed(text: &str, step: usize) -> (String, bool) {
        let mut framing = Framing::http1(1024);
        let (mut passed, mut held) = (Vec::new(), Vec::new());
        for piece in text.as_bytes().chunks(step) {
            held.extend_from_slice(piece);
            let verdict = framing.admit(&held);
            passed.extend(held.drain(..verdict.pass));
            match verdict.then {
                Then::Refuse(_) => return (String::from_utf8(passed).unwrap(), true),
                Then::Forward => assert!(held.is_empty(), "nothing is left over when all may pass"),
                Then::Hold => {}
            }
        }
        (String::from_utf8(passed).unwrap(), false)
    }

    #[test]
    fn what_passes_does_not_depend_on_how_the_bytes_are_cut() {
        let refused = format!("{GOOD}GET /c HTTP/1.1\r\n\r\n");
        let in_body = "POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nGET / \n\n\nGET /b HTTP/1.1\nHost: a\n\n";
        for step in 1..200 {
            assert_eq!(feed(GOOD, step), (GOOD.to_owned(), false), "pieces of {step}");
            assert_eq!(feed(&refused, step), (GOOD.to_owned(), true), "pieces of {step}");
            let (passed, cut) = feed(in_body, step);
            assert!(
                cut && passed.ends_with("GET / \n\n\n"),
                "pieces of {step}: {passed:?}"
            );
        }
    }

    #[test]
    fn nothing_after_a_chunked_head_is_judged() {
        let text = "POST /a HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\nwhatever";
        for step in 1..80 {
            assert_eq!(feed(text, step), (text.to_owned(), false), "pieces of {step}");
        }
    }
}
