//! Everything that could be otherwise, from the seed: two plays of one seed choose the same.

use rand::RngExt as _;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng as _, SeedableRng as _};
use uuid::Uuid;

/// A stream of choices.
#[derive(Debug)]
pub(crate) struct Chance(ChaCha8Rng);

impl Chance {
    /// One of several streams from a seed, by its number.
    pub(crate) fn new(seed: u64, stream: u64) -> Self {
        let mut random = ChaCha8Rng::seed_from_u64(seed);
        random.set_stream(stream);
        Self(random)
    }

    /// A number from `from` to `to`, both included.
    pub(crate) fn between(&mut self, from: u64, to: u64) -> u64 {
        self.0.random_range(from..=to)
    }

    /// True so many times in a hundred.
    pub(crate) fn percent(&mut self, percent: u64) -> bool {
        self.between(0, 99) < percent
    }

    /// One of these; `None` of none.
    pub(crate) fn one<'a, T>(&mut self, of: &'a [T]) -> Option<&'a T> {
        let last = (of.len() as u64).checked_sub(1)?;
        of.get(usize::try_from(self.between(0, last)).ok()?)
    }

    /// One of these, each as likely as its weight says.
    pub(crate) fn weighted<T: Copy>(&mut self, of: &[(u64, T)]) -> Option<T> {
        let sum: u64 = of.iter().map(|(weight, _)| weight).sum();
        let mut drawn = self.between(0, sum.checked_sub(1)?);
        for (weight, what) in of {
            match drawn.checked_sub(*weight) {
                None => return Some(*what),
                Some(rest) => drawn = rest,
            }
        }
        None
    }

    /// A UUID that no other draw gives.
    pub(crate) fn uuid(&mut self) -> Uuid {
        let mut bytes = [0; 16];
        self.0.fill_bytes(&mut bytes);
        uuid::Builder::from_random_bytes(bytes).into_uuid()
    }

    /// A seed for somebody else's choices.
    pub(crate) fn seed(&mut self) -> u64 {
        self.0.next_u64()
    }
}
