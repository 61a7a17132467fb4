//! `cargo xtask simulate`: many schedules of work and faults, each from one number.

use std::process::ExitCode;

use crate::setup;
use crate::step::{Problem, Step};

/// Which schedules.
#[derive(clap::Args)]
pub(crate) struct Arguments {
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

/// Sets up, builds optimized with assertions, and plays.
pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode, Problem> {
    setup::for_build()?;
    let mut simulator = Step::cargo()
        .args(["run", "--profile", "simulate", "--quiet"])
        .args(["--package", "rollcall-simulator", "--"])
        .args(["--seeds".to_owned(), arguments.seeds.to_string()])
        .args(["--from".to_owned(), arguments.from.to_string()]);
    if arguments.trace {
        simulator = simulator.args(["--trace"]);
    }
    if arguments.planted {
        simulator = simulator.args(["--planted"]);
    }
    Ok(if simulator.succeeds()? {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}
