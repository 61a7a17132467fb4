//! What can go wrong with the two files, told apart by what a person can do about it.

use std::path::PathBuf;

use rollcall_language::say;
use rollcall_model::MutationId;

use crate::spoken::{Spoken, Words};

/// Why a file could not be opened. None of these has changed the file.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The folder can't be made, or a file in it can't be read or written.
    #[error("{}", say!("faults-folder", path = path.display().to_string()))]
    Folder {
        /// Which.
        path: PathBuf,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// The file was written under another key.
    #[error("{}", say!("faults-wrong-key", path = path.display().to_string()))]
    WrongKey {
        /// Which.
        path: PathBuf,
    },
    /// A later version of this program wrote the file; it is left untouched.
    #[error("{}", say!("faults-too-new", path = path.display().to_string()))]
    TooNew {
        /// Which.
        path: PathBuf,
        /// The schema it has.
        found: u32,
        /// The newest schema known here.
        known: u32,
    },
    /// The file is damaged, and was opened only for reading: whoever writes repairs it.
    #[error("{}", say!("faults-damaged", path = path.display().to_string()))]
    Damaged {
        /// Which.
        path: PathBuf,
        /// What SQLite said.
        #[source]
        source: rusqlite::Error,
    },
    /// The file is damaged, and nothing in it could be read. It is left where it was, untouched; a
    /// copy lies beside it.
    #[error("{}", say!("faults-lost", path = path.display().to_string(), copy = copy.display().to_string()))]
    Lost {
        /// Which.
        path: PathBuf,
        /// The copy.
        copy: PathBuf,
        /// What SQLite said.
        #[source]
        source: rusqlite::Error,
    },
    /// The file is damaged, and what can be read could not be carried over. It is left where it was,
    /// untouched; a copy lies beside it.
    #[error("{}", say!("faults-salvage", path = path.display().to_string(), copy = copy.display().to_string()))]
    Salvage {
        /// Which.
        path: PathBuf,
        /// The copy.
        copy: PathBuf,
        /// Why.
        #[source]
        source: Box<StoreError>,
    },
    /// The disk is full, and the file can't be used without some room beside it.
    #[error("{}", say!("faults-open-disk-full", path = path.display().to_string()))]
    DiskFull {
        /// Which.
        path: PathBuf,
        /// What SQLite said.
        #[source]
        source: rusqlite::Error,
    },
    /// Another program holds a lock on the file, and has not let go of it.
    #[error("{}", say!("faults-open-locked", path = path.display().to_string()))]
    Locked {
        /// Which.
        path: PathBuf,
        /// What SQLite said.
        #[source]
        source: rusqlite::Error,
    },
    /// Anything else that SQLite refuses.
    #[error("{}", say!("faults-open", path = path.display().to_string()))]
    Sqlite {
        /// Which.
        path: PathBuf,
        /// What SQLite said.
        #[source]
        source: rusqlite::Error,
    },
}

/// Why something in an open file could not be read or written. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The disk is full.
    #[error("{}", say!("faults-disk-full", attempted = attempted.to_string()))]
    DiskFull {
        /// What was attempted.
        attempted: Spoken,
        /// What SQLite said.
        #[source]
        source: rusqlite::Error,
    },
    /// Another program holds a lock on the file, and has not let go of it.
    #[error("{}", say!("faults-locked", attempted = attempted.to_string()))]
    Locked {
        /// What was attempted.
        attempted: Spoken,
        /// What SQLite said.
        #[source]
        source: rusqlite::Error,
    },
    /// The file is damaged. A cache is rebuilt when it is opened the next time.
    #[error("{}", say!("faults-file-damaged", attempted = attempted.to_string()))]
    Damaged {
        /// What was attempted.
        attempted: Spoken,
        /// What SQLite said.
        #[source]
        source: rusqlite::Error,
    },
    /// Anything else that SQLite refuses.
    #[error("{}", say!("faults-failed", attempted = attempted.to_string()))]
    Sqlite {
        /// What was attempted.
        attempted: Spoken,
        /// What SQLite said.
        #[source]
        source: rusqlite::Error,
    },
    /// A row holds what no version of this program writes.
    #[error("{}", say!("faults-nonsense", attempted = attempted.to_string(), what = what.to_string()))]
    Nonsense {
        /// What was attempted.
        attempted: Spoken,
        /// Which value.
        what: Spoken,
    },
    /// The mutation is no longer where the step starts from.
    #[error("{}", say!("faults-transition", attempted = attempted.to_string(), id = id.to_string(), state = state))]
    Transition {
        /// What was attempted.
        attempted: Spoken,
        /// Which mutation.
        id: MutationId,
        /// Where it stands instead: a name of the code's own.
        state: &'static str,
    },
    /// Another full read has begun since, or another process has.
    #[error("{}", say!("faults-read-superseded", attempted = attempted.to_string()))]
    ReadSuperseded {
        /// What was attempted.
        attempted: Spoken,
    },
}

impl OpenError {
    /// Sorts a SQLite error by what can be done about it.
    pub(crate) fn sqlite(path: PathBuf, source: rusqlite::Error) -> Self {
        match Cure::of(&source) {
            Cure::Room => Self::DiskFull { path, source },
            Cure::Patience => Self::Locked { path, source },
            Cure::Repair => Self::Damaged { path, source },
            Cure::Unknown => Self::Sqlite { path, source },
        }
    }
}

impl StoreError {
    /// Sorts a SQLite error by what can be done about it.
    pub(crate) fn sqlite(attempted: Words, source: rusqlite::Error) -> Self {
        let attempted = attempted.into();
        match Cure::of(&source) {
            Cure::Room => Self::DiskFull { attempted, source },
            Cure::Patience => Self::Locked { attempted, source },
            Cure::Repair => Self::Damaged { attempted, source },
            Cure::Unknown => Self::Sqlite { attempted, source },
        }
    }

    /// Whether it is about the disk, or what is on it, and not about what was asked for.
    pub(crate) fn is_of_the_disk(&self) -> bool {
        match self {
            Self::Damaged { .. } => true,
            Self::Sqlite { source, .. } => {
                source.sqlite_error_code() == Some(rusqlite::ErrorCode::SystemIoFailure)
            }
            _ => false,
        }
    }
}

/// What helps against an error of SQLite's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cure {
    /// Room on the disk.
    Room,
    /// Another program letting go of the file.
    Patience,
    /// A repair: what is in the file is not what was written there, say SQLite or SQLCipher.
    Repair,
    /// Not known: the disk reports an error, for one.
    Unknown,
}

impl Cure {
    pub(crate) fn of(error: &rusqlite::Error) -> Self {
        use rusqlite::ErrorCode;
        // The memory that connections share is a file, too: nothing but a full disk keeps it from
        // growing.
        let extended = error.sqlite_error().map(|error| error.extended_code);
        if extended == Some(rusqlite::ffi::SQLITE_IOERR_SHMSIZE) {
            return Self::Room;
        }
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Self::Room,
            Some(
                ErrorCode::DatabaseBusy
                | ErrorCode::DatabaseLocked
                | ErrorCode::FileLockingProtocolFailed,
            ) => Self::Patience,
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Self::Repair,
            _ => Self::Unknown,
        }
    }
}

/// What a transaction's work may end in; [`crate::store::Store`] adds what was attempted.
pub(crate) enum Fault {
    /// SQLite refused.
    Sqlite(rusqlite::Error),
    /// A reason of our own.
    Ours(StoreError),
}

impl From<rusqlite::Error> for Fault {
    fn from(error: rusqlite::Error) -> Self {
        Self::Sqlite(error)
    }
}

impl From<rusqlite::types::FromSqlError> for Fault {
    fn from(error: rusqlite::types::FromSqlError) -> Self {
        Self::Sqlite(error.into())
    }
}

impl From<StoreError> for Fault {
    fn from(error: StoreError) -> Self {
        Self::Ours(error)
    }
}

impl Fault {
    pub(crate) fn when(self, attempted: Words) -> StoreError {
        match self {
            Self::Sqlite(error) => StoreError::sqlite(attempted, error),
            Self::Ours(error) => error,
        }
    }
}
