//! There is no room on the disk from some write on.

use rollcall_cache::StoreError;
use rollcall_testkit::{DiskFault, Lasts};

use super::{Computer, DEEDS, Deed};

/// It is said; what was there can be seen and exported; and it goes on once there is room.
fn is_said_and_goes_on_once_there_is_room(deed: Deed) {
    let [before, after] = deed.before_and_after();
    let calls = deed.at_every_call(
        DiskFault::Full,
        Lasts::UntilMended,
        |computer, open, done| {
            let held = open.held();
            match done {
                Ok(()) => assert!(held == after, "it was said to be done"),
                Err(StoreError::DiskFull { .. }) => {
                    assert!(
                        held == before,
                        "what was there can be seen, and no part of the rest"
                    );
                    assert!(
                        matches!(deed.done_with(&open), Err(StoreError::DiskFull { .. })),
                        "it stays said"
                    );
                    computer.disk.mend();
                    deed.done_with(&open).unwrap();
                    assert!(open.held() == after, "it goes on once there is room");
                }
                Err(error) => panic!("a full disk is said to be one: {error:?}"),
            }
            drop(open);
            computer.disk.mend();
            assert!(computer.open().held() == after);
            computer.is_sound();
        },
    );
    assert!(calls > 3, "{deed:?} writes: {calls} calls");
}

#[test]
fn a_disk_full_at_any_write_of_queueing_is_said_and_nothing_is_half_queued() {
    is_said_and_goes_on_once_there_is_room(Deed::Enqueue);
}

#[test]
fn a_disk_full_at_any_write_of_an_acknowledgement_is_said_and_it_stays_to_be_done() {
    is_said_and_goes_on_once_there_is_room(Deed::Acknowledge);
}

#[test]
fn a_disk_full_at_any_write_of_a_full_read_keeps_the_list_before() {
    is_said_and_goes_on_once_there_is_room(Deed::FullRead);
}

#[test]
fn a_disk_full_at_any_write_of_a_delta_keeps_the_list_before() {
    is_said_and_goes_on_once_there_is_room(Deed::Delta);
}

#[test]
fn a_program_that_ends_on_a_full_disk_loses_nothing() {
    for deed in DEEDS {
        let [before, after] = deed.before_and_after();
        deed.at_every_call(
            DiskFault::Full,
            Lasts::UntilMended,
            |computer, open, done| {
                drop(open);
                computer.disk.mend();
                let held = computer.open().held();
                assert!(held == *if done.is_ok() { &after } else { &before });
                computer.is_sound();
            },
        );
    }
}

#[test]
fn a_program_that_starts_on_a_full_disk_shows_what_was_there_and_goes_on_once_there_is_room() {
    let [before, after] = Deed::Enqueue.before_and_after();
    let computer = Computer::new();
    computer.disk.fail(DiskFault::Full, 1, Lasts::UntilMended);
    let open = computer.open();
    assert!(open.held() == before, "showing and exporting work");
    let refused = Deed::Enqueue.done_with(&open);
    assert!(
        matches!(refused, Err(StoreError::DiskFull { .. })),
        "it is said"
    );
    assert!(open.held() == before);
    computer.disk.mend();
    Deed::Enqueue.done_with(&open).unwrap();
    assert!(open.held() == after, "the same program goes on");

    // The log that this one leaves can't be moved into the file at its end.
    computer.disk.fail(DiskFault::Full, 1, Lasts::UntilMended);
    drop(open);
    let open = computer.open();
    assert!(open.held() == after);
    computer.disk.mend();
    drop(open);
    assert!(computer.open().held() == after);
    computer.is_sound();
}
