//! What waits for a user to be added: it takes the id that the server gives, and goes with the addition.

use crate::ledger::{ledger, now_queued, state};
use crate::people::{addition, now, operation, set_role, user};
use rollcall_cache::{Ended, Ledger};
use rollcall_model::{
    After, Awaited, Change, MutationId, MutationState, Resource, Role, Settled, UserChange, UserId,
    WorkspaceId,
};

fn access_of(user: &UserId) -> Change {
    Change::from(UserChange::GrantWorkspace {
        user: user.clone(),
        workspace: WorkspaceId::new("w1"),
    })
}

/// The server has added a user, under an id of its own.
fn is_added(ledger: &Ledger, placeholder: &UserId) -> UserId {
    let id = placeholder.added_by().unwrap();
    ledger.settle_and_mark(&[], &[id], now()).unwrap();
    let added = UserId::new("srv-42");
    let ended = Ended {
        added: Some(Resource::User(added.clone())),
        ..Ended::new(id, Settled::Applied)
    };
    ledger.settle(&[ended], now()).unwrap();
    added
}

#[test]
fn a_new_users_id_reaches_everything_that_waits_for_them_and_nothing_else() {
    let ledger = ledger();
    let add = addition();
    let placeholder = add.user().unwrap().clone();
    let mut asked = operation([
        add,
        access_of(&placeholder),
        set_role(&user(6), Role::Admin),
        Change::from(UserChange::Suspend { user: user(7).id }),
    ]);
    asked.mutations[3].after = Some(After {
        user: placeholder.clone(),
        awaited: Awaited::Added,
    });
    let queued = now_queued(ledger.enqueue(&asked).unwrap());
    let added = is_added(&ledger, &placeholder);
    let now_held = ledger.operation(asked.id).unwrap();
    assert_eq!(now_held[0].change.user(), Some(&added));
    assert_eq!(now_held[1].change.user(), Some(&added));
    assert_eq!(now_held[2].change, queued[2].change);
    assert_eq!(now_held[3].change, queued[3].change);
    assert_eq!(
        now_held[3].after.as_ref().map(|after| &after.user),
        Some(&added)
    );
    let line = ledger.journal(0, 100).unwrap().pop().unwrap();
    assert!(
        line.detail.contains("srv-42"),
        "the journal names who was added"
    );
}

#[test]
fn what_is_asked_of_a_placeholder_once_the_user_is_added_is_about_the_user() {
    let ledger = ledger();
    let add = addition();
    let placeholder = add.user().unwrap().clone();
    ledger.enqueue(&operation([add])).unwrap();
    let added = is_added(&ledger, &placeholder);
    let mut late = operation([
        access_of(&placeholder),
        Change::from(UserChange::Suspend { user: user(7).id }),
    ]);
    late.mutations[1].after = Some(After {
        user: placeholder,
        awaited: Awaited::Accepted,
    });
    let queued = now_queued(ledger.enqueue(&late).unwrap());
    assert_eq!(
        queued[0].change.user(),
        Some(&added),
        "I4: an answer that came between the decision and the commit leaves nobody waiting"
    );
    assert_eq!(
        queued[1].after.as_ref().map(|after| &after.user),
        Some(&added)
    );
}

#[test]
fn with_an_addition_goes_what_waits_for_it() {
    let ledger = ledger();
    let add = addition();
    let placeholder = add.user().unwrap().clone();
    let id = placeholder.added_by().unwrap();
    let mut asked = operation([
        add,
        access_of(&placeholder),
        Change::from(UserChange::Suspend { user: user(7).id }),
        Change::from(UserChange::Suspend { user: user(8).id }),
    ]);
    asked.mutations[2].after = Some(After {
        user: placeholder,
        awaited: Awaited::Accepted,
    });
    let queued = now_queued(ledger.enqueue(&asked).unwrap());
    let ids: Vec<MutationId> = queued.iter().map(|mutation| mutation.id).collect();
    assert_eq!(ledger.cancel(&[id], now()).unwrap().cancelled, ids[..3]);
    assert_eq!(
        state(&ledger, ids[3]),
        MutationState::Queued,
        "and nothing else"
    );
}
