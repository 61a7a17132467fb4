//! What to do with a damaged ledger: copy it aside, and carry over every row that can still be read.

use std::path::{Path, PathBuf};

use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};

use super::KIND;
use crate::location::free_name;
use crate::migrate::version;
use crate::store::{Kind, Store, check_path, unlock};
use crate::{Key, Location, OpenError};

/// What was carried over from a damaged ledger.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Salvaged {
    /// Mutations.
    pub mutations: u32,
    /// Lines of the journal.
    pub journal_lines: u32,
    /// Settings.
    pub settings: u32,
    /// Saved views.
    pub views: u32,
}

/// A table, and what orders it.
struct Table {
    name: &'static str,
    order: &'static str,
}

const TABLES: [Table; 5] = [
    Table {
        name: "operations",
        order: "id",
    },
    Table {
        name: "mutations",
        order: "sequence",
    },
    Table {
        name: "journal",
        order: "sequence",
    },
    Table {
        name: "settings",
        order: "name",
    },
    Table {
        name: "views",
        order: "id",
    },
];

/// Copies the damaged file (and its log) aside, reads what can be read into a new file, and puts that
/// in its place. When nothing can be read, the file stays as and where it is.
pub(crate) fn salvage(
    path: &Path,
    key: &Key,
    damage: rusqlite::Error,
) -> Result<(PathBuf, Salvaged), OpenError> {
    let io = |path: &Path| {
        let path = path.to_owned();
        move |source| OpenError::Folder { path, source }
    };
    let copy = free_name(path, "damaged");
    let (log, shared) = (path.with_extension("db-wal"), path.with_extension("db-shm"));
    std::fs::copy(path, &copy).map_err(io(path))?;
    if log.exists() {
        let mut name = copy.clone().into_os_string();
        name.push("-wal");
        std::fs::copy(&log, name).map_err(io(&log))?;
    }
    // In the same folder, so that it can be moved into place; left over only by a salvage cut off.
    let scratch = path.with_file_name("salvage");
    if scratch.exists() {
        std::fs::remove_dir_all(&scratch).map_err(io(&scratch))?;
    }
    let new = Store::open(&Location::Folder(scratch.clone()), key, &kind_of(path, key))?;
    let rows = new
        .write("carry its rows over", |new| Ok(carry_over(path, key, new)?))
        .map_err(|error| OpenError::Salvage {
            path: path.to_owned(),
            copy: copy.clone(),
            source: Box::new(error),
        })?;
    new.settle_down();
    drop(new);
    let replaced = if rows == Salvaged::default() {
        Err(OpenError::Lost {
            path: path.to_owned(),
            copy: copy.clone(),
            source: damage,
        })
    } else {
        for extra in [log, shared] {
            if extra.exists() {
                std::fs::remove_file(&extra).map_err(io(&extra))?;
            }
        }
        let fresh = scratch.join(KIND.file);
        std::fs::rename(&fresh, path).map_err(io(path))?;
        std::fs::rename(check_path(&fresh), check_path(path)).map_err(io(path))
    };
    std::fs::remove_dir_all(&scratch).map_err(io(&scratch))?;
    replaced.map(|()| (copy, rows))
}

/// The ledger as it was when the damaged file was last whole: its rows fit that schema, and who opens
/// what was salvaged brings it up to date. Where that can't be read either, today's.
fn kind_of(damaged: &Path, key: &Key) -> Kind {
    let found = unlock(damaged, key).and_then(|old| version(&old)).ok();
    let steps = found
        .and_then(|found| KIND.migrations.get(..found as usize))
        .filter(|steps| !steps.is_empty());
    Kind {
        migrations: steps.unwrap_or(KIND.migrations),
        ..KIND
    }
}

/// Carries over what can be read of every table.
fn carry_over(old: &Path, key: &Key, new: &Connection) -> rusqlite::Result<Salvaged> {
    let mut salvaged = Salvaged::default();
    for table in TABLES {
        let count = carry_table(old, key, new, &table)?;
        match table.name {
            "mutations" => salvaged.mutations = count,
            "journal" => salvaged.journal_lines = count,
            "settings" => salvaged.settings = count,
            "views" => salvaged.views = count,
            _ => {}
        }
    }
    Ok(salvaged)
}

/// Reads from the front until it fails, then from the back: what one bad page cuts off is found from
/// the other side.
fn carry_table(old: &Path, key: &Key, new: &Connection, table: &Table) -> rusqlite::Result<u32> {
    let Table { name, order } = table;
    let columns: Vec<String> = new
        .prepare("SELECT name FROM pragma_table_info(?1)")?
        .query_map([name], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    if columns.is_empty() {
        // The table came with a later schema than the damaged file had.
        return Ok(0);
    }
    let (width, columns) = (columns.len(), columns.join(", "));
    let places: Vec<String> = (1..=width).map(|place| format!("?{place}")).collect();
    let insert = format!(
        "INSERT OR IGNORE INTO {name} ({columns}) VALUES ({})",
        places.join(", ")
    );
    let mut carried = 0;
    for direction in ["ASC", "DESC"] {
        // A connection that has met a bad page answers nothing any more: each walk has its own.
        let Ok(old) = unlock(old, key) else { continue };
        let Ok(mut all) = old.prepare(&format!(
            "SELECT {columns} FROM {name} ORDER BY {order} {direction}"
        )) else {
            continue;
        };
        let Ok(mut rows) = all.query([]) else {
            continue;
        };
        let whole = loop {
            match rows.next() {
                Ok(Some(row)) => {
                    let values = (0..width)
                        .map(|column| row.get(column))
                        .collect::<Result<Vec<Value>, _>>();
                    let Ok(values) = values else { continue };
                    carried += new
                        .prepare_cached(&insert)?
                        .execute(params_from_iter(values))?;
                }
                Ok(None) => break true,
                Err(_) => break false,
            }
        };
        if whole {
            break;
        }
    }
    Ok(u32::try_from(carried).unwrap_or(u32::MAX))
}
