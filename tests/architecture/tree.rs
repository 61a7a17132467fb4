//! The files of the tree, as these tests read them.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

pub(crate) fn read(path: impl AsRef<Path>) -> String {
    let path = root().join(path);
    fs::read_to_string(&path)
        .unwrap_or_else(|cause| panic!("{} can be read: {cause}", path.display()))
}

pub(crate) fn json(path: &str) -> Value {
    serde_json::from_str(&read(path)).unwrap_or_else(|cause| panic!("{path} is JSON: {cause}"))
}

/// Every file below a folder with one of these extensions.
pub(crate) fn files(folder: &str, extensions: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("the folder can be read") {
            let path = entry.expect("the entry can be read").path();
            if path.is_dir() {
                folders.push(path);
            } else if extensions
                .iter()
                .any(|wanted| path.extension().is_some_and(|own| own == *wanted))
            {
                found.push(path);
            }
        }
    }
    found
}

/// A test of the interface, which may name what it looks for.
pub(crate) fn is_test(path: &Path) -> bool {
    path.to_string_lossy().ends_with(".test.ts")
}
