//! Users who come and go: what depends on an addition, what a deletion means, what waits for days.

use crate::support::{APPLIED, Bench, TAKEN, addition, grant, lost_after_it_was_done, promote};
use rollcall_cache::Presence;
use rollcall_model::{
    After, Awaited, Change, Found, InvitationStatus, MutationId, MutationState, OrgRole, Role,
    Settled, Timestamp, UserChange, UserId,
};
use rollcall_testkit::FakeRemote;

fn delete(user: &str) -> Change {
    Change::from(UserChange::DeleteUser {
        user: UserId::new(user),
        user_name: format!("{user}@example.com"),
        was: Role::Member.into(),
    })
}

/// An addition and a grant that waits for it.
fn add_with_access(bench: &Bench, address: &str) -> (MutationId, MutationId) {
    let (id, add) = addition(address);
    let access = grant(add.user().unwrap().as_str(), "sales");
    let queued = bench.enqueue_all([(id, add, None), (MutationId::random(), access, None)]);
    (queued[0], queued[1])
}

fn user_of(bench: &Bench, mutation: MutationId) -> UserId {
    let mutation = bench.ledger.mutation(mutation).unwrap().unwrap();
    mutation.change.user().unwrap().clone()
}

#[tokio::test(start_paused = true)]
async fn what_depends_on_an_addition_takes_the_id_that_the_server_gave() {
    let bench = Bench::new(FakeRemote::modern());
    bench
        .run_online(async |engine| {
            let before = bench.users();
            let (add, access) = add_with_access(&bench, "new@example.com");
            let waiting = bench
                .cache
                .user(&UserId::placeholder(add))
                .unwrap()
                .unwrap();
            assert_eq!(waiting.presence, Presence::Adding);
            assert_eq!(
                bench.users(),
                before + 1,
                "I6: whoever waits to be added is in the list"
            );
            engine.handle.queued(None, &[add, access]);
            engine.until_applied(&[access]).await;
            let user = user_of(&bench, add);
            assert_eq!(
                user.added_by(),
                None,
                "the server's id has taken the placeholder's place"
            );
            assert_eq!(user_of(&bench, access), user, "I4");
            engine
                .until("the snapshot follows", || {
                    let shown = bench.cache.user(&user).unwrap();
                    shown.is_some_and(|shown| {
                        shown.presence == Presence::Here && shown.user.workspaces.len() == 1
                    })
                })
                .await;
            assert_eq!(bench.users(), before + 1, "once, and not twice");
            assert!(
                bench
                    .cache
                    .user(&UserId::placeholder(add))
                    .unwrap()
                    .is_none()
            );
            assert_eq!(bench.server.state().effects.len(), 2, "I3");
        })
        .await;
}

#[tokio::test(start_paused = true)]
async fn the_policy_is_asked_about_a_new_user_s_access_with_the_user_in_the_list() {
    let mut bench = Bench::new(FakeRemote::modern());
    let cache = bench.cache.clone();
    bench.recheck = std::sync::Arc::new(move |mutation| {
        let user = mutation.change.user().unwrap();
        let known = cache.user(user).unwrap();
        match known.filter(|shown| mutation.change.adds() || shown.presence == Presence::Here) {
            Some(_) => Ok(()),
            None => Err("Nobody knows of whom this is.".to_owned()),
        }
    });
    bench
        .run_online(async |engine| {
            let (add, access) = add_with_access(&bench, "new@example.com");
            engine.handle.queued(None, &[add, access]);
            assert_eq!(
                engine.until_settled(access).await,
                Settled::Applied,
                "I13: in the same push, right after the addition was acknowledged"
            );
        })
        .await;
}

#[tokio::test(start_paused = true)]
async fn an_addition_without_an_answer_is_found_by_its_mark_and_not_made_twice() {
    let bench = Bench::new(FakeRemote::modern());
    bench.server.spoil([lost_after_it_was_done()]);
    bench.pull().await.unwrap();
    let (add, access) = add_with_access(&bench, "new@example.com");
    bench.push().await;
    bench.push().await;
    for id in [add, access] {
        assert_eq!(bench.state(id), APPLIED);
    }
    assert_eq!(
        bench.server.state().effects.len(),
        2,
        "I3: looked up, applied once"
    );
}

#[tokio::test(start_paused = true)]
async fn a_user_with_the_address_whom_somebody_else_made_is_a_conflict_and_blocks_what_depends() {
    let bench = Bench::new(FakeRemote::modern());
    bench.pull().await.unwrap();
    let (add, access) = add_with_access(&bench, "U01@example.com");
    bench.push().await;
    assert_eq!(bench.state(add), TAKEN);
    assert_eq!(
        bench.state(access),
        MutationState::Queued,
        "blocked, not dropped, and sent to nobody"
    );
    assert!(bench.server.state().effects.is_empty(), "I8");
    bench.ledger.cancel(&[add], Timestamp::UNIX_EPOCH).unwrap();
    assert_eq!(
        bench.state(access),
        MutationState::Settled(Settled::Cancelled),
        "with an addition goes what waits for it"
    );
}

#[tokio::test(start_paused = true)]
async fn a_deletion_is_done_once_the_user_is_gone_whoever_did_it() {
    let bench = Bench::new(FakeRemote::modern());
    bench.pull().await.unwrap();
    let before = bench.users();
    let (mine, theirs, promoted) = (
        bench.enqueue(delete("u01")),
        bench.enqueue(delete("u02")),
        bench.enqueue(delete("u03")),
    );
    let leaving = bench.cache.user(&UserId::new("u01")).unwrap().unwrap();
    assert_eq!(leaving.presence, Presence::Leaving);
    bench.server.delete_user("u02");
    bench.server.put_user("u03", Role::Admin, &[]);
    bench.push().await;
    for id in [mine, theirs] {
        assert_eq!(bench.state(id), APPLIED);
    }
    let found = Found::Role(OrgRole::Known(Role::Admin));
    assert_eq!(
        bench.state(promoted),
        MutationState::Settled(Settled::Conflict { found }),
        "nobody is deleted who was given another role meanwhile"
    );
    assert_eq!(bench.users(), before - 2, "the snapshot follows");
    assert_eq!(bench.cache.snapshot().unwrap().additions, 0);
}

#[tokio::test(start_paused = true)]
async fn the_old_address_is_deleted_only_after_the_new_one_was_accepted() {
    let bench = Bench::new(FakeRemote::modern());
    bench.pull().await.unwrap();
    let (add, change) = addition("new@example.com");
    let after = After {
        user: change.user().unwrap().clone(),
        awaited: Awaited::Accepted,
    };
    let queued = bench.enqueue_all([
        (add, change, None),
        (MutationId::random(), delete("u01"), Some(after)),
    ]);
    let later = bench.enqueue(promote("u01"));
    bench.push().await;
    assert_eq!(bench.state(queued[1]), MutationState::Queued);
    assert_eq!(
        bench.state(later),
        APPLIED,
        "what waits for days holds up nothing"
    );

    let user = user_of(&bench, add);
    if let Some(user) = bench.server.state().users.get_mut(&user)
        && let Some(invitation) = &mut user.invitation
    {
        invitation.status = InvitationStatus::Accepted;
    }
    bench.server.put_user("u01", Role::Member, &[]);
    bench.cache.set_facts(&[]).unwrap();
    pull_everything(&bench).await;
    bench.push().await;
    assert_eq!(bench.state(queued[1]), APPLIED);
    assert!(!bench.server.state().users.contains_key(&UserId::new("u01")));
}

/// Reads again from a server that tells no changes: everything.
async fn pull_everything(bench: &Bench) {
    bench.server.state().facts.delta = false;
    bench.server.state().facts.filter = false;
    bench.pull().await.unwrap();
}

#[tokio::test(start_paused = true)]
async fn whoever_waits_to_be_added_survives_reads_and_is_missing_from_none() {
    let bench = Bench::new(FakeRemote::plain());
    bench.pull().await.unwrap();
    let before = bench.users();
    let (add, _) = add_with_access(&bench, "new@example.com");
    let asked = bench.calls("user");
    bench.pull().await.unwrap();
    assert_eq!(bench.users(), before + 1, "I6");
    assert_eq!(
        bench.cache.snapshot().unwrap().on_server(),
        before,
        "and the server isn't expected to know them"
    );
    assert_eq!(bench.calls("user"), asked, "nor asked about a placeholder");
    assert!(
        bench
            .cache
            .user(&UserId::placeholder(add))
            .unwrap()
            .is_some()
    );
}

#[tokio::test(start_paused = true)]
async fn whoever_was_added_here_and_deleted_elsewhere_before_the_next_read_goes() {
    let bench = Bench::new(FakeRemote::modern());
    bench.pull().await.unwrap();
    let (add, _) = add_with_access(&bench, "new@example.com");
    bench.push().await;
    let added = user_of(&bench, add);
    assert!(bench.cache.user(&added).unwrap().is_some());
    bench.server.delete_user(added.as_str());
    bench.pull().await.unwrap();
    assert!(
        bench.cache.user(&added).unwrap().is_none(),
        "I9: to a delta, one who came and went since its token never was"
    );
    bench.server.state().calls.clear();
    bench.pull().await.unwrap();
    assert_eq!(bench.calls("user"), 0, "they are asked for once");
}

#[tokio::test(start_paused = true)]
async fn whoever_is_met_on_the_way_comes_into_the_list_by_a_read() {
    let bench = Bench::new(FakeRemote::modern());
    bench.pull().await.unwrap();
    bench.server.put_user("late", Role::Member, &[]);
    let (add, _) = add_with_access(&bench, "late@example.com");
    bench.push().await;
    assert_eq!(bench.state(add), TAKEN);
    bench.server.delete_user("late");
    bench.pull().await.unwrap();
    assert!(
        bench.user("late").is_none(),
        "I9: nobody stays in the list of whom no read ever told"
    );
}
