//! The journal: whatever is done to its lines shows, and is named; what can't show is said here, too.

use std::path::Path;

use rollcall_cache::{
    BrokenLine, Ended, JournalLine, Ledger, Location, Mode, Seal, Searched, Verified, Wrong,
};
use rollcall_model::{Role, Settled};

use crate::people::{key, now, operation, set_role, user};

/// Takes the guards away: who has the key and means to cheat can do so.
const UNGUARDED: &str =
    "DROP TRIGGER journal_is_not_changed; DROP TRIGGER journal_is_not_shortened;";

/// A ledger in a folder, whose journal has six lines.
fn six_lines(folder: &Path) -> Ledger {
    let location = Location::Folder(folder.to_owned());
    let ledger = Ledger::open(&location, &key(), Mode::Writer).unwrap().store;
    for number in 1..=6 {
        let detail = format!(r#"{{"number":{number}}}"#);
        assert_eq!(ledger.note("decided", &detail, now()).unwrap(), number);
    }
    ledger
}

/// Opens the file as somebody would who has the key.
fn tamper(folder: &Path, sql: &str) -> rusqlite::Result<()> {
    let file = rusqlite::Connection::open(folder.join("ledger.db"))?;
    file.pragma_update(None, "key", format!("x'{}'", "2a".repeat(32)))?;
    file.execute_batch(sql)
}

/// What is found after this was done to six lines, with the guards taken away.
fn found_after(sql: &str) -> Verified {
    let folder = tempfile::tempdir().unwrap();
    let ledger = six_lines(folder.path());
    assert!(
        tamper(folder.path(), sql).is_err(),
        "the journal is append-only: {sql}"
    );
    let sound = ledger.verify_journal(None).unwrap();
    assert_eq!((sound.lines, sound.broken), (6, None));
    tamper(folder.path(), &format!("{UNGUARDED} {sql}")).unwrap();
    ledger.verify_journal(None).unwrap()
}

fn broken_after(sql: &str) -> (u64, Wrong) {
    let found = found_after(sql);
    let broken = found.broken.unwrap_or_else(|| panic!("it shows: {sql}"));
    assert_eq!(
        found.lines,
        broken.sequence - 1,
        "those before hold, and no others are said to"
    );
    (broken.sequence, broken.wrong)
}

/// Exchanges two lines, their numbers left where they were.
fn exchanged(one: u64, other: u64) -> String {
    format!(
        "UPDATE journal SET sequence = 100 WHERE sequence = {one};
         UPDATE journal SET sequence = {one} WHERE sequence = {other};
         UPDATE journal SET sequence = {other} WHERE sequence = 100;"
    )
}

#[test]
fn a_changed_byte_of_a_line_is_found() {
    for (sql, broken) in [
        (
            r#"UPDATE journal SET detail = '{"number":8}' WHERE sequence = 3;"#,
            3,
        ),
        ("UPDATE journal SET at = at + 1 WHERE sequence = 2;", 2),
        ("UPDATE journal SET kind = 'applied' WHERE sequence = 1;", 1),
        ("UPDATE journal SET hash = x'00' WHERE sequence = 6;", 6),
        ("UPDATE journal SET detail = x'ff' WHERE sequence = 4;", 4),
        ("UPDATE journal SET at = 'never' WHERE sequence = 5;", 5),
    ] {
        assert_eq!(broken_after(sql), (broken, Wrong::Changed), "{sql}");
    }
}

#[test]
fn a_deleted_line_is_missing_where_it_was() {
    for (sql, broken) in [
        ("DELETE FROM journal WHERE sequence = 4;", 4),
        ("DELETE FROM journal WHERE sequence < 3;", 1),
        ("UPDATE journal SET sequence = 9 WHERE sequence = 6;", 6),
    ] {
        assert_eq!(broken_after(sql), (broken, Wrong::Missing), "{sql}");
    }
    // Who closes the gap gives it away all the same.
    let closed = "DELETE FROM journal WHERE sequence = 4;
        UPDATE journal SET sequence = 4 WHERE sequence = 5;
        UPDATE journal SET sequence = 5 WHERE sequence = 6;";
    let wrong = Wrong::Changed;
    assert_eq!(broken_after(closed), (4, wrong), "its hash fits no place");
}

#[test]
fn two_exchanged_lines_are_out_of_order() {
    for (one, other) in [(2, 3), (1, 2), (2, 5), (5, 6)] {
        let wrong = Wrong::Moved { written_as: other };
        assert_eq!(
            broken_after(&exchanged(one, other)),
            (one, wrong),
            "line {other} stands in the place of line {one}"
        );
    }
}

#[test]
fn a_cut_end_does_not_show_in_the_chain_and_shows_against_a_kept_seal() {
    let cut = "DELETE FROM journal WHERE sequence > 4;";
    let found = found_after(cut);
    assert_eq!(
        (found.lines, found.broken),
        (4, None),
        "what is left is a whole chain: nothing in it tells how long it was"
    );

    let folder = tempfile::tempdir().unwrap();
    let ledger = six_lines(folder.path());
    let kept: Seal = ledger.seal().unwrap().unwrap();
    assert_eq!(ledger.verify_journal(Some(&kept)).unwrap().broken, None);
    ledger.note("decided", "{}", now()).unwrap();
    assert_eq!(
        ledger.verify_journal(Some(&kept)).unwrap().broken,
        None,
        "a journal that went on has the same beginning"
    );
    tamper(folder.path(), &format!("{UNGUARDED} {cut}")).unwrap();
    let broken = ledger.verify_journal(Some(&kept)).unwrap().broken;
    let missing = BrokenLine {
        sequence: 5,
        wrong: Wrong::Missing,
    };
    assert_eq!(broken, Some(missing), "the seal knows of six lines");
}

#[test]
fn a_chain_that_was_made_anew_is_not_the_one_whose_seal_was_kept() {
    let folder = tempfile::tempdir().unwrap();
    let ledger = six_lines(folder.path());
    let kept = ledger.seal().unwrap().unwrap();
    tamper(
        folder.path(),
        &format!("{UNGUARDED} DELETE FROM journal WHERE sequence > 2;"),
    )
    .unwrap();
    for number in 3..=8 {
        let detail = format!(r#"{{"another":{number}}}"#);
        ledger.note("decided", &detail, now()).unwrap();
    }
    assert_eq!(
        ledger.verify_journal(None).unwrap().broken,
        None,
        "who has the key can write another chain that holds"
    );
    let broken = ledger.verify_journal(Some(&kept)).unwrap().broken;
    assert_eq!(
        broken.map(|broken| (broken.sequence, broken.wrong)),
        Some((6, Wrong::MadeAnew))
    );
}

#[test]
fn the_outbox_knows_the_line_that_tells_how_a_change_ended() {
    let folder = tempfile::tempdir().unwrap();
    let ledger = six_lines(folder.path());
    let queued = ledger.enqueue(&operation([set_role(&user(6), Role::Admin)]));
    let rollcall_cache::Enqueued::Now(queued) = queued.unwrap() else {
        panic!("a fresh operation is queued")
    };
    ledger
        .settle(&[Ended::new(queued[0].id, Settled::Applied)], now())
        .unwrap();
    assert_eq!(ledger.verify_journal(None).unwrap().lines, 8);
    tamper(
        folder.path(),
        &format!("{UNGUARDED} DELETE FROM journal WHERE sequence > 5;"),
    )
    .unwrap();
    let broken = ledger.verify_journal(None).unwrap().broken;
    assert_eq!(
        broken.map(|broken| (broken.sequence, broken.wrong)),
        Some((6, Wrong::Missing)),
        "a cut end shows where a change ended in it"
    );
}

#[test]
fn lines_are_read_by_their_numbers_and_gaps_stay_gaps() {
    let folder = tempfile::tempdir().unwrap();
    let ledger = six_lines(folder.path());
    tamper(
        folder.path(),
        &format!("{UNGUARDED} DELETE FROM journal WHERE sequence = 4;"),
    )
    .unwrap();
    let numbers =
        |lines: Vec<JournalLine>| -> Vec<u64> { lines.iter().map(|line| line.sequence).collect() };
    let lines = ledger.journal_lines(&[2, 3, 4, 5, 99]).unwrap();
    assert_eq!(numbers(lines), [5, 3, 2], "newest first");
    assert_eq!(numbers(ledger.journal(2, 2).unwrap()), [3, 5]);
    assert_eq!(
        ledger.seal().unwrap().map(|seal| seal.lines),
        Some(6),
        "the last line says how many there should be"
    );
}

#[test]
fn a_search_goes_from_the_newest_line_back_and_goes_on_where_it_stopped() {
    let folder = tempfile::tempdir().unwrap();
    let ledger = six_lines(folder.path());
    let even = |line: &JournalLine| line.sequence.is_multiple_of(2);
    let all = ledger.search_journal(6, 1, 100, even).unwrap();
    assert_eq!(
        all,
        Searched {
            found: vec![6, 4, 2],
            down_to: None
        }
    );
    let first = ledger.search_journal(6, 1, 3, even).unwrap();
    assert_eq!((first.found, first.down_to), (vec![6, 4], Some(4)));
    let rest = ledger.search_journal(3, 1, 3, even).unwrap();
    assert_eq!((rest.found, rest.down_to), (vec![2], None));
    let newer = ledger.search_journal(6, 5, 100, even).unwrap();
    assert_eq!((newer.found, newer.down_to), (vec![6], None));
    let empty = Ledger::open(&Location::Memory, &key(), Mode::Writer).unwrap();
    let none = empty.store.search_journal(0, 1, 10, even).unwrap();
    assert_eq!((none.found, none.down_to), (vec![], None));
}
