//! A clock that follows the runtime's virtual time, and jumps when it is told to.

use std::sync::{Mutex, PoisonError};

use jiff::{SignedDuration, Timestamp};
use rollcall_model::Clock;
use tokio::time::Instant;

/// A wall clock of one machine.
#[derive(Debug)]
pub(crate) struct VirtualClock {
    begin: Instant,
    shown_at_begin: Mutex<Timestamp>,
}

impl VirtualClock {
    /// A clock that is right. Made within the runtime whose time it follows.
    pub(crate) fn new() -> Self {
        Self {
            begin: Instant::now(),
            shown_at_begin: Mutex::new(Timestamp::constant(1_790_000_000, 0)),
        }
    }

    /// Somebody sets it: it is off by so much more from now on.
    pub(crate) fn jump(&self, by: SignedDuration) {
        let mut shown = self.lock();
        *shown = shown.saturating_add(by).unwrap_or(*shown);
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Timestamp> {
        self.shown_at_begin
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}

impl Clock for VirtualClock {
    fn now(&self) -> Timestamp {
        let shown = *self.lock();
        shown.checked_add(self.begin.elapsed()).unwrap_or(shown)
    }
}
