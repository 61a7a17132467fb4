//! `cargo xtask check --target SYSTEM`: whether the program holds together on a system that this is not.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use crate::step::{Problem, Step, root};
use crate::{interface, setup};

/// A system to check for from Linux.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Target {
    /// Windows on x86-64: the whole program is type-checked; where wine is installed, the crates
    /// without a window run their tests.
    Windows,
    /// macOS on Apple's processors: the whole program is type-checked. Its parts in C are not: Apple's
    /// headers can't be had here.
    Macos,
}

impl Target {
    fn triple(self) -> &'static str {
        match self {
            Self::Windows => "x86_64-pc-windows-gnu",
            Self::Macos => "aarch64-apple-darwin",
        }
    }

    /// What compiles C for it here.
    fn compiler(self) -> Step {
        match self {
            Self::Windows => Step::new("x86_64-w64-mingw32-gcc").args(["--version"]),
            // What stands in for one preprocesses by the system's own.
            Self::Macos => Step::new("cc").args(["--version"]),
        }
    }

    /// What the parts in C are told.
    fn settings(self) -> Vec<(&'static str, String)> {
        match self {
            Self::Windows => Vec::new(),
            Self::Macos => {
                let nothing = root().join("xtask/src/nothing.sh").display().to_string();
                let libraries = format!("/usr/lib/{}-linux-gnu", std::env::consts::ARCH);
                [
                    ("CC_aarch64_apple_darwin", nothing.as_str()),
                    ("CXX_aarch64_apple_darwin", &nothing),
                    // Nothing is looked for where it isn't.
                    ("SDKROOT", "/"),
                    ("MACOSX_DEPLOYMENT_TARGET", "13.0"),
                    // OpenSSL of the system is as good as another whose objects would stay empty.
                    ("OPENSSL_NO_VENDOR", "1"),
                    ("OPENSSL_LIB_DIR", &libraries),
                    ("OPENSSL_INCLUDE_DIR", "/usr/include"),
                ]
                .map(|(name, value)| (name, value.to_owned()))
                .to_vec()
            }
        }
    }
}

/// The crates whose tests need neither a window nor a service of Linux.
const WITHOUT_A_WINDOW: &[&str] = &[
    "rollcall-model",
    "rollcall-policy",
    "rollcall-scim",
    "rollcall-cache",
    "rollcall-vault",
    "rollcall-sync",
    "rollcall-app",
];

/// A Rust that comes with the sources of its standard library, as Debian packages it for browsers.
const SOURCES: &str = "/usr/lib/rustlib/src/rust/library";

/// Where a standard library for the target comes from.
enum Standard {
    /// rustup has installed one.
    Installed,
    /// It is built from the sources of Debian's own Rust.
    Built,
}

/// Type-checks the workspace for the target, and runs what can be run.
pub(crate) fn run(target: Target) -> Result<ExitCode, Problem> {
    let Some(standard) = standard(target) else {
        println!(
            "Skipped: nothing is here to check for {} with. Either `rustup target add {}`, or on \
             Debian install {}.",
            target.triple(),
            target.triple(),
            setup::packages::FOREIGN.join(" ")
        );
        return Ok(ExitCode::SUCCESS);
    };
    if !target.compiler().works() {
        println!("Skipped: no compiler of C for {} is here.", target.triple());
        return Ok(ExitCode::SUCCESS);
    }
    setup::for_interface()?;
    interface::build()?;
    let check = cargo(&standard, "check", target);
    check.args(["--workspace", "--lib", "--bins"]).must()?;
    println!("The whole program is type-checked for {}.", target.triple());
    if target == Target::Windows {
        under_wine(&standard)?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Runs what Windows' own loader would, by wine, in a Windows of its own.
fn under_wine(standard: &Standard) -> Result<(), Problem> {
    if !Step::new("wine").args(["--version"]).works() {
        println!("Skipped: no wine is here to run tests with.");
        return Ok(());
    }
    let wine = root().canonicalize()?.join("target/wine");
    fs::create_dir_all(&wine)?;
    Step::new("x86_64-w64-mingw32-gcc")
        .args([
            "-shared",
            "xtask/src/bcryptprimitives.c",
            "-ladvapi32",
            "-o",
        ])
        .args([wine.join("bcryptprimitives.dll")])
        .must()?;
    cargo(standard, "test", Target::Windows)
        .env("CARGO_TARGET_X86_64_PC_WINDOWS_GNU_RUNNER", "wine")
        .env("WINEPREFIX", &wine.join("prefix").display().to_string())
        // By wine's name for the root of this system.
        .env("WINEPATH", &format!("Z:{}", wine.display()))
        // What wine says of itself would stand among the tests.
        .env("WINEDEBUG", "-all")
        .args(["--no-fail-fast"])
        .args(
            WITHOUT_A_WINDOW
                .iter()
                .map(|name| format!("--package={name}")),
        )
        // Played below SQLite, the disk fails here as it does on every system, and takes an hour for it.
        .args(["--", "--skip=faults::"])
        .must()?;
    println!("The crates without a window pass their tests under wine.");
    Ok(())
}

fn standard(target: Target) -> Option<Standard> {
    let sysroot = Step::new("rustc").args(["--print", "sysroot"]).printed()?;
    let installed = Path::new(&sysroot)
        .join("lib/rustlib")
        .join(target.triple());
    if installed.exists() {
        Some(Standard::Installed)
    } else if Path::new(SOURCES).exists() {
        Some(Standard::Built)
    } else {
        None
    }
}

/// Builds into a folder of its own: another compiler would throw away what this one has built.
fn cargo(standard: &Standard, command: &str, target: Target) -> Step {
    let into = root().join("target").join(target.triple());
    let step = match standard {
        Standard::Installed => Step::cargo().args([command]),
        Standard::Built => Step::new("/usr/bin/cargo")
            .env("PATH", "/usr/bin:/bin")
            // Building a standard library is not stable; the language stays the stable one.
            .env("RUSTC_BOOTSTRAP", "1")
            .args([command, "-Zbuild-std=std,panic_unwind,test"]),
    };
    let step = step
        .env("CARGO_TARGET_DIR", &into.display().to_string())
        .args(["--target", target.triple()]);
    target
        .settings()
        .into_iter()
        .fold(step, |step, (name, value)| step.env(name, &value))
}
