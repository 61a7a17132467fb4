//! Windows of the list by offset, answered from memory: the folded text is scanned, small columns are
//! filtered, and an order made once gives the rows' numbers. Only the rows themselves come from disk.

mod bits;
mod order;
mod text;

use rollcall_model::{OrgRole, UserState};

pub(crate) use self::bits::Bits;
use self::order::Order;
use self::text::SearchText;
pub(crate) use self::text::words;
use crate::cache::{NEVER, NOT_REPORTED, Numbers, Slot, role_rank, state_code};
use crate::{Activity, Direction, RowView, Sort, UserQuery, fold};

/// The number of an entry of the index.
pub(crate) type Entry = u32;

/// A window of rows, never the whole list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Window {
    /// Grows whenever the list changes; rows of different numbers don't belong together.
    pub generation: u64,
    /// How many users match.
    pub total: u32,
    /// The place of the first row, from 0.
    pub offset: u32,
    /// The rows.
    pub rows: Vec<RowView>,
}

/// What the index knows of one user.
pub(crate) struct Indexed<'a> {
    pub(crate) number: i64,
    pub(crate) id: &'a str,
    pub(crate) name_key: &'a str,
    pub(crate) email_key: &'a str,
    pub(crate) role: &'a OrgRole,
    pub(crate) state: UserState,
    pub(crate) last_active: i64,
    /// The least number where the server doesn't tell.
    pub(crate) added: i64,
    pub(crate) workspaces: &'a [u32],
}

/// Everybody in one set of tables. A change appends an entry and leaves the old one dead.
#[derive(Debug)]
pub(crate) struct Index {
    /// The set of tables that its numbers refer to.
    pub(crate) slot: Slot,
    text: SearchText,
    numbers: Vec<i64>,
    ids: Vec<u8>,
    id_ends: Vec<usize>,
    /// Index into `role_names`.
    role: Vec<u16>,
    role_names: Vec<OrgRole>,
    state: Vec<u8>,
    last_active: Vec<i64>,
    added: Vec<i64>,
    access: Vec<u32>,
    access_ends: Vec<usize>,
    dead: Bits,
    dead_count: usize,
    /// By a row's number: its entry plus one, 0 for none.
    entries: Vec<Entry>,
    orders: [Option<Order>; Sort::ALL.len()],
    /// The last filter without its search, and who passes it.
    filtered: Option<(UserQuery, Bits)>,
    /// The last query and what answers it, so that scrolling costs a slice.
    answer: Option<Answer>,
}

#[derive(Debug)]
struct Answer {
    query: UserQuery,
    matches: Bits,
    count: usize,
    /// All matches in order, once a window beyond the first was asked for.
    ordered: Option<Vec<Entry>>,
}

impl Index {
    /// An index of nobody.
    pub(crate) fn new(slot: Slot) -> Self {
        Self {
            slot,
            text: SearchText::default(),
            numbers: Vec::new(),
            ids: Vec::new(),
            id_ends: Vec::new(),
            role: Vec::new(),
            role_names: Vec::new(),
            state: Vec::new(),
            last_active: Vec::new(),
            added: Vec::new(),
            access: Vec::new(),
            access_ends: Vec::new(),
            dead: Bits::default(),
            dead_count: 0,
            entries: Vec::new(),
            orders: Default::default(),
            filtered: None,
            answer: None,
        }
    }

    /// Puts a user in, over what is known of the row.
    pub(crate) fn put(&mut self, user: &Indexed<'_>) {
        self.remove(user.number);
        let entry = self.text.len();
        self.text.push(user.name_key, user.email_key);
        self.numbers.push(user.number);
        self.ids.extend_from_slice(user.id.as_bytes());
        self.id_ends.push(self.ids.len());
        let role = self
            .role_names
            .iter()
            .position(|role| role == user.role)
            .unwrap_or_else(|| {
                self.role_names.push(user.role.clone());
                self.role_names.len() - 1
            });
        self.role.push(u16::try_from(role).unwrap_or(u16::MAX));
        self.state.push(state_code(user.state));
        self.last_active.push(user.last_active);
        self.added.push(user.added);
        self.access.extend_from_slice(user.workspaces);
        self.access_ends.push(self.access.len());
        self.dead.grow(self.text.len());
        if let Ok(number) = usize::try_from(user.number) {
            if self.entries.len() <= number {
                self.entries.resize(number + 1, 0);
            }
            self.entries[number] = Entry::try_from(entry + 1).unwrap_or(Entry::MAX);
        }
    }

    /// Takes a row out.
    pub(crate) fn remove(&mut self, number: i64) {
        self.filtered = None;
        self.answer = None;
        let known = usize::try_from(number)
            .ok()
            .and_then(|number| self.entries.get_mut(number));
        if let Some(entry) = known.map(std::mem::take)
            && entry > 0
        {
            self.dead.set(entry as usize - 1);
            self.dead_count += 1;
        }
    }

    /// How many users.
    pub(crate) fn len(&self) -> usize {
        self.text.len() - self.dead_count
    }

    /// Whether so much of it is dead that making it anew is better.
    pub(crate) fn is_worn(&self) -> bool {
        self.dead_count > 10_000 && self.dead_count > self.len()
    }

    /// How many users have each workspace, by its number.
    pub(crate) fn workspace_counts(&self) -> std::collections::HashMap<u32, u32> {
        let mut counts = std::collections::HashMap::new();
        for entry in (0..self.text.len()).filter(|entry| !self.dead.get(*entry)) {
            for workspace in self.access_of(entry) {
                *counts.entry(*workspace).or_default() += 1;
            }
        }
        counts
    }

    /// How many users match.
    pub(crate) fn count(&mut self, query: &UserQuery, numbers: &Numbers) -> usize {
        self.matches(query, numbers).count
    }

    /// How many users match, and the row numbers of a window of them.
    pub(crate) fn window(
        &mut self,
        query: &UserQuery,
        numbers: &Numbers,
        offset: usize,
        limit: usize,
    ) -> (usize, Vec<i64>) {
        self.prepare(query.sort);
        let total = self.count(query, numbers);
        // Taken out while the rest of the index is read, and put back below.
        let (Some(mut answer), Some(order)) =
            (self.answer.take(), self.orders[query.sort as usize].take())
        else {
            return (0, Vec::new());
        };
        let end = offset.saturating_add(limit).min(total);
        let begin = offset.min(end);
        let places = match query.direction {
            Direction::Ascending => begin..end,
            Direction::Descending => total - end..total - begin,
        };
        let mut found: Vec<Entry> = if total == self.len() {
            order.entries[places].to_vec()
        } else if offset == 0 && !self.is_rare(total) && answer.ordered.is_none() {
            let matches = |entry: &Entry| answer.matches.get(*entry as usize);
            match query.direction {
                Direction::Ascending => order
                    .entries
                    .iter()
                    .copied()
                    .filter(matches)
                    .take(end)
                    .collect(),
                Direction::Descending => {
                    let mut last: Vec<Entry> = order
                        .entries
                        .iter()
                        .rev()
                        .copied()
                        .filter(matches)
                        .take(end)
                        .collect();
                    last.reverse();
                    last
                }
            }
        } else {
            let ordered = answer
                .ordered
                .get_or_insert_with(|| self.in_order(&order, &answer.matches, total));
            ordered[places].to_vec()
        };
        if query.direction == Direction::Descending {
            found.reverse();
        }
        self.answer = Some(answer);
        self.orders[query.sort as usize] = Some(order);
        (
            total,
            found
                .into_iter()
                .map(|entry| self.numbers[entry as usize])
                .collect(),
        )
    }

    /// Who answers a query: kept from the last time, or found now.
    fn matches(&mut self, query: &UserQuery, numbers: &Numbers) -> &Answer {
        let kept = self.answer.take();
        let answer = match kept {
            Some(answer) if same_matches(&answer.query, query) => {
                let ordered = if answer.query.sort == query.sort {
                    answer.ordered
                } else {
                    None
                };
                Answer {
                    query: query.clone(),
                    ordered,
                    ..answer
                }
            }
            _ => {
                let folded = fold(&query.search);
                let words = words(&folded);
                let matches = if words.is_empty() {
                    self.filter(query, numbers).clone()
                } else {
                    let mut matches = self.text.search(&words);
                    if query.is_unfiltered() {
                        matches.remove(&self.dead);
                    } else {
                        matches.keep(self.filter(query, numbers));
                    }
                    matches
                };
                Answer {
                    query: query.clone(),
                    count: matches.count(),
                    matches,
                    ordered: None,
                }
            }
        };
        self.answer.insert(answer)
    }

    /// Who passes everything but the search.
    fn filter(&mut self, query: &UserQuery, numbers: &Numbers) -> &Bits {
        let kept = self.filtered.take();
        let filtered = match kept {
            Some((of, bits)) if same_filter(&of, query) => (of, bits),
            _ => {
                let len = self.text.len();
                let mut bits = Bits::of(len, |_| true);
                bits.remove(&self.dead);
                if !query.roles.is_empty() {
                    let wanted: Vec<bool> = self
                        .role_names
                        .iter()
                        .map(|role| query.roles.contains(role))
                        .collect();
                    bits.retain(|entry| wanted.get(self.role[entry] as usize) == Some(&true));
                }
                if !query.states.is_empty() {
                    let wanted: Vec<u8> = query
                        .states
                        .iter()
                        .map(|state| state_code(*state))
                        .collect();
                    bits.retain(|entry| wanted.contains(&self.state[entry]));
                }
                if !query.workspaces.is_empty() {
                    let wanted: Vec<u32> = query
                        .workspaces
                        .iter()
                        .filter_map(|id| numbers.get(id))
                        .collect();
                    bits.retain(|entry| {
                        self.access_of(entry)
                            .iter()
                            .any(|number| wanted.contains(number))
                    });
                }
                if let Some((bands, now)) = query
                    .activity
                    .as_ref()
                    .filter(|(bands, _)| !bands.is_empty())
                {
                    let ranges = ranges(bands, now.as_microsecond());
                    bits.retain(|entry| {
                        ranges
                            .iter()
                            .any(|(from, to)| (*from..=*to).contains(&self.last_active[entry]))
                    });
                }
                (query.clone(), bits)
            }
        };
        &self.filtered.insert(filtered).1
    }

    fn id(&self, entry: usize) -> &[u8] {
        let start = if entry == 0 {
            0
        } else {
            self.id_ends[entry - 1]
        };
        &self.ids[start..self.id_ends[entry]]
    }

    fn access_of(&self, entry: usize) -> &[u32] {
        let start = if entry == 0 {
            0
        } else {
            self.access_ends[entry - 1]
        };
        &self.access[start..self.access_ends[entry]]
    }

    fn role_rank(&self, entry: usize) -> u8 {
        self.role_names
            .get(self.role[entry] as usize)
            .map_or(u8::MAX, role_rank)
    }
}

/// Whether the same users answer both, in whatever order.
fn same_matches(left: &UserQuery, right: &UserQuery) -> bool {
    left.search == right.search && same_filter(left, right)
}

/// Whether the same users pass both, whatever is searched for. The instant from which activity is
/// counted goes by the minute, so that scrolling stays within one answer.
fn same_filter(left: &UserQuery, right: &UserQuery) -> bool {
    let activity = |query: &UserQuery| {
        query
            .activity
            .as_ref()
            .map(|(bands, now)| (bands.clone(), now.as_second().div_euclid(60)))
    };
    left.roles == right.roles
        && left.states == right.states
        && left.workspaces == right.workspaces
        && activity(left) == activity(right)
}

/// The stored values of bands of activity, from and to, both included.
pub(crate) fn ranges(bands: &[Activity], now: i64) -> Vec<(i64, i64)> {
    const DAY: i64 = 24 * 60 * 60 * 1_000_000;
    let ago = |days: i64| now.saturating_sub(days * DAY);
    bands
        .iter()
        .map(|band| match band {
            Activity::Today => (ago(1), i64::MAX),
            Activity::Week => (ago(7), ago(1) - 1),
            Activity::Month => (ago(30), ago(7) - 1),
            Activity::Quarter => (ago(90), ago(30) - 1),
            Activity::Older => (NEVER + 1, ago(90) - 1),
            Activity::Never => (NEVER, NEVER),
        })
        .collect()
}

const _: () = assert!(NOT_REPORTED < NEVER, "not reported is in no band");
