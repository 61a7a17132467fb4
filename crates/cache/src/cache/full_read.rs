//! A full read: a new generation written beside the one being served, and exchanged for it at the end.

use std::collections::BTreeSet;
use std::sync::Arc;

use rollcall_language::say;
use rollcall_model::{Mutation, User, UserId, Workspace, WorkspaceId};
use rusqlite::Connection;

use super::index::IndexState;
use super::overlay::Overlay;
use super::schema::{CLEAR, CREATE_INDEXES, Slot};
use super::state::State;
use super::update::Work;
use super::user::{self, Prepared};
use super::workspace;
use super::{Cache, Fact, state};
use crate::error::Fault;
use crate::spoken::Words;
use crate::store::lock;
use crate::window::{Index, Indexed};
use crate::{Sort, StoreError};

/// What the last step of a full read attempts.
const EXCHANGE: Words = || say!("faults-try-exchange-list");

/// A full read under way: a new generation, written while the old one is served. Dropped without
/// [`FullRead::flip`], it leaves no trace, but for the very first, whose rows stay, marked incomplete,
/// until a later read is whole.
pub struct FullRead {
    cache: Cache,
    slot: Slot,
    /// Which full read this is; a later one supersedes it.
    read: i64,
    /// Whether its rows are served while it goes on.
    serving: Serving,
    written: usize,
    flipped: Flipped,
}

/// Who sees the rows of a read under way.
enum Serving {
    /// Everybody: nothing else is there yet.
    Now,
    /// Nobody; the index that will go with them.
    AtTheEnd(Box<Index>),
}

#[derive(PartialEq, Eq)]
enum Flipped {
    No,
    Yes,
}

impl Cache {
    /// Begins a full read. One that was under way is superseded.
    ///
    /// # Errors
    /// When the file can't be written.
    pub fn begin_read(&self) -> Result<FullRead, StoreError> {
        let (slot, read, first, touched) = self.0.store.write(
            || say!("faults-try-begin-full-read"),
            |connection| {
                let mut now = state::read(connection)?;
                now.reads += 1;
                // Users to be added may be there before anybody was read.
                let first = !now.complete && now.users == now.additions;
                let slot = if first {
                    now.served
                } else {
                    now.served.other()
                };
                connection.execute_batch(&slot.sql(CLEAR))?;
                let mut work = Work::on(&self.0, connection, slot, self.0.overlay())?;
                if first {
                    (now.users, now.additions) = (0, 0);
                    work.lay_over()?;
                    work.count_into(&mut now);
                }
                state::write(connection, now)?;
                Ok((slot, now.reads, first, work.touched))
            },
        )?;
        let serving = if first {
            self.0.exchange_index(Index::new(slot));
            self.0.touch(slot, &touched);
            *lock(&self.0.names) = None;
            Serving::Now
        } else {
            Serving::AtTheEnd(Box::new(Index::new(slot)))
        };
        Ok(FullRead {
            cache: self.clone(),
            slot,
            read,
            serving,
            written: 0,
            flipped: Flipped::No,
        })
    }
}

impl FullRead {
    /// Writes users; 5,000 to 10,000 at once are quickest. One who comes again is written over.
    /// Answers how many were new.
    ///
    /// # Errors
    /// When the file can't be written, or another full read has begun since.
    pub fn insert(&mut self, users: &[User]) -> Result<usize, StoreError> {
        const ATTEMPTED: Words = || say!("faults-try-write-users");
        let (slot, read) = (self.slot, self.read);
        let (rows, new) = self.cache.0.store.write(ATTEMPTED, |connection| {
            let overlay = self.cache.0.overlay();
            let mut now = current(connection, read, ATTEMPTED)?;
            let mut numbers = self.cache.0.numbers(connection)?;
            let mut inserting = user::inserting(connection, slot)?;
            let mut rows = Vec::with_capacity(users.len());
            let mut new = 0;
            for user in users {
                let row = Prepared::new(connection, &mut numbers, &overlay, user)?;
                let number = if row.insert(&mut inserting)? {
                    new += 1;
                    connection.last_insert_rowid()
                } else if let Some(place) = user::place(connection, slot, row.id())? {
                    row.update(connection, slot, &place)?;
                    place.number
                } else {
                    continue;
                };
                rows.push((number, row));
            }
            if now.served == slot {
                now.users = now.users.saturating_add(count(new));
                state::write(connection, now)?;
            }
            Ok((rows, new))
        })?;
        self.written += new;
        self.index_with(|index| {
            for (number, row) in &rows {
                index.put(&Indexed {
                    number: *number,
                    id: row.id().as_str(),
                    name_key: &row.name_key,
                    email_key: &row.email_key,
                    role: row.role(),
                    state: row.state(),
                    last_active: row.last_active(),
                    added: row.added(),
                    workspaces: &row.shown,
                });
            }
        });
        Ok(new)
    }

    /// Writes workspaces. One that comes again is written over. Answers how many were new.
    ///
    /// # Errors
    /// When the file can't be written, or another full read has begun since.
    pub fn insert_workspaces(&mut self, workspaces: &[Workspace]) -> Result<usize, StoreError> {
        const ATTEMPTED: Words = || say!("faults-try-write-workspaces");
        let (slot, read) = (self.slot, self.read);
        let new = self.cache.0.store.write(ATTEMPTED, |connection| {
            current(connection, read, ATTEMPTED)?;
            let overlay = self.cache.0.overlay();
            let mut numbers = self.cache.0.numbers(connection)?;
            let mut new = 0;
            for workspace in workspaces {
                let number = numbers.give(connection, &workspace.id)?;
                new += usize::from(workspace::put(
                    connection, slot, number, workspace, &overlay,
                )?);
            }
            Ok(new)
        })?;
        if matches!(self.serving, Serving::Now) {
            *lock(&self.cache.0.names) = None;
            self.cache.0.changed();
        }
        Ok(new)
    }

    /// Grants users access to a workspace, where the server tells membership by workspace only.
    /// Users who weren't read are passed over.
    ///
    /// # Errors
    /// When the file can't be written, or another full read has begun since.
    pub fn grant(&mut self, workspace: &WorkspaceId, members: &[UserId]) -> Result<(), StoreError> {
        const ATTEMPTED: Words = || say!("faults-try-write-members");
        let (slot, read) = (self.slot, self.read);
        let touched = self.cache.0.store.write(ATTEMPTED, |connection| {
            current(connection, read, ATTEMPTED)?;
            let mut work = Work::on(&self.cache.0, connection, slot, self.cache.0.overlay())?;
            for member in members {
                work.edit(member, |user| {
                    if !user.workspaces.contains(workspace) {
                        user.workspaces.push(workspace.clone());
                    }
                })?;
            }
            Ok(work.touched)
        })?;
        self.refresh(&touched)
    }

    /// Distinct users written so far.
    #[must_use]
    pub fn len(&self) -> usize {
        self.written
    }

    /// Whether no user was written yet.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.written == 0
    }

    /// The read was whole: serves the new generation and removes the old one. Facts, overlay (see
    /// [`Cache::lay_over`]) and `reflected`, the ledger's last sequence *before* the read began, move in
    /// the same transaction.
    ///
    /// # Errors
    /// When the file can't be written, or another full read has begun since; then the old generation is
    /// still served.
    pub fn flip(
        mut self,
        facts: &[(Fact, Option<&str>)],
        overlay: &[Mutation],
        reflected: u64,
    ) -> Result<(), StoreError> {
        let cache = self.cache.clone();
        let shared = &cache.0;
        let (slot, read) = (self.slot, self.read);
        shared.store.write(
            || say!("faults-try-index-list"),
            |connection| {
                current(connection, read, EXCHANGE)?;
                Ok(connection.execute_batch(&slot.sql(CREATE_INDEXES))?)
            },
        )?;
        match std::mem::replace(&mut self.serving, Serving::Now) {
            Serving::Now => {
                let touched = self.exchange(facts, overlay, reflected)?;
                shared.touch(slot, &touched);
                shared.changed();
            }
            Serving::AtTheEnd(mut index) => {
                index.prepare(Sort::Name);
                // Held over the commit: a change to the new rows must find their index in place.
                let mut served = lock(&shared.index);
                let exchanged = self.exchange(facts, overlay, reflected);
                let touched = match exchanged {
                    Ok(touched) => touched,
                    Err(error) => {
                        self.serving = Serving::AtTheEnd(index);
                        return Err(error);
                    }
                };
                *served = match shared.refresh(&mut index, &touched) {
                    Ok(()) => IndexState::Ready(index),
                    Err(_) => IndexState::Absent,
                };
                drop(served);
                shared.index_ready.notify_all();
                shared.changed();
                clear(&cache, slot.other());
            }
        }
        shared.store.settle_down();
        Ok(())
    }

    /// The small transaction that flips. Answers which rows the overlay changed.
    fn exchange(
        &mut self,
        facts: &[(Fact, Option<&str>)],
        overlay: &[Mutation],
        reflected: u64,
    ) -> Result<BTreeSet<i64>, StoreError> {
        let shared = &self.cache.0;
        let (slot, read, written) = (self.slot, self.read, self.written);
        let overlay = Arc::new(Overlay::of(overlay));
        // The overlay that this one took the place of.
        let mut replaced = None;
        let exchanged = shared.store.write(EXCHANGE, |connection| {
            let now = current(connection, read, EXCHANGE)?;
            let mut work = Work::on(shared, connection, slot, Arc::clone(&overlay))?;
            work.lay_over()?;
            let (users, additions) = if now.served == slot {
                (now.users, now.additions)
            } else {
                (count(written), 0)
            };
            let mut then = State {
                served: slot,
                complete: true,
                users,
                additions,
                reflected,
                ..now
            };
            work.count_into(&mut then);
            state::write(connection, then)?;
            state::set_facts(connection, facts)?;
            // Still inside: whoever writes next must find it.
            replaced = Some(lock(&shared.overlay).replace(Arc::clone(&overlay)));
            Ok(work.touched)
        });
        if let (Err(_), Some(before)) = (&exchanged, replaced) {
            *lock(&shared.overlay) = before;
        }
        let touched = exchanged?;
        self.flipped = Flipped::Yes;
        *lock(&shared.names) = None;
        Ok(touched)
    }

    /// Changes the index that goes with the rows being written.
    fn index_with(&mut self, change: impl FnOnce(&mut Index)) {
        match &mut self.serving {
            Serving::AtTheEnd(index) => change(index),
            Serving::Now => {
                self.cache.0.with_ready_index(change);
                self.cache.0.changed();
            }
        }
    }

    /// Reads rows again into the index that goes with them.
    fn refresh(&mut self, touched: &BTreeSet<i64>) -> Result<(), StoreError> {
        match &mut self.serving {
            Serving::AtTheEnd(index) => self.cache.0.refresh(index, touched),
            Serving::Now => {
                self.cache.0.touch(self.slot, touched);
                self.cache.0.changed();
                Ok(())
            }
        }
    }
}

impl Drop for FullRead {
    fn drop(&mut self) {
        if self.flipped == Flipped::No && matches!(self.serving, Serving::AtTheEnd(_)) {
            let read = self.read;
            let slot = self.slot;
            let cleared = self.cache.0.store.write(
                || say!("faults-try-drop-read"),
                |connection| {
                    current(connection, read, || say!("faults-try-drop-read"))?;
                    Ok(connection.execute_batch(&slot.sql(CLEAR))?)
                },
            );
            if let Err(error) = cleared {
                // The next full read empties these tables before it begins.
                tracing::debug!(%error, "rows of a broken read stay for now");
            }
        }
    }
}

/// A number of users as it is stored.
fn count(users: usize) -> u32 {
    u32::try_from(users).unwrap_or(u32::MAX)
}

/// The state, as long as this full read is the one under way.
fn current(connection: &Connection, read: i64, attempted: Words) -> Result<State, Fault> {
    let now = state::read(connection)?;
    if now.reads == read {
        Ok(now)
    } else {
        Err(StoreError::ReadSuperseded {
            attempted: attempted.into(),
        }
        .into())
    }
}

/// Empties the set that is no longer served.
fn clear(cache: &Cache, slot: Slot) {
    let cleared = cache.0.store.write(
        || say!("faults-try-remove-list"),
        |connection| {
            if state::read(connection)?.served == slot {
                return Ok(());
            }
            Ok(connection.execute_batch(&slot.sql(CLEAR))?)
        },
    );
    if let Err(error) = cleared {
        tracing::debug!(%error, "the list before stays for now");
    }
}
