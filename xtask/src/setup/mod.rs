//! `cargo xtask setup`: what building and testing need, installed only where it is missing.

mod node;
pub(crate) mod packages;
mod peers;
mod stamp;
mod toolchain;
mod tools;

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
    packages::install(packages::BUILD)?;
    node::install()
}

/// What building the interface alone needs.
pub(crate) fn for_interface() -> Result<(), Problem> {
    node::install()
}

/// What building packages needs besides.
pub(crate) fn for_packages() -> Result<(), Problem> {
    for_build()?;
    for_notices()?;
    if crate::system::LINUX {
        packages::install(packages::RELEASE)?;
        tools::install(tools::RELEASE)?;
    }
    Ok(())
}

/// What listing the materials of a release needs.
pub(crate) fn for_materials() -> Result<(), Problem> {
    node::install()?;
    tools::install(tools::MATERIALS)
}

/// What writing the notices of a release needs.
pub(crate) fn for_notices() -> Result<(), Problem> {
    for_interface()?;
    tools::install(tools::NOTICES)
}

/// What the tests need besides.
pub(crate) fn for_tests() -> Result<(), Problem> {
    packages::install(&[packages::BUILD, packages::TESTS].concat())?;
    toolchain::install()?;
    node::install()?;
    peers::install()
}
