//! What becomes of a change, by what happens to it on the way: the fault table, row by row.

use std::sync::Arc;
use std::time::Duration;

use crate::support::{ADMIN, Bench, grant, lost, pull, revoke, set_role};
use rollcall_model::{Found, MutationState, OrgRole, Role, Settled, UserId};
use rollcall_sync::{Answered, Link, OfflineKind, Pause, RemoteError, SendOutcome, push_once};
use rollcall_testkit::{FakeRemote, SendFault};
use tokio::time::Instant;

fn refused() -> RemoteError {
    RemoteError::Offline {
        kind: OfflineKind::Refused,
        cause: None,
    }
}

fn promote(user: &str) -> rollcall_model::Change {
    set_role(user, Role::Member, Role::UserAdmin)
}

const PROMOTED: Option<OrgRole> = Some(OrgRole::Known(Role::UserAdmin));

#[tokio::test(start_paused = true)]
async fn a_change_goes_out_once_and_the_snapshot_follows() {
    let bench = Bench::new(FakeRemote::modern());
    bench
        .run(async |engine| {
            engine.until_online().await;
            let role = bench.enqueue(promote("u01"));
            let access = bench.enqueue(grant("u02", "support"));
            let gone = bench.enqueue(revoke("u03", "sales"));
            engine.handle.queued(None, &[role, access, gone]);
            for id in [role, access, gone] {
                assert_eq!(engine.until_settled(id).await, Settled::Applied);
            }
            engine
                .until("the snapshot follows", || {
                    bench.kept_role("u01") == PROMOTED
                })
                .await;
            let workspaces = |id| {
                bench
                    .cache
                    .user(&UserId::new(id))
                    .unwrap()
                    .unwrap()
                    .user
                    .workspaces
            };
            assert_eq!(
                workspaces("u02").len(),
                2,
                "membership follows without another read"
            );
            assert!(workspaces("u03").is_empty());
            assert_eq!(
                bench.server.state().effects.len(),
                3,
                "I3: no doubled effect"
            );
            assert_eq!(
                bench.cache.snapshot().unwrap().reflected,
                bench.ledger.last_sequence().unwrap()
            );
        })
        .await;
}

#[tokio::test(start_paused = true)]
async fn an_answer_lost_after_it_was_applied_is_looked_up_and_not_sent_again() {
    let bench = Bench::new(FakeRemote::modern());
    for lost_by in [
        lost(),
        RemoteError::Server { status: 500 },
        RemoteError::Malformed { what: "x".into() },
    ] {
        bench
            .server
            .state()
            .send_faults
            .push_back(SendFault::DoneBut(SendOutcome::Unknown(lost_by)));
    }
    bench
        .run(async |engine| {
            engine.until_online().await;
            for user in ["u01", "u02", "u03"] {
                let id = bench.enqueue(promote(user));
                engine.handle.queued(None, &[id]);
                assert_eq!(engine.until_settled(id).await, Settled::Applied);
            }
            assert_eq!(bench.server.state().sent.len(), 3, "each was sent once");
            assert_eq!(
                bench.server.state().effects.len(),
                3,
                "I3: no doubled effect"
            );
        })
        .await;
}

#[tokio::test(start_paused = true)]
async fn an_answer_lost_before_it_was_applied_is_looked_up_and_sent_again() {
    let bench = Bench::new(FakeRemote::modern());
    bench
        .server
        .state()
        .send_faults
        .push_back(SendFault::Answer(SendOutcome::Unknown(lost())));
    bench
        .run(async |engine| {
            engine.until_online().await;
            let id = bench.enqueue(promote("u01"));
            engine.handle.queued(None, &[id]);
            assert_eq!(engine.until_settled(id).await, Settled::Applied);
            assert_eq!(
                bench.calls("look_up"),
                1,
                "looked up before it may be sent again"
            );
            assert_eq!(bench.server.state().effects.len(), 1);
        })
        .await;
}

#[tokio::test(start_paused = true)]
async fn what_is_found_in_sending_at_the_start_was_perhaps_sent() {
    let bench = Bench::new(FakeRemote::modern());
    pull(&bench).await.unwrap();
    let done = bench.enqueue(promote("u01"));
    let not_done = bench.enqueue(promote("u02"));
    bench
        .ledger
        .mark_sending(&[done, not_done], rollcall_model::Timestamp::UNIX_EPOCH)
        .unwrap();
    bench.server.put_user("u01", Role::UserAdmin, &["sales"]);
    bench
        .run(async |engine| {
            assert_eq!(engine.until_settled(done).await, Settled::Applied);
            assert_eq!(engine.until_settled(not_done).await, Settled::Applied);
            assert_eq!(
                bench.server.state().sent,
                [not_done],
                "the one that had arrived isn't sent again"
            );
        })
        .await;
}

#[tokio::test(start_paused = true)]
async fn a_401_pauses_everything_and_loses_nothing() {
    let bench = Bench::new(FakeRemote::modern());
    bench
        .run(async |engine| {
            engine.until_online().await;
            for _ in 0..3 {
                bench
                    .server
                    .state()
                    .send_faults
                    .push_back(SendFault::Answer(SendOutcome::Unauthorized));
            }
            let ids: Vec<_> = (0..20)
                .map(|n| bench.enqueue(promote(&format!("u{n:02}"))))
                .collect();
            engine.handle.queued(None, &ids);
            engine
                .until("the session ended", || {
                    engine.status().link == Link::SessionEnded
                })
                .await;
            assert!(
                bench.ledger.open_mutations().unwrap().len() >= 12,
                "what was not sent waits"
            );

            let other = FakeRemote::modern();
            other.put_user("grace", Role::Admin, &[]);
            other.state().me = Some(UserId::new("grace"));
            other.state().credential = "token of somebody else".to_owned();
            engine.handle.signed_in(Arc::new(other));
            let paused = Some(Pause::OtherUser {
                queued_by: UserId::new(ADMIN),
            });
            engine
                .until("paused", || engine.status().pause == paused)
                .await;
            assert!(
                bench.server.state().sent.len() <= 8,
                "I7: nothing goes out as somebody else than it was queued under"
            );

            bench.server.state().credential = "new token of the admin".to_owned();
            engine.handle.signed_in(Arc::clone(&bench.server) as _);
            for id in &ids {
                assert_eq!(engine.until_settled(*id).await, Settled::Applied);
            }
            assert_eq!(bench.server.state().effects.len(), 20, "each once");
        })
        .await;
}

#[tokio::test(start_paused = true)]
async fn a_refusal_is_shown_with_the_servers_reason_and_the_rest_goes_on() {
    let bench = Bench::new(FakeRemote::modern());
    let reason = "User Admins can't change roles.".to_owned();
    let answer = SendOutcome::Rejected {
        reason: reason.clone(),
    };
    bench
        .server
        .state()
        .send_faults
        .push_back(SendFault::Answer(answer));
    bench
        .run(async |engine| {
            engine.until_online().await;
            let first = bench.enqueue(promote("u01"));
            let second = bench.enqueue(promote("u02"));
            engine.handle.queued(None, &[first, second]);
            assert_eq!(
                engine.until_settled(first).await,
                Settled::Rejected { reason }
            );
            assert_eq!(engine.until_settled(second).await, Settled::Applied);
        })
        .await;
}

#[tokio::test(start_paused = true)]
async fn the_policy_is_asked_again_before_sending() {
    let mut bench = Bench::new(FakeRemote::modern());
    bench.recheck = Arc::new(|mutation| match mutation.change.resource().id() {
        "u01" => Err("User Admins can't change roles.".to_owned()),
        _ => Ok(()),
    });
    bench
        .run(async |engine| {
            engine.until_online().await;
            let first = bench.enqueue(promote("u01"));
            let second = bench.enqueue(promote("u02"));
            engine.handle.queued(None, &[first, second]);
            let reason = "User Admins can't change roles.".to_owned();
            assert_eq!(
                engine.until_settled(first).await,
                Settled::Rejected { reason }
            );
            assert_eq!(engine.until_settled(second).await, Settled::Applied);
            assert_eq!(
                bench.server.state().sent,
                [second],
                "I13: a denied change never leaves"
            );
        })
        .await;
}

#[tokio::test(start_paused = true)]
async fn a_user_deleted_by_somebody_else_is_a_conflict() {
    let bench = Bench::new(FakeRemote::modern());
    bench
        .run(async |engine| {
            engine.until_online().await;
            let id = bench.enqueue(promote("u01"));
            bench.server.delete_user("u01");
            engine.handle.queued(None, &[id]);
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
        .run(async |engine| {
            engine.until_online().await;
            let id = bench.enqueue(promote("u01"));
            bench.server.put_user("u01", Role::BillingAdmin, &["sales"]);
            engine.handle.queued(None, &[id]);
            let theirs = Found::Role(OrgRole::Known(Role::BillingAdmin));
            assert_eq!(
                engine.until_settled(id).await,
                Settled::Conflict { found: theirs },
                "I8"
            );
            assert_eq!(
                bench.server.role_of("u01"),
                Some(OrgRole::Known(Role::BillingAdmin))
            );
            engine
                .until("what was found is shown", || {
                    bench.kept_role("u01") == Some(OrgRole::Known(Role::BillingAdmin))
                })
                .await;
        })
        .await;
}

#[tokio::test(start_paused = true)]
async fn what_somebody_else_did_already_as_asked_counts_as_applied() {
    let bench = Bench::new(FakeRemote::modern());
    bench
        .run(async |engine| {
            engine.until_online().await;
            let id = bench.enqueue(promote("u01"));
            bench.server.put_user("u01", Role::UserAdmin, &["sales"]);
            engine.handle.queued(None, &[id]);
            assert_eq!(engine.until_settled(id).await, Settled::Applied);
        })
        .await;
}

#[tokio::test(start_paused = true)]
async fn a_412_that_our_own_lost_write_has_caused_is_recognised_as_done() {
    let bench = Bench::new(FakeRemote::modern());
    // A proxy sends it twice and hands on the second answer: the version has moved by our own write. And
    // an answer that is lost.
    let lost = SendOutcome::Unknown(RemoteError::Server { status: 502 });
    bench.server.state().send_faults.extend([
        SendFault::DoneBut(SendOutcome::Changed),
        SendFault::DoneBut(lost),
    ]);
    bench
        .run(async |engine| {
            engine.until_online().await;
            for user in ["u01", "u02"] {
                let id = bench.enqueue(promote(user));
                engine.handle.queued(None, &[id]);
                assert_eq!(
                    engine.until_settled(id).await,
                    Settled::Applied,
                    "{user}: what stands there is what we asked for"
                );
            }
            let state = bench.server.state();
            assert_eq!(state.effects.len(), 2, "I3: once each");
            assert_eq!(state.sent, state.effects, "and sent once");
        })
        .await;
}

#[tokio::test(start_paused = true)]
async fn another_version_of_a_user_whose_role_is_the_same_is_no_conflict() {
    let bench = Bench::new(FakeRemote::modern());
    bench
        .run(async |engine| {
            engine.until_online().await;
            let id = bench.enqueue(promote("u01"));
            bench.server.put_user("u01", Role::Member, &[]);
            engine.handle.queued(None, &[id]);
            assert_eq!(
                engine.until_settled(id).await,
                Settled::Applied,
                "412: read again and rebase"
            );
        })
        .await;
}

#[tokio::test(start_paused = true)]
async fn an_answer_that_leaves_out_the_workspaces_takes_none_away() {
    let bench = Bench::new(FakeRemote::modern());
    bench
        .run(async |engine| {
            engine.until_online().await;
            let kept = || bench.cache.user(&UserId::new("u01")).unwrap().unwrap().user;
            let before = kept();
            assert!(!before.workspaces.is_empty());
            let mut answered = before.clone();
            answered.role = OrgRole::Known(Role::UserAdmin);
            answered.workspaces.clear();
            let answer = SendOutcome::Applied {
                answered: Some(Answered::User(Box::new(answered))),
            };
            let fault = SendFault::DoneBut(answer);
            bench.server.state().send_faults.push_back(fault);
            let id = bench.enqueue(promote("u01"));
            engine.handle.queued(None, &[id]);
            engine
                .until("the snapshot follows", || {
                    bench.kept_role("u01") == PROMOTED
                })
                .await;
            assert_eq!(
                kept().workspaces,
                before.workspaces,
                "a role write changes no membership: empty and absent look alike"
            );
        })
        .await;
}

#[tokio::test(start_paused = true)]
async fn a_server_that_always_says_changed_is_not_asked_for_ever() {
    let bench = Bench::new(FakeRemote::modern());
    for _ in 0..50 {
        bench
            .server
            .state()
            .send_faults
            .push_back(SendFault::Answer(SendOutcome::Changed));
    }
    bench
        .run(async |engine| {
            engine.until_online().await;
            let id = bench.enqueue(promote("u01"));
            engine.handle.queued(None, &[id]);
            assert!(matches!(
                engine.until_settled(id).await,
                Settled::Rejected { .. }
            ));
            assert!(bench.server.state().sent.len() <= 5);
        })
        .await;
}

#[tokio::test(start_paused = true)]
async fn a_busy_server_is_left_alone_for_as_long_as_it_asks() {
    let bench = Bench::new(FakeRemote::modern());
    let wait = Duration::from_secs(90);
    bench
        .server
        .state()
        .send_faults
        .push_back(SendFault::Answer(SendOutcome::Wait(wait)));
    bench
        .run(async |engine| {
            engine.until_online().await;
            let started = Instant::now();
            let id = bench.enqueue(promote("u01"));
            engine.handle.queued(None, &[id]);
            engine
                .until("waiting", || {
                    matches!(engine.status().link, Link::Waiting { .. })
                })
                .await;
            engine.handle.try_now();
            engine.handle.refresh();
            assert_eq!(engine.until_settled(id).await, Settled::Applied);
            assert!(
                started.elapsed() >= wait,
                "429: the whole host waits, whatever is pressed"
            );
        })
        .await;
}

#[tokio::test(start_paused = true)]
async fn being_online_again_is_noticed_within_five_minutes() {
    let bench = Bench::new(FakeRemote::modern());
    bench
        .run(async |engine| {
            engine.until_online().await;
            bench.server.state().down = Some(refused);
            let id = bench.enqueue(promote("u01"));
            engine.handle.queued(None, &[id]);
            engine
                .until("offline", || {
                    matches!(engine.status().link, Link::Offline { .. })
                })
                .await;
            assert_eq!(
                bench.state(id),
                MutationState::Queued,
                "nothing reached the server"
            );
            let before = bench.server.state().calls.len();
            tokio::time::advance(Duration::from_secs(3600)).await;
            let tries = bench.server.state().calls.len() - before;
            assert!(
                tries < 60,
                "waiting costs next to nothing: {tries} tries in an hour"
            );
            bench.server.state().down = None;
            let started = Instant::now();
            assert_eq!(engine.until_settled(id).await, Settled::Applied);
            assert!(
                started.elapsed() <= Duration::from_secs(300),
                "{:?}",
                started.elapsed()
            );
        })
        .await;
}

#[tokio::test(start_paused = true)]
async fn a_person_need_not_wait_for_the_back_off() {
    let bench = Bench::new(FakeRemote::modern());
    bench
        .run(async |engine| {
            engine.until_online().await;
            bench.server.state().down = Some(refused);
            let id = bench.enqueue(promote("u01"));
            engine.handle.queued(None, &[id]);
            engine
                .until("several tries", || bench.calls("workspaces_delta") > 9)
                .await;
            bench.server.state().down = None;
            let started = Instant::now();
            engine.handle.try_now();
            assert_eq!(engine.until_settled(id).await, Settled::Applied);
            assert_eq!(started.elapsed(), Duration::ZERO);
        })
        .await;
}

#[tokio::test(start_paused = true)]
async fn a_change_taken_back_within_its_undo_window_is_never_sent() {
    let bench = Bench::new(FakeRemote::modern());
    bench
        .run(async |engine| {
            engine.until_online().await;
            let kept = bench.enqueue(promote("u01"));
            let taken_back = bench.enqueue(promote("u02"));
            let undo = Duration::from_secs(8);
            engine.handle.queued(Some(undo), &[kept, taken_back]);
            engine.handle.queued(None, &[kept, taken_back]);
            assert!(
                engine.handle.undo_left(&kept).is_some(),
                "told twice, the window stays"
            );
            let now = rollcall_model::Timestamp::UNIX_EPOCH;
            assert_eq!(
                bench.ledger.cancel(&[taken_back], now).unwrap().cancelled,
                [taken_back]
            );
            let started = Instant::now();
            assert_eq!(engine.until_settled(kept).await, Settled::Applied);
            assert!(started.elapsed() >= undo);
            assert_eq!(bench.server.state().sent, [kept]);
            assert_eq!(engine.handle.undo_left(&kept), None);
        })
        .await;
}

#[tokio::test(start_paused = true)]
async fn send_now_ends_the_undo_window() {
    let bench = Bench::new(FakeRemote::modern());
    bench
        .run(async |engine| {
            engine.until_online().await;
            let id = bench.enqueue(promote("u01"));
            engine.handle.queued(Some(Duration::from_secs(600)), &[id]);
            let started = Instant::now();
            engine.handle.send_now(Some(&[id]));
            assert_eq!(engine.until_settled(id).await, Settled::Applied);
            assert_eq!(started.elapsed(), Duration::ZERO);
        })
        .await;
}

#[tokio::test(start_paused = true)]
async fn a_change_nobody_announced_is_left_alone() {
    let bench = Bench::new(FakeRemote::modern());
    bench
        .run(async |engine| {
            engine.until_online().await;
            let unannounced = bench.enqueue(promote("u01"));
            let announced = bench.enqueue(promote("u02"));
            engine.handle.queued(None, &[announced]);
            assert_eq!(engine.until_settled(announced).await, Settled::Applied);
            assert_eq!(
                bench.state(unannounced),
                MutationState::Queued,
                "its undo window isn't known yet"
            );
        })
        .await;
}

#[tokio::test(start_paused = true)]
async fn a_stuck_change_blocks_only_its_users_later_ones() {
    let bench = Bench::new(FakeRemote::modern());
    for _ in 0..4 {
        let stuck = SendOutcome::Unknown(RemoteError::Server { status: 500 });
        bench
            .server
            .state()
            .send_faults
            .push_back(SendFault::Answer(stuck));
    }
    bench
        .run(async |engine| {
            engine.until_online().await;
            let stuck = bench.enqueue(promote("u01"));
            engine.handle.queued(None, &[stuck]);
            engine.until("stuck", || bench.calls("look_up") == 1).await;
            let later = bench.enqueue(grant("u01", "support"));
            let others = bench.enqueue(promote("u02"));
            bench.server.state().send_faults.clear();
            engine.handle.queued(None, &[later, others]);
            assert_eq!(engine.until_settled(later).await, Settled::Applied);
            let sent = bench.server.state().sent.clone();
            let place = |id| sent.iter().rposition(|other| *other == id).unwrap();
            assert!(
                place(stuck) < place(later),
                "I4: first in, first out per user: {sent:?}"
            );
            assert!(place(others) < place(stuck), "I5: nobody else waits");
        })
        .await;
}

#[tokio::test(start_paused = true)]
async fn several_changes_of_one_user_go_out_in_their_order() {
    let bench = Bench::new(FakeRemote::modern());
    bench
        .run(async |engine| {
            engine.until_online().await;
            let ids = [
                bench.enqueue(promote("u01")),
                bench.enqueue(set_role("u01", Role::UserAdmin, Role::Admin)),
                bench.enqueue(grant("u01", "support")),
                bench.enqueue(revoke("u01", "support")),
            ];
            engine.handle.queued(None, &ids);
            for id in ids {
                assert_eq!(engine.until_settled(id).await, Settled::Applied);
            }
            assert_eq!(bench.server.state().sent, ids);
            assert_eq!(
                bench.server.role_of("u01"),
                Some(OrgRole::Known(Role::Admin))
            );
        })
        .await;
}

#[tokio::test(start_paused = true)]
async fn where_the_server_does_not_tell_whose_token_it_is_a_person_is_asked() {
    let bench = Bench::new(FakeRemote::modern());
    bench.server.state().me = None;
    bench
        .run(async |engine| {
            engine.until_online().await;
            let id = bench.enqueue(promote("u01"));
            bench.server.state().credential = "another token".to_owned();
            engine.handle.signed_in(Arc::clone(&bench.server) as _);
            engine.handle.queued(None, &[id]);
            engine
                .until("paused", || {
                    engine.status().pause == Some(Pause::UnknownUser)
                })
                .await;
            assert_eq!(
                bench.state(id),
                MutationState::Queued,
                "I7: with neither id, a new token asks"
            );
            engine.handle.adopt_outbox();
            assert_eq!(engine.until_settled(id).await, Settled::Applied);
        })
        .await;
}

#[tokio::test(start_paused = true)]
async fn what_another_user_queued_holds_nothing_up_once_it_is_taken_back() {
    let bench = Bench::new(FakeRemote::modern());
    bench.server.put_user("admin-2", Role::Admin, &[]);
    bench
        .run(async |engine| {
            engine.until_online().await;
            let theirs = bench.enqueue(promote("u01"));
            {
                let mut server = bench.server.state();
                server.credential = "token of another admin".to_owned();
                server.me = Some(UserId::new("admin-2"));
            }
            engine.handle.signed_in(Arc::clone(&bench.server) as _);
            engine.handle.queued(None, &[theirs]);
            engine
                .until("paused", || {
                    matches!(engine.status().pause, Some(Pause::OtherUser { .. }))
                })
                .await;
            let now = rollcall_model::Timestamp::UNIX_EPOCH;
            bench.ledger.cancel(&[theirs], now).unwrap();
            engine.handle.taken_back(&[theirs]);
            engine
                .until("not paused", || engine.status().pause.is_none())
                .await;
            let own = bench.enqueue(promote("u02"));
            engine.handle.queued(None, &[own]);
            assert_eq!(
                engine.until_settled(own).await,
                Settled::Applied,
                "the outbox is the new user's from then on"
            );
            assert_eq!(
                bench.server.state().sent,
                [own],
                "I7: theirs never went out"
            );
        })
        .await;
}

#[tokio::test(start_paused = true)]
async fn a_write_that_is_sent_elsewhere_is_not_tried_in_a_loop() {
    let bench = Bench::new(FakeRemote::modern());
    bench
        .run(async |engine| {
            engine.until_online().await;
            for _ in 0..1_000 {
                let redirected = SendOutcome::NotSent(RemoteError::Redirected { to: None });
                let fault = SendFault::Answer(redirected);
                bench.server.state().send_faults.push_back(fault);
            }
            let id = bench.enqueue(promote("u01"));
            engine.handle.queued(None, &[id]);
            engine
                .until("said", || {
                    matches!(engine.status().link, Link::Offline { .. })
                })
                .await;
            tokio::time::sleep(Duration::from_secs(3600)).await;
            let tries = bench.server.state().sent.len();
            assert!(tries <= 13, "one try in five minutes at most: {tries}");
            assert_eq!(bench.state(id), MutationState::Queued, "nothing is lost");
        })
        .await;
}

#[tokio::test(start_paused = true)]
async fn a_look_up_that_keeps_failing_waits_longer_each_time() {
    let bench = Bench::new(FakeRemote::modern());
    bench
        .run(async |engine| {
            engine.until_online().await;
            let failed = || RemoteError::Server { status: 500 };
            {
                let mut server = bench.server.state();
                let fault = SendFault::Answer(SendOutcome::Unknown(failed()));
                server.send_faults.push_back(fault);
                server.read_faults.extend((0..1_000).map(|_| failed()));
            }
            let id = bench.enqueue(promote("u01"));
            engine.handle.queued(None, &[id]);
            engine
                .until("unknown", || bench.state(id) == MutationState::Unknown)
                .await;
            tokio::time::sleep(Duration::from_secs(3600)).await;
            let looks = bench.calls("look_up");
            assert!(looks < 60, "a failing server is left in peace: {looks}");
            bench.server.state().read_faults.clear();
            assert_eq!(engine.until_settled(id).await, Settled::Applied);
            assert_eq!(bench.server.state().effects, [id], "I3: no doubled effect");
        })
        .await;
}

#[tokio::test(start_paused = true)]
async fn a_single_push_tells_what_it_did_and_what_still_waits() {
    let bench = Bench::new(FakeRemote::modern());
    pull(&bench).await.unwrap();
    let first = bench.enqueue(promote("u01"));
    let second = bench.enqueue(promote("u02"));
    let report = push_once(bench.parts(), Some(&[first])).await.unwrap();
    assert_eq!(report.push.applied, [first]);
    assert_eq!(report.waiting, 1);
    bench.server.state().down = Some(refused);
    let report = push_once(bench.parts(), None).await.unwrap();
    assert!(
        matches!(report.push.stopped, Some(RemoteError::Offline { .. })),
        "offline is no error"
    );
    assert_eq!(bench.state(second), MutationState::Queued);
    bench.server.state().down = None;
    let report = push_once(bench.parts(), None).await.unwrap();
    assert_eq!(
        (report.push.applied.as_slice(), report.waiting),
        (&[second][..], 0)
    );
}

#[tokio::test(start_paused = true)]
async fn a_thousand_changes_are_each_applied_once() {
    let bench = Bench::new(FakeRemote::modern());
    for n in 0..1_000 {
        bench
            .server
            .put_user(&format!("p{n:04}"), Role::Member, &[]);
    }
    bench.server.state().page = 0;
    pull(&bench).await.unwrap();
    let ids: Vec<_> = (0..1_000)
        .map(|n| bench.enqueue(promote(&format!("p{n:04}"))))
        .collect();
    for n in 0..40 {
        let fault = match n % 4 {
            0 => SendFault::Answer(SendOutcome::Unknown(lost())),
            1 => SendFault::DoneBut(SendOutcome::Unknown(lost())),
            2 => SendFault::DoneBut(SendOutcome::Unknown(RemoteError::Server { status: 500 })),
            _ => SendFault::Answer(SendOutcome::NotSent(refused())),
        };
        bench.server.state().send_faults.push_back(fault);
    }
    bench
        .run(async |engine| {
            for id in &ids {
                assert_eq!(engine.until_settled(*id).await, Settled::Applied);
            }
            let mut effects = bench.server.state().effects.clone();
            effects.sort();
            effects.dedup();
            assert_eq!(effects.len(), 1_000, "I2: every one has ended");
            assert_eq!(
                bench.server.state().effects.len(),
                1_000,
                "I3: none had its effect twice"
            );
        })
        .await;
}
