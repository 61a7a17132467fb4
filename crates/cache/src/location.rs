//! Where an organization's files are, and what became of them when they were opened.

use std::path::{Path, PathBuf};

use crate::OpenError;
use crate::ledger::Salvaged;

/// Where an organization's files are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Location {
    /// In a folder of their own, made 0700 if it is missing; the files are 0600.
    Folder(PathBuf),
    /// Nowhere: in memory, until the value is dropped.
    Memory,
}

/// Whether the files may be repaired, migrated and recovered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// By the one process that holds the [`crate::WriterLock`].
    Writer,
    /// Beside another process that holds it: nothing is repaired, and nothing should be written.
    Reader,
}

/// An opened file, and what had to be done to it.
#[derive(Debug)]
pub struct Opened<T> {
    /// The file.
    pub store: T,
    /// What had to be done.
    pub recovery: Recovery,
}

/// What had to be done to a file so that it could be opened; to be said once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Recovery {
    /// Nothing.
    None,
    /// The cache was damaged, or was written under another key: it was set aside and is empty now.
    Rebuilt {
        /// Where the old file is.
        set_aside: PathBuf,
    },
    /// The ledger was there before, and is gone: an empty one was begun.
    BegunAnew,
    /// The ledger was damaged: a copy was set aside, and what could be read was carried over.
    Salvaged {
        /// Where the copy is.
        copy: PathBuf,
        /// What was carried over.
        rows: Salvaged,
    },
}

impl Location {
    /// The path of a file here; `None` in memory.
    pub(crate) fn file(&self, name: &str) -> Option<PathBuf> {
        match self {
            Self::Folder(folder) => Some(folder.join(name)),
            Self::Memory => None,
        }
    }
}

/// Removes a file, if it is there.
pub(crate) fn remove(path: &Path) -> Result<(), OpenError> {
    match std::fs::remove_file(path) {
        Err(source) if source.kind() != std::io::ErrorKind::NotFound => Err(OpenError::Folder {
            path: path.to_owned(),
            source,
        }),
        _ => Ok(()),
    }
}

/// The first of `NAME.suffix-1`, `NAME.suffix-2`, … that doesn't exist.
pub(crate) fn free_name(path: &Path, suffix: &str) -> PathBuf {
    let name = path
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    (1_u32..)
        .map(|number| path.with_file_name(format!("{name}.{suffix}-{number}")))
        .find(|candidate| !candidate.exists())
        .unwrap_or_else(|| path.with_file_name(format!("{name}.{suffix}")))
}
