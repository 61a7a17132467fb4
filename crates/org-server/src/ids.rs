//! Where ids and secrets come from: the operating system's randomness, or a seed that a simulator can
//! play again.

use std::sync::{Mutex, PoisonError};

use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::{Rng as _, SeedableRng as _};

use crate::opaque::hex;

/// Where randomness comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Randomness {
    /// From the operating system.
    System,
    /// From a seed: the same ids in the same order, and tokens that anybody can compute. For
    /// simulations only.
    Seeded(u64),
}

/// Makes ids and secrets.
#[derive(Debug)]
pub(crate) struct Ids {
    source: Mutex<ChaCha20Rng>,
}

impl Ids {
    /// # Errors
    ///
    /// When the operating system has no randomness to give.
    pub(crate) fn new(randomness: Randomness) -> Result<Self, getrandom::Error> {
        let source = match randomness {
            Randomness::System => {
                let mut seed = [0; 32];
                getrandom::fill(&mut seed)?;
                ChaCha20Rng::from_seed(seed)
            }
            Randomness::Seeded(seed) => ChaCha20Rng::seed_from_u64(seed),
        };
        Ok(Self {
            source: Mutex::new(source),
        })
    }

    /// A new resource's id.
    pub(crate) fn resource_id(&self) -> String {
        uuid_from(self.bytes())
    }

    /// `N` bytes that nobody can guess.
    pub(crate) fn secret<const N: usize>(&self) -> String {
        hex(&self.bytes::<N>())
    }

    fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        self.source
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .fill_bytes(&mut bytes);
        bytes
    }
}

/// A random UUID (version 4) made of these bytes.
pub(crate) fn uuid_from(bytes: [u8; 16]) -> String {
    uuid::Builder::from_random_bytes(bytes)
        .into_uuid()
        .as_hyphenated()
        .to_string()
}
