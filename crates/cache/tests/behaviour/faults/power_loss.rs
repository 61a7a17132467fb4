//! The power is cut at some call: what was not synced is lost, written or torn.

use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use rollcall_cache::Operation;
use rollcall_model::Role;
use rollcall_testkit::{DiskFault, Lasts, Unsynced};

use super::{Computer, Deed, Held, Open};
use crate::people::{operation, set_role, user};

const UNSYNCED: [Unsynced; 4] = [
    Unsynced::Lost,
    Unsynced::Written,
    Unsynced::Torn(1),
    Unsynced::Torn(2),
];

/// Cuts the power at each call of a deed, in every manner, and hands on what is there afterwards.
fn cut_at_every_call(deed: Deed, mut then: impl FnMut(Held, bool)) {
    for unsynced in UNSYNCED {
        let calls = deed.at_every_call(
            DiskFault::PowerCut,
            Lasts::UntilMended,
            |computer, open, done| {
                drop(open);
                computer.disk.power_returns(unsynced);
                let open = computer.open();
                assert_eq!(open.ledger.verify_journal(None).unwrap().broken, None);
                then(open.held(), done.is_ok());
                drop(open);
                computer.is_sound();
            },
        );
        assert!(calls > 10, "{deed:?} was looked into: {calls} calls");
    }
}

/// A deed on the ledger: whole if it was said to be done, else whole or not there.
fn is_durable_once_it_was_said(deed: Deed) {
    let [before, after] = deed.before_and_after();
    cut_at_every_call(deed, |held, said| {
        assert!(held.cache == before.cache, "the other file is as it was");
        let whole = held.ledger == after.ledger;
        assert!(
            whole || (!said && held.ledger == before.ledger),
            "{deed:?}: durable once it was said, and never in part"
        );
    });
}

/// A deed on the cache: the list before or the one after, with the token that belongs to it.
fn shows_the_list_before_or_the_one_after(deed: Deed) {
    let [before, after] = deed.before_and_after();
    cut_at_every_call(deed, |held, _| {
        assert!(held.ledger == before.ledger, "the other file is as it was");
        assert!(
            held.cache == before.cache || held.cache == after.cache,
            "{deed:?}: I9, list and token move together"
        );
    });
}

#[test]
fn a_power_cut_at_any_call_queues_a_change_whole_or_not_at_all() {
    is_durable_once_it_was_said(Deed::Enqueue);
}

#[test]
fn a_power_cut_at_any_call_acknowledges_a_change_whole_or_not_at_all() {
    is_durable_once_it_was_said(Deed::Acknowledge);
}

#[test]
fn a_power_cut_at_any_call_of_a_full_read_shows_the_list_before_or_the_one_after() {
    shows_the_list_before_or_the_one_after(Deed::FullRead);
}

#[test]
fn a_power_cut_at_any_call_of_a_delta_shows_the_list_before_or_the_one_after() {
    shows_the_list_before_or_the_one_after(Deed::Delta);
}

#[test]
fn whatever_was_said_to_be_queued_is_there_after_a_power_cut_in_the_middle_of_work() {
    for seed in 0..100 {
        let mut chance = ChaCha8Rng::seed_from_u64(seed);
        let computer = Computer::new();
        let open = computer.open();
        let cut_at = chance.random_range(1..2_000);
        computer
            .disk
            .fail(DiskFault::PowerCut, cut_at, Lasts::UntilMended);
        let mut queued: Vec<Operation> = Vec::new();
        let mut lists = vec![open.held_by_cache().ok()];
        let last = work(&open, &mut chance, &mut queued, &mut lists);
        drop(open);
        computer.disk.power_returns(Unsynced::Torn(seed));

        let open = computer.open();
        computer.is_sound();
        assert_eq!(
            open.ledger.verify_journal(None).unwrap().broken,
            None,
            "seed {seed}"
        );
        for asked in &queued {
            let there = open.ledger.operation(asked.id).unwrap().len();
            assert_eq!(
                there,
                asked.mutations.len(),
                "seed {seed}: I1, queued is durable"
            );
        }
        let there = open.ledger.operation(last.id).unwrap().len();
        assert!(
            [0, last.mutations.len()].contains(&there),
            "seed {seed}: nothing is half queued"
        );
        let cache = open.held_by_cache().unwrap();
        assert!(
            lists
                .iter()
                .any(|list| list.as_ref().is_none_or(|list| *list == cache)),
            "seed {seed}: the list is one that was there"
        );
        assert!(
            cache.reflected <= open.ledger.last_sequence().unwrap(),
            "seed {seed}: the list reflects nothing that the ledger has lost"
        );
    }
}

/// Queues changes and reads lists until the power goes; answers what was being queued then, or last.
fn work(
    open: &Open,
    chance: &mut ChaCha8Rng,
    queued: &mut Vec<Operation>,
    lists: &mut Vec<Option<super::HeldByCache>>,
) -> Operation {
    loop {
        let asked = operation([11, 12, 13].map(|number| set_role(&user(number), Role::Admin)));
        match open.ledger.enqueue(&asked) {
            Ok(_) => queued.push(asked),
            Err(_) => return asked,
        }
        let deed = [Deed::Acknowledge, Deed::Delta, Deed::FullRead][chance.random_range(0..3)];
        let done = deed.done_with(open);
        // Without power nothing tells whether it was done: the file will.
        lists.push(open.held_by_cache().ok());
        let acknowledged_twice = matches!(done, Err(rollcall_cache::StoreError::Transition { .. }));
        if done.is_err() && !acknowledged_twice {
            return operation([]);
        }
    }
}
