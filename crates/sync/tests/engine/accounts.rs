//! Whose outbox it is: nothing goes out as somebody else than it was queued under.

use std::sync::Arc;

use crate::support::{ADMIN, Bench, promote};
use rollcall_model::{MutationState, Role, Timestamp, UserId};
use rollcall_sync::{Link, Pause, SendOutcome};
use rollcall_testkit::{FakeRemote, SendFault};

/// Another administrator.
const OTHER: &str = "grace";

/// An organization with two administrators.
fn shared() -> Bench {
    let bench = Bench::new(FakeRemote::modern());
    bench.server.put_user(OTHER, Role::Admin, &[]);
    bench
}

/// What waits is the first administrator's, and somebody else has signed in.
fn not_theirs() -> Pause {
    Pause::OtherUser {
        queued_by: UserId::new(ADMIN),
    }
}

#[tokio::test(start_paused = true)]
async fn a_401_pauses_everything_and_loses_nothing() {
    let bench = shared();
    let refused = || SendFault::Answer(SendOutcome::Unauthorized);
    bench.server.spoil((0..3).map(|_| refused()));
    bench
        .run_online(async |engine| {
            let ids = engine.queue_all((0..20).map(|n| promote(&format!("u{n:02}"))));
            let ended = || engine.status().link == Link::SessionEnded;
            engine.until("the session ended", ended).await;
            let open = bench.ledger.open_mutations().unwrap().len();
            assert!(open >= 12, "what was not sent waits: {open}");

            let sent_before = bench.server.state().sent.clone();
            engine.sign_in(OTHER);
            engine.until_paused(not_theirs()).await;
            engine.until_online().await;
            let sent = bench.server.state().sent.clone();
            assert_eq!(sent, sent_before, "I7: somebody else sends none of it");
            assert!(sent.len() <= 8, "{} were sent to a refusal", sent.len());

            engine.sign_in(ADMIN);
            engine.until_applied(&ids).await;
            assert_eq!(bench.server.state().effects.len(), 20, "each once");
        })
        .await;
}

#[tokio::test(start_paused = true)]
async fn a_session_that_ends_in_the_middle_of_a_thousand_goes_on_from_there() {
    let bench = shared();
    let people: Vec<_> = (0..1_000).map(|n| format!("m{n:04}")).collect();
    for id in &people {
        bench.server.put_user(id, Role::Member, &[]);
    }
    bench
        .run_online(async |engine| {
            bench.server.state().signed_in_for = Some(500);
            let ids = engine.queue_all(people.iter().map(|id| promote(id)));
            let ended = || engine.status().link == Link::SessionEnded;
            engine.until("the session ended", ended).await;
            assert_eq!(bench.server.state().effects.len(), 500, "paused there");
            let open = bench.ledger.open_mutations().unwrap();
            assert_eq!(open.len(), 500, "nothing is lost");
            for mutation in open {
                let state = mutation.state;
                assert_eq!(state, MutationState::Queued, "a 401 has done nothing");
            }

            engine.sign_in(OTHER);
            engine.until_paused(not_theirs()).await;
            engine.handle.try_now();
            engine.until_online().await;
            assert_eq!(
                bench.server.state().sent.len(),
                500,
                "I7: another user sends none of it"
            );

            engine.sign_in(ADMIN);
            engine.until_applied(&ids).await;
            let server = bench.server.state();
            assert_eq!(server.effects.len(), 1_000, "each once");
            assert_eq!(server.sent.len(), 1_000, "and none of them twice");
        })
        .await;
}

#[tokio::test(start_paused = true)]
async fn where_the_server_does_not_tell_whose_token_it_is_a_person_is_asked() {
    let bench = Bench::new(FakeRemote::modern());
    bench.server.state().me = None;
    bench
        .run_online(async |engine| {
            let id = bench.enqueue(promote("u01"));
            bench.server.state().credential = "another token".to_owned();
            engine.handle.signed_in(Arc::clone(&bench.server) as _);
            engine.handle.queued(None, &[id]);
            engine.until_paused(Pause::UnknownUser).await;
            assert_eq!(
                bench.state(id),
                MutationState::Queued,
                "I7: with neither id, a new token asks"
            );
            engine.handle.adopt_outbox();
            engine.until_applied(&[id]).await;
        })
        .await;
}

#[tokio::test(start_paused = true)]
async fn what_another_user_queued_holds_nothing_up_once_it_is_taken_back() {
    let bench = shared();
    bench
        .run_online(async |engine| {
            let theirs = bench.enqueue(promote("u01"));
            engine.sign_in(OTHER);
            engine.handle.queued(None, &[theirs]);
            engine.until_paused(not_theirs()).await;

            let cancelled = bench.ledger.cancel(&[theirs], Timestamp::UNIX_EPOCH);
            assert_eq!(cancelled.unwrap().cancelled, [theirs]);
            engine.handle.taken_back(&[theirs]);
            engine
                .until("not paused", || engine.status().pause.is_none())
                .await;
            // The outbox is the new user's from then on.
            let own = engine.queue(promote("u02"));
            engine.until_applied(&[own]).await;
            assert_eq!(
                bench.server.state().sent,
                [own],
                "I7: theirs never went out"
            );
        })
        .await;
}
