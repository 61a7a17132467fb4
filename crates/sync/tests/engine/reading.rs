//! What a read may do to the list, whatever the server does to the read.

use std::sync::Arc;
use std::time::Duration;

use crate::support::{ADMIN, Bench, lost, promote};
use rollcall_model::{MutationState, OrgRole, Role, UserId};
use rollcall_sync::{
    Actor, Engine, Link, OfflineKind, Remote as _, RemoteError, SyncError, list_notes,
    remembered_actor, remembered_server, server_when_opened,
};
use rollcall_testkit::{FakeRemote, WalkFault};

#[tokio::test(start_paused = true)]
async fn a_first_read_brings_everybody_once() {
    for server in [FakeRemote::modern(), FakeRemote::plain()] {
        let bench = Bench::new(server);
        let report = bench.pull().await.unwrap();
        assert_eq!((report.read.received, bench.users()), (41, 41));
        let notes = list_notes(&bench.cache).unwrap();
        assert_eq!(notes.expected, Some(41));
        assert!(notes.as_of.is_some());
        assert!(remembered_server(&bench.cache).unwrap().discovered);
        assert!(
            matches!(remembered_actor(&bench.cache).unwrap(), Actor::Known { id, role, .. }
            if id == UserId::new(ADMIN) && role == OrgRole::Known(Role::Admin))
        );
    }
}

#[tokio::test(start_paused = true)]
async fn a_sync_with_nothing_new_is_two_requests() {
    let bench = Bench::new(FakeRemote::modern());
    bench.pull().await.unwrap();
    bench.server.state().calls.clear();
    bench.pull().await.unwrap();
    assert_eq!(
        bench.server.state().calls,
        ["discover", "workspaces_delta", "users_delta"]
    );
}

#[tokio::test(start_paused = true)]
async fn what_a_server_offers_is_asked_for_anew_after_a_week() {
    let bench = Bench::new(FakeRemote::modern());
    bench.pull().await.unwrap();
    let learned = remembered_server(&bench.cache).unwrap();
    let days = |number: u64| Duration::from_secs(number * 24 * 60 * 60);
    let asked = bench.clock.now();
    let opened = |now| server_when_opened(&bench.cache, now).unwrap();
    assert_eq!(opened(asked + days(6)), learned, "it is believed");
    for now in [asked + days(7), asked - days(1)] {
        assert!(!opened(now).discovered, "{now}");
        assert_eq!(opened(now).schemas, learned.schemas, "until it is asked");
    }
}

#[tokio::test(start_paused = true)]
async fn what_a_server_failed_to_tell_of_itself_is_asked_for_after_the_read_and_all_is_read_anew() {
    let bench = Bench::new(FakeRemote::modern());
    bench.server.state().discovery_fails = 1;
    bench
        .run_online(async |engine| {
            let told = || !bench.server.facts().discovered_in_part;
            engine.until("told", told).await;
            engine
                .until("read anew", || {
                    let calls = bench.server.state().calls.clone();
                    let asked = calls.iter().filter(|call| **call == "discover").count();
                    let told_at = calls.iter().rposition(|call| *call == "discover");
                    let read_at = calls.iter().rposition(|call| *call == "users");
                    asked == 2 && read_at > told_at
                })
                .await;
        })
        .await;
}

#[tokio::test(start_paused = true)]
async fn after_an_expired_token_the_old_list_stays_until_the_new_one_is_whole() {
    let bench = Bench::new(FakeRemote::modern());
    bench.pull().await.unwrap();
    bench.server.delete_user("u02");
    bench.server.put_user("u77", Role::Member, &[]);
    bench.server.state().oldest_token = usize::MAX - 1;
    let mut broken_after = 1;
    loop {
        bench.server.state().fail_after = Some((broken_after, lost));
        let read = bench.pull().await;
        let shown = |id| bench.user(id).is_some();
        assert!(bench.cache.snapshot().unwrap().complete);
        assert_eq!(
            (shown("u02"), shown("u77")),
            (read.is_err(), read.is_ok()),
            "the one list or the other, and nothing between ({broken_after})"
        );
        if read.is_ok() {
            break;
        }
        broken_after += 1;
    }
    assert!(broken_after > 6, "it broke at each request of the read");
}

#[tokio::test(start_paused = true)]
async fn a_broken_read_leaves_the_old_list() {
    let bench = Bench::new(FakeRemote::plain());
    bench.pull().await.unwrap();
    for broken_after in 0..7 {
        bench.server.state().fail_after = Some((broken_after, lost));
        assert!(bench.pull().await.is_err());
        assert_eq!(
            bench.users(),
            41,
            "I10: a broken read never removes anybody ({broken_after})"
        );
        assert!(bench.cache.snapshot().unwrap().complete);
    }
}

#[tokio::test(start_paused = true)]
async fn an_endless_walk_ends_and_removes_nobody() {
    let bench = Bench::new(FakeRemote::plain());
    bench.pull().await.unwrap();
    bench.server.state().walk_fault = Some(WalkFault::SamePage);
    bench.server.state().calls.clear();
    let report = bench.pull().await;
    assert!(
        matches!(
            report,
            Err(SyncError::Incomplete {
                listed: 10,
                total: 41
            })
        ),
        "{report:?}"
    );
    assert!(
        bench.calls("users") <= 3 * 2,
        "a page that brings nobody new ends a walk"
    );
    assert_eq!(bench.users(), 41, "I10");
}

#[tokio::test(start_paused = true)]
async fn a_walk_that_hides_a_living_user_is_not_believed() {
    for fault in [WalkFault::Hides, WalkFault::HidesAndShrinks] {
        let bench = Bench::new(FakeRemote::plain());
        bench.pull().await.unwrap();
        bench.server.state().walk_fault = Some(fault);
        assert!(
            matches!(bench.pull().await, Err(SyncError::Incomplete { .. })),
            "{fault:?}"
        );
        assert_eq!(bench.users(), 41, "I10: missing from a walk is not deleted");
    }
}

#[tokio::test(start_paused = true)]
async fn by_index_a_missing_user_goes_only_when_a_direct_question_says_so() {
    let bench = Bench::new(FakeRemote::plain());
    bench.pull().await.unwrap();
    bench.server.delete_user("u05");
    bench.server.state().calls.clear();
    let report = bench.pull().await.unwrap();
    assert_eq!((report.read.removed, bench.users()), (1, 40));
    assert_eq!(bench.calls("user"), 1, "asked for directly");
}

#[tokio::test(start_paused = true)]
async fn one_who_cannot_be_read_stays_as_known_and_is_named() {
    for server in [FakeRemote::modern(), FakeRemote::plain()] {
        let bench = Bench::new(server);
        bench.pull().await.unwrap();
        bench.server.state().unreadable = vec![UserId::new("u07")];
        bench.server.state().oldest_token = usize::MAX - 1;
        let report = bench.pull().await.unwrap();
        assert_eq!(report.read.unreadable, ["The user u07 can't be read."]);
        assert_eq!(
            bench.users(),
            41,
            "the others are taken, and this one is as it was"
        );
        assert_eq!(list_notes(&bench.cache).unwrap().unreadable.len(), 1);
    }
}

#[tokio::test(start_paused = true)]
async fn where_users_show_no_workspaces_membership_comes_from_the_workspaces() {
    let server = FakeRemote::plain();
    server.state().facts.groups_on_users = false;
    let bench = Bench::new(server);
    bench.pull().await.unwrap();
    let workspaces = |id| bench.user(id).unwrap().workspaces.len();
    assert_eq!((workspaces("u01"), workspaces(ADMIN)), (1, 0));
}

#[tokio::test(start_paused = true)]
async fn the_first_page_is_there_while_the_rest_is_on_its_way() {
    let bench = Bench::new(FakeRemote::modern());
    bench
        .run(async |engine| {
            engine.until("the first rows", || bench.users() > 0).await;
            let snapshot = bench.cache.snapshot().unwrap();
            assert!(
                snapshot.users < 41 && !snapshot.complete,
                "served, and marked incomplete"
            );
            engine.until_online().await;
            assert!(bench.cache.snapshot().unwrap().complete);
        })
        .await;
}

#[tokio::test(start_paused = true)]
async fn a_change_made_during_a_long_read_does_not_wait_for_its_end() {
    let bench = Bench::new(FakeRemote::modern());
    bench
        .run(async |engine| {
            engine.until("the first rows", || bench.users() > 0).await;
            engine.queue(promote("u01"));
            engine
                .until("it is sent", || !bench.server.state().sent.is_empty())
                .await;
            assert!(
                !bench.cache.snapshot().unwrap().complete,
                "the read was still under way"
            );
            engine.until_online().await;
            engine.until_promoted("u01").await;
        })
        .await;
}

#[tokio::test(start_paused = true)]
async fn a_read_that_the_old_token_ends_says_nothing_of_the_new_one() {
    let bench = Bench::new(FakeRemote::modern());
    let again = Bench::new(FakeRemote::modern());
    bench
        .run(async |engine| {
            engine.until("the first rows", || bench.users() > 0).await;
            bench.server.state().down = Some(|| RemoteError::Unauthorized);
            engine.handle.signed_in(Arc::clone(&again.server) as _);
            engine.until_online().await;
            assert_eq!(bench.users(), 41, "read with the new token");
        })
        .await;
}

#[tokio::test(start_paused = true)]
async fn a_refresh_is_told_from_the_moment_that_it_is_asked_for() {
    let bench = Bench::new(FakeRemote::modern());
    bench
        .run_online(async |engine| {
            bench.server.state().delta_silent = true;
            engine.handle.refresh();
            let reading = || matches!(engine.status().link, Link::Syncing { .. });
            engine.until("it is told", reading).await;
        })
        .await;
}

#[tokio::test(start_paused = true)]
async fn a_single_read_sends_nothing_that_waits() {
    let bench = Bench::new(FakeRemote::modern());
    let id = bench.enqueue(promote("u01"));
    bench.pull().await.unwrap();
    assert_eq!(bench.server.state().sent, [], "reading is not sending");
    assert_eq!(bench.state(id), MutationState::Queued);
}

#[tokio::test(start_paused = true)]
async fn a_role_lost_meanwhile_is_noticed_by_the_read() {
    let bench = Bench::new(FakeRemote::modern());
    bench
        .run_online(async |engine| {
            bench.server.put_user(ADMIN, Role::UserAdmin, &[]);
            engine.handle.refresh();
            engine
                .until("the new role", || {
                    matches!(engine.status().actor, Actor::Known { role, role_was, .. }
                        if role == OrgRole::Known(Role::UserAdmin)
                            && role_was == Some(OrgRole::Known(Role::Admin)))
                })
                .await;
        })
        .await;
}

#[tokio::test(start_paused = true)]
async fn who_is_signed_in_is_known_before_the_server_answers() {
    let bench = Bench::new(FakeRemote::modern());
    bench.pull().await.unwrap();
    bench.server.state().down = Some(|| RemoteError::Offline {
        kind: OfflineKind::Dns,
        cause: None,
    });
    let (_, handle) = Engine::new(bench.parts());
    let known = handle.status().borrow().actor.clone();
    assert!(
        matches!(known, Actor::Known { .. }),
        "offline, the role is as last known"
    );
    bench.server.state().credential = "another".to_owned();
    let (_, handle) = Engine::new(bench.parts());
    assert_eq!(
        handle.status().borrow().actor,
        Actor::NotAsked,
        "another token may be another user's"
    );
}

#[tokio::test(start_paused = true)]
async fn a_reader_who_may_not_is_told_why_and_not_asked_again() {
    let bench = Bench::new(FakeRemote::modern());
    bench
        .run_online(async |engine| {
            bench.server.state().down = Some(|| RemoteError::Forbidden {
                reason: "Members can't view users.".to_owned(),
            });
            engine.handle.refresh();
            engine
                .until("told", || {
                    engine.status().read_failed.as_deref() == Some("Members can't view users.")
                })
                .await;
            assert_eq!(engine.status().link, Link::Online, "the server answers");
            let before = bench.server.state().calls.len();
            tokio::time::sleep(Duration::from_secs(600)).await;
            assert_eq!(
                bench.server.state().calls.len(),
                before,
                "idle costs nothing"
            );
        })
        .await;
}

#[tokio::test(start_paused = true)]
async fn an_idle_program_asks_once_in_a_quarter_of_an_hour() {
    let bench = Bench::new(FakeRemote::modern());
    bench
        .run_online(async |_engine| {
            bench.server.state().calls.clear();
            for _ in 0..60 {
                tokio::time::sleep(Duration::from_secs(60)).await;
            }
            assert_eq!(bench.calls("users_delta"), 3, "no polling: one long timer");
        })
        .await;
}

#[tokio::test(start_paused = true)]
async fn an_engine_ends_when_its_last_handle_is_gone() {
    let bench = Bench::new(FakeRemote::modern());
    let (engine, handle) = Engine::new(bench.parts());
    drop(handle);
    tokio::time::timeout(Duration::from_secs(1), engine.run())
        .await
        .unwrap();
    let (engine, handle) = Engine::new(bench.parts());
    handle.stop();
    tokio::time::timeout(Duration::from_secs(1), engine.run())
        .await
        .unwrap();
}

#[tokio::test(start_paused = true)]
async fn a_server_that_miscounts_is_not_walked_all_day() {
    let bench = Bench::new(FakeRemote::plain());
    bench.server.state().walk_fault = Some(WalkFault::Hides);
    bench
        .run(async |engine| {
            engine
                .until("told", || engine.status().read_failed.is_some())
                .await;
            let snapshot = bench.cache.snapshot().unwrap();
            assert!(
                !snapshot.complete,
                "what was listed is shown, and marked incomplete"
            );
            let before = bench.calls("users");
            tokio::time::sleep(Duration::from_secs(600)).await;
            assert_eq!(bench.calls("users"), before);
        })
        .await;
}
