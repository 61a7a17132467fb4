//! `cargo xtask run`: from a fresh clone to the window on the demo organization.

use std::process::ExitCode;

use crate::step::{Problem, Step};
use crate::{interface, setup};

/// How to start.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The role to hold in the demo organization.
    #[arg(long, default_value = "admin", value_parser = ["admin", "billing_admin", "user_admin", "member"])]
    role: String,
    /// Start with the profile's own organizations in place of the demo.
    #[arg(long, conflicts_with = "role")]
    own: bool,
}

/// Sets up, builds, opens the window, and ends with it.
pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode, Problem> {
    setup::for_build()?;
    interface::build()?;
    let mut window = Step::cargo().args(["run", "--package", "rollcall", "--bin", "rollcall"]);
    if !arguments.own {
        window = window.args(["--".to_owned(), format!("--demo={}", arguments.role)]);
    }
    Ok(if window.succeeds()? {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}
