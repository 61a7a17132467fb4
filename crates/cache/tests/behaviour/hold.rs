//! What leaves only at a person's word: kept with the change, whoever writes and whenever.

use rollcall_cache::{Enqueued, Ledger, Location, Mode, StoreError};
use rollcall_model::{Change, Goes, MutationId, Role, UserChange};

use crate::people::{key, now, operation, set_role, user};

fn queue(ledger: &Ledger, change: Change, goes: Goes) -> MutationId {
    let mut asked = operation([change]);
    asked.mutations[0].goes = goes;
    match ledger.enqueue(&asked).unwrap() {
        Enqueued::Now(mutations) => mutations[0].id,
        Enqueued::Before(_) => panic!("a fresh operation is queued"),
    }
}

fn goes(ledger: &Ledger, id: MutationId) -> Goes {
    ledger.mutation(id).unwrap().unwrap().goes
}

fn suspend(number: usize) -> Change {
    UserChange::Suspend {
        user: user(number).id,
    }
    .into()
}

#[test]
fn what_is_queued_before_and_while_everything_is_held_waits_for_send() {
    let folder = tempfile::tempdir().unwrap();
    let (location, key) = (Location::Folder(folder.path().to_owned()), key());
    let open = || Ledger::open(&location, &key, Mode::Writer).unwrap().store;

    let ledger = open();
    let before = queue(&ledger, suspend(1), Goes::ByItself);
    ledger.hold(now()).unwrap();
    let meanwhile = queue(&ledger, suspend(2), Goes::ByItself);
    let risky = queue(&ledger, suspend(3), Goes::OnceConfirmed);
    drop(ledger);

    let ledger = open();
    assert!(ledger.holds().unwrap(), "it survives a restart");
    assert_eq!(
        [before, meanwhile, risky].map(|id| goes(&ledger, id)),
        [Goes::WhenSent, Goes::WhenSent, Goes::OnceConfirmed]
    );
    let standing = ledger.standing().unwrap();
    assert_eq!(
        (standing.waiting, standing.held, standing.unconfirmed),
        (3, 2, 1)
    );

    ledger.stop_holding(now()).unwrap();
    let after = queue(&ledger, suspend(4), Goes::ByItself);
    assert_eq!(
        [before, after].map(|id| goes(&ledger, id)),
        [Goes::WhenSent, Goes::ByItself],
        "switching it off sends nothing that was held"
    );
    assert_eq!(
        ledger.release(&[before, after, risky], now()).unwrap(),
        [before, risky],
        "what nothing holds is left alone"
    );
    assert_eq!(ledger.standing().unwrap().held, 1);
}

#[test]
fn what_is_held_cannot_be_marked_as_being_sent() {
    let ledger = Ledger::open(&Location::Memory, &key(), Mode::Writer)
        .unwrap()
        .store;
    let free = queue(&ledger, set_role(&user(6), Role::Member), Goes::ByItself);
    let held = queue(&ledger, suspend(7), Goes::OnceConfirmed);
    let refused = ledger
        .settle_and_mark(&[], &[free, held], now())
        .unwrap_err();
    assert!(
        matches!(refused, StoreError::Transition { id, state: "held", .. } if id == held),
        "{refused:?}"
    );
    assert_eq!(
        ledger.mutation(free).unwrap().unwrap().attempts,
        0,
        "none of them is marked"
    );
    ledger.release(&[held], now()).unwrap();
    let marked = ledger.settle_and_mark(&[], &[free, held], now()).unwrap();
    assert_eq!(marked.sending.len(), 2);
}

#[test]
fn what_need_not_be_asked_goes_by_itself_or_is_held_with_the_rest() {
    let ledger = Ledger::open(&Location::Memory, &key(), Mode::Writer)
        .unwrap()
        .store;
    let first = queue(&ledger, suspend(1), Goes::OnceConfirmed);
    ledger.confirm(&[first], now()).unwrap();
    assert_eq!(goes(&ledger, first), Goes::ByItself);
    ledger.hold(now()).unwrap();
    let second = queue(&ledger, suspend(2), Goes::OnceConfirmed);
    ledger.confirm(&[first, second], now()).unwrap();
    assert_eq!(
        [first, second].map(|id| goes(&ledger, id)),
        [Goes::WhenSent, Goes::WhenSent]
    );
}

#[test]
fn each_decision_to_hold_or_release_is_a_line_of_the_journal() {
    let ledger = Ledger::open(&Location::Memory, &key(), Mode::Writer)
        .unwrap()
        .store;
    ledger.hold(now()).unwrap();
    ledger.hold(now()).unwrap();
    let held = queue(&ledger, suspend(1), Goes::ByItself);
    ledger.release(&[held], now()).unwrap();
    ledger.stop_holding(now()).unwrap();
    ledger.stop_holding(now()).unwrap();
    let lines = ledger.journal(0, 100).unwrap();
    let kinds: Vec<&str> = lines.iter().map(|line| line.kind.as_str()).collect();
    assert_eq!(kinds, ["hold_on", "queued", "released", "hold_off"]);
    assert!(lines[1].detail.contains("when_sent"), "{}", lines[1].detail);
    assert_eq!(ledger.verify_journal(None).unwrap().broken, None);
}
