//! When the search index is made, and how it follows the tables.

use std::collections::BTreeSet;
use std::sync::PoisonError;
use std::sync::atomic::Ordering;

use rollcall_language::say;
use rollcall_model::OrgRole;
use rusqlite::{Connection, OptionalExtension, Row};

use super::schema::Slot;
use super::user::state_of;
use super::workspace::read_list;
use super::{Cache, Shared, state};
use crate::store::lock;
use crate::window::{Index, Indexed};
use crate::{Sort, StoreError};

/// Where the index stands.
#[derive(Debug, Default)]
pub(crate) enum IndexState {
    /// Not made yet.
    #[default]
    Absent,
    /// Being made from an earlier state of the tables.
    Building {
        /// Which attempt it is; an earlier one that is still under way comes to nothing.
        attempt: u64,
        /// Rows that have changed since.
        touched: BTreeSet<i64>,
    },
    /// In step with the tables.
    Ready(Box<Index>),
}

const COLUMNS: &str = "SELECT number, id, name_key, email_key, shown_role, state, last_active, shown_workspaces, added FROM users_{s}";

impl Cache {
    /// Begins to make the index in the background, if nobody has yet.
    pub(crate) fn build_index_soon(&self) {
        if !matches!(*lock(&self.0.index), IndexState::Absent) {
            return;
        }
        let cache = self.clone();
        let spawned = std::thread::Builder::new()
            .name("search index".to_owned())
            .spawn(move || {
                if let Err(error) = cache.0.with_index(|_| ()) {
                    tracing::warn!(%error, "the search index could not be made");
                }
            });
        if let Err(error) = spawned {
            // The first search makes it instead.
            tracing::debug!(%error, "no thread for the search index");
        }
    }
}

impl Shared {
    /// Runs `ask` on the index, which is made first if need be; that takes some hundred milliseconds
    /// for 100,000 users.
    pub(crate) fn with_index<T>(&self, ask: impl FnOnce(&mut Index) -> T) -> Result<T, StoreError> {
        let mut state = lock(&self.index);
        loop {
            match &mut *state {
                IndexState::Ready(index) => return Ok(ask(index)),
                IndexState::Building { .. } => {
                    state = self
                        .index_ready
                        .wait(state)
                        .unwrap_or_else(PoisonError::into_inner);
                }
                IndexState::Absent => {
                    let mine = self.attempts.fetch_add(1, Ordering::Relaxed);
                    let touched = BTreeSet::new();
                    *state = IndexState::Building {
                        attempt: mine,
                        touched,
                    };
                    drop(state);
                    let built = self.scan().and_then(|index| self.catch_up(index, mine));
                    state = lock(&self.index);
                    if built.is_err() && missed(&mut state, mine).is_some() {
                        *state = IndexState::Absent;
                    }
                    self.index_ready.notify_all();
                    built?;
                }
            }
        }
    }

    /// Runs `ask` on the index if it is ready.
    pub(crate) fn with_ready_index<T>(&self, ask: impl FnOnce(&mut Index) -> T) -> Option<T> {
        match &mut *lock(&self.index) {
            IndexState::Ready(index) => Some(ask(index)),
            IndexState::Absent | IndexState::Building { .. } => None,
        }
    }

    /// Exchanges the index for one that is in step with the tables.
    pub(crate) fn exchange_index(&self, index: Index) {
        *lock(&self.index) = IndexState::Ready(Box::new(index));
        self.index_ready.notify_all();
    }

    /// Brings the index in step with rows that have just been written or removed.
    pub(crate) fn touch(&self, slot: Slot, touched: &BTreeSet<i64>) {
        let mut state = lock(&self.index);
        match &mut *state {
            IndexState::Absent => {}
            IndexState::Building {
                touched: missed, ..
            } => missed.extend(touched),
            IndexState::Ready(index) if index.slot == slot => {
                let read = self.refresh(index, touched);
                if read.is_err() || index.is_worn() {
                    // Made anew by whoever asks next, and whoever asks next gets the error.
                    *state = IndexState::Absent;
                }
            }
            IndexState::Ready(_) => {}
        }
    }

    /// Reads rows again into an index.
    pub(crate) fn refresh(
        &self,
        index: &mut Index,
        touched: &BTreeSet<i64>,
    ) -> Result<(), StoreError> {
        self.store.read(
            || say!("faults-try-index-rows"),
            |connection| Ok(refresh(connection, index, touched)?),
        )
    }

    /// Makes an index of what was last committed.
    fn scan(&self) -> Result<Index, StoreError> {
        let mut index = self.store.read_all(
            || say!("faults-try-make-index"),
            |connection| {
                let mut index = Index::new(state::read(connection)?.served);
                let mut all = connection.prepare(&index.slot.sql(COLUMNS))?;
                let mut rows = all.query([])?;
                while let Some(row) = rows.next()? {
                    put(&mut index, row)?;
                }
                Ok(index)
            },
        )?;
        index.prepare(Sort::Name);
        Ok(index)
    }

    /// Brings an index in step with what has changed while it was made, and puts it in place. It comes to
    /// nothing where a full read has brought its own meanwhile, or another process has written.
    fn catch_up(&self, mut index: Index, mine: u64) -> Result<(), StoreError> {
        loop {
            let mut state = lock(&self.index);
            let Some(missed) = missed(&mut state, mine) else {
                return Ok(());
            };
            if missed.is_empty() {
                *state = IndexState::Ready(Box::new(index));
                return Ok(());
            }
            let missed = std::mem::take(missed);
            drop(state);
            self.refresh(&mut index, &missed)?;
        }
    }
}

/// The rows that have changed since an attempt began; `None` when it is not the one under way.
fn missed(state: &mut IndexState, mine: u64) -> Option<&mut BTreeSet<i64>> {
    match state {
        IndexState::Building { attempt, touched } if *attempt == mine => Some(touched),
        _ => None,
    }
}

fn refresh(
    connection: &Connection,
    index: &mut Index,
    touched: &BTreeSet<i64>,
) -> rusqlite::Result<()> {
    let mut one =
        connection.prepare_cached(&index.slot.sql(&format!("{COLUMNS} WHERE number = ?1")))?;
    for number in touched {
        let found = one.query_row([number], |row| put(index, row)).optional()?;
        if found.is_none() {
            index.remove(*number);
        }
    }
    Ok(())
}

fn put(index: &mut Index, row: &Row<'_>) -> rusqlite::Result<()> {
    let role = OrgRole::from_wire(row.get_ref(4)?.as_str()?);
    let workspaces: Vec<u32> = read_list(row.get_ref(7)?.as_str()?).collect();
    index.put(&Indexed {
        number: row.get(0)?,
        id: row.get_ref(1)?.as_str()?,
        name_key: row.get_ref(2)?.as_str()?,
        email_key: row.get_ref(3)?.as_str()?,
        role: &role,
        state: state_of(row.get(5)?),
        last_active: row.get(6)?,
        added: row.get(8)?,
        workspaces: &workspaces,
    });
    Ok(())
}
