//! When a change that waits goes out: after its undo window, a server's wish, and the way there is back.

use std::time::Duration;

use crate::support::{Bench, promote, refused};
use rollcall_model::{MutationState, Timestamp};
use rollcall_sync::{RemoteError, SendOutcome};
use rollcall_testkit::{FakeRemote, SendFault};
use tokio::time::Instant;

const HOUR: Duration = Duration::from_secs(3600);

#[tokio::test(start_paused = true)]
async fn a_busy_server_is_left_alone_for_as_long_as_it_asks() {
    let bench = Bench::new(FakeRemote::modern());
    let wait = Duration::from_secs(90);
    bench
        .server
        .spoil([SendFault::Answer(SendOutcome::Wait(wait))]);
    bench
        .run_online(async |engine| {
            let started = Instant::now();
            let id = engine.queue(promote("u01"));
            engine.until_waiting().await;
            engine.handle.try_now();
            engine.handle.refresh();
            engine.until_applied(&[id]).await;
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
        .run_online(async |engine| {
            bench.server.state().down = Some(refused);
            let id = engine.queue(promote("u01"));
            engine.until_offline().await;
            let before = bench.server.state().calls.len();
            tokio::time::sleep(HOUR).await;
            let tries = bench.server.state().calls.len() - before;
            assert!(
                (12..60).contains(&tries),
                "waiting costs next to nothing: {tries} tries in an hour"
            );
            assert_eq!(
                bench.state(id),
                MutationState::Queued,
                "nothing reached the server"
            );

            bench.server.state().down = None;
            let started = Instant::now();
            engine.until_applied(&[id]).await;
            let waited = started.elapsed();
            assert!(waited <= Duration::from_secs(300), "{waited:?}");
        })
        .await;
}

#[tokio::test(start_paused = true)]
async fn a_person_need_not_wait_for_the_back_off() {
    let bench = Bench::new(FakeRemote::modern());
    bench
        .run_online(async |engine| {
            bench.server.state().down = Some(refused);
            let id = engine.queue(promote("u01"));
            engine
                .until("several tries", || bench.calls("workspaces_delta") > 9)
                .await;
            bench.server.state().down = None;
            let started = Instant::now();
            engine.handle.try_now();
            engine.until_applied(&[id]).await;
            assert_eq!(started.elapsed(), Duration::ZERO);
        })
        .await;
}

#[tokio::test(start_paused = true)]
async fn a_write_that_is_sent_elsewhere_is_not_tried_in_a_loop() {
    let bench = Bench::new(FakeRemote::modern());
    let redirected =
        || SendFault::Answer(SendOutcome::NotSent(RemoteError::Redirected { to: None }));
    bench.server.spoil((0..1_000).map(|_| redirected()));
    bench
        .run_online(async |engine| {
            let id = engine.queue(promote("u01"));
            engine.until_offline().await;
            tokio::time::sleep(HOUR).await;
            let tries = bench.server.state().sent.len();
            assert!(tries <= 13, "one try in five minutes at most: {tries}");
            assert_eq!(bench.state(id), MutationState::Queued, "nothing is lost");
        })
        .await;
}

#[tokio::test(start_paused = true)]
async fn a_change_taken_back_within_its_undo_window_is_never_sent() {
    let bench = Bench::new(FakeRemote::modern());
    bench
        .run_online(async |engine| {
            let kept = bench.enqueue(promote("u01"));
            let taken_back = bench.enqueue(promote("u02"));
            let undo = Duration::from_secs(8);
            engine.handle.queued(Some(undo), &[kept, taken_back]);
            engine.handle.queued(None, &[kept, taken_back]);
            assert!(
                engine.handle.undo_left(&kept).is_some(),
                "told twice, the window stays"
            );
            let cancelled = bench.ledger.cancel(&[taken_back], Timestamp::UNIX_EPOCH);
            assert_eq!(cancelled.unwrap().cancelled, [taken_back]);

            let started = Instant::now();
            engine.until_applied(&[kept]).await;
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
        .run_online(async |engine| {
            let id = bench.enqueue(promote("u01"));
            engine.handle.queued(Some(Duration::from_secs(600)), &[id]);
            let started = Instant::now();
            engine.handle.send_now(Some(&[id]));
            engine.until_applied(&[id]).await;
            assert_eq!(started.elapsed(), Duration::ZERO);
        })
        .await;
}

#[tokio::test(start_paused = true)]
async fn a_change_nobody_announced_is_left_alone() {
    let bench = Bench::new(FakeRemote::modern());
    bench
        .run_online(async |engine| {
            let unannounced = bench.enqueue(promote("u01"));
            let announced = engine.queue(promote("u02"));
            engine.until_applied(&[announced]).await;
            tokio::time::sleep(HOUR).await;
            assert_eq!(
                bench.state(unannounced),
                MutationState::Queued,
                "its undo window isn't known yet"
            );
        })
        .await;
}
