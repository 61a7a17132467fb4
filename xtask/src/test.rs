//! `cargo xtask test`: everything that has to hold, closed by `N passed, N failed`.

use std::process::ExitCode;

use crate::step::{Problem, Step};
use crate::tally::Tally;
use crate::{check, setup};

/// Sets up and runs everything; goes on after a failure, so that all of them are seen.
pub(crate) fn run() -> Result<ExitCode, Problem> {
    setup::for_tests()?;
    let mut sum = Tally::default();
    for step in check::steps() {
        sum.add(check::one(step)?);
    }
    let vitest = Step::npm()
        .args(["run", "--silent", "test"])
        .env("NO_COLOR", "1");
    sum.add(runner(vitest, Tally::add_vitest_line)?);
    let cargo_test = Step::cargo().args(["test", "--workspace", "--no-fail-fast"]);
    sum.add(runner(cargo_test, Tally::add_cargo_line)?);
    let rustdoc = Step::cargo().args(["doc", "--workspace", "--no-deps", "--quiet"]);
    sum.add(check::one(rustdoc.env("RUSTDOCFLAGS", "--deny warnings"))?);
    if Step::cargo().args(["deny", "--version"]).works() {
        sum.add(check::one(
            Step::cargo().args(["deny", "check", "bans", "licenses", "sources"]),
        )?);
    }
    println!("{sum}");
    Ok(if sum.failed == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// Runs a test runner and counts its tests by the lines that close its reports.
fn runner(step: Step, count: fn(&mut Tally, &str)) -> Result<Tally, Problem> {
    println!("==> {step}");
    let mut counted = Tally::default();
    let succeeded = step.read_along(|line| count(&mut counted, line))?;
    Ok(Tally::of_runner(counted, succeeded))
}
