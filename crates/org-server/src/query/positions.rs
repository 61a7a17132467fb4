//! The n-th row without counting n rows: which rows a query yields, in order, kept until something
//! changes.
//!
//! Index paging asks for "the 90,001st of these in this order", which SQLite can only find by walking
//! there. The row numbers of a whole answer are a scan of an index (8 bytes a row), the same for every
//! page, and are then cut from memory.

use std::sync::{Arc, Mutex, PoisonError};

use rusqlite::{Connection, params_from_iter};

use super::sql::Sql;
use crate::store::{StoreError, counters};

/// How many queries are remembered; a walk uses one.
const REMEMBERED: usize = 8;

/// The answers to recent queries.
#[derive(Debug, Default)]
pub(crate) struct Positions {
    recent: Mutex<Vec<Entry>>,
}

#[derive(Debug)]
struct Entry {
    change: i64,
    query: Sql,
    rows: Arc<[i64]>,
}

impl Positions {
    /// The row numbers that `query` yields, in its order.
    pub(super) fn of(&self, sql: &Connection, query: Sql) -> Result<Arc<[i64]>, StoreError> {
        let change = counters::last_change(sql)?;
        if let Some(rows) = self.recall(change, &query) {
            return Ok(rows);
        }
        let mut select = sql.prepare_cached(&query.text)?;
        let rows = select.query_map(params_from_iter(&query.values), |row| row.get(0))?;
        let rows: Arc<[i64]> = rows.collect::<Result<Vec<_>, _>>()?.into();
        self.remember(Entry {
            change,
            query,
            rows: Arc::clone(&rows),
        });
        Ok(rows)
    }

    fn recall(&self, change: i64, query: &Sql) -> Option<Arc<[i64]>> {
        let mut recent = self.recent.lock().unwrap_or_else(PoisonError::into_inner);
        let at = recent
            .iter()
            .position(|e| e.change == change && e.query == *query)?;
        let found = recent.remove(at);
        let rows = Arc::clone(&found.rows);
        recent.push(found);
        Some(rows)
    }

    fn remember(&self, entry: Entry) {
        let mut recent = self.recent.lock().unwrap_or_else(PoisonError::into_inner);
        // A reader that began before a change may still bring the older state; it helps nobody else.
        recent.retain(|known| known.query != entry.query);
        if recent.len() >= REMEMBERED {
            recent.remove(0);
        }
        recent.push(entry);
    }
}
