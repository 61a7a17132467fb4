//! System packages: by apt-get on Debian and Ubuntu, elsewhere named.

use std::io::{self, BufRead, IsTerminal, Write};
use std::path::Path;

use crate::step::{Problem, Step};
use crate::system::LINUX;

/// What compiling and linking need: the web view, and what SQLCipher's libcrypto is built with.
pub(super) const BUILD: &[&str] = &[
    "gcc",
    "libayatana-appindicator3-dev",
    "libc6-dev",
    "librsvg2-dev",
    "libssl-dev",
    "libwebkit2gtk-4.1-dev",
    "libxdo-dev",
    "make",
    "perl",
    "pkg-config",
];

/// What making packages and looking at them needs.
pub(super) const RELEASE: &[&str] = &["appstream", "desktop-file-utils", "dpkg-dev", "rpm"];

/// What type-checking for Windows and macOS needs where rustup can't be asked for their standard library.
/// Named, never installed: it is a second Rust.
pub(crate) const FOREIGN: &[&str] = &[
    "cargo-web",
    "gcc-mingw-w64-x86-64-win32",
    "mingw-w64-x86-64-dev",
    "rust-web-src",
    "rustc-web",
];

/// What the tests need: the real window on a display of its own, a real keychain on a bus of its
/// own, and the SCIM programs that others wrote.
pub(super) const TESTS: &[&str] = &[
    "dbus",
    "dbus-x11",
    "gnome-keyring",
    "imagemagick",
    "libsecret-tools",
    "openbox",
    "python3-venv",
    "webkit2gtk-driver",
    "x11-utils",
    "xauth",
    "xdotool",
    "xvfb",
];

/// Installs those that are missing.
pub(super) fn install(packages: &[&str]) -> Result<(), Problem> {
    if !LINUX {
        return Ok(());
    }
    if !Step::new("dpkg-query").args(["--version"]).works() {
        return without_apt(packages);
    }
    let missing: Vec<&str> = packages
        .iter()
        .copied()
        .filter(|package| !is_installed(package))
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    let privilege = privilege(&format!(
        "apt-get install --no-install-recommends {}",
        missing.join(" ")
    ))?;
    println!("Installing {}", missing.join(" "));
    apt_get(privilege, &["update"]).must()?;
    apt_get(privilege, &["install", "--yes", "--no-install-recommends"])
        .args(missing)
        .must()
}

/// Installs a package from a file, with what it depends on.
pub(crate) fn install_file(package: &Path) -> Result<(), Problem> {
    let privilege = privilege(&format!("apt-get install {}", package.display()))?;
    apt_get(privilege, &["install", "--yes", "--no-install-recommends"])
        .args([package])
        .must()
}

/// Removes a package.
pub(crate) fn remove(package: &str) -> Result<(), Problem> {
    let privilege = privilege(&format!("apt-get remove {package}"))?;
    apt_get(privilege, &["remove", "--yes", package]).must()
}

/// How apt-get becomes root.
#[derive(Clone, Copy)]
enum Privilege {
    /// This is root.
    Held,
    /// By sudo, which may ask for a password.
    Sudo,
    /// By sudo, which must not ask: nobody is there.
    SudoUnattended,
}

/// Asks before sudo does what a person would type.
fn privilege(command: &str) -> Result<Privilege, Problem> {
    let command = format!("sudo {command}");
    if is_root() {
        return Ok(Privilege::Held);
    }
    if std::env::var_os("CI").is_some_and(|value| value == "true") {
        return Ok(Privilege::SudoUnattended);
    }
    if !io::stdin().is_terminal() {
        return Err(format!("nobody is there to be asked; needed is: {command}").into());
    }
    print!("Run `{command}`? [y/N] ");
    io::stdout().flush()?;
    let mut answer = String::new();
    io::stdin().lock().read_line(&mut answer)?;
    if matches!(answer.trim(), "y" | "Y" | "yes") {
        Ok(Privilege::Sudo)
    } else {
        Err(format!("nothing was installed; when you are ready: {command}").into())
    }
}

fn apt_get(privilege: Privilege, arguments: &[&str]) -> Step {
    let step = match privilege {
        Privilege::Held => Step::new("apt-get").env("DEBIAN_FRONTEND", "noninteractive"),
        Privilege::Sudo => Step::new("sudo").args(["DEBIAN_FRONTEND=noninteractive", "apt-get"]),
        Privilege::SudoUnattended => Step::new("sudo").args([
            "--non-interactive",
            "DEBIAN_FRONTEND=noninteractive",
            "apt-get",
        ]),
    };
    step.args(arguments)
}

/// Without apt nothing is installed, but what is there already is good enough.
fn without_apt(packages: &[&str]) -> Result<(), Problem> {
    if Step::new("pkg-config")
        .args(["--exists", "webkit2gtk-4.1"])
        .works()
    {
        return Ok(());
    }
    let names = packages.join(" ");
    Err(
        format!("this system has no apt-get; install what Debian calls {names}, then start again")
            .into(),
    )
}

fn is_installed(package: &str) -> bool {
    let asked = ["--show", "--showformat=${db:Status-Status}", package];
    let status = Step::new("dpkg-query").args(asked).printed();
    // A package of several architectures prints its status once for each.
    status.is_some_and(|status| status.starts_with("installed"))
}

fn is_root() -> bool {
    let id = Step::new("id").args(["-u"]).printed();
    id.is_some_and(|id| id == "0")
}
