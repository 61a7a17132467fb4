//! `cargo xtask bench`: the bars of `docs/performance.md`, measured on the optimized program.

use std::process::ExitCode;

use crate::setup;
use crate::step::{Problem, Step};

/// What to measure.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Only these bars, by number, for example 1,3a,6,8.
    #[arg(long)]
    only: Option<String>,
    /// How many users the organization has.
    #[arg(long, default_value_t = 100_000)]
    users: u32,
}

/// Sets up, builds, measures, and prints one table; the figures are in `target/bench.json` too.
pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode, Problem> {
    setup::for_build()?;
    let mut bench = Step::cargo()
        .args([
            "run",
            "--release",
            "--quiet",
            "--package",
            "rollcall-bench",
            "--",
        ])
        .args(["--users".to_owned(), arguments.users.to_string()]);
    if let Some(only) = &arguments.only {
        bench = bench.args(["--only", only]);
    }
    Ok(if bench.succeeds()? {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}
