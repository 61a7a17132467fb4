//! What it came to, in figures.

use std::collections::BTreeMap;
use std::fmt;
use std::time::Duration;

/// See the module.
#[derive(Debug, Clone, Default)]
pub struct Toll {
    /// Where the errands came from.
    pub seed: u64,
    /// How many programs were started for an errand.
    pub programs: u32,
    /// How many of them were killed.
    pub kills: u32,
    /// Operations that an answer told of.
    pub promised: usize,
    /// Mutations in the ledger, by the name of the change.
    pub accepted: BTreeMap<&'static str, u32>,
    /// How the mutations ended, by name.
    pub ended: BTreeMap<&'static str, u32>,
    /// Mutations that were being sent when the program was killed.
    pub cut_off: usize,
    /// Promised, or applied as the ledger says, and not there.
    pub lost: usize,
    /// Done at the server without a mutation of its own.
    pub doubled: usize,
    /// What must not be, as sentences.
    pub wrong: Vec<String>,
    /// How long it took.
    pub took: Duration,
}

impl Toll {
    pub(crate) fn new(seed: u64) -> Self {
        Self {
            seed,
            ..Self::default()
        }
    }
}

impl fmt::Display for Toll {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} kills of {} programs, seed {}: {} operations promised, {} changes accepted (",
            self.kills,
            self.programs,
            self.seed,
            self.promised,
            self.accepted.values().sum::<u32>(),
        )?;
        list(f, &self.accepted)?;
        f.write_str("), of these ")?;
        list(f, &self.ended)?;
        write!(
            f,
            "; {} cut off while being sent; {} lost, {} doubled, in {:.1} s",
            self.cut_off,
            self.lost,
            self.doubled,
            self.took.as_secs_f64()
        )
    }
}

fn list(f: &mut fmt::Formatter<'_>, counted: &BTreeMap<&str, u32>) -> fmt::Result {
    for (place, (name, count)) in counted.iter().enumerate() {
        let comma = if place == 0 { "" } else { ", " };
        write!(f, "{comma}{count} {name}")?;
    }
    Ok(())
}
