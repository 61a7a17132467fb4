//! The disk reports an error at some call.

use rollcall_cache::{OpenError, StoreError};
use rollcall_testkit::{DiskFault, Lasts};

use super::{Computer, DEEDS, Deed, try_open};

/// A deed that meets an error is done or not done, is said to be what it is, and can be done again.
fn is_done_whole_or_not_at_all(deed: Deed) {
    let [before, after] = deed.before_and_after();
    for lasts in [Lasts::Once, Lasts::UntilMended] {
        let calls = deed.at_every_call(DiskFault::Io, lasts, |computer, open, done| {
            computer.disk.mend();
            match done {
                Ok(()) => assert!(open.held() == after, "it was said to be done"),
                Err(StoreError::Sqlite { .. }) => {
                    assert!(open.held() == before, "no partial state");
                    deed.done_with(&open).unwrap();
                    assert!(open.held() == after, "it goes on where it stopped");
                }
                Err(error) => panic!("an error of the disk is no {error:?}"),
            }
            drop(open);
            assert!(computer.open().held() == after);
            computer.is_sound();
        });
        assert!(calls > 10, "{deed:?} was looked into: {calls} calls");
    }
}

#[test]
fn an_io_error_at_any_call_queues_a_change_whole_or_not_at_all() {
    is_done_whole_or_not_at_all(Deed::Enqueue);
}

#[test]
fn an_io_error_at_any_call_acknowledges_a_change_whole_or_not_at_all() {
    is_done_whole_or_not_at_all(Deed::Acknowledge);
}

#[test]
fn an_io_error_at_any_call_exchanges_the_list_whole_or_not_at_all() {
    is_done_whole_or_not_at_all(Deed::FullRead);
}

#[test]
fn an_io_error_at_any_call_takes_a_delta_in_whole_or_not_at_all() {
    is_done_whole_or_not_at_all(Deed::Delta);
}

#[test]
fn a_program_that_ends_while_the_disk_fails_leaves_nothing_half_done() {
    for deed in DEEDS {
        let [before, after] = deed.before_and_after();
        deed.at_every_call(DiskFault::Io, Lasts::UntilMended, |computer, open, done| {
            drop(open);
            computer.disk.mend();
            let held = computer.open().held();
            // Written and not known to be synced, it may be there: whole.
            let allowed = held == after || (done.is_err() && held == before);
            assert!(allowed, "{deed:?} is whole or not there at all");
            computer.is_sound();
        });
    }
}

#[test]
fn an_io_error_at_any_call_while_the_files_are_opened_is_taken_for_no_damage() {
    for lasts in [Lasts::Once, Lasts::UntilMended] {
        for call in 1.. {
            let computer = Computer::new();
            computer.disk.fail(DiskFault::Io, call, lasts);
            let (ledger, cache) = try_open(computer.folder());
            let met = computer.disk.has_failed();
            for error in [ledger.map(drop).err(), cache.map(drop).err()] {
                let of_the_disk = matches!(error, None | Some(OpenError::Sqlite { .. }));
                assert!(of_the_disk, "call {call}: {error:?}");
            }
            computer.disk.mend();
            for file in std::fs::read_dir(computer.folder()).unwrap() {
                let name = file.unwrap().file_name().into_string().unwrap();
                let is_spare = name.contains("damaged") || name.contains("set-aside");
                assert!(
                    !is_spare,
                    "call {call}: nothing is copied or set aside as {name}"
                );
            }
            computer.open();
            if !met {
                break;
            }
        }
    }
}
