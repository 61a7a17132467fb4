//! Taking back: what goes with a change, and what comes back with a deletion that is taken back.

use rollcall_cache::{Ended, Enqueued, Ledger, Location, Mode, Replaced, TakenBack};
use rollcall_model::{
    Change, Goes, MutationId, MutationState, Role, Settled, UserChange, UserId, WorkspaceId,
};

use crate::people::{key, now, operation, set_role, user};

fn ledger() -> Ledger {
    Ledger::open(&Location::Memory, &key(), Mode::Writer)
        .unwrap()
        .store
}

fn queue(ledger: &Ledger, change: impl Into<Change>, goes: Goes) -> MutationId {
    let mut asked = operation([change.into()]);
    asked.mutations[0].goes = goes;
    match ledger.enqueue(&asked).unwrap() {
        Enqueued::Now(mutations) => mutations[0].id,
        Enqueued::Before(_) => panic!("a fresh operation is queued"),
    }
}

/// A deletion of the user, which drops these.
fn delete(ledger: &Ledger, dropped: &[MutationId]) -> MutationId {
    let deletion = UserChange::DeleteUser {
        user: user(6).id,
        user_name: user(6).user_name,
        was: user(6).role,
    };
    let mut asked = operation([deletion.into()]);
    let by = Some(asked.mutations[0].id);
    asked.replaces = dropped.iter().map(|id| Replaced { id: *id, by }).collect();
    ledger.enqueue(&asked).unwrap();
    asked.mutations[0].id
}

#[test]
fn what_a_deletion_dropped_comes_back_with_its_end_as_it_was() {
    let ledger = ledger();
    let held = queue(
        &ledger,
        set_role(&user(6), Role::Admin),
        Goes::OnceConfirmed,
    );
    let refused = queue(
        &ledger,
        UserChange::Suspend { user: user(6).id },
        Goes::ByItself,
    );
    let reason = "There is a reason.".to_owned();
    let settled = Settled::Rejected { reason };
    ledger
        .settle(&[Ended::new(refused, settled)], now())
        .unwrap();
    let before = ledger.listed().unwrap();

    let deletion = delete(&ledger, &[held, refused]);
    assert_eq!(ledger.listed().unwrap().len(), 1, "only the deletion waits");
    assert_eq!(
        ledger.cancel(&[deletion], now()).unwrap(),
        TakenBack {
            cancelled: vec![deletion],
            restored: vec![held, refused],
        }
    );
    assert_eq!(
        ledger.listed().unwrap(),
        before,
        "in their places, with whose word they need, and why one was refused"
    );
    let lines = ledger.journal(0, 100).unwrap();
    let kinds: Vec<&str> = lines.iter().map(|line| line.kind.as_str()).collect();
    assert_eq!(
        kinds[kinds.len() - 3..],
        ["cancelled", "restored", "restored"]
    );
    assert_eq!(ledger.verify_journal(None).unwrap().broken, None);
    assert_eq!(
        ledger.cancel(&[deletion], now()).unwrap(),
        TakenBack::default(),
        "once"
    );
}

#[test]
fn what_waits_for_an_addition_that_was_taken_back_does_not_come_back_without_it() {
    let ledger = ledger();
    let addition = MutationId::random();
    let added = UserId::placeholder(addition);
    let mut asked = operation([UserChange::AddUser {
        user: added.clone(),
        user_name: "new@people.example".to_owned(),
        display_name: String::new(),
        role: Role::Member,
    }
    .into()]);
    asked.mutations[0].id = addition;
    ledger.enqueue(&asked).unwrap();
    let grant = UserChange::GrantWorkspace {
        user: added,
        workspace: WorkspaceId::new("sales"),
    };
    let grant = queue(&ledger, grant, Goes::ByItself);

    let deletion = delete(&ledger, &[grant]);
    ledger.cancel(&[addition], now()).unwrap();
    let taken_back = ledger.cancel(&[deletion], now()).unwrap();
    assert_eq!(
        taken_back.restored,
        [],
        "nobody is there to be given access"
    );
    assert!(
        ledger.listed().unwrap().is_empty(),
        "nothing waits for ever"
    );
}

#[test]
fn a_deletion_that_was_tried_brings_nothing_back() {
    let ledger = ledger();
    let waiting = queue(&ledger, set_role(&user(6), Role::Admin), Goes::ByItself);
    let deletion = delete(&ledger, &[waiting]);
    ledger.settle_and_mark(&[], &[deletion], now()).unwrap();
    let reason = "Not you.".to_owned();
    ledger
        .settle(&[Ended::new(deletion, Settled::Rejected { reason })], now())
        .unwrap();
    let dropped = ledger.cancel(&[deletion], now()).unwrap();
    assert_eq!(dropped.restored, [], "days may have passed since");
    assert_eq!(
        ledger.mutation(waiting).unwrap().unwrap().state,
        MutationState::Settled(Settled::Cancelled)
    );
}
