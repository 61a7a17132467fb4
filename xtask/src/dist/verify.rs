//! `--verify`: the built package on this system, as a person meets it.

mod rpm;

use std::fs;
use std::path::{Path, PathBuf};

use super::files;
use crate::step::{Problem, Step, root};
use crate::{notices, setup};

/// Where the package puts what the menu shows.
const ENTRY: &str = "/usr/share/applications/Rollcall.desktop";

/// Looks at what the package says of itself, uses it in a root of its own (old version, new version,
/// removed), then installs it on the system, starts it from its entry, and removes it. The `.rpm` packages
/// come first, in roots of their own.
pub(super) fn run(folder: &Path) -> Result<(), Problem> {
    if !Step::new("dpkg-query").args(["--version"]).works() {
        return Err("--verify needs a system whose packages are .deb".into());
    }
    if Step::new("dpkg-query")
        .args(["--status", "rollcall"])
        .works()
    {
        return Err("Rollcall is installed here; remove it first, or verify elsewhere".into());
    }
    setup::for_tests()?;
    let packages = files(folder)?;
    rpm::run(&packages)?;
    let package = package_of_the_window(packages)?;
    describes_itself(&package)?;
    let journey = ["test", "--package=rollcall", "--test=window", "package::"];
    Step::cargo()
        .args(journey)
        .env("ROLLCALL_PACKAGE", &package.display().to_string())
        .must()?;
    setup::packages::install_file(&package)?;
    let started = starts_from_the_menu();
    // Removed before the answer is given, so that a failure leaves nothing behind.
    setup::packages::remove("rollcall")?;
    started?;
    if Path::new(ENTRY).exists() {
        return Err(format!("{ENTRY} is still there after the package was removed").into());
    }
    println!("The package installs, starts from its entry, upgrades and is removed.");
    Ok(())
}

fn package_of_the_window(packages: Vec<PathBuf>) -> Result<PathBuf, Problem> {
    let is_ours = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with("Rollcall_") && name.ends_with(".deb")
    };
    let found = packages.into_iter().find(is_ours);
    Ok(found.ok_or("no .deb of the desktop program was built")?)
}

/// The entry and the metainfo keep to their specifications, and what others wrote is named.
fn describes_itself(package: &Path) -> Result<(), Problem> {
    let unpacked = root().join("target/verify");
    if unpacked.exists() {
        fs::remove_dir_all(&unpacked)?;
    }
    Step::new("dpkg-deb")
        .args(["--extract"])
        .args([package, &unpacked])
        .must()?;
    let entry = unpacked.join(ENTRY.trim_start_matches('/'));
    Step::new("desktop-file-validate").args([entry]).must()?;
    let notices = unpacked.join("usr/share/doc/rollcall").join(notices::FILE);
    if !notices.exists() {
        return Err(format!("the package has no {}", notices::FILE).into());
    }
    let metainfo = "usr/share/metainfo/app.rollcall.desktop.metainfo.xml";
    Step::new("appstreamcli")
        .args(["validate", "--no-net"])
        .args([unpacked.join(metainfo)])
        .must()
}

/// The system's own launcher reads the entry; a window with the program's name must appear.
fn starts_from_the_menu() -> Result<(), Problem> {
    let home = root().join("target/verify/home");
    fs::create_dir_all(&home)?;
    let script = format!(
        "gio launch {ENTRY} && timeout 60 xdotool search --sync --onlyvisible --name '^Rollcall$' \
         && xdotool search --onlyvisible --name '^Rollcall$' windowclose"
    );
    Step::new("xvfb-run")
        .args([
            "--auto-servernum",
            "dbus-run-session",
            "--",
            "sh",
            "-c",
            &script,
        ])
        .env("ROLLCALL_HOME", &home.display().to_string())
        .must()
}
