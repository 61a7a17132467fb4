//! Who may enter which workspace, and how many of its contacts are theirs.

use jiff::Timestamp;
use rusqlite::{Connection, params};

use super::StoreError;

/// A user's access to one workspace.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Access {
    /// The workspace's row.
    pub(crate) workspace: i64,
    /// How many of its contacts are assigned to the user.
    pub(crate) contacts: i64,
}

/// The workspaces that a user may enter.
pub(crate) fn of_user(sql: &Connection, user: i64) -> Result<Vec<Access>, StoreError> {
    let mut find = sql.prepare_cached(
        "SELECT workspace, contacts FROM memberships WHERE user = ?1 ORDER BY workspace",
    )?;
    let found = find.query_map([user], |row| {
        Ok(Access {
            workspace: row.get(0)?,
            contacts: row.get(1)?,
        })
    })?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// Whether a user may enter a workspace.
pub(crate) fn exists(sql: &Connection, user: i64, workspace: i64) -> Result<bool, StoreError> {
    let mut find =
        sql.prepare_cached("SELECT 1 FROM memberships WHERE user = ?1 AND workspace = ?2")?;
    Ok(find.exists([user, workspace])?)
}

/// The rows of a workspace's members, in the order in which they were added to the organization.
pub(crate) fn of_workspace(sql: &Connection, workspace: i64) -> Result<Vec<i64>, StoreError> {
    let mut find =
        sql.prepare_cached("SELECT user FROM memberships WHERE workspace = ?1 ORDER BY user")?;
    let found = find.query_map([workspace], |row| row.get(0))?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// Lets a user enter a workspace. The user's resource has a new version by it.
pub(crate) fn grant(
    sql: &Connection,
    user: i64,
    workspace: i64,
    contacts: i64,
) -> Result<(), StoreError> {
    let mut grant = sql.prepare_cached(
        "INSERT INTO memberships (user, workspace, contacts) VALUES (?1, ?2, ?3)",
    )?;
    grant.execute([user, workspace, contacts])?;
    Ok(())
}

/// Takes access, and the contacts assigned, away.
pub(crate) fn revoke(sql: &Connection, user: i64, workspace: i64) -> Result<(), StoreError> {
    let mut revoke =
        sql.prepare_cached("DELETE FROM memberships WHERE user = ?1 AND workspace = ?2")?;
    revoke.execute([user, workspace])?;
    Ok(())
}

/// Gives everyone who may enter a workspace a new version, because it is about to go.
pub(crate) fn mark_members(
    sql: &Connection,
    workspace: i64,
    at: Timestamp,
    change: i64,
) -> Result<(), StoreError> {
    sql.execute(
        "UPDATE users SET version = version + 1, modified = ?2, change = ?3
         WHERE seq IN (SELECT user FROM memberships WHERE workspace = ?1)",
        params![workspace, at.as_millisecond(), change],
    )?;
    Ok(())
}
