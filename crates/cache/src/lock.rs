//! The one writer of an organization, held by a lock file.
//!
//! The lock is the operating system's own, so it goes with the process however that ends. Who holds
//! it stands in a second file, since a locked file can't be read everywhere.

use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use rollcall_language::say;
use rollcall_model::Clock;
use serde::{Deserialize, Serialize};

use crate::system::{make_folder, private_file};

/// The right to write to an organization's files, until it is dropped.
#[derive(Debug)]
pub struct WriterLock {
    _locked: File,
    path: PathBuf,
    note: PathBuf,
}

/// Who holds an organization.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeldBy {
    /// Its process id.
    pub pid: u32,
    /// Its name, for people.
    pub program: String,
    /// Since when.
    pub since: Timestamp,
}

impl std::fmt::Display for HeldBy {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let pid = self.pid.to_string();
        f.write_str(&say!("faults-holder", program = self.program, pid = pid))
    }
}

/// Why the right to write was not given.
#[derive(Debug, thiserror::Error)]
pub enum LockError {
    /// Another process has it; `None` where it hasn't said yet who it is.
    #[error("{}", in_use(.0.as_ref()))]
    Held(Option<HeldBy>),
    /// The lock file can't be made or locked.
    #[error("{}", say!("faults-lock", path = path.display().to_string()))]
    Io {
        /// Which file.
        path: PathBuf,
        /// Why.
        #[source]
        source: std::io::Error,
    },
}

/// Who uses the organization, as a sentence.
fn in_use(holder: Option<&HeldBy>) -> String {
    match holder {
        Some(holder) => say!("faults-in-use-by", holder = holder.to_string()),
        None => say!("faults-in-use"),
    }
}

impl WriterLock {
    /// Takes the right to write to the organization in `folder`, and says so under the name
    /// `program`. Never waits.
    ///
    /// # Errors
    /// When another process (or another value in this one) has it, or when the folder can't be
    /// written.
    pub fn acquire(folder: &Path, program: &str, clock: &dyn Clock) -> Result<Self, LockError> {
        let path = folder.join("lock");
        let note = folder.join("lock.json");
        let io = |path: &Path| {
            let path = path.to_owned();
            move |source| LockError::Io { path, source }
        };
        make_folder(folder).map_err(io(folder))?;
        let locked = private_file().open(&path).map_err(io(&path))?;
        match locked.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(LockError::Held(Self::holder(folder))),
            Err(TryLockError::Error(source)) => return Err(LockError::Io { path, source }),
        }
        let held = HeldBy {
            pid: std::process::id(),
            program: program.to_owned(),
            since: clock.now(),
        };
        // Only for a message: on a full disk the organization is held all the same.
        if let Err(error) = write_note(&note, &held) {
            tracing::warn!(%error, "could not note who holds the organization");
        }
        Ok(Self {
            _locked: locked,
            path,
            note,
        })
    }

    /// Waits until nobody has the right to write to the organization in `folder`, without taking it:
    /// somebody else may be quicker. It costs nothing while it waits, and can't be called off: it
    /// belongs on a thread of its own.
    ///
    /// # Errors
    /// When the lock file can't be opened or locked.
    pub fn wait_until_free(folder: &Path) -> Result<(), LockError> {
        let path = folder.join("lock");
        private_file()
            .open(&path)
            .and_then(|file| file.lock())
            .map_err(|source| LockError::Io { path, source })
    }

    /// Whether a file is one of the lock's own.
    #[must_use]
    pub fn owns(&self, path: &Path) -> bool {
        path == self.path || path == self.note
    }

    /// Lets go for good, and leaves nothing of the lock in its folder. A file that is open can't be removed on
    /// every system, so whoever waits for the lock may have it first.
    ///
    /// # Errors
    /// The file that can't be removed, and why.
    pub fn remove(self) -> Result<(), (PathBuf, std::io::Error)> {
        let path = self.path.clone();
        drop(self);
        std::fs::remove_file(&path).map_err(|error| (path, error))
    }

    /// Who says to hold the organization. Only for a message: the lock itself decides.
    #[must_use]
    pub fn holder(folder: &Path) -> Option<HeldBy> {
        let text = std::fs::read(folder.join("lock.json")).ok()?;
        serde_json::from_slice(&text).ok()
    }
}

fn write_note(note: &Path, held: &HeldBy) -> std::io::Result<()> {
    let text = serde_json::to_vec(held)?;
    let mut file = private_file().truncate(true).open(note)?;
    std::io::Write::write_all(&mut file, &text)
}

impl Drop for WriterLock {
    fn drop(&mut self) {
        // Left behind, it would only name a holder who is gone; nobody reads it without a held lock.
        if let Err(error) = std::fs::remove_file(&self.note) {
            tracing::debug!(%error, "could not remove the note on who holds the organization");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rollcall_model::SystemClock;

    #[test]
    fn a_second_writer_is_told_who_holds_the_organization() {
        let folder = tempfile::tempdir().unwrap();
        let held = WriterLock::acquire(folder.path(), "Rollcall", &SystemClock).unwrap();
        match WriterLock::acquire(folder.path(), "rollcall-cli", &SystemClock) {
            Err(LockError::Held(Some(by))) => {
                assert_eq!(
                    (by.pid, by.program.as_str()),
                    (std::process::id(), "Rollcall")
                );
            }
            other => panic!("one writer at a time holds an organization: {other:?}"),
        }
        drop(held);
        assert!(WriterLock::acquire(folder.path(), "rollcall-cli", &SystemClock).is_ok());
    }

    #[test]
    fn who_waits_goes_on_once_the_writer_lets_go_and_holds_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let held = WriterLock::acquire(folder.path(), "Rollcall", &SystemClock).unwrap();
        std::thread::scope(|threads| {
            let waiting = threads.spawn(|| WriterLock::wait_until_free(folder.path()));
            drop(held);
            waiting.join().unwrap().unwrap();
        });
        assert!(
            WriterLock::acquire(folder.path(), "Rollcall", &SystemClock).is_ok(),
            "waiting is not taking"
        );
    }

    #[test]
    fn a_note_left_behind_by_a_killed_process_holds_nobody_up() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(
            folder.path().join("lock.json"),
            r#"{"pid":1,"program":"x","since":"2026-01-01T00:00:00Z"}"#,
        )
        .unwrap();
        assert!(
            WriterLock::acquire(folder.path(), "Rollcall", &SystemClock).is_ok(),
            "the lock itself decides"
        );
    }
}
