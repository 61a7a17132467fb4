//! A file that is written beside the place where it is to be: it is there whole, or not at all.
//!
//! Where it lies meanwhile is noted in the profile, so that what a killed program has left is found: when one is
//! started the next time, or the organization is removed.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use rollcall_model::OperationId;
use tempfile::NamedTempFile;

use crate::system::{private_file, private_folder};

/// What the name of a draft begins with.
const PREFIX: &str = ".rollcall-";

/// A file that only its owner may read and that goes away unless it is put in place.
pub(crate) struct Draft {
    file: BufWriter<NamedTempFile>,
    _note: Option<Note>,
}

/// Says where a draft lies. Locked, it belongs to a program that still runs.
struct Note {
    path: PathBuf,
    _held: File,
}

impl Draft {
    /// A draft of this file, noted in this folder.
    pub(crate) fn beside(path: &Path, notes: &Path) -> io::Result<Self> {
        let folder = match path.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder,
            _ => Path::new("."),
        };
        let name = format!("{PREFIX}{}", OperationId::random());
        // A profile that can't be written doesn't keep anybody from exporting.
        let note = Note::write(notes, &name, folder)
            .inspect_err(|error| tracing::debug!(%error, "a draft is not noted"))
            .ok();
        let file = tempfile::Builder::new()
            .prefix(&name)
            .rand_bytes(0)
            .tempfile_in(folder)?;
        Ok(Self {
            file: BufWriter::new(file),
            _note: note,
        })
    }

    /// Puts it there, whole.
    pub(crate) fn put_in_place(self, path: &Path) -> io::Result<()> {
        let file = self
            .file
            .into_inner()
            .map_err(io::IntoInnerError::into_error)?;
        file.as_file().sync_all()?;
        file.persist(path)?;
        Ok(())
    }
}

impl Write for Draft {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl Note {
    fn write(notes: &Path, name: &str, folder: &Path) -> io::Result<Self> {
        let draft = std::path::absolute(folder)?.join(name);
        let draft = draft.to_str().ok_or(io::ErrorKind::InvalidFilename)?;
        private_folder(notes)?;
        let path = notes.join(name);
        let mut held = private_file(&path)?;
        held.try_lock().map_err(io::Error::from)?;
        held.write_all(draft.as_bytes())?;
        held.sync_all()?;
        Ok(Self { path, _held: held })
    }
}

impl Drop for Note {
    fn drop(&mut self) {
        if let Err(error) = fs::remove_file(&self.path) {
            tracing::debug!(%error, "the note on a draft stays behind");
        }
    }
}

/// Removes the drafts that are noted in this folder and belong to no running program.
pub(crate) fn sweep(notes: &Path) {
    for note in noted(notes) {
        let is_left = File::open(&note).is_ok_and(|file| file.try_lock().is_ok());
        if is_left && let Err((path, error)) = remove(&note) {
            tracing::warn!(path = %path.display(), %error, "a draft that a killed program left stays");
        }
    }
}

/// Removes every draft that is noted in this folder, and the notes.
///
/// # Errors
/// Those that could not be removed.
pub(crate) fn remove_all(notes: &Path) -> Vec<(PathBuf, io::Error)> {
    noted(notes)
        .iter()
        .filter_map(|note| remove(note).err())
        .collect()
}

fn noted(notes: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(notes).into_iter().flatten();
    entries.flatten().map(|entry| entry.path()).collect()
}

/// Removes a draft, then its note: a note whose draft could not be removed stays, and so it is found again.
fn remove(note: &Path) -> Result<(), (PathBuf, io::Error)> {
    let told = |path: &Path| {
        let path = path.to_owned();
        move |error| (path, error)
    };
    let draft = PathBuf::from(fs::read_to_string(note).map_err(told(note))?);
    // Whatever somebody may have written there: nothing but a draft is removed by it.
    let name = draft.file_name().unwrap_or_default();
    if name.to_string_lossy().starts_with(PREFIX) {
        gone(fs::remove_file(&draft)).map_err(told(&draft))?;
    }
    gone(fs::remove_file(note)).map_err(told(note))
}

/// What isn't there needs no removing.
fn gone(removed: io::Result<()>) -> io::Result<()> {
    match removed {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let names = fs::read_dir(folder).unwrap();
        names
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect()
    }

    #[test]
    fn a_draft_is_put_in_place_whole_and_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let notes = tempfile::tempdir().unwrap();
        let path = folder.path().join("out.csv");
        let mut draft = Draft::beside(&path, notes.path()).unwrap();
        draft.write_all(b"all of it").unwrap();
        assert!(!path.exists(), "not before it is whole");
        sweep(notes.path());
        assert_eq!(names(folder.path()).len(), 1, "a running program's is left");
        draft.put_in_place(&path).unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"all of it");
        assert_eq!(names(folder.path()), ["out.csv"]);
        assert_eq!(names(notes.path()), [""; 0]);
    }

    #[test]
    fn what_a_killed_program_left_is_found_and_nothing_else_is_removed() {
        let folder = tempfile::tempdir().unwrap();
        let notes = tempfile::tempdir().unwrap();
        for name in [".rollcall-1", "precious"] {
            fs::write(folder.path().join(name), "people").unwrap();
            let note = notes.path().join(format!("note of {name}"));
            fs::write(note, folder.path().join(name).to_str().unwrap()).unwrap();
        }
        sweep(notes.path());
        assert_eq!(names(folder.path()), ["precious"], "only drafts go");
        assert_eq!(names(notes.path()), [""; 0]);
        sweep(&folder.path().join("nowhere"));
    }
}
