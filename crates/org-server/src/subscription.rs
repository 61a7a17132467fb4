//! The life of a subscription, whoever moves it on: an administrator, the operator, or the clock.

use crate::store::subscription::Subscription;

impl Subscription {
    /// How many users may have a seat: while fewer are on their way, no more than those.
    pub(crate) fn limit(&self) -> u32 {
        self.next_seats.unwrap_or(self.seats).min(self.seats)
    }

    /// How many seats are left.
    pub(crate) fn free_seats(&self, used: u64) -> u64 {
        u64::from(self.limit()).saturating_sub(used)
    }
}
