//! Another program holds a lock on one of the files: a backup, a virus scanner.

use rollcall_cache::{OpenError, StoreError};
use rollcall_testkit::{DiskFault, Lasts};

use super::{Computer, DEEDS, try_open};

#[test]
fn a_file_locked_by_another_program_is_said_to_be_and_waited_for_no_longer_than_it_takes() {
    for deed in DEEDS {
        let [before, after] = deed.before_and_after();
        let computer = Computer::new();
        let open = computer.open();
        assert!(open.held() == before);
        computer.disk.fail(DiskFault::Locked, 1, Lasts::UntilMended);
        assert!(matches!(
            deed.done_with(&open),
            Err(StoreError::Locked { .. })
        ));
        assert!(open.held() == before, "looking needs no lock of one's own");
        computer.disk.mend();
        deed.done_with(&open).unwrap();
        assert!(open.held() == after, "it goes on once the other lets go");
    }
}

#[test]
fn a_file_that_is_locked_when_it_is_opened_is_left_alone() {
    let computer = Computer::new();
    computer.disk.fail(DiskFault::Locked, 1, Lasts::UntilMended);
    let (ledger, cache) = try_open(computer.folder());
    assert!(matches!(ledger, Err(OpenError::Locked { .. })));
    assert!(matches!(cache, Err(OpenError::Locked { .. })));
    computer.disk.mend();
    computer.open();
}
