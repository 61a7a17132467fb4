//! A walk through a list, page by page: when it ends, and whether it was whole.

use std::collections::HashSet;

/// Keeps account of a walk. Servers repeat pages, ignore where to start, and lose entries when others
/// are deleted meanwhile: so a walk counts what it saw, not what it asked for.
#[derive(Debug, Default)]
pub(crate) struct Walk {
    seen: HashSet<String>,
    /// Entries that could not be read, not even their id.
    nameless: u64,
    first_total: Option<u64>,
    last_total: Option<u64>,
    pages: u64,
    smallest_page: u64,
}

/// How pages were addressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum By {
    Cursor,
    Index,
}

/// How a walk ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// Everything was seen that the server says it has.
    Whole,
    /// It wasn't.
    Short {
        /// Distinct entries seen.
        listed: u64,
        /// Entries that the server says it has.
        total: u64,
    },
}

/// Whether a walk goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum GoesOn {
    Yes,
    No,
}

impl Walk {
    /// Takes a page, and tells whether it makes sense to ask for the next. A page that brings nothing
    /// new ends the walk, and so does one more than two beyond what the total allows.
    pub(crate) fn take<'a>(
        &mut self,
        ids: impl IntoIterator<Item = &'a str>,
        nameless: u64,
        total: Option<u64>,
    ) -> GoesOn {
        if self.pages == 0 {
            self.first_total = total;
        }
        self.last_total = total.or(self.last_total);
        self.pages += 1;
        let mut received = nameless;
        // Without a total, a page of nameless ones could come again for ever.
        let mut new = if total.is_some() { nameless } else { 0 };
        for id in ids {
            received += 1;
            new += u64::from(self.seen.insert(id.to_owned()));
        }
        self.nameless += nameless;
        if new == 0 {
            return GoesOn::No;
        }
        self.smallest_page = if self.pages == 1 {
            received
        } else {
            self.smallest_page.min(received)
        };
        let most = self.first_total.max(self.last_total);
        match most {
            Some(most) if self.pages >= most.div_ceil(self.smallest_page.max(1)) + 2 => GoesOn::No,
            _ => GoesOn::Yes,
        }
    }

    /// Distinct entries seen so far.
    pub(crate) fn listed(&self) -> u64 {
        self.seen.len() as u64 + self.nameless
    }

    /// What the server last said it has.
    pub(crate) fn total(&self) -> Option<u64> {
        self.last_total
    }

    /// Whether an entry was seen.
    pub(crate) fn saw(&self, id: &str) -> bool {
        self.seen.contains(id)
    }

    /// Judges the walk once it has ended. By index, what the server said at the beginning and at the
    /// end must both be what was seen; by cursor, something may come or go on the way.
    pub(crate) fn verdict(&self, by: By) -> Verdict {
        let listed = self.listed();
        let totals = [self.first_total, self.last_total].into_iter().flatten();
        let short = match by {
            By::Cursor => totals.min().filter(|total| listed < *total),
            By::Index => totals.into_iter().find(|total| *total != listed),
        };
        short.map_or(Verdict::Whole, |total| Verdict::Short { listed, total })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn take(walk: &mut Walk, ids: &[&str], total: u64) -> GoesOn {
        walk.take(ids.iter().copied(), 0, Some(total))
    }

    #[test]
    fn a_page_that_brings_nobody_new_ends_an_endless_walk() {
        let mut walk = Walk::default();
        assert_eq!(take(&mut walk, &["a", "b"], 9), GoesOn::Yes);
        assert_eq!(
            take(&mut walk, &["a", "b"], 9),
            GoesOn::No,
            "startIndex was ignored"
        );
        assert_eq!(
            walk.verdict(By::Index),
            Verdict::Short {
                listed: 2,
                total: 9
            }
        );
    }

    #[test]
    fn pages_are_bounded_by_the_total() {
        let mut walk = Walk::default();
        let mut pages = 0;
        while take(&mut walk, &[&format!("id-{pages}")], 3) == GoesOn::Yes {
            pages += 1;
        }
        assert_eq!(pages + 1, 5, "total / count + 2, though new ids never end");
    }

    #[test]
    fn by_index_the_first_and_the_last_total_must_both_agree() {
        let mut walk = Walk::default();
        take(&mut walk, &["a", "b"], 4);
        take(&mut walk, &["c"], 3);
        assert_eq!(
            walk.verdict(By::Index),
            Verdict::Short {
                listed: 3,
                total: 4
            },
            "a shrinking total may have hidden somebody"
        );
        assert_eq!(
            walk.verdict(By::Cursor),
            Verdict::Whole,
            "a cursor hides nobody"
        );
    }

    #[test]
    fn one_who_cannot_be_read_counts_as_seen() {
        let mut walk = Walk::default();
        walk.take(["a"], 1, Some(2));
        assert_eq!(walk.verdict(By::Index), Verdict::Whole);
    }

    #[test]
    fn without_a_total_the_end_is_the_end() {
        let mut walk = Walk::default();
        walk.take(["a"], 0, None);
        assert_eq!(walk.verdict(By::Index), Verdict::Whole);
    }
}
