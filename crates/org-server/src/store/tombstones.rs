//! What was deleted, for as long as a delta token may ask.

use jiff::Timestamp;
use rusqlite::{Connection, params};

use super::StoreError;

/// A resource that is gone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Tombstone {
    /// The number of the change that deleted it.
    pub(crate) change: i64,
    /// Its id.
    pub(crate) id: String,
}

/// Remembers that a resource is gone. `born` is the change that made it.
pub(crate) fn insert(
    sql: &Connection,
    change: i64,
    kind: &str,
    id: &str,
    born: i64,
    at: Timestamp,
) -> Result<(), StoreError> {
    let mut insert = sql.prepare_cached(
        "INSERT INTO tombstones (change, kind, id, born, at) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?;
    insert.execute(params![change, kind, id, born, at.as_millisecond()])?;
    Ok(())
}

/// What went between two changes and was there before the first, oldest first.
///
/// Of what came and went in between a client never knew.
pub(crate) fn between(
    sql: &Connection,
    kind: &str,
    after: i64,
    until: i64,
    known_since: i64,
    limit: i64,
) -> Result<Vec<Tombstone>, StoreError> {
    let mut find = sql.prepare_cached(
        "SELECT change, id FROM tombstones
         WHERE change > ?1 AND change <= ?2 AND kind = ?3 AND born <= ?4
         ORDER BY change LIMIT ?5",
    )?;
    let found = find.query_map(params![after, until, kind, known_since, limit], |row| {
        Ok(Tombstone {
            change: row.get(0)?,
            id: row.get(1)?,
        })
    })?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// Forgets what no token can ask for any more.
pub(crate) fn forget_before(sql: &Connection, at: Timestamp) -> Result<(), StoreError> {
    sql.execute(
        "DELETE FROM tombstones WHERE at < ?1",
        [at.as_millisecond()],
    )?;
    Ok(())
}
