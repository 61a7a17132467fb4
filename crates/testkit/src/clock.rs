//! A clock that stands still until a test moves it.

use std::sync::{Mutex, PoisonError};

use jiff::{SignedDuration, Timestamp};
use rollcall_model::Clock;

/// A held clock.
#[derive(Debug)]
pub struct HeldClock {
    now: Mutex<Timestamp>,
}

impl HeldClock {
    /// A clock that shows this time.
    #[must_use]
    pub fn at(now: Timestamp) -> Self {
        Self {
            now: Mutex::new(now),
        }
    }

    /// Moves it on; a negative duration moves it back.
    ///
    /// # Panics
    ///
    /// When it would leave the years that a timestamp can hold.
    pub fn advance(&self, by: SignedDuration) {
        let mut now = self.now.lock().unwrap_or_else(PoisonError::into_inner);
        *now = now
            .checked_add(by)
            .expect("the clock stays within the calendar");
    }

    /// Sets it.
    pub fn set(&self, to: Timestamp) {
        *self.now.lock().unwrap_or_else(PoisonError::into_inner) = to;
    }
}

impl Default for HeldClock {
    /// A clock at noon of some day.
    fn default() -> Self {
        Self::at(Timestamp::constant(1_790_000_000, 0))
    }
}

impl Clock for HeldClock {
    fn now(&self) -> Timestamp {
        *self.now.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
