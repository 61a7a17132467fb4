//! Workspaces: what waits on them, and what waits for one that is still to be created.

use crate::people::{key, now, operation, user, users, workspaces};
use rollcall_cache::{Cache, Ended, Enqueued, Ledger, Location, Mode, Presence};
use rollcall_model::{
    Change, Intent, Mutation, MutationId, Resource, Settled, UserChange, WorkspaceChange,
    WorkspaceId,
};

fn ledger() -> Ledger {
    Ledger::open(&Location::Memory, &key(), Mode::Writer)
        .unwrap()
        .store
}

/// A workspace to be created, and what asks for it.
fn creation(name: &str) -> (WorkspaceId, Change) {
    let workspace = WorkspaceId::placeholder(MutationId::random());
    let change = WorkspaceChange::CreateWorkspace {
        workspace: workspace.clone(),
        name: name.into(),
    };
    (workspace, change.into())
}

fn grant(workspace: &WorkspaceId) -> Change {
    let workspace = workspace.clone();
    let user = user(6).id;
    UserChange::GrantWorkspace { user, workspace }.into()
}

fn queue(ledger: &Ledger, changes: impl IntoIterator<Item = Change>) -> Vec<Mutation> {
    match ledger.enqueue(&operation(changes)).unwrap() {
        Enqueued::Now(mutations) => mutations,
        Enqueued::Before(_) => panic!("a fresh operation is queued"),
    }
}

#[test]
fn access_to_a_new_workspace_takes_the_id_that_the_server_gave() {
    let ledger = ledger();
    let (new, create) = creation("Sales");
    let queued = queue(&ledger, [create, grant(&new)]);
    let id = queued[0].id;
    ledger.settle_and_mark(&[], &[id], now()).unwrap();
    let created = WorkspaceId::new("w9");
    let ended = Ended {
        id,
        settled: Settled::Applied,
        added: Some(Resource::Workspace(created.clone())),
    };
    ledger.settle(&[ended], now()).unwrap();
    let waiting = ledger.mutation(queued[1].id).unwrap().unwrap();
    assert_eq!(waiting.change.workspace(), Some(&created), "I4");

    // Whoever asks may still know the workspace by the placeholder.
    let late = queue(&ledger, [grant(&new)]);
    assert_eq!(late[0].change.workspace(), Some(&created));
}

#[test]
fn with_a_creation_goes_the_access_that_waits_for_it() {
    let ledger = ledger();
    let (new, create) = creation("Sales");
    let queued = queue(&ledger, [create, grant(&new)]);
    let cancelled = ledger.cancel(&[queued[0].id], now()).unwrap().cancelled;
    assert_eq!(cancelled, [queued[0].id, queued[1].id]);
}

#[test]
fn a_workspace_shows_what_waits_on_it() {
    let cache = Cache::open(&Location::Memory, &key(), Mode::Writer)
        .unwrap()
        .store;
    let mut read = cache.begin_read().unwrap();
    read.insert_workspaces(&workspaces()).unwrap();
    read.insert(&users(60)).unwrap();
    read.flip(&[], &[], 0).unwrap();
    let named = cache
        .workspace(&WorkspaceId::new("w1"))
        .unwrap()
        .unwrap()
        .name;
    let (new, create) = creation("Zürich");
    let mutations = queue(
        &ledger(),
        [
            create,
            Change::from(WorkspaceChange::RenameWorkspace {
                workspace: WorkspaceId::new("w1"),
                was: named.clone(),
                to: "Ventes".into(),
            }),
            Change::from(WorkspaceChange::DeleteWorkspace {
                workspace: WorkspaceId::new("w2"),
                name: "Workspace 2".into(),
            }),
            grant(&new),
        ],
    );
    cache.lay_over(&mutations).unwrap();
    let shown = |id: &str| cache.workspace(&WorkspaceId::new(id)).unwrap().unwrap();
    assert_eq!(shown("w1").name, "Ventes");
    assert_eq!(shown("w1").intent, Some(Intent::Waiting));
    assert_eq!(shown("w2").presence, Presence::Leaving);
    assert_eq!(shown(new.as_str()).presence, Presence::Adding);
    let listed = cache.workspaces().unwrap();
    let last = listed.last().unwrap();
    assert_eq!((last.shown.name.as_str(), last.users), ("Zürich", 1));
    let row = cache.row(&user(6).id).unwrap().unwrap();
    assert!(row.workspaces.contains(&"Zürich".to_owned()));

    cache.lay_over(&[]).unwrap();
    assert_eq!(cache.workspace(&new).unwrap(), None);
    assert_eq!(shown("w1").name, named);
    assert_eq!(shown("w2").presence, Presence::Here);
    assert_eq!(cache.workspaces().unwrap().len(), listed.len() - 1);
}
