//! The bars, one file each.

use std::path::Path;

use rollcall_cache::Key;
use rusqlite::Connection;
use tempfile::TempDir;

use crate::measure::Figures;
use crate::report::Line;

mod bare;
mod delta;
mod drain;
mod enqueue;
mod first_rows;
mod full_sync;
mod keystroke;
mod listener;
mod organization;
mod page;
mod recorder;
mod replay;

/// What all bars are measured on.
pub(crate) struct Setting {
    /// Users in the organization.
    pub(crate) users: u32,
    /// The seed from which they are made.
    pub(crate) seed: u64,
}

/// Measures one bar.
pub(crate) type Run = fn(&Setting) -> Vec<Line>;

/// Every bar that is measured so far, by number.
pub(crate) const ALL: [(&str, Run); 7] = [
    ("1", full_sync::run),
    ("2", first_rows::run),
    ("3a", keystroke::run),
    ("6", delta::run),
    ("7", drain::run),
    ("8", enqueue::run),
    ("10", page::run),
];

/// A folder on the disk that the project lies on: the system's folder for temporary files is often in
/// memory, where every commit is quick.
fn scratch() -> TempDir {
    std::fs::create_dir_all("target").expect("a target folder");
    TempDir::with_prefix_in("bench-", "target").expect("a folder to measure in")
}

/// A new database under the same settings as ours.
fn encrypted(path: &Path, key: &Key, synchronous: &str) -> Connection {
    let connection = Connection::open(path).expect("a new file");
    let digits: String = key
        .reveal()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    connection
        .execute_batch(&format!(
            "PRAGMA key = \"x'{digits}'\";
             PRAGMA journal_mode = WAL;
             PRAGMA synchronous = {synchronous};
             PRAGMA cache_size = -65536;"
        ))
        .expect("an encrypted database");
    connection
}

/// The same figures, with the costs of one of so many equal parts of a round.
fn per(figures: &Figures, parts: usize) -> Figures {
    #[expect(clippy::cast_precision_loss, reason = "a few hundred parts")]
    let parts = parts as f64;
    Figures {
        candidate: figures.candidate / parts,
        floor: figures.floor / parts,
        ..figures.clone()
    }
}
