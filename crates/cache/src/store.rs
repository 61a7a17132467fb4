//! One encrypted SQLite file: a connection that writes, and others that read meanwhile.

use rollcall_language::say;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::connection::{
    Company, Durability, KeepLog, Origin, damage, keep_log, prepare, quick_check, try_out,
};
use crate::error::{Cure, Fault};
use crate::in_memory;
use crate::migrate::{MigrateError, Migration, migrate};
use crate::spoken::Words;
use crate::system::{make_folder, private_file};
use crate::{Key, Location, OpenError, StoreError};

/// How many idle reading connections are kept.
const IDLE_READERS: usize = 2;
/// A file with less than this, in bytes, holds nothing.
const LEAST: u64 = 512;

/// How a file is kept.
pub(crate) struct Kind {
    /// Its name in the folder.
    pub(crate) file: &'static str,
    /// What survives a power loss.
    pub(crate) durability: Durability,
    /// Its schema.
    pub(crate) migrations: &'static [Migration],
    /// How much of it is looked at when it is opened.
    pub(crate) looked_at: LookedAt,
}

/// How much of a file is looked at when it is opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum LookedAt {
    /// Every page.
    Whole,
    /// The first pages. Damage elsewhere is met when it is read, and noted for who opens it next.
    Beginning,
}

/// An open file.
pub(crate) struct Store {
    writer: Mutex<Writer>,
    /// Whether the writer is the only connection there can be: the disk is full.
    alone: AtomicBool,
    readers: Mutex<Vec<Connection>>,
    /// How to open further connections; `None` in memory, where the writer reads too.
    origin: Option<Origin>,
    looked_at: LookedAt,
}

/// The connection that writes.
struct Writer {
    /// `None` after the disk has failed below it, until it is needed again: a page that SQLCipher could not
    /// read once, it takes for damaged from then on.
    connection: Option<Connection>,
    /// Whether a commit has failed. It is kept then, if it still works: it knows best that nothing was
    /// committed. To another connection, what was written and not synced looks like a commit.
    suspect: bool,
}

impl Writer {
    fn new(connection: Connection) -> Self {
        Self {
            connection: Some(connection),
            suspect: false,
        }
    }
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
        match Self::open_file(path.clone(), key, kind) {
            // What the disk failed to read looks like damage, too. Whoever opens the file anew hears that
            // it is the disk, or finds nothing wrong.
            Err(OpenError::Damaged { .. } | OpenError::WrongKey { .. }) => {
                Self::open_file(path, key, kind)
            }
            opened => opened,
        }
    }

    fn open_file(path: PathBuf, key: &Key, kind: &Kind) -> Result<Self, OpenError> {
        let in_folder = |path: &Path| {
            let path = path.to_owned();
            move |source| OpenError::Folder { path, source }
        };
        let folder = path.parent().unwrap_or(Path::new("."));
        make_folder(folder).map_err(in_folder(folder))?;
        let check = std::fs::read(check_path(&path)).ok();
        // A file cut off at its beginning is a new one to SQLite.
        let len = path.metadata().map_or(None, |file| Some(file.len()));
        if check.is_some() && len.is_some_and(|len| len < LEAST) {
            let source = damage(say!("faults-file-empty"));
            return Err(OpenError::Damaged { path, source });
        }
        // SQLite gives `-wal` and `-shm` the permissions of the file itself.
        private_file().open(&path).map_err(in_folder(&path))?;
        let key_is_known = check.is_some_and(|check| check == key.check_value());
        let origin = Origin {
            path: path.clone(),
            key: key.clone(),
            durability: kind.durability,
        };
        let (mut writer, company) = match origin.connect_first() {
            Ok(connected) => connected,
            // The first page doesn't decrypt. Without the check value of this key that may be the key's
            // fault, and no file is taken for broken because of a key.
            Err(source) if Cure::of(&source) == Cure::Repair && !key_is_known => {
                tracing::warn!(%source, "a file does not decrypt, and its key is not known to be this one");
                return Err(OpenError::WrongKey { path });
            }
            Err(source) => return Err(OpenError::sqlite(path, source)),
        };
        if let Err(error) = make_ready(&mut writer, &origin, kind) {
            // A file that is refused is left as it is.
            keep_log(&writer, KeepLog::Yes);
            return Err(error);
        }
        if !key_is_known {
            let check = check_path(&path);
            private_file()
                .truncate(true)
                .open(&check)
                .and_then(|mut file| std::io::Write::write_all(&mut file, &key.check_value()))
                .map_err(in_folder(&check))?;
        }
        Ok(Self {
            writer: Mutex::new(Writer::new(writer)),
            alone: AtomicBool::new(company == Company::Nobody),
            readers: Mutex::default(),
            origin: Some(origin),
            looked_at: kind.looked_at,
        })
    }

    fn open_in_memory(kind: &Kind) -> Result<Self, OpenError> {
        let failure = |source| OpenError::sqlite(PathBuf::from(":memory:"), source);
        let writer = match in_memory::open(kind) {
            Ok(writer) => writer,
            Err(MigrateError::TooNew { found, known }) => {
                return Err(OpenError::TooNew {
                    path: PathBuf::from(":memory:"),
                    found,
                    known,
                });
            }
            Err(MigrateError::Sqlite(source)) => return Err(failure(source)),
        };
        prepare(&writer).map_err(failure)?;
        Ok(Self {
            writer: Mutex::new(Writer::new(writer)),
            alone: AtomicBool::new(false),
            readers: Mutex::default(),
            origin: None,
            looked_at: kind.looked_at,
        })
    }

    /// Runs `work` in one transaction, which is committed when it succeeds.
    pub(crate) fn write<T>(
        &self,
        attempted: Words,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, Fault>,
    ) -> Result<T, StoreError> {
        let sqlite = |error| StoreError::sqlite(attempted, error);
        let mut writer = lock(&self.writer);
        if self.alone.load(Ordering::Acquire) {
            // There may be room by now.
            writer.connection = None;
        }
        let committed = self.with(&mut writer, attempted, |connection| {
            let transaction = connection
                .transaction_with_behavior(TransactionBehavior::Immediate)
                .map_err(sqlite)?;
            let done = work(&transaction).map_err(|fault| fault.when(attempted))?;
            Ok(transaction.commit().map(|()| done))
        })?;
        writer.suspect = committed.is_err();
        self.noting(committed.map_err(sqlite))
    }

    /// Runs `work` on what was last committed, within one read transaction. Where nothing is being
    /// written that is the writer's own connection, whose page cache outlives its commits; another
    /// connection decrypts everything again after each.
    pub(crate) fn read<T>(
        &self,
        attempted: Words,
        work: impl FnOnce(&Connection) -> Result<T, Fault>,
    ) -> Result<T, StoreError> {
        let in_memory = self.origin.is_none();
        let read = |connection: &mut Connection| match in_memory {
            // On the only connection nobody writes meanwhile.
            true => work(connection).map_err(|fault| fault.when(attempted)),
            false => read_on(connection, attempted, work),
        };
        let Some(origin) = self.beside() else {
            return self.with(&mut lock(&self.writer), attempted, read);
        };
        if let Ok(mut writer) = self.writer.try_lock() {
            return self.with(&mut writer, attempted, read);
        }
        let idle = lock(&self.readers).pop();
        let mut reader = match idle {
            Some(reader) => reader,
            None => origin
                .connect(Company::Others)
                .map_err(|error| StoreError::sqlite(attempted, error))?,
        };
        let read = self.noting(read(&mut reader))?;
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
        attempted: Words,
        work: impl FnOnce(&Connection) -> Result<T, Fault>,
    ) -> Result<T, StoreError> {
        let Some(origin) = self.beside() else {
            return self.read(attempted, work);
        };
        let sqlite = |error| StoreError::sqlite(attempted, error);
        let mut reader = origin.connect(Company::Others).map_err(sqlite)?;
        reader
            .pragma_update(None, "cache_size", -2048)
            .map_err(sqlite)?;
        self.noting(read_on(&mut reader, attempted, work))
    }

    /// Moves what the write-ahead log holds into the file, as far as readers allow without waiting, and
    /// gives back the memory of the writer's page cache: after a bulk write.
    pub(crate) fn settle_down(&self) {
        const ATTEMPTED: Words = || say!("faults-try-checkpoint");
        let done = self.with(&mut lock(&self.writer), ATTEMPTED, |writer| {
            writer
                .query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |_| Ok(()))
                .and_then(|()| writer.pragma_query(None, "shrink_memory", |_| Ok(())))
                .map_err(|error| StoreError::sqlite(ATTEMPTED, error))
        });
        if let Err(error) = done {
            // The next checkpoint does it; nothing depends on when.
            tracing::debug!(%error, "the write-ahead log stays as it is for now");
        }
    }

    /// Moves everything that the write-ahead log holds into the file, and closes it: the file alone is
    /// whole then.
    pub(crate) fn close(self) -> Result<(), StoreError> {
        const ATTEMPTED: Words = || say!("faults-try-checkpoint");
        lock(&self.readers).clear();
        let sqlite = |error| StoreError::sqlite(ATTEMPTED, error);
        self.with(&mut lock(&self.writer), ATTEMPTED, |writer| {
            let checkpoint = "PRAGMA wal_checkpoint(TRUNCATE)";
            let busy: bool = writer
                .query_row(checkpoint, [], |row| row.get(0))
                .map_err(sqlite)?;
            if busy {
                let busy = rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_BUSY);
                return Err(sqlite(rusqlite::Error::SqliteFailure(busy, None)));
            }
            Ok(())
        })
    }

    /// A number that differs once another process has written; this value's own writes don't count.
    pub(crate) fn data_version(&self) -> Result<i64, StoreError> {
        const ATTEMPTED: Words = || say!("faults-try-look-for-changes");
        self.with(&mut lock(&self.writer), ATTEMPTED, |writer| {
            writer
                .pragma_query_value(None, "data_version", |row| row.get(0))
                .map_err(|error| StoreError::sqlite(ATTEMPTED, error))
        })
    }

    /// Where the file is; `None` in memory.
    pub(crate) fn path(&self) -> Option<&Path> {
        self.origin.as_ref().map(|origin| origin.path.as_path())
    }

    /// Where other connections come from; `None` where the writer is the only one.
    fn beside(&self) -> Option<&Origin> {
        let alone = self.alone.load(Ordering::Acquire);
        self.origin.as_ref().filter(|_| !alone)
    }

    /// Runs `work` on the writer's connection.
    fn with<T>(
        &self,
        writer: &mut Writer,
        attempted: Words,
        work: impl FnOnce(&mut Connection) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let connection = self
            .connected(writer)
            .map_err(|error| StoreError::sqlite(attempted, error))?;
        let done = work(connection);
        let failed = done.as_ref().err().is_some_and(StoreError::is_of_the_disk);
        if failed && self.origin.is_some() {
            writer.connection = None;
        }
        self.noting(done)
    }

    /// Passes an outcome on. Where it tells of damage that nobody looks for, it is noted: the next writer
    /// who opens the file repairs it.
    fn noting<T>(&self, outcome: Result<T, StoreError>) -> Result<T, StoreError> {
        if let (Err(StoreError::Damaged { .. }), LookedAt::Beginning, Some(path)) =
            (&outcome, self.looked_at, self.path())
            && let Err(error) = std::fs::write(note_of_damage(path), [])
        {
            tracing::warn!(%error, "could not note that a file is damaged");
        }
        outcome
    }

    /// The writer's connection, made anew where there is none that works.
    fn connected<'w>(&self, writer: &'w mut Writer) -> rusqlite::Result<&'w mut Connection> {
        let Some(origin) = &self.origin else {
            // In memory it is never given up.
            let connection = writer.connection.as_mut();
            return connection.ok_or_else(|| damage(say!("faults-file-missing")));
        };
        if let (true, Some(connection)) = (writer.suspect, &writer.connection) {
            match try_out(connection) {
                Err(error) if Cure::of(&error) == Cure::Repair => writer.connection = None,
                tried => tried?,
            }
        }
        let connection = match writer.connection.take() {
            Some(connection) => connection,
            None => {
                let (connection, company) = origin.connect_first()?;
                let alone = company == Company::Nobody;
                self.alone.store(alone, Ordering::Release);
                connection
            }
        };
        writer.suspect = false;
        Ok(writer.connection.insert(connection))
    }
}

/// Brings a file up to date, and looks at it.
fn make_ready(writer: &mut Connection, origin: &Origin, kind: &Kind) -> Result<(), OpenError> {
    let path = || origin.path.clone();
    let sqlite = |source| OpenError::sqlite(path(), source);
    match migrate(writer, kind.migrations) {
        Ok(()) => {}
        Err(MigrateError::TooNew { found, known }) => {
            let path = path();
            return Err(OpenError::TooNew { path, found, known });
        }
        Err(MigrateError::Sqlite(source)) => return Err(sqlite(source)),
    }
    origin.set_durability(writer).map_err(sqlite)?;
    match kind.looked_at {
        LookedAt::Whole => quick_check(writer).map_err(sqlite),
        LookedAt::Beginning => Ok(()),
    }
}

/// Runs `work` within one read transaction of a connection.
fn read_on<T>(
    connection: &mut Connection,
    attempted: Words,
    work: impl FnOnce(&Connection) -> Result<T, Fault>,
) -> Result<T, StoreError> {
    let transaction = connection
        .transaction()
        .map_err(|error| StoreError::sqlite(attempted, error))?;
    work(&transaction).map_err(|fault| fault.when(attempted))
}

/// Where it is noted that damage was met in a file.
pub(crate) fn note_of_damage(path: &Path) -> PathBuf {
    path.with_extension("damaged")
}

/// Where the check value of a file's key is kept: it tells a wrong key from a broken file.
pub(crate) fn check_path(path: &Path) -> PathBuf {
    path.with_extension("key-check")
}
