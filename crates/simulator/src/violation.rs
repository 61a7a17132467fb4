//! What must always hold, by name, and that it didn't.

use std::fmt;

/// One of the things that must always hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Invariant {
    /// I1: *queued* is said only of what is durable.
    Durable,
    /// I2: an accepted mutation ends in exactly one way, which is true.
    OneTrueEnd,
    /// I3: no effect is doubled, and nothing that may have arrived is sent again unlooked.
    NothingDoubled,
    /// I4: what was asked for of one user goes out in that order; a dependent waits for its parent.
    Order,
    /// I5: what is stuck holds up only what depends on it.
    NothingStuck,
    /// I6: what is shown is the snapshot with the outbox laid over it.
    ShownIsDerived,
    /// I7: nothing goes out under another account than it was queued under.
    OwnAccount,
    /// I8: nobody's value is overwritten that the person had not seen.
    NoSilentOverwrite,
    /// I9: after a read the list is the server's.
    Converges,
    /// I10: nobody vanishes from the list who lives on the server.
    NobodyVanishes,
    /// I11: a program that ended at any point goes on by itself.
    Recovers,
    /// I12: losing the cache never touches the outbox.
    CacheIsDisposable,
    /// I13: the policy is asked again before sending.
    PolicyAskedAgain,
    /// I15: the journal has one line per step, and its chain holds.
    Journal,
}

impl Invariant {
    /// Its number in the design, and what it says.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Durable => "I1 durable before acknowledged",
            Self::OneTrueEnd => "I2 one end, and a true one",
            Self::NothingDoubled => "I3 nothing doubled",
            Self::Order => "I4 first in, first out",
            Self::NothingStuck => "I5 nothing stuck",
            Self::ShownIsDerived => "I6 shown is derived",
            Self::OwnAccount => "I7 own account",
            Self::NoSilentOverwrite => "I8 no silent overwrite",
            Self::Converges => "I9 the list becomes the server's",
            Self::NobodyVanishes => "I10 nobody vanishes",
            Self::Recovers => "I11 recovers",
            Self::CacheIsDisposable => "I12 the cache is disposable",
            Self::PolicyAskedAgain => "I13 policy asked again",
            Self::Journal => "I15 journal",
        }
    }
}

/// Something that must always hold, and didn't.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violation {
    /// Which.
    pub invariant: Invariant,
    /// What was seen instead, as a sentence.
    pub what: String,
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.invariant.name(), self.what)
    }
}
