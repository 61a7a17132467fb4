//! What to do with a damaged ledger: copy it aside, and carry over every row that can still be read.

use rollcall_language::say;
use std::path::{Path, PathBuf};

use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};

use super::KIND;
use crate::connection::unlock;
use crate::error::Cure;
use crate::location::{free_name, remove};
use crate::migrate::version;
use crate::store::{Kind, Store, check_path};
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

/// A table, its columns, and which of them orders it.
struct Table {
    name: String,
    columns: Vec<String>,
    order: usize,
}

/// Where the new file is made: in the same folder, so that it can be moved into place. Under this name it
/// isn't whole yet.
const SCRATCH: &str = "salvage";
/// The same folder, once the new file is whole.
const SALVAGED: &str = "salvaged";

/// Copies the damaged file (and its log) aside, reads what can be read into a new file, and puts that
/// in its place. When nothing can be read, or something stands in the way, the file stays as and where it
/// is.
pub(crate) fn salvage(
    path: &Path,
    key: &Key,
    damage: rusqlite::Error,
) -> Result<(PathBuf, Salvaged), OpenError> {
    let copy = free_name(path, "damaged");
    let log = path.with_extension("db-wal");
    std::fs::copy(path, &copy).map_err(unusable(path))?;
    if log.exists() {
        let mut name = copy.clone().into_os_string();
        name.push("-wal");
        std::fs::copy(&log, name).map_err(unusable(&log))?;
    }
    let scratch = path.with_file_name(SCRATCH);
    remove_folder(&scratch)?;
    let kind = kind_of(path, key).map_err(|source| OpenError::sqlite(path.to_owned(), source))?;
    let new = Store::open(&Location::Folder(scratch.clone()), key, &kind)?;
    let rows = new
        .write(
            || say!("faults-try-carry-over"),
            |new| Ok(carry_over(path, key, new)?),
        )
        .and_then(|rows| new.close().map(|()| rows))
        .map_err(|error| OpenError::Salvage {
            path: path.to_owned(),
            copy: copy.clone(),
            source: Box::new(error),
        })?;
    if rows == Salvaged::default() {
        remove_folder(&scratch)?;
        return Err(OpenError::Lost {
            path: path.to_owned(),
            copy,
            source: damage,
        });
    }
    let salvaged = path.with_file_name(SALVAGED);
    std::fs::rename(&scratch, &salvaged).map_err(unusable(&salvaged))?;
    put_in_place(path)?;
    Ok((copy, rows))
}

/// Puts what was salvaged in the place of the damaged file: also what a salvage has left behind that was
/// cut off here. The old log goes first: beside the new file it would be taken for its own.
pub(crate) fn put_in_place(path: &Path) -> Result<(), OpenError> {
    let salvaged = path.with_file_name(SALVAGED);
    let fresh = salvaged.join(KIND.file);
    if fresh.exists() {
        remove(&path.with_extension("db-wal"))?;
        remove(&path.with_extension("db-shm"))?;
        let check = check_path(path);
        std::fs::rename(check_path(&fresh), &check).map_err(unusable(&check))?;
        std::fs::rename(&fresh, path).map_err(unusable(path))?;
    }
    remove_folder(&salvaged)
}

/// Removes a folder of ours, if it is there.
fn remove_folder(folder: &Path) -> Result<(), OpenError> {
    match std::fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(unusable(folder)(error)),
        _ => Ok(()),
    }
}

/// What it means that a file or folder can't be read or written.
fn unusable(path: &Path) -> impl FnOnce(std::io::Error) -> OpenError {
    let path = path.to_owned();
    move |source| OpenError::Folder { path, source }
}

/// The ledger as it was when the damaged file was last whole: its rows fit that schema, and who opens
/// what was salvaged brings it up to date. Where that can't be read either, today's.
fn kind_of(damaged: &Path, key: &Key) -> rusqlite::Result<Kind> {
    let read = || readable(unlock(damaged, key).and_then(|old| version(&old)));
    let found = match read()? {
        None => read()?,
        found => found,
    };
    let steps = found
        .and_then(|found| KIND.migrations.get(..found as usize))
        .filter(|steps| !steps.is_empty());
    Ok(Kind {
        migrations: steps.unwrap_or(KIND.migrations),
        ..KIND
    })
}

/// Carries over what can be read of every table.
fn carry_over(old: &Path, key: &Key, new: &Connection) -> rusqlite::Result<Salvaged> {
    let mut salvaged = Salvaged::default();
    for table in tables(new)? {
        let count = carry_table(old, key, new, &table)?;
        match table.name.as_str() {
            "mutations" => salvaged.mutations = count,
            "journal" => salvaged.journal_lines = count,
            "settings" => salvaged.settings = count,
            "views" => salvaged.views = count,
            _ => {}
        }
    }
    Ok(salvaged)
}

/// Every table of a file; each has a primary key of one column.
fn tables(file: &Connection) -> rusqlite::Result<Vec<Table>> {
    let ours = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'";
    let names: Vec<String> = file
        .prepare(ours)?
        .query_map([], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    let mut tables = Vec::with_capacity(names.len());
    for name in names {
        let columns: Vec<(String, bool)> = file
            .prepare("SELECT name, pk FROM pragma_table_info(?1)")?
            .query_map([&name], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<Result<_, _>>()?;
        tables.push(Table {
            order: columns.iter().position(|(_, key)| *key).unwrap_or(0),
            columns: columns.into_iter().map(|(column, _)| column).collect(),
            name,
        });
    }
    Ok(tables)
}

/// Reads from the front until it fails, and from the back; then row by row what lies between two bad
/// pages, where rows are numbered.
fn carry_table(old: &Path, key: &Key, new: &Connection, table: &Table) -> rusqlite::Result<u32> {
    let (columns, order) = (table.columns.join(", "), &table.columns[table.order]);
    let select = format!("SELECT {columns} FROM {}", table.name);
    let mut carried = Carried {
        old,
        key,
        new,
        table,
        rows: 0,
    };
    if !carried.is_there()? && !carried.is_there()? {
        return Ok(0);
    }
    let ordered = |direction| format!("{select} ORDER BY {order} {direction}");
    let Walk::CutOff { last: front } = carried.take(&unlock(old, key)?, &ordered("ASC"))? else {
        return Ok(carried.rows);
    };
    let Walk::CutOff { last: back } = carried.take(&unlock(old, key)?, &ordered("DESC"))? else {
        return Ok(carried.rows);
    };
    if let Some(Value::Integer(back)) = back {
        let front = match front {
            Some(Value::Integer(front)) => front,
            _ => 0,
        };
        let old = unlock(old, key)?;
        let _one_view = old.unchecked_transaction()?;
        for number in front.saturating_add(1)..back {
            carried.take(&old, &format!("{select} WHERE {order} = {number}"))?;
        }
    }
    Ok(carried.rows)
}

/// A table of the new file, while it is filled.
struct Carried<'a> {
    old: &'a Path,
    key: &'a Key,
    new: &'a Connection,
    table: &'a Table,
    rows: u32,
}

/// How far the rows of a question could be read.
enum Walk {
    Whole,
    CutOff {
        /// What orders the last row that could be read.
        last: Option<Value>,
    },
}

impl Carried<'_> {
    /// Whether the old file has this table, as far as can be read.
    fn is_there(&self) -> rusqlite::Result<bool> {
        let find = "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = ?1";
        let found = unlock(self.old, self.key)?
            .query_row(find, [&self.table.name], |row| row.get::<_, bool>(0));
        Ok(readable(found)?.unwrap_or(false))
    }

    /// Carries over the rows that a question to the old file is answered with, until it meets damage. What
    /// the disk failed to read looks like damage, too: so only what is damaged twice is.
    fn take(&mut self, old: &Connection, question: &str) -> rusqlite::Result<Walk> {
        match self.try_take(old, question)? {
            // To this connection, what could not be read once is damaged from now on.
            Walk::CutOff { .. } => self.try_take(&unlock(self.old, self.key)?, question),
            Walk::Whole => Ok(Walk::Whole),
        }
    }

    fn try_take(&mut self, old: &Connection, question: &str) -> rusqlite::Result<Walk> {
        let mut last = None;
        let Some(mut statement) = readable(old.prepare(question))? else {
            return Ok(Walk::CutOff { last });
        };
        let width = statement.column_count();
        let places: Vec<String> = (1..=width).map(|place| format!("?{place}")).collect();
        let insert = format!(
            "INSERT OR IGNORE INTO {} VALUES ({})",
            self.table.name,
            places.join(", ")
        );
        let mut rows = statement.query([])?;
        loop {
            let Some(row) = readable(rows.next())? else {
                return Ok(Walk::CutOff { last });
            };
            let Some(row) = row else {
                return Ok(Walk::Whole);
            };
            let values: Vec<Value> = (0..width)
                .map(|column| row.get(column))
                .collect::<Result<_, _>>()?;
            last = values.get(self.table.order).cloned();
            let inserted = self
                .new
                .prepare_cached(&insert)?
                .execute(params_from_iter(values))?;
            self.rows += u32::try_from(inserted).unwrap_or(0);
        }
    }
}

/// What could be read of the damaged file; `None` where it is damaged. What the disk itself can't read now
/// may be read later: with that, nothing is given up.
fn readable<T>(read: rusqlite::Result<T>) -> rusqlite::Result<Option<T>> {
    match read {
        Ok(read) => Ok(Some(read)),
        Err(error) if Cure::of(&error) == Cure::Repair => Ok(None),
        Err(error) => Err(error),
    }
}
