//! A clock that stands still until a test moves it.

use jiff::{SignedDuration, Timestamp};
use selvedge_model::Clock;
use std::sync::atomic::{AtomicI64, Ordering};

/// The instant at which every bench begins: noon of 22 November 2026, UTC.
const NOON: i64 = 1_795_348_800_000_000;

/// A clock that tests set.
#[derive(Debug)]
pub struct ManualClock(AtomicI64);

impl ManualClock {
    pub(crate) const fn new() -> Self {
        Self(AtomicI64::new(NOON))
    }

    /// Makes it `at`.
    pub fn set(&self, at: Timestamp) {
        self.0.store(at.as_microsecond(), Ordering::SeqCst);
    }

    /// Lets `by` pass; a negative duration goes back.
    pub fn advance(&self, by: SignedDuration) {
        let by = i64::try_from(by.as_micros()).unwrap();
        self.0.fetch_add(by, Ordering::SeqCst);
    }
}

impl Clock for ManualClock {
    fn now(&self) -> Timestamp {
        Timestamp::from_microsecond(self.0.load(Ordering::SeqCst)).unwrap()
    }
}
