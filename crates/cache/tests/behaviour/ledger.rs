//! The outbox and the journal: nothing queued twice, nothing forgotten, nothing rewritten.

use crate::people::{key, now, operation, set_role, user};
use rollcall_cache::{Ended, Enqueued, Ledger, Location, Mode, Setting};
use rollcall_model::{
    After, Awaited, Change, Found, Mutation, MutationId, MutationState, OrgRole,
    OrganizationChange, OrganizationField, Role, Settled, UserChange, UserId, Version,
    WorkspaceChange, WorkspaceId,
};

pub(crate) fn ledger() -> Ledger {
    Ledger::open(&Location::Memory, &key(), Mode::Writer)
        .unwrap()
        .store
}

pub(crate) fn now_queued(enqueued: Enqueued) -> Vec<Mutation> {
    match enqueued {
        Enqueued::Now(mutations) => mutations,
        Enqueued::Before(_) => panic!("a fresh operation is queued"),
    }
}

fn queue(ledger: &Ledger, changes: impl IntoIterator<Item = Change>) -> Vec<Mutation> {
    now_queued(ledger.enqueue(&operation(changes)).unwrap())
}

pub(crate) fn one(ledger: &Ledger) -> MutationId {
    queue(ledger, [set_role(&user(6), Role::Admin)])[0].id
}

pub(crate) fn state(ledger: &Ledger, id: MutationId) -> MutationState {
    ledger.mutation(id).unwrap().unwrap().state
}

pub(crate) fn kinds(ledger: &Ledger) -> Vec<String> {
    ledger
        .journal(0, 1000)
        .unwrap()
        .into_iter()
        .map(|line| line.kind)
        .collect()
}

#[test]
fn a_queued_mutation_reads_back_as_it_was_asked_for() {
    let ledger = ledger();
    let changes = [
        set_role(&user(4), Role::UserAdmin),
        Change::from(UserChange::GrantWorkspace {
            user: user(4).id,
            workspace: WorkspaceId::new("w1"),
        }),
        Change::from(UserChange::RevokeWorkspace {
            user: user(5).id,
            workspace: WorkspaceId::new("w2"),
        }),
        Change::from(UserChange::AddUser {
            user: UserId::placeholder(MutationId::random()),
            user_name: "ana@acme.example".into(),
            display_name: "Ana Ruiz".into(),
            role: Role::BillingAdmin,
        }),
        Change::from(UserChange::DeleteUser {
            user: user(6).id,
            user_name: user(6).user_name,
            was: OrgRole::Foreign("root".into()),
        }),
        Change::from(UserChange::SetDisplayName {
            user: user(7).id,
            was: String::new(),
            to: "é\n".into(),
        }),
        Change::from(UserChange::SetPicture {
            user: user(7).id,
            was: None,
            to: Some("https://acme.example/7.png".into()),
        }),
        Change::from(UserChange::Suspend { user: user(8).id }),
        Change::from(UserChange::Reactivate { user: user(8).id }),
        Change::from(UserChange::ResendInvitation {
            user: user(9).id,
            was: Some("2026-11-25T10:00:00.123456789Z".parse().unwrap()),
        }),
        Change::from(UserChange::RevokeInvitation {
            user: user(9).id,
            user_name: user(9).user_name,
        }),
        Change::from(WorkspaceChange::CreateWorkspace {
            workspace: WorkspaceId::placeholder(MutationId::random()),
            name: "Sales".into(),
        }),
        Change::from(WorkspaceChange::RenameWorkspace {
            workspace: WorkspaceId::new("w1"),
            was: "Sales".into(),
            to: "Ventes\n".into(),
        }),
        Change::from(WorkspaceChange::DeleteWorkspace {
            workspace: WorkspaceId::new("w2"),
            name: "Design".into(),
        }),
        Change::from(OrganizationChange {
            field: OrganizationField::BillingContact,
            was: String::new(),
            to: "billing@acme.example".into(),
        }),
    ];
    let mut asked = operation(changes.clone());
    asked.mutations[0].version = Some(Version("W/\"é\"".into()));
    asked.mutations[4].after = Some(After {
        user: changes[3].user().unwrap().clone(),
        awaited: Awaited::Accepted,
    });
    let queued = now_queued(ledger.enqueue(&asked).unwrap());
    assert_eq!(
        queued
            .iter()
            .map(|mutation| mutation.change.clone())
            .collect::<Vec<_>>(),
        changes
    );
    assert_eq!(
        queued
            .iter()
            .map(|mutation| mutation.sequence)
            .collect::<Vec<_>>(),
        (1..=changes.len() as u64).collect::<Vec<_>>()
    );
    assert_eq!(queued[0].version, asked.mutations[0].version);
    assert_eq!(queued[4].after, asked.mutations[4].after);
    assert!(
        queued
            .iter()
            .all(|mutation| mutation.state == MutationState::Queued
                && mutation.attempts == 0
                && mutation.operation == asked.id
                && mutation.made_at == now()
                && mutation.seen_at == Some(now()))
    );
    assert_eq!(ledger.operation(asked.id).unwrap(), queued);
    assert_eq!(ledger.listed().unwrap(), queued);
    assert_eq!(
        kinds(&ledger),
        vec!["queued"; changes.len()],
        "one line per decision"
    );
}

#[test]
fn the_same_command_delivered_twice_is_one_mutation() {
    let ledger = ledger();
    let asked = operation([set_role(&user(6), Role::Admin)]);
    let queued = now_queued(ledger.enqueue(&asked).unwrap());
    ledger.settle_and_mark(&[], &[queued[0].id], now()).unwrap();
    let again = rollcall_cache::Operation {
        mutations: operation([set_role(&user(6), Role::Admin)]).mutations,
        ..asked
    };
    match ledger.enqueue(&again).unwrap() {
        Enqueued::Before(before) => {
            assert_eq!(before[0].id, queued[0].id, "the first one's receipt");
            assert_eq!(before[0].state, MutationState::Sending, "as it stands");
        }
        Enqueued::Now(_) => panic!("a webview that reloads may deliver the same command twice"),
    }
    assert_eq!(ledger.listed().unwrap().len(), 1);
}

#[test]
fn an_operation_is_queued_whole_or_not_at_all() {
    let ledger = ledger();
    let mut asked = operation([
        set_role(&user(6), Role::Admin),
        set_role(&user(7), Role::Admin),
    ]);
    asked.mutations[1].id = asked.mutations[0].id;
    assert!(ledger.enqueue(&asked).is_err());
    assert_eq!(
        (
            ledger.listed().unwrap().len(),
            ledger.last_sequence().unwrap()
        ),
        (0, 0)
    );
    asked.mutations[1].id = MutationId::random();
    assert_eq!(
        now_queued(ledger.enqueue(&asked).unwrap()).len(),
        2,
        "the operation's id is still free"
    );
}

#[test]
fn what_has_ended_stays_listed_until_seen_and_a_conflict_until_decided() {
    let ledger = ledger();
    let (applied, conflict) = (one(&ledger), one(&ledger));
    ledger
        .settle(
            &[
                Ended::new(applied, Settled::Applied),
                Ended::new(conflict, Settled::Conflict { found: Found::Gone }),
            ],
            now(),
        )
        .unwrap();
    ledger.seen(&[applied, conflict]).unwrap();
    let listed: Vec<_> = ledger
        .listed()
        .unwrap()
        .into_iter()
        .map(|mutation| mutation.id)
        .collect();
    assert_eq!(
        listed,
        [conflict],
        "a conflict is not dismissed by looking at it"
    );
    let mut again = operation([set_role(&user(6), Role::Member)]);
    again.replaces = vec![conflict.into()];
    let mine = now_queued(ledger.enqueue(&again).unwrap())[0].id;
    let listed: Vec<_> = ledger
        .listed()
        .unwrap()
        .into_iter()
        .map(|mutation| mutation.id)
        .collect();
    assert_eq!(
        listed,
        [mine],
        "asked again, in one commit with the old one's end"
    );
    assert_eq!(
        state(&ledger, conflict),
        MutationState::Settled(Settled::Cancelled)
    );
}

#[test]
fn the_overlay_has_what_is_open_what_needs_a_person_and_what_isn_t_reflected() {
    let ledger = ledger();
    let ids: Vec<MutationId> = (0..5).map(|_| one(&ledger)).collect();
    let first = ledger
        .settle(&[Ended::new(ids[1], Settled::Applied)], now())
        .unwrap();
    ledger
        .settle(&[Ended::new(ids[0], Settled::Applied)], now())
        .unwrap();
    ledger
        .settle(
            &[Ended::new(
                ids[2],
                Settled::Rejected {
                    reason: "no".into(),
                },
            )],
            now(),
        )
        .unwrap();
    ledger.cancel(&[ids[3]], now()).unwrap();
    ledger.seen(&ids).unwrap();
    let over = |reflected| -> Vec<MutationId> {
        ledger
            .overlay(reflected)
            .unwrap()
            .into_iter()
            .map(|mutation| mutation.id)
            .collect()
    };
    assert_eq!(
        over(0),
        [ids[0], ids[1], ids[2], ids[4]],
        "in the order in which they were asked for"
    );
    assert_eq!(over(first), [ids[0], ids[2], ids[4]]);
    let since: Vec<_> = ledger
        .applied_since(0)
        .unwrap()
        .into_iter()
        .map(|(_, found)| found.id)
        .collect();
    assert_eq!(
        since,
        [ids[1], ids[0]],
        "in the order of the acknowledgements"
    );
}

#[test]
fn settings_are_kept_and_removed() {
    const ACCOUNT: Setting = Setting::named("account");
    let ledger = ledger();
    assert_eq!(ledger.setting(ACCOUNT).unwrap(), None);
    ledger.set(ACCOUNT, Some("a")).unwrap();
    ledger.set(ACCOUNT, Some("b")).unwrap();
    assert_eq!(ledger.setting(ACCOUNT).unwrap().as_deref(), Some("b"));
    ledger.set(ACCOUNT, None).unwrap();
    assert_eq!(ledger.setting(ACCOUNT).unwrap(), None);
}
