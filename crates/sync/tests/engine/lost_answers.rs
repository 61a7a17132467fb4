//! A change whose answer is lost, or spoilt: it is looked up before it may be sent again.

use std::time::Duration;

use crate::support::{Bench, lost, lost_before_it_was_done, promote};
use rollcall_model::{MutationState, Role, Timestamp};
use rollcall_sync::{RemoteError, SendOutcome};
use rollcall_testkit::{FakeRemote, SendFault};

#[tokio::test(start_paused = true)]
async fn an_answer_lost_after_it_was_applied_is_looked_up_and_not_sent_again() {
    let bench = Bench::new(FakeRemote::modern());
    let lost_by = [
        lost(),
        RemoteError::Server { status: 500 },
        RemoteError::Malformed { what: "x".into() },
    ];
    let done_but = |error| SendFault::DoneBut(SendOutcome::Unknown(error));
    bench.server.spoil(lost_by.map(done_but));
    bench
        .run_online(async |engine| {
            for user in ["u01", "u02", "u03"] {
                let id = engine.queue(promote(user));
                engine.until_applied(&[id]).await;
            }
            let server = bench.server.state();
            assert_eq!(server.sent.len(), 3, "each was sent once");
            assert_eq!(server.effects.len(), 3, "I3: no doubled effect");
        })
        .await;
}

#[tokio::test(start_paused = true)]
async fn an_answer_lost_before_it_was_applied_is_looked_up_and_sent_again() {
    let bench = Bench::new(FakeRemote::modern());
    bench.server.spoil([lost_before_it_was_done()]);
    bench
        .run_online(async |engine| {
            let id = engine.queue(promote("u01"));
            engine.until_applied(&[id]).await;
            assert_eq!(
                bench.calls("look_up"),
                1,
                "looked up before it may be sent again"
            );
            assert_eq!(bench.server.state().sent, [id, id]);
            assert_eq!(bench.server.state().effects, [id]);
        })
        .await;
}

#[tokio::test(start_paused = true)]
async fn what_is_found_in_sending_at_the_start_was_perhaps_sent() {
    let bench = Bench::new(FakeRemote::modern());
    bench.pull().await.unwrap();
    let done = bench.enqueue(promote("u01"));
    let not_done = bench.enqueue(promote("u02"));
    bench
        .ledger
        .settle_and_mark(&[], &[done, not_done], Timestamp::UNIX_EPOCH)
        .unwrap();
    bench.server.put_user("u01", Role::UserAdmin, &["sales"]);
    bench
        .run(async |engine| {
            engine.until_applied(&[done, not_done]).await;
            assert_eq!(
                bench.server.state().sent,
                [not_done],
                "the one that had arrived isn't sent again"
            );
        })
        .await;
}

#[tokio::test(start_paused = true)]
async fn a_412_that_our_own_lost_write_has_caused_is_recognised_as_done() {
    let bench = Bench::new(FakeRemote::modern());
    // A proxy sends it twice and hands on the second answer: the version has moved by our own write. And
    // an answer that is lost.
    let lost = SendOutcome::Unknown(RemoteError::Server { status: 502 });
    bench.server.spoil([
        SendFault::DoneBut(SendOutcome::Changed),
        SendFault::DoneBut(lost),
    ]);
    bench
        .run_online(async |engine| {
            for user in ["u01", "u02"] {
                let id = engine.queue(promote(user));
                // What stands there is what we asked for.
                engine.until_applied(&[id]).await;
            }
            let state = bench.server.state();
            assert_eq!(state.effects.len(), 2, "I3: once each");
            assert_eq!(state.sent, state.effects, "and sent once");
        })
        .await;
}

#[tokio::test(start_paused = true)]
async fn a_look_up_that_keeps_failing_waits_longer_each_time() {
    let bench = Bench::new(FakeRemote::modern());
    bench
        .run_online(async |engine| {
            bench.server.spoil([lost_before_it_was_done()]);
            let failed = || RemoteError::Server { status: 500 };
            let failures = (0..1_000).map(|_| failed());
            bench.server.state().read_faults.extend(failures);
            let id = engine.queue(promote("u01"));
            engine
                .until("unknown", || bench.state(id) == MutationState::Unknown)
                .await;
            tokio::time::sleep(Duration::from_secs(3600)).await;
            let looks = bench.calls("look_up");
            assert!(
                (1..60).contains(&looks),
                "a failing server is left in peace: {looks} in an hour"
            );
            bench.server.state().read_faults.clear();
            engine.until_applied(&[id]).await;
            assert_eq!(bench.server.state().effects, [id], "I3: no doubled effect");
        })
        .await;
}
