//! The orders in which entries can be shown, made when first asked for and mended after changes.

use std::cmp::Ordering;

use super::bits::Bits;
use super::{Entry, Index};
use crate::Sort;

/// One order of the entries that live.
#[derive(Debug, Default)]
pub(crate) struct Order {
    /// The entries in this order.
    pub(crate) entries: Vec<Entry>,
    /// Each entry's place in it; dead ones have any.
    pub(crate) places: Vec<Entry>,
    /// How many entries there were when it was made.
    covers: usize,
    /// How many of them were dead.
    dead: usize,
}

impl Index {
    /// Compares two entries in an order; never equal, as long as ids differ.
    fn compare(&self, sort: Sort, left: Entry, right: Entry) -> Ordering {
        let (a, b) = (left as usize, right as usize);
        let by_name = || {
            let (left, right) = (self.text.keys(a).0, self.text.keys(b).0);
            left.cmp(right).then_with(|| self.id(a).cmp(self.id(b)))
        };
        match sort {
            Sort::Name => by_name(),
            Sort::Email => self
                .text
                .keys(a)
                .1
                .cmp(self.text.keys(b).1)
                .then_with(by_name),
            _ => self
                .rank(sort, a)
                .cmp(&self.rank(sort, b))
                .then_with(by_name),
        }
    }

    /// The number that an order by a column of numbers goes by.
    fn rank(&self, sort: Sort, entry: usize) -> i64 {
        match sort {
            Sort::Name | Sort::Email => 0,
            Sort::Role => i64::from(self.role_rank(entry)),
            Sort::Workspaces => i64::try_from(self.access_of(entry).len()).unwrap_or(i64::MAX),
            Sort::LastActive => self.last_active[entry],
            Sort::State => i64::from(self.state[entry]),
            Sort::Added => self.added[entry],
        }
    }

    /// Brings an order up to date.
    pub(crate) fn prepare(&mut self, sort: Sort) {
        let len = self.text.len();
        let slot = sort as usize;
        if self.orders[slot]
            .as_ref()
            .is_some_and(|order| order.covers == len && order.dead == self.dead_count)
        {
            return;
        }
        let mut order = self.orders[slot].take().unwrap_or_default();
        let mut entries = std::mem::take(&mut order.entries);
        entries.retain(|entry| !self.dead.get(*entry as usize));
        let mut fresh: Vec<Entry> = (order.covers..len)
            .filter(|entry| !self.dead.get(*entry))
            .map(|entry| Entry::try_from(entry).unwrap_or(Entry::MAX))
            .collect();
        if entries.is_empty() && !matches!(sort, Sort::Name | Sort::Email) {
            // A stable sort of the order by name: numbers compare faster than texts.
            self.prepare(Sort::Name);
            if let Some(names) = &self.orders[Sort::Name as usize] {
                fresh.clone_from(&names.entries);
            }
            fresh.sort_by_key(|entry| self.rank(sort, *entry as usize));
        } else {
            fresh.sort_unstable_by(|left, right| self.compare(sort, *left, *right));
        }
        let entries = if entries.is_empty() {
            fresh
        } else {
            self.merge(sort, &entries, &fresh)
        };
        let mut places = std::mem::take(&mut order.places);
        places.resize(len, 0);
        for (place, entry) in entries.iter().enumerate() {
            places[*entry as usize] = Entry::try_from(place).unwrap_or(Entry::MAX);
        }
        self.orders[slot] = Some(Order {
            entries,
            places,
            covers: len,
            dead: self.dead_count,
        });
    }

    /// Merges a few entries into many, both in order.
    fn merge(&self, sort: Sort, many: &[Entry], few: &[Entry]) -> Vec<Entry> {
        let mut merged = Vec::with_capacity(many.len() + few.len());
        let mut rest = many;
        for entry in few {
            let before = rest.partition_point(|other| self.compare(sort, *other, *entry).is_lt());
            merged.extend_from_slice(&rest[..before]);
            merged.push(*entry);
            rest = &rest[before..];
        }
        merged.extend_from_slice(rest);
        merged
    }

    /// The matches in an order, all of them.
    pub(crate) fn in_order(&self, order: &Order, matches: &Bits, count: usize) -> Vec<Entry> {
        if self.is_rare(count) {
            let mut found: Vec<Entry> = matches
                .iter()
                .map(|entry| Entry::try_from(entry).unwrap_or(Entry::MAX))
                .collect();
            found.sort_unstable_by_key(|entry| order.places[*entry as usize]);
            return found;
        }
        order
            .entries
            .iter()
            .copied()
            .filter(|entry| matches.get(*entry as usize))
            .collect()
    }

    /// Whether so few match that sorting them beats walking the order.
    pub(crate) fn is_rare(&self, count: usize) -> bool {
        count < self.text.len() / 32
    }
}
