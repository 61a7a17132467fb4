//! Plays many seeds, on every core: they know nothing of each other.

use std::ops::Range;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;

use crate::planted::Bug;
use crate::play::{Played, play};

/// What came of many seeds.
#[derive(Debug, Clone, Default)]
pub struct Survey {
    /// Seeds played.
    pub seeds: u64,
    /// Steps in all.
    pub steps: u64,
    /// Faults in all.
    pub faults: u64,
    /// Requests in all.
    pub requests: u64,
    /// Mutations in all.
    pub mutations: u64,
    /// The plays that something was wrong with, by seed. Only the first is kept where a bug is planted:
    /// nothing is played after it.
    pub violated: Vec<Played>,
}

/// Plays these seeds. With a bug planted, until it is found.
///
/// # Panics
/// Never: a play that panics is a play that something was wrong with.
#[must_use]
pub fn survey(seeds: Range<u64>, bug: Option<Bug>) -> Survey {
    let next = AtomicU64::new(seeds.start);
    let sum = Mutex::new(Survey::default());
    let threads = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                loop {
                    let seed = next.fetch_add(1, Ordering::Relaxed);
                    if seed >= seeds.end {
                        return;
                    }
                    let played = play(seed, bug);
                    let found = bug.is_some() && played.violation.is_some();
                    sum.lock()
                        .unwrap_or_else(PoisonError::into_inner)
                        .add(played);
                    if found {
                        next.store(seeds.end, Ordering::Relaxed);
                    }
                }
            });
        }
    });
    let mut sum = sum.into_inner().unwrap_or_else(PoisonError::into_inner);
    sum.violated.sort_by_key(|played| played.seed);
    sum
}

impl Survey {
    fn add(&mut self, played: Played) {
        self.seeds += 1;
        self.steps += played.steps;
        self.faults += u64::from(played.faults);
        self.requests += played.requests;
        self.mutations += played.mutations as u64;
        if played.violation.is_some() {
            self.violated.push(played);
        }
    }
}
