//! Whatever stands between here and the server: it is told by name, and takes nothing away.

use rollcall_model::{MutationState, Role, Settled};
use rollcall_sync::{Link, OfflineKind, RemoteError, SendOutcome};
use rollcall_testkit::{FakeRemote, SendFault};

use crate::support::{Bench, set_role};

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
    || RemoteError::Lost { cause: None },
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
            .run(async |engine| {
                engine.until_online().await;
                bench.server.state().down = Some(fault);
                let id = bench.enqueue(set_role("u01", Role::Member, Role::UserAdmin));
                engine.handle.queued(None, &[id]);
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
                .run(async |engine| {
                    engine.until_online().await;
                    let unknown = SendOutcome::Unknown(fault());
                    let spoiled = match done {
                        true => SendFault::DoneBut(unknown),
                        false => SendFault::Answer(unknown),
                    };
                    bench.server.state().send_faults.push_back(spoiled);
                    let id = bench.enqueue(set_role("u01", Role::Member, Role::UserAdmin));
                    engine.handle.queued(None, &[id]);
                    assert_eq!(engine.until_settled(id).await, Settled::Applied);
                    let server = bench.server.state();
                    assert_eq!(server.effects, [id], "done once: {}", fault().code());
                    assert_eq!(server.sent.len(), if done { 1 } else { 2 });
                    assert!(server.calls.contains(&"look_up"), "it was looked up");
                })
                .await;
        }
    }
}
