//! Packages: of the desktop program by Tauri, of the two other programs by the tools of each system.

use std::env::consts::{ARCH, EXE_SUFFIX, OS};
use std::fs;
use std::path::Path;

use super::{Arguments, Release};
use crate::programs::{OTHERS, Program};
use crate::step::{Problem, Step, root};
use crate::{notices, system};

/// Bundles the desktop program, which is built, and copies what came out.
pub(super) fn of_the_window(
    release: &Release<'_>,
    asked: &Arguments,
    to: &Path,
) -> Result<(), Problem> {
    let bundles = if asked.bundles.is_empty() {
        system::BUNDLES.to_owned()
    } else {
        asked.bundles.join(",")
    };
    let bundled = release.folder().join("bundle");
    if bundled.exists() {
        fs::remove_dir_all(&bundled)?;
    }
    Step::npx()
        .args(["tauri", "bundle", "--ci", "--bundles", &bundles])
        .args(["--config", system::NOTICES])
        .args(release.arguments())
        .args(asked.config.iter().flat_map(|config| ["--config", config]))
        .must()?;
    for kind in fs::read_dir(bundled)? {
        for entry in fs::read_dir(kind?.path())? {
            let path = entry?.path();
            // An .app is a folder; people get it in the .dmg.
            if path.is_file() && path.extension().is_some() {
                fs::copy(&path, to.join(path.file_name().unwrap_or_default()))?;
            }
        }
    }
    Ok(())
}

/// Packages `rollcall-cli` and `rollcall-server`, with their manual pages.
pub(super) fn of_the_programs(release: &Release<'_>, to: &Path) -> Result<(), Problem> {
    for program in &OTHERS {
        manual(release, program.name)?;
        if system::LINUX {
            deb_and_rpm(program, to)?;
        } else {
            archive(release, program.name, to)?;
        }
    }
    Ok(())
}

/// Writes the manual pages to where `package.metadata` of the crate names them.
fn manual(release: &Release<'_>, program: &str) -> Result<(), Problem> {
    let pages = root().join("target/manual").join(program);
    if pages.exists() {
        fs::remove_dir_all(&pages)?;
    }
    Step::new(release.folder().join(format!("{program}{EXE_SUFFIX}")))
        .args(["manual"])
        .args([pages])
        .must()
}

fn deb_and_rpm(program: &Program, to: &Path) -> Result<(), Problem> {
    let tool = |name: &str| Step::new(root().join("target/tools/bin").join(name));
    tool("cargo-deb")
        .args([
            "--no-build",
            "--quiet",
            "--locked",
            "--package",
            program.package,
            "--output",
        ])
        .args([to])
        .must()?;
    tool("cargo-generate-rpm")
        .args([
            "--package",
            program.folder,
            "--auto-req",
            "auto",
            "--output",
        ])
        .args([to])
        .must()
}

/// The program, its manual, our licences and those of others in one archive: what Windows and macOS call `tar` writes
/// the format that the name asks for.
fn archive(release: &Release<'_>, program: &str, to: &Path) -> Result<(), Problem> {
    let version = env!("CARGO_PKG_VERSION");
    let built_for = release.target.map_or(format!("{ARCH}-{OS}"), str::to_owned);
    let name = format!("{program}-{version}-{built_for}.{}", system::ARCHIVE);
    Step::new("tar")
        .args(["-a", "-c", "-f"])
        .args([to.join(name)])
        .args(["-C".as_ref(), release.folder().as_os_str()])
        .args([format!("{program}{EXE_SUFFIX}")])
        .args(["-C".as_ref(), root().join("target/manual").as_os_str()])
        .args([program])
        .args(["-C".as_ref(), root().as_os_str()])
        .args(["LICENSE-APACHE", "LICENSE-MIT"])
        .args(["-C".as_ref(), notices::folder(program).as_os_str()])
        .args([notices::FILE])
        .must()
}
