//! Workspaces that come, go and are renamed: what waits for which, and what a lost answer means.

use crate::support::{
    APPLIED, Bench, TAKEN, grant, lost_after_it_was_done, lost_before_it_was_done, revoke,
};
use rollcall_cache::Presence;
use rollcall_model::{
    Change, Found, MutationId, MutationState, Settled, Timestamp, UserId, WorkspaceChange,
    WorkspaceId,
};
use rollcall_testkit::FakeRemote;

/// Everything there is of a creation: its id, and the change.
fn creation(name: &str) -> (MutationId, Change) {
    let id = MutationId::random();
    let change = WorkspaceChange::CreateWorkspace {
        workspace: WorkspaceId::placeholder(id),
        name: name.to_owned(),
    };
    (id, change.into())
}

fn renaming(workspace: &str, was: &str, to: &str) -> Change {
    let change = WorkspaceChange::RenameWorkspace {
        workspace: WorkspaceId::new(workspace),
        was: was.to_owned(),
        to: to.to_owned(),
    };
    change.into()
}

fn deletion(workspace: &str, name: &str) -> Change {
    let change = WorkspaceChange::DeleteWorkspace {
        workspace: WorkspaceId::new(workspace),
        name: name.to_owned(),
    };
    change.into()
}

const SALES: &str = "Workspace sales";

/// A creation, and access to it for somebody who is there.
fn create_with_access(bench: &Bench, name: &str) -> (MutationId, MutationId) {
    let (id, create) = creation(name);
    let access = grant("u01", WorkspaceId::placeholder(id).as_str());
    let queued = bench.enqueue_all([(id, create, None), (MutationId::random(), access, None)]);
    (queued[0], queued[1])
}

fn workspace_of(bench: &Bench, mutation: MutationId) -> WorkspaceId {
    let mutation = bench.ledger.mutation(mutation).unwrap().unwrap();
    mutation.change.workspace().unwrap().clone()
}

fn name_on(bench: &Bench, workspace: &str) -> Option<String> {
    let state = bench.server.state();
    let there = state.workspaces.get(&WorkspaceId::new(workspace));
    there.map(|workspace| workspace.name.clone())
}

#[tokio::test(start_paused = true)]
async fn access_to_a_new_workspace_takes_the_id_that_the_server_gave() {
    let bench = Bench::new(FakeRemote::modern());
    bench
        .run_online(async |engine| {
            let (create, access) = create_with_access(&bench, "Lab");
            let placeholder = workspace_of(&bench, create);
            let waiting = bench.cache.workspace(&placeholder).unwrap().unwrap();
            assert_eq!(
                (waiting.presence, waiting.name.as_str()),
                (Presence::Adding, "Lab"),
                "I6: what waits to be created is in the list"
            );
            engine.handle.queued(None, &[create, access]);
            engine.until_applied(&[access]).await;
            let workspace = workspace_of(&bench, create);
            assert_eq!(workspace.added_by(), None);
            assert_eq!(workspace_of(&bench, access), workspace, "I4");
            engine
                .until("the snapshot follows", || {
                    let user = bench.cache.user(&UserId::new("u01")).unwrap().unwrap();
                    user.user.workspaces.contains(&workspace)
                })
                .await;
            let shown = bench.cache.workspace(&workspace).unwrap().unwrap();
            assert_eq!(shown.presence, Presence::Here);
            assert!(bench.cache.workspace(&placeholder).unwrap().is_none());
            assert_eq!(bench.server.state().effects.len(), 2, "I3");
        })
        .await;
}

#[tokio::test(start_paused = true)]
async fn a_creation_without_an_answer_is_found_by_its_mark_and_not_made_twice() {
    let bench = Bench::new(FakeRemote::modern());
    bench.server.spoil([lost_after_it_was_done()]);
    bench.pull().await.unwrap();
    let (create, access) = create_with_access(&bench, "Lab");
    bench.push().await;
    bench.push().await;
    for id in [create, access] {
        assert_eq!(bench.state(id), APPLIED);
    }
    assert_eq!(
        bench.server.state().workspaces.len(),
        3,
        "I3: looked up, created once"
    );
}

#[tokio::test(start_paused = true)]
async fn a_creation_that_surely_was_not_done_is_sent_again() {
    let bench = Bench::new(FakeRemote::modern());
    bench.server.spoil([lost_before_it_was_done()]);
    bench
        .run_online(async |engine| {
            let (create, access) = create_with_access(&bench, "Lab");
            engine.handle.queued(None, &[create, access]);
            engine.until_applied(&[access]).await;
            assert_eq!(bench.server.state().workspaces.len(), 3);
        })
        .await;
}

#[tokio::test(start_paused = true)]
async fn a_workspace_of_that_name_whom_somebody_else_made_is_a_conflict_and_blocks_what_depends() {
    let bench = Bench::new(FakeRemote::modern());
    bench.pull().await.unwrap();
    let (create, access) = create_with_access(&bench, "WORKSPACE Sales");
    bench.push().await;
    assert_eq!(bench.state(create), TAKEN);
    assert_eq!(
        bench.state(access),
        MutationState::Queued,
        "blocked, not dropped, and given to nobody"
    );
    assert!(bench.server.state().effects.is_empty(), "I8");
    let cancelled = bench.ledger.cancel(&[create], Timestamp::UNIX_EPOCH);
    cancelled.unwrap();
    assert_eq!(
        bench.state(access),
        MutationState::Settled(Settled::Cancelled),
        "with a creation goes what waits for it"
    );
}

#[tokio::test(start_paused = true)]
async fn another_name_without_an_answer_is_looked_up_and_given_once() {
    for done in [true, false] {
        let bench = Bench::new(FakeRemote::modern());
        let fault = match done {
            true => lost_after_it_was_done(),
            false => lost_before_it_was_done(),
        };
        bench.server.spoil([fault]);
        bench.pull().await.unwrap();
        let rename = bench.enqueue(renaming("sales", SALES, "Market"));
        let shown = bench.cache.workspace(&WorkspaceId::new("sales"));
        assert_eq!(shown.unwrap().unwrap().name, "Market", "I6");
        for _ in 0..3 {
            bench.push().await;
        }
        assert_eq!(
            bench.state(rename),
            APPLIED,
            "done before it was lost: {done}"
        );
        assert_eq!(name_on(&bench, "sales").as_deref(), Some("Market"));
        assert_eq!(bench.server.state().effects.len(), 1, "I3");
    }
}

#[tokio::test(start_paused = true)]
async fn what_a_role_is_no_longer_shown_of_a_workspace_stays_as_it_was_known() {
    let bench = Bench::new(FakeRemote::modern());
    let sales = WorkspaceId::new("sales");
    let describe = |description: Option<&str>| {
        let mut state = bench.server.state();
        let sales = state.workspaces.get_mut(&sales).unwrap();
        sales.description = description.map(str::to_owned);
    };
    describe(Some("All who sell"));
    bench.pull().await.unwrap();
    describe(None);
    for fault in [lost_before_it_was_done(), lost_after_it_was_done()] {
        bench.server.spoil([fault]);
        let was = name_on(&bench, "sales").unwrap();
        let rename = bench.enqueue(renaming("sales", &was, &format!("{was}!")));
        for _ in 0..3 {
            bench.push().await;
            let known = bench.cache.workspace(&sales).unwrap().unwrap().workspace;
            assert_eq!(known.description.as_deref(), Some("All who sell"));
        }
        assert_eq!(bench.state(rename), APPLIED);
    }
}

#[tokio::test(start_paused = true)]
async fn one_renamed_elsewhere_is_a_conflict_for_a_name_and_for_a_deletion() {
    let bench = Bench::new(FakeRemote::modern());
    bench.pull().await.unwrap();
    let rename = bench.enqueue(renaming("sales", SALES, "Market"));
    let delete = bench.enqueue(deletion("support", "Workspace support"));
    bench.server.name_workspace("sales", "Trade");
    bench.server.name_workspace("support", "Help");
    bench.push().await;
    for (id, name) in [(rename, "Trade"), (delete, "Help")] {
        let found = Found::WorkspaceName(name.to_owned());
        assert_eq!(
            bench.state(id),
            MutationState::Settled(Settled::Conflict { found }),
            "I8"
        );
    }
    assert!(bench.server.state().effects.is_empty());
    let shown = bench.cache.workspace(&WorkspaceId::new("sales"));
    assert_eq!(
        shown.unwrap().unwrap().name,
        "Trade",
        "what was seen along the way is shown"
    );
}

#[tokio::test(start_paused = true)]
async fn a_name_that_another_has_by_now_is_taken_and_not_asked_for_for_ever() {
    let bench = Bench::new(FakeRemote::modern());
    bench.pull().await.unwrap();
    let rename = bench.enqueue(renaming("sales", SALES, "Lab"));
    bench.server.put_workspace("theirs");
    bench.server.name_workspace("theirs", "LAB");
    bench.push().await;
    assert_eq!(bench.state(rename), TAKEN);
    assert_eq!(name_on(&bench, "sales").as_deref(), Some(SALES));
}

#[tokio::test(start_paused = true)]
async fn a_deletion_waits_for_the_access_asked_for_before_it_and_takes_all_of_it_along() {
    let bench = Bench::new(FakeRemote::modern());
    bench.pull().await.unwrap();
    let queued = bench.enqueue_all([
        (MutationId::random(), revoke("u01", "sales"), None),
        (MutationId::random(), deletion("sales", SALES), None),
    ]);
    bench.server.spoil([lost_before_it_was_done()]);
    bench.push().await;
    assert_eq!(
        bench.state(queued[1]),
        MutationState::Queued,
        "the access before it isn't settled yet"
    );
    for _ in 0..3 {
        bench.push().await;
    }
    for id in &queued {
        assert_eq!(bench.state(*id), APPLIED);
    }
    let sales = WorkspaceId::new("sales");
    assert!(bench.cache.workspace(&sales).unwrap().is_none());
    let user = bench.cache.user(&UserId::new("u02")).unwrap().unwrap();
    assert!(
        !user.workspaces.contains(&sales),
        "whoever lost it with the workspace shows it no more"
    );
}

#[tokio::test(start_paused = true)]
async fn a_workspace_is_deleted_once_it_is_gone_whoever_did_it() {
    let bench = Bench::new(FakeRemote::modern());
    bench.pull().await.unwrap();
    let lost_answer = bench.enqueue(deletion("sales", SALES));
    let theirs = bench.enqueue(deletion("support", "Workspace support"));
    let leaving = bench.cache.workspace(&WorkspaceId::new("sales"));
    assert_eq!(leaving.unwrap().unwrap().presence, Presence::Leaving);
    bench.server.spoil([lost_after_it_was_done()]);
    let support = WorkspaceId::new("support");
    bench.server.state().workspaces.remove(&support);
    for _ in 0..2 {
        bench.push().await;
    }
    for id in [lost_answer, theirs] {
        assert_eq!(bench.state(id), APPLIED);
    }
    assert!(bench.cache.workspaces().unwrap().is_empty());
    assert_eq!(bench.server.state().effects.len(), 1, "I3");
}
