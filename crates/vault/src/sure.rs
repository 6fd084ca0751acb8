//! The one place that stops the process when the cryptographic library refuses what cannot be refused.
//!
//! Not for anything that depends on stored or received bytes: those have errors.

/// The value of a step that fails only for a length or a parameter that the code around it fixes.
///
/// Going on without the value would mean storing plaintext or an empty key, so stopping is the safe answer.
#[track_caller]
#[expect(
    clippy::panic,
    reason = "no caller can mend it, and a made-up value would be a hole"
)]
pub(crate) fn sure<T, E>(result: Result<T, E>, step: &'static str) -> T {
    let Ok(value) = result else {
        panic!("the cryptographic library refused to {step}");
    };
    value
}
