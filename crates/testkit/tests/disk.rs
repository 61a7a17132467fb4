//! The disk that fails on demand: it does to SQLite what a real one does, and nothing to its neighbours.

#![expect(
    clippy::unwrap_used,
    reason = "a test stops at the first surprise, in its helping functions too"
)]

use std::path::Path;

use rollcall_testkit::{Disk, DiskFault, Lasts, Unsynced};
use rusqlite::{Connection, ErrorCode};

/// A database with a row, that keeps a log beside it and syncs as it is told.
fn open(folder: &Path, synchronous: &str) -> rusqlite::Result<Connection> {
    let connection = Connection::open(folder.join("file.db"))?;
    // A new file begins with a journal, which must not come back.
    connection.pragma_update(None, "synchronous", "EXTRA")?;
    connection.pragma_update_and_check(None, "journal_mode", "WAL", |_| Ok(()))?;
    connection.pragma_update(None, "synchronous", synchronous)?;
    connection.busy_timeout(std::time::Duration::from_secs(3600))?;
    Ok(connection)
}

fn made(folder: &Path, synchronous: &str) -> Connection {
    let connection = open(folder, synchronous).unwrap();
    connection
        .execute_batch("CREATE TABLE t (x); INSERT INTO t VALUES (1);")
        .unwrap();
    connection
}

fn insert(connection: &Connection) -> rusqlite::Result<usize> {
    connection.execute("INSERT INTO t VALUES (2)", [])
}

fn rows(connection: &Connection) -> i64 {
    connection
        .query_row("SELECT count(*) FROM t", [], |row| row.get(0))
        .unwrap()
}

fn code(result: rusqlite::Result<usize>) -> Option<ErrorCode> {
    result.unwrap_err().sqlite_error_code()
}

#[test]
fn a_power_cut_takes_what_was_not_synced_and_nothing_else() {
    for (synchronous, left) in [("FULL", 2), ("NORMAL", 1), ("OFF", 1)] {
        let folder = tempfile::tempdir().unwrap();
        let disk = Disk::under(folder.path());
        drop(made(folder.path(), "FULL"));
        disk.fail(DiskFault::PowerCut, u64::MAX, Lasts::UntilMended);
        let connection = open(folder.path(), synchronous).unwrap();
        insert(&connection).unwrap();
        disk.fail(DiskFault::PowerCut, 1, Lasts::UntilMended);
        assert!(insert(&connection).is_err(), "nothing works without power");
        drop(connection);
        disk.power_returns(Unsynced::Lost);
        let connection = open(folder.path(), "FULL").unwrap();
        assert_eq!(rows(&connection), left, "synchronous={synchronous}");
    }
}

#[test]
fn what_was_not_synced_may_be_there_all_the_same_or_in_part() {
    let folder = tempfile::tempdir().unwrap();
    let disk = Disk::under(folder.path());
    drop(made(folder.path(), "FULL"));
    let connection = open(folder.path(), "OFF").unwrap();
    insert(&connection).unwrap();
    disk.fail(DiskFault::PowerCut, 1, Lasts::UntilMended);
    assert!(insert(&connection).is_err());
    drop(connection);
    disk.power_returns(Unsynced::Written);
    assert_eq!(rows(&open(folder.path(), "FULL").unwrap()), 2);

    let left: std::collections::BTreeSet<Vec<u8>> = (0..20)
        .map(|seed| {
            let folder = tempfile::tempdir().unwrap();
            let disk = Disk::under(folder.path());
            drop(made(folder.path(), "FULL"));
            let connection = open(folder.path(), "OFF").unwrap();
            insert(&connection).unwrap();
            disk.fail(DiskFault::PowerCut, 1, Lasts::UntilMended);
            assert!(insert(&connection).is_err());
            drop(connection);
            disk.power_returns(Unsynced::Torn(seed));
            std::fs::read(folder.path().join("file.db-wal")).unwrap_or_default()
        })
        .collect();
    assert!(left.len() > 5, "each seed tears elsewhere");
}

#[test]
fn a_full_disk_cuts_a_write_off_and_goes_on_once_there_is_room() {
    let folder = tempfile::tempdir().unwrap();
    let disk = Disk::under(folder.path());
    let connection = made(folder.path(), "FULL");
    disk.fail(DiskFault::Full, 2, Lasts::UntilMended);
    assert_eq!(code(insert(&connection)), Some(ErrorCode::DiskFull));
    assert_eq!(code(insert(&connection)), Some(ErrorCode::DiskFull));
    assert_eq!(rows(&connection), 1, "reading needs no room");
    assert!(disk.has_failed());
    disk.mend();
    insert(&connection).unwrap();
    assert_eq!(rows(&connection), 2);
}

#[test]
fn the_call_that_is_named_fails_once_and_every_call_can_be_named() {
    let folder = tempfile::tempdir().unwrap();
    let disk = Disk::under(folder.path());
    let connection = made(folder.path(), "FULL");
    let mut failed = 0;
    for number in 1.. {
        disk.fail(DiskFault::Io, number, Lasts::Once);
        let done = insert(&connection);
        if !disk.has_failed() {
            done.unwrap();
            assert!(disk.calls() < number, "all of them were named");
            break;
        }
        failed += u32::from(done.is_err());
    }
    disk.mend();
    assert!(failed > 3, "writes, syncs and locks among them");
}

#[test]
fn a_lock_that_nobody_lets_go_of_keeps_no_test_waiting() {
    let folder = tempfile::tempdir().unwrap();
    let disk = Disk::under(folder.path());
    let connection = made(folder.path(), "FULL");
    disk.fail(DiskFault::Locked, 1, Lasts::UntilMended);
    assert_eq!(code(insert(&connection)), Some(ErrorCode::DatabaseBusy));
    disk.mend();
    insert(&connection).unwrap();
}

#[test]
fn a_disk_is_below_its_own_folder_and_no_other() {
    let [folder, other] = [(); 2].map(|()| tempfile::tempdir().unwrap());
    let disk = Disk::under(folder.path());
    let elsewhere = made(other.path(), "FULL");
    disk.fail(DiskFault::Io, 1, Lasts::UntilMended);
    insert(&elsewhere).unwrap();
    assert!(open(folder.path(), "FULL").is_err());
}
