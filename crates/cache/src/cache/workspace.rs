//! Workspaces: the numbers by which users refer to them, and their rows.

use std::collections::HashMap;
use std::fmt::Write;
use std::sync::{Arc, Mutex};

use rollcall_model::{Intent, Timestamp, Version, Workspace, WorkspaceId};
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::overlay::Overlay;
use super::schema::Slot;
use super::user::{intent_of, presence_code, presence_of, time};
use crate::store::lock;
use crate::{Presence, ShownWorkspace};

/// The numbers given to workspaces. They are never reused, so a copy may lag, but never lies. Cloning
/// is cheap, until one more is given.
#[derive(Debug, Default, Clone)]
pub(crate) struct Numbers(Arc<Given>);

#[derive(Debug, Default, Clone)]
struct Given {
    by_id: HashMap<WorkspaceId, u32>,
    ids: HashMap<u32, WorkspaceId>,
    /// The last one.
    last: u32,
}

impl Numbers {
    /// Those given by now, before the transaction gives any: the copy, or all read anew where it lags.
    pub(crate) fn load(connection: &Connection, copy: &Mutex<Self>) -> rusqlite::Result<Self> {
        let last: u32 = connection
            .prepare_cached("SELECT coalesce(max(number), 0) FROM workspace_numbers")?
            .query_row([], |row| row.get(0))?;
        let mut copy = lock(copy);
        if copy.0.last < last {
            let mut given = Given::default();
            let mut all = connection.prepare_cached("SELECT number, id FROM workspace_numbers")?;
            let mut rows = all.query([])?;
            while let Some(row) = rows.next()? {
                given.note(row.get(0)?, WorkspaceId::new(row.get::<_, String>(1)?));
            }
            *copy = Self(Arc::new(given));
        }
        Ok(copy.clone())
    }

    /// The number of a workspace that has one.
    pub(crate) fn get(&self, id: &WorkspaceId) -> Option<u32> {
        self.0.by_id.get(id).copied()
    }

    /// The workspace of a number.
    pub(crate) fn id(&self, number: u32) -> Option<&WorkspaceId> {
        self.0.ids.get(&number)
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
        Arc::make_mut(&mut self.0).note(number, id.clone());
        Ok(number)
    }
}

impl Given {
    fn note(&mut self, number: u32, id: WorkspaceId) {
        self.ids.insert(number, id.clone());
        self.by_id.insert(id, number);
        self.last = self.last.max(number);
    }
}

/// Writes a workspace, over what may be there, as it is shown under the overlay. Answers whether it is
/// new.
pub(crate) fn put(
    connection: &Connection,
    slot: Slot,
    number: u32,
    workspace: &Workspace,
    overlay: &Overlay,
) -> rusqlite::Result<bool> {
    let known = connection
        .prepare_cached(&slot.sql("SELECT 1 FROM workspaces_{s} WHERE number = ?1"))?
        .exists([number])?;
    let count = |count: Option<u64>| count.and_then(|count| i64::try_from(count).ok());
    let over = overlay.over_workspace(workspace);
    connection
        .prepare_cached(&slot.sql(
            "INSERT OR REPLACE INTO workspaces_{s}
                (number, external_id, name, description, created, version, member_count, contact_count,
                 shown_name, presence, intent, laid_over)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
        ))?
        .execute(params![
            number,
            workspace.external_id,
            workspace.name,
            workspace.description,
            workspace.created.map(Timestamp::as_microsecond),
            workspace.version.as_ref().map(|version| &version.0),
            count(workspace.member_count),
            count(workspace.contact_count),
            over.as_ref().map(|over| &over.resource.name),
            presence_code(over.as_ref().map_or(Presence::Here, |over| over.presence)),
            over.as_ref()
                .and_then(|over| over.intent)
                .map(Intent::as_str),
            over.is_some(),
        ])?;
    Ok(!known)
}

/// Removes a workspace's row. Answers whether there was one.
pub(crate) fn delete(connection: &Connection, slot: Slot, number: u32) -> rusqlite::Result<bool> {
    let deleted = connection
        .prepare_cached(&slot.sql("DELETE FROM workspaces_{s} WHERE number = ?1"))?
        .execute([number])?;
    Ok(deleted > 0)
}

const COLUMNS: &str =
    "SELECT id, external_id, name, description, created, version, member_count, contact_count,
        coalesce(shown_name, name), presence, intent, number
    FROM workspaces_{s} JOIN workspace_numbers USING (number)";

fn read(row: &Row<'_>) -> rusqlite::Result<(u32, ShownWorkspace)> {
    let count = |count: Option<i64>| count.and_then(|count| u64::try_from(count).ok());
    let workspace = Workspace {
        id: WorkspaceId::new(row.get::<_, String>(0)?),
        external_id: row.get(1)?,
        name: row.get(2)?,
        description: row.get(3)?,
        created: time(row.get(4)?),
        version: row.get::<_, Option<String>>(5)?.map(Version),
        member_count: count(row.get(6)?),
        contact_count: count(row.get(7)?),
    };
    let shown = ShownWorkspace {
        workspace,
        name: row.get(8)?,
        presence: presence_of(row.get(9)?),
        intent: row.get_ref(10)?.as_str_or_null()?.and_then(intent_of),
    };
    Ok((row.get(11)?, shown))
}

/// Every workspace, with its number, in no order.
pub(crate) fn all(
    connection: &Connection,
    slot: Slot,
) -> rusqlite::Result<Vec<(u32, ShownWorkspace)>> {
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
) -> rusqlite::Result<Option<ShownWorkspace>> {
    connection
        .prepare_cached(&slot.sql(&format!("{COLUMNS} WHERE id = ?1")))?
        .query_row([id.as_str()], |row| read(row).map(|(_, shown)| shown))
        .optional()
}

/// The workspaces that are laid over by whatever overlay.
pub(crate) fn laid_over(connection: &Connection, slot: Slot) -> rusqlite::Result<Vec<WorkspaceId>> {
    connection
        .prepare_cached(&slot.sql(&format!("{COLUMNS} WHERE laid_over")))?
        .query_map([], |row| read(row).map(|(_, shown)| shown.workspace.id))?
        .collect()
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
