//! Where time comes in, so that a test can hold it.

use jiff::Timestamp;

/// Tells the time of day.
///
/// Only for what people read and for what the wire carries. Order is by sequence number and waiting
/// is by the runtime's own timer: a wall clock may jump by years.
pub trait Clock: Send + Sync + std::fmt::Debug {
    /// The current instant, in UTC.
    fn now(&self) -> Timestamp;
}

/// The machine's own clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place where the machine's clock is read"
    )]
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }
}
