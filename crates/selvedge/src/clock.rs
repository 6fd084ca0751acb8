//! The machine's clock: the one place where the program asks what time it is.

use jiff::Timestamp;
use selvedge_model::Clock;

/// The time of the operating system.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(
        clippy::disallowed_methods,
        reason = "everything else takes the time from here"
    )]
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }
}
