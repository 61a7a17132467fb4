//! The interface as the desktop program embeds it: built again only when something of it changed,
//! since whatever is built again is also embedded again.

use std::fs;
use std::io;
use std::path::Path;
use std::time::SystemTime;

use crate::step::{Problem, Step, root};

/// What it is built from, outside of `ui/src`.
const SOURCES: &[&str] = &["ui/index.html", "ui/vite.config.ts", "package-lock.json"];

/// The step that builds it.
pub(crate) fn step() -> Step {
    Step::npm().args(["run", "--silent", "build"])
}

/// Builds it unless what is there is newer than everything that it is built from.
pub(crate) fn build() -> Result<(), Problem> {
    if is_fresh().unwrap_or(false) {
        Ok(())
    } else {
        step().must()
    }
}

fn is_fresh() -> io::Result<bool> {
    let modified = |path: &str| fs::metadata(root().join(path))?.modified();
    // A page without assets only says that nothing was built.
    let built = modified("ui/dist/assets")?.min(modified("ui/dist/index.html")?);
    let mut newest = newest_below(&root().join("ui/src"))?;
    for source in SOURCES {
        newest = newest.max(modified(source)?);
    }
    Ok(newest < built)
}

/// When something below a folder was changed last; a file that went away changes its folder.
fn newest_below(folder: &Path) -> io::Result<SystemTime> {
    let mut newest = fs::metadata(folder)?.modified()?;
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let changed = if path.is_dir() {
            newest_below(&path)?
        } else {
            fs::metadata(&path)?.modified()?
        };
        newest = newest.max(changed);
    }
    Ok(newest)
}
