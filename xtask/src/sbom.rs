//! `cargo xtask sbom`: what each program of a release is made of, as CycloneDX.

use std::fs::{self, File};
use std::path::PathBuf;
use std::process::ExitCode;

use crate::programs::{self, Program};
use crate::setup;
use crate::step::{Problem, Step, root};

/// What the tool calls its lists.
const WRITTEN: &str = "materials";

/// Lists the crates below each program, and what the interface is built with, into `target/sbom`.
pub(crate) fn run() -> Result<ExitCode, Problem> {
    setup::for_materials()?;
    let folder = root().join("target/sbom");
    fs::create_dir_all(&folder)?;
    Step::new(root().join("target/tools/bin/cargo-cyclonedx"))
        .args(["cyclonedx", "--format", "json", "--spec-version", "1.5"])
        .args(["--target", "all", "--override-filename", WRITTEN])
        .must()?;
    for written in lists()? {
        let is_of = |program: &&Program| written.parent() == Some(&root().join(program.folder));
        match programs::all().find(is_of) {
            Some(of) => fs::rename(&written, folder.join(format!("{}.cdx.json", of.name)))?,
            None => fs::remove_file(&written)?,
        }
    }
    let interface = File::create(folder.join("rollcall-ui.cdx.json"))?;
    Step::npm()
        .args(["sbom", "--sbom-format", "cyclonedx", "--omit", "dev"])
        .output_to(interface)
        .must()?;
    println!("The bills of materials are in target/sbom.");
    Ok(ExitCode::SUCCESS)
}

/// The lists as the tool leaves them: one beside the manifest of every crate of the workspace.
fn lists() -> Result<Vec<PathBuf>, Problem> {
    let mut crates = vec![root(), root().join("xtask")];
    for each in fs::read_dir(root().join("crates"))? {
        crates.push(each?.path());
    }
    let lists = crates
        .iter()
        .map(|each| each.join(format!("{WRITTEN}.json")));
    Ok(lists.filter(|list| list.exists()).collect())
}
