//! What can go wrong with the two files, told apart by what a person can do about it.

use std::path::PathBuf;

use rollcall_model::MutationId;

/// Why a file could not be opened. None of these has changed the file.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The folder can't be made, or a file in it can't be read or written.
    #[error("could not use {path}", path = path.display())]
    Folder {
        /// Which.
        path: PathBuf,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// The file was written under another key.
    #[error("the key does not open {path}", path = path.display())]
    WrongKey {
        /// Which.
        path: PathBuf,
    },
    /// A later version of this program wrote the file; it is left untouched.
    #[error("{path} was written by a newer version of Rollcall; update Rollcall to open it", path = path.display())]
    TooNew {
        /// Which.
        path: PathBuf,
        /// The schema it has.
        found: u32,
        /// The newest schema known here.
        known: u32,
    },
    /// The file is damaged, and was opened only for reading: whoever writes repairs it.
    #[error("{path} is damaged", path = path.display())]
    Damaged {
        /// Which.
        path: PathBuf,
        /// What SQLite said.
        #[source]
        source: rusqlite::Error,
    },
    /// The file is damaged, and nothing in it could be read. It is left where it was, untouched; a
    /// copy lies beside it.
    #[error("{path} is damaged and nothing in it can be read; a copy was set aside as {copy}",
        path = path.display(), copy = copy.display())]
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
    #[error("{path} is damaged and could not be salvaged; a copy was set aside as {copy}",
        path = path.display(), copy = copy.display())]
    Salvage {
        /// Which.
        path: PathBuf,
        /// The copy.
        copy: PathBuf,
        /// Why.
        #[source]
        source: Box<StoreError>,
    },
    /// Anything else that SQLite refuses.
    #[error("could not open {path}", path = path.display())]
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
    #[error("could not {attempted}: the disk is full")]
    DiskFull {
        /// What was attempted.
        attempted: &'static str,
        /// What SQLite said.
        #[source]
        source: rusqlite::Error,
    },
    /// The file is damaged. A cache is rebuilt when it is opened the next time.
    #[error("could not {attempted}: the file is damaged")]
    Damaged {
        /// What was attempted.
        attempted: &'static str,
        /// What SQLite said.
        #[source]
        source: rusqlite::Error,
    },
    /// Anything else that SQLite refuses.
    #[error("could not {attempted}")]
    Sqlite {
        /// What was attempted.
        attempted: &'static str,
        /// What SQLite said.
        #[source]
        source: rusqlite::Error,
    },
    /// A row holds what no version of this program writes.
    #[error("could not {attempted}: {what} in the file makes no sense")]
    Nonsense {
        /// What was attempted.
        attempted: &'static str,
        /// Which value.
        what: &'static str,
    },
    /// The mutation is no longer where the step starts from.
    #[error("could not {attempted}: mutation {id} is {state}")]
    Transition {
        /// What was attempted.
        attempted: &'static str,
        /// Which mutation.
        id: MutationId,
        /// Where it stands instead.
        state: &'static str,
    },
    /// Another full read has begun since, or another process has.
    #[error("could not {attempted}: another full read has begun since")]
    ReadSuperseded {
        /// What was attempted.
        attempted: &'static str,
    },
}

impl StoreError {
    /// Sorts a SQLite error by what can be done about it.
    pub(crate) fn sqlite(attempted: &'static str, source: rusqlite::Error) -> Self {
        match source.sqlite_error_code() {
            Some(rusqlite::ErrorCode::DiskFull) => Self::DiskFull { attempted, source },
            _ if is_damage(&source) => Self::Damaged { attempted, source },
            _ => Self::Sqlite { attempted, source },
        }
    }
}

/// Whether SQLite or SQLCipher says that what is in the file is not what was written there.
pub(crate) fn is_damage(error: &rusqlite::Error) -> bool {
    matches!(
        error.sqlite_error_code(),
        Some(rusqlite::ErrorCode::DatabaseCorrupt | rusqlite::ErrorCode::NotADatabase)
    )
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
    pub(crate) fn when(self, attempted: &'static str) -> StoreError {
        match self {
            Self::Sqlite(error) => StoreError::sqlite(attempted, error),
            Self::Ours(error) => error,
        }
    }
}
