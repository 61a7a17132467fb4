//! Workspaces: the numbers by which users refer to them, and their rows.

use std::collections::HashMap;
use std::fmt::Write;

use rollcall_model::{Timestamp, Version, Workspace, WorkspaceId};
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::schema::Slot;
use super::user::time;

/// The numbers given to workspaces. They are never reused, so a copy may lag, but never lies.
#[derive(Debug, Default, Clone)]
pub(crate) struct Numbers {
    by_id: HashMap<WorkspaceId, u32>,
    ids: HashMap<u32, WorkspaceId>,
}

impl Numbers {
    /// Reads all.
    pub(crate) fn load(connection: &Connection) -> rusqlite::Result<Self> {
        let mut numbers = Self::default();
        let mut all = connection.prepare_cached("SELECT number, id FROM workspace_numbers")?;
        let mut rows = all.query([])?;
        while let Some(row) = rows.next()? {
            numbers.note(row.get(0)?, WorkspaceId::new(row.get::<_, String>(1)?));
        }
        Ok(numbers)
    }

    fn note(&mut self, number: u32, id: WorkspaceId) {
        self.ids.insert(number, id.clone());
        self.by_id.insert(id, number);
    }

    /// The number of a workspace that has one.
    pub(crate) fn get(&self, id: &WorkspaceId) -> Option<u32> {
        self.by_id.get(id).copied()
    }

    /// The workspace of a number.
    pub(crate) fn id(&self, number: u32) -> Option<&WorkspaceId> {
        self.ids.get(&number)
    }

    /// The number of a workspace, given now if it has none. When the transaction is rolled back, this
    /// value must not be used any more.
    pub(crate) fn give(
        &mut self,
        connection: &Connection,
        id: &WorkspaceId,
    ) -> rusqlite::Result<u32> {
        if let Some(number) = self.get(id) {
            return Ok(number);
        }
        let number = connection
            .prepare_cached("INSERT INTO workspace_numbers (id) VALUES (?1) RETURNING number")?
            .query_row([id.as_str()], |row| row.get(0))?;
        self.note(number, id.clone());
        Ok(number)
    }
}

/// Writes a workspace, over what may be there. Answers whether it is new.
pub(crate) fn put(
    connection: &Connection,
    slot: Slot,
    number: u32,
    workspace: &Workspace,
) -> rusqlite::Result<bool> {
    let known = connection
        .prepare_cached(&slot.sql("SELECT 1 FROM workspaces_{s} WHERE number = ?1"))?
        .exists([number])?;
    connection
        .prepare_cached(&slot.sql(
            "INSERT OR REPLACE INTO workspaces_{s}
                (number, name, description, created, version, member_count, contact_count)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        ))?
        .execute(params![
            number,
            workspace.name,
            workspace.description,
            workspace.created.map(Timestamp::as_microsecond),
            workspace.version.as_ref().map(|version| &version.0),
            workspace
                .member_count
                .and_then(|count| i64::try_from(count).ok()),
            workspace
                .contact_count
                .and_then(|count| i64::try_from(count).ok()),
        ])?;
    Ok(!known)
}

/// Removes a workspace's row.
pub(crate) fn delete(connection: &Connection, slot: Slot, number: u32) -> rusqlite::Result<()> {
    connection
        .prepare_cached(&slot.sql("DELETE FROM workspaces_{s} WHERE number = ?1"))?
        .execute([number])?;
    Ok(())
}

const COLUMNS: &str =
    "SELECT id, name, description, created, version, member_count, contact_count, number
    FROM workspaces_{s} JOIN workspace_numbers USING (number)";

fn read(row: &Row<'_>) -> rusqlite::Result<(u32, Workspace)> {
    let count = |count: Option<i64>| count.and_then(|count| u64::try_from(count).ok());
    Ok((
        row.get(7)?,
        Workspace {
            id: WorkspaceId::new(row.get::<_, String>(0)?),
            name: row.get(1)?,
            description: row.get(2)?,
            created: time(row.get(3)?),
            version: row.get::<_, Option<String>>(4)?.map(Version),
            member_count: count(row.get(5)?),
            contact_count: count(row.get(6)?),
        },
    ))
}

/// Every workspace, with its number, in no order.
pub(crate) fn all(connection: &Connection, slot: Slot) -> rusqlite::Result<Vec<(u32, Workspace)>> {
    connection
        .prepare_cached(&slot.sql(COLUMNS))?
        .query_map([], read)?
        .collect()
}

/// One workspace.
pub(crate) fn one(
    connection: &Connection,
    slot: Slot,
    id: &WorkspaceId,
) -> rusqlite::Result<Option<Workspace>> {
    connection
        .prepare_cached(&slot.sql(&format!("{COLUMNS} WHERE id = ?1")))?
        .query_row([id.as_str()], |row| {
            read(row).map(|(_, workspace)| workspace)
        })
        .optional()
}

/// Writes numbers as ` 3 8 `, each between two spaces, so that SQL finds one with `instr`.
pub(crate) fn write_list(numbers: &[u32]) -> String {
    let mut text = String::with_capacity(2 + 4 * numbers.len());
    for number in numbers {
        // Writing into a text can't fail.
        let _ = write!(text, " {number}");
    }
    text.push(' ');
    text
}

/// Reads what [`write_list`] wrote.
pub(crate) fn read_list(text: &str) -> impl Iterator<Item = u32> {
    text.split_ascii_whitespace()
        .filter_map(|number| number.parse().ok())
}
