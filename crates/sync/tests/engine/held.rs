//! What is held: nothing of it leaves, however long an engine runs and whichever program asks.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use rollcall_cache::{Edit, Said};
use rollcall_model::{Clock as _, Goes, MutationState, Role, Settled};
use rollcall_sync::push_once;
use rollcall_testkit::FakeRemote;

use crate::support::{Bench, StoppedClock, grant, promote, set_role};

#[tokio::test(start_paused = true)]
async fn nothing_leaves_before_send_however_long_the_engine_runs() {
    let bench = Bench::new(FakeRemote::modern());
    bench.ledger.hold(StoppedClock.now()).unwrap();
    bench
        .run_online(async |engine| {
            let first = bench.enqueue(promote("u01"));
            let later = bench.enqueue(grant("u01", "support"));
            let other = bench.enqueue(grant("u02", "support"));
            engine.handle.queued(None, &[first, later, other]);
            engine.handle.send_now(None);
            tokio::time::sleep(Duration::from_secs(3_600)).await;
            assert_eq!(bench.server.state().sent, [], "nobody has pressed Send");

            bench.ledger.release(&[later], StoppedClock.now()).unwrap();
            engine.handle.send_now(Some(&[later]));
            tokio::time::sleep(Duration::from_secs(3_600)).await;
            assert_eq!(
                bench.server.state().sent,
                [],
                "I4: what comes before it is held, and keeps its place"
            );

            bench.ledger.release(&[first], StoppedClock.now()).unwrap();
            engine.handle.send_now(Some(&[first]));
            engine.until_applied(&[later]).await;
            assert_eq!(bench.server.state().sent, [first, later]);
            assert_eq!(bench.state(other), MutationState::Queued);
        })
        .await;
}

#[tokio::test(start_paused = true)]
async fn a_push_of_another_program_sends_nothing_that_is_held() {
    let bench = Bench::new(FakeRemote::modern());
    bench.pull().await.unwrap();
    let held = bench.enqueue(grant("u01", "support"));
    bench.ledger.hold(StoppedClock.now()).unwrap();
    for only in [None, Some(&[held][..])] {
        let report = push_once(bench.parts(), only).await.unwrap();
        assert_eq!((report.push.applied.len(), report.waiting), (0, 1));
    }
    bench.ledger.release(&[held], StoppedClock.now()).unwrap();
    let report = bench.push().await;
    assert_eq!(report.push.applied, [held]);
}

#[tokio::test(start_paused = true)]
async fn what_is_held_in_the_midst_of_a_push_stays_here() {
    let mut bench = Bench::new(FakeRemote::modern());
    let (ledger, asked) = (bench.ledger.clone(), AtomicUsize::new(0));
    bench.recheck = Arc::new(move |_| {
        // Between the look at the list and the mark: the last moment at which something can come.
        if asked.fetch_add(1, Ordering::Relaxed) == 20 {
            ledger.hold(StoppedClock.now()).unwrap();
        }
        Ok(())
    });
    bench
        .run_online(async |engine| {
            let ids: Vec<_> = (0..30)
                .map(|number| bench.enqueue(grant(&format!("u{number:02}"), "support")))
                .collect();
            engine.handle.queued(None, &ids);
            tokio::time::sleep(Duration::from_secs(3_600)).await;
            let held = bench.ledger.standing().unwrap().held as usize;
            let sent = bench.server.state().sent.len();
            assert!(held >= 10 && sent > 0, "{held} are held, {sent} were sent");
            assert_eq!(sent, ids.len() - held, "nothing that is held was sent");
        })
        .await;
}

#[tokio::test(start_paused = true)]
async fn what_is_edited_in_the_midst_of_a_push_is_asked_about_as_it_goes_out() {
    let mut bench = Bench::new(FakeRemote::modern());
    let (ledger, edited) = (bench.ledger.clone(), AtomicUsize::new(0));
    let risky = set_role("u01", Role::Member, Role::Admin);
    let denied = risky.clone();
    bench.recheck = Arc::new(move |mutation| {
        if mutation.change == denied {
            return Err("Not allowed.".to_owned());
        }
        // Between the question and the mark: the last moment at which somebody can edit it.
        if edited.fetch_add(1, Ordering::Relaxed) == 0 {
            ledger
                .edit(&Edit {
                    id: mutation.id,
                    change: risky.clone(),
                    goes: Goes::ByItself,
                    said: Said::default(),
                    made_at: StoppedClock.now(),
                    seen_at: None,
                })
                .unwrap();
        }
        Ok(())
    });
    bench
        .run_online(async |engine| {
            let id = engine.queue(promote("u01"));
            let reason = "Not allowed.".to_owned();
            assert_eq!(
                engine.until_settled(id).await,
                Settled::Rejected { reason },
                "I13: the policy is asked about what is sent"
            );
            assert_eq!(bench.server.state().sent, []);
        })
        .await;
}
