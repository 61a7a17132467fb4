//! Programs that others wrote, in a Python environment of the project's own.

use super::stamp::Stamp;
use crate::step::{Problem, Step, root};

const REQUIREMENTS: &str = "tests/peers/requirements.txt";

/// Installs them into `target/venv` unless the list is the one of the last time.
pub(super) fn install() -> Result<(), Problem> {
    let folder = root().join("target/venv");
    let stamp = Stamp::of(REQUIREMENTS);
    if stamp.holds(&folder) {
        return Ok(());
    }
    let (system, own) = if cfg!(windows) {
        ("python", "Scripts/python.exe")
    } else {
        ("python3", "bin/python")
    };
    Step::new(system)
        .args(["-m", "venv", "--clear"])
        .args([&folder])
        .must()?;
    let pip = [
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "--requirement",
        REQUIREMENTS,
    ];
    Step::new(folder.join(own)).args(pip).must()?;
    stamp.set()
}
