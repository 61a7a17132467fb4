//! Another value for what waits: in its place, in one commit, and never for what was sent.

use rollcall_cache::{Edit, Enqueued, Ledger, Location, Mode, Said, StoreError};
use rollcall_model::{Change, Goes, MutationId, Role, UserChange};

use crate::people::{key, now, operation, set_role, user};

fn queue(ledger: &Ledger, change: Change) -> MutationId {
    match ledger.enqueue(&operation([change])).unwrap() {
        Enqueued::Now(mutations) => mutations[0].id,
        Enqueued::Before(_) => panic!("a fresh operation is queued"),
    }
}

fn edit(id: MutationId, change: Change) -> Edit {
    Edit {
        id,
        change,
        goes: Goes::ByItself,
        said: Said {
            what: "what is asked for now".to_owned(),
            ..Said::default()
        },
        made_at: now(),
        seen_at: None,
    }
}

#[test]
fn an_edited_change_keeps_its_place_and_the_journal_says_what_it_replaced() {
    let folder = tempfile::tempdir().unwrap();
    let (location, key) = (Location::Folder(folder.path().to_owned()), key());
    let open = || Ledger::open(&location, &key, Mode::Writer).unwrap().store;
    let ledger = open();
    let first = queue(&ledger, set_role(&user(6), Role::Admin));
    let second = queue(&ledger, set_role(&user(7), Role::Admin));
    let before = ledger.mutation(first).unwrap().unwrap();

    let wanted = set_role(&user(6), Role::BillingAdmin);
    let edited = ledger.edit(&edit(first, wanted.clone())).unwrap();
    drop(ledger);
    let ledger = open();
    assert_eq!(ledger.mutation(first).unwrap(), Some(edited.clone()));
    assert_eq!(edited.change, wanted, "it survives a restart");
    assert_eq!(
        (edited.sequence, edited.operation),
        (before.sequence, before.operation)
    );
    let order: Vec<_> = ledger.listed().unwrap().iter().map(|one| one.id).collect();
    assert_eq!(order, [first, second]);
    let line = ledger.journal(0, 10).unwrap().pop().unwrap();
    assert_eq!(line.kind, "edited");
    let told = line.told();
    assert_eq!(told.what.as_deref(), Some("what is asked for now"));
    assert!(told.why.unwrap().starts_with("in the place of"));
    assert_eq!(ledger.verify_journal(None).unwrap().broken, None);
}

#[test]
fn what_was_sent_or_is_of_another_kind_is_left_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let location = Location::Folder(folder.path().to_owned());
    let ledger = Ledger::open(&location, &key(), Mode::Writer).unwrap().store;
    let id = queue(&ledger, set_role(&user(6), Role::Admin));
    let wanted = || set_role(&user(6), Role::BillingAdmin);
    let refused = |change| {
        let lines = ledger.journal(0, 100).unwrap().len();
        let refused = ledger.edit(&edit(id, change)).unwrap_err();
        assert!(
            matches!(refused, StoreError::Transition { .. }),
            "{refused}"
        );
        let kept = ledger.mutation(id).unwrap().unwrap();
        assert_eq!(kept.change, set_role(&user(6), Role::Admin));
        assert_eq!(ledger.journal(0, 100).unwrap().len(), lines);
    };
    refused(UserChange::Suspend { user: user(6).id }.into());
    refused(set_role(&user(7), Role::BillingAdmin));
    ledger.settle_and_mark(&[], &[id], now()).unwrap();
    refused(wanted());
    ledger.mark_unknown(id, "lost", now()).unwrap();
    refused(wanted());
    ledger.requeue(id, "not_done", now()).unwrap();
    refused(wanted());
}
