//! Databases in memory. The migrations run once in a process; every further database is a copy of what
//! they lead to, which costs a fraction.

use std::collections::BTreeMap;
use std::sync::Mutex;

use rusqlite::Connection;
use rusqlite::backup::Backup;

use crate::migrate::{MigrateError, migrate};
use crate::store::{Kind, lock};

/// An empty one of each kind, by its file's name.
static EMPTY: Mutex<BTreeMap<&str, Connection>> = Mutex::new(BTreeMap::new());

/// A database of this kind that holds nothing yet.
pub(crate) fn open(kind: &Kind) -> Result<Connection, MigrateError> {
    let mut empty = lock(&EMPTY);
    if !empty.contains_key(kind.file) {
        let mut first = Connection::open_in_memory()?;
        migrate(&mut first, kind.migrations)?;
        empty.insert(kind.file, first);
    }
    let mut copy = Connection::open_in_memory()?;
    if let Some(empty) = empty.get(kind.file) {
        Backup::new(empty, &mut copy)?.step(-1)?;
    }
    Ok(copy)
}
