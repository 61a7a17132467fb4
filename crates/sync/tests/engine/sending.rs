//! What becomes of changes that are sent: each goes out once and in its order, and the list follows.

use std::sync::Arc;

use crate::support::{
    APPLIED, Bench, grant, lost_after_it_was_done, lost_before_it_was_done, promote, refused,
    revoke, set_role,
};
use rollcall_model::{MutationState, OrgRole, Role, Settled};
use rollcall_sync::{Answered, RemoteError, SendOutcome, push_once};
use rollcall_testkit::{FakeRemote, SendFault};

#[tokio::test(start_paused = true)]
async fn a_change_goes_out_once_and_the_list_follows() {
    let bench = Bench::new(FakeRemote::modern());
    bench
        .run_online(async |engine| {
            let ids = engine.queue_all([
                promote("u01"),
                grant("u02", "support"),
                revoke("u03", "sales"),
            ]);
            engine.until_applied(&ids).await;
            engine.until_promoted("u01").await;
            let workspaces = |id| bench.user(id).unwrap().workspaces.len();
            assert_eq!(
                (workspaces("u02"), workspaces("u03")),
                (2, 0),
                "membership follows without another read"
            );
            assert_eq!(bench.server.state().effects.len(), 3, "I3: none is doubled");
            assert_eq!(
                bench.cache.snapshot().unwrap().reflected,
                bench.ledger.last_sequence().unwrap()
            );
        })
        .await;
}

#[tokio::test(start_paused = true)]
async fn several_changes_of_one_user_go_out_in_their_order() {
    let bench = Bench::new(FakeRemote::modern());
    bench
        .run_online(async |engine| {
            let ids = engine.queue_all([
                promote("u01"),
                set_role("u01", Role::UserAdmin, Role::Admin),
                grant("u01", "support"),
                revoke("u01", "support"),
            ]);
            engine.until_applied(&ids).await;
            assert_eq!(bench.server.state().sent, ids);
            assert_eq!(
                bench.server.role_of("u01"),
                Some(OrgRole::Known(Role::Admin))
            );
        })
        .await;
}

#[tokio::test(start_paused = true)]
async fn a_stuck_change_blocks_only_its_users_later_ones() {
    let bench = Bench::new(FakeRemote::modern());
    let failed = || SendFault::Answer(SendOutcome::Unknown(RemoteError::Server { status: 500 }));
    bench.server.spoil((0..4).map(|_| failed()));
    bench
        .run_online(async |engine| {
            let stuck = engine.queue(promote("u01"));
            engine.until("stuck", || bench.calls("look_up") == 1).await;
            bench.server.state().send_faults.clear();
            let others = engine.queue_all([grant("u01", "support"), promote("u02")]);
            let (later, of_another) = (others[0], others[1]);
            engine.until_applied(&[later]).await;
            let sent = bench.server.state().sent.clone();
            let place = |id| sent.iter().rposition(|other| *other == id).unwrap();
            assert!(
                place(stuck) < place(later),
                "I4: first in, first out per user: {sent:?}"
            );
            assert!(
                place(of_another) < place(stuck),
                "I5: nobody else waits: {sent:?}"
            );
        })
        .await;
}

#[tokio::test(start_paused = true)]
async fn a_refusal_is_shown_with_the_servers_reason_and_the_rest_goes_on() {
    let bench = Bench::new(FakeRemote::modern());
    let reason = "User Admins can't change roles.".to_owned();
    bench.server.spoil([SendFault::refused(&reason)]);
    bench
        .run_online(async |engine| {
            let ids = engine.queue_all([promote("u01"), promote("u02")]);
            assert_eq!(
                engine.until_settled(ids[0]).await,
                Settled::Rejected { reason }
            );
            engine.until_applied(&ids[1..]).await;
        })
        .await;
}

#[tokio::test(start_paused = true)]
async fn the_policy_is_asked_again_before_sending() {
    let mut bench = Bench::new(FakeRemote::modern());
    let reason = "User Admins can't change roles.".to_owned();
    let denied = reason.clone();
    bench.recheck = Arc::new(move |mutation| match mutation.change.resource().id() {
        "u01" => Err(denied.clone()),
        _ => Ok(()),
    });
    bench
        .run_online(async |engine| {
            let ids = engine.queue_all([promote("u01"), promote("u02")]);
            assert_eq!(
                engine.until_settled(ids[0]).await,
                Settled::Rejected { reason }
            );
            engine.until_applied(&ids[1..]).await;
            assert_eq!(
                bench.server.state().sent,
                ids[1..],
                "I13: a denied change never leaves"
            );
        })
        .await;
}

#[tokio::test(start_paused = true)]
async fn an_answer_that_leaves_out_the_workspaces_takes_none_away() {
    let bench = Bench::new(FakeRemote::modern());
    bench
        .run_online(async |engine| {
            let before = bench.user("u01").unwrap();
            assert!(!before.workspaces.is_empty());
            let mut answered = before.clone();
            answered.role = OrgRole::Known(Role::UserAdmin);
            answered.workspaces.clear();
            bench
                .server
                .spoil([SendFault::DoneBut(SendOutcome::Applied {
                    answered: Some(Answered::User(Box::new(answered))),
                })]);
            engine.queue(promote("u01"));
            engine.until_promoted("u01").await;
            assert_eq!(
                bench.user("u01").unwrap().workspaces,
                before.workspaces,
                "a role write changes no membership: empty and absent look alike"
            );
        })
        .await;
}

#[tokio::test(start_paused = true)]
async fn a_single_push_tells_what_it_did_and_what_still_waits() {
    let bench = Bench::new(FakeRemote::modern());
    bench.pull().await.unwrap();
    let first = bench.enqueue(promote("u01"));
    let second = bench.enqueue(promote("u02"));
    let report = push_once(bench.parts(), Some(&[first])).await.unwrap();
    assert_eq!(report.push.applied, [first]);
    assert_eq!(report.waiting, 1);

    bench.server.state().down = Some(refused);
    let report = bench.push().await;
    assert!(
        matches!(report.push.stopped, Some(RemoteError::Offline { .. })),
        "offline is no error"
    );
    assert_eq!(bench.state(second), MutationState::Queued);

    bench.server.state().down = None;
    let report = bench.push().await;
    assert_eq!(report.push.applied, [second]);
    assert_eq!(report.waiting, 0);
    assert_eq!(bench.state(second), APPLIED);
}

#[tokio::test(start_paused = true)]
async fn a_thousand_changes_are_each_applied_once() {
    let server = FakeRemote::modern();
    let people: Vec<_> = (0..1_000).map(|n| format!("p{n:04}")).collect();
    for id in &people {
        server.put_user(id, Role::Member, &[]);
    }
    server.state().page = 0;
    server.spoil((0..40).map(|n| match n % 4 {
        0 => lost_before_it_was_done(),
        1 => lost_after_it_was_done(),
        2 => SendFault::DoneBut(SendOutcome::Unknown(RemoteError::Server { status: 500 })),
        _ => SendFault::Answer(SendOutcome::NotSent(refused())),
    }));
    let bench = Bench::new(server);
    bench.pull().await.unwrap();
    let queued = people.iter().map(|id| bench.enqueue(promote(id)));
    let mut ids: Vec<_> = queued.collect();
    bench
        .run(async |engine| {
            engine.until_applied(&ids).await;
            ids.sort();
            let mut effects = bench.server.state().effects.clone();
            effects.sort();
            assert!(effects == ids, "I2 and I3: each had its effect, and once");
        })
        .await;
}
