//! What would be left of a file if the power were cut now: what was synced, and as much of the rest as
//! chance has it.

use std::io;
use std::path::Path;

use rand::{Rng, RngExt};

/// A file as a power cut sees it.
#[derive(Debug)]
pub(super) struct Kept {
    /// What is safe; `None` while there is no file.
    synced: Option<Vec<u8>>,
    /// What was done since, and may be lost.
    since: Vec<Step>,
}

/// One thing that was done to a file.
#[derive(Debug)]
enum Step {
    Make,
    Write { at: usize, bytes: Vec<u8> },
    Truncate(usize),
    Remove,
}

impl Kept {
    /// A file as it stands; what is there before anything is watched counts as synced.
    pub(super) fn found(path: &Path) -> io::Result<Self> {
        let synced = match std::fs::read(path) {
            Ok(bytes) => Some(bytes),
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => return Err(error),
        };
        Ok(Self {
            synced,
            since: Vec::new(),
        })
    }

    /// It is there from now on.
    pub(super) fn make(&mut self) {
        let last = self
            .since
            .iter()
            .rfind(|step| matches!(step, Step::Make | Step::Remove));
        let there = match last {
            Some(Step::Make) => true,
            Some(_) => false,
            None => self.synced.is_some(),
        };
        if !there {
            self.since.push(Step::Make);
        }
    }

    pub(super) fn write(&mut self, at: usize, bytes: &[u8]) {
        let bytes = bytes.to_vec();
        self.since.push(Step::Write { at, bytes });
    }

    pub(super) fn truncate(&mut self, len: usize) {
        self.since.push(Step::Truncate(len));
    }

    pub(super) fn remove(&mut self) {
        self.since.push(Step::Remove);
    }

    /// What was done is safe now.
    pub(super) fn sync(&mut self) {
        for step in self.since.drain(..) {
            step.take(&mut self.synced);
        }
    }

    /// What the file holds when the power returns: each step since the last sync was done, was not, or,
    /// where it wrote, was done in part. The disk has kept no order among them.
    pub(super) fn left(&self, mut fate: impl FnMut() -> Fate) -> Option<Vec<u8>> {
        let mut left = self.synced.clone();
        for step in &self.since {
            match (fate(), step) {
                (Fate::Done, _) => step.take(&mut left),
                (Fate::Torn(part), Step::Write { at, bytes }) => {
                    Step::Write {
                        at: *at,
                        bytes: bytes[..part.of(bytes.len())].to_vec(),
                    }
                    .take(&mut left);
                }
                // What comes after is about another file of the same name.
                (Fate::Lost | Fate::Torn(_), Step::Make | Step::Remove) => break,
                (Fate::Lost | Fate::Torn(_), _) => {}
            }
        }
        left
    }
}

impl Step {
    fn take(&self, file: &mut Option<Vec<u8>>) {
        match (self, file) {
            (Self::Make, file) => *file = Some(Vec::new()),
            (Self::Remove, file) => *file = None,
            (Self::Write { at, bytes }, Some(file)) => {
                let end = at + bytes.len();
                if file.len() < end {
                    file.resize(end, 0);
                }
                file[*at..end].copy_from_slice(bytes);
            }
            (Self::Truncate(len), Some(file)) => file.resize(*len, 0),
            (Self::Write { .. } | Self::Truncate(_), None) => {}
        }
    }
}

/// What became of one step that wasn't synced.
#[derive(Debug, Clone, Copy)]
pub(super) enum Fate {
    Done,
    Lost,
    Torn(Part),
}

/// A part of a write: its beginning.
#[derive(Debug, Clone, Copy)]
pub(super) struct Part(u16);

impl Part {
    /// How many of so many bytes.
    fn of(self, len: usize) -> usize {
        len * usize::from(self.0) / (usize::from(u16::MAX) + 1)
    }
}

impl Fate {
    /// Any of the three.
    pub(super) fn any(random: &mut impl Rng) -> Self {
        match random.random_range(0..3) {
            0 => Self::Done,
            1 => Self::Lost,
            _ => Self::Torn(Part(random.random())),
        }
    }
}
