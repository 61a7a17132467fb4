//! Erases what this computer has of an organization: its secrets first, then its files.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rollcall_cache::WriterLock;
use rollcall_language::say;
use rollcall_model::ConnectionId;

use crate::app::Inner;
use crate::home::{FILE, Home, unusable};
use crate::view::Keep;
use crate::{Failure, draft};

/// Erases the secrets of an organization, the key first: without it nobody can read the files any more,
/// whatever becomes of them. Answers what of them stays, in sentences.
///
/// # Errors
/// When a place for secrets can't be asked; what it still holds can be erased later.
pub(crate) fn secrets(inner: &Inner, id: ConnectionId, keep: Keep) -> Result<Vec<String>, Failure> {
    if keep != Keep::KeyFile {
        inner.credentials.erase(id, keep)?;
        return Ok(Vec::new());
    }
    let path = inner.credentials.key_file();
    let own = path == inner.home.key_file();
    if own && !inner.home.others_need_key_file(id)? {
        return match fs::remove_file(path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                Err(not_removed(&[(path.to_owned(), error)]))
            }
            _ => Ok(Vec::new()),
        };
    }
    let path = path.display().to_string();
    Ok(vec![if own {
        say!("removal-key-file-needed", path = path)
    } else {
        say!("removal-key-file-named", path = path)
    }])
}

/// What could not be removed, as a failure: it can be tried again.
pub(crate) fn not_removed(left: &[(PathBuf, io::Error)]) -> Failure {
    let name = |path: &Path| path.display().to_string();
    let left: Vec<String> = left
        .iter()
        .map(|(path, error)| format!("{} ({error})", name(path)))
        .collect();
    Failure::new(
        "not_removed",
        say!("removal-failed", left = left.join(", ")),
    )
    .may_pass()
    .with_help(Some(say!("removal-close")))
}

impl Home {
    /// Whether an organization other than this one may need the key file: one that says so, or whose file
    /// can't be read.
    pub(crate) fn others_need_key_file(&self, id: ConnectionId) -> Result<bool, Failure> {
        let path = self.organizations();
        let folders = fs::read_dir(&path).map_err(|error| unusable(&path, &error))?;
        let others = folders
            .filter_map(Result::ok)
            .filter_map(|folder| folder.file_name().to_str()?.parse().ok())
            .filter(|other| *other != id);
        Ok(others
            .map(|other| self.profile(other))
            .any(|profile| profile.map_or(true, |profile| profile.keep == Keep::KeyFile)))
    }

    /// Removes everything of an organization, whose lock is held until nothing else is left but its own file.
    /// That one comes last: as long as something is there, the organization is known here and can be tried
    /// again.
    ///
    /// # Errors
    /// What could not be removed, and why.
    pub(crate) fn erase(
        &self,
        id: ConnectionId,
        lock: WriterLock,
    ) -> Result<(), Vec<(PathBuf, io::Error)>> {
        let (folder, drafts) = (self.folder(id), self.notes(id));
        let mut left = draft::remove_all(&drafts);
        let read = |error| vec![(folder.clone(), error)];
        for entry in fs::read_dir(&folder).map_err(read)? {
            let path = entry.map_err(read)?.path();
            let is_kept =
                path.ends_with(FILE) || lock.owns(&path) || (path == drafts && !left.is_empty());
            if is_kept {
                continue;
            }
            let removed = if path.is_dir() {
                fs::remove_dir_all(&path)
            } else {
                fs::remove_file(&path)
            };
            left.extend(removed.err().map(|error| (path, error)));
        }
        if !left.is_empty() {
            return Err(left);
        }
        lock.remove().map_err(|left| vec![left])?;
        let path = folder.join(FILE);
        fs::remove_file(&path).map_err(|error| vec![(path, error)])?;
        fs::remove_dir(&folder).map_err(|error| vec![(folder, error)])
    }
}
