//! Another order of what waits: durable, and of what is queued only.

use rollcall_cache::{Enqueued, Ledger, Location, Mode, StoreError};
use rollcall_model::{MutationId, Role};

use crate::people::{key, now, operation, set_role, user};

fn queue(ledger: &Ledger, number: usize) -> MutationId {
    match ledger
        .enqueue(&operation([set_role(&user(number), Role::Admin)]))
        .unwrap()
    {
        Enqueued::Now(mutations) => mutations[0].id,
        Enqueued::Before(_) => panic!("a fresh operation is queued"),
    }
}

fn order(ledger: &Ledger) -> Vec<MutationId> {
    let listed = ledger.listed().unwrap();
    listed.iter().map(|mutation| mutation.id).collect()
}

#[test]
fn another_order_survives_a_restart_and_what_comes_later_stands_behind() {
    let folder = tempfile::tempdir().unwrap();
    let (location, key) = (Location::Folder(folder.path().to_owned()), key());
    let open = || Ledger::open(&location, &key, Mode::Writer).unwrap().store;
    let ledger = open();
    let [first, second, third] = [6, 7, 8].map(|number| queue(&ledger, number));
    ledger
        .reorder(&[third, first, second], &[third], "before somebody", now())
        .unwrap();
    drop(ledger);
    let ledger = open();
    assert_eq!(order(&ledger), [third, first, second]);
    let last = queue(&ledger, 9);
    assert_eq!(order(&ledger), [third, first, second, last]);
    let places: Vec<u64> = ledger
        .listed()
        .unwrap()
        .iter()
        .map(|mutation| mutation.sequence)
        .collect();
    assert!(places.is_sorted_by(|one, next| one < next), "{places:?}");
    let lines = ledger.journal(0, 100).unwrap();
    let moved: Vec<_> = lines.iter().filter(|line| line.kind == "moved").collect();
    assert_eq!(moved.len(), 1, "a line for each that was moved");
    assert_eq!(moved[0].told().why.as_deref(), Some("before somebody"));
    assert_eq!(ledger.verify_journal(None).unwrap().broken, None);
}

#[test]
fn what_is_on_its_way_is_moved_by_nobody() {
    let folder = tempfile::tempdir().unwrap();
    let location = Location::Folder(folder.path().to_owned());
    let ledger = Ledger::open(&location, &key(), Mode::Writer).unwrap().store;
    let [first, second] = [6, 7].map(|number| queue(&ledger, number));
    ledger.settle_and_mark(&[], &[first], now()).unwrap();
    let refused = ledger.reorder(&[second, first], &[second], "before", now());
    assert!(matches!(refused, Err(StoreError::Transition { .. })));
    assert_eq!(order(&ledger), [first, second], "all or nothing");
}
