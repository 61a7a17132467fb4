//! The interface's packages, exactly as locked.

use super::stamp::Stamp;
use crate::step::{Problem, Step, root};

/// Runs `npm ci` unless the lock file is the one of the last time.
pub(super) fn install() -> Result<(), Problem> {
    let stamp = Stamp::of("package-lock.json");
    if stamp.holds(&root().join("node_modules")) {
        return Ok(());
    }
    if !Step::npm().args(["--version"]).works() {
        return Err("Node.js 20.19 or newer is needed, with npm: https://nodejs.org".into());
    }
    Step::npm().args(["ci", "--no-audit", "--no-fund"]).must()?;
    stamp.set()
}
