//! Numbers kept beside the rows, so that asking for them costs one row: totals, and the last change.

use rusqlite::Connection;

use super::StoreError;

/// The number of the last change to anything that a delta query tells of.
pub(crate) fn last_change(sql: &Connection) -> Result<i64, StoreError> {
    value(sql, "change")
}

/// The number for a change that is being made.
pub(crate) fn next_change(sql: &Connection) -> Result<i64, StoreError> {
    let mut next = sql.prepare_cached(
        "UPDATE counters SET value = value + 1 WHERE name = 'change' RETURNING value",
    )?;
    Ok(next.query_row([], |row| row.get(0))?)
}

/// How many rows `users` or `workspaces` has, or what another counter holds.
pub(crate) fn value(sql: &Connection, name: &str) -> Result<i64, StoreError> {
    let mut value = sql.prepare_cached("SELECT value FROM counters WHERE name = ?1")?;
    Ok(value.query_row([name], |row| row.get(0))?)
}

/// Writes a counter that the database doesn't keep by itself.
pub(crate) fn set(sql: &Connection, name: &str, value: i64) -> Result<(), StoreError> {
    sql.prepare_cached("UPDATE counters SET value = ?2 WHERE name = ?1")?
        .execute(rusqlite::params![name, value])?;
    Ok(())
}
