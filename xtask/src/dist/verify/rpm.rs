//! The `.rpm` packages, each in a root of its own: rpm is at hand on Debian too, and what a package needs is
//! looked up by its name only.

use std::fs;
use std::path::{Path, PathBuf};

use crate::notices;
use crate::programs::{self, Program};
use crate::step::{Problem, Step, root};

/// Installs each package, compares what lies there with what the package says, starts its program, and
/// removes it.
pub(super) fn run(files: &[PathBuf]) -> Result<(), Problem> {
    for Program { name, .. } in programs::all() {
        let file = files.iter().find(|path| holds(path, name));
        one(file.ok_or(format!("no .rpm of {name} was built"))?, name)?;
    }
    println!("The .rpm packages install, start and are removed.");
    Ok(())
}

/// Whether a file is the package of a program, by its name: Tauri writes the desktop program's with a capital.
fn holds(path: &Path, program: &str) -> bool {
    let file = path.file_name().unwrap_or_default().to_string_lossy();
    let beginning = format!("{program}-{}-", env!("CARGO_PKG_VERSION"));
    file.to_lowercase().starts_with(&beginning) && file.ends_with(".rpm")
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_program_has_one_package() {
        let version = env!("CARGO_PKG_VERSION");
        let built = ["Rollcall", "rollcall-cli", "rollcall-server"]
            .map(|name| PathBuf::from(format!("target/dist/{name}-{version}-1.x86_64.rpm")));
        for (place, program) in programs::all().enumerate() {
            let held: Vec<_> = built
                .iter()
                .filter(|path| holds(path, program.name))
                .collect();
            assert_eq!(held, [&built[place]], "{}", program.name);
        }
    }
}
