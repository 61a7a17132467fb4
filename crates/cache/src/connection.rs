//! How a connection to one of the two files is made, and what it says of the file.

use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::Connection;
use rusqlite::config::DbConfig;

use crate::Key;
use crate::error::Cure;
use crate::system::FLUSHES_HALFWAY;

/// How many statements a connection keeps compiled: more than there are.
const STATEMENTS: usize = 128;

/// What survives a power loss.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Durability {
    /// The file, as of some earlier commit.
    Consistent,
    /// Every commit.
    EveryCommit,
}

/// Where connections to a file come from.
pub(crate) struct Origin {
    pub(crate) path: PathBuf,
    pub(crate) key: Key,
    pub(crate) durability: Durability,
}

/// Who else may have the file open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Company {
    /// Other connections, here and in other processes.
    Others,
    /// Nobody. What connections share beside the file is kept in memory, so it takes no room on the disk.
    Nobody,
}

impl Origin {
    /// A connection beside others; where the disk is full and this is the first, one alone.
    pub(crate) fn connect_first(&self) -> rusqlite::Result<(Connection, Company)> {
        match self.connect(Company::Others) {
            Ok(connection) => Ok((connection, Company::Others)),
            Err(error) if Cure::of(&error) == Cure::Room => match self.connect(Company::Nobody) {
                Ok(connection) => Ok((connection, Company::Nobody)),
                Err(_) => Err(error),
            },
            Err(error) => Err(error),
        }
    }

    /// A connection with key and settings, tried on the first page.
    pub(crate) fn connect(&self, company: Company) -> rusqlite::Result<Connection> {
        let connection = unlock(&self.path, &self.key)?;
        connection.busy_timeout(Duration::from_secs(10))?;
        if company == Company::Nobody {
            connection.pragma_update_and_check(None, "locking_mode", "EXCLUSIVE", |_| Ok(()))?;
        }
        try_out(&connection)?;
        // A new file begins with a journal, which must not come back after a power loss.
        connection.pragma_update(None, "synchronous", "EXTRA")?;
        connection.pragma_update_and_check(None, "journal_mode", "WAL", |_| Ok(()))?;
        // 64 MB: the hot tables of 100,000 users, so that none of their pages is decrypted twice.
        connection.pragma_update(None, "cache_size", -65536)?;
        connection.pragma_update(None, "temp_store", "MEMORY")?;
        // 32 MB: in a bulk write, pages that are changed again and again are moved once.
        connection.pragma_update_and_check(None, "wal_autocheckpoint", 8192, |_| Ok(()))?;
        // After a bulk write the log would else keep its size for ever.
        connection.pragma_update_and_check(None, "journal_size_limit", 4 << 20, |_| Ok(()))?;
        prepare(&connection)?;
        self.set_durability(&connection)?;
        if FLUSHES_HALFWAY && self.durability == Durability::EveryCommit {
            connection.pragma_update(None, "fullfsync", true)?;
            connection.pragma_update(None, "checkpoint_fullfsync", true)?;
        }
        keep_log(&connection, KeepLog::No);
        Ok(connection)
    }

    /// Lets commits survive a power loss as they are meant to, from now on.
    pub(crate) fn set_durability(&self, connection: &Connection) -> rusqlite::Result<()> {
        let synchronous = match self.durability {
            Durability::Consistent => "NORMAL",
            Durability::EveryCommit => "FULL",
        };
        connection.pragma_update(None, "synchronous", synchronous)
    }
}

/// Opens a file with a key, without looking into it, and leaves it as it is.
pub(crate) fn unlock(path: &Path, key: &Key) -> rusqlite::Result<Connection> {
    let connection = Connection::open(path)?;
    // SQLCipher would write to standard error what the answers here say anyway.
    connection.pragma_update(None, "cipher_log_level", "NONE")?;
    connection.pragma_update(None, "key", key.pragma_value().as_str())?;
    keep_log(&connection, KeepLog::Yes);
    Ok(connection)
}

/// Keeps statements compiled: what every connection needs, in memory too.
pub(crate) fn prepare(connection: &Connection) -> rusqlite::Result<()> {
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    // Else the planner looks at the value of a LIMIT, and compiles the statement anew for each.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    Ok(())
}

/// Reads the first page.
pub(crate) fn try_out(connection: &Connection) -> rusqlite::Result<()> {
    connection.query_row("SELECT count(*) FROM sqlite_master", [], |_| Ok(()))
}

/// Whether a connection keeps the write-ahead log as it is, when it is the last to be closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum KeepLog {
    /// It does: the file is left untouched.
    Yes,
    /// The log is moved into the file.
    No,
}

/// See [`KeepLog`].
pub(crate) fn keep_log(connection: &Connection, keep: KeepLog) {
    let no_checkpoint = DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE;
    if let Err(error) = connection.set_db_config(no_checkpoint, keep == KeepLog::Yes) {
        tracing::debug!(%error, "what becomes of the write-ahead log can't be chosen");
    }
}

/// Looks at every page of the file.
pub(crate) fn quick_check(connection: &Connection) -> rusqlite::Result<()> {
    let verdict: String = connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    if verdict == "ok" {
        return Ok(());
    }
    Err(damage(verdict))
}

/// Damage that was seen here, as SQLite says it.
pub(crate) fn damage(what: String) -> rusqlite::Error {
    let corrupt = rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_CORRUPT);
    rusqlite::Error::SqliteFailure(corrupt, Some(what))
}
