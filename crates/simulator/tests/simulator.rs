//! Seeds that every test run plays, and the mistakes that the simulator must find.

use rollcall_simulator::{Bug, play, survey};

/// How many seeds are part of every run.
const SEEDS: u64 = 500;

/// Within so many seeds every planted bug is found.
const PLANTED: u64 = 1_000;

#[test]
fn nothing_is_lost_doubled_or_silent_in_any_schedule() {
    println!("seeds 0 to {}", SEEDS - 1);
    let sum = survey(0..SEEDS, None);
    let violated: Vec<String> = sum
        .violated
        .iter()
        .filter_map(|played| {
            let violation = played.violation.as_ref()?;
            Some(format!("seed {}: {violation}", played.seed))
        })
        .collect();
    assert!(
        violated.is_empty(),
        "cargo xtask simulate --trace --from SEED shows each:\n{}",
        violated.join("\n")
    );
    assert!(
        sum.steps >= 100 * SEEDS && sum.faults >= 3 * SEEDS,
        "a schedule has at least 100 steps and 3 faults"
    );
}

#[test]
fn the_same_seed_plays_the_same_to_the_last_line() {
    for seed in 0..3 {
        let (first, second) = (play(seed, None), play(seed, None));
        assert_eq!(
            first.trace, second.trace,
            "seed {seed}: a failure can be played again"
        );
    }
}

#[test]
fn every_planted_bug_is_found() {
    for bug in Bug::ALL {
        let sum = survey(0..PLANTED, Some(bug));
        assert!(
            !sum.violated.is_empty(),
            "{}: a simulator that finds nothing proves nothing",
            bug.name()
        );
    }
}
