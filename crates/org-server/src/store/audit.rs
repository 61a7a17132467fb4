//! The audit: one line per write, append-only, which the database itself enforces.

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension as _, params};

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

impl AuditLine {
    /// What the operator did at the console.
    pub(crate) fn by_operator(at: Timestamp, action: &str, kind: &str, id: &str) -> Self {
        Self {
            seq: 0,
            at,
            actor: None,
            actor_name: "operator".to_owned(),
            origin: "console".to_owned(),
            actions: action.to_owned(),
            kind: kind.to_owned(),
            id: id.to_owned(),
            before: None,
            after: None,
        }
    }
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

/// The actions of the last line.
pub(crate) fn last_actions(sql: &Connection) -> Result<Option<String>, StoreError> {
    let mut find = sql.prepare_cached("SELECT actions FROM audit ORDER BY seq DESC LIMIT 1")?;
    Ok(find.query_row([], |row| row.get(0)).optional()?)
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
