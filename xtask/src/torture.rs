//! `cargo xtask torture`: the real program, killed at random moments against a real server.

use std::process::ExitCode;

use crate::setup;
use crate::step::{Problem, Step};

/// How much.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// How many times the program is killed.
    #[arg(long, default_value_t = 100)]
    kills: u32,
    /// Where errands and moments come from.
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

/// Sets up, builds the program as the tests do, and tortures it.
pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode, Problem> {
    setup::for_build()?;
    Step::cargo()
        .args(["build", "--workspace", "--quiet"])
        .args(["--bin", "rollcall-cli", "--bin", "rollcall-torture"])
        .must()?;
    // Both are beside this program, which the same profile built.
    let beside = std::env::current_exe()?;
    let name = format!("rollcall-torture{}", std::env::consts::EXE_SUFFIX);
    let torture = Step::new(beside.with_file_name(name))
        .args(["--kills".to_owned(), arguments.kills.to_string()])
        .args(["--seed".to_owned(), arguments.seed.to_string()]);
    Ok(if torture.succeeds()? {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}
