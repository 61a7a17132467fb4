//! What came back and what goes out next: one commit, or none.

use rollcall_cache::{Ended, StoreError};
use rollcall_model::{MutationState, Settled};

use crate::ledger::{kinds, ledger, one};
use crate::people::now;

#[test]
fn what_came_back_ends_as_what_goes_out_next_is_marked() {
    let ledger = ledger();
    let (first, second) = (one(&ledger), one(&ledger));
    ledger.settle_and_mark(&[], &[first], now()).unwrap();
    let ended = Ended::new(first, Settled::Applied);
    let marked = ledger.settle_and_mark(&[ended], &[second], now()).unwrap();
    let listed = ledger.listed().unwrap();
    assert_eq!(marked.sending, listed[1..], "as they are listed");
    let states = listed.into_iter().map(|mutation| mutation.state);
    assert_eq!(
        states.collect::<Vec<_>>(),
        [
            MutationState::Settled(Settled::Applied),
            MutationState::Sending
        ]
    );
    assert_eq!(
        kinds(&ledger),
        ["queued", "queued", "sending", "applied", "sending"],
        "one line for each, in order"
    );
    assert_eq!(marked.sequence, ledger.last_sequence().unwrap());
    assert_eq!(ledger.verify_journal(None).unwrap().broken, None);
}

#[test]
fn where_one_cannot_be_marked_none_is_ended_and_the_other_way_round() {
    let ledger = ledger();
    let [sending, free, taken_back, done] = [(); 4].map(|()| one(&ledger));
    ledger.settle_and_mark(&[], &[sending], now()).unwrap();
    ledger.cancel(&[taken_back], now()).unwrap();
    let applied = |id| Ended::new(id, Settled::Applied);
    ledger.settle(&[applied(done)], now()).unwrap();
    let (listed, lines) = (ledger.listed().unwrap(), kinds(&ledger));
    for (ended, next) in [
        (vec![applied(sending)], vec![free, taken_back]),
        (vec![applied(sending), applied(done)], vec![free]),
    ] {
        let refused = ledger.settle_and_mark(&ended, &next, now());
        assert!(
            matches!(refused, Err(StoreError::Transition { .. })),
            "{refused:?}"
        );
        assert_eq!(ledger.listed().unwrap(), listed);
        assert_eq!(kinds(&ledger), lines, "nothing is said to have happened");
    }
    ledger
        .settle_and_mark(&[applied(sending)], &[free], now())
        .unwrap();
}
