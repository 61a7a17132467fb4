//! What another program does to a file of an organization, past the one that is tested.

use std::fmt::Write as _;
use std::path::Path;

use rusqlite::Connection;

/// Marks a file as written by a version of the program that nobody has yet.
///
/// # Panics
///
/// When the key file doesn't open it.
pub fn write_as_a_newer_version(file: &Path, key_file: &Path) {
    let newer = unlock(file, key_file).pragma_update(None, "user_version", 9_999);
    newer.expect("the file can be written");
}

/// A file that another program writes to and doesn't let go of, until this is dropped.
#[derive(Debug)]
pub struct HeldFile(#[expect(dead_code, reason = "it holds the lock")] Connection);

impl HeldFile {
    /// Takes the file's lock.
    ///
    /// # Panics
    ///
    /// When the key file doesn't open it, or somebody else has the lock.
    #[must_use]
    pub fn hold(file: &Path, key_file: &Path) -> Self {
        let connection = unlock(file, key_file);
        let held = connection.execute_batch("BEGIN IMMEDIATE");
        held.expect("nobody else has the lock");
        Self(connection)
    }
}

fn unlock(file: &Path, key_file: &Path) -> Connection {
    let key = std::fs::read(key_file).expect("the key file is there");
    let digits = key.iter().fold(String::new(), |mut digits, byte| {
        let _ = write!(digits, "{byte:02x}");
        digits
    });
    let connection = Connection::open(file).expect("the file is there");
    for (name, value) in [
        ("cipher_log_level", "NONE"),
        ("key", &format!("x'{digits}'")),
    ] {
        let set = connection.pragma_update(None, name, value);
        set.expect("the file can be unlocked");
    }
    connection
}
