//! Plays seeds and says what came of them. Called by `cargo xtask simulate`.
#![expect(clippy::print_stdout, reason = "a program: this is what it says")]

use std::process::ExitCode;
use std::time::Instant;

use clap::Parser;
use mimalloc::MiMalloc;
use rollcall_simulator::{Bug, Played, play, survey};

/// A schedule is a hundred small answers, parsed and forgotten: this takes a seventh off its time.
#[global_allocator]
static MEMORY: MiMalloc = MiMalloc;

/// Seeds within which every planted bug is to be found.
const PLANTED: u64 = 1_000;

/// The last steps that are shown of a play that something was wrong with.
const LAST_STEPS: usize = 40;

/// Plays schedules of work and faults, each from one number, and looks after every step at what must
/// always hold.
#[derive(Parser)]
struct Arguments {
    /// How many seeds.
    #[arg(long, default_value_t = 1_000)]
    seeds: u64,
    /// The first seed.
    #[arg(long, default_value_t = 0)]
    from: u64,
    /// Show everything that happens with the first seed, and play no other.
    #[arg(long)]
    trace: bool,
    /// Plant each known bug in turn, and tell at which seed it is found.
    #[arg(long, conflicts_with = "trace")]
    planted: bool,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let sound = if arguments.planted {
        find_planted(arguments.from)
    } else if arguments.trace {
        let played = play(arguments.from, None);
        tell(&played, usize::MAX);
        played.violation.is_none()
    } else {
        play_all(arguments.from, arguments.seeds)
    };
    if sound {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

fn play_all(from: u64, seeds: u64) -> bool {
    let begin = Instant::now();
    let sum = survey(from..from.saturating_add(seeds), None);
    for played in sum.violated.iter().take(3) {
        tell(played, LAST_STEPS);
    }
    println!(
        "{} seeds from {from}: {} steps, {} faults, {} requests, {} mutations, {} violations, in {:.1} s",
        sum.seeds,
        sum.steps,
        sum.faults,
        sum.requests,
        sum.mutations,
        sum.violated.len(),
        begin.elapsed().as_secs_f64(),
    );
    for played in &sum.violated {
        if let Some(violation) = &played.violation {
            println!("seed {}: {violation}", played.seed);
        }
    }
    sum.violated.is_empty()
}

fn find_planted(from: u64) -> bool {
    println!("| planted bug | found at seed | as |");
    println!("|---|---|---|");
    let mut all = true;
    for bug in Bug::ALL {
        let sum = survey(from..from.saturating_add(PLANTED), Some(bug));
        let found = sum.violated.first();
        let violation = found.and_then(|played| played.violation.as_ref());
        match (found, violation) {
            (Some(played), Some(violation)) => {
                let seed = played.seed;
                println!(
                    "| {} | {seed} | {} |",
                    bug.name(),
                    violation.invariant.name()
                );
            }
            _ => {
                all = false;
                println!("| {} | not within {PLANTED} | |", bug.name());
            }
        }
    }
    all
}

/// Shows the last steps of a play, and what was wrong with it.
fn tell(played: &Played, last: usize) {
    let skipped = played.trace.len().saturating_sub(last);
    for line in played.trace.iter().skip(skipped) {
        println!("{line}");
    }
    match &played.violation {
        Some(violation) => println!(
            "seed {} after {} steps: {violation}\n",
            played.seed, played.steps
        ),
        None => println!("seed {}: nothing was wrong", played.seed),
    }
}
