//! Programs that others wrote, in a Python environment of the project's own.

use super::stamp::Stamp;
use crate::step::{Problem, Step, root};
use crate::system::{OWN_PYTHON, PYTHON};

const REQUIREMENTS: &str = "tests/peers/requirements.txt";

/// Installs them into `target/venv` unless the list is the one of the last time.
pub(super) fn install() -> Result<(), Problem> {
    let folder = root().join("target/venv");
    let stamp = Stamp::of(REQUIREMENTS);
    if stamp.holds(&folder) {
        return Ok(());
    }
    Step::new(PYTHON)
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
    Step::new(folder.join(OWN_PYTHON)).args(pip).must()?;
    stamp.set()
}
