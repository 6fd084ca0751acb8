//! Time and randomness as arguments: nothing below the binary asks the machine for either.

use jiff::Timestamp;

/// Where "now" comes from.
pub trait Clock: Send + Sync {
    /// The present instant.
    fn now(&self) -> Timestamp;
}

/// Where unpredictable bytes come from.
pub trait Entropy: Send + Sync {
    /// Fills `bytes` with random bytes.
    fn fill(&self, bytes: &mut [u8]);
}

/// What a use case may know about the moment it runs in.
#[derive(Clone, Copy)]
#[expect(
    missing_debug_implementations,
    reason = "holds trait objects; the request id is what a log needs"
)]
pub struct Ctx<'a> {
    /// The instant of this request; it does not move while the request runs.
    pub now: Timestamp,
    /// The source of tokens and ids.
    pub entropy: &'a dyn Entropy,
    /// The id that the answer and the log line carry.
    pub request_id: &'a str,
}

impl Ctx<'_> {
    /// `N` random bytes.
    pub fn random<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        self.entropy.fill(&mut bytes);
        bytes
    }
}
