//! How the outbox is sent: each state leads on as it may, and what came back and what goes out next share a commit.

use crate::ledger::{kinds, ledger, one, state};
use crate::people::{key, now};
use rollcall_cache::{Ended, Ledger, Location, Mode, StoreError};
use rollcall_model::{Found, MutationId, MutationState, OrgRole, Settled};

#[test]
fn what_came_back_ends_as_what_goes_out_next_is_marked() {
    let ledger = ledger();
    let (first, second) = (one(&ledger), one(&ledger));
    ledger.settle_and_mark(&[], &[first], now()).unwrap();
    let ended = Ended::new(first, Settled::Applied);
    let marked = ledger.settle_and_mark(&[ended], &[second], now()).unwrap();
    let listed = ledger.listed().unwrap();
    assert_eq!(marked.sending, listed[1..], "as they are listed");
    let states = listed.into_iter().map(|mutation| mutation.state);
    assert_eq!(
        states.collect::<Vec<_>>(),
        [
            MutationState::Settled(Settled::Applied),
            MutationState::Sending
        ]
    );
    assert_eq!(
        kinds(&ledger),
        ["queued", "queued", "sending", "applied", "sending"],
        "one line for each, in order"
    );
    assert_eq!(marked.sequence, ledger.last_sequence().unwrap());
    assert_eq!(ledger.verify_journal(None).unwrap().broken, None);
}

#[test]
fn where_one_cannot_be_marked_none_is_ended_and_the_other_way_round() {
    let ledger = ledger();
    let [sending, free, taken_back, done] = [(); 4].map(|()| one(&ledger));
    ledger.settle_and_mark(&[], &[sending], now()).unwrap();
    ledger.cancel(&[taken_back], now()).unwrap();
    let applied = |id| Ended::new(id, Settled::Applied);
    ledger.settle(&[applied(done)], now()).unwrap();
    let (listed, lines) = (ledger.listed().unwrap(), kinds(&ledger));
    for (ended, next) in [
        (vec![applied(sending)], vec![free, taken_back]),
        (vec![applied(sending), applied(done)], vec![free]),
    ] {
        let refused = ledger.settle_and_mark(&ended, &next, now());
        assert!(
            matches!(refused, Err(StoreError::Transition { .. })),
            "{refused:?}"
        );
        assert_eq!(ledger.listed().unwrap(), listed);
        assert_eq!(kinds(&ledger), lines, "nothing is said to have happened");
    }
    ledger
        .settle_and_mark(&[applied(sending)], &[free], now())
        .unwrap();
}

#[test]
fn what_was_being_sent_becomes_unknown_and_never_queued() {
    let folder = tempfile::tempdir().unwrap();
    let location = Location::Folder(folder.path().to_owned());
    let (sending, waiting) = {
        let ledger = Ledger::open(&location, &key(), Mode::Writer).unwrap().store;
        let (sending, waiting) = (one(&ledger), one(&ledger));
        ledger.settle_and_mark(&[], &[sending], now()).unwrap();
        (sending, waiting)
    };
    let ledger = Ledger::open(&location, &key(), Mode::Writer).unwrap().store;
    assert_eq!(ledger.recover(now()).unwrap(), [sending]);
    assert_eq!(state(&ledger, sending), MutationState::Unknown);
    assert_eq!(state(&ledger, waiting), MutationState::Queued);
    assert_eq!(ledger.recover(now()).unwrap(), []);
    assert_eq!(ledger.open_mutations().unwrap().len(), 2);
}

#[test]
fn every_ending_is_kept_with_its_particulars_and_its_line() {
    let ledger = ledger();
    let endings = [
        Settled::Applied,
        Settled::Rejected {
            reason: "User Admins can't change roles.".into(),
        },
        Settled::Conflict {
            found: Found::Role(OrgRole::Foreign("root".into())),
        },
        Settled::Conflict {
            found: Found::Role(OrgRole::Absent),
        },
        Settled::Conflict {
            found: Found::Access(true),
        },
        Settled::Conflict {
            found: Found::Access(false),
        },
        Settled::Conflict {
            found: Found::DisplayName("Ana".into()),
        },
        Settled::Conflict {
            found: Found::Picture(None),
        },
        Settled::Conflict {
            found: Found::Active(false),
        },
        Settled::Conflict {
            found: Found::Invited("2026-11-25T10:00:00.123456789Z".parse().ok()),
        },
        Settled::Conflict {
            found: Found::Invited(None),
        },
        Settled::Conflict {
            found: Found::Pending(false),
        },
        Settled::Conflict {
            found: Found::Taken,
        },
        Settled::Conflict { found: Found::Gone },
    ];
    for settled in endings {
        let id = one(&ledger);
        let marked = ledger.settle_and_mark(&[], &[id], now()).unwrap().sending;
        assert_eq!(
            (marked[0].attempts, &marked[0].state),
            (1, &MutationState::Sending)
        );
        let sequence = ledger
            .settle(&[Ended::new(id, settled.clone())], now())
            .unwrap();
        assert_eq!(state(&ledger, id), MutationState::Settled(settled));
        assert_eq!(sequence, ledger.last_sequence().unwrap());
        assert_eq!(
            ledger.listed().unwrap().last().unwrap().id,
            id,
            "listed until seen"
        );
    }
    assert_eq!(
        &kinds(&ledger)[..6],
        [
            "queued", "sending", "applied", "queued", "sending", "rejected"
        ]
    );
    assert_eq!(ledger.verify_journal(None).unwrap().broken, None);
}

#[test]
fn a_step_from_another_state_is_refused_and_changes_nothing() {
    let ledger = ledger();
    let (first, second) = (one(&ledger), one(&ledger));
    ledger.settle_and_mark(&[], &[first], now()).unwrap();
    let refused = |result: Result<(), StoreError>| {
        assert!(
            matches!(result, Err(StoreError::Transition { .. })),
            "{result:?}"
        );
    };
    refused(
        ledger
            .settle_and_mark(&[], &[second, first], now())
            .map(drop),
    );
    assert_eq!(
        state(&ledger, second),
        MutationState::Queued,
        "one commit for all, or none"
    );
    refused(ledger.mark_unknown(second, "lost", now()));
    refused(ledger.requeue(second, "no answer", now()));
    ledger
        .settle(&[Ended::new(first, Settled::Applied)], now())
        .unwrap();
    refused(
        ledger
            .settle(&[Ended::new(first, Settled::Applied)], now())
            .map(drop),
    );
    refused(ledger.mark_unknown(MutationId::random(), "lost", now()));
    assert_eq!(
        ledger.cancel(&[first, second], now()).unwrap().cancelled,
        [second],
        "what is applied stays applied"
    );
    assert_eq!(
        kinds(&ledger),
        ["queued", "queued", "sending", "applied", "cancelled"]
    );
}

#[test]
fn the_way_back_into_the_queue_leads_through_unknown_or_sending() {
    let ledger = ledger();
    let id = one(&ledger);
    ledger.settle_and_mark(&[], &[id], now()).unwrap();
    ledger.mark_unknown(id, "timed out", now()).unwrap();
    ledger.requeue(id, "looked up: not there", now()).unwrap();
    let marked = ledger.settle_and_mark(&[], &[id], now()).unwrap();
    assert_eq!(marked.sending[0].attempts, 2);
    assert_eq!(
        kinds(&ledger),
        ["queued", "sending", "unknown", "requeued", "sending"]
    );
    assert!(
        ledger.journal(2, 1).unwrap()[0]
            .detail
            .contains("timed out")
    );
}
