//! Where the organization is kept: one SQLite file, or memory. One writer at a time, many readers.

pub(crate) mod audit;
pub(crate) mod counters;
pub(crate) mod deliveries;
pub(crate) mod invoices;
pub(crate) mod links;
pub(crate) mod memberships;
mod migrations;
pub(crate) mod organization;
pub(crate) mod plans;
pub(crate) mod receipts;
pub(crate) mod subscription;
pub(crate) mod tokens;
pub(crate) mod tombstones;
pub(crate) mod users;
pub(crate) mod workspaces;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use rusqlite::backup::Backup;
use rusqlite::config::DbConfig;
use rusqlite::functions::FunctionFlags;
use rusqlite::types::Type;
use rusqlite::{Connection, OpenFlags, TransactionBehavior};

use crate::system;

/// The file's name inside of the data folder.
const FILE: &str = "organization.db";

/// How long a writer waits for another process (`rollcall-server token create`) to finish.
const BUSY_MILLISECONDS: u32 = 10_000;

/// Where an organization is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DataPlace {
    /// Nowhere: it is gone when the server is dropped.
    Memory,
    /// In this folder, which is made when it is missing.
    Folder(PathBuf),
}

impl DataPlace {
    /// Whether nothing was ever kept there. To open it makes an empty database. Where that can't be told, to
    /// open it says why.
    #[must_use]
    pub fn is_unused(&self) -> bool {
        match self {
            Self::Memory => true,
            Self::Folder(folder) => matches!(folder.join(FILE).try_exists(), Ok(false)),
        }
    }
}

/// Why the store could not do something.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The folder can't be made or protected.
    #[error("could not prepare the data folder {path}")]
    Folder {
        /// Which.
        path: PathBuf,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// SQLite refused.
    #[error("could not read or write the organization's database")]
    Sqlite(#[from] rusqlite::Error),
    /// The file was written by a later version of this program.
    #[error(
        "the database has format {found}, and this program knows formats up to {known}: use a newer \
         rollcall-server; nothing was changed"
    )]
    Newer {
        /// The file's format.
        found: i64,
        /// The newest one known here.
        known: i64,
    },
    /// A row holds what no version of this program writes.
    #[error("the database holds a value that makes no sense: {0}")]
    Damaged(String),
}

/// The organization's database.
#[derive(Debug)]
pub(crate) struct Store {
    writer: Mutex<Connection>,
    readers: Readers,
}

/// Where reads go.
#[derive(Debug)]
enum Readers {
    /// To the writer's connection: a database in memory has no other.
    Writer,
    /// To a connection of their own, so that a long page never waits for a write.
    Pool {
        file: PathBuf,
        idle: Mutex<Vec<Connection>>,
    },
}

impl Store {
    /// Opens the database, made and brought up to date where needed.
    pub(crate) fn open(place: &DataPlace) -> Result<Self, StoreError> {
        let (mut writer, readers) = match place {
            DataPlace::Memory => (in_memory()?, Readers::Writer),
            DataPlace::Folder(folder) => {
                prepare_folder(folder)?;
                let file = folder.join(FILE);
                let writer = Connection::open(&file)?;
                protect(&file, 0o600)?;
                writer.pragma_update(None, "journal_mode", "wal")?;
                // An answer is given after the commit, so the commit must outlive a power cut.
                writer.pragma_update(None, "synchronous", "full")?;
                (
                    writer,
                    Readers::Pool {
                        file,
                        idle: Mutex::default(),
                    },
                )
            }
        };
        prepare(&writer)?;
        migrations::run(&mut writer)?;
        Ok(Self {
            writer: Mutex::new(writer),
            readers,
        })
    }

    /// The writer's connection itself, to watch what SQLite does.
    #[cfg(test)]
    pub(crate) fn into_connection(self) -> Connection {
        self.writer
            .into_inner()
            .unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether reads and writes touch no disk, so that they need no thread of their own.
    pub(crate) fn is_in_memory(&self) -> bool {
        matches!(self.readers, Readers::Writer)
    }

    /// Reads a consistent state: what `read` sees doesn't change under it.
    pub(crate) fn read<T, E>(&self, read: impl FnOnce(&Connection) -> Result<T, E>) -> Result<T, E>
    where
        E: From<StoreError>,
    {
        match &self.readers {
            Readers::Writer => read(&lock(&self.writer)),
            Readers::Pool { file, idle } => {
                let reused = lock(idle).pop();
                let mut connection = match reused {
                    Some(connection) => connection,
                    None => open_reader(file)?,
                };
                let answer = {
                    let state = connection.transaction().map_err(StoreError::from)?;
                    read(&state)
                };
                lock(idle).push(connection);
                answer
            }
        }
    }

    /// Does everything that `write` does, or nothing when it fails.
    pub(crate) fn write<T, E>(
        &self,
        write: impl FnOnce(&Connection) -> Result<T, E>,
    ) -> Result<T, E>
    where
        E: From<StoreError>,
    {
        let mut writer = lock(&self.writer);
        let change = writer
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(StoreError::from)?;
        let answer = write(&change)?;
        change.commit().map_err(StoreError::from)?;
        Ok(answer)
    }
}

/// Does everything that `part` does, or nothing of it when it fails, inside of a running write.
pub(crate) fn all_or_nothing<T, E>(
    connection: &Connection,
    part: impl FnOnce() -> Result<T, E>,
) -> Result<T, E>
where
    E: From<StoreError>,
{
    let run = |sql: &str| connection.execute_batch(sql).map_err(StoreError::from);
    run("SAVEPOINT part")?;
    match part() {
        Ok(answer) => {
            run("RELEASE part")?;
            Ok(answer)
        }
        Err(error) => {
            run("ROLLBACK TO part; RELEASE part")?;
            Err(error)
        }
    }
}

/// A folded text, for comparing without case: the same folding everywhere, SQL included.
pub(crate) fn fold(text: &str) -> String {
    text.to_lowercase()
}

/// A text that no version of this program writes into this column.
fn damaged(column: usize, text: String) -> rusqlite::Error {
    let cause = StoreError::Damaged(text);
    rusqlite::Error::FromSqlConversionFailure(column, Type::Text, Box::new(cause))
}

/// A poisoned lock is taken as it is: the transaction of the thread that panicked was rolled back.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// An empty database in memory. The migrations run once in a process; every further database is a copy
/// of what they lead to, which costs a fraction.
fn in_memory() -> Result<Connection, StoreError> {
    static EMPTY: Mutex<Option<Connection>> = Mutex::new(None);

    let mut empty = lock(&EMPTY);
    let empty = match &mut *empty {
        Some(empty) => empty,
        none => {
            let mut first = Connection::open_in_memory()?;
            prepare(&first)?;
            migrations::run(&mut first)?;
            none.insert(first)
        }
    };
    let mut copy = Connection::open_in_memory()?;
    Backup::new(empty, &mut copy)?.step(-1)?;
    Ok(copy)
}

fn open_reader(file: &Path) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let reader = Connection::open_with_flags(file, flags)?;
    prepare(&reader)?;
    Ok(reader)
}

/// What every connection needs before it is used.
fn prepare(connection: &Connection) -> Result<(), StoreError> {
    connection.busy_timeout(std::time::Duration::from_millis(BUSY_MILLISECONDS.into()))?;
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.pragma_update(None, "cache_size", -65_536)?;
    connection.set_prepared_statement_cache_capacity(128);
    // Else the planner looks at the value of a LIMIT, and compiles the statement anew for each.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    connection.create_scalar_function(
        "fold",
        1,
        FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC,
        |arguments| Ok(arguments.get::<Option<String>>(0)?.map(|text| fold(&text))),
    )?;
    Ok(())
}

fn prepare_folder(folder: &Path) -> Result<(), StoreError> {
    fs::create_dir_all(folder).map_err(|source| StoreError::Folder {
        path: folder.to_owned(),
        source,
    })?;
    protect(folder, 0o700)
}

/// For its owner alone.
fn protect(path: &Path, mode: u32) -> Result<(), StoreError> {
    system::protect(path, mode).map_err(|source| StoreError::Folder {
        path: path.to_owned(),
        source,
    })
}
