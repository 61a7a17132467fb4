//! A search through the journal, as far as it has come. It goes on a step at a time, so that a journal of
//! many years holds nobody up; and since lines are only ever added, what was found stays found.

use rollcall_cache::Ledger;

use super::Question;
use crate::Failure;

/// Lines that are looked at in one step: about a tenth of a second's work.
const STEP: u32 = 20_000;

/// A search: lines by their numbers, newest first.
#[derive(Debug, Default)]
pub(crate) struct Search {
    question: Question,
    found: Vec<u64>,
    /// Lines up to here are looked at, or will be on the way down.
    newest: u64,
    /// Lines up to here are still to be looked at; 0 when none is left.
    below: u64,
}

/// Where a search stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Standing {
    /// Lines in the journal.
    pub(crate) total: u64,
    /// Those that were looked at.
    pub(crate) looked_at: u64,
    /// Those that answer the question.
    pub(crate) found: u64,
    /// The numbers of those asked for.
    pub(crate) lines: Vec<u64>,
}

impl Search {
    /// Asks a question, or goes on with the one that was asked; answers the part of what is found so far.
    ///
    /// # Errors
    /// When the journal can't be read.
    pub(crate) fn step(
        &mut self,
        ledger: &Ledger,
        question: Question,
        offset: u32,
        limit: u32,
    ) -> Result<Standing, Failure> {
        let total = ledger.last_sequence()?;
        if question.is_everything() {
            return Ok(everything(total, offset, limit));
        }
        if question != self.question || total < self.newest {
            *self = Self {
                question,
                found: Vec::new(),
                newest: total,
                below: total,
            };
        }
        let question = &self.question;
        if total > self.newest {
            let newer = ledger.search_journal(total, self.newest + 1, u32::MAX, |line| {
                question.wants(line)
            })?;
            self.found.splice(0..0, newer.found);
            self.newest = total;
        }
        if self.below > 0 {
            let older = ledger.search_journal(self.below, 1, STEP, |line| question.wants(line))?;
            self.found.extend(older.found);
            self.below = older.down_to.map_or(0, |last| last - 1);
        }
        let part = self.found.iter().skip(offset as usize).take(limit as usize);
        Ok(Standing {
            total,
            looked_at: total - self.below,
            found: self.found.len() as u64,
            lines: part.copied().collect(),
        })
    }
}

/// Every line: nothing has to be looked for.
fn everything(total: u64, offset: u32, limit: u32) -> Standing {
    let newest = total.saturating_sub(offset.into());
    let oldest = newest.saturating_sub(limit.into());
    Standing {
        total,
        looked_at: total,
        found: total,
        lines: (oldest + 1..=newest).rev().collect(),
    }
}

#[cfg(test)]
mod tests {
    use rollcall_cache::{Key, Location, Mode};
    use rollcall_model::Timestamp;

    use super::*;
    use crate::view::{JournalKind, JournalQuery};

    fn ledger() -> Ledger {
        let key = Key::from_bytes(&[7; 32]).unwrap();
        Ledger::open(&Location::Memory, &key, Mode::Writer)
            .unwrap()
            .store
    }

    fn write(ledger: &Ledger, kinds: &[&str]) {
        for kind in kinds {
            ledger.note(kind, "{}", Timestamp::UNIX_EPOCH).unwrap();
        }
    }

    fn applied() -> Question {
        Question::of(&JournalQuery {
            kinds: vec![JournalKind::Applied],
            ..JournalQuery::default()
        })
        .unwrap()
    }

    #[test]
    fn every_line_is_there_without_a_search() {
        let ledger = ledger();
        write(&ledger, &["queued"; 5]);
        let mut search = Search::default();
        let mut lines = |offset, limit| {
            let everything = Question::default();
            search.step(&ledger, everything, offset, limit).unwrap()
        };
        assert_eq!(lines(0, 2).lines, [5, 4], "newest first");
        assert_eq!(lines(4, 2).lines, [1]);
        assert_eq!(lines(9, 2).lines, [0; 0]);
        assert_eq!((lines(0, 0).found, lines(0, 0).looked_at), (5, 5));
    }

    #[test]
    fn what_comes_while_a_search_goes_on_is_found_at_its_front() {
        let ledger = ledger();
        write(&ledger, &["applied", "queued", "applied"]);
        let mut search = Search::default();
        let found = search.step(&ledger, applied(), 0, 10).unwrap();
        assert_eq!((found.lines, found.found, found.total), (vec![3, 1], 2, 3));
        write(&ledger, &["applied", "queued"]);
        let found = search.step(&ledger, applied(), 0, 10).unwrap();
        assert_eq!((found.lines, found.looked_at), (vec![4, 3, 1], 5));
        let found = search.step(&ledger, applied(), 1, 1).unwrap();
        assert_eq!(found.lines, [3]);
    }

    #[test]
    fn a_long_journal_is_searched_a_step_at_a_time() {
        let ledger = ledger();
        write(&ledger, &["applied"]);
        for _ in 0..STEP {
            write(&ledger, &["queued"]);
        }
        write(&ledger, &["applied"]);
        let mut search = Search::default();
        let first = search.step(&ledger, applied(), 0, 10).unwrap();
        assert_eq!((first.found, first.looked_at), (1, STEP.into()));
        assert!(first.looked_at < first.total, "it isn't done");
        let rest = search.step(&ledger, applied(), 0, 10).unwrap();
        assert_eq!((rest.lines, rest.looked_at), (vec![20_002, 1], rest.total));
    }
}
