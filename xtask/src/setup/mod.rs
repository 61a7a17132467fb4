//! `cargo xtask setup`: what building and testing need, installed only where it is missing.

mod node;
mod peers;
mod stamp;
mod system;
mod toolchain;

use std::process::ExitCode;

use crate::step::Problem;

/// What building and testing need.
pub(crate) fn everything() -> Result<ExitCode, Problem> {
    for_tests()?;
    println!("Everything that building and testing need is there.");
    Ok(ExitCode::SUCCESS)
}

/// What building the program needs.
pub(crate) fn for_build() -> Result<(), Problem> {
    system::install(system::BUILD)?;
    node::install()
}

/// What the tests need besides.
pub(crate) fn for_tests() -> Result<(), Problem> {
    system::install(&[system::BUILD, system::TESTS].concat())?;
    toolchain::install()?;
    node::install()?;
    peers::install()
}
