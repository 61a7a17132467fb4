//! How long to wait before trying again by oneself: longer each time, and never in step with others.

use std::time::Duration;

use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

/// The first wait is at most this long.
const FIRST: Duration = Duration::from_secs(1);
/// No wait is longer: being online again is noticed within it.
pub(crate) const LONGEST: Duration = Duration::from_secs(5 * 60);
/// No wait is shorter: jitter alone could make a busy loop.
const SHORTEST: Duration = Duration::from_millis(100);

/// Doubling waits with full jitter, from a seed.
pub(crate) struct Backoff {
    random: ChaCha8Rng,
    failures: u32,
}

impl Backoff {
    pub(crate) fn new(seed: u64) -> Self {
        Self {
            random: ChaCha8Rng::seed_from_u64(seed),
            failures: 0,
        }
    }

    /// The wait after one failure more.
    pub(crate) fn failed(&mut self) -> Duration {
        self.failures = self.failures.saturating_add(1);
        self.after(self.failures)
    }

    /// The wait after so many failures of one thing, whatever else fails.
    pub(crate) fn after(&mut self, failures: u32) -> Duration {
        let doublings = failures.saturating_sub(1).min(16);
        let ceiling = FIRST.saturating_mul(1 << doublings).min(LONGEST);
        self.random.random_range(SHORTEST..=ceiling)
    }

    /// It worked: the next failure is the first again.
    pub(crate) fn reset(&mut self) {
        self.failures = 0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_grow_to_five_minutes_and_start_within_a_second() {
        let mut backoff = Backoff::new(7);
        assert!(backoff.failed() <= FIRST, "the first try again comes soon");
        let waits: Vec<Duration> = (0..200).map(|_| backoff.failed()).collect();
        assert!(waits.iter().all(|wait| (SHORTEST..=LONGEST).contains(wait)));
        assert!(
            waits.iter().any(|wait| *wait > LONGEST / 2),
            "they use the whole span"
        );
        backoff.reset();
        assert!(backoff.failed() <= FIRST);
    }

    #[test]
    fn the_same_seed_waits_the_same() {
        let waits = |seed| {
            let mut backoff = Backoff::new(seed);
            (0..20).map(|_| backoff.failed()).collect::<Vec<_>>()
        };
        assert_eq!(waits(1), waits(1));
        assert_ne!(waits(1), waits(2), "two programs don't knock in step");
    }
}
