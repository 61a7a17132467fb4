//! What asking only for what has changed may do to the list, and what becomes of it where that fails.

use std::time::Duration;

use crate::support::{Bench, lost, promote};
use rollcall_model::{OrgRole, Role, WorkspaceId};
use rollcall_sync::{RemoteError, list_notes};
use rollcall_testkit::FakeRemote;
use tokio::time::Instant;

#[tokio::test(start_paused = true)]
async fn a_delta_costs_what_has_changed() {
    let bench = Bench::new(FakeRemote::modern());
    bench.pull().await.unwrap();
    bench.server.put_user("u01", Role::UserAdmin, &["support"]);
    bench.server.delete_user("u02");
    bench.server.put_user("new", Role::Member, &[]);
    let report = bench.pull().await.unwrap();
    assert_eq!(
        (report.read.received, report.read.removed, bench.users()),
        (2, 1, 41)
    );
    assert_eq!(
        bench.kept_role("u01"),
        Some(OrgRole::Known(Role::UserAdmin))
    );
    assert_eq!(bench.kept_role("u02"), None);
    assert_eq!(list_notes(&bench.cache).unwrap().expected, Some(41));
}

#[tokio::test(start_paused = true)]
async fn whom_a_broken_delta_has_brought_is_looked_for_again() {
    let bench = Bench::new(FakeRemote::modern());
    bench.pull().await.unwrap();
    for number in 0..12 {
        let role = Role::Member;
        bench.server.put_user(&format!("new{number:02}"), role, &[]);
    }
    // After discovery and the workspaces comes the first page of users, and then nothing more.
    bench.server.state().fail_after = Some((3, lost));
    bench.pull().await.unwrap_err();
    bench.server.state().fail_after = None;
    assert_eq!(bench.users(), 51, "the pages that came are shown already");

    // Gone before the delta was read to its end: to the next one, which begins where that began, this
    // user never was.
    bench.server.delete_user("new03");
    bench.server.state().calls.clear();
    bench.pull().await.unwrap();
    assert_eq!(bench.kept_role("new03"), None);
    assert_eq!(bench.users(), 52);
    assert_eq!(
        bench.calls("user"),
        1,
        "only whom nobody told of is asked for"
    );

    bench.server.state().calls.clear();
    bench.pull().await.unwrap();
    assert_eq!(bench.calls("user"), 0, "and only once");
}

#[tokio::test(start_paused = true)]
async fn a_workspace_that_a_broken_delta_has_brought_is_looked_for_again() {
    let bench = Bench::new(FakeRemote::modern());
    bench.pull().await.unwrap();
    for number in 0..12 {
        bench.server.put_workspace(&format!("new{number:02}"));
    }
    bench.server.state().fail_after = Some((2, lost));
    bench.pull().await.unwrap_err();
    bench.server.state().fail_after = None;
    let listed = |id: &str| {
        bench
            .cache
            .workspace(&WorkspaceId::new(id))
            .unwrap()
            .is_some()
    };
    assert!(listed("new03") && !listed("new11"));

    bench.server.delete_workspace("new03");
    bench.pull().await.unwrap();
    assert!(!listed("new03") && listed("new11"));
}

#[tokio::test(start_paused = true)]
async fn an_expired_delta_token_leads_to_a_full_read() {
    let bench = Bench::new(FakeRemote::modern());
    bench.pull().await.unwrap();
    bench.server.delete_user("u02");
    bench.server.state().oldest_token = usize::MAX - 1;
    // Even the token of the read itself: it is only asked for, not used.
    let report = bench.pull().await.unwrap();
    assert!(report.read.everything);
    assert_eq!(
        bench.users(),
        40,
        "the old snapshot stays until the new one is whole, then goes"
    );
}

#[tokio::test(start_paused = true)]
async fn a_server_that_always_fails_at_a_delta_is_sent_to_and_read_whole() {
    let bench = Bench::new(FakeRemote::modern());
    bench
        .run_online(async |engine| {
            bench.server.state().delta_fault = Some(|| RemoteError::Server { status: 500 });
            bench.server.put_user("u77", Role::Member, &[]);
            let started = Instant::now();
            engine.handle.refresh();
            let id = engine.queue(promote("u01"));
            engine.until_applied(&[id]).await;
            let read = || bench.user("u77").is_some();
            engine.until("everything is read", read).await;
            assert!(
                started.elapsed() < Duration::from_secs(10),
                "after a few tries: {:?}",
                started.elapsed()
            );
            engine.until_online().await;

            bench.server.state().delta_fault = None;
            bench.server.state().calls.clear();
            engine.handle.refresh();
            let asked = || bench.calls("users_delta") == 1;
            engine
                .until("it is asked again what has changed", asked)
                .await;
            engine.until_online().await;
            assert_eq!(bench.calls("users"), 0, "and believed");
        })
        .await;
}

#[tokio::test(start_paused = true)]
async fn a_single_read_of_a_server_that_fails_at_a_delta_reads_everything() {
    let bench = Bench::new(FakeRemote::modern());
    bench.pull().await.unwrap();
    bench.server.state().delta_fault = Some(|| RemoteError::Server { status: 500 });
    assert!(bench.pull().await.unwrap().read.everything);
}

#[tokio::test(start_paused = true)]
async fn with_delta_but_without_workspaces_on_users_membership_is_compared_by_itself() {
    let server = FakeRemote::modern();
    server.state().facts.groups_on_users = false;
    let bench = Bench::new(server);
    bench.pull().await.unwrap();
    bench.server.put_user("u01", Role::Member, &["support"]);
    bench.pull().await.unwrap();
    let workspaces = bench.user("u01").unwrap().workspaces;
    assert_eq!(workspaces.len(), 1);
    assert_eq!(workspaces[0].as_str(), "support");
}
