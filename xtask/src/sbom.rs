//! `cargo xtask sbom`: what each program of a release is made of, as CycloneDX.

use std::fs::{self, File};
use std::process::ExitCode;

use crate::setup;
use crate::step::{Problem, Step, root};

/// The folder of each program's crate, and its package.
const PROGRAMS: &[(&str, &str)] = &[
    (".", "rollcall"),
    ("crates/cli", "rollcall-cli"),
    ("crates/org-server", "rollcall-org-server"),
];

/// Lists the crates below each program, and what the interface is built with, into `target/sbom`.
pub(crate) fn run() -> Result<ExitCode, Problem> {
    setup::for_materials()?;
    let folder = root().join("target/sbom");
    fs::create_dir_all(&folder)?;
    for (package, name) in PROGRAMS {
        let file = format!("{name}.cdx");
        Step::new(root().join("target/tools/bin/cargo-cyclonedx"))
            .args(["cyclonedx", "--format", "json", "--target", "all"])
            .args(["--override-filename", &file, "--manifest-path"])
            .args([root().join(package).join("Cargo.toml")])
            .must()?;
        // It writes beside the manifest, of each crate of the workspace that is below.
        let written = format!("{file}.json");
        fs::rename(root().join(package).join(&written), folder.join(&written))?;
    }
    let interface = File::create(folder.join("rollcall-ui.cdx.json"))?;
    Step::npm()
        .args(["sbom", "--sbom-format", "cyclonedx", "--omit", "dev"])
        .output_to(interface)
        .must()?;
    println!("The bills of materials are in target/sbom.");
    Ok(ExitCode::SUCCESS)
}
