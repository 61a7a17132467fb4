//! rustfmt and clippy, which a minimal Rust comes without.

use crate::step::{Problem, Step};

/// Adds the components that are missing.
pub(super) fn install() -> Result<(), Problem> {
    for (subcommand, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        if !Step::cargo().args([subcommand, "--version"]).works() {
            Step::new("rustup")
                .args(["component", "add", component])
                .must()?;
        }
    }
    Ok(())
}
