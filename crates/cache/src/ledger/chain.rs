//! The rule by which the journal's lines hang together, and the walk that finds where they don't.
//!
//! `docs/journal.md` tells the rule to those who check a journal without this program.

use std::fmt;
use std::str::FromStr;

use rollcall_language::say;
use rollcall_model::Timestamp;
use sha2::{Digest, Sha256};

/// A line of the journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JournalLine {
    /// Its place, from 1, without gaps.
    pub sequence: u64,
    /// When it was written, by this machine's clock.
    pub at: Timestamp,
    /// What happened: `queued`, `sending`, `applied`, …
    pub kind: String,
    /// The particulars, as JSON.
    pub detail: String,
    /// Over this line and the hash of the one before.
    pub hash: LineHash,
}

/// The hash of a line: SHA-256, written as 64 hexadecimal digits.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct LineHash(Vec<u8>);

/// What a person keeps elsewhere to find out later that the journal's end was cut off, or that all of it
/// was made anew: how many lines there were, and the hash of the last. Written as `1204:9f86…`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seal {
    /// How many lines.
    pub lines: u64,
    /// The last one's hash.
    pub hash: LineHash,
}

/// Not a hash, or not a seal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{}", say!("faults-seal-invalid"))]
pub struct InvalidSeal;

/// The first line at which the journal's chain doesn't hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BrokenLine {
    /// Its place; where a line is missing, the place where it should be.
    pub sequence: u64,
    /// What is wrong there.
    pub wrong: Wrong,
}

/// What is wrong with a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wrong {
    /// It isn't what was written there.
    Changed,
    /// There is none, and later ones are there.
    Missing,
    /// Another line stands there: the one that was written in this place.
    Moved {
        /// Where it was written.
        written_as: u64,
    },
    /// The chain holds, and isn't the one whose seal was kept: it was made anew, from this line or an
    /// earlier one.
    MadeAnew,
}

/// A walk along the chain, line after line.
#[derive(Debug, Clone, Default)]
pub struct ChainWalk {
    last: u64,
    hash: LineHash,
}

impl ChainWalk {
    /// Takes the next line.
    ///
    /// # Errors
    /// When it isn't the next one. Whether it was changed, or belongs elsewhere, shows only beside the
    /// others: see [`written_as`].
    pub fn step(&mut self, line: &JournalLine) -> Result<(), BrokenLine> {
        let sequence = self.last + 1;
        let wrong = if line.sequence > sequence {
            Wrong::Missing
        } else if line.sequence < sequence {
            Wrong::Moved {
                written_as: line.sequence,
            }
        } else if line.hash != LineHash::of(&self.hash, line) {
            Wrong::Changed
        } else {
            self.last = sequence;
            self.hash = line.hash.clone();
            return Ok(());
        };
        Err(BrokenLine { sequence, wrong })
    }

    /// How many lines held.
    #[must_use]
    pub fn lines(&self) -> u64 {
        self.last
    }

    /// The seal of the lines that held; `None` before the first.
    #[must_use]
    pub fn seal(&self) -> Option<Seal> {
        (self.last > 0).then(|| Seal {
            lines: self.last,
            hash: self.hash.clone(),
        })
    }
}

/// Where a line whose hash doesn't hold was written, if it holds in another place: after one of these.
pub fn written_as(
    line: &JournalLine,
    others: impl Iterator<Item = (u64, LineHash)>,
) -> Option<u64> {
    let holds = |before: &LineHash, sequence: u64| {
        let there = JournalLine {
            sequence,
            ..line.clone()
        };
        line.hash == LineHash::of(before, &there)
    };
    if holds(&LineHash::default(), 1) {
        return Some(1);
    }
    others
        .flat_map(|(place, hash)| {
            // The line before may itself stand in the place of its neighbour.
            [(hash.clone(), place + 1), (hash, place)]
        })
        .find(|(hash, place)| holds(hash, *place))
        .map(|(_, place)| place)
}

impl LineHash {
    /// The hash of a line after another; after nothing for the first. Texts go in with their length, so
    /// that no two lines read alike.
    #[must_use]
    pub fn of(before: &Self, line: &JournalLine) -> Self {
        let mut hash = Sha256::new();
        hash.update(&before.0);
        hash.update(line.sequence.to_be_bytes());
        hash.update(line.at.as_microsecond().to_be_bytes());
        for text in [&line.kind, &line.detail] {
            hash.update((text.len() as u64).to_be_bytes());
            hash.update(text.as_bytes());
        }
        Self(hash.finalize().to_vec())
    }

    /// As it is stored.
    pub(super) fn stored(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }

    /// To be stored.
    pub(super) fn as_bytes(&self) -> &[u8] {
        &self.0
    }
}

impl fmt::Display for LineHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for LineHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for LineHash {
    type Err = InvalidSeal;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if text.len() != 64 || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(InvalidSeal);
        }
        let byte = |at: usize| {
            text.get(at..at + 2)
                .map(|pair| u8::from_str_radix(pair, 16))
        };
        (0..32)
            .map(|at| byte(2 * at).and_then(Result::ok).ok_or(InvalidSeal))
            .collect::<Result<_, _>>()
            .map(Self)
    }
}

impl fmt::Display for Seal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.lines, self.hash)
    }
}

impl FromStr for Seal {
    type Err = InvalidSeal;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (lines, hash) = text.trim().split_once(':').ok_or(InvalidSeal)?;
        Ok(Self {
            lines: lines.parse().map_err(|_| InvalidSeal)?,
            hash: hash.parse()?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A chain that holds.
    fn chain(length: u64) -> Vec<JournalLine> {
        let mut lines: Vec<JournalLine> = Vec::new();
        for sequence in 1..=length {
            let mut line = JournalLine {
                sequence,
                at: "2026-11-22T08:00:00.5Z".parse().unwrap(),
                kind: "queued".into(),
                detail: format!(r#"{{"number":{sequence}}}"#),
                hash: LineHash::default(),
            };
            let before = lines.last().map(|line| line.hash.clone());
            line.hash = LineHash::of(&before.unwrap_or_default(), &line);
            lines.push(line);
        }
        lines
    }

    fn walk(lines: &[JournalLine]) -> Result<ChainWalk, BrokenLine> {
        let mut walk = ChainWalk::default();
        lines.iter().try_for_each(|line| walk.step(line))?;
        Ok(walk)
    }

    #[test]
    fn the_rule_is_the_one_of_the_worked_example() {
        let line = JournalLine {
            sequence: 1,
            at: "2026-11-25T18:40:00Z".parse().unwrap(),
            kind: "queued".into(),
            detail: r#"{"name":"Ana Ruiz"}"#.into(),
            hash: LineHash::default(),
        };
        let first = LineHash::of(&LineHash::default(), &line);
        let second = LineHash::of(
            &first,
            &JournalLine {
                sequence: 2,
                kind: "applied".into(),
                ..line
            },
        );
        let page = include_str!("../../../../docs/journal.md");
        for hash in [&first, &second] {
            assert!(
                page.contains(&hash.to_string()),
                "docs/journal.md shows {hash}: who checks by it comes to the same"
            );
        }
    }

    #[test]
    fn a_seal_is_the_length_and_the_last_hash_and_reads_back() {
        let lines = chain(12);
        let seal = walk(&lines).unwrap().seal().unwrap();
        assert_eq!((seal.lines, &seal.hash), (12, &lines[11].hash));
        assert_eq!(format!(" {seal}\n").parse(), Ok(seal));
        for bad in ["", "12", "12:", "12:ab", ":", "x:y", &"0".repeat(70)] {
            assert_eq!(bad.parse::<Seal>(), Err(InvalidSeal), "{bad:?}");
        }
        assert_eq!(ChainWalk::default().seal(), None);
    }

    #[test]
    fn a_line_that_holds_elsewhere_is_told_from_one_that_was_changed() {
        let places = |lines: &[JournalLine]| -> Vec<(u64, LineHash)> {
            let places = lines.iter().zip(1..);
            places.map(|(line, at)| (at, line.hash.clone())).collect()
        };
        for (one, other) in [(0, 1), (3, 4), (2, 6), (0, 7)] {
            let mut lines = chain(8);
            lines.swap(one, other);
            // Renumbered, so that nothing but the hashes gives it away.
            for (line, sequence) in lines.iter_mut().zip(1..) {
                line.sequence = sequence;
            }
            let broken = walk(&lines).unwrap_err();
            assert_eq!(broken.sequence, one as u64 + 1);
            assert_eq!(
                written_as(&lines[one], places(&lines).into_iter()),
                Some(other as u64 + 1),
                "{one} and {other} exchanged"
            );
        }
        let mut lines = chain(8);
        lines[3].detail.push(' ');
        assert_eq!(walk(&lines).unwrap_err().wrong, Wrong::Changed);
        assert_eq!(written_as(&lines[3], places(&lines).into_iter()), None);
    }
}
