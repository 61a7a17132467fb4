//! One encrypted SQLite file: a connection that writes, and others that read meanwhile.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::error::{Fault, is_damage};
use crate::location::{make_folder, private_file};
use crate::migrate::{MigrateError, Migration, migrate};
use crate::{Key, Location, OpenError, StoreError};

/// How many idle reading connections are kept.
const IDLE_READERS: usize = 2;

/// How a file is kept.
pub(crate) struct Kind {
    /// Its name in the folder.
    pub(crate) file: &'static str,
    /// What survives a power loss.
    pub(crate) durability: Durability,
    /// Its schema.
    pub(crate) migrations: &'static [Migration],
}

/// What survives a power loss.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Durability {
    /// The file, as of some earlier commit.
    Consistent,
    /// Every commit.
    EveryCommit,
}

/// An open file.
pub(crate) struct Store {
    writer: Mutex<Connection>,
    readers: Mutex<Vec<Connection>>,
    /// How to open further connections; `None` in memory, where the writer reads too.
    origin: Option<Origin>,
}

/// Where connections to a file come from.
struct Origin {
    path: PathBuf,
    key: Key,
    durability: Durability,
}

/// Locks what no panic can leave half done: transactions roll back when they are dropped.
pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Store {
    /// Opens the file, or makes it, and brings its schema up to date.
    pub(crate) fn open(location: &Location, key: &Key, kind: &Kind) -> Result<Self, OpenError> {
        let Some(path) = location.file(kind.file) else {
            return Self::open_in_memory(kind);
        };
        let in_folder = |path: &Path| {
            let path = path.to_owned();
            move |source| OpenError::Folder { path, source }
        };
        let folder = path.parent().unwrap_or(Path::new("."));
        make_folder(folder).map_err(in_folder(folder))?;
        // SQLite gives `-wal` and `-shm` the permissions of the file itself.
        private_file().open(&path).map_err(in_folder(&path))?;
        let check = std::fs::read(check_path(&path)).ok();
        if check
            .as_ref()
            .is_some_and(|check| *check != key.check_value())
        {
            return Err(OpenError::WrongKey { path });
        }
        let origin = Origin {
            path: path.clone(),
            key: key.clone(),
            durability: kind.durability,
        };
        let mut writer = match origin.connect() {
            Ok(writer) => writer,
            // The first page doesn't decrypt. Without a check value that may be the key's fault, and
            // no file is taken for broken because of a key.
            Err(source) if is_damage(&source) && check.is_none() => {
                tracing::warn!(%source, "a file does not decrypt, and there is no check value for its key");
                return Err(OpenError::WrongKey { path });
            }
            Err(source) => return Err(failure(path, source)),
        };
        match migrate(&mut writer, kind.migrations) {
            Ok(()) => {}
            Err(MigrateError::TooNew { found, known }) => {
                return Err(OpenError::TooNew { path, found, known });
            }
            Err(MigrateError::Sqlite(source)) => return Err(failure(path, source)),
        }
        if check.is_none() {
            let check = check_path(&path);
            private_file()
                .open(&check)
                .and_then(|mut file| std::io::Write::write_all(&mut file, &key.check_value()))
                .map_err(in_folder(&check))?;
        }
        Ok(Self {
            writer: Mutex::new(writer),
            readers: Mutex::default(),
            origin: Some(origin),
        })
    }

    fn open_in_memory(kind: &Kind) -> Result<Self, OpenError> {
        let failure = |source| failure(PathBuf::from(":memory:"), source);
        let mut writer = Connection::open_in_memory().map_err(failure)?;
        match migrate(&mut writer, kind.migrations) {
            Ok(()) => {}
            Err(MigrateError::TooNew { found, known }) => {
                return Err(OpenError::TooNew {
                    path: PathBuf::from(":memory:"),
                    found,
                    known,
                });
            }
            Err(MigrateError::Sqlite(source)) => return Err(failure(source)),
        }
        Ok(Self {
            writer: Mutex::new(writer),
            readers: Mutex::default(),
            origin: None,
        })
    }

    /// Runs `work` in one transaction, which is committed when it succeeds.
    pub(crate) fn write<T>(
        &self,
        attempted: &'static str,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, Fault>,
    ) -> Result<T, StoreError> {
        let sqlite = |error| StoreError::sqlite(attempted, error);
        let mut writer = lock(&self.writer);
        let transaction = writer
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(sqlite)?;
        let done = work(&transaction).map_err(|fault| fault.when(attempted))?;
        transaction.commit().map_err(sqlite)?;
        Ok(done)
    }

    /// Runs `work` on what was last committed, within one read transaction. Where nothing is being
    /// written that is the writer's own connection, whose page cache outlives its commits; another
    /// connection decrypts everything again after each.
    pub(crate) fn read<T>(
        &self,
        attempted: &'static str,
        work: impl FnOnce(&Connection) -> Result<T, Fault>,
    ) -> Result<T, StoreError> {
        let Some(origin) = &self.origin else {
            return read_on(&mut lock(&self.writer), attempted, work);
        };
        if let Ok(mut writer) = self.writer.try_lock() {
            return read_on(&mut writer, attempted, work);
        }
        let idle = lock(&self.readers).pop();
        let mut reader = match idle {
            Some(reader) => reader,
            None => origin
                .connect()
                .map_err(|error| StoreError::sqlite(attempted, error))?,
        };
        let read = read_on(&mut reader, attempted, work)?;
        let mut idle = lock(&self.readers);
        if idle.len() < IDLE_READERS {
            idle.push(reader);
        }
        Ok(read)
    }

    /// Like [`Store::read`], on a connection of its own that keeps few pages: for a walk over
    /// everything, which would otherwise fill a page cache with what is read once.
    pub(crate) fn read_all<T>(
        &self,
        attempted: &'static str,
        work: impl FnOnce(&Connection) -> Result<T, Fault>,
    ) -> Result<T, StoreError> {
        let Some(origin) = &self.origin else {
            return read_on(&mut lock(&self.writer), attempted, work);
        };
        let sqlite = |error| StoreError::sqlite(attempted, error);
        let mut reader = origin.connect().map_err(sqlite)?;
        reader
            .pragma_update(None, "cache_size", -2048)
            .map_err(sqlite)?;
        read_on(&mut reader, attempted, work)
    }

    /// Moves what the write-ahead log holds into the file, as far as readers allow without waiting, and
    /// gives back the memory of the writer's page cache: after a bulk write.
    pub(crate) fn settle_down(&self) {
        let writer = lock(&self.writer);
        let done = writer
            .query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |_| Ok(()))
            .and_then(|()| writer.pragma_query(None, "shrink_memory", |_| Ok(())));
        if let Err(error) = done {
            // The next checkpoint does it; nothing depends on when.
            tracing::debug!(%error, "the write-ahead log stays as it is for now");
        }
    }

    /// A number that differs once another process has written; this value's own writes don't count.
    pub(crate) fn data_version(&self) -> rusqlite::Result<i64> {
        lock(&self.writer).pragma_query_value(None, "data_version", |row| row.get(0))
    }

    /// Looks at every page of the file.
    pub(crate) fn check(&self) -> rusqlite::Result<()> {
        let verdict: String =
            lock(&self.writer).query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
        if verdict == "ok" {
            return Ok(());
        }
        let corrupt = rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_CORRUPT);
        Err(rusqlite::Error::SqliteFailure(corrupt, Some(verdict)))
    }

    /// Where the file is; `None` in memory.
    pub(crate) fn path(&self) -> Option<&Path> {
        self.origin.as_ref().map(|origin| origin.path.as_path())
    }
}

/// Runs `work` within one read transaction of a connection.
fn read_on<T>(
    connection: &mut Connection,
    attempted: &'static str,
    work: impl FnOnce(&Connection) -> Result<T, Fault>,
) -> Result<T, StoreError> {
    let transaction = connection
        .transaction()
        .map_err(|error| StoreError::sqlite(attempted, error))?;
    work(&transaction).map_err(|fault| fault.when(attempted))
}

impl Origin {
    /// A connection with key and settings, tried on the first page.
    fn connect(&self) -> rusqlite::Result<Connection> {
        let connection = unlock(&self.path, &self.key)?;
        connection.busy_timeout(Duration::from_secs(10))?;
        connection.query_row("SELECT count(*) FROM sqlite_master", [], |_| Ok(()))?;
        connection.pragma_update_and_check(None, "journal_mode", "WAL", |_| Ok(()))?;
        // 64 MB: the hot tables of 100,000 users, so that none of their pages is decrypted twice.
        connection.pragma_update(None, "cache_size", -65536)?;
        connection.pragma_update(None, "temp_store", "MEMORY")?;
        // 32 MB: in a bulk write, pages that are changed again and again are moved once.
        connection.pragma_update_and_check(None, "wal_autocheckpoint", 8192, |_| Ok(()))?;
        // After a bulk write the log would else keep its size for ever.
        connection.pragma_update_and_check(None, "journal_size_limit", 4 << 20, |_| Ok(()))?;
        connection.set_prepared_statement_cache_capacity(64);
        let synchronous = match self.durability {
            Durability::Consistent => "NORMAL",
            Durability::EveryCommit => "FULL",
        };
        connection.pragma_update(None, "synchronous", synchronous)?;
        if cfg!(target_os = "macos") && self.durability == Durability::EveryCommit {
            // There fsync alone leaves the disk's own cache unwritten.
            connection.pragma_update(None, "fullfsync", true)?;
            connection.pragma_update(None, "checkpoint_fullfsync", true)?;
        }
        Ok(connection)
    }
}

/// Opens a file with a key, without looking into it.
pub(crate) fn unlock(path: &Path, key: &Key) -> rusqlite::Result<Connection> {
    let connection = Connection::open(path)?;
    // SQLCipher would write to standard error what the answers here say anyway.
    connection.pragma_update(None, "cipher_log_level", "NONE")?;
    connection.pragma_update(None, "key", key.pragma_value().as_str())?;
    Ok(connection)
}

/// Where the check value of a file's key is kept: it tells a wrong key from a broken file.
pub(crate) fn check_path(path: &Path) -> PathBuf {
    path.with_extension("key-check")
}

/// Sorts a failure to open by what can be done about it.
fn failure(path: PathBuf, source: rusqlite::Error) -> OpenError {
    if is_damage(&source) {
        OpenError::Damaged { path, source }
    } else {
        OpenError::Sqlite { path, source }
    }
}
