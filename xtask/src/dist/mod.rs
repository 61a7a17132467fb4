//! `cargo xtask dist`: what a release consists of, built on the system that it is for.

mod packages;
mod sums;
mod verify;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::step::{Problem, Step, root};
use crate::{interface, notices, programs, setup};

/// Which packages, and what becomes of them.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Bundles of the desktop program, in place of those that need nothing from the network.
    #[arg(long, value_delimiter = ',', value_name = "BUNDLE")]
    bundles: Vec<String>,
    /// Settings laid over tauri.conf.json, such as a certificate to sign with: a file, or JSON.
    #[arg(long, value_name = "CONFIG")]
    config: Option<String>,
    /// Build for another processor of this system, by its target triple.
    #[arg(long, value_name = "TRIPLE")]
    target: Option<String>,
    /// Install the built .deb, use it from its desktop entry in the real window, upgrade and remove it.
    ///
    /// Needs Debian or Ubuntu, and root or sudo. Rollcall must not be installed.
    #[arg(long)]
    verify: bool,
}

/// Builds the packages, writes their checksums, and names them with their sizes.
pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode, Problem> {
    setup::for_packages()?;
    interface::build()?;
    notices::write(arguments.target.as_deref())?;
    let release = Release::compile(arguments.target.as_deref())?;
    let folder = root().join("target/dist");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    packages::of_the_programs(&release, &folder)?;
    packages::of_the_window(&release, arguments, &folder)?;
    let built = files(&folder)?;
    sums::write(&built, &folder.join("SHA256SUMS"))?;
    for path in &built {
        let name = path.file_name().unwrap_or_default();
        println!("{:>8.1} MB  {}", megabytes(path)?, name.display());
    }
    if arguments.verify {
        verify::run(&folder)?;
    }
    Ok(ExitCode::SUCCESS)
}

/// The three programs, compiled for a release.
struct Release<'a> {
    target: Option<&'a str>,
}

impl<'a> Release<'a> {
    /// All three in one command: what they share is compiled once.
    fn compile(target: Option<&'a str>) -> Result<Self, Problem> {
        let release = Self { target };
        Step::cargo()
            .args(["build", "--release", "--locked", "--bins"])
            .args(programs::all().map(|program| format!("--package={}", program.package)))
            .args(release.arguments())
            .must()?;
        Ok(release)
    }

    /// What tells cargo and Tauri the target.
    fn arguments(&self) -> Vec<&str> {
        self.target
            .map_or(Vec::new(), |triple| vec!["--target", triple])
    }

    /// Where the programs lie.
    fn folder(&self) -> PathBuf {
        let built = root().join("target");
        self.target
            .map_or(built.clone(), |triple| built.join(triple))
            .join("release")
    }
}

/// The files of a folder, by name.
fn files(folder: &Path) -> Result<Vec<PathBuf>, Problem> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_file() {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

#[expect(
    clippy::cast_precision_loss,
    reason = "shown with one digit after the point"
)]
fn megabytes(path: &Path) -> Result<f64, Problem> {
    Ok(fs::metadata(path)?.len() as f64 / 1e6)
}
