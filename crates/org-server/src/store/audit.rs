//! The audit: one line per write, append-only, which the database itself enforces.

use jiff::Timestamp;
use rusqlite::{Connection, params};

use super::StoreError;

/// One write, as a reviewer reads it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditLine {
    /// Its place in the order, from 1.
    pub seq: i64,
    /// When.
    pub at: Timestamp,
    /// The id of the user who did it; `None` for the operator at the server's own console, and
    /// for the clock.
    pub actor: Option<String>,
    /// That user's name at the time.
    pub actor_name: String,
    /// Where the request came from.
    pub origin: String,
    /// The machine names of the actions that were decided, with commas.
    pub actions: String,
    /// The resource type.
    pub kind: String,
    /// The resource's id.
    pub id: String,
    /// What changed, as it was, as JSON; `None` for a creation.
    pub before: Option<String>,
    /// What changed, as it is now, as JSON; `None` for a deletion.
    pub after: Option<String>,
}

/// Adds a line; its `seq` is given by the database.
pub(crate) fn append(sql: &Connection, line: &AuditLine) -> Result<(), StoreError> {
    let mut append = sql.prepare_cached(
        "INSERT INTO audit (at, actor, actor_name, origin, actions, kind, id, before, after)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
    )?;
    append.execute(params![
        line.at.as_millisecond(),
        line.actor,
        line.actor_name,
        line.origin,
        line.actions,
        line.kind,
        line.id,
        line.before,
        line.after,
    ])?;
    Ok(())
}

/// The lines after `seq`, oldest first.
pub(crate) fn after(sql: &Connection, seq: i64, limit: i64) -> Result<Vec<AuditLine>, StoreError> {
    let mut find = sql.prepare_cached(
        "SELECT seq, at, actor, actor_name, origin, actions, kind, id, before, after
         FROM audit WHERE seq > ?1 ORDER BY seq LIMIT ?2",
    )?;
    let found = find.query_map([seq, limit], |row| {
        Ok(AuditLine {
            seq: row.get(0)?,
            at: super::users::instant(row.get(1)?).unwrap_or_default(),
            actor: row.get(2)?,
            actor_name: row.get(3)?,
            origin: row.get(4)?,
            actions: row.get(5)?,
            kind: row.get(6)?,
            id: row.get(7)?,
            before: row.get(8)?,
            after: row.get(9)?,
        })
    })?;
    Ok(found.collect::<Result<_, _>>()?)
}
