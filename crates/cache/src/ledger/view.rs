//! Saved views: each a name, and what it shows. The ledger keeps both and reads only the name.

use rollcall_language::say;
use rollcall_model::ViewId;
use rusqlite::{OptionalExtension, Row, params};

use super::Ledger;
use crate::StoreError;

/// A view that a person saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredView {
    /// Made where it was saved first.
    pub id: ViewId,
    /// What it is called; no two are called the same, whatever their case.
    pub name: String,
    /// What it shows, in the form of whoever saved it.
    pub shows: String,
}

/// What became of a view that was to be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ViewKept {
    /// It is kept.
    Yes,
    /// Another view has this name.
    NameTaken,
    /// There are as many as are kept.
    TooMany,
}

impl Ledger {
    /// Every saved view, by name.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn views(&self) -> Result<Vec<StoredView>, StoreError> {
        self.0.read(
            || say!("faults-try-read-views"),
            |connection| {
                let views = connection
                    .prepare_cached("SELECT id, name, shows FROM views ORDER BY name_key")?
                    .query_map([], read)?
                    .collect::<Result<Vec<_>, _>>()?;
                Ok(views.into_iter().flatten().collect())
            },
        )
    }

    /// Keeps a view, in place of the one with its id; of those with other ids there may be `most`.
    ///
    /// # Errors
    /// When the file can't be written.
    pub fn keep_view(&self, view: &StoredView, most: u32) -> Result<ViewKept, StoreError> {
        let (id, key) = (view.id.to_string(), view.name.to_lowercase());
        self.0.write(
            || say!("faults-try-keep-view"),
            |connection| {
                let taken = connection
                    .prepare_cached("SELECT 1 FROM views WHERE name_key = ?1 AND id <> ?2")?
                    .query_row([&key, &id], |_| Ok(()))
                    .optional()?;
                if taken.is_some() {
                    return Ok(ViewKept::NameTaken);
                }
                let others: u32 = connection
                    .prepare_cached("SELECT count(*) FROM views WHERE id <> ?1")?
                    .query_row([&id], |row| row.get(0))?;
                if others >= most {
                    return Ok(ViewKept::TooMany);
                }
                connection
                    .prepare_cached(
                        "INSERT INTO views (id, name, name_key, shows) VALUES (?1, ?2, ?3, ?4)
                     ON CONFLICT (id) DO UPDATE SET name = ?2, name_key = ?3, shows = ?4",
                    )?
                    .execute(params![id, view.name, key, view.shows])?;
                Ok(ViewKept::Yes)
            },
        )
    }

    /// Forgets a view, if it is there.
    ///
    /// # Errors
    /// When the file can't be written.
    pub fn forget_view(&self, id: ViewId) -> Result<(), StoreError> {
        self.0.write(
            || say!("faults-try-forget-view"),
            |connection| {
                connection
                    .prepare_cached("DELETE FROM views WHERE id = ?1")?
                    .execute([id.to_string()])?;
                Ok(())
            },
        )
    }
}

/// A view; `None` for a row whose id isn't one of ours.
fn read(row: &Row<'_>) -> rusqlite::Result<Option<StoredView>> {
    let Ok(id) = row.get_ref(0)?.as_str()?.parse() else {
        return Ok(None);
    };
    Ok(Some(StoredView {
        id,
        name: row.get(1)?,
        shows: row.get(2)?,
    }))
}
