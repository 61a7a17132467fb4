//! The rule, pair by pair, and what is not there yet.

use rollcall_model::{
    After, Awaited, Change, Goes, Mutation, MutationId, MutationState, OperationId, Role, Settled,
    Timestamp, UserChange, UserId, WorkspaceChange, WorkspaceId,
};

use super::{Before, Missing, Tie, tie};

fn queued(change: impl Into<Change>) -> Mutation {
    Mutation {
        id: MutationId::random(),
        sequence: 1,
        operation: OperationId::random(),
        change: change.into(),
        version: None,
        after: None,
        made_at: Timestamp::UNIX_EPOCH,
        seen_at: None,
        attempts: 0,
        state: MutationState::Queued,
        goes: Goes::ByItself,
    }
}

fn grant(user: &UserId, workspace: &WorkspaceId) -> Mutation {
    queued(UserChange::GrantWorkspace {
        user: user.clone(),
        workspace: workspace.clone(),
    })
}

fn addition() -> (UserId, Mutation) {
    let mut addition = queued(UserChange::Suspend {
        user: UserId::new("u"),
    });
    let user = UserId::placeholder(addition.id);
    addition.change = UserChange::AddUser {
        user: user.clone(),
        user_name: "new@acme.example".into(),
        display_name: String::new(),
        role: Role::Member,
    }
    .into();
    (user, addition)
}

fn creation() -> (WorkspaceId, Mutation) {
    let mut creation = queued(UserChange::Suspend {
        user: UserId::new("u"),
    });
    let workspace = WorkspaceId::placeholder(creation.id);
    creation.change = WorkspaceChange::CreateWorkspace {
        workspace: workspace.clone(),
        name: "Lab".into(),
    }
    .into();
    (workspace, creation)
}

fn deletion_after(user: &UserId) -> Mutation {
    Mutation {
        after: Some(After {
            user: user.clone(),
            awaited: Awaited::Accepted,
        }),
        ..queued(UserChange::DeleteUser {
            user: UserId::new("old"),
            user_name: "old@acme.example".into(),
            was: Role::Member.into(),
        })
    }
}

fn end_of(workspace: &WorkspaceId) -> Mutation {
    queued(WorkspaceChange::DeleteWorkspace {
        workspace: workspace.clone(),
        name: "Sales".into(),
    })
}

#[test]
fn each_tie_has_its_reason_and_what_is_independent_has_none() {
    let (ana, ben) = (UserId::new("ana"), UserId::new("ben"));
    let sales = WorkspaceId::new("sales");
    let (new_user, added) = addition();
    let (lab, created) = creation();
    for (later, earlier, why) in [
        (grant(&ana, &sales), grant(&ana, &sales), Some(Tie::Same)),
        (grant(&new_user, &sales), added.clone(), Some(Tie::Same)),
        (grant(&ana, &lab), created.clone(), Some(Tie::Workspace)),
        (end_of(&sales), grant(&ana, &sales), Some(Tie::Access)),
        (deletion_after(&new_user), added.clone(), Some(Tie::Awaited)),
        (
            deletion_after(&new_user),
            grant(&new_user, &sales),
            Some(Tie::Awaited),
        ),
        (grant(&ana, &sales), grant(&ben, &sales), None),
        (grant(&ana, &sales), end_of(&lab), None),
        (grant(&ana, &sales), added.clone(), None),
        (created, added, None),
    ] {
        assert_eq!(tie(&later, &earlier), why, "{later:?} after {earlier:?}");
    }
}

#[test]
fn what_is_not_there_yet_holds_up_nobody_and_an_earlier_change_does() {
    let ana = UserId::new("ana");
    let (lab, created) = creation();
    let listed = [
        created,
        grant(&ana, &lab),
        grant(&ana, &WorkspaceId::new("sales")),
        grant(&ana, &WorkspaceId::new("care")),
        end_of(&WorkspaceId::new("care")),
    ];
    let mut before = Before::default();
    let mut behind = Vec::new();
    let told: Vec<(Option<Missing>, bool)> = listed
        .iter()
        .map(|mutation| {
            behind.push(before.behind(mutation).len());
            let turn = before.next(mutation, |_| true).unwrap();
            (turn.missing, turn.earlier.is_some())
        })
        .collect();
    assert_eq!(
        told,
        [
            (None, false),
            (Some(Missing::Workspace), false),
            (None, false),
            (None, true),
            (Some(Missing::Access), false),
        ]
    );
    assert_eq!(behind, [0, 1, 0, 1, 1]);
}

#[test]
fn whoever_is_awaited_has_got_everything_first_and_then_accepts() {
    let (new_user, mut added) = addition();
    let (lab, created) = creation();
    let late = grant(&new_user, &lab);
    let deletion = deletion_after(&new_user);
    let look = |listed: &[&Mutation], come_true| {
        let mut before = Before::default();
        listed
            .iter()
            .filter_map(|mutation| before.next(mutation, |_| come_true))
            .last()
            .and_then(|turn| turn.missing)
    };
    assert_eq!(look(&[&added, &deletion], true), Some(Missing::Unsettled));
    let reason = "No seat.".to_owned();
    added.state = MutationState::Settled(Settled::Rejected { reason });
    assert_eq!(look(&[&added, &deletion], true), Some(Missing::NotAdded));
    assert_eq!(look(&[&added, &late], true), Some(Missing::Own));

    let there = UserId::new("there");
    let deletion = deletion_after(&there);
    let late = grant(&there, &lab);
    assert_eq!(
        look(&[&created, &late, &deletion], true),
        Some(Missing::Unsettled),
        "with everything that was asked for with them"
    );
    assert_eq!(look(&[&deletion], false), Some(Missing::NotTrueYet));
    assert_eq!(look(&[&deletion], true), None);
}
