//! The workspaces: one row each.

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension as _, Row, params};

use super::{StoreError, fold};

/// A workspace as the database keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct WorkspaceRow {
    /// The row's number; never reused. The order of lists that nobody sorted.
    pub(crate) seq: i64,
    /// The id on the wire.
    pub(crate) id: String,
    /// The name that people read.
    pub(crate) name: String,
    /// What it is for.
    pub(crate) description: Option<String>,
    /// What the client calls it.
    pub(crate) external_id: Option<String>,
    /// How many contacts it holds.
    pub(crate) contact_count: i64,
    /// How many users may enter it; kept by the database itself.
    pub(crate) member_count: i64,
    /// When it was added.
    pub(crate) created: Timestamp,
    /// When the resource last changed, members included.
    pub(crate) modified: Timestamp,
    /// The number of the resource's state, members included.
    pub(crate) version: u64,
    /// The number of the change that made the row.
    pub(crate) born: i64,
    /// The number of the last change that a delta query tells of: members don't count, they are told
    /// with the users.
    pub(crate) change: i64,
}

const COLUMNS: &str = "seq, id, name, description, external_id, contact_count, member_count, created, \
     modified, version, born, change";

/// The workspace of this id.
pub(crate) fn by_id(sql: &Connection, id: &str) -> Result<Option<WorkspaceRow>, StoreError> {
    find(sql, "id = ?1", id)
}

/// The workspace of this row number.
pub(crate) fn by_seq(sql: &Connection, seq: i64) -> Result<Option<WorkspaceRow>, StoreError> {
    find(sql, "seq = ?1", seq)
}

/// Whether a workspace besides this one has the name, compared without case.
pub(crate) fn is_another_named(
    sql: &Connection,
    name: &str,
    besides: i64,
) -> Result<bool, StoreError> {
    let mut find =
        sql.prepare_cached("SELECT 1 FROM workspaces WHERE name_folded = ?1 AND seq <> ?2")?;
    Ok(find.exists(params![fold(name), besides])?)
}

/// Adds a workspace; `seq` is given by the database and set.
pub(crate) fn insert(sql: &Connection, workspace: &mut WorkspaceRow) -> Result<(), StoreError> {
    let mut insert = sql.prepare_cached(
        "INSERT INTO workspaces (id, name, name_folded, description, external_id, contact_count,
             created, modified, version, born, change)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
    )?;
    workspace.seq = insert.insert(params![
        workspace.id,
        workspace.name,
        fold(&workspace.name),
        workspace.description,
        workspace.external_id,
        workspace.contact_count,
        workspace.created.as_millisecond(),
        workspace.modified.as_millisecond(),
        workspace.version.cast_signed(),
        workspace.born,
        workspace.change,
    ])?;
    Ok(())
}

/// Writes what a client can change, with the new version.
pub(crate) fn update(sql: &Connection, workspace: &WorkspaceRow) -> Result<(), StoreError> {
    let mut update = sql.prepare_cached(
        "UPDATE workspaces SET name = ?2, name_folded = ?3, description = ?4, external_id = ?5,
             modified = ?6, version = ?7, change = ?8
         WHERE seq = ?1",
    )?;
    update.execute(params![
        workspace.seq,
        workspace.name,
        fold(&workspace.name),
        workspace.description,
        workspace.external_id,
        workspace.modified.as_millisecond(),
        workspace.version.cast_signed(),
        workspace.change,
    ])?;
    Ok(())
}

/// Deletes a workspace with its memberships.
pub(crate) fn delete(sql: &Connection, seq: i64) -> Result<(), StoreError> {
    sql.prepare_cached("DELETE FROM workspaces WHERE seq = ?1")?
        .execute([seq])?;
    Ok(())
}

fn find(
    sql: &Connection,
    condition: &str,
    value: impl rusqlite::ToSql,
) -> Result<Option<WorkspaceRow>, StoreError> {
    let mut find = sql.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM workspaces WHERE {condition}"
    ))?;
    Ok(find.query_row([value], read).optional()?)
}

fn read(row: &Row<'_>) -> rusqlite::Result<WorkspaceRow> {
    let instant = super::users::instant;
    Ok(WorkspaceRow {
        seq: row.get(0)?,
        id: row.get(1)?,
        name: row.get(2)?,
        description: row.get(3)?,
        external_id: row.get(4)?,
        contact_count: row.get(5)?,
        member_count: row.get(6)?,
        created: instant(row.get(7)?).unwrap_or_default(),
        modified: instant(row.get(8)?).unwrap_or_default(),
        version: row.get::<_, i64>(9)?.cast_unsigned(),
        born: row.get(10)?,
        change: row.get(11)?,
    })
}
