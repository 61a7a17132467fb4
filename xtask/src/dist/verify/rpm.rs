//! The `.rpm` packages, each in a root of its own: rpm is at hand on Debian too, and what a package needs is
//! looked up by its name only.

use std::fs;
use std::path::{Path, PathBuf};

use crate::notices;
use crate::step::{Problem, Step, root};

/// How a file begins, and the package in it, which is called like its program.
const PACKAGES: &[(&str, &str)] = &[
    ("Rollcall-", "rollcall"),
    ("rollcall-cli-", "rollcall-cli"),
    ("rollcall-server-", "rollcall-server"),
];

/// Installs each package, compares what lies there with what the package says, starts its program, and
/// removes it.
pub(super) fn run(files: &[PathBuf]) -> Result<(), Problem> {
    for (beginning, name) in PACKAGES {
        let is_it = |path: &&PathBuf| {
            let file = path.file_name().unwrap_or_default().to_string_lossy();
            file.starts_with(beginning) && file.ends_with(".rpm")
        };
        let file = files.iter().find(is_it);
        one(file.ok_or(format!("no .rpm of {name} was built"))?, name)?;
    }
    println!("The .rpm packages install, start and are removed.");
    Ok(())
}

fn one(file: &Path, name: &str) -> Result<(), Problem> {
    let place = root().canonicalize()?.join("target/verify/rpm").join(name);
    if place.exists() {
        fs::remove_dir_all(&place)?;
    }
    fs::create_dir_all(&place)?;
    let rpm = |arguments: &[&str]| {
        Step::new("rpm")
            .args(["--root".as_ref(), place.as_os_str()])
            .args(arguments)
    };
    rpm(&["--initdb"]).must()?;
    rpm(&["--install", "--nodeps"]).args([file]).must()?;
    rpm(&["--verify", "--nodeps", name]).must()?;
    let notices = place
        .join("usr/share/licenses")
        .join(name)
        .join(notices::FILE);
    if !notices.exists() {
        return Err(format!("the .rpm of {name} has no {}", notices::FILE).into());
    }
    let program = place.join("usr/bin").join(name);
    Step::new(&program).args(["--version"]).must()?;
    rpm(&["--erase", "--nodeps", name]).must()?;
    if program.exists() {
        return Err(format!(
            "{} is still there after {name} was removed",
            program.display()
        )
        .into());
    }
    Ok(())
}
