//! What somebody else did of which the list doesn't know yet: nothing is written over unseen.

use crate::support::{Bench, promote};
use rollcall_model::{Found, OrgRole, Role, Settled};
use rollcall_sync::SendOutcome;
use rollcall_testkit::{FakeRemote, SendFault};

#[tokio::test(start_paused = true)]
async fn a_user_deleted_by_somebody_else_is_a_conflict() {
    let bench = Bench::new(FakeRemote::modern());
    bench
        .run_online(async |engine| {
            bench.server.delete_user("u01");
            let id = engine.queue(promote("u01"));
            let gone = Settled::Conflict { found: Found::Gone };
            assert_eq!(
                engine.until_settled(id).await,
                gone,
                "404: no longer exists"
            );
        })
        .await;
}

#[tokio::test(start_paused = true)]
async fn a_role_changed_by_somebody_else_is_never_overwritten_silently() {
    let bench = Bench::new(FakeRemote::modern());
    bench
        .run_online(async |engine| {
            bench.server.put_user("u01", Role::BillingAdmin, &["sales"]);
            let id = engine.queue(promote("u01"));
            let theirs = OrgRole::Known(Role::BillingAdmin);
            let found = Found::Role(theirs.clone());
            assert_eq!(
                engine.until_settled(id).await,
                Settled::Conflict { found },
                "I8"
            );
            assert_eq!(bench.server.role_of("u01"), Some(theirs.clone()));
            engine
                .until("what was found is shown", || {
                    bench.kept_role("u01") == Some(theirs.clone())
                })
                .await;
        })
        .await;
}

#[tokio::test(start_paused = true)]
async fn what_somebody_else_did_already_as_asked_counts_as_applied() {
    let bench = Bench::new(FakeRemote::modern());
    bench
        .run_online(async |engine| {
            bench.server.put_user("u01", Role::UserAdmin, &["sales"]);
            let id = engine.queue(promote("u01"));
            engine.until_applied(&[id]).await;
            assert_eq!(bench.server.state().effects, [], "it was done already");
        })
        .await;
}

#[tokio::test(start_paused = true)]
async fn another_version_of_a_user_whose_role_is_the_same_is_no_conflict() {
    let bench = Bench::new(FakeRemote::modern());
    bench
        .run_online(async |engine| {
            bench.server.put_user("u01", Role::Member, &[]);
            let id = engine.queue(promote("u01"));
            // 412: read again and rebased.
            engine.until_applied(&[id]).await;
            assert_eq!(bench.server.state().effects, [id]);
        })
        .await;
}

#[tokio::test(start_paused = true)]
async fn a_server_that_always_says_changed_is_not_asked_for_ever() {
    let bench = Bench::new(FakeRemote::modern());
    let changed = || SendFault::Answer(SendOutcome::Changed);
    bench.server.spoil((0..50).map(|_| changed()));
    bench
        .run_online(async |engine| {
            let id = engine.queue(promote("u01"));
            assert!(matches!(
                engine.until_settled(id).await,
                Settled::Rejected { .. }
            ));
            assert!(bench.server.state().sent.len() <= 5);
        })
        .await;
}
