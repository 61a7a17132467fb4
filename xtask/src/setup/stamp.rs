//! Remembers from which file something was installed, so that a later start skips it.

use std::fs;
use std::path::{Path, PathBuf};

use crate::step::{Problem, root};

/// What was installed from a lock file: a copy of that file under `target/`.
pub(super) struct Stamp {
    source: PathBuf,
    copy: PathBuf,
}

impl Stamp {
    /// For a file of the project, by its path from the project's folder.
    pub(super) fn of(source: &str) -> Self {
        let name = source.replace('/', "-");
        Self {
            source: root().join(source),
            copy: root().join("target/setup").join(name),
        }
    }

    /// Whether the result is there and was installed from the file as it is now.
    pub(super) fn holds(&self, result: &Path) -> bool {
        let same = |now: Vec<u8>| fs::read(&self.copy).is_ok_and(|then| then == now);
        result.exists() && fs::read(&self.source).is_ok_and(same)
    }

    /// Notes that it has been installed.
    pub(super) fn set(&self) -> Result<(), Problem> {
        if let Some(folder) = self.copy.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::copy(&self.source, &self.copy)?;
        Ok(())
    }
}
