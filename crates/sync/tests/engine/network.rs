//! Whatever stands between here and the server: it is told by name, and takes nothing away.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use rollcall_model::{Clock, MutationState, Role, Settled, Timestamp};
use rollcall_sync::{Link, OfflineKind, RemoteError, SendOutcome};
use rollcall_testkit::{FakeRemote, SendFault};
use tokio::time::Instant;

use crate::support::{Bench, lost, promote, set_role};

type Fault = fn() -> RemoteError;

fn offline(kind: OfflineKind) -> RemoteError {
    RemoteError::Offline { kind, cause: None }
}

/// Everything that can be wrong with a network.
const FAULTS: [Fault; 18] = [
    || offline(OfflineKind::Dns),
    || offline(OfflineKind::Refused),
    || offline(OfflineKind::Unreachable),
    || offline(OfflineKind::Timeout),
    || offline(OfflineKind::Tls),
    || offline(OfflineKind::NotHttps),
    || offline(OfflineKind::CertificateExpired),
    || offline(OfflineKind::CertificateName),
    || offline(OfflineKind::CertificateUntrusted),
    || offline(OfflineKind::Proxy),
    || offline(OfflineKind::ProxySignIn),
    || offline(OfflineKind::ProxyUnreachable),
    lost,
    || RemoteError::Slow,
    || RemoteError::NotOurNetwork,
    || RemoteError::Redirected {
        to: Some("https://portal.example".to_owned()),
    },
    || RemoteError::Server { status: 502 },
    || RemoteError::Malformed {
        what: "it is cut off".to_owned(),
    },
];

#[tokio::test(start_paused = true)]
async fn each_fault_of_a_network_is_told_by_name_and_rejects_nothing() {
    for fault in FAULTS {
        let bench = Bench::new(FakeRemote::modern());
        bench
            .run_online(async |engine| {
                bench.server.state().down = Some(fault);
                let id = engine.queue(promote("u01"));
                engine.handle.refresh();
                let code = fault().code();
                let told = || matches!(engine.status().link, Link::Offline { code: said, .. } if said == code);
                engine.until(code, told).await;
                assert_eq!(bench.state(id), MutationState::Queued, "{code}");
                bench.server.state().down = None;
                engine.handle.try_now();
                assert_eq!(engine.until_settled(id).await, Settled::Applied, "{code}");
                assert_eq!(bench.server.state().effects, [id], "{code}");
                engine.until_online().await;
            })
            .await;
    }
}

#[tokio::test(start_paused = true)]
async fn an_answer_that_a_network_spoils_is_looked_up_whether_or_not_it_was_done() {
    for fault in FAULTS {
        // Without a connection, or led elsewhere, nothing was sent: nothing could have been done.
        if matches!(
            fault(),
            RemoteError::Offline { .. } | RemoteError::Redirected { .. }
        ) {
            continue;
        }
        for done in [false, true] {
            let bench = Bench::new(FakeRemote::modern());
            bench
                .run_online(async |engine| {
                    let unknown = SendOutcome::Unknown(fault());
                    let spoiled = match done {
                        true => SendFault::DoneBut(unknown),
                        false => SendFault::Answer(unknown),
                    };
                    bench.server.spoil([spoiled]);
                    let id = engine.queue(promote("u01"));
                    engine.until_applied(&[id]).await;
                    let server = bench.server.state();
                    assert_eq!(server.effects, [id], "done once: {}", fault().code());
                    assert_eq!(server.sent.len(), if done { 1 } else { 2 });
                    assert!(server.calls.contains(&"look_up"), "it was looked up");
                })
                .await;
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_server_that_asks_to_wait_keeps_no_other_waiting() {
    let busy = Bench::new(FakeRemote::modern());
    let other = Bench::new(FakeRemote::modern());
    busy.run(async |waits| {
        other
            .run(async |works| {
                waits.until_online().await;
                works.until_online().await;
                let wait = SendOutcome::Wait(Duration::from_secs(600));
                busy.server.spoil([SendFault::Answer(wait)]);
                let first = waits.queue(promote("u01"));
                waits.until_waiting().await;
                let started = Instant::now();
                let second = works.queue(promote("u01"));
                works.until_applied(&[second]).await;
                assert_eq!(started.elapsed(), Duration::ZERO, "at once");
                waits.until_applied(&[first]).await;
                assert_eq!(started.elapsed(), Duration::from_secs(600), "not before");
            })
            .await;
    })
    .await;
}

/// A clock that a test sets as it likes.
#[derive(Debug)]
struct Jumping(Mutex<Timestamp>);

impl Clock for Jumping {
    fn now(&self) -> Timestamp {
        *self.0.lock().unwrap()
    }
}

#[tokio::test(start_paused = true)]
async fn a_clock_that_jumps_ten_years_changes_neither_the_order_nor_a_wait() {
    let years = Duration::from_secs(10 * 365 * 24 * 3600);
    let today: Timestamp = "2026-03-10T14:05:00Z".parse().unwrap();
    let back = today.checked_sub(years).unwrap();
    let forth = today.checked_add(years).unwrap();
    let mut waits = Vec::new();
    for jumps in [[today; 3], [back, forth, back], [forth, back, forth]] {
        let clock = Arc::new(Jumping(Mutex::new(today)));
        let mut bench = Bench::new(FakeRemote::modern());
        bench.clock = Arc::clone(&clock) as _;
        let jump = |to: usize| *clock.0.lock().unwrap() = jumps[to];
        let waited = bench
            .run_online(async |engine| {
                let not_sent = || SendFault::Answer(SendOutcome::NotSent(lost()));
                bench.server.spoil((0..4).map(|_| not_sent()));
                let steps = [
                    Role::Member,
                    Role::UserAdmin,
                    Role::BillingAdmin,
                    Role::Admin,
                ];
                let ids: Vec<_> = (0..3)
                    .map(|nth| {
                        jump(nth);
                        bench.enqueue(set_role("u01", steps[nth], steps[nth + 1]))
                    })
                    .collect();
                let started = Instant::now();
                engine.handle.queued(None, &ids);
                for (nth, id) in ids.iter().enumerate() {
                    engine.until_applied(&[*id]).await;
                    jump(nth);
                }
                assert_eq!(bench.server.state().effects, ids, "I14: in their order");
                started.elapsed()
            })
            .await;
        waits.push(waited);
    }
    assert!(waits[0] > Duration::ZERO, "it had to wait at all");
    assert!(waits.iter().all(|waited| *waited == waits[0]), "{waits:?}");
}
