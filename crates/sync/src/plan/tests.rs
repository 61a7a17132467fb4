//! The plan, tried on situations alone.

use std::collections::BTreeMap;
use std::time::Duration;

use rollcall_model::{
    Awaited, Change, Goes, OperationId, Role, Settled, Timestamp, UserChange, UserId,
    WorkspaceChange, WorkspaceId,
};

use super::*;

fn quiet(now: Instant) -> Situation {
    Situation {
        now,
        unrecovered: false,
        session_ended: false,
        busy_until: None,
        retry_at: None,
        identified: true,
        read_wanted: false,
        organization_wanted: false,
        changes_offered: true,
        may_send: true,
        outbox: Outbox::default(),
        old_at: now + Duration::from_secs(900),
    }
}

fn due() -> Outbox {
    Outbox {
        due: vec![Task::Send(MutationId::random())],
        next_due: None,
    }
}

#[test]
fn an_idle_engine_rests_until_the_list_is_old() {
    let situation = quiet(Instant::now());
    assert_eq!(next(&situation), Step::Rest(Some(situation.old_at)));
    let old = Situation {
        old_at: situation.now,
        ..situation
    };
    assert_eq!(next(&old), Step::ReadChanges);
}

#[test]
fn what_was_perhaps_sent_is_marked_before_anything_else() {
    let situation = Situation {
        unrecovered: true,
        session_ended: true,
        ..quiet(Instant::now())
    };
    assert_eq!(next(&situation), Step::Recover);
}

#[test]
fn nothing_is_asked_after_the_session_ended() {
    let situation = Situation {
        session_ended: true,
        read_wanted: true,
        outbox: due(),
        ..quiet(Instant::now())
    };
    assert_eq!(
        next(&situation),
        Step::Rest(None),
        "until somebody signs in"
    );
}

#[test]
fn the_longer_of_two_waits_counts() {
    let now = Instant::now();
    let (soon, late) = (now + Duration::from_secs(1), now + Duration::from_secs(60));
    let situation = Situation {
        busy_until: Some(late),
        retry_at: Some(soon),
        outbox: due(),
        ..quiet(now)
    };
    assert_eq!(next(&situation), Step::Rest(Some(late)));
    let over = Situation {
        busy_until: Some(now),
        retry_at: None,
        outbox: due(),
        ..quiet(now)
    };
    assert_eq!(next(&over), Step::Push);
}

#[test]
fn changes_are_read_before_sending_and_everything_after() {
    let cheap = Situation {
        read_wanted: true,
        outbox: due(),
        ..quiet(Instant::now())
    };
    assert_eq!(
        next(&cheap),
        Step::ReadChanges,
        "it tells what our role is now"
    );
    let dear = Situation {
        changes_offered: false,
        ..cheap
    };
    assert_eq!(
        next(&dear),
        Step::Push,
        "nobody's change waits for a hundred thousand rows"
    );
    let sent = Situation {
        outbox: Outbox::default(),
        ..dear
    };
    assert_eq!(next(&sent), Step::ReadEverything);
}

#[test]
fn nothing_is_sent_before_it_is_known_who_is_signed_in() {
    let unknown = Situation {
        identified: false,
        outbox: due(),
        ..quiet(Instant::now())
    };
    assert_eq!(next(&unknown), Step::Identify);
    let paused = Situation {
        may_send: false,
        outbox: due(),
        ..quiet(Instant::now())
    };
    assert_eq!(next(&paused), Step::Rest(Some(paused.old_at)), "I7");
}

fn mutation(sequence: u64, user: &str, state: MutationState) -> Mutation {
    Mutation {
        id: MutationId::random(),
        sequence,
        operation: OperationId::random(),
        change: Change::from(UserChange::GrantWorkspace {
            user: UserId::new(user),
            workspace: WorkspaceId::new("w"),
        }),
        version: None,
        after: None,
        made_at: Timestamp::UNIX_EPOCH,
        seen_at: None,
        attempts: 0,
        state,
        goes: Goes::ByItself,
    }
}

fn look(
    open: &[Mutation],
    released: &[&Mutation],
    stuck: &[(&str, Instant)],
    busy: &[&str],
) -> Outbox {
    look_knowing(open, released, stuck, busy, &[])
}

fn look_knowing(
    open: &[Mutation],
    released: &[&Mutation],
    stuck: &[(&str, Instant)],
    busy: &[&str],
    came_true: &[&str],
) -> Outbox {
    let now = Instant::now();
    let stuck: BTreeMap<Resource, Instant> = stuck
        .iter()
        .map(|(user, until)| (Resource::User(UserId::new(*user)), *until))
        .collect();
    let busy = busy
        .iter()
        .map(|user| Resource::User(UserId::new(*user)))
        .collect();
    outbox(
        open,
        &Holds {
            now,
            released_at: &|id| {
                released
                    .iter()
                    .any(|mutation| mutation.id == *id)
                    .then_some(now)
            },
            stuck_until: &|user| stuck.get(user).copied(),
            busy: &busy,
            come_true: &|after| came_true.contains(&after.user.as_str()),
        },
    )
}

#[test]
fn only_a_users_first_open_change_has_its_turn() {
    let open = [
        mutation(1, "ada", MutationState::Queued),
        mutation(2, "ada", MutationState::Queued),
        mutation(3, "grace", MutationState::Queued),
    ];
    let all: Vec<&Mutation> = open.iter().collect();
    let due = look(&open, &all, &[], &[]).due;
    assert_eq!(
        due,
        [Task::Send(open[0].id), Task::Send(open[2].id)],
        "I4, I5"
    );
    assert_eq!(
        look(&open, &all, &[], &["ada"]).due,
        [Task::Send(open[2].id)]
    );
}

#[test]
fn what_was_perhaps_sent_is_looked_up_and_never_sent() {
    let open = [
        mutation(1, "ada", MutationState::Unknown),
        mutation(2, "grace", MutationState::Sending),
        mutation(3, "linus", MutationState::Settled(Settled::Applied)),
    ];
    let due = look(&open, &[], &[], &[]).due;
    assert_eq!(due, [Task::LookUp(open[0].id), Task::LookUp(open[1].id)]);
}

#[test]
fn a_held_change_holds_its_users_later_ones() {
    let open = [
        mutation(1, "ada", MutationState::Queued),
        mutation(2, "ada", MutationState::Queued),
    ];
    assert_eq!(
        look(&open, &[&open[1]], &[], &[]),
        Outbox::default(),
        "the first isn't released"
    );
    let later = Instant::now() + Duration::from_secs(9);
    let stuck = look(&open, &[&open[0], &open[1]], &[("ada", later)], &[]);
    assert_eq!(
        stuck,
        Outbox {
            due: Vec::new(),
            next_due: Some(later)
        }
    );
}

fn addition(sequence: u64, state: MutationState) -> Mutation {
    let mutation = mutation(sequence, "", state);
    let change = Change::from(UserChange::AddUser {
        user: UserId::placeholder(mutation.id),
        user_name: "ana@acme.example".to_owned(),
        display_name: String::new(),
        role: Role::Member,
    });
    Mutation { change, ..mutation }
}

fn of(sequence: u64, user: &UserId) -> Mutation {
    mutation(sequence, user.as_str(), MutationState::Queued)
}

fn after(mutation: Mutation, user: &UserId, awaited: Awaited) -> Mutation {
    let user = user.clone();
    Mutation {
        after: Some(After { user, awaited }),
        ..mutation
    }
}

fn sends(of: &[&Mutation]) -> Vec<Task> {
    of.iter().map(|mutation| Task::Send(mutation.id)).collect()
}

#[test]
fn what_depends_on_an_addition_waits_for_it_and_for_nobody_else() {
    let add = addition(1, MutationState::Queued);
    let grant = of(2, add.change.user().unwrap());
    let other = mutation(3, "ada", MutationState::Queued);
    let listed = [add.clone(), grant.clone(), other.clone()];
    let due = look(&listed, &[&add, &grant, &other], &[], &[]).due;
    assert_eq!(due, sends(&[&add, &other]), "I4, I5");
    let reason = String::new();
    let refused = addition(1, MutationState::Settled(Settled::Rejected { reason }));
    let grant = of(2, refused.change.user().unwrap());
    let due = look(
        &[refused, grant.clone(), other.clone()],
        &[&grant, &other],
        &[],
        &[],
    )
    .due;
    assert_eq!(
        due,
        sends(&[&other]),
        "what depends on a refused one is blocked, not sent"
    );
}

#[test]
fn the_end_of_an_old_address_waits_for_the_new_one_and_holds_up_nobody() {
    let add = addition(1, MutationState::Queued);
    let new = add.change.user().unwrap().clone();
    let delete = after(
        mutation(2, "old", MutationState::Queued),
        &new,
        Awaited::Accepted,
    );
    let edit = mutation(3, "old", MutationState::Queued);
    let listed = [add.clone(), delete.clone(), edit.clone()];
    let due = look(&listed, &[&add, &delete, &edit], &[], &[]).due;
    assert_eq!(
        due,
        sends(&[&add, &edit]),
        "days of waiting hold up nothing"
    );

    let added = UserId::new("new");
    let delete = after(delete, &added, Awaited::Accepted);
    let listed = [delete.clone()];
    let nothing = look_knowing(&listed, &[&delete], &[], &[], &[]).due;
    assert_eq!(nothing, [], "added is not accepted");
    let due = look_knowing(&listed, &[&delete], &[], &[], &["new"]).due;
    assert_eq!(due, sends(&[&delete]));
}

#[test]
fn an_old_address_stays_while_the_new_one_lacks_what_was_asked_for_with_it() {
    let added = UserId::new("new");
    let delete = after(
        mutation(2, "old", MutationState::Queued),
        &added,
        Awaited::Added,
    );
    let reason = String::new();
    for state in [
        MutationState::Queued,
        MutationState::Settled(Settled::Rejected { reason }),
    ] {
        let grant = mutation(1, "new", state);
        let due = look_knowing(&[grant, delete.clone()], &[&delete], &[], &[], &["new"]).due;
        assert_eq!(due, [], "nobody is deleted for a user who is not whole");
    }
    let again = mutation(3, "new", MutationState::Queued);
    let listed = [delete.clone(), again.clone()];
    let due = look_knowing(&listed, &[&delete, &again], &[], &[], &["new"]).due;
    assert_eq!(due, sends(&[&again]), "what is asked for again comes first");
    let listed = [delete.clone()];
    assert_eq!(
        look_knowing(&listed, &[&delete], &[], &[], &["new"]).due,
        sends(&[&delete])
    );
    assert_eq!(
        look_knowing(&listed, &[&delete], &[], &[], &[]).due,
        [],
        "nor for one who is gone again"
    );
}

fn creation(sequence: u64, state: MutationState) -> Mutation {
    let mutation = mutation(sequence, "", state);
    let change = Change::from(WorkspaceChange::CreateWorkspace {
        workspace: WorkspaceId::placeholder(mutation.id),
        name: "Sales".to_owned(),
    });
    Mutation { change, ..mutation }
}

fn access_to(sequence: u64, workspace: &WorkspaceId) -> Mutation {
    let change = Change::from(UserChange::GrantWorkspace {
        user: UserId::new("ada"),
        workspace: workspace.clone(),
    });
    Mutation {
        change,
        ..mutation(sequence, "", MutationState::Queued)
    }
}

#[test]
fn access_to_a_new_workspace_waits_for_it_and_holds_up_nobody() {
    let create = creation(1, MutationState::Queued);
    let new = create.change.workspace().unwrap();
    let grant = access_to(2, new);
    let other = mutation(3, "ada", MutationState::Queued);
    let listed = [create.clone(), grant.clone(), other.clone()];
    let due = look(&listed, &[&create, &grant, &other], &[], &[]).due;
    assert_eq!(due, sends(&[&create, &other]), "I4, I5");
}

#[test]
fn a_workspace_is_deleted_after_the_earlier_changes_of_who_has_access() {
    let workspace = WorkspaceId::new("w");
    let grant = access_to(1, &workspace);
    let delete = Mutation {
        change: Change::from(WorkspaceChange::DeleteWorkspace {
            workspace,
            name: "Sales".to_owned(),
        }),
        ..mutation(2, "", MutationState::Queued)
    };
    let listed = [grant.clone(), delete.clone()];
    let due = look(&listed, &[&grant, &delete], &[], &[]).due;
    assert_eq!(due, sends(&[&grant]), "I4");
    let due = look(std::slice::from_ref(&delete), &[&delete], &[], &[]).due;
    assert_eq!(due, sends(&[&delete]));
}

#[test]
fn the_organization_is_read_after_what_waits_and_before_a_long_read() {
    let now = Instant::now();
    let ada = mutation(1, "ada", MutationState::Queued);
    let wanted = Situation {
        organization_wanted: true,
        read_wanted: true,
        changes_offered: false,
        ..quiet(now)
    };
    assert_eq!(next(&wanted), Step::ReadOrganization);
    let due = Situation {
        outbox: look(std::slice::from_ref(&ada), &[&ada], &[], &[]),
        ..wanted
    };
    assert_eq!(next(&due), Step::Push, "nobody's change waits for it");
}
